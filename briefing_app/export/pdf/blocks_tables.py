"""Blocks in rows: plain tables, and the matrix of who is asked what; rows are never split, heads are repeated on each page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from briefing_app.domain.briefing import SIGNS, Matrix, MatrixRow, Table, Text, plain, text_of
from briefing_app.domain.briefing import Mark as Cell
from briefing_app.export.pdf.desk import Desk, beside, marks_of
from briefing_app.export.pdf.geometry import LIVE, MEASURE
from briefing_app.export.pdf.marks import Box, Dot, Mark, Rule, Unseen
from briefing_app.export.pdf.setting import Manner
from briefing_app.export.pdf.slabs import Frame, Slab
from briefing_app.export.pdf.tagging.elements import Element
from briefing_app.export.pdf.words import words_of

PADDING = 5.0
"""Above and below a row."""
GAP = 8.0
"""Between columns."""
_MOST_ON_MEASURE = 5
"""Columns; a table of more takes the live width, so that the first, which says what a row is about, is not a narrow one."""
_NUMBER = 30.0
_CELL = 42.0
_SIGN = 13.0
"""Width of a sign in the legend."""
_ROOM = LIVE - _NUMBER - 110.0
"""Width that all columns of a matrix may take together: the rest is for the asks."""


def table(desk: Desk, block: Table) -> Iterator[Slab]:
    """Yield a table on the text measure, or on the live width where its words need it."""
    if not block.head and not block.rows:
        return
    block = block.filled(desk.pages)
    x, widths = _allotted(desk, block)
    ink, accent = desk.colour("ink"), desk.colour("accent")
    total = sum(widths)

    def closed(height: float) -> tuple[Mark, ...]:
        return (Rule(x, height, total, 0.75, ink),)

    frame = Frame(closed)
    whole = desk.element("Table")
    top, count = desk.element("TR", whole), len(widths)
    named = any(cell.strip() for cell in block.head)
    tags = [desk.element("TH", top, scope="Column") if named else None for _ in range(count)]
    marks, height = _cells(desk, block.head, widths, x, "table_head", tags, foot=True)
    head = Slab(
        height + 8.5,
        (Rule(x, 0, total, 1.5, accent), *marks, Rule(x, height + 8.5, total, 0.75, ink)),
        glue=True,
        snap=True,
        frame=frame,
    )
    yield head
    again = replace(head, repeated=True)
    for place, row in enumerate(block.rows):
        line = desk.element("TR", whole)
        cells: list[Element | None] = [desk.element("TD", line) for _ in range(count)]
        if count > 1 and row and plain(text_of(row[0])).strip():
            cells[0] = desk.element("TH", line, scope="Row")
        marks, height = _cells(desk, row, widths, x, "cell", cells)
        hairline = (Rule(x, 0, total, 0.5, desk.colour("line")),) if place else ()
        last = place + 1 == len(block.rows)
        after = 15.0 if last else 0.0
        glue = _kept(place, len(block.rows))
        yield Slab(height + 2 * PADDING, (*hairline, *marks), after=after, glue=glue, head=(again,), frame=frame)


def _kept(place: int, count: int) -> bool:
    """Tell whether a row stays with the next: neither the first nor the last is left alone."""
    return place + 1 < count and place in {0, count - 2}


def _cells(
    desk: Desk,
    words: Sequence[str | Text],
    widths: Sequence[float],
    x: float,
    role: str,
    tags: Sequence[Element | None],
    *,
    foot: bool = False,
) -> tuple[list[Mark], float]:
    """Return a row's words in their cells, at its head or foot; a cell without words is there too, so that columns hold."""
    texts = [
        desk.set(desk.pieces(text_of(cell), role), role, max(width - GAP, 12.0))
        for cell, width in zip((*words, *[""] * len(widths)), widths, strict=False)
    ]
    height = max((12.5, *(text.height for text in texts)))
    marks: list[Mark] = []
    for text, width, tag in zip(texts, widths, tags, strict=True):
        y = PADDING + (height - text.height if foot and text.lines else 0.0)
        marks += marks_of(text, x, y, tag) or ((Unseen(PADDING, tag),) if tag else ())
        x += width
    return marks, height


