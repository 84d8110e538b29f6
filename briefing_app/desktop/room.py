"""The pack's room made and wired: its panes over one workspace, the preview's worker, autosave, and the actions about a pack."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QTextEdit

from briefing_app.desktop.actions import entries
from briefing_app.desktop.autosave import Autosave, Home
from briefing_app.desktop.by_turns import loose
from briefing_app.desktop.dialogs.clearing import ClearingDialog
from briefing_app.desktop.dialogs.export_dialog import ExportDialog
from briefing_app.desktop.dialogs.meeting import open_meeting
from briefing_app.desktop.dialogs.paper import PaperDialog
from briefing_app.desktop.main_window import MainWindow
from briefing_app.desktop.pack_room import PackRoom, enter_first
from briefing_app.desktop.panels.library_panel import LibraryPanel
from briefing_app.desktop.panels.outline_panel import OutlinePanel
from briefing_app.desktop.panels.preview_panel import PreviewPanel
from briefing_app.desktop.panels.problems_panel import ProblemsPanel
from briefing_app.desktop.print_asking import PrintAsking
from briefing_app.desktop.tasks import Tasks
from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.trim_editor import TrimEditor
from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.audience import MASTER
from briefing_app.domain.briefing import Copy
from briefing_app.workbench import editing
from briefing_app.workbench.previewing import prepare
from briefing_app.workbench.workers import Worker


class Room(QObject):
    """Lives from the first pack to the end of the window; another pack replaces the workspace's session. ``make`` it first."""

    def __init__(self, workspace: Workspace, window: MainWindow, home: Home, parent: QObject) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._window = window
        self._actions = window.actions_table
        self.autosave = Autosave(workspace, home.folder, self)
        self._worker = Worker(prepare)
        self._tasks = Tasks(self._worker, self)

    def make(self) -> Iterator[None]:
        """Make the panes, a part at a time: the window answers between two of them. Until it has ended there is nothing to show."""
        workspace = self.workspace
        with loose() as made:
            self.library = made(LibraryPanel(workspace))
            yield
            self.outline = made(OutlinePanel(workspace, lambda placement, parent: TrimEditor(workspace, placement, parent)))
            yield
            self.preview = made(PreviewPanel(workspace, self._tasks))
            self.problems = made(ProblemsPanel(workspace))
            yield
        self.layout = PackRoom(self.library, self.outline, self.preview, self.problems, theme_of().scale)
        self._printing = PrintAsking(workspace, self.preview.maker, self._window)
        self._wire()
        self._follow()

    def enter(self) -> None:
        """Take the keyboard."""
        # Nobody pressed a key: no ring says where the keyboard is.
        enter_first(self.outline, Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """End the workers and drop the recovery copy: whoever closes has asked what to keep."""
        self.autosave.close()
        self._tasks.close()
        self._worker.close()

    def _wire(self) -> None:
        for entry in entries():
            if entry.in_rows:
                # Del and the arrows belong to whatever has the keyboard; these act while it is on the outline's rows.
                self._actions[entry.id].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                self.outline.view.addAction(self._actions[entry.id])
        workspace, layout = self.workspace, self.layout
        for changed in (
            workspace.session_replaced,
            workspace.pack_changed,
            workspace.library_changed,
            workspace.saved,
            workspace.copy_changed,
        ):
            changed.connect(self._follow)
        layout.folding_changed.connect(self._show_folding)
        self.preview.unfold_asked.connect(lambda: layout.turn("preview", shown=True))
        self.problems.closed_changed.connect(lambda closed: self._actions["problems"].setChecked(not closed))
        self.preview.pages_counted.connect(self.outline.set_pages)
        self.preview.section_pages_measured.connect(self.outline.set_section_pages)
        self.problems.clearance_asked.connect(self._clear)
        self._actions.on(
            {
                "next-audience": lambda: self._turn_audience(1),
                "previous-audience": lambda: self._turn_audience(-1),
                "copy-hand-over": lambda: workspace.show_copy(Copy.HAND_OVER),
                "copy-internal": lambda: workspace.show_copy(Copy.INTERNAL),
                "copy-working": lambda: workspace.show_copy(Copy.WORKING),
                "move-up": lambda: self.outline.commands.move_by(-1),
                "move-down": lambda: self.outline.commands.move_by(1),
                "remove": self.outline.commands.remove,
                "add-note": self.outline.commands.add_note,
                "add-heading": self.outline.commands.add_heading,
                "add-figure": self.outline.commands.add_figure,
                "add-image": self.outline.commands.add_image,
                "select-all": _select_all,
                "export": self._export,
                "print": self._printing.ask,
                "meeting": lambda: open_meeting(workspace, self._window),
                "paper": self._set_paper,
                "clear": self._clear,
                "problems": lambda: self.problems.set_closed(not self.problems.closed),
                "next-problem": self.problems.go_to_next,
                "preview": lambda: layout.turn("preview", shown=not layout.shown("preview")),
            }
        )
        self._actions.on(
            {
                "find": self._find,
                "place": self.library.place_chosen,
                "zoom-in": self.preview.zoom_in,
                "zoom-out": self.preview.zoom_out,
                "zoom-fit": self.preview.zoom_fit,
                "library": lambda: layout.turn("library", shown=not layout.shown("library")),
                "next-pane": lambda: layout.next_pane(1),
                "previous-pane": lambda: layout.next_pane(-1),
            },
            within=layout,
        )

    def _follow(self) -> None:
        session = self.workspace.session
        self._actions.allow(pack=True, audiences=len(session.pack.audiences))
        self._actions[f"copy-{self.workspace.copy.value}"].setChecked(True)
        self._window.name_pack(session.pack.title.text, unsaved=session.unsaved)

    def _show_folding(self) -> None:
        for pane in ("library", "preview"):
            self._actions[pane].setChecked(self.layout.shown(pane))

    def _find(self) -> None:
        self.layout.turn("library", shown=True)
        self.library.focus_search()

    def _export(self) -> None:
        ExportDialog(self.workspace, self._window).open()

    def _clear(self) -> None:
        dialog = ClearingDialog(self.workspace.words, self._window)
        dialog.cleared.connect(lambda who, day: self.workspace.do(lambda pack: editing.clear(pack, who, day)))
        dialog.open()

    def _set_paper(self) -> None:
        workspace = self.workspace
        dialog = PaperDialog(workspace.words, workspace.pack, self._window)
        dialog.asked.connect(
            lambda cover, binding: workspace.do(lambda pack: editing.set_paper(pack, cover=cover, binding=binding))
        )
        dialog.open()

    def _turn_audience(self, step: int) -> None:
        there: Sequence[str] = (MASTER, *(audience.id for audience in self.workspace.pack.audiences))
        self.workspace.show_audience(there[(there.index(self.workspace.audience) + step) % len(there)])


def _select_all() -> None:
    within = QApplication.focusWidget()
    if isinstance(within, QAbstractItemView | QLineEdit | QTextEdit):
        within.selectAll()
