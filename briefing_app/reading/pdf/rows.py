"""Rows of pieces, and the gutters that part some of them: white strips down the page."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from briefing_app.reading.pdf.pieces import Piece

_REACH = 3.0
"""Ems down or up to the next row that a strip may run on to."""
_NARROWEST = 0.6
"""Ems of white that a gutter has at least."""
_FEWEST_ROWS = 3
_IN_LINE, _SHARE_IN_LINE = 2.5, 0.6
"""Points by which left edges of one column differ, and the share of its lines that have the commonest."""
_WORDY, _SHARE_WORDY = 1, 0.6
"""Blanks of the pieces on either side, and the share of rows that have so many."""
_LONG, _MANY_LONG = 3, 5
"""Blanks of a line of running text, and how many such lines end before a strip that parts even a single line from them."""
_RAGGED = 5.0
"""Ems from such a line's end to the strip; what ends further off stands in another column."""
_FLUSH, _LOOSE = 1.0, 2.5
"""Points by which a line spread to the column's edge may miss it, and ems of white that part its words at most."""
_BESIDE = 0.2
"""Shares of the smaller size by which baselines of one row may differ."""
_RAISED = 0.6
_CALL = re.compile(r"\d{1,3}|[*†‡§]{1,3}")
"""The sign that calls a note; it may be raised at nearly its line's size."""
_MARK = re.compile(r"[•▪◦‣●○■□·∙◆◇➢➤➔►▶✓✔❖\ue000-\uf8ff–—-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{2,5})[.)]")
_OFF_LINE, _BEHIND = 0.5, 4.0
"""Ems by which a list's mark may stand off its line, and before it."""
_TOUCH = 0.5
_NEARBY = 6
_SMALL = 0.85


