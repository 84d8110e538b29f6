"""The characters of a page as runs: those that one drawing operation puts on one baseline, each with its place."""

import ctypes
import math
import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, repeat
from operator import le
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
_DIGIT = re.compile(r"\d")
_HIGH = 0.22
_ODD = re.compile("[\0\ud800-\udfff]")
_WRITTEN = {
    # A font without a map gives its own numbers: kept apart, out of the way of tabs and line ends.
    **{code: 0xE000 + code for code in (*range(0x20), 0x7F)},
    **dict.fromkeys((0x9, 0xA, 0xD, 0x2002, 0x2003, 0x2009, 0x3000), 0x20),
    **dict.fromkeys((0x2, 0xFFFE), 0x2D),  # what pdfium gives for a hyphen that ends a line
}
_REWRITTEN = re.compile("[" + "".join(re.escape(chr(code)) for code in _WRITTEN) + "]")
_SMALLEST = 1.0
"""Points; nobody reads smaller type."""


def _fast(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """Return a pdfium function that takes addresses as numbers: called for each character, the typed one costs thrice as much."""
    address = ctypes.cast(function, ctypes.c_void_p).value
    if address is None:
        raise RuntimeError("pdfium has no such function")
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_ADDRESS, _NUMBER = ctypes.c_void_p, ctypes.c_int
_object_at = _fast(pdfium_c.FPDFText_GetTextObject, _ADDRESS, _ADDRESS, _NUMBER)
_mode_of = _fast(pdfium_c.FPDFTextObj_GetTextRenderMode, _NUMBER, _ADDRESS)
_font_of = _fast(pdfium_c.FPDFTextObj_GetFont, _ADDRESS, _ADDRESS)
_colour_of = _fast(pdfium_c.FPDFPageObj_GetFillColor, _NUMBER, *[_ADDRESS] * 5)
_box_at = _fast(pdfium_c.FPDFText_GetLooseCharBox, _NUMBER, _ADDRESS, _NUMBER, _ADDRESS)
_matrix_at = _fast(pdfium_c.FPDFText_GetMatrix, _NUMBER, _ADDRESS, _NUMBER, _ADDRESS)
_size_at = _fast(pdfium_c.FPDFText_GetFontSize, ctypes.c_double, _ADDRESS, _NUMBER)
_origin_at = _fast(pdfium_c.FPDFText_GetCharOrigin, _NUMBER, _ADDRESS, _NUMBER, _ADDRESS, _ADDRESS)


@dataclass(slots=True)
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


@dataclass(slots=True)
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


class _Tokens:
    """The words between blanks that one operation writes each: where they start and end, whose they are, and their edges."""

    def __init__(self, handle: int, characters: str) -> None:
        spans = [match.span() for match in _TOKEN.finditer(characters)]
        owners = list(map(_object_at, repeat(handle), [start for start, _ in spans]))
        others = list(map(_object_at, repeat(handle), [end - 1 for _, end in spans]))
        if owners != others:
            spans, owners = _parted(handle, spans, owners, others)
        self.spans = spans
        self.owners = owners
        # Left, bottom, right and top of each word's first and last character, all asked for in one go.
        self.first = _boxes(handle, [start for start, _ in spans])
        self.last = _boxes(handle, [end - 1 for _, end in spans])

    def of_one_owner(self) -> Iterator[tuple[int, int]]:
        """Yield from which token to which one operation goes. What pdfium made up belongs to none."""
        start = 0
        for at in range(1, len(self.owners) + 1):
            if at == len(self.owners) or self.owners[at] != self.owners[start]:
                if self.owners[start]:
                    yield start, at
                start = at

    def words(self, characters: str, frame: Frame, start: int, end: int) -> list[Word]:
        """Return the words of tokens with their edges in their frame."""
        low, high = (1, 3) if frame.swapped else (0, 2)
        lefts, rights = self.first[4 * start + low : 4 * end : 4], self.last[4 * start + high : 4 * end : 4]
        by = frame.from_along
        if frame.sign_along == 1 and not frame.swapped and all(map(le, lefts, rights)):
            return [
                (characters[first:last], left + by, right + by)
                for (first, last), left, right in zip(self.spans[start:end], lefts, rights, strict=True)
            ]
        sides = (lefts, rights, self.first[4 * start + high : 4 * end : 4], self.last[4 * start + low : 4 * end : 4])
        edges = [
            sorted((frame.sign_along * min(four) + by, frame.sign_along * max(four) + by)) for four in zip(*sides, strict=True)
        ]
        return [
            (characters[first:last], left, right) for (first, last), (left, right) in zip(self.spans[start:end], edges, strict=True)
        ]


def _parted(
    handle: int, spans: Sequence[tuple[int, int]], owners: Sequence[int], others: Sequence[int]
) -> tuple[list[tuple[int, int]], list[int]]:
    """Return the tokens and their owners, those of several cut where the owner changes."""
    cut: list[tuple[int, int]] = []
    whose: list[int] = []
    for span, mine, other in zip(spans, owners, others, strict=True):
        if mine == other:
            cut.append(span)
            whose.append(mine)
            continue
        start, end = span
        each = list(map(_object_at, repeat(handle), range(start, end)))
        for at in range(1, len(each) + 1):
            if at == len(each) or each[at] != each[at - 1]:
                cut.append((start, span[0] + at))
                whose.append(each[at - 1])
                start = span[0] + at
    return cut, whose


def _boxes(handle: int, places: Sequence[int]) -> list[float]:
    """Return four numbers for each character: left, top, right, bottom, as FS_RECTF has them."""
    values = (ctypes.c_float * (4 * len(places)))()
    base = ctypes.addressof(values)
    deque(map(_box_at, repeat(handle), places, range(base, base + 16 * len(places), 16)), maxlen=0)
    return values[:]


class _Page:
    def __init__(self, text: Any, size: PageSize) -> None:
        self._text = text
        self._size = size
        self._colour = (ctypes.c_uint * 4)()
        self._channels = tuple(ctypes.addressof(self._colour) + 4 * at for at in range(4))
        self._matrix = (ctypes.c_float * 6)()
        self._place = (ctypes.c_double * 2)()
        self._fonts: dict[int, tuple[str, bool, bool]] = {}

    def runs(self) -> list[Run]:
        count = pdfium_c.FPDFText_CountChars(self._text)
        if count <= 0:
            return []
        self._handle = ctypes.cast(self._text, ctypes.c_void_p).value or 0
        self._characters = self._signs(count)
        blanks = [match.start() for match in islice(_BLANK.finditer(self._characters), _LOOKED_AT)]
        owned = sum(bool(_object_at(self._handle, at)) for at in blanks)
        self._writes_spaces = (
            owned > _SHARE_OWNED * max(1, len(blanks)) and count < _LONGEST_WORDS * max(1, self._characters.count(" "))
        ) or not blanks
        if self._writes_spaces:
            return list(self._written_runs())
        return [run for owner, start, end in self._spans(count) if (run := self._run(owner, start, end))]

    def _written_runs(self) -> Iterator[Run]:
        """Yield the runs of a page whose file writes the blanks between its words."""
        tokens = _Tokens(self._handle, self._characters)
        for one, two in tokens.of_one_owner():
            start, end = tokens.spans[one][0], tokens.spans[two - 1][1]
            drawn = self._ink(tokens.owners[one], start)
            if drawn is None:
                continue
            ink, frame = drawn
            words = tokens.words(self._characters, frame, one, two)
            yield self._of(ink, frame, words, start, end)

    def _spans(self, count: int) -> Iterator[tuple[int, int, int]]:
        """Yield the characters of one operation each: its address, start and end. A blank that pdfium made up belongs to none."""
        owners = list(map(_object_at, repeat(self._handle), range(count)))
        start = 0
        for at in range(1, count + 1):
            if at == count or owners[at] != owners[start]:
                if owners[start]:
                    yield owners[start], start, at
                start = at

    def _signs(self, count: int) -> str:
        buffer = (ctypes.c_ushort * (count + 1))()
        pdfium_c.FPDFText_GetText(self._text, 0, count, buffer)
        words = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if len(words) != count or _ODD.search(words):
            codes = (pdfium_c.FPDFText_GetUnicode(self._text, at) for at in range(count))
            words = "".join(chr(code) if 0 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd" for code in codes)
        return _REWRITTEN.sub(lambda match: chr(_WRITTEN[ord(match.group())]), words)

    def _ink(self, owner: int, start: int) -> tuple[Ink, Frame] | None:
        """Return how an operation draws, and the frame of its text; None where it is too small to be read."""
        if not _matrix_at(self._handle, start, ctypes.addressof(self._matrix)):
            return None
        a, b, c, d, _, _ = self._matrix
        size = _size_at(self._handle, start) * math.hypot(c, d)
        if size < _SMALLEST:
            return None
        frame = frame_of(self._size, a, b)
        base = ctypes.addressof(self._place)
        _origin_at(self._handle, start, base, base + 8)
        font, bold, italic = self._font(owner, start)
        invisible = _mode_of(owner) == pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE
        return Ink(frame.turn, frame.down(*self._place), size, bold, italic, font, self._pale(owner), invisible), frame

    def _run(self, owner: int, start: int, end: int) -> Run | None:
        drawn = self._ink(owner, start)
        if drawn is None:
            return None
        ink, frame = drawn
        words = list(self._words(frame, ink.size, start, end))
        return self._of(ink, frame, words, start, end) if words else None

    def _of(self, ink: Ink, frame: Frame, words: list[Word], start: int, end: int) -> Run:
        raised = self._raised(ink.size, start, end, words) if frame.turn == 0 and not frame.swapped else {}
        leads = self._is_blank(start - 1) or self._is_blank(start)
        return Run(ink, words, leads, self._is_blank(end - 1) or self._is_blank(end), raised)

    def _is_blank(self, at: int) -> bool:
        """Tell whether a blank that the file writes stands there."""
        return 0 <= at < len(self._characters) and self._characters[at] == " " and bool(_object_at(self._handle, at))

    def _words(self, frame: Frame, size: float, start: int, end: int) -> Iterator[Word]:
        """Yield the words of an operation whose blanks are told from gaps."""
        word, left, right, before = "", 0.0, 0.0, 0.0
        boxes = _boxes(self._handle, range(start, end))
        low, high = (1, 3) if frame.swapped else (0, 2)
        by, off = frame.sign_along, frame.from_along
        for sign, first, last in zip(self._characters[start:end], boxes[low::4], boxes[high::4], strict=True):
            one, two = sorted((by * first + off, by * last + off))
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

    def _raised(self, size: float, start: int, end: int, words: Sequence[Word]) -> dict[int, tuple[int, int]]:
        found: dict[int, tuple[int, int]] = {}
        if not _DIGIT.search(self._characters, start, end):
            return found
        baseline = self._matrix[5]
        edges = [ctypes.c_double() for _ in range(4)]
        at = start
        for number, (word, _, _) in enumerate(words):
            at = max(self._characters.find(word, at, end), at)
            for match in _FIGURES.finditer(word):
                pdfium_c.FPDFText_GetCharBox(self._text, at + match.start(), *edges)
                if edges[2].value - baseline > _HIGH * size:
                    found[number] = match.span()
            at += len(word)
        return found

    def _pale(self, owner: int) -> bool:
        if not _colour_of(owner, *self._channels):
            return False
        red, green, blue, alpha = self._colour
        return alpha == 0 or min(red, green, blue) >= _PALE

    def _font(self, owner: int, at: int) -> tuple[str, bool, bool]:
        """Return the name of an operation's font, and whether it is bold and whether italic; asked once for each font."""
        key = _font_of(owner) or 0
        if key not in self._fonts or not key:
            self._fonts[key] = self._font_at(at)
        return self._fonts[key]

    def _font_at(self, at: int) -> tuple[str, bool, bool]:
        flags = ctypes.c_int()
        buffer = ctypes.create_string_buffer(128)
        length = pdfium_c.FPDFText_GetFontInfo(self._text, at, buffer, 128, flags)
        name = buffer.raw[: max(0, min(length, 128) - 1)].decode("utf-8", "replace").rpartition("+")[2]
        low = name.lower()
        heavy = pdfium_c.FPDFText_GetFontWeight(self._text, at) >= _BOLD_WEIGHT or bool(flags.value & _BOLD_FLAG)
        bold = heavy or "bold" in low or "black" in low or "heavy" in low
        return name, bold, bool(flags.value & _ITALIC_FLAG) or "italic" in low or "oblique" in low
