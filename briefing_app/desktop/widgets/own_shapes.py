"""Shapes in the outline's gutter for what has no kind: pictures, key figures, headings, what composition makes."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from briefing_app.desktop.theme import Theme
from briefing_app.workbench.outlining import RowKind


def paint_own(painter: QPainter, kind: RowKind, square: QRectF, theme: Theme) -> None:
    """Draw the shape of a placement of our own into a square; KeyError for kinds of excerpt and notes."""
    colour = theme.colour("ink3")
    painter.save()
    painter.translate(square.topLeft())
    painter.scale(square.width() / 16, square.height() / 16)
    painter.setPen(QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _SHAPES[kind](painter, colour)
    painter.restore()


def _picture(painter: QPainter, _colour: QColor) -> None:
    painter.drawRoundedRect(QRectF(1.8, 2.8, 12.4, 10.4), 2, 2)
    painter.drawPolyline(QPolygonF([QPointF(3, 11.5), QPointF(6.2, 7.5), QPointF(8.6, 10), QPointF(10.4, 8.4), QPointF(13, 11.2)]))


def _bars(painter: QPainter, colour: QColor) -> None:
    painter.setPen(QPen(colour, 2.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    for place, height in enumerate((5, 8, 11)):
        x = 3.5 + 4.5 * place
        painter.drawLine(QPointF(x, 13.5), QPointF(x, 13.5 - height))


def _heading(painter: QPainter, _colour: QColor) -> None:
    for x in (4, 12):
        painter.drawLine(QPointF(x, 3), QPointF(x, 13))
    painter.drawLine(QPointF(4, 8), QPointF(12, 8))


def _made(painter: QPainter, _colour: QColor) -> None:
    painter.drawRoundedRect(QRectF(2.8, 1.8, 10.4, 12.4), 2, 2)
    for y, length in ((5.5, 5), (8, 5), (10.5, 3)):
        painter.drawLine(QPointF(5.5, y), QPointF(5.5 + length, y))


_SHAPES: Mapping[RowKind, Callable[[QPainter, QColor], None]] = MappingProxyType(
    {RowKind.IMAGE: _picture, RowKind.FIGURE: _bars, RowKind.HEADING: _heading, RowKind.GENERATED: _made}
)

OWN = frozenset(_SHAPES)
"""The kinds that have a shape here."""
