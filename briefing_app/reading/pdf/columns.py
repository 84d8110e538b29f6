"""Lines in reading order: columns are chains of lines, and chains follow one another as a reader goes from one to the next."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing_app.reading.pdf.joining import joined
from briefing_app.reading.pdf.pieces import Piece
from briefing_app.reading.pdf.rows import gutters, rows_of

_SLIVER = 1.5
"""Points by which two lines may overlap sideways and still stand side by side."""


@dataclass(slots=True)
class Column:
    """Lines one below the other."""

    lines: list[Piece]

    @property
    def left(self) -> float:
        """The left edge."""
        return min(line.left for line in self.lines)

    @property
    def right(self) -> float:
        """The right edge."""
        return max(line.right for line in self.lines)

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.lines[0].top

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.lines[-1].bottom


def lines_of(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the lines of a page, down the page: pieces joined but for gutters."""
    rows = rows_of(pieces)
    parted = gutters(rows)
    lines: list[Piece] = []
    for at, row in enumerate(rows):
        starts = parted.get(at, [])
        group: list[Piece] = []
        for piece in row.pieces:
            if group and piece.left in starts:
                lines.append(joined(group))
                group = []
            group.append(piece)
        lines.append(joined(group))
    return lines


def columns_of(lines: Sequence[Piece]) -> list[Column]:
    """Return the columns of a page in reading order."""
    return _ordered(_chains(sorted(lines, key=lambda line: (line.baseline, line.left))))


def _chains(lines: Sequence[Piece]) -> list[Column]:
    above: list[list[int]] = []
    below: list[list[int]] = [[] for _ in lines]
    skyline: list[tuple[float, float, int]] = []
    for at, line in enumerate(lines):
        seen = {index for left, right, index in skyline if left < line.right - _SLIVER and line.left < right - _SLIVER}
        # An indented line leaves what is above it in sight: only the nearest counts.
        own = [one for one in seen if not any(other > one and _overlap(lines[one], lines[other]) for other in seen)]
        above.append(own)
        for index in own:
            below[index].append(at)
        kept: list[tuple[float, float, int]] = []
        for left, right, index in skyline:
            if left < line.left:
                kept.append((left, min(right, line.left), index))
            if right > line.right:
                kept.append((max(left, line.right), right, index))
        kept.append((line.left, line.right, at))
        skyline = [one for one in kept if one[1] > one[0]]
    columns: list[Column] = []
    of: dict[int, Column] = {}
    for at, line in enumerate(lines):
        over = above[at]
        if len(over) == 1 and below[over[0]] == [at]:
            column = of[over[0]]
            column.lines.append(line)
        else:
            column = Column([line])
            columns.append(column)
        of[at] = column
    return columns


def _overlap(one: Piece, two: Piece) -> bool:
    return min(one.right, two.right) - max(one.left, two.left) > _SLIVER


def _ordered(columns: list[Column]) -> list[Column]:
    """Sort by what must come first (Breuel 2003): above where they overlap, else left unless something spans between."""
    many = len(columns)
    boxes = [(one.left, one.top, one.right, one.bottom) for one in columns]
    before: list[set[int]] = [set() for _ in range(many)]
    for a in range(many):
        for b in range(many):
            if a != b and _precedes(boxes, a, b):
                before[b].add(a)
    order: list[int] = []
    waiting = sorted(range(many), key=lambda at: (boxes[at][1], boxes[at][0]))
    done: set[int] = set()
    while waiting:
        ready = next((at for at in waiting if before[at] <= done), waiting[0])
        waiting.remove(ready)
        done.add(ready)
        order.append(ready)
    return [columns[at] for at in order]


def _precedes(boxes: Sequence[tuple[float, float, float, float]], a: int, b: int) -> bool:
    one, two = boxes[a], boxes[b]
    if min(one[2], two[2]) > max(one[0], two[0]):
        return (one[1] + one[3]) < (two[1] + two[3])
    if one[2] > two[0]:
        return False
    low, high = min(one[3], two[3]), max(one[1], two[1])
    for c, box in enumerate(boxes):
        if c not in (a, b) and low <= (box[1] + box[3]) / 2 <= high and box[0] < one[2] and two[0] < box[2]:
            return False
    return True
