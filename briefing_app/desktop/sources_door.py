"""The way into the sources' room: it is made when it is first asked for, and shown with a document open."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from briefing_app.desktop.by_turns import ByTurns
from briefing_app.desktop.main_window import MainWindow
from briefing_app.desktop.sources_desk import SourcesDesk
from briefing_app.desktop.workspace import Workspace


class SourcesDoor(QObject):
    """Holds the room once there is one."""

    bring_in_asked = Signal()
    pack_asked = Signal(str)
    """A placement is to be shown in the pack."""
    begin_asked = Signal()
    """A pack is to be begun."""
    told = Signal(object)
    """A ``Notice``."""

    def __init__(self, workspace: Workspace, window: MainWindow, pack: Callable[[], bool], parent: QObject) -> None:
        """Make the door; ``pack`` tells whether there is a pack to turn to."""
        super().__init__(parent)
        self._window, self._pack = window, pack
        self._coming = SourcesDesk(workspace, window, self)
        self._turns = ByTurns(self)
        self._document = self._mending = ""
        self._arriving: tuple[Path, ...] = ()
        self.desk: SourcesDesk | None = None

    @property
    def shown(self) -> bool:
        """Whether the room is what one looks at."""
        return self.desk is not None and self._window.pages.currentWidget() is self.desk.layout

    def show(self, document: str = "") -> None:
        """Show the room, on a document when one is named."""
        self._document = document
        if self.desk:
            self._enter()
        elif not self._turns.busy:
            self._turns.begin(self._coming.make(), self._made)

    def show_mending(self, document: str) -> None:
        """Show the room on a damaged document, and what its cleaner copy offers."""
        self._mending = document
        self.show(document)

    def show_arriving(self, files: tuple[Path, ...]) -> None:
        """Show which files are being read."""
        self._arriving = files
        if self.desk:
            self.desk.sources.show_arriving(files)

    def finish(self) -> None:
        """Make at once what is still being made."""
        self._turns.finish()

    def close(self) -> None:
        """End the room's worker."""
        self._turns.stop()
        self._coming.close()

    def _made(self) -> None:
        self.desk = self._coming
        self.desk.bring_in_asked.connect(self.bring_in_asked)
        self.desk.pack_asked.connect(self.pack_asked)
        self.desk.told.connect(self.told)
        self.desk.begin_asked.connect(self.begin_asked)
        self._window.add_page(self.desk.layout)
        # Showing the panes for the first time is a turn's work of its own.
        QTimer.singleShot(0, self, self._enter)

    def _enter(self) -> None:
        if self.desk:
            self._window.show_page(self.desk.layout, "sources", pack=self._pack())
            document, self._document = self._document, ""
            self.desk.enter(document)
            self.desk.sources.show_arriving(self._arriving)
            if mending := self._mending:
                self._mending = ""
                self.desk.mending.ask_for(mending)