def _allotted(desk: Desk, block: Table) -> tuple[float, list[float]]:
    """Return the table's left edge and its columns' widths: the shares asked for, but no column narrower than its longest word."""
    count = max((len(block.head), *(len(row) for row in block.rows)))
    shares = [*block.widths, *([0.1] * count)][:count]
    least = [
        max((_longest_word(desk, cells[place], role) for cells, role in _by_role(block) if place < len(cells)), default=0.0) + GAP
        for place in range(count)
    ]
    total = MEASURE if sum(least) <= MEASURE and count <= _MOST_ON_MEASURE else LIVE
    return LIVE - total, allot(shares, least, total)


def _by_role(block: Table) -> list[tuple[tuple[str | Text, ...], str]]:
    return [(block.head, "table_head"), *((row, "cell") for row in block.rows)]


def _longest_word(desk: Desk, words: str | Text, role: str) -> float:
    return max((word.width for word in words_of(desk.pieces(text_of(words), role))), default=0.0)


def allot(shares: Sequence[float], least: Sequence[float], total: float) -> list[float]:
    """Return widths that add up to ``total``: by share, none below its least as long as all those fit."""
    if sum(least) > total:
        return [one * total / sum(least) for one in least]
    fixed: dict[int, float] = {}
    while True:
        rest = total - sum(fixed.values())
        weight = sum(share for place, share in enumerate(shares) if place not in fixed) or 1.0
        widths = [fixed.get(place, share * rest / weight) for place, share in enumerate(shares)]
        short = {place: least[place] for place, width in enumerate(widths) if place not in fixed and width < least[place] - 0.01}
        if not short:
            return widths
        fixed |= short


def matrix(desk: Desk, block: Matrix) -> Iterator[Slab]:
    """Yield the matrix over the live width; more columns than fit go into a second one with the same asks."""
    wanted = [max(_CELL, _longest_word(desk, name, _head_role(block, column)) + 6) for column, name in enumerate(block.head)]
    for columns in _in_groups(wanted, _ROOM):
        yield from _Matrix(desk, block, columns, [wanted[column] for column in columns]).slabs()
    if any(block.legend) and (block.rows or block.head):
        yield _legend(desk, block.legend)


def _head_role(block: Matrix, column: int) -> str:
    return "own_head" if column == block.own else "table_head"


def _in_groups(wanted: Sequence[float], room: float) -> list[range]:
    """Return the columns in as few groups as their widths allow, about equally many in each."""
    count = len(wanted)
    for groups in range(1, count + 1):
        cuts = [round(count * place / groups) for place in range(groups + 1)]
        parts = [range(start, end) for start, end in pairwise(cuts)]
        if groups == count or all(sum(wanted[place] for place in part) <= room for part in parts):
            return parts
    return []


