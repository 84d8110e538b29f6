"""A brand's mark from its SVG or picture file: shapes drawn as paths, so that no font enters a document with it."""

import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from reportlab.graphics import shapes
from reportlab.lib.utils import ImageReader
from svglib.svglib import svg2rlg

from briefing_app.domain.brand import Brand
from briefing_app.export.imaging import stamp


@dataclass(frozen=True, slots=True, eq=False)
class Logo:
    """A mark that can be drawn: the drawing of an SVG, or the bytes of a picture; ``width`` for one unit of height."""

    width: float
    drawing: Any = None
    picture: bytes = b""


def load_logo(brand: Brand) -> Logo | None:
    """Return a brand's mark, or None for one that is missing or cannot be drawn."""
    path = Path(brand.folder) / brand.logo.file
    try:
        return _loaded(path, path.read_bytes()) if brand.logo.file else None
    except OSError:
        return None


@lru_cache(maxsize=8)
def _loaded(path: Path, data: bytes) -> Logo | None:
    try:
        return _from_svg(path) if path.suffix.lower() == ".svg" else _from_picture(data)
    except Exception:  # noqa: BLE001 - svglib raises whatever a broken file leads it to; the mark is then left out and reported
        return None


def _from_svg(path: Path) -> Logo | None:
    drawing = svg2rlg(str(path))
    if drawing is None or drawing.height <= 0 or drawing.width <= 0:
        return None
    return Logo(drawing.width / drawing.height, drawing=drawing)


def _from_picture(data: bytes) -> Logo | None:
    made = stamp(data)
    return Logo(made.proportion, picture=made.png) if made else None


def draw_logo(canvas: Any, logo: Logo, x: float, y: float, height: float) -> None:
    """Draw a mark ``height`` points high with its lower left corner at x, y (from the page's lower left)."""
    canvas.saveState()
    if logo.drawing is None:
        canvas.drawImage(ImageReader(io.BytesIO(logo.picture)), x, y, logo.width * height, height, mask="auto")
    else:
        canvas.translate(x, y)
        canvas.scale(height / logo.drawing.height, height / logo.drawing.height)
        _draw(canvas, logo.drawing)
    canvas.restoreState()


def _draw(canvas: Any, shape: Any) -> None:
    if isinstance(shape, shapes.Group | shapes.Drawing):
        canvas.saveState()
        if getattr(shape, "transform", None):
            canvas.transform(*shape.transform)
        for child in shape.contents:
            _draw(canvas, child)
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
