"""Keeps the pages of the document that is looked at in a view: opened, drawn as they come into view, its passages outlined."""

from PySide6.QtCore import QObject, Signal

from briefing_app.desktop.looking import Looking
from briefing_app.desktop.tasks import Tasks
from briefing_app.desktop.widgets.original_view import OriginalView, PagePoint
from briefing_app.domain.printed import words_between
from briefing_app.domain.span import Span, stripped
from briefing_app.errors import BriefingError, FileNotRead
from briefing_app.workbench import original_pages
from briefing_app.workbench.original_pages import has_pages, page_map, path_of, places_on_pages
from briefing_app.workbench.pages import Forgotten, Original, PageImage

OPENING, DRAWING = "original-opening", "original-drawing"
"""The names under which the worker is asked."""


class OriginalPages(QObject):
    """Asks the worker for what the view lacks, one page at a time; nothing is asked while nobody looks."""

    failed = Signal(object)
    """A ``BriefingError``: the pages cannot be shown."""
    passage_dragged = Signal(object)
    """The passage of the reading, a ``Span``, that was dragged over."""

    def __init__(self, looking: Looking, tasks: Tasks, view: OriginalView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looking, self._tasks, self._view = looking, tasks, view
        self._key = ""
        self._page = 0
        self._sizes: tuple[tuple[float, float], ...] = ()
        tasks.done.connect(self._done)
        tasks.failed.connect(self._failed)
        view.pictures_wanted.connect(self._go_on)
        view.placement_clicked.connect(looking.select)
        view.dragged.connect(self._dragged)
        looking.excerpt_selected.connect(view.select)
        looking.document_opened.connect(lambda _document: self.forget())
        looking.source_changed.connect(lambda _document: self._outline())

    def show(self, page: int = 0) -> None:
        """Show the document looked at; the passage that is selected is brought into view, or else that page."""
        self._page = page
        reading, source = self._looking.reading, self._looking.source
        if reading is None or source is None or not has_pages(reading):
            return
        if self._key != source.document.file:
            self.forget()
            self._view.wait_for_pages()
            path = path_of(self._looking.workspace.session.library, source.document.file)
            self._tasks.latest(OPENING, original_pages.opened, path, source.document.file, wait=0)
        else:
            self._go()

    def show_passage(self, span: Span | None) -> None:
        """Show a passage of the reading as selected; None: nothing is."""
        reading = self._looking.reading
        self._view.show_passage(places_on_pages(reading, span) if reading and span else ())

    def _dragged(self, began: PagePoint, now: PagePoint) -> None:
        reading = self._looking.reading
        if reading is None:
            return
        span = words_between(reading.lines, (began.page, began.x, began.y), (now.page, now.x, now.y))
        if span:
            self.passage_dragged.emit(stripped(reading.text, span))

    def forget(self) -> None:
        """Show no pages."""
        for name in (OPENING, DRAWING):
            self._tasks.cancel(name)
        self._key, self._sizes = "", ()
        self._view.clear()

    def _done(self, name: str, result: object) -> None:
        if name == OPENING and isinstance(result, Original):
            self._key, self._sizes = result.key, result.sizes
            self._outline()
            self._go()
            self._go_on()
        elif name == DRAWING and isinstance(result, PageImage):
            self._view.show_picture(result)
            self._go_on()

    def _go(self) -> None:
        if not self._looking.excerpt and self._page:
            self._view.go_to_page(self._page)
        self._view.select(self._looking.excerpt)

    def _outline(self) -> None:
        reading, source = self._looking.reading, self._looking.source
        if self._key and reading and source:
            self._view.show_pages(self._key, self._sizes, page_map(reading, source.excerpts))
            self._view.select(self._looking.excerpt)

    def _go_on(self) -> None:
        if not self._key or self._tasks.busy(DRAWING) or self._tasks.busy(OPENING):
            return
        seen, beside = self._view.wanted()
        if seen or beside:
            self._tasks.latest(DRAWING, original_pages.drawn, self._key, (*seen, *beside)[0], self._view.scale, wait=0)

    def _failed(self, name: str, error: Exception) -> None:
        if name not in {OPENING, DRAWING}:
            return
        self._key = ""
        if isinstance(error, Forgotten):
            self.show()
        elif isinstance(error, BriefingError):
            # The worker knows the original by where it lies; people know it by its name.
            named = {"path": self._looking.source.document.name} if self._looking.source else {}
            self.failed.emit(FileNotRead(error.code, **{**error.parameters, **named}))
        else:
            raise error
