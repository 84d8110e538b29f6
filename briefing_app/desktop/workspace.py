"""What the panes share: the session as signals, and what is being looked at: audience, copy, section, placement.

Panes hold a workspace and nothing of each other. They ask it for edits and hear what changed; only the composition root wires more.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Literal

from PySide6.QtCore import QObject, Signal

from briefing_app.domain.audience import MASTER, Audience
from briefing_app.domain.briefing import Copy
from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.finding import Finding
from briefing_app.domain.pack import Pack
from briefing_app.domain.source import Card
from briefing_app.errors import BriefingError
from briefing_app.words import Words
from briefing_app.workbench.editing import Edited, section_holding
from briefing_app.workbench.session import Changed, Session


class Workspace(QObject):
    """The session as Qt sees it. All signals are past tense and carry values."""

    session_replaced = Signal()
    """Another pack was opened or begun: everything is to be shown anew."""
    pack_changed = Signal(object)
    """``Changed``: an edit, undo or redo of the pack."""
    library_changed = Signal(object)
    """``Changed``: documents or excerpts of the library."""
    typed = Signal()
    """Something is being written that is no edit yet: ``pack_as_typed`` has it."""
    saved = Signal()
    audience_changed = Signal(str)
    copy_changed = Signal(object)
    placement_selected = Signal(str)
    """The identifier of the placement now selected; empty for none."""
    section_entered = Signal(str)
    """The section that Enter in the library places into."""
    findings_found = Signal(object)
    """A tuple of ``Finding`` for the audience and copy shown."""
    refused = Signal(object)
    """A ``BriefingError``: something could not be done, to be said where the person is looking."""

    def __init__(self, session: Session, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.audience = MASTER
        self.copy = Copy.HAND_OVER
        self.placement = ""
        self.section = ""
        self.findings: tuple[Finding, ...] = ()
        self.answering = ""
        """Who answered for a finding last, so that a name is typed once."""
        self._unfinished: dict[str, Callable[[Pack], Edited]] = {}
        self._session = session
        self._unsubscribe = session.subscribe(self._heard)
        self._look_at_first()

    @property
    def session(self) -> Session:
        """The session in force."""
        return self._session

    @property
    def pack(self) -> Pack:
        """The pack as it is now."""
        return self._session.pack

    @property
    def pack_as_typed(self) -> Pack:
        """The pack as it would be if what is being written were kept now; for recovery copies alone."""
        pack = self.pack
        for edit in self._unfinished.values():
            # What is being written about may be gone meanwhile; that keeps nothing else out of the copy.
            with suppress(BriefingError, KeyError, ValueError):
                pack = edit(pack).pack
        return pack

    @property
    def audience_shown(self) -> Audience | None:
        """The audience shown; None for the master."""
        return None if self.audience == MASTER else self.pack.audience(self.audience)

    def replace_session(self, session: Session) -> None:
        """Show another session; the old one is let go of."""
        self._unsubscribe()
        self._unfinished.clear()
        self._session = session
        self._unsubscribe = session.subscribe(self._heard)
        self._look_at_first()
        self.session_replaced.emit()

    def do(self, edit: Callable[[Pack], Edited]) -> bool:
        """Carry out an edit on the pack as it is now; tell and return False when it is refused."""
        return self._tried(lambda: self._session.do(edit(self.pack)))

    def typing(self, edit: Callable[[Pack], Edited] | None, where: Literal["row", "sheet"] = "row") -> None:
        """Tell how the pack would be edited if what is being written were kept; None once it is kept or given up.

        A row of the outline and a sheet over the window may both be written in.
        """
        before = self._unfinished.pop(where, None)
        if edit is not None:
            self._unfinished[where] = edit
        if edit is not None or before is not None:
            self.typed.emit()

    def put_excerpt(self, code: str, excerpt: Excerpt) -> bool:
        """Change an excerpt of the library, or add it; tell and return False when that is refused."""
        return self._tried(lambda: self._session.do_excerpt(code, excerpt))

    def remove_excerpt(self, code: str, identifier: str) -> bool:
        """Take an excerpt out of the library; tell and return False when that is refused."""
        return self._tried(lambda: self._session.remove_excerpt(code, identifier))

    def put_card(self, code: str, document: str, card: Card) -> bool:
        """Change a document's card; tell and return False when that is refused."""
        return self._tried(lambda: self._session.do_card(code, document, card))

    def remove_document(self, code: str, identifier: str) -> bool:
        """Take a document out of the library; tell and return False when that is refused."""
        return self._tried(lambda: self._session.remove_document(code, identifier))

    def carry_out(self, what: Callable[[Session], object]) -> bool:
        """Have something done with the session as it is now; tell and return False when that is refused."""
        return self._tried(lambda: what(self._session))

    def undo(self) -> bool:
        """Take back the last edit."""
        return self._tried(self._session.undo)

    def redo(self) -> bool:
        """Do again what was taken back."""
        return self._tried(self._session.redo)

    def show_audience(self, identifier: str) -> None:
        """Show an audience's copy ("master": all)."""
        if identifier != self.audience:
            self.audience = identifier
            self.audience_changed.emit(identifier)

    def show_copy(self, copy: Copy) -> None:
        """Show another copy."""
        if copy is not self.copy:
            self.copy = copy
            self.copy_changed.emit(copy)

    def select_placement(self, identifier: str) -> None:
        """Select a placement (empty: none); its section becomes the current one."""
        if identifier == self.placement:
            return
        self.placement = identifier
        if identifier:
            self.enter_section(section_holding(self.pack, identifier).id)
        self.placement_selected.emit(identifier)

    def enter_section(self, identifier: str) -> None:
        """Make a section the one that Enter in the library places into."""
        if identifier != self.section:
            self.section = identifier
            self.section_entered.emit(identifier)

    def find(self, findings: tuple[Finding, ...]) -> None:
        """Take the findings of the copy shown, as the preview's worker found them."""
        self.findings = findings
        self.findings_found.emit(findings)

    def refuse(self, fault: BriefingError) -> None:
        """Have it told that something could not be done."""
        self.refused.emit(fault)

    def _tried(self, what: Callable[[], object]) -> bool:
        try:
            what()
        except BriefingError as fault:
            self.refused.emit(fault)
            return False
        return True

    def _look_at_first(self) -> None:
        self.audience = self.pack.audiences[0].id if self.pack.audiences else MASTER
        self.copy = Copy.HAND_OVER
        self.placement = ""
        self.section = self.pack.sections[0].id if self.pack.sections else ""
        self.findings = ()

    def _heard(self, changed: Changed) -> None:
        if changed.pack:
            self._forget_what_is_gone()
            self.pack_changed.emit(changed)
        elif changed.library:
            self.library_changed.emit(changed)
        else:
            self.saved.emit()

    def _forget_what_is_gone(self) -> None:
        if self.placement and not any(placement.id == self.placement for _, placement in self.pack.placements()):
            self.placement = ""
            self.placement_selected.emit("")
        if self.audience != MASTER and not any(audience.id == self.audience for audience in self.pack.audiences):
            self.show_audience(MASTER)
