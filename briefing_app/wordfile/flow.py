"""The blocks of a Word file in reading order, wherever they are nested: paragraphs with their pieces, tables with their cells."""

from collections.abc import Iterator
from dataclasses import dataclass

from docx.oxml.ns import qn

from briefing_app.wordfile.order import Element
from briefing_app.wordfile.pieces import Piece, Pieces
from briefing_app.wordfile.styles import is_on

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LEFT_OUT = frozenset(
    qn(f"w:{tag}") for tag in ("sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "del", "moveFrom", "sectPr")
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the accepted text: its element (of two joined by a deleted mark, the last) and its pieces."""

    element: Element
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells of blocks; a cell that is merged with the one above it is there, and empty."""

    rows: tuple[tuple[tuple["Paragraph | Table | Chunk", ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Chunk:
    """A place where a part that is a whole page or text belongs; the relationship that leads to it."""

    relation: str


Content = Paragraph | Table | Chunk


def contents(element: Element, pieces: Pieces) -> Iterator[Content]:
    """Yield the blocks in an element; a text box comes after the paragraph that it is tied to."""
    carried: tuple[Piece, ...] = ()
    for child in _children(element):
        if child.tag == qn("w:altChunk"):
            yield Chunk(child.get(qn("r:id"), ""))
            continue
        if child.tag == qn("w:tbl"):
            yield Table(tuple(_rows(child, pieces)))
            continue
        own = (*carried, *pieces.of(child))
        carried = ()
        boxes, pieces.boxes = pieces.boxes, []
        if _ends_deleted(child) or _is_drop_cap(child):
            carried = own  # the next paragraph goes on with it
        else:
            yield Paragraph(child, own)
        for box in boxes:
            yield from contents(box, pieces)
    if carried:
        yield Paragraph(element, carried)


def _children(element: Element, wanted: tuple[str, ...] = (qn("w:p"), qn("w:tbl"), qn("w:altChunk"))) -> Iterator[Element]:
    """Yield the wanted elements below one, through content controls and what else only wraps them."""
    for child in element.iterchildren("*"):
        tag = child.tag
        if tag in _LEFT_OUT:
            continue
        if tag in wanted:
            yield child
        elif tag == f"{_COMPATIBLE}AlternateContent":
            branch = child.find(f"{_COMPATIBLE}Choice")
            branch = child.find(f"{_COMPATIBLE}Fallback") if branch is None else branch
            if branch is not None:
                yield from _children(branch, wanted)
        elif not (tag == qn("w:sdt") and is_on(child.find(qn("w:sdtPr")), "w:showingPlcHdr")):
            yield from _children(child, wanted)


def _rows(table: Element, pieces: Pieces) -> Iterator[tuple[tuple[Content, ...], ...]]:
    for row in _children(table, (qn("w:tr"),)):
        properties = row.find(qn("w:trPr"))
        if properties is not None and (properties.find(qn("w:del")) is not None or is_on(properties, "w:hidden")):
            continue
        cells = _children(row, (qn("w:tc"),))
        kept = [cell for cell in cells if cell.find(f"{qn('w:tcPr')}/{qn('w:cellDel')}") is None]
        yield tuple(tuple(contents(cell, pieces)) for cell in kept)


def _ends_deleted(paragraph: Element) -> bool:
    mark = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
    return mark is not None and any(mark.find(qn(tag)) is not None for tag in ("w:del", "w:moveFrom"))


def _is_drop_cap(paragraph: Element) -> bool:
    """Tell whether a paragraph holds the large letters that the next one begins with (ISO/IEC 29500-1, 17.3.1.11)."""
    frame = paragraph.find(f"{qn('w:pPr')}/{qn('w:framePr')}")
    return frame is not None and frame.get(qn("w:dropCap"), "none") != "none"
