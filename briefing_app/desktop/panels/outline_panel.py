"""The pack's pane: its head, and the outline of its sections and what is placed in them."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from briefing_app.desktop.folded_sections import FoldedSections
from briefing_app.desktop.models.outline_model import EmptyRow, OthersRow, OutlineModel, Shown
from briefing_app.desktop.panels.outline_commands import OutlineCommands
from briefing_app.desktop.panels.outline_editing import OpenQuote, OutlineEditing
from briefing_app.desktop.panels.pack_head import PackHead
from briefing_app.desktop.widgets.outline_delegate import OutlineDelegate
from briefing_app.desktop.widgets.outline_view import OutlineView
from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.audience import in_words
from briefing_app.workbench.outlining import FrontRow, Outline, PlacementRow, SectionRow, outlined
from briefing_app.workbench.row_wording import absence_words, read_aloud, section_aloud
from briefing_app.workbench.session import Changed


class OutlinePanel(QWidget):
    """Follows the workspace. ``open_quote`` makes the editor that trims a placed quote in its row."""

    def __init__(self, workspace: Workspace, open_quote: OpenQuote | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._met: set[str] = set()
        self._memory = FoldedSections()
        self._folded: set[str] = set()
        """Sections of this pack that a person folded."""
        self._following = True
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head = PackHead(workspace, self)
        self.model = OutlineModel(self._aloud, self)
        self.view = OutlineView(self.model, self)
        self.view.setAccessibleName(workspace.words.say("window.outline.name"))
        self.delegate = OutlineDelegate(workspace.words, self.view)
        self.delegate.editor_height = self.view.editor_height
        self.view.width_changed.connect(self.delegate.take_width)
        self.view.setItemDelegate(self.delegate)
        self.rows = OutlineEditing(workspace, self.view, self.model, open_quote)
        self.commands = OutlineCommands(workspace, self.view, self.model, self.rows)
        self.setFocusProxy(self.view)
        self._lay_out()
        self._listen()
        self._begin()

    def set_pages(self, pages: int) -> None:
        """Say how many pages the copy shown has."""
        self.head.set_pages(pages)

    def set_section_pages(self, pages: Mapping[str, float]) -> None:
        """Say how many pages each section takes as laid out, by identifier."""
        self.delegate.pages = dict(pages)
        self.view.viewport().update()

    def refresh(self) -> None:
        """Show the pack as it is now; what was selected and open stays so."""
        outline = self._outlined()
        self._tell_delegate(outline)
        chosen = self.view.chosen()
        self._following = False
        self.model.show(outline)
        self._open_new_sections(outline)
        there = [each for each in chosen if self.model.index_of(f"placement:{each}").isValid()]
        if there and self.view.chosen() != tuple(there):
            self.view.select_placements(there, self._workspace.placement)
        self._following = True
        self._show_selected(self._workspace.placement)

    def _begin(self) -> None:
        self._met.clear()
        self._folded = set(self._memory.of(self._workspace.pack.id))
        self.delegate.pages = {}
        self.head.set_pages(0)
        outline = self._outlined()
        self._tell_delegate(outline)
        self._following = False
        self.model.begin_anew(outline)
        self._open_new_sections(outline)
        self._following = True

    def _outlined(self) -> Outline:
        return outlined(self._workspace.pack, self._workspace.audience, self._workspace.copy)

    def _tell_delegate(self, outline: Outline) -> None:
        shown = self._workspace.audience_shown
        words, pack = self._workspace.words, self._workspace.pack
        self.delegate.audience_name = in_words(shown.name, words.language) if shown else ""
        absent = (row for section in outline.sections for row in section.rows if row.absence)
        self.delegate.absences = {row.id: absence_words(row, pack, words) for row in absent}

    def _open_new_sections(self, outline: Outline) -> None:
        for section in outline.sections:
            if section.id not in self._met:
                self._met.add(section.id)
                self.view.setExpanded(
                    self.model.index_of(f"section:{section.id}"), section.printed and section.id not in self._folded
                )

    def _note_fold(self, index: QModelIndex, *, folded: bool) -> None:
        """Remember what a person folded; sections of internal copies open and close with the copy shown."""
        value = self.model.value(index)
        if isinstance(value, SectionRow) and not value.internal and (value.id in self._folded) is not folded:
            (self._folded.add if folded else self._folded.discard)(value.id)
            self._memory.keep(self._workspace.pack.id, self._folded)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QFrame()
        line.setProperty("kind", "line")
        line.setFixedHeight(1)
        column.addWidget(self.head)
        column.addWidget(line)
        column.addWidget(self.view, 1)

    def _listen(self) -> None:
        workspace = self._workspace
        workspace.session_replaced.connect(self._begin)
        workspace.pack_changed.connect(self._changed)
        workspace.audience_changed.connect(self._turned)
        workspace.copy_changed.connect(self._turned)
        workspace.placement_selected.connect(self._show_selected)
        self.view.edit_asked.connect(self.rows.edit)
        self.view.others_asked.connect(self._turn_others)
        self.view.landing_changed.connect(self._light)
        self.view.collapsed.connect(lambda index: self._note_fold(index, folded=True))
        self.view.expanded.connect(lambda index: self._note_fold(index, folded=False))
        self.view.selectionModel().currentChanged.connect(self._followed)
        self.view.selectionModel().selectionChanged.connect(lambda: self._followed(self.view.currentIndex()))

    def _changed(self, changed: Changed) -> None:
        before = {row.id for section in self.model.outline.sections for row in section.rows}
        self.refresh()
        order = [row.id for section in self.model.outline.sections for row in section.rows]
        new = [each for each in order if each in changed.parts and each not in before]
        if new:
            # What was just placed is looked at next: the preview goes there, and the next excerpt comes after it.
            self.view.select_placements(new, new[-1])
            self._workspace.select_placement(new[-1])

    def _turned(self, _what: object) -> None:
        self.view.close_editor()
        self.delegate.pages = {}
        self.refresh()
        for section in self.model.outline.sections:
            if section.internal:
                self.view.setExpanded(self.model.index_of(f"section:{section.id}"), section.printed)

    def _turn_others(self, section: str) -> None:
        held = self.model.value(self.model.index_of(f"others:{section}"))
        if isinstance(held, OthersRow):
            self._following = False
            self.model.reveal(section, revealed=not held.revealed)
            self._following = True

    def _light(self, section: str) -> None:
        self.delegate.landing = section
        self.delegate.dragged = self.view.dragged
        self.view.viewport().update()

    # selection, both ways

    def _followed(self, current: QModelIndex) -> None:
        if not self._following:
            return
        value = self.model.value(current)
        self._following = False
        if isinstance(value, PlacementRow) and value.id and self.view.selectionModel().isSelected(current):
            self._workspace.select_placement(value.id)
        elif isinstance(value, SectionRow | EmptyRow | OthersRow):
            self._workspace.select_placement("")
            self._workspace.enter_section(value.id if isinstance(value, SectionRow) else value.section)
        self._following = True

    def _show_selected(self, identifier: str) -> None:
        if not self._following or not identifier or identifier in self.view.chosen():
            return
        index = self.model.index_of_placement(identifier)
        if index.isValid():
            self._following = False
            self.view.expand(index.parent())
            self.view.select_placements([identifier])
            self.view.scrollTo(index)
            self._following = True

    def _aloud(self, value: Shown) -> str:
        words, pack = self._workspace.words, self._workspace.pack
        match value:
            case FrontRow():
                return f"{words.say(f'window.outline.front.{value.name}')}: {value.text}"
            case SectionRow():
                return section_aloud(value, self.delegate.pages.get(value.id), words)
            case PlacementRow():
                return read_aloud(value, pack, words)
            case OthersRow():
                return (
                    words.say("window.outline.hide-others")
                    if value.revealed
                    else words.count("window.outline.show-others", value.count)
                )
            case EmptyRow():
                title = words.say("window.outline.empty-title" if value.asks else "window.outline.empty-title-other")
                return f"{title}. {words.say('window.outline.empty-line')}"
