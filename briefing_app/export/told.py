"""A written PDF's structure, as PDFium tells it to assistive technology: elements in order with their words, page by page."""

import ctypes
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw


@dataclass(frozen=True, slots=True)
class Told:
    """One element on one page: its type, what is said of it, its own words and those of the elements in it."""

    kind: str
    alternative: str
    spoken: str
    language: str
    name: str
    text: str


def told_of(document: pdfium.PdfDocument) -> Iterator[Told]:
    """Yield the elements of each page, parents first; one that goes on over pages comes once for each."""
    for page in document:
        words = _marked(page)
        tree = raw.FPDF_StructTree_GetForPage(page)
        if tree:
            try:
                for place in range(raw.FPDF_StructTree_CountChildren(tree)):
                    yield from _elements(raw.FPDF_StructTree_GetChildAtIndex(tree, place), words)
            finally:
                raw.FPDF_StructTree_Close(tree)


def _marked(page: Any) -> dict[int, str]:
    """Return the words of a page by the number of the marked content they stand in."""
    words: dict[int, list[str]] = defaultdict(list)
    textpage = page.get_textpage()
    for shown in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,)):
        number = raw.FPDFPageObj_GetMarkedContentID(shown)
        if number >= 0:
            words[number].append(_string(raw.FPDFTextObj_GetText, shown, textpage))
    textpage.close()
    return {number: "".join(parts) for number, parts in words.items()}


def _elements(element: Any, words: dict[int, str]) -> Iterator[Told]:
    found: list[Told] = []
    text: list[str] = []
    for place in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, place)
        if child:
            inside = list(_elements(child, words))
            text.append(inside[0].text)
            found += inside
        else:
            # Content of other pages has the number -1 here.
            text.append(words.get(raw.FPDF_StructElement_GetChildMarkedContentID(element, place), ""))
    kind, alternative, spoken, language, name = (_string(ask, element) for ask in _ASKED)
    yield Told(kind, alternative, spoken, language, name, "".join(text))
    yield from found


_ASKED: tuple[Callable[..., int], ...] = (
    raw.FPDF_StructElement_GetType,
    raw.FPDF_StructElement_GetAltText,
    raw.FPDF_StructElement_GetActualText,
    raw.FPDF_StructElement_GetLang,
    raw.FPDF_StructElement_GetID,
)


def _string(ask: Callable[..., int], *what: Any) -> str:
    """Return a string that PDFium writes, in UTF-16 and ended by a zero, where it is told to."""
    size = ask(*what, None, 0)
    if size <= 2:
        return ""
    held = ctypes.create_string_buffer(size)
    ask(*what, held if ask is not raw.FPDFTextObj_GetText else ctypes.cast(held, ctypes.POINTER(ctypes.c_ushort)), size)
    return held.raw[: size - 2].decode("utf-16-le", "replace")
