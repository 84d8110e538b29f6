"""Kinds and severities as shapes: told apart without colour, each beside the word that says it."""

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPolygonF

from briefing_app.desktop.icons import drawn_icon, paint_icon
from briefing_app.desktop.theme import Theme, theme_of
from briefing_app.domain.finding import Severity

NOTE = "note"
"""A placement that is the officer's own words; it has a shape as the kinds of excerpt do."""

KIND_TONES: Mapping[str, str] = MappingProxyType({"recommendation": "rec", "quote": "quote", "context": "context", NOTE: "ink3"})
"""The colour of each kind of excerpt and of a note, by name; as strings, so that the start page draws them without excerpts."""

SEVERITIES: Mapping[Severity, tuple[str, str]] = MappingProxyType(
    {Severity.BLOCKS: ("octagon-x", "block"), Severity.MEND: ("triangle-alert", "warn"), Severity.INFO: ("info", "ink3")}
)
"""The icon and the colour of each severity, by name."""


def paint_kind(painter: QPainter, kind: str, square: QRectF, theme: Theme, tone: str = "") -> None:
    """Draw a kind's shape into a square (``ExcerptKind`` or ``NOTE``), in its own colour or another of the theme."""
    _draw(painter, kind, square, theme.colour(tone or KIND_TONES[kind]), theme.colour("on_kind"))


def paint_severity(painter: QPainter, severity: Severity, square: QRectF, theme: Theme) -> None:
    """Draw a severity's sign into a square."""
    name, tone = SEVERITIES[severity]
    paint_icon(painter, name, square, theme.colour(tone))


@cache
def kind_icon(kind: str) -> QIcon:
    """Return a kind's shape as an icon that follows the theme."""
    return drawn_icon(
        f"kind {kind}",
        lambda painter, square, colour: _draw(painter, kind, square, colour, theme_of().colour("on_kind")),
        KIND_TONES[kind],
    )


def _draw(painter: QPainter, kind: str, square: QRectF, colour: QColor, sign: QColor) -> None:
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
