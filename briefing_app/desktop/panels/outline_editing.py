"""Editing in the outline's rows: texts of the pack, names of sections, notes, asks in our words; quotes open to be trimmed."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtWidgets import QWidget

from briefing_app.desktop.dialogs.meeting import open_meeting
from briefing_app.desktop.models.outline_model import OutlineModel
from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.inline_editor import Field, InlineEditor
from briefing_app.desktop.widgets.outline_delegate import CHEVRON, RING_LEFT
from briefing_app.desktop.widgets.outline_drops import SIDE
from briefing_app.desktop.widgets.outline_extras import GUTTER
from briefing_app.desktop.widgets.outline_view import OutlineView
from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.audience import MASTER, in_words
from briefing_app.domain.pack import Adapted, ExcerptPlacement, FigurePlacement, Pack
from briefing_app.workbench import editing
from briefing_app.workbench.adding import OfferedFigure, as_adapted, figure_added, figures_in, note_added
from briefing_app.workbench.editing import Edited
from briefing_app.workbench.meeting import MADE_FROM_NOTES
from briefing_app.workbench.outlining import FrontRow, PlacementRow, RowKind, SectionRow

OpenQuote = Callable[[str, QWidget], QWidget]
"""Makes the editor of a placed quote: its identifier and the parent; it has ``finished(bool)`` and ``height_changed(int)``."""

_TEXTS = {RowKind.NOTE, RowKind.HEADING, RowKind.IMAGE, RowKind.FIGURE}


class OutlineEditing(QObject):
    """Opens editors in rows and turns what was written into edits."""

    def __init__(self, workspace: Workspace, view: OutlineView, model: OutlineModel, open_quote: OpenQuote | None) -> None:
        super().__init__(view)
        self._workspace = workspace
        self._view = view
        self._model = model
        self._open_quote = open_quote
        self._say = workspace.words.say

    def edit(self, index: QModelIndex) -> None:
        """Open the editor that fits a row; what composition makes has none."""
        match self._model.value(index):
            case FrontRow() as row:
                self._edit_front(index, row)
            case SectionRow() as row:
                self._edit_section(index, row)
            case PlacementRow(kind=kind) as row if kind in _TEXTS:
                self._edit_text(index, row)
            case PlacementRow(kind=RowKind.GENERATED, made=made) if made in MADE_FROM_NOTES:
                open_meeting(self._workspace, self._view)
            case PlacementRow(kind=RowKind.GENERATED):
                return
            case PlacementRow(adapted=True) as row:
                self.edit_in_our_words(index, row)
            case PlacementRow() as row if self._open_quote is not None:
                self._trim(index, row, self._open_quote)
            case _:
                return

    def write_note(self, section: str, index: int, *, heading: bool = False) -> None:
        """Open an editor for a new note or heading; it is in the pack once something is written."""
        kind = RowKind.HEADING if heading else RowKind.NOTE
        name = self._say("window.outline.edit-note")
        field = Field("", name, self._say("window.outline.note-hint") if not heading else "", "strong" if heading else "body")

        def kept(texts: tuple[str, ...]) -> Callable[[Pack], Edited] | None:
            return (lambda pack: note_added(pack, section, index, texts[0], heading=heading)) if texts[0] else None

        self._write_draft(section, index, kind, [field], kept)

    def write_figure(self, section: str, index: int, excerpt: str, offered: OfferedFigure | None = None) -> None:
        """Open an editor for a key figure out of an excerpt, begun with a figure that stands in its words, if any does."""
        begun = offered or next(iter(figures_in(self._workspace.pack, excerpt)), OfferedFigure(""))
        asked = [self._say(f"window.outline.figure-{key}") for key in ("number", "label")]
        fields = [Field(begun.number, asked[0], asked[0], "strong"), Field(begun.counts, asked[1], asked[1])]

        def kept(texts: tuple[str, ...]) -> Callable[[Pack], Edited] | None:
            wanted = texts[0] and texts[1]
            return (lambda pack: figure_added(pack, section, index, excerpt, texts[0], texts[1])) if wanted else None

        self._write_draft(section, index, RowKind.FIGURE, fields, kept)

    def edit_in_our_words(self, index: QModelIndex, row: PlacementRow) -> None:
        """Open an ask's own wording, or begin one from the source's words."""
        audience = self._workspace.audience
        now = as_adapted(self._workspace.pack, row.id, audience)
        lead = Field(now.lead, self._say("window.outline.edit-lead"), self._say("window.outline.edit-lead"), "strong")
        rest = Field(now.rest, self._say("window.outline.edit-rest"), self._say("window.outline.edit-rest"))

        def kept(texts: tuple[str, ...], only: str, instead_of: str) -> Callable[[Pack], Edited] | None:
            if not any(texts):
                return None
            wording = Adapted(texts[0] or texts[1], texts[1] if texts[0] else "")
            return lambda pack: editing.reword(pack, row.id, wording, only, instead_of=instead_of)

        self._open(index, [lead, rest], row.differs, kept)

    def _edit_front(self, index: QModelIndex, row: FrontRow) -> None:
        hint = self._say(f"window.outline.front-empty.{row.name}")
        field = Field(row.text, self._say(f"window.outline.front.{row.name}"), hint, "heading" if row.name == "title" else "body")

        def kept(texts: tuple[str, ...], only: str, instead_of: str) -> Callable[[Pack], Edited] | None:
            if row.name == "title" and not texts[0]:
                return None
            return lambda pack: editing.write_front(pack, row.name, texts[0], only, instead_of=instead_of)

        self._open(index, [field], row.differs, kept)

    def _edit_section(self, index: QModelIndex, row: SectionRow) -> None:
        field = Field(row.title, self._say("window.outline.edit-section"), font="heading")

        def kept(texts: tuple[str, ...], only: str, instead_of: str) -> Callable[[Pack], Edited] | None:
            return (lambda pack: editing.retitle_section(pack, row.id, texts[0], only, instead_of=instead_of)) if texts[0] else None

        self._open(index, [field], row.differs, kept)

    def _edit_text(self, index: QModelIndex, row: PlacementRow) -> None:
        held = editing.placement_of(self._workspace.pack, row.id)
        text = held.label.of(self._workspace.audience) if isinstance(held, FigurePlacement) else row.text
        key = "figure-label" if row.kind is RowKind.FIGURE else "edit-note"
        field = Field(text, self._say(f"window.outline.{key}"), font="strong" if row.kind is RowKind.HEADING else "body")

        def kept(texts: tuple[str, ...], only: str, instead_of: str) -> Callable[[Pack], Edited] | None:
            if not texts[0] and row.kind in {RowKind.NOTE, RowKind.HEADING}:
                return lambda pack: editing.remove(pack, [row.id])
            return lambda pack: editing.write_text(pack, row.id, texts[0], only, instead_of=instead_of)

        self._open(index, [field], row.differs, kept)

    def _open(
        self,
        index: QModelIndex,
        fields: list[Field],
        differs: bool,
        kept: Callable[[tuple[str, ...], str, str], Callable[[Pack], Edited] | None],
    ) -> None:
        """Open fields in a row. ``kept`` makes the edit of what was written: for whom, and whose own text gives way to it."""
        shown = self._workspace.audience_shown
        name = in_words(shown.name, self._workspace.words.language) if shown else ""
        only_for = self._say("window.outline.only-for", audience=name) if shown else ""
        editor = InlineEditor(
            fields, only_for, only=differs, indent=theme_of().px(_indent(self._model.value(index))), parent=self._view.viewport()
        )
        audience = self._workspace.audience

        def written() -> Callable[[Pack], Edited] | None:
            if not editor.changed:
                return None
            only = editor.only.isChecked()
            return kept(editor.texts(), audience if only else MASTER, MASTER if only else audience)

        def finished(keep: bool) -> None:
            edit = written() if keep else None
            self._workspace.typing(None)
            self._view.close_editor()
            if edit is not None:
                self._workspace.do(edit)

        editor.finished.connect(finished)
        self._tell_typing(editor, written)
        self._view.open_editor(index, editor)

    def _write_draft(
        self,
        section: str,
        index: int,
        kind: RowKind,
        fields: list[Field],
        kept: Callable[[tuple[str, ...]], Callable[[Pack], Edited] | None],
    ) -> None:
        self._view.close_editor()
        editor = InlineEditor(fields, indent=theme_of().px(_WORDS_AT), parent=self._view.viewport())

        def finished(keep: bool) -> None:
            edit = kept(editor.texts()) if keep else None
            self._workspace.typing(None)
            if edit is not None and not self._workspace.do(edit):
                editor.resume()
                return
            self._view.close_editor()
            self._model.end_draft()

        editor.finished.connect(finished)
        self._tell_typing(editor, lambda: kept(editor.texts()))
        row = self._model.begin_draft(section, index, kind)
        self._view.expand(row.parent())
        self._view.open_editor(row, editor)

    def _tell_typing(self, editor: InlineEditor, written: Callable[[], Callable[[Pack], Edited] | None]) -> None:
        """Have what is being written in the recovery copy too; an emptied field says nothing, Esc may yet restore it."""
        editor.typed.connect(lambda: self._workspace.typing(written() if any(editor.texts()) else None))
        editor.destroyed.connect(lambda: self._workspace.typing(None))

    def _trim(self, index: QModelIndex, row: PlacementRow, open_quote: OpenQuote) -> None:
        if not isinstance(editing.placement_of(self._workspace.pack, row.id), ExcerptPlacement):
            return
        editor = open_quote(row.id, self._view.viewport())
        editor.finished.connect(self._view.close_editor)  # type: ignore[attr-defined]  # the contract of OpenQuote
        self._view.open_editor(index, editor)


_WORDS_AT = SIDE + GUTTER - RING_LEFT


def _indent(value: object) -> int:
    """Return how far in from a row's ring its words stand, in pixels at 100 %."""
    match value:
        case FrontRow():
            return SIDE - RING_LEFT
        case SectionRow():
            return SIDE - RING_LEFT + CHEVRON
        case _:
            return _WORDS_AT
