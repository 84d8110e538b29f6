"""The sources' room made and wired: its panes over the one workspace, the worker that draws originals, and the way to the pack."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from briefing_app.desktop.by_turns import loose
from briefing_app.desktop.looking import Looking
from briefing_app.desktop.main_window import MainWindow
from briefing_app.desktop.mending_copies import MendingCopies
from briefing_app.desktop.notice import Notice
from briefing_app.desktop.panels.card_form import CardForm
from briefing_app.desktop.panels.inspector_panel import InspectorPanel
from briefing_app.desktop.panels.reading_panel import ReadingPanel
from briefing_app.desktop.panels.sources_panel import SourcesPanel
from briefing_app.desktop.placing import place
from briefing_app.desktop.sources_room import SourcesRoom
from briefing_app.desktop.tasks import Tasks
from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.workspace import Workspace
from briefing_app.workbench.finding_places import likely_place_in
from briefing_app.workbench.original_pages import drawing_worker
from briefing_app.workbench.workers import Worker

_PLACING = "likely-place"
"""The name under which the worker is asked."""


class SourcesDesk(QObject):
    """Lives from the first look at a document to the end of the window. ``make`` it first."""

    bring_in_asked = Signal()
    pack_asked = Signal(str)
    """A placement is to be shown in the pack."""
    begin_asked = Signal()
    """A pack is to be begun, for there is none to place in."""
    told = Signal(object)
    """A ``Notice``."""

    def __init__(self, workspace: Workspace, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._window, self._actions = window, window.actions_table
        self._worker = Worker()
        self._tasks = Tasks(self._worker, self)
        self._drawer = drawing_worker()
        self._drawing = Tasks(self._drawer, self)
        self.looking = Looking(workspace, self)

    def make(self) -> Iterator[None]:
        """Make the panes, a part at a time: the window answers between two of them. Until it has ended there is nothing to show."""
        with loose() as made:
            self.sources = made(SourcesPanel(self.looking))
            yield
            self.reading = made(ReadingPanel(self.looking, self._drawing))
            yield
            card = made(CardForm(self.looking))
            yield
            self.inspector = made(InspectorPanel(self.looking, card))
            yield
            self.mending = MendingCopies(self.looking, self._tasks, self._window, self)
            self.layout = made(SourcesRoom(self.sources, self.reading, self.inspector, theme_of().scale))
            yield
        self._wire()

    def enter(self, document: str = "") -> None:
        """Take the keyboard, with a document open: the one named, the one looked at last, or the first."""
        if document:
            self.looking.open(document)
        self.sources.open_first()
        self.sources.tree.setFocus()

    def close(self) -> None:
        """End the workers."""
        for tasks, worker in ((self._tasks, self._worker), (self._drawing, self._drawer)):
            tasks.close()
            worker.close()

    def _wire(self) -> None:
        looking, layout = self.looking, self.layout
        self.sources.bring_in_asked.connect(self.bring_in_asked)
        self.sources.removal_asked.connect(lambda document: self.workspace.remove_document("remove-document", document))
        for panel in (self.reading, self.inspector):
            panel.place_asked.connect(self._place)
        self.inspector.shown_in_pack.connect(self.pack_asked)
        self.inspector.begin_asked.connect(self.begin_asked)
        self.inspector.mending_asked.connect(self.mending.ask)
        self.mending.offered.connect(self.inspector.show_offers)
        self.mending.told.connect(self.told)
        self.inspector.lost.found.connect(self.reading.put_in_place)
        self.reading.passage_selected.connect(lambda there: self.inspector.lost.allow(passage=there))
        looking.excerpt_selected.connect(self._look_for_place)
        self._tasks.done.connect(self._propose)
        letters = self._actions["letter-keys"]
        self.reading.turn_letters(on=letters.isChecked())
        letters.toggled.connect(lambda on: self.reading.turn_letters(on=on))
        self._actions.on(
            {
                "find": self.sources.focus_search,
                "place": lambda: self._place(looking.excerpt),
                "library": lambda: layout.turn(shown=layout.folded),
                "next-pane": lambda: layout.next_pane(1),
                "previous-pane": lambda: layout.next_pane(-1),
                "zoom-in": lambda: self.reading.pages.step_zoom(1),
                "zoom-out": lambda: self.reading.pages.step_zoom(-1),
                "zoom-fit": lambda: self.reading.pages.set_zoom(None),
            },
            within=layout,
        )

    def _look_for_place(self, excerpt: str) -> None:
        """Have it found out where the words of an excerpt that needs a place may stand now."""
        self._tasks.cancel(_PLACING)
        if excerpt and self.looking.lost:
            self._tasks.latest(_PLACING, likely_place_in, self.workspace.session.library.path, excerpt)

    def _propose(self, name: str, found: object) -> None:
        if name == _PLACING and isinstance(found, tuple) and found[0] == self.looking.excerpt:
            self.reading.propose(found[1])

    def _place(self, excerpt: str) -> None:
        if not excerpt:
            return
        if self.workspace.pack.sections:
            place(self.workspace, (excerpt,))
        else:
            say = self.workspace.words.say
            begin = say("window.inspector.begin")
            self.told.emit(Notice("no-pack", say("window.places.no-pack"), "info", begin, self.begin_asked.emit))
