"""Work done elsewhere, as Qt hears of it: futures become signals, what is asked for again replaces what was asked before."""

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from briefing_app.errors import BriefingError, FileNotWritten
from briefing_app.workbench.workers import died

DEBOUNCE = 120
"""Milliseconds of quiet before work that follows a person's typing is begun."""


class Submits(Protocol):
    """Whoever does the work: a ``workers.Worker``, or anything that hands out futures."""

    def submit(self, function: Callable[..., Any], /, *arguments: object) -> Future[Any]: ...  # noqa: D102 - as Executor.submit


@dataclass(slots=True)
class _Line:
    """One name's work: the latest asked for, and whether it waits or runs."""

    timer: QTimer
    generation: int = 0
    job: tuple[Callable[..., Any], tuple[object, ...]] | None = None
    future: Future[Any] | None = None


class Tasks(QObject):
    """Hands work to a worker, by name; of each name only the latest counts. All signals arrive in the window's own thread.

    Widgets are never touched from a worker's thread: what a future ends with crosses over by a queued signal.
    """

    done = Signal(str, object)
    """A name, and what its latest work returned."""
    failed = Signal(str, object)
    """A name, and the exception its latest work ended in: a ``BriefingError`` is to be told; anything else is a bug, but for what
    whoever asked for it expects."""
    _ended = Signal(str, int, object)

    def __init__(self, worker: Submits, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._lines: dict[str, _Line] = {}
        self._closed = False
        self._ended.connect(self._arrived, Qt.ConnectionType.QueuedConnection)

    def latest(self, name: str, function: Callable[..., Any], /, *arguments: object, wait: int = DEBOUNCE) -> None:
        """Have ``function`` called by the worker once nothing was asked for under this name for ``wait`` milliseconds.

        What was asked for before is taken back if it has not begun; if it has, what it returns is dropped.
        """
        if self._closed:
            return
        line = self._line(name)
        self._take_back(line)
        line.job = (function, arguments)
        line.timer.start(wait)

    def cancel(self, name: str) -> None:
        """Want nothing under this name any more."""
        if name in self._lines:
            self._take_back(self._lines[name])

    def busy(self, name: str) -> bool:
        """Tell whether something was asked for under this name and has not arrived."""
        line = self._lines.get(name)
        return line is not None and (line.job is not None or line.future is not None)

    def close(self) -> None:
        """Want nothing any more, for good. The worker is its owner's to close."""
        self._closed = True
        for line in self._lines.values():
            self._take_back(line)

    def _line(self, name: str) -> _Line:
        if name not in self._lines:
            timer = QTimer(self, singleShot=True)
            timer.timeout.connect(lambda: self._begin(name))
            self._lines[name] = _Line(timer)
        return self._lines[name]

    @staticmethod
    def _take_back(line: _Line) -> None:
        line.generation += 1
        line.timer.stop()
        line.job = None
        if line.future:
            line.future.cancel()
            line.future = None

    def _begin(self, name: str) -> None:
        line = self._lines[name]
        if line.job is None:
            return
        (function, arguments), line.job = line.job, None
        generation = line.generation
        line.future = self._worker.submit(function, *arguments)
        line.future.add_done_callback(lambda future: self._tell(name, generation, future))

    def _tell(self, name: str, generation: int, future: Future[Any]) -> None:
        # Called in the worker's thread. After the application ended there may be nobody left to tell.
        with suppress(RuntimeError):
            self._ended.emit(name, generation, future)

    def _arrived(self, name: str, generation: int, future: Future[Any]) -> None:
        line = self._lines[name]
        if self._closed or generation != line.generation:
            return
        line.future = None
        try:
            result = future.result()
        except CancelledError:
            return
        except Exception as error:  # noqa: BLE001 - whatever a job may raise is handed on to whoever asked for it
            self.failed.emit(name, _told(error))
        else:
            self.done.emit(name, result)


def _told(error: Exception) -> Exception:
    if not died(error):
        return error
    fault: BriefingError = FileNotWritten("worker-died")
    fault.__cause__ = error
    return fault
