"""Mending the document looked at from a cleaner copy: what is offered, the dialog that shows it, and what the pack then lacks."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefing_app.desktop.dialogs.cleaner_copy import CleanerCopyDialog
from briefing_app.desktop.looking import Looking
from briefing_app.desktop.notice import Notice
from briefing_app.desktop.tasks import Tasks
from briefing_app.workbench.cleaner_copies import CleanerCopy, accept
from briefing_app.workbench.comparing_copies import offers_in
from briefing_app.workbench.pack_mending import mendable, pack_mended
from briefing_app.workbench.session import Changed

COMPARING = "comparing"
"""The name under which the worker is asked."""
_REST = 400
"""Milliseconds: who goes through documents quickly has none of them compared."""


class MendingCopies(QObject):
    """Asks a worker what cleaner copies offer, whenever a damaged document is opened or changes."""

    offered = Signal(object)
    """A tuple of ``CleanerCopy`` for the document looked at, in the order of its text; empty while nobody knows."""
    told = Signal(object)
    """A ``Notice``."""

    def __init__(self, looking: Looking, tasks: Tasks, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looking, self._tasks, self._window = looking, tasks, window
        self.offers: tuple[CleanerCopy, ...] = ()
        self._wanted = ""
        tasks.done.connect(self._came)
        tasks.failed.connect(self._failed)
        looking.document_opened.connect(lambda _document: self.look())
        looking.source_changed.connect(lambda document: self.look() if document == looking.document else None)
        looking.documents_changed.connect(self.look)
        looking.workspace.library_changed.connect(self._heard)

    def look(self) -> None:
        """See what is offered to the document looked at."""
        self._take(())
        source = self._looking.source
        if source and source.damaged:
            path = self._looking.workspace.session.library.path
            self._tasks.latest(COMPARING, offers_in, path, source.document.id, wait=_REST)
        else:
            self._tasks.cancel(COMPARING)

    def ask(self, excerpt: str = "") -> None:
        """Show damaged passages beside the clean ones, an excerpt's in view."""
        if self.offers:
            dialog = CleanerCopyDialog(self.offers, self._looking.workspace.words, excerpt, self._window)
            dialog.accepted_copies.connect(self._accept)
            dialog.open()

    def ask_for(self, document: str) -> None:
        """Open a document and show what is offered to it, as soon as that is known."""
        self._looking.open(document)
        if self.offers:
            self.ask()
        else:
            self._wanted = document

    def _came(self, name: str, result: object) -> None:
        if name == COMPARING and isinstance(result, tuple):
            self._take(result)
            wanted, self._wanted = self._wanted, ""
            if wanted and wanted == self._looking.document:
                self.ask()

    def _failed(self, name: str, error: Exception) -> None:
        # What a copy offers is a comfort: without an answer nothing is offered, and a bug is told as bugs are.
        if name == COMPARING:
            raise error

    def _take(self, offers: tuple[CleanerCopy, ...]) -> None:
        if offers or self.offers:
            self.offers = offers
            self.offered.emit(offers)

    def _accept(self, chosen: tuple[CleanerCopy, ...]) -> None:
        words, workspace = self._looking.workspace.words, self._looking.workspace
        if not workspace.carry_out(lambda session: accept(session, chosen)):
            return
        copy = chosen[0].mended
        self.told.emit(
            Notice(
                "mended",
                words.count("window.mending.done", len(chosen)),
                action=words.say("window.mending.show"),
                then=lambda: self._looking.select(copy.id),
            )
        )

    def _heard(self, changed: Changed) -> None:
        if changed.code == "mend-from-copy":
            self.offer_to_pack()

    def offer_to_pack(self) -> None:
        """Offer the pack the mended words of what it has placed, as one step; say how many must be placed anew."""
        workspace = self._looking.workspace
        library, words = workspace.session.library, workspace.words
        there = mendable(workspace.pack, library)
        if there.ready:
            sentence = words.count("window.mending.pack", len(there.ready))
            if there.bound:
                sentence = f"{sentence} {words.count('window.mending.bound', len(there.bound))}"
            self.told.emit(
                Notice(
                    "pack-mending",
                    sentence,
                    "info",
                    words.say("window.mending.take"),
                    lambda: workspace.do(lambda pack: pack_mended(pack, library, there.ready)),
                )
            )
        elif there.bound:
            self.told.emit(Notice("pack-mending", words.count("window.mending.bound", len(there.bound)), "info"))
