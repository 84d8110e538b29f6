"""What a number counts: the noun behind it with what belongs to it, and no word of what goes on."""

import re
from dataclasses import dataclass
from functools import cache

from briefing_app.domain.span import Span
from briefing_app.extraction.cues.figure_form import FigureCues
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.figures.numbers import SMALL, Number, NumberKind, numbers
from briefing_app.extraction.phrases import lowered, set_of, word_list

_TOKEN = re.compile(
    r"[ \t\n]+((?:[dl]|qu)[’'](?=\w)|[^\W\d_]+(?:[’'-][^\W\d_]+)*)|((?<=[’'])[^\W\d_]+(?:[’'-][^\W\d_]+)*)", re.IGNORECASE
)
_TOKENS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LISTING = re.compile(r", [^\W\d_]|(?= and )")
_CLOSING = re.compile(r"[ ]?[»”\"*_]{1,2}(?= )")
_LONGEST = 4
_LONGEST_NAME = 7
_FAR = 120
_STOP = re.compile(r"[;:()]|,(?!\d)")
_LONGEST_LIST = 60
_ONE_MORE = 2


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    span: Span

    @property
    def low(self) -> str:
        return lowered(self.text)


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
        return _noun(plain, number_of.end(), end, table, behind_of=True)
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
    noun = _noun(plain, start, end, table)
    return _with_rate(plain, _with_more(plain, noun, end, table), end, cues) if len(noun) else nothing


def counted_ahead(plain: str, sentence: Span, number: Number, table: CueTable) -> Span:
    """Return where the sentence told what a number counts before giving it: "the number of refugees rose to 14,000"."""
    start = max(sentence.start, number.span.start - _FAR)
    told = [found.end() for found in word_list(table.figures.number_of).finditer(plain, start, number.span.start)]
    noun = _noun(plain, told[-1], number.span.start, table, behind_of=True) if told and number.value >= SMALL else None
    if noun is None or not len(noun) or _STOP.search(plain, noun.end, number.span.start):
        return Span(number.span.end, number.span.end)
    return _joined(plain, noun, number.span.start, table)


def _of(plain: str, start: int, end: int, cues: FigureCues) -> Span | None:
    found = word_list(cues.of).match(plain, start + 1, end) if plain[start : start + 1].isspace() else None
    return Span(found.start(), found.end()) if found else None


def _for_what(plain: str, start: int, end: int, cues: FigureCues) -> Span | None:
    found = word_list(cues.for_what).match(plain, start + 1, end)
    spent = _TOKEN.match(plain, found.end(), end) if found else None
    word = spent.group(1) if spent else None
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
    noun = _noun(plain, of.end, end, table, behind_of=True)
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
        _pronoun(plain, start, end, cues) or _of_number(plain, start, end, table) or _noun(plain, start, end, table, behind_of=True)
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


def _noun(plain: str, start: int, end: int, table: CueTable, *, behind_of: bool = False) -> Span:
    words = _run(plain, start, end, table, behind_of=behind_of)
    kept = _agreeing(words, table, behind_of=behind_of) if table.figures.noun_first else _up_to_plural(words, table)
    if not kept:
        return Span(start, start)
    return Span(kept[0].span.start, _listed(plain, kept, end, table) or kept[-1].span.end)


def _listed(plain: str, kept: list[_Word], end: int, table: CueTable) -> int | None:
    """Return where a noun ends before which several words are listed: "12 health, education and welfare organisations"."""
    cues = table.figures
    if cues.noun_first or len(kept) > 1 or _is_plural(kept[0], cues) or not _LISTING.match(plain, kept[0].span.end, end):
        return None
    place = kept[0].span.end
    for number, word in enumerate(_TOKENS.finditer(plain, place, min(end, place + _LONGEST_LIST))):
        if _is_plural(_Word(word.group(), Span(word.start(), word.end())), cues):
            return word.end()
        ends = lowered(word.group()) in set_of(cues.ends_unit) and lowered(word.group()) not in table.and_words
        if number > _LONGEST_NAME or ends:
            return None
    return None


def _run(plain: str, start: int, end: int, table: CueTable, *, behind_of: bool) -> list[_Word]:
    """Return the words from ``start`` on up to one that is no part of a noun with its adjectives."""
    cues = table.figures
    words: list[_Word] = []
    place = start
    while len(words) < _LONGEST_NAME + 1:
        token = _TOKEN.match(plain, place, end)
        if not token:
            break
        text = token.group(1) or token.group(2)
        word = _Word(text, Span(token.end() - len(text), token.end()))
        stops = not _may_stand(plain, words, word, end, table) and (
            word.low in set_of(cues.ends_unit) or (word.low in set_of(cues.goes_on) and (bool(words) or not behind_of))
        )
        if stops and not (words and text[0].isupper()) and not _negated(plain, word, end, cues):
            break
        words.append(word)
        place = token.end()
    return words


