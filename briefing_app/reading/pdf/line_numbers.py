"""Line numbers in the margin of drafts and bills: taken out, for no sentence says them."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from briefing_app.reading.pdf.leaves import Leaf
from briefing_app.reading.pdf.pieces import Piece
from briefing_app.reading.pdf.rows import Row

_FEWEST = 5
_STEPS = frozenset({1, 2, 5, 10})
_EDGE = 2.0
_SMALL = 0.15
"""Share of the numbered lines that begin with a small letter, as lines of running text do and rows and list items do not."""


def without_line_numbers(leaf: Leaf) -> None:
    """Take the line numbers off a page."""
    for last, by_left in ((False, False), (False, True), (True, True)):
        groups: defaultdict[int, list[tuple[Row, Piece]]] = defaultdict(list)
        for row in leaf.rows:
            piece = row.pieces[-1] if last else row.pieces[0]
            if piece.text.isdigit() and len(piece.text) < 5:
                groups[round((piece.left if by_left else piece.right) / _EDGE)].append((row, piece))
        for numbered in groups.values():
            if _is_margin(leaf, numbered, last=last):
                gone = {id(piece) for _, piece in numbered}
                for row in leaf.rows:
                    row.pieces = [piece for piece in row.pieces if id(piece) not in gone]
                leaf.rows = [row for row in leaf.rows if row.pieces]


def _is_margin(leaf: Leaf, numbered: Sequence[tuple[Row, Piece]], *, last: bool) -> bool:
    if len(numbered) < _FEWEST:
        return False
    values = [int(piece.text) for _, piece in numbered]
    steps = {two - one for one, two in pairwise(values)}
    if len(steps) != 1 or not steps <= _STEPS:
        return False
    own = {id(piece) for _, piece in numbered}
    others = [piece for row in leaf.rows for piece in row.pieces if id(piece) not in own]
    edge = max(piece.right for _, piece in numbered) if not last else min(piece.left for _, piece in numbered)
    beside = [piece for piece in others if (piece.left > edge if not last else piece.right < edge)]
    if len(beside) < 0.9 * len(others):
        return False
    first, end = numbered[0][0].baseline, numbered[-1][0].baseline
    lines = [row.pieces for row in leaf.rows if first - 1 <= row.baseline <= end + 1]
    texts = [next((piece.text for piece in pieces if id(piece) not in own), "") for pieces in lines]
    small = sum(text[:1].islower() for text in texts)
    # Every line is numbered, or every fifth; a list's items are numbered once each, whatever lines they have.
    regular = len(lines) <= (len(numbered) - 1) * min(steps) + 1 + 0.2 * len(lines)
    return regular and small >= max(2, _SMALL * len(lines))
