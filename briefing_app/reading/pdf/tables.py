"""Tables: cells parted by rules, or by white strips with short words on either side."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing_app.reading.pdf.drawings import Rule
from briefing_app.reading.pdf.joining import joined
from briefing_app.reading.pdf.pieces import Piece, cut
from briefing_app.reading.pdf.rows import Row, rows_of

_TOUCH = 3.0
_FEWEST_ROWS = 3
_MOST_LINES = 14
"""A cell of more lines is a column of text with a rule beside it."""
_SHORT_CELLS = 2.3
"""Words that cells of the shortest column have on average in a table without rules."""
_SHORT_ALL = 3.2
_STRIP = 0.7
_REACH = 2.6
_FILLED = 0.6
_IN_STEP = 0.6
_TIGHT = 0.85
"""Share of the usual distance of rows below which a row is only a further line of the one above."""
_RUNNING = 0.6
"""Share of the lines of a column that begin small, where it is running text."""
_STOPS = ".:;!?"
_FLUSH = 1.5
"""Points by which lines spread to the column's edges may miss them."""
_DIGIT = re.compile(r"\d")
_NUMERIC = re.compile(r"[\d.,%()$€£+\-–—/\s]*\d[\d.,%()$€£+\-–—/\s]*")

Cell = list[Piece]


@dataclass(slots=True)
class Table:
    """Rows of cells, each the lines in it."""

    rows: list[list[Cell]]
    beside: bool = False
    """Whether its columns are to be read one after the other, for they only stand beside one another."""

    @property
    def columns(self) -> list[list[Piece]]:
        """The lines of each column."""
        return [[piece for cell in column for piece in cell] for column in zip(*self.rows, strict=True)]

    @property
    def pieces(self) -> list[Piece]:
        """All lines of all cells."""
        return [piece for row in self.rows for cell in row for piece in cell]


def ruled_tables(rows: Sequence[Row], rules: Sequence[Rule]) -> Iterator[Table]:
    """Yield the tables whose cells are parted by rules."""
    pieces = [piece for row in rows for piece in row.pieces]
    for xs, ys in _grids(rules):
        inside = [one for one in pieces if xs[0] < (one.left + one.right) / 2 < xs[-1] and ys[0] < _middle(one) < ys[-1]]
        if not inside:
            continue
        cells: list[list[list[Piece]]] = [[[] for _ in xs[1:]] for _ in ys[1:]]
        for piece in inside:
            row = _slot(ys, _middle(piece))
            for part in cut(piece, xs[1:-1]):
                cells[row][_slot(xs, (part.left + part.right) / 2)].append(part)
        filled = [[lines_of(cell) for cell in row] for row in cells]
        kept = [row for row in filled if any(row)]
        most = max((len(cell) for row in kept for cell in row), default=0)
        columns = sum(any(row[at] for row in kept) for at in range(len(xs) - 1))
        if columns < 2 or not kept or most > _MOST_LINES or (len(kept) == 1 and most > 4):
            continue
        yield Table([part for row in kept for part in _subdivided(row, many=len(kept))])


def _subdivided(row: list[Cell], *, many: int) -> list[list[Cell]]:
    """Return the rows that one between two rules holds: many tables have rules at head and foot alone."""
    anchors = next((cell for cell in row if cell), [])
    if len(anchors) < (2 if many <= _FEWEST_ROWS else 4):
        return [row]
    others = [cell for cell in row if cell and cell is not anchors]
    matched = max((sum(any(_beside(one, anchor) for one in cell) for anchor in anchors) for cell in others), default=0)
    if matched < 0.7 * len(anchors):
        return [row]
    parts: list[list[Cell]] = [[[] for _ in row] for _ in anchors]
    for at, cell in enumerate(row):
        for piece in cell:
            above = sum(anchor.baseline <= piece.baseline + 0.3 * piece.size for anchor in anchors)
            parts[max(0, above - 1)][at].append(piece)
    return parts


def _beside(one: Piece, two: Piece) -> bool:
    return abs(one.baseline - two.baseline) < 0.25 * two.size


def _middle(piece: Piece) -> float:
    return piece.baseline - 0.3 * piece.size


def _slot(edges: Sequence[float], at: float) -> int:
    return max(0, min(len(edges) - 2, sum(edge <= at for edge in edges) - 1))


