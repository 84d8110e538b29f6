"""What a tagged file says of its own structure: which words of a page are headings, items, quotations, notes, or no part of it.

Many files are tagged wrongly, or in part. So a page is believed only where its tags cover nearly all of its words, a file only
where no more of it is headings than of any paper, and then only in what the look of a page cannot tell as well (ISO 32000-1, 14.7).
"""

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_DEEPEST = 40
_COVERED = 0.9
_MOST = 20_000
"""Elements of a page; trees may go round in circles."""
_HEADINGS = {"Title": 1, "H": 1, **{f"H{level}": level for level in range(1, 7)}}
_BLOCKS = frozenset({*_HEADINGS, "P", "Note", "FENote", "Lbl", "LBody", "TD", "TH", "Caption", "TOCI", "BlockQuote"})
_ARTIFACT = "Artifact"


@dataclass(frozen=True, slots=True)
class Tag:
    """What stretch of a page's content is: the number of its element on the page, and what stands around it.

    ``heading`` is a heading's level and ``item`` a list item's depth, both from 1; 0 for all else.
    """

    element: int
    heading: int = 0
    item: int = 0
    quoted: bool = False
    noted: bool = False
    cell: tuple[int, int, int] = (0, 0, 0)
    """The numbers of its table, row and cell, if it is in one."""
    artifact: bool = False

    @property
    def tabled(self) -> bool:
        """Whether it is in a table."""
        return self.cell[0] > 0


ARTIFACT = Tag(-1, artifact=True)
"""What is no part of the text: running heads and feet, rules, grounds."""


def tags_of(page: pdfium.PdfPage) -> dict[int, Tag]:
    """Return the tags of a page by the number of the marked content; none where the file is not tagged."""
    tree = pdfium_c.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return {}
    try:
        return _Walk().tags(tree)
    finally:
        pdfium_c.FPDF_StructTree_Close(tree)


def mark_of(drawn: Any) -> int | None:
    """Return the number of the marked content that an operation belongs to, -1 for none, None for what is no part of the text."""
    operation = ctypes.cast(drawn, pdfium_c.FPDF_PAGEOBJECT)
    number = pdfium_c.FPDFPageObj_GetMarkedContentID(operation)
    if number >= 0:
        return int(number)
    name = (ctypes.c_ushort * 16)()
    length = ctypes.c_ulong()
    for at in range(min(8, pdfium_c.FPDFPageObj_CountMarks(operation))):
        mark = pdfium_c.FPDFPageObj_GetMark(operation, at)
        if pdfium_c.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), length):
            found = bytes(name)[: max(0, length.value - 2)].decode("utf-16-le", "replace")
            if found == _ARTIFACT:
                return None
    return -1


class _Walk:
    def __init__(self) -> None:
        self._found: dict[int, Tag] = {}
        self._elements = 0
        self._type = ctypes.create_string_buffer(64)

    def tags(self, tree: Any) -> dict[int, Tag]:
        for at in range(min(_MOST, pdfium_c.FPDF_StructTree_CountChildren(tree))):
            self._element(pdfium_c.FPDF_StructTree_GetChildAtIndex(tree, at), Tag(0), 0)
        return self._found

    def _element(self, element: Any, around: Tag, depth: int) -> None:
        self._elements += 1
        if not element or depth > _DEEPEST or self._elements > _MOST:
            return
        tag = self._tag(self._role(element), around)
        for at in range(min(_MOST, pdfium_c.FPDF_StructElement_CountChildren(element))):
            number = pdfium_c.FPDF_StructElement_GetChildMarkedContentID(element, at)
            if number >= 0:
                self._found.setdefault(number, tag)
            else:
                self._element(pdfium_c.FPDF_StructElement_GetChildAtIndex(element, at), tag, depth + 1)

    def _role(self, element: Any) -> str:
        length = pdfium_c.FPDF_StructElement_GetType(element, self._type, len(self._type))
        return self._type.raw[: max(0, min(length, len(self._type)) - 2)].decode("utf-16-le", "replace")

    def _cell(self, role: str, around: tuple[int, int, int]) -> tuple[int, int, int]:
        here, (table, row, _) = self._elements, around
        if role == "Table":
            return here, 0, 0
        if role == "TR":
            return table, here, 0
        return (table, row, here) if role in {"TD", "TH"} else around

    def _tag(self, role: str, around: Tag) -> Tag:
        element = self._elements if role in _BLOCKS and not around.heading else around.element
        return Tag(
            element,
            _HEADINGS.get(role, around.heading),
            around.item + (role == "LI"),
            around.quoted or role == "BlockQuote",
            around.noted or role in {"Note", "FENote"},
            self._cell(role, around.cell),
            around.artifact or role == _ARTIFACT,
        )


def covers(letters: Sequence[tuple[int, Tag | None]]) -> bool:
    """Tell whether the tags of a page cover its words; given are how many letters each run has, and its tag."""
    whole = sum(many for many, _ in letters)
    return sum(many for many, tag in letters if tag is not None) >= _COVERED * whole
