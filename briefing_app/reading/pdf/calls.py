"""The functions of pdfium that are called for every word of a page, with the least that Python can make a call cost.

Their arguments have no types: to look those up takes longer than the call itself. So addresses go in as ``c_void_p`` or as an array
of the right kind, and numbers as they are; and the interpreter's lock is kept, as they only look something up.
"""

import ctypes
from collections import deque
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import repeat
from typing import Any, cast

import pypdfium2.raw as pdfium_c

_ROOM = 1024


def _fast(function: Any, result: Any) -> Callable[..., Any]:
    """Return a pdfium function without types of arguments."""
    address = ctypes.cast(function, ctypes.c_void_p).value
    if address is None:
        raise RuntimeError("pdfium has no such function")
    return ctypes.PYFUNCTYPE(result)(address)


_ADDRESS, _NUMBER = ctypes.c_void_p, ctypes.c_int
object_at = _fast(pdfium_c.FPDFText_GetTextObject, _ADDRESS)
mode_of = _fast(pdfium_c.FPDFTextObj_GetTextRenderMode, _NUMBER)
font_of = _fast(pdfium_c.FPDFTextObj_GetFont, _ADDRESS)
colour_of = _fast(pdfium_c.FPDFPageObj_GetFillColor, _NUMBER)
matrix_at = _fast(pdfium_c.FPDFText_GetMatrix, _NUMBER)
size_at = _fast(pdfium_c.FPDFText_GetFontSize, ctypes.c_double)
clip_of = _fast(pdfium_c.FPDFPageObj_GetClipPath, _ADDRESS)
paths_in = _fast(pdfium_c.FPDFClipPath_CountPaths, _NUMBER)
points_in = _fast(pdfium_c.FPDFClipPath_CountPathSegments, _NUMBER)
point_in = _fast(pdfium_c.FPDFClipPath_GetPathSegment, _ADDRESS)
_box_at = _fast(pdfium_c.FPDFText_GetLooseCharBox, _NUMBER)


def handle_of(typed: Any) -> ctypes.c_void_p:
    """Return one of pdfium's typed handles as the functions here take it."""
    return ctypes.cast(typed, ctypes.c_void_p)


def boxes_at(text: ctypes.c_void_p, places: Sequence[int]) -> list[list[float]]:
    """Return the left, top, right and bottom edges of characters, a list each."""
    many = len(places)
    whole, boxes = _room(-(-many // _ROOM) * _ROOM)
    deque(map(_box_at, repeat(text, many), places, boxes), maxlen=0)
    values = memoryview(whole).cast("B").cast("f")
    return cast("list[list[float]]", [values[side : 4 * many : 4].tolist() for side in range(4)])


@lru_cache(maxsize=8)
def _room(many: int) -> tuple[Any, list[Any]]:
    """Return room for so many boxes, and each of them: the same each time, for to make them takes as long as to fill them."""
    whole = (ctypes.c_float * 4 * many)()
    return whole, list(whole)
