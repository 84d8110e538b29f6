"""What a number counts: the noun behind it with what belongs to it, and no word of what goes on."""

import re
from functools import cache

from briefing_app.domain.span import Span
from briefing_app.extraction.cues.figure_form import FigureCues
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.figures.nouns import lone_plural, noun_behind, word_at
from briefing_app.extraction.figures.numbers import SMALL, Number, NumberKind, numbers
from briefing_app.extraction.text.phrases import lowered, set_of, word_list

_CLOSING = re.compile(r"[ ]?[»”\"*_]{1,2}(?= )")
_FAR = 120
_STOP = re.compile(r"[;:()]|,(?!\d)")
_ONE_MORE = 2


def counted(plain: str, number: Number, end: int, table: CueTable) -> Span:
    """Return where what a number counts stands, before ``end``; an empty span when the text does not say it right behind.

    A share says of what it is one ("of families"); behind "hundreds" and scales "of" is left out ("euros").
    """
    cues, nothing = table.figures, Span(number.span.end, number.span.end)
    if number.whole:
        return nothing
    closing = _CLOSING.match(plain, number.span.end, end)
    start = closing.end() if closing else number.span.end
    of = _of(plain, start, end, cues)
    number_of = word_list(cues.number_of).match(plain, start + 1, end)
    if number_of:
        return noun_behind(plain, number_of.end(), end, table, behind_of=True)
    if number.kind in {NumberKind.SHARE, NumberKind.MONEY}:
        of = of or (_for_what(plain, start, end, cues) if number.kind is NumberKind.MONEY else None)
        span = _what_of(plain, of, end, table, chained=True) if of else nothing
        return _with_rate(plain, span, end, cues) if number.kind is NumberKind.MONEY else span
    if number.kind is NumberKind.VAGUE:
        return _without_of(plain, of, end, table) if of else nothing
    if of:
        span = _without_of(plain, of, end, table) if number.kind is NumberKind.SCALED else nothing
        return span if len(span) else _what_of(plain, of, end, table, chained=False)
    if _wants_of(plain, number, cues):
        return nothing
    noun = noun_behind(plain, start, end, table)
    return _with_rate(plain, _with_more(plain, noun, end, table), end, cues) if len(noun) else nothing


def counted_ahead(plain: str, sentence: Span, number: Number, table: CueTable) -> Span:
    """Return where the sentence told what a number counts before giving it: "the number of refugees rose to 14,000"."""
    start = max(sentence.start, number.span.start - _FAR)
    told = [found.end() for found in word_list(table.figures.number_of).finditer(plain, start, number.span.start)]
    noun = noun_behind(plain, told[-1], number.span.start, table, behind_of=True) if told and number.value >= SMALL else None
    if noun is None or not len(noun) or _STOP.search(plain, noun.end, number.span.start):
        return Span(number.span.end, number.span.end)
    return _joined(plain, noun, number.span.start, table)


def _of(plain: str, start: int, end: int, cues: FigureCues) -> Span | None:
    found = word_list(cues.of).match(plain, start + 1, end) if plain[start : start + 1].isspace() else None
    return Span(found.start(), found.end()) if found else None


def _for_what(plain: str, start: int, end: int, cues: FigureCues) -> Span | None:
    found = word_list(cues.for_what).match(plain, start + 1, end)
    word = word_at(plain, found.end(), end) if found else None
    if found is None or not word or word[0].isupper() or lowered(word) in set_of(cues.latest + cues.durations + cues.determiners):
        return None
    return Span(found.start(), found.end())


def _wants_of(plain: str, number: Number, cues: FigureCues) -> bool:
    """Tell whether a noun can only follow a number with "of": "6 millions d'euros", but "6 mille euros"."""
    last = lowered(number.span.of(plain).rsplit(maxsplit=1)[-1])
    return cues.noun_first and number.kind is NumberKind.SCALED and last in _of_scales(cues)


