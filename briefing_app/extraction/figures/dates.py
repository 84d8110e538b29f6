"""Dates in a sentence: those that may be of a count, by the clause they stand in, and those no number of which is a figure."""

import re
from bisect import bisect_right
from collections import deque
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.figures.numbers import number_words
from briefing_app.extraction.text.phrases import either

_YEAR = r"(?:1[89]|20)\d\d(?![\d%]|[.,]\d| ?%)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:er|st|nd|rd|th|º|°)?"
_BORDER = re.compile(r"[;:()\n]|,(?!\d)|(?<!\d),|\s[–—-]+\s")
_NEAR = 30


@dataclass(frozen=True, slots=True)
class Clauses:
    """A sentence as its figures need it: where it is cut, and what in it may be the date of a count."""

    bounds: tuple[Span, ...]
    ends: tuple[int, ...]
    """Where each of the bounds ends."""
    dates: dict[int, tuple[Span, ...]]
    """By the place of the bound that they begin in."""

    def place(self, span: Span) -> int:
        """Return which of the bounds a stretch begins in."""
        return min(bisect_right(self.ends, span.start), len(self.ends) - 1)

    def dates_at(self, place: int) -> tuple[Span, ...]:
        """Return the dates that begin in one of the bounds, in order."""
        return self.dates.get(place, ())


@cache
def dated(table: CueTable) -> re.Pattern[str]:
    """Return a pattern that finds what no number of is a figure: days of a month, months of a year, "the last ten years"."""
    cues = table.figures
    months = rf"(?:{either(table.months)}(?!\w))"
    of = rf"(?:\s+{either(cues.of_year)}(?!\w)|)"
    joins = either(table.and_words + cues.range_joins + ("al",))
    days = rf"{_DAY}(?:\s?(?:[,–/-]|\s{joins}\s)\s?(?:{either(cues.of_year)}\s)?{_DAY})*"
    amount = rf"(?:\d{{1,3}}|{number_words(cues)})"
    latest = rf"{either(cues.latest)}"
    stretch = rf"(?:{latest}\s+(?:{amount}\s+)?|{amount}\s+{latest}\s+)(?:\w+\s+)?{either(cues.durations)}(?!\w)(?:{of}\s+{_YEAR})?"
    behind = rf"(?:{amount}\s+)?{either(cues.durations)}\s+{latest}(?!\w)(?:{of}\s+{_YEAR})?"
    return re.compile(
        rf"(?<![\w.,/-])(?:{days}{of}\s+{months}(?:,?{of}\s+{_YEAR})?|{months},?\s+{_DAY}(?![\d,.]\d|\w| \d{{3}})(?:,?\s+{_YEAR})?"
        rf"|{months}(?:\s{joins}\s{months})*,?{of}\s+{_YEAR}|{stretch}|{behind})",
        re.IGNORECASE,
    )


@cache
def _when(table: CueTable) -> re.Pattern[str]:
    """Return a pattern that finds whatever may be the date of a count, with the word before it that makes it one."""
    cues = table.figures
    ordered = sorted(cues.as_of, key=lambda word: (-len(word), word))
    before = "|".join(re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") for word in ordered)
    article = rf"(?:\s+{either(table.articles + cues.determiners)}(?!\w))?"
    years = rf"{_YEAR}(?:\s?[–/-]\s?(?:{_YEAR}|\d\d(?!\d))|\s{either(table.and_words + cues.range_joins)}\s{_YEAR})?(?![-–\w])"
    months = rf"{either(table.months)}(?!\w)"
    joins = either(table.and_words + cues.range_joins + ("al", "au"))
    date = rf"(?:{dated(table).pattern}|{years}|{months})"
    date += rf"(?:\s{joins}{article}\s{date})?"
    return re.compile(rf"(?<![\w’'-])(?:{either(cues.periods)}(?!\w)|(?:{before}){article}(?:\s+|(?<=['’])){date})", re.IGNORECASE)


@cache
def _compared(table: CueTable) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-]){either(table.figures.compared)}(?:\s+{either(table.articles)})?\s+$", re.IGNORECASE)


def clauses(plain: str, sentence: Span, table: CueTable) -> Clauses:
    """Return where a sentence is cut by marks and what in it may be the date of a count, in order."""
    found = (Span(one.start(), one.end()) for one in _when(table).finditer(plain, sentence.start, sentence.end))
    dates = tuple(date for date in found if not _compared(table).search(plain, max(sentence.start, date.start - _NEAR), date.start))
    inside = deque(dates)
    bounds: list[Span] = []
    start = sentence.start
    for mark in _BORDER.finditer(plain, sentence.start, sentence.end):
        while inside and inside[0].end <= mark.start():
            inside.popleft()
        if inside and inside[0].start < mark.start():
            continue
        bounds.append(Span(start, mark.start()))
        start = mark.end()
    bounds.append(Span(start, sentence.end))
    parts = Clauses(tuple(bounds), tuple(bound.end for bound in bounds), {})
    return replace(parts, dates={place: tuple(some) for place, some in groupby(dates, parts.place)})
