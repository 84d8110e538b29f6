"""A dialog as a sheet: round, without a title bar, in the middle of its window, which is dimmed while the sheet is open."""

from math import sqrt

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QMoveEvent, QPainter, QPaintEvent, QPen, QRegion, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from briefing_app.desktop.theme import theme_of

MARGIN = 24
"""A sheet stays so far from the edges of its window, in pixels, where it can be that small."""

_MAY_NOT_BLEND = "xcb"
"""The platform on which a window may show black where it is clear: X11 without a compositor."""

_DIM, _DIM_DARK = 0.33, 0.5
_SHADOW = 36
_FALL = 10
"""How far the shadow falls, in pixels."""


class Sheet(QDialog):
    """Freed when it is closed. Without a window to lie over it is an ordinary dialog."""

    def __init__(self, parent: QWidget | None = None) -> None:
        flags = Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint if parent else Qt.WindowType.Dialog
        super().__init__(parent, flags)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._veil: _Veil | None = None
        if self._under is not None:
            self.setProperty("kind", "sheet")
            self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)

    @property
    def _under(self) -> QWidget | None:
        """The window it lies over; not held: the last to hold a window would have to delete it from within its own end."""
        parent = self.parentWidget()
        return parent.window() if parent else None

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Dim the window and stand in its middle."""
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth() and not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            # Wrapped words tell their height only once they know their width.
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))
        super().showEvent(event)
        if self._under is not None and self._veil is None:
            self._veil = _Veil(self._under, self)
            self._under.installEventFilter(self)
            self._stand()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Give the window its light back."""
        super().hideEvent(event)
        if self._veil is not None and self._under is not None:
            self._under.removeEventFilter(self)
            self._veil.hide()
            self._veil.deleteLater()
            self._veil = None

    def moveEvent(self, event: QMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Take the shadow along."""
        super().moveEvent(event)
        if self._veil is not None:
            self._veil.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Stay in the middle."""
        super().resizeEvent(event)
        if self._under is not None and QGuiApplication.platformName() == _MAY_NOT_BLEND:
            self.setMask(rounded(self.rect(), theme_of().radius("dialog")))
        if self._veil is not None:
            self._stand()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the window."""
        if watched is self._under and event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._stand()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the sheet itself."""
        if self._under is None:
            super().paintEvent(event)
            return
        theme = theme_of()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("surface"))
        radius = theme.radius("dialog")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()

    def _stand(self) -> None:
        if self._under is None or self._veil is None:
            return
        room = self._under.size() - QSize(2 * MARGIN, 2 * MARGIN)
        size = self.size().boundedTo(room.expandedTo(self.minimumSize()).expandedTo(self.minimumSizeHint()))
        if size != self.size():
            self.resize(size)
        rest = self._under.size() - self.size()
        self.move(self._under.mapToGlobal(QPoint(rest.width() // 2, max(0, rest.height() // 2))))
        self._veil.setGeometry(self._under.rect())
        self._veil.update()


def rounded(rect: QRect, radius: float) -> QRegion:
    """Return a rectangle without its corners: all pixels that a round corner of this radius touches are still there."""
    region = QRegion(rect)
    for row in range(int(radius)):
        clear = int(radius - sqrt(radius**2 - (radius - row - 1) ** 2))
        for y in (rect.top() + row, rect.bottom() - row):
            region -= QRegion(rect.left(), y, clear, 1)
            region -= QRegion(rect.right() - clear + 1, y, clear, 1)
    return region


class _Veil(QWidget):
    """Lies over all of a window, and darkest round the sheet: its shadow."""

    def __init__(self, window: QWidget, sheet: QWidget) -> None:
        super().__init__(window)
        self._sheet = sheet
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Dim what lies beneath."""
        theme = theme_of()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("shadow", _DIM_DARK if theme.dark else _DIM))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("shadow", 0.007))
        sheet = QRectF(QRect(self.mapFromGlobal(self._sheet.pos()), self._sheet.size()))
        radius = theme.radius("dialog")
        for reach in range(_SHADOW, 0, -2):
            painter.drawRoundedRect(sheet.adjusted(-reach, _FALL - reach, reach, _FALL + reach), radius + reach, radius + reach)
        painter.end()