@cache
def _of_scales(cues: FigureCues) -> frozenset[str]:
    spelled = {line.rpartition(" ")[0] for line in cues.numerals}
    return frozenset(word for scale in cues.scales for word in scale.split()) - spelled


def _without_of(plain: str, of: Span, end: int, table: CueTable) -> Span:
    determined = _determined(plain, of.end, end, table.figures)
    if determined != of.end:
        return _what_of(plain, of, end, table, chained=False)
    if _pronoun(plain, of.end, end, table.figures):
        return _what_of(plain, of, end, table, chained=False)
    noun = noun_behind(plain, of.end, end, table, behind_of=True)
    return _with_more(plain, noun, end, table) if len(noun) else noun


def _determined(plain: str, start: int, end: int, cues: FigureCues) -> int:
    found = word_list(cues.determiners).match(plain, start if plain[start - 1] in "’'" else start + 1, end)
    return found.end() if found else start


def _pronoun(plain: str, start: int, end: int, cues: FigureCues) -> Span | None:
    found = word_list(cues.them).match(plain, start if plain[start - 1] in "’'" else start + 1, end)
    return Span(found.start(), found.end()) if found else None


def _what_of(plain: str, of: Span, end: int, table: CueTable, *, chained: bool) -> Span:
    """Return "of" with what it leads to; ``chained``: with one more "of" behind a noun that says little."""
    cues = table.figures
    start = _determined(plain, of.end, end, cues)
    noun = (
        _pronoun(plain, start, end, cues)
        or _of_number(plain, start, end, table)
        or noun_behind(plain, start, end, table, behind_of=True)
    )
    if not len(noun):
        return Span(of.start, of.start)
    last = noun.end
    again = _of(plain, last, end, cues) if chained else None
    if again:
        further = _what_of(plain, again, end, table, chained=False)
        last = max(last, further.end)
    return Span(of.start, last if again else _joined(plain, noun, end, table).end)


def _of_number(plain: str, start: int, end: int, table: CueTable) -> Span | None:
    """Return a number with what it counts where "of" leads to one: "of the 2 million people"."""
    if not plain[start + 1 : start + 2].isdigit():
        return None
    number = next(iter(numbers(plain, Span(start + 1, min(end, start + 40)), table.figures)), None)
    if number is None or number.span.start != start + 1:
        return None
    whose = counted(plain, number, end, table)
    return Span(start + 1, whose.end) if len(whose) else None


def _with_more(plain: str, noun: Span, end: int, table: CueTable) -> Span:
    """Return a noun with what it is joined with and of: "refugees and migrants", "rows of tents", "years in prison"."""
    cues = table.figures
    served = word_list(cues.served).match(plain, noun.end + 1, end)
    words = lowered(noun.of(plain)).split()
    if served and words[-1] in set_of(cues.durations):
        return Span(noun.start, served.end())
    of = _of(plain, noun.end, end, cues)
    if of:
        further = _what_of(plain, of, end, table, chained=False)
        return Span(noun.start, max(noun.end, further.end))
    return _joined(plain, noun, end, table)


def _joined(plain: str, noun: Span, end: int, table: CueTable) -> Span:
    """Return a noun with another that "and" joins to it where both are brief and nothing is told of the other alone."""
    cues = table.figures
    joined = word_list(table.and_words).match(plain, noun.end + 1, end)
    if not joined or len(noun.of(plain).split()) > _ONE_MORE:
        return noun
    other = lone_plural(plain, joined.end(), end, table)
    if other is None:
        return noun
    last = other.span.end
    of = _of(plain, last, end, cues)
    further = _what_of(plain, of, end, table, chained=False) if of else None
    return Span(noun.start, max(last, further.end) if further else last)


def _with_rate(plain: str, noun: Span, end: int, cues: FigureCues) -> Span:
    rate = word_list(cues.rates).match(plain, noun.end + 1, end)
    if rate and word_list(cues.ago_behind).match(plain, rate.end() + 1, end):
        rate = None
    return Span(noun.start if len(noun) else rate.start(), rate.end()) if rate else noun
