"""Packs on the desk: opened, begun, taken from the samples, restored after a kill; each shown in the one room for packs."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from briefing_app.desktop.autosave import Home, LeftBehind
from briefing_app.desktop.by_turns import ByTurns
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
from briefing_app.workbench.beginning import Wish, begun, no_pack
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
        self._workspace: Workspace | None = None
        self.room: Room | None = None
        self._coming: Room | None = None
        """A room whose panes are being made."""
        self._turns = ByTurns(self)
        self.home = Home(recovery_folder())

    @property
    def session(self) -> Session | None:
        """The session in the room, or in the one that is being made; None before there is one."""
        room = self.room or self._coming
        return room.workspace.session if room else None

    @property
    def workspace(self) -> Workspace:
        """The one workspace of all rooms; over a pack of nothing while none is open, so that documents can be looked through."""
        return self._workspace or self._begun(Session(self._library, no_pack(self._words.language), saved=True))

    @property
    def at_work(self) -> bool:
        """Whether there is a workspace."""
        return self._workspace is not None

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
            if self._workspace:
                self._workspace.replace_session(session)
            self._coming = Room(self._workspace or self._begun(session), self._window, self.home, self)
            self._turns.begin(self._coming.make(), self._made)
        else:
            self.room.workspace.replace_session(session)
            self.pack_shown.emit()
        if session.path:
            remember(session.path, session.pack.title.text, len(session.pack.audiences))

    def finish(self) -> None:
        """Make at once what is still being made."""
        self._turns.finish()
        if self.room:
            self.room.library.finish()

    def _made(self) -> None:
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

    def _begun(self, session: Session) -> Workspace:
        self._workspace = made = Workspace(session, self._words, self)
        made.refused.connect(self._telling.refused)
        actions = self._window.actions_table
        actions.on({"undo": made.undo, "redo": made.redo})
        for changed in (made.session_replaced, made.pack_changed, made.library_changed):
            changed.connect(lambda: actions.show_history(made.session.history))
        actions.show_history(session.history)
        return made

    def _begin(self, wish: Wish) -> None:
        new: list[Session] = []

        def parts() -> Iterator[None]:
            # The dialog has to leave the screen first, and filling a pack is work as well.
            yield
            try:
                new.append((yield from begun(self._library, wish)))
            except BriefingError as fault:
                self._telling.refused(fault)

        def then() -> None:
            for session in new:
                self.show(session)

        self._filing.when_kept(lambda: self._turns.begin(parts(), then))

    def _shown(self, made: Callable[[], Session]) -> bool:
        try:
            session = made()
        except BriefingError as fault:
            self._telling.refused(fault)
            return False
        self.show(session)
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
