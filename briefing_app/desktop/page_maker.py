"""Keeps the pages of the copy shown up to date: asks the worker after each edit, in the order in which a person waits for it."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from briefing_app.desktop.tasks import DEBOUNCE, Tasks
from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.pack import GeneratedPlacement, Pack
from briefing_app.errors import BriefingError
from briefing_app.workbench import previewing
from briefing_app.workbench.pages import Forgotten, Judged, PageImage, Parcel, Preview, Sent

LAYOUT, PICTURE, JUDGEMENT = "preview-layout", "preview-picture", "preview-judgement"
"""The names under which the worker is asked."""


class Looks(Protocol):
    """What the maker asks of whoever shows the pages."""

    @property
    def page(self) -> int:
        """The page that is looked at, from 1; 0 while there is none."""

    @property
    def scale(self) -> float:
        """Device pixels a point."""

    def isVisible(self) -> bool:  # noqa: N802 - Qt's name
        """Tell whether anybody looks."""

    def wanted(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the pages in view that lack a picture, and their neighbours that do."""


class PageMaker(QObject):
    """Has made: the layout with the page looked at, then the other pages in view, then what is to be mended, then neighbours."""

    begun = Signal()
    laid_out = Signal(object)
    """A ``Preview``."""
    drawn = Signal(object)
    """A ``PageImage``."""
    judged = Signal(object)
    """A ``Judged``."""
    emptied = Signal()
    """Nothing is placed: there is nothing to lay out."""
    failed = Signal(object)
    """A ``BriefingError``, or None for a bug of ours, which is raised as well."""

    def __init__(self, workspace: Workspace, tasks: Tasks, view: Looks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._tasks, self._view = workspace, tasks, view
        self._sent = Sent()
        self._parcel: Parcel | None = None
        self._key = ""
        self._to_judge = False
        tasks.done.connect(self._done)
        tasks.failed.connect(self._failed)
        workspace.pack_changed.connect(lambda _changed: self.make(DEBOUNCE))
        workspace.audience_changed.connect(lambda _audience: self.make())
        workspace.copy_changed.connect(lambda _copy: self.make())
        workspace.session_replaced.connect(self.make)

    def make(self, wait: int = 0) -> None:
        """Have the pages made as the pack is now, after so many milliseconds without another edit."""
        for name in (PICTURE, JUDGEMENT):
            self._tasks.cancel(name)
        self._to_judge = False
        if is_empty(self._workspace.pack):
            self._tasks.cancel(LAYOUT)
            self._key = ""
            self.emptied.emit()
            return
        session = self._workspace.session
        self._parcel = self._sent.parcel(session.pack, session.media)
        page, scale = (max(1, self._view.page), self._view.scale) if self._view.isVisible() else (1, 0.0)
        self._tasks.latest(
            LAYOUT, previewing.preview, self._parcel, self._workspace.audience, self._workspace.copy, page, scale, wait=wait
        )
        self.begun.emit()

    def go_on(self) -> None:
        """Ask for what is lacking most, one thing at a time, so that an edit never waits behind a long row of pictures."""
        if not self._key or any(self._tasks.busy(name) for name in (LAYOUT, PICTURE, JUDGEMENT)):
            return
        seen, beside = self._view.wanted()
        if not seen and self._to_judge:
            self._tasks.latest(JUDGEMENT, previewing.judged, self._key, wait=0)
        elif seen or beside:
            self._tasks.latest(PICTURE, previewing.rendered, self._key, (*seen, *beside)[0], self._view.scale, wait=0)

    def _done(self, name: str, result: object) -> None:
        match result:
            case Preview() if name == LAYOUT and self._parcel:
                self._sent.arrived(self._parcel)
                self._key, self._to_judge = result.key, True
                self.laid_out.emit(result)
            case PageImage() if name == PICTURE:
                self.drawn.emit(result)
            case Judged() if name == JUDGEMENT:
                self._to_judge = False
                self.judged.emit(result)
            case _:
                return
        self.go_on()

    def _failed(self, name: str, error: Exception) -> None:
        if name not in {LAYOUT, PICTURE, JUDGEMENT}:
            return
        self._to_judge = False
        if isinstance(error, Forgotten):
            self._start_over()
        elif isinstance(error, BriefingError):
            self._sent.forgotten()
            self.failed.emit(error)
            self.go_on()
        else:
            self.failed.emit(None)
            raise error

    def _start_over(self) -> None:
        # The worker was started anew and has nothing; whatever it lacks is sent this time, so this cannot go round in circles.
        self._key = ""
        self._sent.forgotten()
        self.make()


def is_empty(pack: Pack) -> bool:
    """Tell whether nobody placed anything yet."""
    return all(isinstance(placement, GeneratedPlacement) for _, placement in pack.placements())
