"""Texts that were set in pages, with running heads and feet amid their lines: old protocols, what converters make of files."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from briefing_app.reading.lines import Line

_FEED = "\f"
_FOOT = re.compile(r"(?:\S.*?[ \t]{2,})?\[Page \d{1,4}\]")
"""A line that ends a page by itself: its number in brackets, behind a running foot if there is one (RFC 2223, 3)."""
_LONGEST_FOOT = 200
_NUMBERS = re.compile(r"\d+")
_OUTERMOST = 2
"""So many lines at either end of a page may be its head or foot."""
_FEWEST_PAGES = 3
_SHARE = 0.4
"""Share of the pages on which a line must stand to be their head or foot: left and right pages may have their own."""
_ENDED = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_FULL = 0.6
"""Share of the longest lines' length from which on a line is full, so that the next goes on with it."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Lines between the words of two pages, from one up to another: running heads and feet, and what is blank around them.

    ``amid``: the paragraph before them goes on after them.
    """

    first: int
    last: int
    amid: bool


def gaps_of(lines: Sequence[Line]) -> dict[int, Gap]:
    """Return what stands between the pages of a text by the first line of each; nothing for a text that was not set in pages."""
    furniture = _furniture(lines)
    gaps: dict[int, Gap] = {}
    at = 0
    width = max((len(line.text.rstrip()) for at, line in enumerate(lines) if at not in furniture), default=0) if furniture else 0
    for found in sorted(furniture):
        if found < at:
            continue
        first, last = found, found + 1
        while first > at and lines[first - 1].blank:
            first -= 1
        while last < len(lines) and (lines[last].blank or last in furniture):
            last += 1
        gaps[first] = Gap(first, last, first > 0 and last < len(lines) and goes_on(lines[first - 1], lines[last], width))
        at = last
    return gaps


def goes_on(before: Line, after: Line, width: int = 0) -> bool:
    """Tell whether a page's first line goes on with the last one of the page before; ``width``: of the text's longest line."""
    words, next_words = before.text.strip(), after.text.strip()
    if _ENDED.search(words) or abs(before.indent - after.indent) > 1:
        return False
    return next_words[:1].islower() or 0 < _FULL * width <= len(before.text.rstrip())


def _furniture(lines: Sequence[Line]) -> frozenset[int]:
    """Return the lines that are running heads, feet or numbers of pages."""
    pages = [page for page in _pages(lines) if page]
    if len(pages) < 2:
        return frozenset()
    found = {page[-1] for page in pages if _is_foot(lines[page[-1]])}
    for ends in ([islice(page, _OUTERMOST) for page in pages], [islice(reversed(page), _OUTERMOST) for page in pages]):
        edges = [list(end) for end in ends]
        often = Counter(key for edge in edges for key in {_key(lines[at]) for at in edge})
        fewest = max(_FEWEST_PAGES, _SHARE * len(pages))
        for edge in edges:
            for at in edge:
                if at not in found and often[_key(lines[at])] < fewest:
                    break  # what stands further in is no head or foot where the outermost is none
                found.add(at)
    return frozenset(found)


def _pages(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Yield the lines with words of each page: form feeds part pages, and feet that end in the page's number."""
    page: list[int] = []
    for at, line in enumerate(lines):
        if _FEED in line.text[:1]:
            yield page
            page = []
        if not line.blank:
            page.append(at)
        if _FEED in line.text[1:] or _is_foot(line):
            yield page
            page = []
    yield page


def _is_foot(line: Line) -> bool:
    words = line.text.strip()
    return words.endswith("]") and len(words) <= _LONGEST_FOOT and bool(_FOOT.fullmatch(words))


def _key(line: Line) -> str:
    return " ".join(_NUMBERS.sub("#", line.text).split())