@dataclass(slots=True)
class Row:
    """Pieces on one baseline, from left to right; baseline and size are those of its tallest piece."""

    pieces: list[Piece]
    baseline: float
    size: float

    @property
    def text(self) -> str:
        """Its words, pieces parted by a space."""
        return " ".join(piece.text for piece in self.pieces)

    @property
    def left(self) -> float:
        """The left edge."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """The right edge."""
        return max(piece.right for piece in self.pieces)


def rows_of(pieces: Sequence[Piece]) -> list[Row]:
    """Return the rows of a page, down the page; a small raised sign is in the row of what it touches."""
    rows: list[Row] = []
    calls: list[Piece] = []
    for piece in sorted(pieces, key=lambda one: (one.baseline, one.left)):
        if _CALL.fullmatch(piece.text):
            calls.append(piece)
            continue
        row = next((row for row in reversed(rows[-4:]) if _stands_in(piece, row)), None)
        if row is None:
            rows.append(Row([piece], piece.baseline, piece.size))
            continue
        row.pieces.append(piece)
        if piece.size > row.size:
            row.baseline, row.size = piece.baseline, piece.size
    rows.sort(key=lambda row: row.baseline)
    loose = [piece for piece in calls if not _called(piece, rows)]
    for piece in loose:
        row = next((row for row in rows if abs(piece.baseline - row.baseline) < _BESIDE * min(piece.size, row.size)), None)
        if row is None:
            rows.append(Row([piece], piece.baseline, piece.size))
        else:
            row.pieces.append(piece)
    for row in rows:
        row.pieces.sort(key=lambda one: one.left)
    return _with_marks_beside(sorted(rows, key=lambda row: row.baseline))


def _with_marks_beside(rows: list[Row]) -> list[Row]:
    """Return the rows with each mark of a list that stands a little higher or lower than the words behind it put in their row."""
    kept = list(rows)
    for at, row in enumerate(rows):
        mark = row.pieces[0]
        if len(row.pieces) > 1 or not _MARK.fullmatch(mark.text):
            continue
        beside = [
            other
            for other in rows[max(0, at - 2) : at + 3]
            if other is not row
            and abs(other.baseline - mark.baseline) < _OFF_LINE * min(other.size, mark.size)
            and any(-0.1 * one.size < one.left - mark.right < _BEHIND * one.size for one in other.pieces)
        ]
        if beside:
            nearest = min(beside, key=lambda other: abs(other.baseline - mark.baseline))
            nearest.pieces = sorted([mark, *nearest.pieces], key=lambda one: one.left)
            kept = [one for one in kept if one is not row]
    return kept


def _called(piece: Piece, rows: Sequence[Row]) -> bool:
    """Put a raised sign in the row of a word it touches; lines of other columns may stand at its very height."""
    first = bisect_left(rows, piece.baseline + 0.1 * piece.size, key=lambda row: row.baseline)
    for row in rows[first : first + _NEARBY]:
        if row.baseline - piece.baseline > _RAISED * row.size:
            return False
        if row.size * 1.05 >= piece.size and _touches(piece, row):
            row.pieces.append(piece)
            return True
    return False


def _stands_in(piece: Piece, row: Row) -> bool:
    off = abs(piece.baseline - row.baseline)
    small, large = (piece.size, row.size) if piece.size < row.size else (row.size, piece.size)
    if off < _BESIDE * small:
        return True
    if off > _RAISED * large or small >= _SMALL * large:
        return False
    # A small sign beside a word, raised or lowered: it touches what it belongs to.
    return _touches(piece, row)


def _touches(piece: Piece, row: Row) -> bool:
    size = max(piece.size, row.size)
    return any(-0.3 * size < max(piece.left - one.right, one.left - piece.right) < _TOUCH * size for one in row.pieces)


@dataclass(slots=True)
class _Strip:
    low: float
    high: float
    first: int
    last: int


def gutters(rows: Sequence[Row], edges: Sequence[int] = ()) -> dict[int, set[float]]:
    """Return where gutters part each row: the left edges of the pieces that begin behind one, by the row's number.

    ``edges``: where columns begin on other pages, in whole points.
    """
    strips: list[_Strip] = []
    open_: list[tuple[int, Piece, Piece]] = []
    found: dict[int, set[float]] = {}
    for at, row in enumerate(rows):
        for one, two in zip(row.pieces, row.pieces[1:], strict=False):
            size = min(one.size, two.size)
            if two.left - one.right < _NARROWEST * size:
                continue
            known = any(strip.first <= at <= strip.last and one.right <= strip.low and strip.high <= two.left for strip in strips)
            strip = None if known else _strip(rows, at, one.right, two.left, size)
            if strip:
                strips.append(strip)
            if known or strip:
                found.setdefault(at, set()).add(two.left)
            else:
                open_.append((at, one, two))
    for at, one, two in open_:
        # A gutter that the page has elsewhere: the last lines of two columns may stand in one row alone.
        here = any(one.right <= strip.low and strip.high <= two.left for strip in strips)
        if here or (
            any(abs(two.left - edge) < _IN_LINE for edge in edges) and min(one.text.count(" "), two.text.count(" ")) >= _LONG
        ):
            found.setdefault(at, set()).add(two.left)
    return found


def _strip(rows: Sequence[Row], at: int, low: float, high: float, size: float) -> _Strip | None:
    """Return the strip of white from row to row around a gap, where what stands on either side makes a gutter of it."""
    starts = [high]
    long = wordy = 0
    ends = [at, at]
    narrowest = _NARROWEST * size
    for way, step in enumerate((-1, 1)):
        before = rows[at].baseline
        index = at + step
        while 0 <= index < len(rows) and abs(rows[index].baseline - before) < _REACH * max(rows[index].size, size):
            row = rows[index]
            middle = (low + high) / 2
            left = [piece for piece in row.pieces if piece.left < middle]
            right = [piece for piece in row.pieces if piece.left >= middle]
            new_low = max([low, *(piece.right for piece in left)])
            new_high = min([high, *(piece.left for piece in right)])
            if new_high - new_low < narrowest:
                break
            low, high = new_low, new_high
            long += bool(left) and _is_long(left, low, size)
            if left and right:
                starts.append(right[0].left)
                wordy += min(left[-1].text.count(" "), right[0].text.count(" ")) >= _WORDY
            before = row.baseline
            ends[way] = index
            index += step
    in_line = max(sum(abs(one - other) < _IN_LINE for other in starts) for one in starts)
    # Words of loosely set lines leave white strips too, but what stands behind those begins anywhere, or is a word or two.
    gutter = len(starts) >= _FEWEST_ROWS and in_line >= _SHARE_IN_LINE * len(starts) and wordy >= _SHARE_WORDY * (len(starts) - 1)
    return _Strip(low, high, ends[0], ends[1]) if gutter or long >= _MANY_LONG else None


def _is_long(left: Sequence[Piece], low: float, size: float) -> bool:
    """Tell whether a line of running text ends before a strip: one piece, or the pieces of a line spread to the column's edge."""
    blanks, short = left[-1].text.count(" "), low - left[-1].right
    if blanks < _LONG and short < _FLUSH and left[-1].text[-2:-1].isalpha():
        for one, two in zip(left[-2::-1], left[:0:-1], strict=True):
            if two.left - one.right > _LOOSE * size:
                break
            blanks += 1 + one.text.count(" ")
    return blanks >= _LONG and short < _RAGGED * size
