"""Columns of running text that go down most of a page: tables are looked for, and rows joined, within each alone."""

from collections import defaultdict
from collections.abc import Sequence

from briefing_app.reading.pdf.rows import Row

_EDGE = 2.0
_FEWEST_STARTS = 4
_LONG = 4
"""Words of a line of running text in a narrow column."""
_FEWEST_LONG = 3
_CROSSING = 0.3
_GUTTER = 0.5
_NEAR = 20.0


def lanes_of(rows: Sequence[Row]) -> list[float]:
    """Return the left edges of the columns behind the first, in order; none where the page has one column."""
    pieces = [piece for row in rows for piece in row.pieces]
    starts: defaultdict[int, list[float]] = defaultdict(list)
    for piece in pieces:
        starts[round(piece.left / _EDGE)].append(piece.left)
    found: list[tuple[int, float]] = []
    for key, lefts in starts.items():
        near = lefts + starts.get(key + 1, [])
        if len(near) < _FEWEST_STARTS:
            continue
        edge = min(near)
        before = [piece for piece in pieces if piece.right <= edge - _GUTTER * piece.size]
        behind = [piece for piece in pieces if piece.left >= edge - 0.5]
        own = [piece.baseline for piece in behind if piece.left < edge + _NEAR]
        top, bottom = min(own) - 2, max(own) + 2
        beside = [piece for piece in before if top <= piece.baseline <= bottom]
        # What stands above or below both columns may cross as it likes.
        crossing = sum(top <= piece.baseline <= bottom for piece in pieces) - len(beside)
        crossing -= sum(top <= piece.baseline <= bottom for piece in behind)
        if crossing > _CROSSING * (len(beside) + len(own)):
            continue
        long_behind = sum(_is_long(piece.text) for piece in behind if piece.left < edge + _NEAR)
        long_beside = sum(_is_long(piece.text) for piece in beside)
        if min(long_behind, long_beside) >= _FEWEST_LONG:
            found.append((crossing * 4 - len(near), edge))
    kept: list[float] = []
    for _, edge in sorted(found):
        if all(_apart(rows, edge, other) for other in kept):
            kept.append(edge)
    return sorted(kept)


def _is_long(text: str) -> bool:
    return text.count(" ") + 1 >= _LONG


def _apart(rows: Sequence[Row], one: float, two: float) -> bool:
    """Tell whether running text stands between two edges: else they are one, its indented lines starting the second."""
    low, high = min(one, two), max(one, two)
    between = [piece for row in rows for piece in row.pieces if piece.left >= low - 1 and piece.right <= high]
    return high - low > _NEAR and sum(_is_long(piece.text) for piece in between) >= _FEWEST_LONG
