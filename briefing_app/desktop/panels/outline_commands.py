"""What can be done to the outline's rows: move, remove, take drops, add, choose words; each as one edit that can be undone."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QMenu

from briefing_app.desktop.dialogs.audiences import open_audiences
from briefing_app.desktop.dialogs.meeting import open_meeting
from briefing_app.desktop.dialogs.picture import open_picture
from briefing_app.desktop.dialogs.wording import open_wording
from briefing_app.desktop.models.outline_model import OutlineModel
from briefing_app.desktop.panels.outline_editing import OutlineEditing
from briefing_app.desktop.widgets.outline_view import OutlineView
from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.audience import MASTER
from briefing_app.domain.pack import ExcerptPlacement
from briefing_app.domain.template import INTERNAL_ROLES
from briefing_app.errors import BriefingError, EditRefused
from briefing_app.workbench import editing
from briefing_app.workbench.adding import PICTURES, SOURCE_WORDS, OfferedFigure, figures_in, picture_added
from briefing_app.workbench.meeting import MADE_FROM_NOTES
from briefing_app.workbench.outlining import PlacementRow, RowKind, SectionRow
from briefing_app.workbench.placing import index_after, placed_excerpts

_MOST_FIGURES = 12
"""So many figures of one excerpt are offered by name: a menu longer than that is not read."""


class OutlineCommands(QObject):
    """Carries out what the view asks for."""

    def __init__(self, workspace: Workspace, view: OutlineView, model: OutlineModel, rows: OutlineEditing) -> None:
        super().__init__(view)
        self._workspace = workspace
        self._view = view
        self._model = model
        self._rows = rows
        view.placements_dropped.connect(self.move_to)
        view.excerpts_dropped.connect(self.place)
        view.landing_refused.connect(self._refuse)
        view.removal_asked.connect(self.remove)
        view.move_asked.connect(self.move_by)
        view.menu_asked.connect(self.show_menu)

    # moving and removing

    def move_to(self, placements: tuple[str, ...], section: str, index: int) -> None:
        """Move placements before the one at ``index`` of a section; they stay selected."""
        if self._workspace.do(lambda pack: editing.move(pack, placements, section, index)):
            self._view.select_placements(placements)

    def move_by(self, step: int) -> None:
        """Move the selected placements one up (-1) or down (1): past the next one shown, or into the next section."""
        chosen = self._view.chosen()
        if not chosen:
            return
        target = self._beyond(chosen, step)
        if target is not None:
            self.move_to(chosen, *target)

    def _beyond(self, chosen: tuple[str, ...], step: int) -> tuple[str, int] | None:
        """Return where the selected go: the section, and the index there before which they come."""
        edge = chosen[0] if step < 0 else chosen[-1]
        home = editing.section_holding(self._workspace.pack, edge)
        order = [placement.id for placement in home.placements]
        at = order.index(edge)
        shown = [each for each in order if self._model.index_of(f"placement:{each}").isValid() and each not in chosen]
        if step < 0:
            before = [each for each in shown if order.index(each) < at]
            if before:
                return home.id, order.index(before[-1])
        else:
            after = [each for each in shown if order.index(each) > at]
            if after:
                return home.id, order.index(after[0]) + 1
        return self._next_section(home.id, step)

    def _next_section(self, home: str, step: int) -> tuple[str, int] | None:
        open_ = [section for section in self._workspace.pack.sections if section.role not in INTERNAL_ROLES]
        place = next((at for at, section in enumerate(open_) if section.id == home), None)
        if place is None or not 0 <= place + step < len(open_):
            return None
        section = open_[place + step]
        return section.id, len(section.placements) if step < 0 else 0

    def remove(self) -> None:
        """Take the selected placements out; the one after them is selected next."""
        chosen = self._view.chosen()
        if not chosen:
            return
        order = [placement.id for _, placement in self._workspace.pack.placements()]
        last = order.index(chosen[-1])
        left = [each for each in order if each not in chosen and self._model.index_of(f"placement:{each}").isValid()]
        follower = next((each for each in left if order.index(each) > last), left[-1] if left else "")
        if self._workspace.do(lambda pack: editing.remove(pack, chosen)) and follower:
            self._workspace.select_placement(follower)

    # putting in

    def place(self, excerpts: tuple[str, ...], section: str, index: int) -> None:
        """Place excerpts of the library."""
        library = self._workspace.session.library
        self._workspace.do(lambda pack: placed_excerpts(library, pack, excerpts, section, index))

    def add_note(self) -> None:
        """Write a note after the selected placement, or at the end of the current section."""
        self._at_current(self._rows.write_note)

    def add_heading(self) -> None:
        """Write a heading there."""
        self._at_current(lambda section, index: self._rows.write_note(section, index, heading=True))

    def add_figure(self, offered: OfferedFigure | None = None) -> None:
        """Make a key figure of a number in the selected excerpt: of the one offered, else of the first."""
        held = self._selected_excerpt()
        if held is None:
            self._workspace.refuse(EditRefused("figure-of-nothing"))
            return
        self._at_current(lambda section, index: self._rows.write_figure(section, index, held, offered))

    def _selected_excerpt(self) -> str | None:
        chosen = self._workspace.placement
        held = editing.placement_of(self._workspace.pack, chosen) if chosen else None
        return held.excerpts[0] if isinstance(held, ExcerptPlacement) else None

    def add_image(self, path: Path | None = None) -> None:
        """Place a picture from a file; without one, have it chosen."""
        if path is None:
            self._at_current(lambda _section, _index: self._choose_picture())
            return

        def put(section: str, index: int) -> None:
            try:
                edited = picture_added(self._workspace.pack, section, index, path)
            except BriefingError as fault:
                self._workspace.refuse(fault)
                return
            self._workspace.do(lambda _pack: edited)

        self._at_current(put)

    def _choose_picture(self) -> None:
        words = self._workspace.words
        dialog = QFileDialog(self._view, words.say("window.outline.choose-image"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(words.say("window.outline.image-files", patterns=" ".join(PICTURES)))
        dialog.fileSelected.connect(lambda name: self.add_image(Path(name)))
        dialog.open()

    def _at_current(self, then: Callable[[str, int], object]) -> None:
        pack, section = self._workspace.pack, self._workspace.section
        held = next((each for each in pack.sections if each.id == section), None)
        if held is None:
            return
        if held.role in INTERNAL_ROLES:
            self._refuse(section)
            return
        then(section, index_after(pack, section, self._workspace.placement))

    def _refuse(self, section: str) -> None:
        held = next(each for each in self._workspace.pack.sections if each.id == section)
        self._workspace.refuse(EditRefused("section-made-of-notes", section=held.title.of(self._workspace.audience)))

    # the menu of a row

    def show_menu(self, index: QModelIndex, place: QPoint) -> None:
        """Show what can be done with a row."""
        value = self._model.value(index)
        if isinstance(value, PlacementRow) and value.id not in self._view.chosen():
            self._workspace.select_placement(value.id)
        elif isinstance(value, SectionRow):
            self._workspace.select_placement("")
            self._workspace.enter_section(value.id)
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, index, value)
        menu.popup(place)

    def _fill(self, menu: QMenu, index: QModelIndex, value: object) -> None:
        say = self._workspace.words.say
        if isinstance(value, PlacementRow | SectionRow):
            menu.addAction(f"{say('window.outline.edit')}\tF2", lambda: self._rows.edit(index))
        if isinstance(value, PlacementRow):
            self._fill_wording(menu, value)
            menu.addAction(say("window.outline.for-whom"), self.choose_audiences)
            menu.addSeparator()
            menu.addAction(f"{say('window.outline.move-up')}\tAlt+↑", lambda: self.move_by(-1))
            menu.addAction(f"{say('window.outline.move-down')}\tAlt+↓", lambda: self.move_by(1))
            menu.addAction(f"{say('window.outline.remove')}\tDel", self.remove)
        menu.addSeparator()
        made = value.role if isinstance(value, SectionRow) else value.made if isinstance(value, PlacementRow) else None
        if made in MADE_FROM_NOTES:
            menu.addAction(f"{say('window.action.meeting')}\tCtrl+M", lambda: open_meeting(self._workspace, self._view))
            return
        menu.addAction(f"{say('window.outline.add-note')}\tCtrl+Shift+N", self.add_note)
        menu.addAction(say("window.outline.add-heading"), self.add_heading)
        if isinstance(value, PlacementRow) and value.source is not None and value.kind is not RowKind.FIGURE:
            self._fill_figures(menu)
        menu.addAction(say("window.outline.add-image"), self.add_image)

    def _fill_figures(self, menu: QMenu) -> None:
        """Offer each figure of the selected excerpt by name; where there is but one, or none, there is nothing to choose."""
        held = self._selected_excerpt()
        offers = figures_in(self._workspace.pack, held) if held else ()
        title = self._workspace.words.say("window.outline.add-figure")
        if len(offers) < 2:
            menu.addAction(title, partial(self.add_figure, None))
            return
        chosen = menu.addMenu(title)
        for offered in offers[:_MOST_FIGURES]:
            name = f"{offered.number} · {offered.counts}" if offered.counts else offered.number
            chosen.addAction(name.replace("&", "&&"), partial(self.add_figure, offered))

    def _fill_wording(self, menu: QMenu, row: PlacementRow) -> None:
        say = self._workspace.words.say
        if row.source is not None and row.kind in {RowKind.RECOMMENDATION, RowKind.CONTEXT}:
            menu.addAction(say("window.outline.our-words"), lambda: open_wording(self._workspace, row.id, self._view))
        if row.adapted:
            menu.addAction(say("window.outline.source-words"), lambda: self.use_source_words(row))
        if row.kind is RowKind.IMAGE:
            menu.addAction(say("window.outline.picture"), lambda: open_picture(self._workspace, row.id, self._view))

    def choose_audiences(self) -> None:
        """Choose for whom the selected placements are."""
        chosen = self._view.chosen()
        if chosen:
            open_audiences(self._workspace, chosen, self._view)

    def use_source_words(self, row: PlacementRow) -> None:
        """Take an adapted placement back to its source's words: for the audience shown where it has its own, else for all."""
        audience = self._workspace.audience if row.differs else MASTER
        self._workspace.do(lambda pack: editing.reword(pack, row.id, SOURCE_WORDS, audience))
