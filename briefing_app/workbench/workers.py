"""Worker processes: whoever has much to read or to lay out hands it over here, and the window never waits in a thread."""

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
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
