"""Figures of a passage: numbers with what they count, as of when, and by whose count."""

import re
from functools import cache

from briefing_app.domain.excerpt import Figure
from briefing_app.domain.span import Span
from briefing_app.extraction.cues.figure_form import FigureCues
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.figures.counted import counted, counted_ahead
from briefing_app.extraction.figures.dates import clauses, dated
from briefing_app.extraction.figures.numbers import SMALL, Number, NumberKind, numbers
from briefing_app.extraction.figures.when import as_of
from briefing_app.extraction.figures.who import counted_by, tellers
from briefing_app.extraction.text.phrases import either, lowered, word_list

_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
_LAST_WORD = re.compile(r"[^\W\d_][\w’'°º-]*(?=[.,:]?[ ]$)|[nN][°º]\.?(?= ?$)")
_NEXT_WORD = re.compile(r" ([^\W\d_][\w’'-]*)")
_BRACKETED = re.compile(r"[(\[]$")
_NEAR = 40
_FEW = 3
_OLDEST = 120
_DAYS = 31
_NEXT_LABEL = re.compile(r"\s*(?:,|-|–|\b[^\W\d_]{1,3}\b)\s*(?:[^\W\d_]{1,3}\s)?")


def figures(plain: str, sentence: Span, table: CueTable) -> tuple[Figure, ...]:
    """Return the figures of a sentence; dates, ages, times, years alone and numbers of articles, pages and lists are none."""
    found = numbers(plain, sentence, table.figures)
    if not found:
        return ()
    kept: list[tuple[Number, Span]] = []
    label: int | None = None
    for place, number in enumerate(found):
        end = found[place + 1].span.start if place + 1 < len(found) and number.kind is not NumberKind.SHARE else sentence.end
        if kept and number.span.meets(kept[-1][0].span):
            continue
        if _is_numbered(plain, sentence, number, label, table):
            label = number.span.end
            continue
        what = counted(plain, number, end, table)
        if not len(what) and number.kind in {NumberKind.PLAIN, NumberKind.SCALED}:
            what = counted_ahead(plain, sentence, number, table)
        if _is_figure(plain, sentence, number, what, table):
            kept.append((number, what))
    kept = [(number, what) for number, what in kept if not _is_dated(plain, sentence, number, what, table)]
    if not kept:
        return ()
    parts = clauses(plain, sentence, table)
    sources = tellers(plain, sentence, parts, table)
    whole = [Span(number.span.start, what.end if what.start >= number.span.end else number.span.end) for number, what in kept]
    found_at = zip(kept, whole, [*whole[1:], None], strict=True)
    return tuple(
        Figure(
            number.span,
            " ".join(what.of(plain).split()),
            _words(plain, as_of(plain, here, following, parts, table)),
            counted_by(plain, here, sources, table),
        )
        for (number, what), here, following in found_at
    )


def _words(plain: str, span: Span | None) -> str | None:
    return " ".join(span.of(plain).split()) if span else None


def _is_numbered(plain: str, sentence: Span, number: Number, label: int | None, table: CueTable) -> bool:
    """Tell whether a number names an article, a page or the like; ``label`` is where the last one that did ended."""
    if number.kind is not NumberKind.PLAIN or number.words:
        return False
    if label is not None and _NEXT_LABEL.fullmatch(plain, label, number.span.start):
        return True
    last = _LAST_WORD.search(plain[max(sentence.start, number.span.start - _NEAR) : number.span.start])
    return last is not None and re.split(r"['’](?=\w)", lowered(last.group().rstrip(".")))[-1] in _numbering(table)


def _is_dated(plain: str, sentence: Span, number: Number, what: Span, table: CueTable) -> bool:
    """Tell whether a number is part of a date, or of a stretch of time that tells when: "in the last ten years"."""
    lasts = lowered(plain[what.start : what.end].rsplit(" ", 1)[-1]) in table.figures.durations
    if number.kind is not NumberKind.PLAIN or (number.value > _DAYS and not lasts):
        return False
    near = max(sentence.start, number.span.start - _NEAR), min(sentence.end, number.span.end + _NEAR)
    return any(number.span.meets(Span(date.start(), date.end())) for date in dated(table).finditer(plain, *near))


def _is_figure(plain: str, sentence: Span, number: Number, what: Span, table: CueTable) -> bool:
    cues = table.figures
    before = plain[max(sentence.start, number.span.start - _NEAR) : number.span.start]
    after = plain[number.span.end : min(sentence.end, number.span.end + _NEAR)]
    if number.kind is NumberKind.PLAIN:
        text = number.span.of(plain)
        small = number.value < SMALL if number.words and not number.opened else number.value <= 1 or text.startswith("0")
        if (
            not (len(what) or (number.opened and number.value > _DAYS))
            or _YEAR.search(text)
            or (small and not (number.value > 1 and _is_counted(plain, before, number, what, cues)))
        ):
            return False
        return not (
            _is_label(before, after, what.of(plain), table) or _is_age(before, after, number, cues) or _is_time(before, after, cues)
        )
    if number.kind is NumberKind.SHARE and number.value == 0:
        return bool(len(what))
    return number.kind is not NumberKind.VAGUE or bool(len(what))


