"""The window wired: the start page at once, all about packs when it is needed; documents in, leaving, and one clean end.

What a start page does not show is not loaded before it stands: the rest follows while the person looks at it.
"""

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu

from briefing_app.desktop.main_window import MainWindow
from briefing_app.desktop.panels.start_page import StartPage
from briefing_app.desktop.telling import Telling
from briefing_app.desktop.widgets.tray import Tray
from briefing_app.desktop.window_memory import WindowMemory
from briefing_app.errors import BriefingError
from briefing_app.words import Words

if TYPE_CHECKING:  # all are loaded when they are first needed
    from briefing_app.desktop.arrivals import Arrivals
    from briefing_app.desktop.documents import Documents
    from briefing_app.desktop.filing import Filing
    from briefing_app.desktop.pack_desk import PackDesk
    from briefing_app.desktop.pack_room import PackRoom
    from briefing_app.desktop.room import Room
    from briefing_app.desktop.sources_door import SourcesDoor
    from briefing_app.workbench.arriving import Imported
    from briefing_app.workbench.libraries import OpenLibrary
    from briefing_app.workbench.session import Session

BREATH = 30
"""Milliseconds in which the window is drawn and answers before anything more is loaded."""

LISTING: tuple[Callable[[], object], ...] = (
    lambda: import_module("briefing_app.domain.dates"),
    lambda: import_module("briefing_app.files"),
    lambda: import_module("briefing_app.domain.excerpt"),
    lambda: import_module("briefing_app.typed"),
    lambda: import_module("briefing_app.workbench.templates"),
    lambda: import_module("briefing_app.workbench.libraries"),
    lambda: import_module("briefing_app.workbench.holdings"),
    lambda: import_module("briefing_app.workbench.reading_jobs"),
    lambda: import_module("briefing_app.desktop.recents"),
    lambda: import_module("briefing_app.desktop.widgets.start_rows"),
    lambda: import_module("briefing_app.desktop.widgets.holding_row"),
)
"""What the start page's lists take, in small pieces too."""

LOADED_LATER: tuple[Callable[[], object], ...] = (
    lambda: import_module("briefing_app.desktop.widgets.inline_message"),
    lambda: import_module("briefing_app.desktop.filing"),
    lambda: import_module("briefing_app.desktop.documents"),
    lambda: import_module("briefing_app.workbench.session"),
    lambda: import_module("briefing_app.workbench.beginning"),
    lambda: import_module("briefing_app.desktop.workspace"),
    lambda: import_module("briefing_app.workbench.outlining"),
    lambda: import_module("briefing_app.desktop.models.outline_model"),
    lambda: import_module("briefing_app.desktop.models.library_model"),
    lambda: import_module("briefing_app.desktop.widgets.card_delegate"),
    lambda: import_module("briefing_app.desktop.panels.library_panel"),
    lambda: import_module("briefing_app.desktop.panels.outline_panel"),
    lambda: import_module("briefing_app.desktop.panels.preview_panel"),
    lambda: import_module("briefing_app.desktop.panels.problems_panel"),
    lambda: import_module("briefing_app.desktop.widgets.trim_editor"),
    lambda: import_module("briefing_app.desktop.dialogs.export_dialog"),
    lambda: import_module("briefing_app.desktop.pack_desk"),
    lambda: import_module("briefing_app.workbench.reading_view"),
    lambda: import_module("briefing_app.desktop.panels.sources_panel"),
    lambda: import_module("briefing_app.desktop.panels.reading_panel"),
    lambda: import_module("briefing_app.desktop.panels.inspector_panel"),
    lambda: import_module("briefing_app.desktop.dialogs.cleaner_copy"),
    lambda: import_module("briefing_app.workbench.pack_mending"),
    lambda: import_module("briefing_app.desktop.sources_door"),
    lambda: import_module("briefing_app.workbench.versions"),
    lambda: import_module("briefing_app.desktop.arrivals"),
)
"""What opening a pack takes, in pieces small enough to be loaded between two keystrokes."""


_ARRIVING = 600
"""Milliseconds between two looks at what came into the library meanwhile: a folder's files may arrive ten a second."""


