"""What the Sources room looks at: a document, an excerpt in it; and the edits of looking through, carried out by the workspace."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.excerpt import Excerpt, ExcerptKind
from briefing_app.domain.reading import Reading
from briefing_app.domain.source import SourceDocument
from briefing_app.domain.span import Span
from briefing_app.errors import BriefingError
from briefing_app.workbench import finding_places, looking_through
from briefing_app.workbench.session import Changed
from briefing_app.workbench.sources import Source, renewed, source


class Looking(QObject):
    """Shared by the room's panes, which hold nothing of each other. All signals are past tense."""

    document_opened = Signal(str)
    """The document now looked at; empty for none."""
    excerpt_selected = Signal(str)
    """The excerpt now selected; empty for none."""
    documents_changed = Signal()
    """Documents came in or were taken out."""
    order_changed = Signal()
    """Suggestions are looked through in another order."""
    source_changed = Signal(str)
    """A document's card, or what was found in it, changed."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.document = ""
        self.excerpt = ""
        self.doubtful_first = False
        self._source: Source | None = None
        self._there = {each.id for each in workspace.session.library.documents()}
        workspace.library_changed.connect(self._heard)
        workspace.session_replaced.connect(self._begin)

    @property
    def source(self) -> Source | None:
        """The document looked at with what was found in it; None for none."""
        if self._source is None and self.document:
            self._source = source(self.workspace.session.library, self._held(self.document))
        return self._source

    @property
    def reading(self) -> Reading | None:
        """The reading in force of the document looked at."""
        return self.workspace.session.library.reading(self.source.document.reading) if self.source else None

    @property
    def selected(self) -> Excerpt | None:
        """The excerpt selected."""
        held = self.source.excerpts if self.source else ()
        return next((each for each in held if each.id == self.excerpt), None)

    def open(self, document: str) -> None:
        """Look at another document; nothing in it is selected."""
        if document == self.document:
            return
        self.document, self._source = document, None
        self._select("")
        self.document_opened.emit(document)

    def select(self, excerpt: str) -> None:
        """Select an excerpt, in whatever document it stands (empty: none)."""
        if excerpt:
            self.open(self.workspace.session.library.excerpt(excerpt).document)
        self._select(excerpt)

    def select_next(self) -> bool:
        """Select the next suggestion nobody looked at; tell whether there is one."""
        held = looking_through.next_unseen(self.ordered(), self.excerpt)
        if held:
            self.select(held.id)
        return held is not None

    def make(self, kind: ExcerptKind, span: Span) -> bool:
        """Make an excerpt of a passage of the open document and select it; one of that kind there already is selected instead."""
        held, reading = self.source, self.reading
        if held is None or reading is None:
            return False
        there = next((each for each in held.excerpts if (each.reading, each.span, each.kind) == (reading.id, span, kind)), None)
        if there:
            self.select(there.id)
            return True
        try:
            new = looking_through.made(held.document, reading, kind, span, held.excerpts)
        except BriefingError as fault:
            self.workspace.refuse(fault)
            return False
        if not self.workspace.put_excerpt("make-excerpt", new):
            return False
        self.select(new.id)
        return True

    def edit(self, code: str, change: Callable[[Excerpt], Excerpt]) -> bool:
        """Change the selected excerpt."""
        excerpt = self.selected
        if excerpt is None:
            return False
        try:
            changed = change(excerpt)
        except BriefingError as fault:
            self.workspace.refuse(fault)
            return False
        return self.workspace.put_excerpt(code, changed)

    def reject(self) -> bool:
        """Have the selected excerpt out of sight: one that was suggested is remembered as wrong, one of ours is taken out."""
        excerpt = self.selected
        if excerpt is None:
            return False
        if self.lost:
            return self.workspace.carry_out(lambda session: finding_places.let_go(session, excerpt.id))
        if excerpt.rule:
            done = self.workspace.put_excerpt("reject-excerpt", looking_through.rejected(excerpt))
        else:
            done = self.workspace.remove_excerpt("remove-excerpt", excerpt.id)
        return done

    def ordered(self) -> tuple[Excerpt, ...]:
        """Return what was found in the open document in the order in which it is looked through."""
        held = self.source.excerpts if self.source else ()
        return tuple(sorted(held, key=looking_through.doubt)) if self.doubtful_first else held

    def look_doubtful_first(self, *, on: bool) -> None:
        """Look through what is least sure first, or in the order of the text."""
        self.doubtful_first = on
        self.order_changed.emit()

    @property
    def lost(self) -> bool:
        """Whether the newest reading does not have the words of the excerpt selected, so that it needs a place."""
        return self.selected is not None and finding_places.needs_place(self.workspace.session.library, self.selected)

    def waiting(self) -> tuple[Excerpt, ...]:
        """Return the excerpts of all documents that need a place, oldest first."""
        return self.workspace.session.library.queue()

    def select_waiting(self) -> None:
        """Select the next excerpt that needs a place, after the one selected, and round to the first."""
        waiting = [each.id for each in self.waiting()]
        if waiting:
            self.select(waiting[(waiting.index(self.excerpt) + 1) % len(waiting)] if self.excerpt in waiting else waiting[0])

    def put_in_place(self, span: Span) -> bool:
        """Have the excerpt selected, that needs a place, stand for a passage of the open document."""
        excerpt = self.excerpt
        return self.workspace.carry_out(lambda session: finding_places.put_in_place(session, excerpt, span))

    def _select(self, excerpt: str) -> None:
        if excerpt != self.excerpt:
            self.excerpt = excerpt
            self.excerpt_selected.emit(excerpt)

    def _begin(self) -> None:
        self._source = None
        self._there = {each.id for each in self.workspace.session.library.documents()}
        self.document = ""
        self._select("")
        self.documents_changed.emit()
        self.document_opened.emit("")

    def _heard(self, changed: Changed) -> None:
        if self._gone():
            self._begin()
            return
        held = self._source
        self._source = renewed(self.workspace.session.library, held, changed.parts) if held and changed.parts else None
        there = {each.id for each in self.workspace.session.library.documents()}
        if not changed.parts or there != self._there:
            self._there = there
            self.documents_changed.emit()
        touched = {each.id for each in held.excerpts} | {held.document.id} if held else set()
        if not changed.parts and held == self.source:
            # Others came in: who reads on is not disturbed.
            return
        if self.document and (not changed.parts or changed.parts & (touched | self._excerpts_now())):
            self.source_changed.emit(self.document)
            if self.excerpt and self.selected is None:
                self._select("")
        for other in self._documents_of(changed.parts) - {self.document}:
            self.source_changed.emit(other)

    def _documents_of(self, parts: frozenset[str]) -> set[str]:
        """Return the documents that documents or excerpts by these identifiers are, or are in; what is gone is in none."""
        library = self.workspace.session.library
        found = parts & self._there
        for part in parts - self._there:
            with suppress(KeyError):
                found |= {library.excerpt(part).document}
        return set(found)

    def _excerpts_now(self) -> set[str]:
        return {each.id for each in self.source.excerpts} if self.source else set()

    def _gone(self) -> bool:
        if not self.document:
            return False
        try:
            self._held(self.document)
        except KeyError:
            return True
        return False

    def _held(self, document: str) -> SourceDocument:
        return self.workspace.session.library.document(document)
