"""Drawings in SVG: loaded as shapes, and drawn as the paths that those are."""

from pathlib import Path
from typing import Any

from reportlab.graphics import shapes
from svglib.svglib import svg2rlg


def load_svg(path: Path) -> Any:
    """Return a drawing of some size, or None."""
    drawing = svg2rlg(str(path))
    return drawing if drawing is not None and drawing.height > 0 and drawing.width > 0 else None


def draw_shapes(canvas: Any, shape: Any) -> None:
    """Draw a drawing, or a part of one, as paths on the canvas."""
    if isinstance(shape, shapes.Group | shapes.Drawing):
        canvas.saveState()
        if getattr(shape, "transform", None):
            canvas.transform(*shape.transform)
        for child in shape.contents:
            draw_shapes(canvas, child)
        canvas.restoreState()
        return
    path = _path(canvas, shape)
    fill, stroke = getattr(shape, "fillColor", None), getattr(shape, "strokeColor", None)
    if path is None or (fill is None and stroke is None):
        return
    canvas.saveState()
    if fill is not None:
        canvas.setFillColor(fill)
    if stroke is not None:
        canvas.setStrokeColor(stroke)
        canvas.setLineWidth(shape.strokeWidth or 1)
    canvas.drawPath(path, fill=int(fill is not None), stroke=int(stroke is not None), fillMode=getattr(shape, "fillMode", None))
    canvas.restoreState()


def _path(canvas: Any, shape: Any) -> Any:
    """Return a shape's outline as a path of the canvas; None for one that has none (text, pictures)."""
    path = canvas.beginPath()
    match shape:
        case shapes.Path():
            points = iter(shape.points)
            steps = (path.moveTo, path.lineTo, path.curveTo, path.close)
            for operator in map(int, shape.operators):
                steps[operator](*(next(points) for _ in range((2, 2, 6, 0)[operator])))
        case shapes.Rect():
            path.rect(shape.x, shape.y, shape.width, shape.height)
        case shapes.Circle():
            path.circle(shape.cx, shape.cy, shape.r)
        case shapes.Ellipse():
            path.ellipse(shape.cx - shape.rx, shape.cy - shape.ry, 2 * shape.rx, 2 * shape.ry)
        case shapes.Polygon() | shapes.PolyLine():
            places = list(zip(shape.points[::2], shape.points[1::2], strict=True))
            path.moveTo(*places[0])
            for place in places[1:]:
                path.lineTo(*place)
            if isinstance(shape, shapes.Polygon):
                path.close()
        case shapes.Line():
            path.moveTo(shape.x1, shape.y1)
            path.lineTo(shape.x2, shape.y2)
        case _:
            return None
    return path
