"""The window wired: the start page until there is a pack, then the pack's room; files in and out, recovery, leaving."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from briefing_app.desktop.autosave import Home, LeftBehind
from briefing_app.desktop.bringing_in import BringingIn
from briefing_app.desktop.dialogs.about import AboutDialog
from briefing_app.desktop.dialogs.keys import KeysDialog
from briefing_app.desktop.dialogs.new_pack import NewPackDialog
from briefing_app.desktop.filing import Filing
from briefing_app.desktop.main_window import MainWindow
from briefing_app.desktop.panels.start_page import StartPage
from briefing_app.desktop.recents import recent_packs, remember
from briefing_app.desktop.room import Room
from briefing_app.desktop.tasks import Tasks
from briefing_app.desktop.telling import Telling
from briefing_app.desktop.workspace import Workspace
from briefing_app.errors import BriefingError
from briefing_app.words import Words
from briefing_app.workbench.beginning import Wish, begun
from briefing_app.workbench.choosing import all_audiences, all_templates
from briefing_app.workbench.holdings import holdings
from briefing_app.workbench.importing import Imported
from briefing_app.workbench.libraries import OpenLibrary
from briefing_app.workbench.recovering import recovery_folder, restored
from briefing_app.workbench.samples import sample_documents, sample_pack
from briefing_app.workbench.session import Session, opened
from briefing_app.workbench.workers import Worker


class Shell(QObject):
    """Holds what lives as long as the window: library, workers, pages. Panes live in the room."""

    def __init__(self, library: OpenLibrary, words: Words) -> None:
        super().__init__()
        self.library = library
        self.words = words
        self.room: Room | None = None
        self.window = MainWindow(words, self._fill_recent)
        self.actions = self.window.actions_table
        self.start = StartPage(words, all_templates().entries)
        self.window.add_page(self.start)
        self.telling = Telling(words, lambda: self.room.layout.tray if self.room and self._in_room() else self.start.tray)
        self.filing = Filing(self.window, words, self._session)
        self.filing.refused.connect(self.refuse)
        self.home = Home(recovery_folder())
        self._reader = Worker()
        self._samples = False
        self._tasks = Tasks(self._reader, self)
        self._tasks.done.connect(self._arrived)
        self._tasks.failed.connect(self._failed)
        self.bringing = BringingIn(library, self._reader, self)
        self.bringing.progressed.connect(self.telling.importing)
        self.bringing.ended.connect(self._brought_in)
        self.bringing.failed.connect(_raised)
        self.telling.stop_asked.connect(self.bringing.stop)
        self._wire()

    def begin(self, pack: Path | None = None) -> None:
        """Show the window: on a pack, or on the start page; offer what was left behind; on a first start, bring in the samples."""
        self.show_start()
        self.window.show()
        if pack:
            self.open(pack)
        self._offer(self.home.left_behind())
        if not self.library.documents():
            self._samples = True
            self.bringing.bring(sample_documents())

    def close(self) -> None:
        """End everything, once the window is closed."""
        self.bringing.close()
        self._tasks.close()
        if self.room:
            self.room.close()
        self._reader.close()
        self.home.close()
        self.window.deleteLater()

    def keep_now(self) -> None:
        """Write the recovery copy before anything else happens."""
        if self.room:
            self.room.autosave.write_now()

    def refuse(self, fault: BriefingError) -> None:
        """Tell that something could not be done, where the person is looking."""
        self.telling.refused(fault)

    # Packs

    def open(self, path: Path) -> None:
        """Open a pack file, once what is open is kept."""
        self.filing.when_kept(lambda: self._open(path))

    def new(self, template: str = "") -> None:
        """Ask what a new pack should be, and begin it."""
        dialog = NewPackDialog(self.words, all_templates().entries, all_audiences().entries, template, self.window)
        dialog.wished.connect(lambda wish: self.filing.when_kept(lambda: self._begin(wish)))
        dialog.open()

    def open_sample(self) -> None:
        """Have the sample pack made by the reading process, and open it when it is there."""
        self.filing.when_kept(lambda: self._tasks.latest("sample", sample_pack, wait=0))

    def show_session(self, session: Session) -> None:
        """Show a session's pack in the pack's room."""
        if self.room is None:
            self.room = Room(Workspace(session, self.words), self.window, self.home, self)
            self.room.workspace.refused.connect(self.refuse)
            self.window.add_page(self.room.layout)
        else:
            self.room.workspace.replace_session(session)
        if session.path:
            remember(session.path, session.pack)
        self.show_room()

    def show_start(self) -> None:
        """Show the start page as things are now."""
        held = holdings(self.library)
        self.start.show_recents(recent_packs())
        self.start.show_holdings(held, sample={each.name for each in held} <= {path.name for path in sample_documents()})
        self.window.show_page(self.start, pack=False)
        self.actions["room-pack"].setEnabled(self.room is not None)

    def show_room(self) -> None:
        """Show the pack's room, if there is a pack."""
        if self.room:
            self.window.show_page(self.room.layout, pack=True)
            self.room.enter()

    def _open(self, path: Path) -> None:
        try:
            self.show_session(opened(self.library, path))
        except BriefingError as fault:
            self.refuse(fault)

    def _begin(self, wish: Wish) -> None:
        try:
            self.show_session(begun(self.library, wish))
        except BriefingError as fault:
            self.refuse(fault)

    # Documents

    def bring_in(self, paths: Iterable[Path]) -> None:
        """Bring documents into the library; a pack file dropped among them is opened."""
        paths = tuple(paths)
        packs = [path for path in paths if path.suffix == ".briefpack"]
        if packs:
            self.open(packs[0])
        if rest := [path for path in paths if path not in packs]:
            self.bringing.bring(rest)

    def _brought_in(self, imported: tuple[Imported, ...]) -> None:
        self.telling.imported(imported, self.new, quiet=self._samples)
        self._samples = False
        if self.room:
            self.room.workspace.session.imported()
        if not self._in_room():
            self.show_start()

    # What the reading process sends back

    def _arrived(self, name: str, result: object) -> None:
        if name == "sample" and isinstance(result, tuple):
            pack, media = result
            self.show_session(Session(self.library, pack, media, saved=True))

    def _failed(self, _name: str, fault: Exception) -> None:
        if isinstance(fault, BriefingError):
            self.refuse(fault)
        else:
            _raised(fault)

    # Recovery and leaving

    def _offer(self, left: tuple[LeftBehind, ...]) -> None:
        if left:
            self.telling.offer(left[0].copy.title, lambda: self._restore(left), lambda: self._discard(left))

    def _restore(self, left: tuple[LeftBehind, ...]) -> None:
        first, rest = left[0], left[1:]
        try:
            session = restored(self.library, first.folder, first.copy)
        except BriefingError as fault:
            self.refuse(fault)
            return
        self.filing.when_kept(lambda: self._restored(session, first, rest))

    def _restored(self, session: Session, left: LeftBehind, rest: tuple[LeftBehind, ...]) -> None:
        self.show_session(session)
        if self.room:
            self.room.autosave.drop_left(left)
        self._offer(rest)

    def _discard(self, left: tuple[LeftBehind, ...]) -> None:
        self.home.drop(left[0])
        self._offer(left[1:])

    def _leave(self) -> None:
        self.filing.when_kept(self.window.leave)

    # Wiring

    def _session(self) -> Session | None:
        return self.room.workspace.session if self.room else None

    def _in_room(self) -> bool:
        return self.room is not None and self.window.pages.currentWidget() is self.room.layout

    def _wire(self) -> None:
        filing, start = self.filing, self.start
        self.window.leaving.connect(self._leave)
        self.window.files_dropped.connect(self.bring_in)
        start.files_dropped.connect(self.bring_in)
        start.choose_asked.connect(lambda: filing.choose_documents(self.bring_in))
        start.open_asked.connect(lambda: filing.choose_pack(self.open))
        start.sample_asked.connect(self.open_sample)
        start.look_asked.connect(self._look)
        start.recent_chosen.connect(lambda path: self.open(Path(path)))
        start.template_chosen.connect(self.new)
        self.actions.on(
            {
                "new": self.new,
                "open": lambda: filing.choose_pack(self.open),
                "save": filing.save,
                "save-as": filing.save_as,
                "bring-in": lambda: filing.choose_documents(self.bring_in),
                "quit": self.window.close,
                "start-page": self.show_start,
                "room-pack": self.show_room,
                "keys": lambda: KeysDialog(self.words, self.window).open(),
                "about": lambda: AboutDialog(self.words, self.window).open(),
            }
        )

    def _look(self) -> None:
        # The library is looked into beside a pack: the one that is open, or the sample.
        if self.room:
            self.show_room()
        else:
            self.open_sample()

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        for recent in recent_packs():
            menu.addAction(recent.title).triggered.connect(lambda _checked=False, path=recent.path: self.open(Path(path)))
        if menu.isEmpty():
            menu.addAction(self.words.say("window.menu.no-recent")).setEnabled(False)


def _raised(fault: Exception) -> None:
    """Let a bug that came from another process be told as any other."""
    raise fault
