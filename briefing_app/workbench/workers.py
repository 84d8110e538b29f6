"""Worker processes: whoever has much to read or to lay out hands it over here, and the window never waits in a thread."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from briefing_app.errors import FileNotWritten

Job = TypeVar("Job")
Result = TypeVar("Result")


def in_workers(work: Callable[[Job], Result], jobs: Iterable[Job]) -> Iterator[Result]:
    """Yield ``work(job)`` for each job in order, done by spawned processes, as many as there are cores.

    One job alone is done here: starting a process would take longer. ``work`` is a module's function; jobs and results
    can be pickled. A worker that dies, as when memory runs out, ends in FileNotWritten ``worker-died``.
    """
    waiting = list(jobs)
    if len(waiting) < 2:
        yield from map(work, waiting)
        return
    # Spawned, not forked: the same on Windows and under a bundler, and no lock of this process is copied half held.
    count = min(len(waiting), os.cpu_count() or 1)
    try:
        with ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn")) as pool:
            yield from pool.map(work, waiting)
    except BrokenProcessPool as error:
        raise FileNotWritten("worker-died") from error


class Worker:
    """One spawned process that stays warm: what it was called for stays imported, and what its jobs keep stays kept.

    It starts with the first job. After it died, the next job starts another, which remembers nothing. Jobs run one at a time, in
    order (with more ``processes`` as many at a time, and nobody knows which has which); futures end with what the job raised, or
    with what ``died`` names. Jobs and results are pickled; jobs are a module's functions. The program's own module must call
    ``multiprocessing.freeze_support()`` first where it is bundled.
    """

    def __init__(self, prepare: Callable[[], None] | None = None, processes: int = 1) -> None:
        self._prepare = prepare
        self._processes = processes
        self._pool: ProcessPoolExecutor | None = None
        self._closed = False

    def submit(self, function: Callable[..., Result], /, *arguments: object) -> Future[Result]:
        """Hand a job over and return at once; RuntimeError after ``close``."""
        if self._closed:
            raise RuntimeError("the worker was closed")
        if self._pool:
            try:
                return self._pool.submit(function, *arguments)
            except BrokenProcessPool:
                self._pool.shutdown(wait=False)
        self._pool = ProcessPoolExecutor(
            self._processes, mp_context=multiprocessing.get_context("spawn"), initializer=begun, initargs=(self._prepare,)
        )
        return self._pool.submit(function, *arguments)

    def close(self, *, wait: bool = True) -> None:
        """Drop what waits, let the job at hand end, and have the process gone when this returns, or soon where nobody can wait."""
        self._closed = True
        if self._pool:
            self._pool.shutdown(wait=wait, cancel_futures=True)
            self._pool = None


def died(error: BaseException) -> bool:
    """Tell whether a job ended because its worker did, as when memory ran out."""
    return isinstance(error, BrokenProcessPool)


def begun(prepare: Callable[[], None] | None = None) -> None:
    """Begin a worker process: interrupting is left to whoever started it, and it ends with them; then ``prepare``."""
    # Interrupting the window is the window's to answer; a worker that outlived it would hold memory for nobody.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, name="end-with-parent", daemon=True).start()
    if prepare:
        prepare()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)
