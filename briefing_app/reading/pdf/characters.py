"""The characters of a page as runs: those that one drawing operation puts on one baseline, each with its place."""

import ctypes
import math
import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from itertools import repeat
from operator import gt
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from briefing_app.reading.pdf.frames import Frame, PageSize, frame_of, page_size

_BOLD_WEIGHT = 600
_BOLD_FLAG = 1 << 18
_ITALIC_FLAG = 1 << 6
_PALE = 250
_ODD = re.compile("[\0\ud800-\udfff]")
_WRITTEN = {
    # A font without a map gives its own numbers: kept apart, out of the way of tabs and line ends.
    **{code: 0xE000 + code for code in (*range(0x20), 0x7F)},
    **dict.fromkeys((0x9, 0xA, 0xD, 0x2002, 0x2003, 0x2009, 0x3000), 0x20),
    **dict.fromkeys((0x2, 0xFFFE), 0x2D),  # what pdfium gives for a hyphen that ends a line
}
_SMALLEST = 1.0
"""Points; nobody reads smaller type."""


def _fast(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """Return a pdfium function that takes addresses as numbers: called for each character, the typed one costs thrice as much."""
    address = ctypes.cast(function, ctypes.c_void_p).value
    if address is None:
        raise RuntimeError("pdfium has no such function")
    return ctypes.CFUNCTYPE(result, *arguments)(address)


_object_at = _fast(pdfium_c.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_mode_of = _fast(pdfium_c.FPDFTextObj_GetTextRenderMode, ctypes.c_int, ctypes.c_void_p)
_box_at = _fast(pdfium_c.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)


@dataclass(frozen=True, slots=True)
class Ink:
    """How a run is drawn: its direction in quarter turns (frames.OBLIQUE for all others), baseline and size in points."""

    turn: int
    baseline: float
    size: float
    bold: bool
    italic: bool
    font: str
    pale: bool
    """White, or wholly transparent."""
    ghostly: bool
    """Drawn with no ink at all, as the text that lies behind a scan is."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one drawing operation, blanks of the file's own among them, with the left and right edge of each."""

    ink: Ink
    signs: str
    lefts: list[float]
    rights: list[float]


@dataclass(frozen=True, slots=True)
class PageText:
    """The runs of a page in the order the file draws them, and the page's size as it is seen."""

    size: PageSize
    runs: list[Run]


def page_text(page: pdfium.PdfPage) -> PageText:
    """Return the runs of a page that a person can see."""
    size = page_size(page)
    text = pdfium_c.FPDFText_LoadPage(page.raw)
    if not text:
        return PageText(size, [])
    try:
        return PageText(size, _Page(text, size).runs())
    finally:
        pdfium_c.FPDFText_ClosePage(text)


class _Page:
    def __init__(self, text: Any, size: PageSize) -> None:
        self._text = text
        self._size = size
        self._colour = tuple(ctypes.c_uint() for _ in range(4))

    def runs(self) -> list[Run]:
        count = pdfium_c.FPDFText_CountChars(self._text)
        if count <= 0:
            return []
        signs = self._signs(count)
        handle = ctypes.cast(self._text, ctypes.c_void_p).value
        boxes = (ctypes.c_float * (4 * count))()
        base = ctypes.addressof(boxes)
        owners = list(map(_object_at, repeat(handle), range(count)))
        deque(map(_box_at, repeat(handle), range(count), range(base, base + 16 * count, 16)), maxlen=0)
        places = list(boxes)  # left, top, right, bottom of each
        found: list[Run] = []
        start = 0
        for at in range(1, count + 1):
            if at == count or owners[at] != owners[start]:
                if owners[start]:  # a blank or line end that pdfium made up belongs to nothing
                    run = self._run(owners[start], start, at, signs, places)
                    if run:
                        found.append(run)
                start = at
        return found

    def _signs(self, count: int) -> str:
        buffer = (ctypes.c_ushort * (count + 1))()
        pdfium_c.FPDFText_GetText(self._text, 0, count, buffer)
        words = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if len(words) != count or _ODD.search(words):
            codes = (pdfium_c.FPDFText_GetUnicode(self._text, at) for at in range(count))
            words = "".join(chr(code) if 0 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd" for code in codes)
        return words.translate(_WRITTEN)

    def _run(self, owner: int, start: int, end: int, signs: str, places: list[float]) -> Run | None:
        matrix = pdfium_c.FS_MATRIX()
        if not pdfium_c.FPDFText_GetMatrix(self._text, start, matrix):
            return None
        size = pdfium_c.FPDFText_GetFontSize(self._text, start) * math.hypot(matrix.c, matrix.d)
        if size < _SMALLEST:
            return None
        frame = frame_of(self._size, matrix.a, matrix.b)
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium_c.FPDFText_GetCharOrigin(self._text, start, x, y)
        font, flags = self._font(start)
        weight = pdfium_c.FPDFText_GetFontWeight(self._text, start)
        low = font.lower()
        ink = Ink(
            frame.turn,
            frame.down(x.value, y.value),
            size,
            weight >= _BOLD_WEIGHT or bool(flags & _BOLD_FLAG) or "bold" in low or "black" in low or "heavy" in low,
            bool(flags & _ITALIC_FLAG) or "italic" in low or "oblique" in low,
            font,
            self._pale(start),
            _mode_of(owner) == pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE,
        )
        return _placed(ink, frame, start, end, signs, places)

    def _pale(self, at: int) -> bool:
        red, green, blue, alpha = self._colour
        if not pdfium_c.FPDFText_GetFillColor(self._text, at, red, green, blue, alpha):
            return False
        return alpha.value == 0 or min(red.value, green.value, blue.value) >= _PALE

    def _font(self, at: int) -> tuple[str, int]:
        flags = ctypes.c_int()
        buffer = ctypes.create_string_buffer(128)
        length = pdfium_c.FPDFText_GetFontInfo(self._text, at, buffer, 128, flags)
        name = buffer.raw[: max(0, min(length, 128) - 1)].decode("utf-8", "replace")
        return name.rpartition("+")[2], flags.value


def _placed(ink: Ink, frame: Frame, start: int, end: int, signs: str, places: list[float]) -> Run:
    one, two = (1, 3) if frame.swapped else (0, 2)
    if frame.sign_along < 0:
        one, two = two, one
    lefts, rights = places[4 * start + one : 4 * end : 4], places[4 * start + two : 4 * end : 4]
    if frame.sign_along < 0 or frame.from_along:
        lefts, rights = list(map(frame.along, lefts)), list(map(frame.along, rights))
    if any(map(gt, lefts, rights)):
        lefts, rights = list(map(min, lefts, rights)), list(map(max, lefts, rights))
    return Run(ink, signs[start:end], lefts, rights)
