"""The ring that shows which button the keyboard is on; fields, cards and rows draw theirs inside."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from briefing_app.desktop.tokens import FOCUS_GAP, FOCUS_WIDTH, RADIUS

_ROOM = FOCUS_GAP + FOCUS_WIDTH
_MOVED = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


class FocusRing(QObject):
    """Puts the ring round the button that the keyboard reached; one for an application. Focus by mouse shows none."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._ring: _Ring | None = None
        application.focusChanged.connect(self._moved)

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.leave()
        self._ring = None
        # While a button of the mouse is down it is the mouse that moved the focus.
        if isinstance(now, QAbstractButton) and QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._ring = _Ring(now)


class _Ring(QWidget):
    """Lies over the page that its button lies on, so that it scrolls and goes with it.

    It holds neither of them: a page that its own ring kept alive would be deleted from within the ring's end. The button is the one
    with the keyboard for as long as there is a ring.
    """

    def __init__(self, around: QWidget) -> None:
        page, chain = _page_of(around)
        super().__init__(page)
        self._over = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for each in chain:
            each.installEventFilter(self)
        self._follow()

    def leave(self) -> None:
        """Take the ring away."""
        self._over = True
        self.hide()
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the button when it, or something it lies in, moves."""
        if event.type() in _MOVED and not self._over:
            self._follow()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw a line of two pixels, three away from the button's edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Link), FOCUS_WIDTH))
        half = FOCUS_WIDTH / 2
        around = QApplication.focusWidget()
        # Round ends have a round ring: a chip's are half as high as it is.
        round_ends = around is not None and around.property("kind") == "chip"
        radius = self.height() / 2 - half if round_ends else RADIUS["control"] + FOCUS_GAP
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        painter.end()

    def _follow(self) -> None:
        around, page = QApplication.focusWidget(), self.parentWidget()
        if around is None or page is None or (around is not page and not page.isAncestorOf(around)):
            return
        corner = around.mapTo(page, QPoint(0, 0))
        self.setGeometry(QRect(corner, around.size()).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM))
        self.setVisible(around.isVisible())
        self.raise_()


def _page_of(widget: QWidget) -> tuple[QWidget, list[QWidget]]:
    """Return what the widget scrolls with, or its window, and all from the widget up to there."""
    chain = [widget]
    while (parent := chain[-1].parentWidget()) is not None and not chain[-1].isWindow():
        area = parent.parentWidget()
        if isinstance(area, QScrollArea) and area.widget() is chain[-1]:
            break
        chain.append(parent)
    return chain[-1], chain
