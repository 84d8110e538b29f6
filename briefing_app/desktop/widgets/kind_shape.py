"""Kinds as shapes: told apart without colour, each beside the word that says it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from briefing_app.desktop.theme import Theme

NOTE = "note"
"""A placement that is the officer's own words; it has a shape as the kinds of excerpt do."""

KIND_TONES: Mapping[str, str] = MappingProxyType({"recommendation": "rec", "quote": "quote", "context": "context", NOTE: "ink3"})
"""The colour of each kind of excerpt and of a note, by name; as strings, so that the start page draws them without excerpts."""


def paint_kind(painter: QPainter, kind: str, square: QRectF, theme: Theme, tone: str = "") -> None:
    """Draw a kind's shape into a square (``ExcerptKind`` or ``NOTE``), in its own colour or another of the theme."""
    draw_kind(painter, kind, square, theme.colour(tone or KIND_TONES[kind]), theme.colour("on_kind"))


def draw_kind(painter: QPainter, kind: str, square: QRectF, colour: QColor, sign: QColor) -> None:
    """Draw a kind's shape into a square in a colour of its own, and in another what lies on it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(square.topLeft())
    painter.scale(square.width() / 16, square.height() / 16)
    _SHAPES[kind](painter, colour, sign)
    painter.restore()


def _round_pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _pennant(painter: QPainter, colour: QColor, sign: QColor) -> None:
    painter.setPen(_round_pen(colour, 2))
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([QPointF(2, 3), QPointF(9.4, 3), QPointF(14.4, 8), QPointF(9.4, 13), QPointF(2, 13)]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_round_pen(sign, 1.6))
    painter.drawPolyline(QPolygonF([QPointF(6.6, 5.5), QPointF(9.1, 8), QPointF(6.6, 10.5)]))


def _disc(painter: QPainter, colour: QColor, sign: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QRectF(0.5, 0.5, 15, 15))
    painter.setBrush(sign)
    for x in (4.3, 8.6):
        mark = QPainterPath()
        mark.setFillRule(Qt.FillRule.WindingFill)
        mark.addEllipse(QRectF(x, 7.2, 3.2, 3.2))
        mark.moveTo(x + 0.1, 8.9)
        mark.quadTo(x + 0.1, 5.7, x + 2.7, 5.0)
        mark.lineTo(x + 2.9, 5.8)
        mark.quadTo(x + 1.6, 6.4, x + 1.5, 7.6)
        mark.closeSubpath()
        painter.drawPath(mark)


def _open_square(painter: QPainter, colour: QColor, _sign: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_round_pen(colour, 1.6))
    painter.drawRoundedRect(QRectF(1.8, 1.8, 12.4, 12.4), 2.6, 2.6)
    painter.drawLine(QPointF(5, 6), QPointF(11, 6))
    painter.drawLine(QPointF(5, 10), QPointF(9, 10))


def _three_lines(painter: QPainter, colour: QColor, _sign: QColor) -> None:
    painter.setPen(_round_pen(colour, 1.6))
    for number, length in enumerate((11, 11, 6)):
        y = 4 + 4 * number
        painter.drawLine(QPointF(2.5, y), QPointF(2.5 + length, y))


_SHAPES: Mapping[str, Callable[[QPainter, QColor, QColor], None]] = MappingProxyType(
    {"recommendation": _pennant, "quote": _disc, "context": _open_square, NOTE: _three_lines}
)