class _Matrix:
    """One matrix of as many columns as fit."""

    def __init__(self, desk: Desk, block: Matrix, columns: range, wanted: list[float]) -> None:
        self._desk, self._block, self._columns = desk, block, columns
        self._widths = wanted if sum(wanted) <= _ROOM else [_ROOM / len(wanted)] * len(wanted)
        self._ask = LIVE - _NUMBER - sum(self._widths)
        self._frame = Frame(self._behind)
        self._table = desk.element("Table")

    def _lefts(self) -> list[float]:
        x = _NUMBER + self._ask
        lefts = []
        for width in self._widths:
            lefts.append(x)
            x += width
        return lefts

    def _behind(self, height: float) -> tuple[Mark, ...]:
        closed = Rule(0, height, LIVE, 0.75, self._desk.colour("ink"))
        if self._block.own is None or self._block.own not in self._columns:
            return (closed,)
        place = self._columns.index(self._block.own)
        return (Box(self._lefts()[place], 0, self._widths[place], height, self._desk.colour("tint")), closed)

    def slabs(self) -> Iterator[Slab]:
        head = self._head()
        yield head
        again = replace(head, repeated=True)
        last = len(self._block.rows) - 1
        for place, row in enumerate(self._block.rows):
            yield self._row(row, again, first=place == 0, glue=place == last or _kept(place, last + 1))

    def _head(self) -> Slab:
        desk, block = self._desk, self._block
        texts = [
            desk.set(block.head[column], _head_role(block, column), width - 4, Manner.BALANCED)
            for column, width in zip(self._columns, self._widths, strict=True)
        ]
        height = max((text.height for text in texts), default=12.5) + 2 * PADDING
        line = desk.element("TR", self._table)
        marks: list[Mark] = [Rule(0, 0, LIVE, 1.5, desk.colour("accent")), *self._asks_head(line, height)]
        for x, width, text in zip(self._lefts(), self._widths, texts, strict=True):
            tag = desk.element("TH", line, scope="Column")
            y = height - PADDING - text.height
            marks += marks_of(text, x, y, tag, measure=width, align=0.5) or (Unseen(y, tag),)
        marks.append(Rule(0, height, LIVE, 0.75, desk.colour("ink")))
        return Slab(height, tuple(marks), snap=True, glue=True, frame=self._frame)

    def _asks_head(self, line: Element, height: float) -> tuple[Mark, ...]:
        """Return what stands above the asks; nothing is read as a cell of its own all the same."""
        desk = self._desk
        text = desk.set(self._block.asks, "table_head", self._ask - 12)
        if not text.lines:
            return (Unseen(0, desk.element("TD", line)),)
        return marks_of(text, _NUMBER, height - PADDING - text.height, desk.element("TH", line, scope="Column"))

    def _row(self, row: MatrixRow, head: Slab, *, first: bool, glue: bool) -> Slab:
        desk = self._desk
        ask = desk.set(row.ask, "cell", self._ask - 12)
        source = desk.set(row.source, "source", self._ask - 12)
        number = desk.set(row.number, "row_number", _NUMBER + 4)
        marks: list[Mark] = [] if first else [Rule(0, 0, LIVE, 0.5, desk.colour("line"))]
        line = desk.element("TR", self._table)
        first_cell = desk.element("TH", line, scope="Row")
        told = [Unseen(PADDING, first_cell), *beside(number, ask, 0, PADDING, desk.element("P", first_cell))]
        marks += (*told, *marks_of(ask, _NUMBER, PADDING, desk.element("P", first_cell)))
        marks += marks_of(source, _NUMBER, PADDING + ask.height, desk.element("P", first_cell))
        middle = PADDING + desk.style("cell").baseline - 3.1
        for place, (x, width) in enumerate(zip(self._lefts(), self._widths, strict=True)):
            column = self._columns[place]
            colour = desk.colour("accent" if column == self._block.own else "ink")
            cell = desk.element("TD", line)
            words = row.spoken[column] if column < len(row.spoken) else ""
            tag = desk.element("Span", cell, spoken=words) if words.strip() else cell
            drawn = _dot(row.cells[column], x + width / 2, middle, colour, tag=tag) if column < len(row.cells) else ()
            marks += drawn or (Unseen(PADDING, tag),)
        height = max(ask.height + source.height, 25.0) + 2 * PADDING
        return Slab(height, tuple(marks), glue=glue, head=(head,), frame=self._frame)


def _dot(cell: Cell, x: float, y: float, colour: str, scale: float = 1.0, tag: Element | None = None) -> tuple[Mark, ...]:
    if cell is Cell.NAMED:
        return (Dot(x, y, 4.2 * scale, colour, tag=tag),)
    if cell is Cell.CHOSEN:
        return (Rule(x - 4.2 * scale, y, 8.4 * scale, 1.3, colour), *((Unseen(y, tag),) if tag else ()))
    return (Dot(x, y, 3.55 * scale, colour, outline=1.3 * scale, tag=tag),) if cell is Cell.GROUP else ()


def _legend(desk: Desk, meanings: tuple[str, ...]) -> Slab:
    """Return what the signs mean, in a row, or below each other where a row has no room for the next."""
    marks: list[Mark] = []
    middle = desk.style("source").baseline - 2.9
    x, y, height = _NUMBER, 0.0, 0.0
    for sign, words in zip(SIGNS, meanings, strict=False):
        text = desk.set(words, "source", LIVE - _NUMBER - _SIGN)
        if not text.lines:
            continue
        if x > _NUMBER and x + _SIGN + text.width > LIVE:
            x, y = _NUMBER, height + 1.25
        marks += (*_dot(sign, x + 4, y + middle, desk.colour("ink"), 0.93), *marks_of(text, x + _SIGN, y, desk.element("P")))
        x += _SIGN + text.width + 20
        height = max(height, y + text.height)
    return Slab(height, tuple(marks), before=7.5, after=15.0)
