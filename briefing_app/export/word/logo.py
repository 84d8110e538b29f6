"""The brand's mark as a PNG, for Word shows no SVG everywhere: its shapes drawn at high resolution."""

import io
from dataclasses import dataclass
from itertools import pairwise
from math import cos, pi, sin, sqrt
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageDraw
from reportlab.graphics import shapes
from svglib.svglib import svg2rlg

from briefing_app.domain.brand import Brand
from briefing_app.export.imaging import stamp

_PIXELS_PER_POINT = 8
_SMOOTHING = 4
_STEPS = 24
"""Straight pieces that stand for one curve."""
_EVEN_ODD = 0
"""What reportlab calls the rule by which each second ring is a hole."""

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class LogoPicture:
    """The mark's PNG and its width over its height."""

    png: bytes
    proportion: float


def logo_picture(brand: Brand) -> LogoPicture | None:
    """Return the brand's mark drawn on a transparent ground, None when its file is missing or cannot be drawn."""
    path = Path(brand.folder, brand.logo.file)
    if path.is_file() and path.suffix.lower() != ".svg":
        made = stamp(path.read_bytes())
        return LogoPicture(made.png, made.proportion) if made else None
    try:
        drawing = svg2rlg(str(path)) if path.is_file() else None
    # svglib lets many kinds of exception through for a broken file.
    except Exception:  # noqa: BLE001 - the layout report tells of it
        return None
    if drawing is None or drawing.width <= 0 or drawing.height <= 0:
        return None
    scale = brand.logo.height_pt * _PIXELS_PER_POINT * _SMOOTHING / drawing.height
    size = (max(round(drawing.width * scale), 1), max(round(drawing.height * scale), 1))
    canvas = Image.new("RGBA", size, (255, 255, 255, 0))
    # reportlab counts from the bottom, pictures from the top.
    _draw(drawing, (scale, 0, 0, -scale, 0, size[1]), canvas)
    small = canvas.resize((max(size[0] // _SMOOTHING, 1), max(size[1] // _SMOOTHING, 1)), Image.Resampling.BOX)
    target = io.BytesIO()
    small.save(target, "PNG")
    return LogoPicture(target.getvalue(), drawing.width / drawing.height)


def _draw(node: Any, matrix: Matrix, canvas: Image.Image) -> None:
    if isinstance(node, shapes.Group):
        inner = _product(matrix, tuple(node.transform))
        for child in node.contents:
            _draw(child, inner, canvas)
        return
    lines = [([_moved(matrix, point) for point in points], closed) for points, closed in _lines(node)]
    if not lines:
        return
    if (filled := getattr(node, "fillColor", None)) is not None:
        rings = [points for points, _ in lines if len(points) > 2]
        _fill(canvas, rings, _rgba(filled), even_odd=getattr(node, "fillMode", None) == _EVEN_ODD)
    if (stroke := getattr(node, "strokeColor", None)) is not None and node.strokeWidth:
        width = max(round(node.strokeWidth * sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))), 1)
        for points, closed in lines:
            ImageDraw.Draw(canvas).line([*points, *points[: 2 * closed]], fill=_rgba(stroke), width=width, joint="curve")


def _product(a: Matrix, b: Any) -> Matrix:
    return (
        a[0] * b[0] + a[2] * b[1], a[1] * b[0] + a[3] * b[1],
        a[0] * b[2] + a[2] * b[3], a[1] * b[2] + a[3] * b[3],
        a[0] * b[4] + a[2] * b[5] + a[4], a[1] * b[4] + a[3] * b[5] + a[5],
    )  # fmt: skip


def _moved(matrix: Matrix, point: Point) -> Point:
    return matrix[0] * point[0] + matrix[2] * point[1] + matrix[4], matrix[1] * point[0] + matrix[3] * point[1] + matrix[5]


def _rgba(colour: Any) -> tuple[int, int, int, int]:
    red, green, blue, alpha = (round(part * 255) for part in (colour.red, colour.green, colour.blue, colour.alpha))
    return red, green, blue, alpha


def _lines(node: Any) -> list[tuple[list[Point], bool]]:
    """Return a shape's lines of points in its own coordinates, and whether each is closed; none for what has no outline."""
    match node:
        case shapes.Path():
            return _path(node.points, node.operators)
        case shapes.Rect():
            x, y, right, top = node.x, node.y, node.x + node.width, node.y + node.height
            return [([(x, y), (right, y), (right, top), (x, top)], True)]
        case shapes.Polygon() | shapes.PolyLine():
            return [(_pairs(node.points), isinstance(node, shapes.Polygon))]
        case shapes.Line():
            return [([(node.x1, node.y1), (node.x2, node.y2)], False)]
        case shapes.Circle():
            return [(_ellipse(node.cx, node.cy, node.r, node.r), True)]
        case shapes.Ellipse():
            return [(_ellipse(node.cx, node.cy, node.rx, node.ry), True)]
        case _:
            return []


def _pairs(numbers: Any) -> list[Point]:
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _ellipse(x: float, y: float, rx: float, ry: float) -> list[Point]:
    turns = (2 * pi * step / (4 * _STEPS) for step in range(4 * _STEPS))
    return [(x + rx * cos(turn), y + ry * sin(turn)) for turn in turns]


def _path(points: Any, operators: Any) -> list[tuple[list[Point], bool]]:
    """Return the lines of a path: its operators 0 to 3 move, draw a line, draw a curve, close."""
    lines: list[tuple[list[Point], bool]] = []
    rest = iter(_pairs(points))
    for operator in operators:
        if operator == 0:
            lines.append(([next(rest)], False))
        elif operator == 1:
            lines[-1][0].append(next(rest))
        elif operator == 2:
            curve = (lines[-1][0][-1], next(rest), next(rest), next(rest))
            lines[-1][0].extend(_on_curve(curve, step / _STEPS) for step in range(1, _STEPS + 1))
        else:
            lines[-1] = (lines[-1][0], True)
    return [(line, closed) for line, closed in lines if len(line) > 1]


def _on_curve(curve: tuple[Point, Point, Point, Point], t: float) -> Point:
    """Return the point at ``t``, 0 to 1, of a cubic Bézier curve."""
    parts = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    weighed = list(zip(parts, curve, strict=True))
    return sum(part * point[0] for part, point in weighed), sum(part * point[1] for part, point in weighed)


def _fill(canvas: Image.Image, rings: list[list[Point]], colour: tuple[int, int, int, int], *, even_odd: bool) -> None:
    """Fill rings with a colour, with holes where SVG has them: at each second ring, or where windings cancel out."""
    winding = Image.new("L", canvas.size, 128)
    for ring in rings:
        mask = Image.new("L", canvas.size, 0)
        ImageDraw.Draw(mask).polygon(ring, fill=1)
        winding = ImageChops.add(winding, mask) if even_odd or _area(ring) > 0 else ImageChops.subtract(winding, mask)
    inside = winding.point([255 if (level % 2 if even_odd else level != 128) else 0 for level in range(256)])
    canvas.paste(colour, (0, 0, *canvas.size), inside)


def _area(ring: list[Point]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring, ring[0]]))
