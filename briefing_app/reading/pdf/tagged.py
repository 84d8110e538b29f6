"""What is taken from a file's own tags: its furniture goes, its tables stand, headings that cannot be right count for nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing_app.reading.pdf.leaves import Leaf
from briefing_app.reading.pdf.pieces import Piece
from briefing_app.reading.pdf.rows import Row
from briefing_app.reading.pdf.tables import Table, lines_of

_MOST_HEADINGS = 0.4
"""Share of a file's letters in headings beyond which its tags mean something else."""
_MOST_LINES = 14
"""A cell of more lines is a part of the page."""
_LARGE = 1.12
"""Times the body's size from which what stands at a page's edge is a title, whatever its tag says."""


def without_wrong_headings(leaves: Sequence[Leaf]) -> None:
    """Take the headings out of all tags where more of the file is tagged as headings than of any paper."""
    pieces = list(_pieces(leaves))
    whole = sum(len(piece.text) for piece in pieces)
    if sum(len(piece.text) for piece in pieces if piece.tag and piece.tag.heading) > _MOST_HEADINGS * whole:
        for piece in pieces:
            if piece.tag:
                piece.tag = replace(piece.tag, heading=0)


def without_artifacts(leaves: Sequence[Leaf], size: float) -> None:
    """Take off the outermost rows that the file itself says are no part of its text; ``size`` is that of most text, in points."""
    for leaf in leaves:
        for edge in (0, -1):
            while len(leaf.rows) > 1 and _is_furniture(leaf.rows[edge], size):
                del leaf.rows[edge]


def tagged_tables(rows: Sequence[Row]) -> Iterator[Table]:
    """Yield the tables that the file itself says are some. Those that only lay out a page have rows of one cell, or long ones."""
    tables: dict[int, dict[int, dict[int, list[Piece]]]] = {}
    for row in rows:
        for piece in row.pieces:
            if piece.tag and all(piece.tag.cell):
                table, line, cell = piece.tag.cell
                tables.setdefault(table, {}).setdefault(line, {}).setdefault(cell, []).append(piece)
    for lines in tables.values():
        made = [[lines_of(cell) for _, cell in sorted(line.items())] for _, line in sorted(lines.items())]
        whole = sum(len(line) > 1 for line in made)
        if whole > 1 and 2 * whole > len(made) and max(len(cell) for line in made for cell in line) <= _MOST_LINES:
            yield Table(made)


def _is_furniture(row: Row, size: float) -> bool:
    return row.size < _LARGE * size and all(piece.tag is not None and piece.tag.artifact for piece in row.pieces)


def _pieces(leaves: Sequence[Leaf]) -> Iterator[Piece]:
    for leaf in leaves:
        for row in leaf.rows:
            yield from row.pieces
