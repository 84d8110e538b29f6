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
