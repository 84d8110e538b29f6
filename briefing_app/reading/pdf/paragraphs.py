"""Lines of columns into paragraphs: where one ends within a column, and where one runs on over columns and pages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefing_app.reading.pdf.columns import Column
from briefing_app.reading.pdf.pieces import Piece

_LEADING = 1.3
"""Times the usual distance of lines beyond which a paragraph ends."""
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]{0,3}\d{0,3}$")


@dataclass(slots=True)
class Line:
    """A line and the page it stands on, from 0, with the turn of its text."""

    piece: Piece
    page: int
    turn: int


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: list[Line] = field(default_factory=list)

    @property
    def size(self) -> float:
        """The size of its type."""
        return max(line.piece.size for line in self.lines)


def paragraphs_of(column: Column, page: int, turn: int, leading: float) -> Iterator[Paragraph]:
    """Yield the paragraphs of one column; ``leading`` is the usual distance of its lines, in ems."""
    open_ = Paragraph()
    for piece in column.lines:
        if open_.lines and _ends(open_.lines, piece, column, leading):
            yield open_
            open_ = Paragraph()
        open_.lines.append(Line(piece, page, turn))
    if open_.lines:
        yield open_


def usual_leading(columns: Sequence[Column]) -> float:
    """Return the commonest distance of lines in ems."""
    counts: dict[float, int] = {}
    for column in columns:
        for one, two in zip(column.lines, column.lines[1:], strict=False):
            if 0.9 < one.size / two.size < 1.1:
                distance = round((two.baseline - one.baseline) / two.size, 1)
                counts[distance] = counts.get(distance, 0) + len(two.text)
    return max(counts, key=lambda one: counts[one]) if counts else 1.2


def _ends(lines: Sequence[Line], after: Piece, column: Column, leading: float) -> bool:
    before = lines[-1].piece
    if not 0.9 < before.size / after.size < 1.1 or before.bold != after.bold:
        return True
    distance = (after.baseline - before.baseline) / after.size
    if distance > _LEADING * leading:
        return True
    if after.left > column.left + 0.8 * after.size and before.left < after.left - 0.8 * after.size and len(lines) > 1:
        return True
    first_word = after.text.split(" ", 1)[0]
    room = column.right - before.right - 0.3 * after.size
    return bool(_ENDS.search(before.text)) and room > max(0.5 * after.size * len(first_word), 2 * after.size)
