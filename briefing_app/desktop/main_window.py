"""The window's layout and nothing else: the row along the top, and below it the start page or a room."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QWidget

from briefing_app.desktop.actions import Actions
from briefing_app.desktop.widgets.drop_zone import local_files
from briefing_app.desktop.widgets.top_row import TopRow
from briefing_app.words import Words

LEAST = (960, 600)
USUAL = (1440, 900)


class MainWindow(QMainWindow):
    """Holds the pages; what they do is wired elsewhere."""

    leaving = Signal()
    """Somebody wants to close the window; whoever may decide calls ``leave``."""
    files_dropped = Signal(object)
    """A tuple of paths of documents dropped on the window."""

    def __init__(self, words: Words, recent: Callable[[QMenu], None]) -> None:
        super().__init__()
        self.words = words
        self.setMinimumSize(*LEAST)
        self.resize(*USUAL)
        self.setAcceptDrops(True)
        self.actions_table = Actions(self, words)
        self.top = TopRow(self.actions_table, words, recent)
        self.setMenuWidget(self.top)
        self.pages = QStackedWidget()
        self.setCentralWidget(self.pages)
        self._may_leave = self._closing = False
        self.name_pack("", unsaved=False)

    def add_page(self, page: QWidget) -> None:
        """Take a page in."""
        self.pages.addWidget(page)

    def show_page(self, page: QWidget, room: str = "", *, pack: bool = False) -> None:
        """Show a page; ``room`` names the room it is ("sources", "pack"), ``pack`` says whether there is one."""
        self.pages.setCurrentWidget(page)
        self.top.show_room(room, pack=pack)

    def name_pack(self, title: str, *, unsaved: bool) -> None:
        """Put a pack's title into the title bar, marked when it is not saved."""
        say = self.words.say
        self.setWindowTitle(say("window.title", pack=title) if title else say("window.name"))
        self.setWindowModified(unsaved and bool(title))

    def leave(self) -> None:
        """Close the window; nothing is asked any more."""
        self._may_leave = True
        if not self._closing:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Ask first, unless that is done."""
        if not self._may_leave:
            # Whoever is asked may answer at once: a window that is closing cannot be told to close.
            self._closing = True
            self.leaving.emit()
            self._closing = False
        event.setAccepted(self._may_leave)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Show which letters open menus while Alt is down."""
        self.top.menus.show_letters(alt=event.key() == Qt.Key.Key_Alt)
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Show them no more."""
        if event.key() == Qt.Key.Key_Alt:
            self.top.menus.show_letters(alt=False)
        super().keyReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files."""
        if local_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take files."""
        if files := local_files(event):
            event.acceptProposedAction()
            self.files_dropped.emit(files)
