"""How the operations of a page draw their text: direction, size, face and colour, each kind kept once."""

import ctypes
import math
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium_c

from briefing_app.reading.pdf.calls import colour_of, font_of, handle_of, matrix_at, mode_of, size_at
from briefing_app.reading.pdf.frames import Frame, PageSize, frame_of

_BOLD_WEIGHT = 600
_BOLD_FLAG = 1 << 18
_ITALIC_FLAG = 1 << 6
_PALE = 250
_SMALLEST = 0.3
"""Points; nobody reads smaller type."""
_Face = tuple[str, bool, bool]


@dataclass(frozen=True, slots=True)
class Ink:
    """How text is drawn: its direction in quarter turns (frames.OBLIQUE for all others), and its size in points."""

    turn: int
    size: float
    bold: bool
    italic: bool
    font: str
    pale: bool
    """White, or wholly transparent."""
    ghostly: bool
    """Drawn with no ink at all, as the text that lies behind a scan is."""


class Inks:
    """The inks of one page, asked for by the character that an operation begins with."""

    def __init__(self, text: Any, size: PageSize) -> None:
        self._text = text
        self._handle = handle_of(text)
        self._page = size
        self._colour = (ctypes.c_uint * 4)()
        base = ctypes.addressof(self._colour)
        self._channels = tuple(ctypes.c_void_p(base + 4 * at) for at in range(4))
        self._matrix = (ctypes.c_float * 6)()
        self._faces: dict[int, _Face] = {}
        self._known: dict[tuple[float | int, ...], tuple[Ink, Frame] | None] = {}

    def at(self, owner: int, start: int) -> tuple[Ink, Frame, float] | None:
        """Return how an operation draws, the frame of its text and its baseline; None where it is too small to be read."""
        if not matrix_at(self._handle, start, self._matrix):
            return None
        a, b, c, d, x, y = self._matrix
        drawn = ctypes.c_void_p(owner)
        red, green, blue, alpha = self._colour if colour_of(drawn, *self._channels) else (0, 0, 0, 255)
        pale = alpha == 0 or (red >= _PALE and green >= _PALE and blue >= _PALE)
        font = font_of(drawn) or 0
        key = (font, size_at(self._handle, start), a, b, c, d, pale, mode_of(drawn))
        if key not in self._known or not font:
            self._known[key] = self._ink(key, start)
        known = self._known[key]
        if known is None:
            return None
        ink, frame = known
        return ink, frame, frame.down(x, y)

    def place(self) -> tuple[float, float]:
        """Return where in the file's coordinates the operation begins that was asked for last."""
        return self._matrix[4], self._matrix[5]

    def _ink(self, key: tuple[float | int, ...], start: int) -> tuple[Ink, Frame] | None:
        font, points, a, b, c, d, pale, mode = key
        size = points * math.hypot(c, d)
        if size < _SMALLEST:
            return None
        if font not in self._faces or not font:
            self._faces[int(font)] = self._face(start)
        name, bold, italic = self._faces[int(font)]
        frame = frame_of(self._page, a, b)
        invisible = mode == pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE
        return Ink(frame.turn, size, bold, italic, name, bool(pale), invisible), frame

    def _face(self, at: int) -> _Face:
        """Return the name of a font, and whether it is bold and whether italic; asked once for each."""
        flags = ctypes.c_int()
        buffer = ctypes.create_string_buffer(128)
        length = pdfium_c.FPDFText_GetFontInfo(self._text, at, buffer, 128, flags)
        name = buffer.raw[: max(0, min(length, 128) - 1)].decode("utf-8", "replace").rpartition("+")[2]
        low = name.lower()
        heavy = pdfium_c.FPDFText_GetFontWeight(self._text, at) >= _BOLD_WEIGHT or bool(flags.value & _BOLD_FLAG)
        bold = heavy or "bold" in low or "black" in low or "heavy" in low
        return name, bold, bool(flags.value & _ITALIC_FLAG) or "italic" in low or "oblique" in low
