"""Documents on their way in: read one after the other by a process of their own, which also puts them into the library."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from briefing_app.desktop.tasks import Tasks
from briefing_app.errors import BriefingError
from briefing_app.workbench.arriving import Imported
from briefing_app.workbench.import_jobs import brought_in
from briefing_app.workbench.libraries import OpenLibrary
from briefing_app.workbench.limited import LimitedWorker
from briefing_app.workbench.pace import Pace
from briefing_app.workbench.survey_jobs import Looked, looked_over

_READ, _SURVEY = "read", "survey"


class BringingIn(QObject):
    """One queue of files for one library."""

    progressed = Signal(int, int, object)
    """How many of how many documents are done, and in how many seconds the rest may be; None while nobody can tell."""
    surveying = Signal()
    """What is to be read of the files and folders named is being found out."""
    arrived = Signal(object)
    """An ``Imported``: what became of one file, as soon as it is in."""
    ended = Signal(object)
    """A tuple of ``Imported``, one for each file, in order."""
    failed = Signal(object)
    """An exception: a bug of ours, or a ``BriefingError`` that is no file's."""

    def __init__(self, library: OpenLibrary, worker: LimitedWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._tasks = Tasks(worker, self)
        self._tasks.done.connect(self._came)
        self._tasks.failed.connect(self._failed)
        self._worker = worker
        self._pace = Pace()
        self._asked: list[tuple[tuple[Path, ...], str | None]] = []
        self._waiting: list[tuple[Path, str | None]] = []
        self._done: list[Imported] = []
        self.skipped: Counter[str] = Counter()
        """How many files of folders are no documents, by kind, of what was asked for since it rested last."""

    @property
    def busy(self) -> bool:
        """Whether documents are on their way."""
        return bool(self._waiting or self._asked)

    @property
    def waiting(self) -> tuple[Path, ...]:
        """The file that is being read, and those after it."""
        return tuple(path for path, _ in self._waiting)

    def bring(self, paths: Iterable[Path], password: str | None = None) -> None:
        """Read files, and documents in folders; what is asked for while others are read waits behind them.

        The password is tried on those that are locked, and forgotten with them.
        """
        resting = not self.busy
        self._asked.append((tuple(paths), password))
        if resting:
            self._pace = Pace()
            self.skipped.clear()
            self._next()

    def stop(self) -> None:
        """Read no more, not even the file at hand; what is in stays in."""
        for name, job in ((_READ, brought_in), (_SURVEY, looked_over)):
            self._tasks.cancel(name)
            self._worker.drop(job)
        self._end()

    def close(self) -> None:
        """Want nothing any more, for good."""
        self._waiting, self._asked = [], []
        self._tasks.close()

    def _next(self) -> None:
        if self._asked:
            self.surveying.emit()
            self._tasks.latest(_SURVEY, looked_over, self._asked[0][0], wait=0)
            return
        done, total = len(self._done), len(self._done) + len(self._waiting)
        self.progressed.emit(done, total, self._pace.left(done, total))
        if self._waiting:
            self._tasks.latest(_READ, brought_in, *self._waiting[0], self._library.path, wait=0)
        else:
            self._end()

    def _end(self) -> None:
        ended, self._done, self._waiting, self._asked = tuple(self._done), [], [], []
        self.ended.emit(ended)

    def _came(self, _name: str, found: Imported | Looked) -> None:
        if isinstance(found, Looked):
            _, password = self._asked.pop(0)
            self._waiting += [(path, password) for path in found.files]
            self.skipped.update(found.skipped)
        else:
            self._waiting.pop(0)
            self._keep(found)
        self._next()

    def _keep(self, imported: Imported) -> None:
        self._done.append(imported)
        self.arrived.emit(imported)

    def _failed(self, name: str, fault: Exception) -> None:
        if name == _SURVEY:
            self._asked.pop(0)
            self.failed.emit(fault)
        else:
            path, _ = self._waiting.pop(0)
            if isinstance(fault, BriefingError):
                self._keep(Imported(path, fault=fault))
            else:
                self.failed.emit(fault)
        self._next()