def _may_stand(plain: str, words: list[_Word], word: _Word, end: int, table: CueTable) -> bool:
    """Tell whether a word that ends a noun elsewhere stands in one: "Immigration and Citizenship Service", "12 more families"."""
    cues = table.figures
    following = _TOKEN.match(plain, word.span.end, end)
    text = (following.group(1) if following else None) or ""
    if not text or lowered(text) in set_of(cues.ends_unit):
        return False
    if words and words[-1].text[0].isupper() and text[0].isupper():
        return True
    if any(_is_plural(each, cues) for each in words):
        return False
    premodifies = not cues.noun_first and word.low in cues.goes_on and is_participle(word.low, table)
    return premodifies or (not words and word.low in cues.more)


def is_participle(word: str, table: CueTable) -> bool:
    """Tell whether a word ends as participles do: "displaced"."""
    return word.endswith(_participles(table))


@cache
def _participles(table: CueTable) -> tuple[str, ...]:
    return tuple(ending[1:] for ending in table.criticism if ending.startswith("*") and len(ending) > _ONE_MORE)


def _negated(plain: str, word: _Word, end: int, cues: FigureCues) -> bool:
    following = _TOKEN.match(plain, word.span.end, end) if word.low in {"no", "non"} and cues.noun_first else None
    return (
        following is not None
        and (following.group(1) or "").endswith("s")
        and lowered(following.group(1)) not in set_of(cues.ends_unit)
    )


def _agreeing(words: list[_Word], table: CueTable, *, behind_of: bool) -> list[_Word]:
    """Return a noun and the adjectives that agree with it: plurals as long as there are any."""
    if not words or (not behind_of and _is_verb(words[0].text)):
        return []
    kept = [words[0]]
    plural = words[0].text[-1] in "sxz"
    for word in words[1 : _LONGEST + 1]:
        agrees = word.text[-1] in "sxz" or word.low in {"no", "non"} or (word.text.isupper() and len(word.text) > 1)
        if plural != agrees if plural else not _is_adjective(word, table):
            break
        kept.append(word)
    return kept


def _is_verb(word: str) -> bool:
    # Nouns behind a number are plurals: in Spanish none ends in "n", in French none in "nt".
    return word.islower() and len(word) > _ONE_MORE and word.endswith(("an", "en", "on", "nt"))


def _is_adjective(word: _Word, table: CueTable) -> bool:
    return word.text.islower() and word.low.endswith(table.adjectives)


def _up_to_plural(words: list[_Word], table: CueTable) -> list[_Word]:
    """Return a noun with what stands before it: up to the plural, and the plurals behind that one."""
    cues = table.figures
    last = next((place for place, word in enumerate(words[:_LONGEST_NAME]) if _is_plural(word, cues)), None)
    if last is None:
        kept = words[:1] if len(words) > _ONE_MORE else words
        if len(kept) > 1 and (kept[-1].low.endswith("ly") or is_participle(kept[-1].low, table)):
            kept = kept[:-1]
        return kept if kept and kept[0].low not in cues.more else []
    while last + 1 < len(words) and _is_plural(words[last + 1], cues):
        last += 1
    return words[: last + 1] if last < _LONGEST or any(word.text[0].isupper() for word in words[:last]) else words[last : last + 1]


def _is_plural(word: _Word, cues: FigureCues) -> bool:
    return word.low in set_of(cues.plurals) or (
        word.low.endswith("s") and not word.low.endswith(("ss", "us", "is", "'s", "ous")) and len(word.low) > _ONE_MORE
    )


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
    other = _run(plain, joined.end(), end, table, behind_of=True)
    plural = bool(other) and (_is_plural(other[0], cues) if not cues.noun_first else other[0].text[-1] in "sx")
    alone = len(other) == 1 or (cues.noun_first and len(other) > 1 and _is_verb(other[1].text))
    if not plural or not alone or other[0].low in set_of(cues.multiples):
        return noun
    last = other[0].span.end
    of = _of(plain, last, end, cues)
    further = _what_of(plain, of, end, table, chained=False) if of else None
    return Span(noun.start, max(last, further.end) if further else last)


def _with_rate(plain: str, noun: Span, end: int, cues: FigureCues) -> Span:
    rate = word_list(cues.rates).match(plain, noun.end + 1, end)
    if rate and word_list(cues.ago_behind).match(plain, rate.end() + 1, end):
        rate = None
    return Span(noun.start if len(noun) else rate.start(), rate.end()) if rate else noun