@cache
def _before(words: tuple[str, ...], hedges: tuple[str, ...]) -> re.Pattern[str]:
    elided = rf"(?:{either(hedges)}\s+)?"
    return re.compile(rf"(?<![\w’'-]){either(words)}\s+{elided}$", re.IGNORECASE) if words else re.compile(r"(?!)")


@cache
def _hedged(cues: FigureCues) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-]){either(cues.hedges)}\s+$", re.IGNORECASE)


def _is_counted(plain: str, before: str, number: Number, what: Span, cues: FigureCues) -> bool:
    """Tell whether a small number in words was counted: "at least six people", "six people died", "brings to six the number of"."""
    if not number.words:
        return False
    behind = re.findall(r"[^\W\d_]+", plain[what.end : what.end + _NEAR].split(".", maxsplit=1)[0].split(",", maxsplit=1)[0])[:_FEW]
    told = {lowered(word) for word in (*behind, *what.of(plain).split()[-1:])}
    return (
        _hedged(cues).search(before) is not None
        or not told.isdisjoint(cues.toll)
        or word_list(cues.number_of).match(plain, number.span.end + 1, what.start) is not None
    )


def _is_label(before: str, after: str, what: str, table: CueTable) -> bool:
    """Tell whether a number names something: an article, an address, a telephone, an ordinal, a list's item, a note."""
    cues = table.figures
    if any(before.endswith(f"{middle} ") for middle in cues.ratios if " " in middle):
        return True
    if _BRACKETED.search(before) and after[:1] in "])":
        return True
    if re.search(r"\d[ )]$|\+$", before) or re.match(r" ?\d", after):
        return True
    last = _LAST_WORD.search(before)
    word = lowered(last.group()) if last else ""

    nouns = [lowered(each) for each in what.split()] or [""]
    following = _NEXT_WORD.match(after)
    if word in cues.singular and cues.noun_first and nouns[0] and not nouns[0].endswith(("s", "x")):
        return True
    if what[:1].isupper() and nouns[0] in cues.durations:
        return True
    name = last is not None and last.group()[0].isupper() and last.start() > 0
    if name and not (nouns[-1].endswith(("s", "x")) | (nouns[-1] in cues.plurals) and what[:1].islower()):
        return True
    return following is not None and following.group(1)[0].isupper() and not set(_address(after)).isdisjoint(cues.streets)


def _address(after: str) -> list[str]:
    return [lowered(word) for word in re.findall(r"[^\W\d_]+", after.split(",", maxsplit=1)[0])[:4]]


@cache
def _numbering(table: CueTable) -> frozenset[str]:
    return frozenset(table.numbered + table.figures.numbered)


def _is_age(before: str, after: str, number: Number, cues: FigureCues) -> bool:
    """Tell whether a number with years behind it is how old somebody is, and no term of years."""
    years = word_list(cues.years).match(after, 1) if number.value <= _OLDEST else None
    if not years:
        return False
    rest = after[years.end() :]
    if word_list(cues.age_behind).match(rest.lstrip()):
        return True
    if cues.noun_first and re.search(r"(?:,|\()\s*(?:de\s)?$", before) and re.match(r"\s*(?:[,.)]|$)", rest):
        return True
    if _before(cues.age_before, cues.hedges).search(before) and not _term_follows(rest, cues):
        return True
    opened = cues.noun_first and (number.opened or re.search(rf"(?<![\w’'])(?:{'|'.join(cues.of)})\s+$", before, re.IGNORECASE))
    if not opened or _term_follows(rest, cues):
        return False
    nouns = [lowered(word) for word in re.findall(r"[^\W\d_]+", before)[-4:]]
    return set(nouns).isdisjoint(cues.terms)


def _term_follows(rest: str, cues: FigureCues) -> bool:
    following = re.match(rf"\s(?:{either(cues.of)})\s?(\w)", rest)
    return (following is not None and following.group(1).islower()) or word_list(cues.served).match(rest.lstrip()) is not None


def _is_time(before: str, after: str, cues: FigureCues) -> bool:
    """Tell whether a number says when: "ten years ago", "10.30 am"."""
    if word_list(cues.clock_behind).match(after.lstrip()):
        return True
    hours = word_list(cues.hours).match(after, 1)
    if hours and _before(cues.clock_before, cues.hedges).search(before):
        return True
    lasts = word_list(cues.durations).match(after, 1)
    if not lasts:
        return False
    return bool(
        _before(cues.ago_before, cues.hedges).search(before) or word_list(cues.ago_behind).match(after[lasts.end() :].lstrip())
    )
