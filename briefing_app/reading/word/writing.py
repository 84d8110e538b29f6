"""The blocks of a Word file set down in reading order: headings, paragraphs, list items, quotations, tables, then the notes."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from docx.oxml.ns import qn

from briefing_app.domain.reading import BlockKind, InlineKind
from briefing_app.reading.sheet import Sheet, Written
from briefing_app.wordfile.flow import Chunk, Content, Paragraph, Table
from briefing_app.wordfile.pieces import Call, Piece
from briefing_app.wordfile.styles import StyleSheet

_QUOTATIONS = frozenset({"quote", "intense quote", "block text", "quotations", "block quote", "blockquote", "quotation"})
_CONTENTS = re.compile(r"toc (?:\d|heading)|table of (?:figures|authorities)|index \d|contents \d", re.IGNORECASE)
"""Styles of what Word makes out of headings: each of those words stands in the text already."""
_LONGEST_HEADING = 300
_LONGEST_ITEM = 400
"""A numbered item longer than this is a numbered paragraph."""
_LONGEST_CELL = 600
_LONGEST_FIGURE = 120
"""Signs in a cell of a table of one row: figures side by side, each with what it counts."""
_MOST_PARAGRAPHS = 2

Note = Callable[[Call], Sequence[Content] | None]
"""Gives what a called note says; None when the file has no such note."""
Label = Callable[[Call, int], str]
"""Gives the sign that Word prints for the n-th note of its kind, from 1."""


def _no_chunk(_relation: str) -> None:
    """Know of nothing that is set into a file."""


@dataclass(slots=True)
class WordWriter:
    """Writes a document's blocks, then its notes in the order they are called."""

    styles: StyleSheet
    is_bullet: Callable[[str, int], bool]
    """Tells whether items of a list (its number, the level) have bullets rather than numbers."""
    label: Label
    sections: Sequence[frozenset[str]] = ()
    """For each section, the kinds of notes that are counted from 1 again in it."""
    chunk: Callable[[str], Written | None] = _no_chunk
    """Gives what a page or text says that is set into the file, by its relationship."""
    _section: int = 0
    _sheet: Sheet = field(default_factory=Sheet)
    _called: dict[tuple[str, str], str] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)
    _look: tuple[tuple[InlineKind, str | None], ...] = ()

    def write(self, blocks: Sequence[Content], note: Note) -> Written:
        """Return all that the document says."""
        self._blocks(blocks)
        written = 0
        while written < len(self._called):  # a note may call another
            (kind, identifier), label = list(self._called.items())[written]
            written += 1
            for content in note(Call(kind, identifier)) or ():
                for paragraph in _paragraphs(content):
                    self._paragraph(paragraph, BlockKind.FOOTNOTE, 0, label)
        return self._sheet.written()

    def _blocks(self, blocks: Sequence[Content]) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                self._by_style(block)
                self._end_section(block)
            elif isinstance(block, Chunk):
                if (written := self.chunk(block.relation)) is not None:
                    self._sheet.take(written)
            elif self._is_data(block):
                self._rows(block)
            else:
                for row in block.rows:
                    for cell in row:
                        self._blocks(cell)

    def _end_section(self, paragraph: Paragraph) -> None:
        """Go on to the next section behind a paragraph that ends one (ISO/IEC 29500-1, 17.6.18)."""
        if paragraph.element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
            return
        self._section += 1
        for kind in self.sections[self._section] if self._section < len(self.sections) else ():
            self._counts[kind] = 0

    def _by_style(self, paragraph: Paragraph) -> None:
        element, name = paragraph.element, self.styles.name(paragraph.element)
        size = sum(len(piece.words) for piece in paragraph.pieces)
        level = self.styles.heading_level(element)
        if _CONTENTS.fullmatch(name):
            return
        if name == "title" or (level and size <= _LONGEST_HEADING):
            self._paragraph(paragraph, BlockKind.HEADING, level or 1)
        elif name in _QUOTATIONS:
            self._paragraph(paragraph, BlockKind.BLOCK_QUOTE, 1)
        elif (item := self.styles.list_of(element)) and (size <= _LONGEST_ITEM or self.is_bullet(*item)):
            self._paragraph(paragraph, BlockKind.LIST_ITEM, item[1] + 1)
        else:
            self._paragraph(paragraph, BlockKind.PARAGRAPH)

    def _paragraph(self, paragraph: Paragraph, kind: BlockKind, level: int = 0, label: str = "") -> None:
        self._sheet.begin(kind, level, label)
        self._pieces(paragraph.pieces)
        self._sheet.end()

    def _pieces(self, pieces: Sequence[Piece], *, in_cell: bool = False) -> None:
        for piece in pieces:
            self._dress(_look(piece))
            if piece.call is not None:
                self._call(piece.call)
            elif in_cell:
                self._sheet.put(piece.words)
            else:
                self._lines(piece.words)
        self._dress(())

    def _lines(self, words: str) -> None:
        for at, line in enumerate(words.split("\n")):
            if at:
                self._sheet.line_break()
            self._sheet.put(line, literal=True)

    def _dress(self, look: tuple[tuple[InlineKind, str | None], ...]) -> None:
        if look == self._look:
            return
        for _ in self._look:
            self._sheet.close()
        for kind, target in look:
            self._sheet.open(kind, target)
        self._look = look

    def _call(self, call: Call) -> None:
        key = (call.kind, call.identifier)
        if key not in self._called:
            if not call.sign:
                self._counts[call.kind] = self._counts.get(call.kind, 0) + 1
            self._called[key] = call.sign or self.label(call, self._counts[call.kind])
        self._sheet.call(call.sign or self._called[key], self._called[key])

    def _is_data(self, table: Table) -> bool:
        """Tell whether a table's rows belong together, rather than laying a page out."""
        if not table.rows or max(map(len, table.rows)) < 2:
            return False
        longest = _LONGEST_CELL if len(table.rows) > 1 else _LONGEST_FIGURE
        return not any(self._is_text(cell, longest) for row in table.rows for cell in row)

    def _is_text(self, cell: Sequence[Content], longest: int) -> bool:
        paragraphs = [
            block for block in cell if isinstance(block, Paragraph) and any(piece.words.strip() for piece in block.pieces)
        ]
        if any(isinstance(block, Table) for block in cell) or len(paragraphs) > _MOST_PARAGRAPHS:
            return True
        elements = [block.element for block in paragraphs]
        size = sum(len(piece.words) for block in paragraphs for piece in block.pieces)
        return size > longest or any(self.styles.heading_level(one) or self.styles.list_of(one) for one in elements)

    def _rows(self, table: Table) -> None:
        for row in table.rows:
            self._sheet.begin(BlockKind.TABLE_ROW)
            for at, cell in enumerate(row):
                if at:
                    self._sheet.cell()
                for place, paragraph in enumerate(one for block in cell for one in _paragraphs(block)):
                    if place:
                        self._sheet.put(" ")
                    self._pieces(paragraph.pieces, in_cell=True)
            self._sheet.end()


def _paragraphs(content: Content) -> Iterator[Paragraph]:
    if isinstance(content, Paragraph):
        yield content
    if not isinstance(content, Table):
        return
    for row in content.rows:
        for cell in row:
            for block in cell:
                yield from _paragraphs(block)


def _look(piece: Piece) -> tuple[tuple[InlineKind, str | None], ...]:
    look: list[tuple[InlineKind, str | None]] = [(InlineKind.LINK, piece.link)] if piece.link else []
    look += [(InlineKind.STRONG, None)] if piece.strong and not piece.call else []
    look += [(InlineKind.EMPHASIS, None)] if piece.emphasis and not piece.call else []
    return tuple(look)
