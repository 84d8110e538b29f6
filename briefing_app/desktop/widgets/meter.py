"""How much of a section's budget is used, as a bar; the words beside it say the same."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from briefing_app.desktop.theme import Theme

_TICK, _TICK_OVER = 2, 3
_SAME = 1e-6


def paint_meter(painter: QPainter, place: QRectF, used: float, budget: float, theme: Theme) -> None:
    """Draw a bar into a rectangle. Past the budget it is amber after a tick where the budget ended, which shows without colour."""
    over = used > budget + _SAME
    scale = place.width() / max(budget, used, _SAME)
    round_ = place.height() / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("line"))
    painter.drawRoundedRect(QRectF(place.left(), place.top(), budget * scale, place.height()), round_, round_)
    clip = QPainterPath()
    clip.addRoundedRect(QRectF(place.left(), place.top(), used * scale, place.height()), round_, round_)
    edge = place.left() + budget * scale
    painter.save()
    painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
    painter.fillRect(QRectF(place.left(), place.top(), min(used, budget) * scale, place.height()), theme.colour("ink3"))
    if over:
        painter.fillRect(QRectF(edge, place.top(), (used - budget) * scale, place.height()), theme.colour("warn"))
    painter.restore()
    if over:
        painter.setBrush(theme.colour("warn"))
        painter.drawRoundedRect(QRectF(edge - _TICK / 2, place.top() - _TICK_OVER, _TICK, place.height() + 2 * _TICK_OVER), 1, 1)
    painter.restore()