def lines_of(cell: Sequence[Piece]) -> Cell:
    """Return the lines that the pieces of a cell make."""
    return [joined(row.pieces) for row in rows_of(cell)]


def _grids(rules: Sequence[Rule]) -> Iterator[tuple[list[float], list[float]]]:
    """Yield the edges of columns and rows of each net of rules that touch."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda one: (one.top, one.left)):
        touching = [group for group in groups if any(_touch(rule, other) for other in group)]
        merged = [rule, *(one for group in touching for one in group)]
        groups = [group for group in groups if not any(group is one for one in touching)]
        groups.append(merged)
    for group in groups:
        xs = _distinct(rule.left for rule in group if not rule.level)
        ys = _distinct(rule.top for rule in group if rule.level)
        if len(xs) >= 2 and len(ys) >= 2 and len(xs) + len(ys) > 4:
            left, right = min(rule.left for rule in group), max(rule.right for rule in group)
            # Tables often have no rule at their sides.
            if xs[0] > left + 20:
                xs.insert(0, left)
            if xs[-1] < right - 20:
                xs.append(right)
            yield xs, ys


def _touch(one: Rule, two: Rule) -> bool:
    return (
        one.left <= two.right + _TOUCH
        and two.left <= one.right + _TOUCH
        and one.top <= two.bottom + _TOUCH
        and two.top <= one.bottom + _TOUCH
    )


def _distinct(values: Iterator[float]) -> list[float]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _TOUCH:
            kept.append(value)
    return kept


def aligned_tables(rows: Sequence[Row], *, alone: bool) -> Iterator[Table]:
    """Yield the tables without rules: rows whose pieces stand in columns of short words.

    ``alone``: the page's text has one column, so what stands beside it is a letter's head or a margin's.
    """
    at = 0
    while at < len(rows):
        end, strips = _run(rows, at)
        apart = end - at >= _FEWEST_ROWS and not _is_spread(rows, at, end)
        table = _table(rows[at:end], strips, alone=alone) if apart else None
        if table:
            yield table
            at = end
        else:
            at += 1


def _is_spread(rows: Sequence[Row], at: int, end: int) -> bool:
    """Tell whether rows are lines of running text spread from edge to edge, as the line before or after them in step is."""
    first = rows[at]
    own = rows[at:end]
    step = rows[at + 1].baseline - first.baseline

    def alike(row: Row) -> bool:
        return abs(row.left - first.left) < _FLUSH and abs(row.right - first.right) < _FLUSH

    around = [*([(rows[at - 1], first)] if at else []), *((after, own[-1]) for after in rows[end : end + 1])]
    in_step = [other for other, near in around if abs(abs(other.baseline - near.baseline) - step) < _FLUSH]
    return all(map(alike, own)) and any(map(alike, in_step)) and not any(_DIGIT.search(row.text) for row in own)


def _run(rows: Sequence[Row], at: int) -> tuple[int, list[float]]:
    """Return where the rows end that have white strips in common with row ``at``, and the strips' middles."""
    first = rows[at]
    strips = [
        (one.right, two.left)
        for one, two in zip(first.pieces, first.pieces[1:], strict=False)
        if two.left - one.right > _STRIP * first.size
    ]
    if not strips:
        return at, []
    end = at + 1
    while end < len(rows):
        row, before = rows[end], rows[end - 1]
        if row.baseline - before.baseline > _REACH * max(row.size, before.size):
            break
        narrowed = [_narrowed(strip, row) for strip in strips]
        kept = [strip for strip in narrowed if strip[1] - strip[0] > _STRIP * row.size]
        if len(kept) < len(strips):
            break
        strips = kept
        end += 1
    whole = [row.baseline for row in rows[at:end] if len(row.pieces) > 1]
    usual = min((two - one for one, two in pairwise(whole)), default=0.0)
    while end > at and len(rows[end - 1].pieces) == 1:
        last = rows[end - 1]
        if end - 2 > at and last.baseline - rows[end - 2].baseline < _TIGHT * usual and last.left > first.pieces[0].right:
            break  # the further line of the last row's cell
        end -= 1
    return end, [(low + high) / 2 for low, high in strips]


