"""Directions of text on a page: the file's coordinates turned to those along and across the lines, and back to the page as seen."""

from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from briefing_app.domain.printed import Box

OBLIQUE = 4
"""The turn of text that stands neither upright nor sideways."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """A page's box in the file's coordinates, and how many quarter turns clockwise it is shown turned."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @property
    def width(self) -> float:
        """The width as seen, in points."""
        return self.top - self.bottom if self.rotation % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """The height as seen, in points."""
        return self.right - self.left if self.rotation % 2 else self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Frame:
    """Coordinates of text that runs in one direction: ``along`` its lines and ``down`` from line to line, in points."""

    turn: int
    swapped: bool
    """Whether lines run along the file's y axis."""
    sign_along: float
    from_along: float
    sign_down: float
    from_down: float

    def along(self, value: float) -> float:
        """Return how far along the line a file coordinate is."""
        return self.sign_along * value + self.from_along

    def down(self, x: float, y: float) -> float:
        """Return how far down a point of the file is."""
        return self.sign_down * (x if self.swapped else y) + self.from_down


def page_size(page: pdfium.PdfPage) -> PageSize:
    """Return the visible box of a page."""
    box = pdfium_c.FS_RECTF()
    if not pdfium_c.FPDF_GetPageBoundingBox(page.raw, box) or box.right <= box.left or box.top <= box.bottom:
        return PageSize(0, 0, 612, 792, 0)
    return PageSize(box.left, box.bottom, box.right, box.top, max(0, pdfium_c.FPDFPage_GetRotation(page.raw)) % 4)


def frame_of(size: PageSize, a: float, b: float) -> Frame:
    """Return the frame of text whose matrix begins with ``a`` and ``b``: the direction of its lines in the file."""
    if abs(b) <= 0.1 * abs(a):
        quarter = 0 if a >= 0 else 2
    elif abs(a) <= 0.1 * abs(b):
        quarter = 3 if b >= 0 else 1  # clockwise: text that climbs is three quarters round
    else:
        return _frame(size, 0, OBLIQUE)
    return _frame(size, quarter, (quarter + size.rotation) % 4)


def upright(size: PageSize) -> Frame:
    """Return the frame of the page as it is seen."""
    return _frame(size, -size.rotation % 4, 0)


def _frame(size: PageSize, quarter: int, turn: int) -> Frame:
    if quarter == 0:
        return Frame(turn, False, 1, -size.left, -1, size.top)
    if quarter == 1:
        return Frame(turn, True, -1, size.top, -1, size.right)
    if quarter == 2:
        return Frame(turn, False, -1, size.right, 1, -size.bottom)
    return Frame(turn, True, 1, -size.bottom, 1, -size.left)


def box_on_page(size: PageSize, left: float, bottom: float, right: float, top: float) -> Box:
    """Return a box of the file's coordinates as it stands on the page as seen."""
    frame = upright(size)
    along = sorted(frame.along(value) for value in ((bottom, top) if frame.swapped else (left, right)))
    down = sorted((frame.down(left, bottom), frame.down(right, top)))
    return Box(along[0], down[0], along[1], down[1])


def seen_box(size: PageSize, turn: int, box: Box) -> Box:
    """Return a box of a frame as it stands on the page as seen; ``turn`` as in Frame."""
    width, height = size.width, size.height
    if turn == 1:
        return Box(width - box.bottom, box.left, width - box.top, box.right)
    if turn == 2:
        return Box(width - box.right, height - box.bottom, width - box.left, height - box.top)
    if turn == 3:
        return Box(box.top, height - box.right, box.bottom, height - box.left)
    return box


def turned_box(size: PageSize, turn: int, box: Box) -> Box:
    """Return a box of the page as seen in the frame of text with that turn: what ``seen_box`` undoes."""
    width, height = size.width, size.height
    if turn == 1:
        return Box(box.top, width - box.right, box.bottom, width - box.left)
    if turn == 2:
        return Box(width - box.right, height - box.bottom, width - box.left, height - box.top)
    if turn == 3:
        return Box(height - box.bottom, box.left, height - box.top, box.right)
    return box
