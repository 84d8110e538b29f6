"""Where words stand on the pages of a file that has pages: its lines with their boxes, and the rectangles of a passage."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from briefing_app.domain.span import Span


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page as it is seen (turned as the file says), in points from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as it stands on a page (counted from 1): its text and its box.

    ``stops`` are code points of the reading where a word begins, and where it stands from the left, in points; in order.
    """

    span: Span
    page: int
    box: Box
    stops: tuple[tuple[int, float], ...] = ()

    def word(self, x: float) -> Span:
        """Return the word that stands ``x`` points from the page's left, or the nearest to it; blanks at its end are not in it."""
        starts = sorted({self.span.start, *(at for at, _ in self.stops)})
        first = max((at for at in starts if self.edge(at) <= x), default=starts[0])
        return Span(first, next((at for at in starts if at > first), self.span.end))

    def edge(self, place: int) -> float:
        """Return where the code point ``place`` begins, in points from the page's left; even widths within a word."""
        known = ((self.span.start, self.box.left), *self.stops, (self.span.end, self.box.right))
        after = next((index for index, (at, _) in enumerate(known) if at > place), None)
        if after is None:
            return self.box.right
        (start, left), (end, right) = known[max(after - 1, 0)], known[after]
        return left if end == start else left + (right - left) * (place - start) / (end - start)


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A part of a page that a passage covers."""

    page: int
    box: Box


def rectangles(lines: Sequence[PrintedLine], span: Span) -> tuple[Rectangle, ...]:
    """Return the rectangles that a passage covers, a line each; ``lines`` in order of their spans, which do not overlap."""
    first = bisect_right(lines, span.start, key=lambda line: line.span.end)
    last = bisect_left(lines, span.end, key=lambda line: line.span.start)
    found = []
    for line in lines[first:last]:
        left = line.edge(max(span.start, line.span.start))
        right = line.edge(min(span.end, line.span.end))
        found.append(Rectangle(line.page, Box(left, line.box.top, right, line.box.bottom)))
    return tuple(found)


def words_between(lines: Sequence[PrintedLine], first: tuple[int, float, float], last: tuple[int, float, float]) -> Span | None:
    """Return the passage from the word at one point of the pages to the word at another, whichever stands first.

    A point is a page (from 1) and its place there in points from the top left; the nearest line counts. None on bare pages.
    """
    words = [word for point in (first, last) if (word := _word_at(lines, *point))]
    if not words:
        return None
    return Span(min(word.start for word in words), max(word.end for word in words))


def _word_at(lines: Sequence[PrintedLine], page: int, x: float, y: float) -> Span | None:
    here = (line for line in lines if line.page == page)
    nearest = min(here, key=lambda line: _away(line.box, x, y), default=None)
    return nearest.word(x) if nearest else None


def _away(box: Box, x: float, y: float) -> tuple[float, float]:
    """Return how far a box is from a point: in the line's own direction less counts than across it, as reading goes."""
    across, along = max(box.top - y, y - box.bottom, 0.0), max(box.left - x, x - box.right, 0.0)
    return (across * 3 + along, across)
