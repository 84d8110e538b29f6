"""Documents on their way in: read by a process of their own one after the other, kept in the library as each arrives."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from briefing_app.desktop.tasks import Tasks
from briefing_app.errors import BriefingError
from briefing_app.workbench.arriving import Found, Imported, keep_found
from briefing_app.workbench.libraries import OpenLibrary
from briefing_app.workbench.limited import LimitedWorker
from briefing_app.workbench.pace import Pace
from briefing_app.workbench.reading_jobs import found_in

_READ = "read"


class BringingIn(QObject):
    """One queue of files for one library."""

    progressed = Signal(int, int, object)
    """How many of how many documents are done, and in how many seconds the rest may be; None while nobody can tell."""
    ended = Signal(object)
    """A tuple of ``Imported``, one for each file, in order."""
    failed = Signal(object)
    """An exception that is a bug of ours."""

    def __init__(self, library: OpenLibrary, worker: LimitedWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._tasks = Tasks(worker, self)
        self._tasks.done.connect(lambda _name, found: self._kept(found))
        self._tasks.failed.connect(lambda _name, fault: self._failed(fault))
        self._worker = worker
        self._pace = Pace()
        self._waiting: list[tuple[Path, str | None]] = []
        self._done: list[Imported] = []

    @property
    def busy(self) -> bool:
        """Whether documents are on their way."""
        return bool(self._waiting)

    def bring(self, paths: Iterable[Path], password: str | None = None) -> None:
        """Read files, and documents in folders; what is asked for while others are read waits behind them.

        The password is tried on those that are locked, and forgotten with them.
        """
        from briefing_app.workbench.surveying import survey  # noqa: PLC0415 - it knows all readers, which a window starts without

        resting = not self._waiting
        self._waiting += [(path, password) for path in survey(paths).files]
        if resting:
            self._pace = Pace()
            self._next()

    def stop(self) -> None:
        """Read no more, not even the file at hand; what is in stays in."""
        self._tasks.cancel(_READ)
        self._worker.drop(found_in)
        self._end()

    def close(self) -> None:
        """Want nothing any more, for good."""
        self._waiting = []
        self._tasks.close()

    def _next(self) -> None:
        done, total = len(self._done), len(self._done) + len(self._waiting)
        self.progressed.emit(done, total, self._pace.left(done, total))
        if self._waiting:
            self._tasks.latest(_READ, found_in, *self._waiting[0], wait=0)
        else:
            self._end()

    def _end(self) -> None:
        ended, self._done, self._waiting = tuple(self._done), [], []
        self.ended.emit(ended)

    def _kept(self, found: Found) -> None:
        path, _ = self._waiting.pop(0)
        try:
            self._done.append(keep_found(self._library, path, found))
        except BriefingError as fault:
            self._done.append(Imported(path, fault=fault))
        self._next()

    def _failed(self, fault: Exception) -> None:
        path, _ = self._waiting.pop(0)
        if isinstance(fault, BriefingError):
            self._done.append(Imported(path, fault=fault))
        else:
            self.failed.emit(fault)
        self._next()
