"""Pieces into lines: those of one row are joined unless a white strip down the page, a gutter, parts them."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing_app.reading.pdf.pieces import Piece

_REACH = 3.0
"""Ems down or up to the next row that a strip may run on to."""
_NARROWEST = 0.6
"""Ems of white that a gutter has at least."""
_FEWEST_ROWS = 3


@dataclass(slots=True)
class Row:
    """Pieces on one baseline, from left to right."""

    pieces: list[Piece]

    @property
    def baseline(self) -> float:
        """That of its tallest piece."""
        return max(self.pieces, key=lambda piece: piece.size).baseline

    @property
    def size(self) -> float:
        """The size of its tallest piece."""
        return max(piece.size for piece in self.pieces)


def rows_of(pieces: Sequence[Piece]) -> list[Row]:
    """Return the rows of a page, down the page; a small raised sign is in the row of its neighbours."""
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda one: (one.baseline, one.left)):
        row = next((row for row in reversed(rows[-4:]) if _stands_in(piece, row)), None)
        if row is None:
            rows.append(Row([piece]))
        else:
            row.pieces.append(piece)
    for row in rows:
        row.pieces.sort(key=lambda one: one.left)
    return sorted(rows, key=lambda row: row.baseline)


def _stands_in(piece: Piece, row: Row) -> bool:
    largest = max(row.pieces, key=lambda one: one.size)
    size = max(piece.size, largest.size)
    off = abs(piece.baseline - largest.baseline)
    if off < 0.2 * min(piece.size, largest.size):
        return True
    if off > 0.6 * size or not 0 < min(piece.size, largest.size) < 0.85 * size:
        return False
    # A small sign beside a word, raised or lowered: it touches what it belongs to.
    return any(-0.3 * size < max(piece.left - one.right, one.left - piece.right) < 0.35 * size for one in row.pieces)


def gutters(rows: Sequence[Row]) -> dict[int, list[float]]:
    """Return where gutters part each row: the left edges of the pieces that begin behind one, by the row's number."""
    strong: list[tuple[float, float, int, int]] = []
    weak: list[tuple[int, Piece, Piece]] = []
    found: dict[int, list[float]] = {}
    for at, row in enumerate(rows):
        for one, two in zip(row.pieces, row.pieces[1:], strict=False):
            size = min(one.size, two.size)
            if two.left - one.right < _NARROWEST * size:
                continue
            strip = _strip(rows, at, one.right, two.left, size)
            if strip:
                strong.append(strip)
                found.setdefault(at, []).append(two.left)
            else:
                weak.append((at, one, two))
    for at, one, two in weak:
        if any(one.right <= low and high <= two.left for low, high, _, _ in strong):
            found.setdefault(at, []).append(two.left)
    return found


def _strip(rows: Sequence[Row], at: int, low: float, high: float, size: float) -> tuple[float, float, int, int] | None:
    both = 1
    first = last = at
    for step in (-1, 1):
        before = rows[at]
        index = at + step
        while 0 <= index < len(rows) and abs(rows[index].baseline - before.baseline) < _REACH * max(rows[index].size, size):
            ends = [piece.right for piece in rows[index].pieces if piece.left < (low + high) / 2]
            starts = [piece.left for piece in rows[index].pieces if piece.left >= (low + high) / 2]
            new_low, new_high = max([low, *ends]), min([high, *starts])
            if new_high - new_low < _NARROWEST * size:
                break
            low, high = new_low, new_high
            both += bool(ends and starts)
            before = rows[index]
            first, last = min(first, index), max(last, index)
            index += step
    if both < _FEWEST_ROWS:
        return None
    return low, high, first, last
