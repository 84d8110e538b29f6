"""What is drawn on a page besides text: rules that part table cells, frames, dark grounds and pictures."""

from collections.abc import Iterator
from ctypes import c_float, c_int, c_uint
from dataclasses import dataclass, field
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from briefing_app.domain.printed import Box
from briefing_app.reading.pdf.frames import Frame, PageSize, upright

_MOST_OBJECTS = 6_000
"""A page with more is a map or a chart, and its strokes part no cells."""
_MOST_SEGMENTS = 400
_THIN = 3.0
_SHORTEST = 7.0
_PALE = 250
"""From here up in red, green and blue a ground is as good as white."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, level or upright, on the page as seen: points from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def level(self) -> bool:
        """Whether it runs from side to side."""
        return self.right - self.left >= self.bottom - self.top


@dataclass(slots=True)
class Drawings:
    """Rules, frames (boxes drawn or filled), grounds that pale text shows on, and pictures, on the page as seen."""

    rules: list[Rule] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)
    grounds: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    strokes: int = 0
    """How many other shapes there are."""


def drawings_of(page: pdfium.PdfPage, size: PageSize) -> Drawings:
    """Return what is drawn on a page. What a form object holds is not looked into, but for its box."""
    found = Drawings()
    frame = upright(size)
    count = pdfium_c.FPDFPage_CountObjects(page.raw)
    for at in range(min(count, _MOST_OBJECTS)):
        one = pdfium_c.FPDFPage_GetObject(page.raw, at)
        kind = pdfium_c.FPDFPageObj_GetType(one)
        if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            _add_path(one, frame, found)
        elif kind in {pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_SHADING, pdfium_c.FPDF_PAGEOBJ_FORM}:
            box = _bounds(one, frame)
            if box:
                (found.grounds if kind != pdfium_c.FPDF_PAGEOBJ_IMAGE else found.pictures).append(box)
    return found


def _bounds(one: Any, frame: Frame) -> Box | None:
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    if not pdfium_c.FPDFPageObj_GetBounds(one, left, bottom, right, top):
        return None
    return _box(frame, left.value, bottom.value, right.value, top.value)


def _box(frame: Frame, x0: float, y0: float, x1: float, y1: float) -> Box:
    along = sorted(frame.along(value) for value in ((y0, y1) if frame.swapped else (x0, x1)))
    down = sorted((frame.down(x0, y0), frame.down(x1, y1)))
    return Box(along[0], down[0], along[1], down[1])


def _add_path(one: Any, frame: Frame, found: Drawings) -> None:
    box = _bounds(one, frame)
    if box is None:
        return
    width, height = box.right - box.left, box.bottom - box.top
    if min(width, height) <= _THIN:
        if max(width, height) >= _SHORTEST:
            found.rules.append(Rule(box.left, box.top, box.right, box.bottom))
        return
    many = pdfium_c.FPDFPath_CountSegments(one)
    if many > _MOST_SEGMENTS or many <= 1:
        found.strokes += 1
        return
    lines = [_box(frame, *ends) for ends in _segments(one, many)]
    straight = [line for line in lines if min(line.right - line.left, line.bottom - line.top) <= _THIN]
    if len(straight) < len(lines):
        found.strokes += 1
    if len(straight) == len(lines) and 3 <= len(lines) <= 5:
        found.frames.append(box)
        if _filled(one):
            found.grounds.append(box)
    elif _filled(one):
        found.grounds.append(box)
    if len(straight) == len(lines):
        found.rules += [
            Rule(line.left, line.top, line.right, line.bottom)
            for line in straight
            if max(line.right - line.left, line.bottom - line.top) >= _SHORTEST
        ]


def _segments(one: Any, many: int) -> Iterator[tuple[float, float, float, float]]:
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFPageObj_GetMatrix(one, matrix)
    x, y = c_float(), c_float()
    start: tuple[float, float] | None = None
    before: tuple[float, float] | None = None
    for at in range(many):
        segment = pdfium_c.FPDFPath_GetPathSegment(one, at)
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        point = (matrix.a * x.value + matrix.c * y.value + matrix.e, matrix.b * x.value + matrix.d * y.value + matrix.f)
        if pdfium_c.FPDFPathSegment_GetType(segment) == pdfium_c.FPDF_SEGMENT_MOVETO:
            start = point
        elif before is not None:
            yield (*before, *point)
        if pdfium_c.FPDFPathSegment_GetClose(segment) and start is not None and start != point:
            yield (*point, *start)
            point = start
        before = point


def _filled(one: Any) -> bool:
    """Tell whether a path is filled with a colour that white text would show on."""
    mode, stroke = c_int(), c_int()
    if not pdfium_c.FPDFPath_GetDrawMode(one, mode, stroke) or mode.value == pdfium_c.FPDF_FILLMODE_NONE:
        return False
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    if not pdfium_c.FPDFPageObj_GetFillColor(one, red, green, blue, alpha):
        return True  # a pattern
    return alpha.value > 0 and min(red.value, green.value, blue.value) < _PALE
