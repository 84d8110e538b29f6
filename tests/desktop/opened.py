"""The whole window as the app opens it, driven from outside: by keys, by clicks, by what is dragged and dropped."""

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop, QMimeData, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from briefing_app.desktop.actions import entries
from briefing_app.desktop.dialogs.export_dialog import ExportDialog
from briefing_app.desktop.page_maker import JUDGEMENT, LAYOUT, PICTURE
from briefing_app.desktop.shell import Shell
from briefing_app.words import Words
from tests.desktop.watchdog import PATIENCE

LONG = 300_000
"""Milliseconds that work in other processes may take on a busy machine. Who waits goes on as soon as it is done."""


def until(what, timeout=LONG):
    """Let the window live until something holds."""
    loop, clock = QEventLoop(), QElapsedTimer()
    clock.start()
    while not what():
        assert clock.elapsed() < timeout, f"still waiting after {timeout} ms"
        QTimer.singleShot(10, loop.quit)
        loop.exec()


class Strays(QObject):
    """Sees widgets that show up as windows of their own though they are none: made visible before they had a parent, they flash
    on the screen and take the keyboard from the window."""

    def __init__(self):
        super().__init__()
        self.seen = []
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, shown, event):  # noqa: N802 - Qt's name
        widget = event.type() == QEvent.Type.Show and isinstance(shown, QWidget) and not isinstance(shown, QMainWindow)
        if widget and shown.windowType() is Qt.WindowType.Window:
            self.seen.append(type(shown).__name__)
        return False


class Opened:
    """A window over a library, as ``application.run`` makes it. ``close()`` ends it as leaving the app does."""

    def __init__(self, library, language="en", size=(1440, 900)):
        self.strays = Strays()
        self.shell = Shell(library, Words(language))
        self.window = self.shell.window
        self.window.resize(*size)
        self.shell.begin()
        until(lambda: not self.shell._loading.isActive())
        if not library.documents():
            until(lambda: library.documents() and not self.shell.documents.bringing.busy)
        QTest.qWait(int(PATIENCE * 1000))  # what comes once only, as the first painting, is over

    @property
    def room(self):
        return self.shell.room

    @property
    def workspace(self):
        return self.room.workspace

    @property
    def pack(self):
        return self.workspace.pack

    @property
    def outline(self):
        return self.room.outline

    @property
    def cards(self):
        return self.room.library.list

    def settle(self):
        """Wait until the preview has nothing to do."""
        tasks = self.room._tasks
        until(lambda: not any(tasks.busy(name) for name in (LAYOUT, PICTURE, JUDGEMENT)))
        QApplication.processEvents()

    def press(self, *keys):
        """Press keys, each as it is written in a menu ("Ctrl+E", "Return"), where the keyboard is now."""
        for key in keys:
            combination = QKeySequence(key)[0]
            QTest.keyClick(self._keyboard(), combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()

    def type(self, words):
        """Type words where the keyboard is now."""
        QTest.keyClicks(self._keyboard(), words)

    def _keyboard(self):
        """Return who has the keyboard. When a dialog goes the window gets it back: here no window system sees to that."""
        if QApplication.activeWindow() is None:
            self.window.activateWindow()
            until(self.window.isActiveWindow)
        return QApplication.focusWidget() or QApplication.activeWindow()

    def key_of(self, action):
        """Return the key the action's table has for an action."""
        return next(entry.keys[0] for entry in entries() if entry.id == action)

    def click(self, widget, at=None, *, twice=False):
        """Click on a widget, in its middle or at a point."""
        point = at if at is not None else widget.rect().center()
        if twice:
            QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
        else:
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
        QApplication.processEvents()

    def drag_card_onto(self, card, key):
        """Drag a card of the library onto the lower half of an outline row, as far as Qt lets a test."""
        view, model = self.outline.view, self.outline.model
        data: QMimeData = self.cards.model().mimeData([self.cards.model().index(card, 0)])
        view.scrollTo(model.index_of(key))
        row = view.visualRect(model.index_of(key))
        point = QPointF(row.left() + 150, row.bottom() - 3)
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(view.viewport(), QDragEnterEvent(point.toPoint(), Qt.DropAction.CopyAction, data, button, none))
        QApplication.sendEvent(view.viewport(), QDragMoveEvent(point.toPoint(), Qt.DropAction.CopyAction, data, button, none))
        QApplication.sendEvent(view.viewport(), QDropEvent(point, Qt.DropAction.CopyAction, data, button, none))
        QApplication.processEvents()

    def at_row(self, key, across=150):
        """Return the middle of an outline row, by its key, scrolled to."""
        self.outline.view.scrollTo(self.outline.model.index_of(key))
        rect = self.outline.view.visualRect(self.outline.model.index_of(key))
        return QPoint(rect.left() + across, rect.center().y())

    def dialog(self, kind=ExportDialog):
        """Return the dialog of a kind that is open, once it has the keyboard."""
        until(lambda: self.window.findChild(kind) is not None and self.window.findChild(kind).isActiveWindow())
        return self.window.findChild(kind)

    def placed(self):
        """Return the identifiers of all that is placed, in order."""
        return [placement.id for _, placement in self.pack.placements()]

    def close(self):
        assert not self.strays.seen, f"shown as windows of their own: {self.strays.seen}"
        self.window.leave()
        self.shell.close()
        self.shell.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
