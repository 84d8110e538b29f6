"""The one thing that goes round: something is being worked on."""

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from briefing_app.desktop.icons import paint_icon
from briefing_app.desktop.theme import moves, theme_of

_TURN_MS, _STEP_MS = 1_000, 40


class Spinner(QWidget):
    """Turns while it is seen; stands still where the system asks for less motion."""

    def __init__(self, side: int = 26, tone: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side, self._tone, self._angle = side, tone, 0.0
        self._timer = QTimer(self, interval=_STEP_MS)
        self._timer.timeout.connect(self._turn)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a square."""
        side = theme_of().px(self._side)
        return QSize(side, side)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin to turn."""
        super().showEvent(event)
        application = QApplication.instance()
        if isinstance(application, QApplication) and moves(application):
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Stop, so that nothing runs for nobody."""
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the open ring at its angle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.width() / 2, self.height() / 2)
        painter.rotate(self._angle)
        side = min(self.width(), self.height())
        paint_icon(painter, "loader-circle", QRectF(-side / 2, -side / 2, side, side), theme_of().colour(self._tone))
        painter.end()

    def _turn(self) -> None:
        self._angle = (self._angle + 360 * _STEP_MS / _TURN_MS) % 360
        self.update()
