"""Icons as lines of one weight, drawn in a colour of the theme: sharp at any scale."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer

from briefing_app.paths import resource

_STROKES = ((14, 2.0), (20, 1.75), (1_000, 1.5))
"""Up to this size in pixels: how wide the line is on the drawing's 24 units. To look alike, small icons need more."""


def paint_icon(painter: QPainter, name: str, square: QRectF, colour: QColor) -> None:
    """Draw an icon into a square with one colour, as delegates do."""
    stroke = next(width for size, width in _STROKES if square.width() <= size)
    _renderer(name, colour.name(), stroke).render(painter, square)


@cache
def drawing(name: str) -> str:
    """Return an icon of ``resources/icons`` as it was drawn, in SVG; FileNotFoundError when there is none."""
    return resource("icons", f"{name}.svg").read_text("utf-8")


@cache
def _renderer(name: str, colour: str, stroke: float) -> QSvgRenderer:
    lines = drawing(name).replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{stroke}"')
    return QSvgRenderer(QByteArray(lines.encode()))
