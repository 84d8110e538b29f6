"""Where the operations of a page may draw: what a table's cell or a frame cuts off is in the file, and on no page."""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium_c

from briefing_app.reading.pdf.calls import clip_of, paths_in, point_in, points_in

Clip = tuple[float, float, float, float]
"""Left, bottom, right and top in the file's coordinates."""
_MOST = 64
"""Paths of one clip, and points of a path; one with more is a drawing's, and cuts no text."""
_NEAR = 0.5


class Clips:
    """The clips of one page, each measured once: all words of a table's cell share one."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, ...], Clip | None] = {}
        self._x, self._y = ctypes.c_float(), ctypes.c_float()
        self._matrix = pdfium_c.FS_MATRIX()

    def of(self, owner: int, x: float, y: float) -> Clip | None:
        """Return the box that an operation shows in, None for the whole page; ``x`` and ``y`` are where it begins in the file."""
        drawn = ctypes.c_void_p(owner)
        clip = clip_of(drawn)
        many = paths_in(ctypes.c_void_p(clip)) if clip else 0
        if not 0 < many <= _MOST:
            return None
        held = ctypes.c_void_p(clip)
        key = tuple(point_in(held, at, 0) or 0 for at in range(many))
        if key not in self._known:
            self._known[key] = self._box(held, many)
        box = self._known[key]
        # What stands in a form has its clip in that form's coordinates.
        return box if box and self._is_plain(drawn, x, y) else None

    def _is_plain(self, drawn: ctypes.c_void_p, x: float, y: float) -> bool:
        operation = ctypes.cast(drawn, pdfium_c.FPDF_PAGEOBJECT)
        known = pdfium_c.FPDFPageObj_GetMatrix(operation, self._matrix)
        return bool(known) and abs(self._matrix.e - x) < _NEAR and abs(self._matrix.f - y) < _NEAR

    def _box(self, held: ctypes.c_void_p, many: int) -> Clip | None:
        left, bottom, right, top = float("-inf"), float("-inf"), float("inf"), float("inf")
        for path in range(many):
            points = [self._point(held, path, at) for at in range(min(_MOST, points_in(held, path)))]
            if points and len(points) < _MOST:
                left, right = max(left, min(x for x, _ in points)), min(right, max(x for x, _ in points))
                bottom, top = max(bottom, min(y for _, y in points)), min(top, max(y for _, y in points))
        return (left, bottom, right, top) if right < float("inf") else None

    def _point(self, held: ctypes.c_void_p, path: int, at: int) -> tuple[float, float]:
        segment: Any = ctypes.cast(point_in(held, path, at), pdfium_c.FPDF_PATHSEGMENT)
        pdfium_c.FPDFPathSegment_GetPoint(segment, self._x, self._y)
        return self._x.value, self._y.value
