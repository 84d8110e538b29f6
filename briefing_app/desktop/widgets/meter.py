"""How much of a section's budget is used, as a bar; the words beside it say the same."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from briefing_app.desktop.theme import Theme, theme_of

WIDTH, HEIGHT = 64, 5
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


class Meter(QWidget):
    """The bar as a widget."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._used, self._budget = 0.0, 1.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def measure(self, used: float, budget: float, words: str) -> None:
        """Show how much of a budget is used, in one unit for both; ``words`` say it to those who do not see the bar."""
        self._used, self._budget = used, budget
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the bar and its tick."""
        theme = theme_of()
        return QSize(theme.px(WIDTH), theme.px(HEIGHT) + 2 * _TICK_OVER)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the bar."""
        painter = QPainter(self)
        place = QRectF(self.rect()).adjusted(0, _TICK_OVER, 0, -_TICK_OVER)
        paint_meter(painter, place, self._used, self._budget, theme_of())
        painter.end()
