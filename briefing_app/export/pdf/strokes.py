"""What covers are drawn with: curves as data, clipped to a rectangle; each is thin strokes, so that it costs little ink."""

import math
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import HexColor

from briefing_app.domain.brand import Colours, CoverDrawing

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of a thickness from ``start`` through Bézier curves, each two handles and an end; x and y from the top left."""

    start: Point
    curves: tuple[tuple[Point, Point, Point], ...]
    thickness: float
    colour: str


@dataclass(frozen=True, slots=True)
class Strokes:
    """A rectangle of one colour, the strokes in it clipped to it, and discs (middle, radius, colour) on them."""

    x: float
    y: float
    width: float
    height: float
    ground: str
    strokes: tuple[Stroke, ...] = ()
    discs: tuple[tuple[Point, float, str], ...] = ()
    clipped: tuple[float, float] = (0.0, 0.0)
    """How much of its top and of its foot stays free of strokes."""

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.y + self.height


def draw_strokes(canvas: Any, mark: Strokes, x: float, y: float) -> None:
    """Draw strokes with their upper left corner at x, y (from the page's lower left)."""
    above, below = mark.clipped
    canvas.saveState()
    canvas.setFillColor(HexColor(mark.ground))
    canvas.rect(x, y - mark.height, mark.width, mark.height, stroke=0, fill=1)
    window = canvas.beginPath()
    window.rect(x, y - mark.height + below, mark.width, mark.height - above - below)
    canvas.clipPath(window, stroke=0, fill=0)
    for stroke in mark.strokes:
        canvas.setStrokeColor(HexColor(stroke.colour))
        canvas.setLineWidth(stroke.thickness)
        path = canvas.beginPath()
        path.moveTo(x + stroke.start[0], y - stroke.start[1])
        for curve in stroke.curves:
            path.curveTo(*(number for across, down in curve for number in (x + across, y - down)))
        canvas.drawPath(path, stroke=1, fill=0)
    for (across, down), radius, colour in mark.discs:
        canvas.setFillColor(HexColor(colour))
        canvas.circle(x + across, y - down, radius, stroke=0, fill=1)
    canvas.restoreState()


def drawn(drawing: CoverDrawing, colours: Colours, box: tuple[float, float, float, float], free: float) -> Strokes:
    """Return a cover's drawing in a box (x, y, width, height); ``free`` points at its foot are for words."""
    return _DRAWN[drawing](colours, box, free)


_ROADS, _MAIN_ROADS = 30, (3, 10, 17, 25)


def _paths(colours: Colours, box: tuple[float, float, float, float], free: float) -> Strokes:
    """Many lines that become one road."""
    x, y, width, height = box
    strokes = tuple(_roads(colours, width, height - free))
    discs = tuple(((10.0, strokes[place].start[1]), 3.6, colours.accent) for place in _MAIN_ROADS)
    return Strokes(x, y, width, height, colours.tint, strokes, discs)


def _roads(colours: Colours, width: float, height: float) -> Iterator[Stroke]:
    # A seed of its own: the same drawing on every cover.
    chance = random.Random(11)  # noqa: S311 - a drawing, no secret
    for place in range(_ROADS):
        along = place / (_ROADS - 1)
        begins = 12 + along * (height - 24) + chance.uniform(-3, 3)
        ends = height * 0.635 + (along - 0.5) * height * 0.16
        first = (width * (0.34 + 0.16 * math.sin(along * 9)), begins)
        second = (width * (0.46 + 0.1 * math.cos(along * 7)), ends)
        meeting, edge = (width * 0.8, ends), (width + 4, ends)
        main = place in _MAIN_ROADS
        yield Stroke(
            (-4.0, begins), ((first, second, meeting), (meeting, edge, edge)),
            1.7 if main else 0.6, colours.accent if main else colours.line,
        )  # fmt: skip


_ARCS, _FIRST_RADIUS, _APART = 14, 20.0, 36.0
_ARC_MIDDLE, _ARC_TOP = 19.0, 10.0
_SHINE = 0.23
"""How much of the colour that stands on the accent is in the arcs."""


def _arcs(colours: Colours, box: tuple[float, float, float, float], free: float) -> Strokes:
    """Signals that spread."""
    x, y, width, height = box
    middle = (_ARC_MIDDLE, height - free)
    colour = _mixed(colours.accent, colours.on_accent, _SHINE)
    strokes = tuple(_half_circle(middle, _FIRST_RADIUS + place * _APART, 0.9 + place * 0.28, colour) for place in range(_ARCS))
    return Strokes(x, y, width, height, colours.accent, strokes, clipped=(_ARC_TOP, free))


_HANDLE = 0.5522847498
"""Length of a handle, of the radius, that makes a curve a quarter of a circle."""


def _half_circle(middle: Point, radius: float, thickness: float, colour: str) -> Stroke:
    across, down = middle
    handle = radius * _HANDLE
    left, top, right = (across - radius, down), (across, down - radius), (across + radius, down)
    rising = ((left[0], down - handle), (across - handle, top[1]), top)
    falling = ((across + handle, top[1]), (right[0], down - handle), right)
    return Stroke(left, (rising, falling), thickness, colour)


def _mixed(one: str, other: str, share: float) -> str:
    parts = [
        round(int(one[place : place + 2], 16) * (1 - share) + int(other[place : place + 2], 16) * share) for place in (1, 3, 5)
    ]
    return "#{:02X}{:02X}{:02X}".format(*parts)


_DRAWN: Mapping[CoverDrawing, Callable[[Colours, tuple[float, float, float, float], float], Strokes]] = {
    CoverDrawing.PATHS: _paths,
    CoverDrawing.ARCS: _arcs,
}