def _narrowed(strip: tuple[float, float], row: Row) -> tuple[float, float]:
    low, high = strip
    middle = (low + high) / 2
    for piece in row.pieces:
        if piece.left < middle < piece.right:
            # A cell may be longer than the head of its column: it ends before the strip does, or begins behind where it began.
            if not (piece.left <= low) ^ (piece.right >= high):
                return low, low
            low, high = (piece.right, high) if piece.left <= low else (low, piece.left)
        elif piece.right <= middle:
            low = max(low, piece.right)
        else:
            high = min(high, piece.left)
    return low, high


def _table(rows: Sequence[Row], strips: Sequence[float], *, alone: bool) -> Table | None:
    made: list[list[Cell]] = []
    for row in rows:
        cells: list[Cell] = [[] for _ in range(len(strips) + 1)]
        for piece in row.pieces:
            cells[sum(strip < piece.left for strip in strips)].append(piece)
        made.append([lines_of(cell) if cell else [] for cell in cells])
    made = _continued(made)
    full = sum(sum(map(bool, cells)) > 1 for cells in made)
    if full < max(_FEWEST_ROWS, _FILLED * len(made)) or not _in_step(made):
        return None
    words = [[sum(len(piece.text.split()) for piece in cells[at]) for cells in made if cells[at]] for at in range(len(strips) + 1)]
    averages = [sum(column) / len(column) for column in words if column]
    numeric = [all(_NUMERIC.fullmatch(piece.text) for cells in made[1:] for piece in cells[at]) for at in range(len(strips) + 1)]
    beside = any(_runs_on([cells[at] for cells in made if cells[at]]) for at in range(len(strips) + 1))
    if beside and alone and min(averages) <= _SHORT_CELLS:
        return Table(made, beside=True)
    if not (any(numeric) or (min(averages) <= _SHORT_CELLS and len(averages) > 2) or max(averages) <= _SHORT_ALL):
        return None
    return Table(made, beside=beside)


def _runs_on(cells: Sequence[Cell]) -> bool:
    """Tell whether a column is running text beside other text, as in a letter's head: its lines go on amid sentences."""
    texts = [" ".join(piece.text for piece in cell) for cell in cells]
    small = sum(after[:1].islower() and before[-1:] not in _STOPS for before, after in pairwise(texts))
    long = sum(text.count(" ") > 1 for text in texts)
    return len(texts) >= _FEWEST_ROWS and small >= _RUNNING * (len(texts) - 1) and 2 * long > len(texts)


def _in_step(rows: Sequence[list[Cell]]) -> bool:
    """Tell whether cells stand in rows: two columns of text beside each other often share no baseline."""
    for at in range(len(rows[0]) - 1):
        left = [any(row[: at + 1]) for row in rows]
        right = [any(row[at + 1 :]) for row in rows]
        both = sum(one and two for one, two in zip(left, right, strict=True))
        if both < _IN_STEP * min(sum(left), sum(right)):
            return False
    return True


def _baseline(row: Sequence[Cell]) -> float:
    return min((cell[0].baseline for cell in row if cell), default=0.0)


def _continued(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Join the further lines of cells to the row they go on from: a row close below with cells empty, the first one mostly."""
    steps = [_baseline(two) - _baseline(one) for one, two in pairwise(rows)]
    into_whole = sorted(step for step, row in zip(steps, rows[1:], strict=True) if all(row))
    usual = into_whole[len(into_whole) // 2] if into_whole else 0.0
    kept: list[list[Cell]] = []
    for at, row in enumerate(rows):
        if (
            kept
            and not all(row)
            and steps[at - 1] < _TIGHT * usual
            and all(above for above, own in zip(kept[-1], row, strict=True) if own)
        ):
            for cell, own in zip(kept[-1], row, strict=True):
                cell.extend(own)
            continue
        if kept and not row[0] and sum(map(bool, row)) == 1 and len(row) > 1:
            last = kept[-1]
            below = next(cell for cell in row if cell)[0]
            above = [cell[-1] for cell, new in zip(last, row, strict=True) if new and cell]
            if above and below.baseline - above[0].baseline < 1.35 * below.size:
                for cell, new in zip(last, row, strict=True):
                    cell.extend(new)
                continue
        kept.append(row)
    return kept
