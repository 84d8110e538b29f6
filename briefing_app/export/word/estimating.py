"""How long texts and pages will be, roughly: only the reader's word processor, with its fonts, will know."""

import math
import unicodedata
from collections.abc import Iterable

from docx.oxml.ns import qn

from briefing_app.export.word.geometry import Geometry
from briefing_app.export.word.looks import LOOK_OF, Look
from briefing_app.export.word.names import Style
from briefing_app.wordfile.order import Element
from briefing_app.wordfile.walking import paragraph_text

_WIDTHS = {"il.,:;'|!’‘ ·": 0.27, 'fjrt()[]-"“”/': 0.36, "mwMW—@%": 0.84}
_LOWER, _UPPER, _WIDE = 0.52, 0.64, 1.0
_OF = {character: width for characters, width in _WIDTHS.items() for character in characters}
_TABLE_PADDING = 10.0


def text_width(text: str, size: float) -> float:
    """Return about how wide a text is on one line, in points, in a common text face of a size."""
    return size * sum(_em(character) for character in text)


def _em(character: str) -> float:
    if character in _OF:
        return _OF[character]
    if unicodedata.east_asian_width(character) in {"W", "F"}:
        return _WIDE
    return _UPPER if character.isupper() or character.isdigit() else _LOWER


def height(elements: Iterable[Element], looks: dict[str, Look], width: float) -> float:
    """Return about how high paragraphs and tables stand, in points. ``looks`` are the styles by their ids."""
    total, after = 0.0, 0.0
    for element in elements:
        if element.tag == qn("w:tbl"):
            total += after + sum(_row(row, looks) for row in element.iterfind(qn("w:tr")))
            after = 0.0
        elif element.tag == qn("w:p"):
            look = looks.get(_style(element), LOOK_OF[Style.NORMAL])
            # Of two spaces that meet, Word keeps the larger one.
            total += max(after, look.before) + _lines(element, look, width) * look.leading
            after = look.after
    return total + after


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if style is None else style.get(qn("w:val"), "")


def _lines(paragraph: Element, look: Look, width: float) -> int:
    lines = paragraph_text(paragraph).split("\n")
    # Words do not fill their lines to the end; a label before a tab stands beside them.
    return sum(max(1, math.ceil(text_width(line.rpartition("\t")[2], look.size) / (width * 0.96))) for line in lines)


def _row(row: Element, looks: dict[str, Look]) -> float:
    cells = row.iterfind(qn("w:tc"))
    return max((height(cell, looks, _cell_width(cell)) for cell in cells), default=0) + _TABLE_PADDING


def _cell_width(cell: Element) -> float:
    width = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
    return max((int(width.get(qn("w:w"), "0")) / 20 if width is not None else 0) - 6, 20)


def pages(points: float, page: Geometry) -> float:
    """Return how many pages a height takes, in tenths."""
    return round(points / (page.height - page.top - page.bottom), 1)
