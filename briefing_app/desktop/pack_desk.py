"""Packs on the desk: opened, begun, taken from the samples, restored after a kill; each shown in the one room for packs."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from briefing_app.desktop.autosave import Home, LeftBehind
from briefing_app.desktop.dialogs.new_pack import NewPackDialog
from briefing_app.desktop.filing import Filing
from briefing_app.desktop.main_window import MainWindow
from briefing_app.desktop.recents import remember
from briefing_app.desktop.room import Room
from briefing_app.desktop.telling import Telling
from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.pack import Pack
from briefing_app.errors import BriefingError
from briefing_app.words import Words
from briefing_app.workbench.beginning import Wish, begun
from briefing_app.workbench.libraries import OpenLibrary
from briefing_app.workbench.recovering import recovery_folder, restored
from briefing_app.workbench.session import Session, opened
from briefing_app.workbench.templates import all_audiences, all_templates


class PackDesk(QObject):
    """Everything about packs that a window needs only once there is one; made when it is first asked for."""

    room_made = Signal(object)
    """The room's widget."""
    pack_shown = Signal()

    def __init__(
        self, library: OpenLibrary, words: Words, window: MainWindow, filing: Filing, telling: Telling, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._words = words
        self._window = window
        self._filing = filing
        self._telling = telling
        self.room: Room | None = None
        self._coming: Room | None = None
        """A room whose panes are being made."""
        self._parts: Iterator[None] = iter(())
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._go_on)
        self.home = Home(recovery_folder())

    @property
    def session(self) -> Session | None:
        """The session in the room, or in the one that is being made; None before there is one."""
        room = self.room or self._coming
        return room.workspace.session if room else None

    def open(self, path: Path) -> None:
        """Open a pack file, once what is open is kept."""
        self._filing.when_kept(lambda: self._shown(lambda: opened(self._library, path)))

    def new(self, template: str = "") -> None:
        """Ask what a new pack should be, and begin it once what is open is kept."""
        dialog = NewPackDialog(self._words, all_templates().entries, all_audiences().entries, template, self._window)
        dialog.wished.connect(self._begin)
        dialog.open()

    def show_sample(self, pack: Pack, media: Mapping[str, bytes]) -> None:
        """Show the sample pack; nothing is lost with it until somebody edits it."""
        self.show(Session(self._library, pack, media, saved=True))

    def show(self, session: Session) -> None:
        """Show a session's pack in the room; the first is shown once the room is made, a part of it in each turn of the loop."""
        self.finish()
        if self.room is None:
            self._coming = Room(Workspace(session, self._words), self._window, self.home, self)
            self._coming.workspace.refused.connect(self._telling.refused)
            self._parts = self._coming.make()
            self._turns.start()
        else:
            self.room.workspace.replace_session(session)
            self.pack_shown.emit()
        if session.path:
            remember(session.path, session.pack.title.text, len(session.pack.audiences))

    def finish(self) -> None:
        """Make at once what is still being made."""
        while self._coming:
            self._go_on()

    def _go_on(self) -> None:
        for _ in self._parts:
            return
        self._turns.stop()
        self.room, self._coming = self._coming, None
        if self.room:
            self.room_made.emit(self.room.layout)
            # Showing the panes for the first time is a turn's work of its own.
            QTimer.singleShot(0, self, self.pack_shown.emit)

    def offer_left_behind(self) -> None:
        """Offer what apps that were killed had not saved."""
        self._offer(self.home.left_behind())

    def keep_now(self) -> None:
        """Write the recovery copy before anything else happens."""
        if room := self.room or self._coming:
            room.autosave.write_now()

    def close(self) -> None:
        """End the room's workers; the recovery copy goes, for whoever closes has asked what to keep."""
        self._turns.stop()
        if room := self.room or self._coming:
            room.close()
        self.home.close()

    def _begin(self, wish: Wish) -> None:
        self._filing.when_kept(lambda: self._shown(lambda: begun(self._library, wish), at_once=False))

    def _shown(self, made: Callable[[], Session], *, at_once: bool = True) -> bool:
        try:
            session = made()
        except BriefingError as fault:
            self._telling.refused(fault)
            return False
        if at_once:
            self.show(session)
        else:
            # Filling a pack is work as well, and the dialog has to leave the screen.
            QTimer.singleShot(0, self, lambda: self.show(session))
        return True

    def _offer(self, left: tuple[LeftBehind, ...]) -> None:
        if left:
            self._telling.offer(left[0].copy.title, lambda: self._restore(left), lambda: self._discard(left))

    def _restore(self, left: tuple[LeftBehind, ...]) -> None:
        self._filing.when_kept(lambda: self._restored(left[0], left[1:]))

    def _restored(self, left: LeftBehind, rest: tuple[LeftBehind, ...]) -> None:
        # A copy that will not do stays where it is: a later version may read it.
        if self._shown(lambda: restored(self._library, left.folder, left.copy)) and (room := self.room or self._coming):
            room.autosave.drop_left(left)
        self._offer(rest)

    def _discard(self, left: tuple[LeftBehind, ...]) -> None:
        self.home.drop(left[0])
        self._offer(left[1:])
