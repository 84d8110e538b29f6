"""The characters of a page as runs: those that one drawing operation puts on one baseline, each with its place."""

import ctypes
import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from briefing_app.reading.pdf.frames import Frame, PageSize, frame_of, page_size

_BOLD_WEIGHT = 600
_BOLD_FLAG = 1 << 18
_ITALIC_FLAG = 1 << 6
_PALE = 250
_LOOKED_AT = 300
_SHARE_OWNED = 0.5
_LONGEST_WORDS = 16
"""Characters for each blank; a file with fewer blanks leaves spaces to be told from gaps."""
_MOVED = 0.14
"""Ems of a gap that parts words, where the file moves on instead of writing a space."""
_BACK = 0.6
_BLANK = re.compile(" ")
_TOKEN = re.compile(r"[^ ]+")
_FIGURES = re.compile(r"(?<=[^\W\d_])\d{1,3}(?!\w)|(?<=[.,;:!?)”’»])\d{1,3}(?!\w)|^\d{1,3}(?=[^\W\d_]|$)")
"""What may be a note's sign set against a word, if it is raised."""
_HIGH = 0.22
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


Word = tuple[str, float, float]
"""A word's letters, its left and its right edge."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one drawing operation writes: its words, and whether it begins and ends with a blank of the file's own."""

    ink: Ink
    words: list[Word]
    leads: bool
    trails: bool
    raised: dict[int, tuple[int, int]]
    """By a word's number, where in it stand figures that the font itself draws small and high."""

    @property
    def letters(self) -> int:
        """How many signs it has, blanks aside."""
        return sum(len(word) for word, _, _ in self.words)


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
        self._handle = ctypes.cast(self._text, ctypes.c_void_p).value
        self._characters = self._signs(count)
        self._boxes = (ctypes.c_float * 4)()  # left, top, right, bottom
        self._base = ctypes.addressof(self._boxes)
        blanks = [match.start() for match in islice(_BLANK.finditer(self._characters), _LOOKED_AT)]
        owned = sum(bool(_object_at(self._handle, at)) for at in blanks)
        self._writes_spaces = (
            owned > _SHARE_OWNED * max(1, len(blanks)) and count < _LONGEST_WORDS * max(1, len(blanks))
        ) or not blanks
        return list(self._found(self._spans(count)))

    def _spans(self, count: int) -> Iterator[tuple[int, int, int]]:
        """Yield the characters of one operation each: its address, start and end. A blank that pdfium made up belongs to none."""
        owner, start, end = 0, 0, 0
        for first, last in self._tokens(count):
            mine = _object_at(self._handle, first)
            if mine == owner and (last - first == 1 or _object_at(self._handle, last - 1) == owner):
                end = last
                continue
            for at in range(first, last):
                mine = _object_at(self._handle, at)
                if mine != owner:
                    if owner:
                        yield owner, start, end
                    owner, start = mine, at
                end = at + 1
        if owner:
            yield owner, start, end

    def _tokens(self, count: int) -> Iterator[tuple[int, int]]:
        """Yield the words between blanks, or each character where blanks are told from gaps."""
        if self._writes_spaces:
            return (match.span() for match in _TOKEN.finditer(self._characters))
        return ((at, at + 1) for at in range(count))

    def _found(self, spans: Iterable[tuple[int, int, int]]) -> Iterator[Run]:
        for owner, start, end in spans:
            run = self._run(owner, start, end)
            if run:
                yield run

    def _signs(self, count: int) -> str:
        buffer = (ctypes.c_ushort * (count + 1))()
        pdfium_c.FPDFText_GetText(self._text, 0, count, buffer)
        words = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if len(words) != count or _ODD.search(words):
            codes = (pdfium_c.FPDFText_GetUnicode(self._text, at) for at in range(count))
            words = "".join(chr(code) if 0 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd" for code in codes)
        return words.translate(_WRITTEN)

    def _run(self, owner: int, start: int, end: int) -> Run | None:
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
        words = list(self._words(frame, size, start, end))
        raised = self._raised(matrix, size, start, end, words) if frame.turn == 0 and not frame.swapped else {}
        return (
            Run(
                ink,
                words,
                self._is_blank(start - 1) or self._is_blank(start),
                self._is_blank(end - 1) or self._is_blank(end),
                raised,
            )
            if words
            else None
        )

    def _is_blank(self, at: int) -> bool:
        """Tell whether a blank that the file writes stands there."""
        return 0 <= at < len(self._characters) and self._characters[at] == " " and bool(_object_at(self._handle, at))

    def _words(self, frame: Frame, size: float, start: int, end: int) -> Iterator[Word]:
        if self._writes_spaces:
            for match in _TOKEN.finditer(self._characters, start, end):
                first, last = match.span()
                left, right = self._edges(frame, first)
                if last - first > 1:
                    one, two = self._edges(frame, last - 1)
                    left, right = min(left, one), max(right, two)
                yield match.group(), left, right
            return
        word, left, right, before = "", 0.0, 0.0, 0.0
        for at in range(start, end):
            sign = self._characters[at]
            one, two = self._edges(frame, at)
            if word and one == before and two == right and sign != " ":
                word += sign  # one of the letters of a ligature
                continue
            if word and sign == word[-1] and abs(one - before) < 0.35 * (two - one):
                continue  # drawn twice to look bold
            if word and (sign == " " or not -_BACK * size < one - right < _MOVED * size):
                yield word, left, right
                word = ""
            if sign != " ":
                left, right = (min(left, one), max(right, two)) if word else (one, two)
                word += sign
                before = one
        if word:
            yield word, left, right

    def _raised(self, matrix: Any, size: float, start: int, end: int, words: Sequence[Word]) -> dict[int, tuple[int, int]]:
        found: dict[int, tuple[int, int]] = {}
        edges = [ctypes.c_double() for _ in range(4)]
        at = start
        for number, (word, _, _) in enumerate(words):
            at = max(self._characters.find(word, at, end), at)
            for match in _FIGURES.finditer(word):
                pdfium_c.FPDFText_GetCharBox(self._text, at + match.start(), *edges)
                if edges[2].value - matrix.f > _HIGH * size:
                    found[number] = match.span()
            at += len(word)
        return found

    def _edges(self, frame: Frame, at: int) -> tuple[float, float]:
        """Return the left and right edge of a character in its frame."""
        _box_at(self._handle, at, self._base)
        one, two = (self._boxes[1], self._boxes[3]) if frame.swapped else (self._boxes[0], self._boxes[2])
        one, two = frame.sign_along * one + frame.from_along, frame.sign_along * two + frame.from_along
        return (one, two) if one <= two else (two, one)

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