class Shell(QObject):
    """Holds what lives as long as the window. It takes a library, or how to open one once the window stands."""

    library_refused = Signal(object)
    """A ``BriefingError``: the library could not be opened, so there is nothing to show."""

    def __init__(self, library: "OpenLibrary | Callable[[], OpenLibrary]", words: Words) -> None:
        super().__init__()
        self._library = library
        self._opened: OpenLibrary | None = None
        self.words = words
        self.window = MainWindow(words, self._fill_recent)
        self.memory = WindowMemory()
        self.memory.restore(self.window)
        self.actions = self.window.actions_table
        self.actions["letter-keys"].setChecked(self.memory.letters())
        self.start = StartPage(words)
        self.window.add_page(self.start)
        self.telling = Telling(words, self._tray)
        self._filing: Filing | None = None
        self._desk: PackDesk | None = None
        self._door: SourcesDoor | None = None
        self._documents: Documents | None = None
        self._arrivals: Arrivals | None = None
        self._samples = False
        self._to_load = [*LISTING, self._furnish, *LOADED_LATER]
        self._arriving = QTimer(self, singleShot=True, interval=_ARRIVING)
        self._arriving.timeout.connect(self._show_arrived)
        self._loading = QTimer(self, interval=BREATH)
        self._loading.timeout.connect(self._load_more)
        self._wire()

    @property
    def library(self) -> "OpenLibrary":
        """The library; opened when it is first asked for."""
        if not callable(self._library):
            return self._library
        if self._opened is None:
            self._opened = self._library()
        return self._opened

    @property
    def filing(self) -> "Filing":
        """Who asks for files and keeps them; loaded and made when it is first asked for."""
        if self._filing is None:
            from briefing_app.desktop.filing import Filing  # noqa: PLC0415 - see above

            self._filing = made = Filing(self.window, self.words, self._session)
            made.refused.connect(self.refuse)
            self.actions.on({"save": made.save, "save-as": made.save_as})
        return self._filing

    @property
    def desk(self) -> "PackDesk":
        """All about packs; loaded and made when it is first asked for."""
        if self._desk is None:
            from briefing_app.desktop.pack_desk import PackDesk  # noqa: PLC0415 - see above

            self._desk = PackDesk(self.library, self.words, self.window, self.filing, self.telling, self)
            self._desk.room_made.connect(self._take_room)
            self._desk.pack_shown.connect(self.show_room)
        return self._desk

    @property
    def door(self) -> "SourcesDoor":
        """The way into the sources' room; loaded and made when it is first asked for."""
        if self._door is None:
            from briefing_app.desktop.sources_door import SourcesDoor  # noqa: PLC0415 - see above

            self._door = made = SourcesDoor(self.desk.workspace, self.window, lambda: self.room is not None, self)
            made.bring_in_asked.connect(lambda: self.filing.choose_documents(self.bring_in))
            made.pack_asked.connect(self._show_placement)
            made.told.connect(self.telling.notice)
            made.begin_asked.connect(self.new)
        return self._door

    @property
    def arrivals(self) -> "Arrivals":
        """Who tells what became of documents; made with the first that came."""
        if self._arrivals is None:
            from briefing_app.desktop.arrivals import Arrivals  # noqa: PLC0415 - see above

            self._arrivals = made = Arrivals(self.words, self.telling, self.window, lambda: self.desk.workspace, self)
            made.look_asked.connect(self.show_sources)
            made.mending_asked.connect(self._show_mending)
            made.unlock_asked.connect(self.documents.bring_in)
        return self._arrivals

    @property
    def documents(self) -> "Documents":
        """The reading process and what it is asked for; loaded and made when it is first asked for."""
        if self._documents is None:
            from briefing_app.desktop.documents import Documents  # noqa: PLC0415 - see above

            self._documents = made = Documents(self.library, self)
            made.sample_made.connect(lambda sample: self.desk.show_sample(*sample))
            made.refused.connect(self.refuse)
            made.bringing.progressed.connect(self.telling.importing)
            made.bringing.surveying.connect(self.telling.surveying)
            made.bringing.arrived.connect(self._arrived)
            made.bringing.ended.connect(self._brought_in)
            self.telling.stop_asked.connect(made.bringing.stop)
        return self._documents

    @property
    def room(self) -> "Room | None":
        """The pack's room; None before the first pack."""
        return self._desk.room if self._desk else None

    def begin(self, pack: Path | None = None) -> None:
        """Show the window: on a pack, or on the start page; the rest follows."""
        self.window.show_page(self.start)
        self.window.show()
        if pack is None or self._furnish():
            if pack:
                self.open(pack)
            self._loading.start()

    def settle(self) -> None:
        """Offer what was left behind, and on a first start bring in the samples."""
        self._loading.stop()
        self.desk.offer_left_behind()
        if not self.library.documents():
            from briefing_app.workbench.reading_jobs import sample_documents  # noqa: PLC0415 - see above

            self._samples = True
            self.documents.bring_in(sample_documents())

    def close(self) -> None:
        """End everything, once the window is closed."""
        self._loading.stop()
        self.memory.keep(self.window)
        if self.room:
            self.memory.keep_arrangement(self.room.layout.arrangement())
        if self._documents:
            self._documents.close()
        if self._door:
            self._door.close()
        if self._desk:
            self._desk.close()
        if self._opened:
            self._opened.close()
        self.window.deleteLater()

    def keep_now(self) -> None:
        """Write the recovery copy before anything else happens."""
        if self._desk:
            self._desk.keep_now()

    def refuse(self, fault: BriefingError) -> None:
        """Tell that something could not be done, where the person is looking."""
        self.telling.refused(fault)

    def open(self, path: Path) -> None:
        """Open a pack file."""
        self.desk.open(path)

    def new(self, template: str = "") -> None:
        """Ask what a new pack should be, and begin it."""
        self.desk.new(template)

    def bring_in(self, paths: Iterable[Path]) -> None:
        """Bring documents into the library; a pack file dropped among them is opened."""
        paths = tuple(paths)
        packs = [path for path in paths if path.suffix == ".briefpack"]
        if packs:
            self.open(packs[0])
        if rest := [path for path in paths if path not in packs]:
            self.documents.bring_in(rest)

    def open_sample(self) -> None:
        """Open the sample pack once it is made."""
        self.filing.when_kept(self.documents.make_sample)

    def show_start(self) -> None:
        """Show the start page as things are now."""
        self._list()
        self.window.show_page(self.start)

    def _list(self) -> None:
        from briefing_app.desktop.recents import recent_packs  # noqa: PLC0415 - see above
        from briefing_app.workbench.holdings import holdings  # noqa: PLC0415 - see above
        from briefing_app.workbench.reading_jobs import sample_documents  # noqa: PLC0415 - see above

        held = holdings(self.library)
        self.start.show_recents(recent_packs())
        self.start.show_holdings(held, sample={each.name for each in held} <= {path.name for path in sample_documents()})

    def _furnish(self) -> bool:
        """Open the library and fill the start page; return whether that could be done."""
        from briefing_app.workbench.templates import all_templates  # noqa: PLC0415 - see above

        try:
            self._list()
        except BriefingError as fault:
            self._loading.stop()
            self.library_refused.emit(fault)
            return False
        self.start.show_templates(all_templates().entries)
        return True

    def _take_room(self, layout: "PackRoom") -> None:
        layout.arrange(self.memory.arrangement())
        self.window.add_page(layout)

    def show_room(self) -> None:
        """Show the pack's room, if there is a pack."""
        if self.room:
            self.window.show_page(self.room.layout, "pack", pack=True)
            self.room.enter()

    def show_sources(self, document: str = "") -> None:
        """Show the sources' room, on a document when one is named."""
        self.door.show(document)

    def _show_mending(self, document: str) -> None:
        self.door.show_mending(document)

    def _load_more(self) -> None:
        self._loading.setInterval(0)
        if self._to_load:
            self._to_load.pop(0)()
        else:
            self.settle()

    def _brought_in(self, imported: "tuple[Imported, ...]") -> None:
        self.arrivals.tell(imported, self.documents.bringing.skipped, quiet=self._samples)
        self._samples = False
        self._show_arrived()
        if self.window.pages.currentWidget() is self.start:
            self.show_start()

    def _arrived(self) -> None:
        if not self._arriving.isActive():
            self._arriving.start()

    def _show_arrived(self) -> None:
        self._arriving.stop()
        if self._desk and self._desk.at_work:
            self._desk.workspace.session.imported()
        if self._door:
            self._door.show_arriving(self.documents.bringing.waiting)

    def _session(self) -> "Session | None":
        return self._desk.session if self._desk else None

    def _tray(self) -> Tray:
        if self._door and self._door.desk and self._door.shown:
            return self._door.desk.layout.tray
        if self.room and self.window.pages.currentWidget() is self.room.layout:
            return self.room.layout.tray
        return self.start.tray

    def _show_placement(self, placement: str) -> None:
        self.show_room()
        if self.room:
            self.room.workspace.select_placement(placement)

    def _show_dialog(self, name: str) -> None:
        from briefing_app.desktop.dialogs.about import AboutDialog  # noqa: PLC0415 - see above
        from briefing_app.desktop.dialogs.keys import KeysDialog  # noqa: PLC0415

        (KeysDialog if name == "keys" else AboutDialog)(self.words, self.window).open()

    def _wire(self) -> None:
        start, window = self.start, self.window
        self.actions["letter-keys"].toggled.connect(lambda on: self.memory.keep_letters(on=on))
        window.pages.currentChanged.connect(lambda _page: self.telling.follow())
        window.leaving.connect(lambda: self.filing.when_kept(window.leave))
        window.files_dropped.connect(self.bring_in)
        start.files_dropped.connect(self.bring_in)
        start.choose_asked.connect(lambda: self.filing.choose_documents(self.bring_in))
        start.open_asked.connect(self._choose_pack)
        start.sample_asked.connect(self.open_sample)
        start.look_asked.connect(self.show_sources)
        start.recent_chosen.connect(lambda path: self.open(Path(path)))
        start.template_chosen.connect(self.new)
        self.actions.on(
            {
                "new": self.new,
                "open": self._choose_pack,
                "bring-in": lambda: self.filing.choose_documents(self.bring_in),
                "quit": window.close,
                "start-page": self.show_start,
                "room-sources": self.show_sources,
                "room-pack": self.show_room,
                "keys": lambda: self._show_dialog("keys"),
                "about": lambda: self._show_dialog("about"),
            }
        )

    def _choose_pack(self) -> None:
        self.filing.choose_pack(self.open)

    def _fill_recent(self, menu: QMenu) -> None:
        from briefing_app.desktop.recent_menu import fill  # noqa: PLC0415 - see above

        fill(menu, self.words, self.open)
