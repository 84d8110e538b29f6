"""Lines of columns into paragraphs, and paragraphs that run on over columns and pages into one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefing_app.domain.reading import BlockKind
from briefing_app.reading.pdf.columns import Column
from briefing_app.reading.pdf.marks import BULLET, DASH, NUMBER
from briefing_app.reading.pdf.pieces import Piece
from briefing_app.reading.pdf.style import Style
from briefing_app.reading.pdf.tags import Tag

_APART = 1.3
"""Times the usual distance of lines beyond which a paragraph ends."""
_INDENT = 0.8
_LARGE = 1.12
"""Times the body's size from which lines are a heading's."""
_ROOM = 0.22
"""Share of the column's width that a line leaves free when the next sentence was put on a line of its own."""
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]{0,3}(?:\d{1,3})?$")
_LONGEST_END = 8
_FEWEST_LEADERS = 5
_LEADERS = re.compile(r"(?:\.\s?){5,}\s*\S{0,8}$")


@dataclass(slots=True)
class Line:
    """A line, the page it stands on (from 0), and the turn of its text."""

    piece: Piece
    page: int
    turn: int = 0


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, and in a table's row its cells; ``mark`` signs at the start of the first line are no words."""

    kind: BlockKind
    lines: list[Line]
    column: Column
    cells: list[list[Line]] = field(default_factory=list)
    level: int = 0
    label: str = ""
    mark: int = 0
    unsure: list[int] = field(default_factory=list)
    """Lines, by number, that may not go on with the one before: a page or column parts them."""

    @property
    def page(self) -> int:
        """The page it begins on, from 0."""
        return self.lines[0].page

    @property
    def text(self) -> str:
        """Its lines, a space between them."""
        return " ".join(line.piece.text for line in self.lines)

    @property
    def size(self) -> float:
        """The size of its first line."""
        return self.lines[0].piece.size

    @property
    def tag(self) -> Tag | None:
        """What the file itself says that it is."""
        return self.lines[0].piece.tag

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.piece.bold for line in self.lines)


def paragraphs_of(column: Column, page: int, turn: int, style: Style) -> Iterator[Paragraph]:
    """Yield the paragraphs of one column, or the rows of one table."""
    if column.table:
        for row in column.table.rows:
            cells = [[Line(piece, page, turn) for piece in cell] for cell in row]
            yield Paragraph(BlockKind.TABLE_ROW, [line for cell in cells for line in cell], column, cells)
        return
    opened: list[Piece] = []
    for piece in column.lines:
        if opened and _ends(opened, piece, column, style):
            yield _paragraph(opened, page, turn, column)
            opened = []
        opened.append(piece)
    if opened:
        yield _paragraph(opened, page, turn, column)


def _paragraph(lines: Sequence[Piece], page: int, turn: int, column: Column) -> Paragraph:
    return Paragraph(BlockKind.PARAGRAPH, [Line(piece, page, turn) for piece in lines], column)


def _ends(lines: Sequence[Piece], after: Piece, column: Column, style: Style) -> bool:
    before = lines[-1]
    if before.tag and after.tag and (before.tag.heading or after.tag.heading):
        return before.tag.element != after.tag.element
    size = max(before.size, after.size)
    alike = 0.93 < before.size / after.size < 1.07
    distance = (after.baseline - before.baseline) / size
    if distance > max(_APART * style.leading, style.leading + 0.25) or not (
        alike or _dropped(before, after) or _runs_in(before, after, column, style)
    ):
        return True
    if before.text.count(".") >= _FEWEST_LEADERS and _LEADERS.search(before.text):
        return True
    if after.size > _LARGE * style.size and alike and before.bold == after.bold:
        return False  # a heading over several lines
    ended = bool(_ENDS.search(before.text[-_LONGEST_END:]))
    edge = _right_edge(column, before)
    fits = edge - before.right > first_word(after) + 0.6 * after.size
    if before.bold != after.bold and (fits or ended):
        return True
    if BULLET.match(after.text):
        return True
    if (NUMBER.match(after.text) or DASH.match(after.text)) and (
        ended or fits or before.text.endswith((",", " and", " y", " et", " or"))
    ):
        return after.left <= lines[0].left + 3 * size
    if fits and (ended or (not after.text[:1].islower() and edge - before.right > _ROOM * (edge - column.left))):
        return not _centred(before, after)
    return _indents(lines, after, column, ended=ended)


def _runs_in(before: Piece, after: Piece, column: Column, style: Style) -> bool:
    """Tell whether a full line goes on in the next though most of it is a little smaller or larger: words in small capitals."""
    edge = _right_edge(column, before)
    return (
        0.8 < before.size / after.size < 1.25
        and max(before.size, after.size) < _LARGE * style.size
        and edge - before.right <= first_word(after) + 0.6 * after.size
        and abs(before.left - after.left) < _INDENT * after.size
        and after.baseline - before.baseline < (style.leading + 0.15) * max(before.size, after.size)
        and not _ENDS.search(before.text[-_LONGEST_END:])
    )


def _indents(lines: Sequence[Piece], after: Piece, column: Column, *, ended: bool) -> bool:
    before, size = lines[-1], after.size
    if _centred(before, after):
        return False
    if ended and not _hangs(lines[0]) and _stands_in(column, after) and _stands_in(column, before) and len(lines) == 1:
        return True  # one indented line after another
    if ended and _hangs(lines[0]) and len(lines[0].stops) > 1 and (len(lines) == 1 or before.left > lines[0].left + 1.5):
        # An item's further lines stand below its first word.
        return (
            min(abs(after.left - lines[0].stops[1][1]), abs(after.left - (before.left if len(lines) > 1 else after.left + 9))) > 1.5
        )
    if after.left > before.left + _INDENT * size:
        # The first line of a new paragraph stands in; the second line of an item or reference does as well.
        return len(lines) > 1 or (ended and not _hangs(lines[0]))
    hanging = len(lines) > 1 and before.left > lines[0].left + _INDENT * size
    return hanging and after.left < before.left - _INDENT * size and abs(after.left - lines[0].left) < _INDENT * size


def _stands_in(column: Column, line: Piece) -> bool:
    return column.flush and _INDENT * line.size < line.left - column.left < 4 * line.size


def _hangs(first: Piece) -> bool:
    return bool(BULLET.match(first.text) or DASH.match(first.text) or NUMBER.match(first.text))


def _centred(one: Piece, two: Piece) -> bool:
    return abs(one.left + one.right - two.left - two.right) < 4 and abs(one.left - two.left) > 4


def _dropped(before: Piece, after: Piece) -> bool:
    # A line whose first letter is a large initial counts with its size.
    return before.text[:1].isupper() and before.size > 1.6 * after.size and len(before.text.split(" ", 1)[0]) < 3


def first_word(piece: Piece) -> float:
    """Return how long the first word of a line is."""
    if len(piece.stops) < 2:
        return piece.width
    return piece.stops[1][1] - piece.left - 0.2 * piece.size


def _right_edge(column: Column, piece: Piece) -> float:
    return max(column.reach.get(round(piece.size), 0.0), column.right)
