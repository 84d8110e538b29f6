"""A worker whose jobs are held to limits: one that hangs, crashes or takes too much memory is ended, and costs that job alone."""

import contextlib
import multiprocessing
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field
from enum import StrEnum
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any, TypeVar

from briefing_app.workbench.workers import begun

Result = TypeVar("Result")


class Ending(StrEnum):
    """How a job ended that did not come to its end."""

    TOO_LONG = "too long"
    CRASHED = "crashed"
    TOO_LARGE = "too large"
    """It asked for more memory than it may have."""
    NO_START = "no start"
    """Its process could not be started."""


@dataclass(frozen=True, slots=True)
class _Job:
    function: Callable[..., Any]
    arguments: tuple[object, ...]
    future: "Future[Any]" = field(default_factory=Future)


class _Ended(Exception):
    """No fault: it carries how a job ended to the one place that tells it; None for one nobody wants any more."""

    def __init__(self, ending: Ending | None) -> None:
        super().__init__(ending)
        self.ending = ending


_START = 60.0
"""Seconds a process may take to start, on the slowest laptop."""


class LimitedWorker:
    """One spawned process for jobs that may go wrong: each is given ``seconds`` by the clock and, on Linux, ``memory`` bytes.

    It starts with the first job and stays warm. Where a job has to be ended, its future ends with what ``told`` makes of the
    ending, the job's arguments and the seconds it was given last, and the next job starts another process. Jobs run one at a time,
    in order; they and their results are pickled, and whatever exception a job raises its future ends with.
    """

    def __init__(
        self,
        told: Callable[[Ending, tuple[object, ...], float], Exception],
        *,
        seconds: float,
        memory: int,
        prepare: Callable[[], None] | None = None,
    ) -> None:
        self._told = told
        self._seconds = self._given = seconds
        self._memory = memory
        self._prepare = prepare
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._process: SpawnProcess | None = None
        self._connection: Connection[Any, Any] | None = None
        self._at_hand: _Job | None = None
        self._dropped: _Job | None = None
        self._turning = threading.Lock()
        """Held while a job comes to its end or is dropped: else the next one would get a process that is being ended."""
        self._closed = False

    @property
    def warm(self) -> bool:
        """Whether its process was started and has not ended."""
        return self._process is not None

    def submit(self, function: Callable[..., Result], /, *arguments: object) -> "Future[Result]":
        """Hand a job over and return at once; RuntimeError after ``close``."""
        if self._closed:
            raise RuntimeError("the worker was closed")
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="limited-worker", daemon=True)
            self._thread.start()
        job = _Job(function, arguments)
        self._jobs.put(job)
        return job.future

    def drop(self, function: Callable[..., object] | None = None) -> None:
        """End the job at hand at once, if it calls ``function``: its future is cancelled, the next job starts another process."""
        with self._turning:
            job, process = self._at_hand, self._process
            if job is None or (function and job.function is not function):
                return
            self._dropped = job
            if process:
                with contextlib.suppress(ValueError):  # it ended of itself just now
                    process.kill()

    def close(self, *, wait: bool = True) -> None:
        """Drop the job at hand and what waits, and have the process gone when this returns, or soon where nobody can wait."""
        if self._closed:
            return
        self._closed = True
        self._jobs.put(None)
        self.drop()
        if wait and self._thread:
            self._thread.join()

    def _work(self) -> None:
        if hasattr(signal, "pthread_sigmask"):
            # A process starts with this thread's mask: interrupting the program must not reach it before it looks away.
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        while job := self._jobs.get():
            if self._closed:
                job.future.cancel()
            elif job.future.set_running_or_notify_cancel():
                self._at_hand = job
                came, answer = self._done(job)
                with self._turning:
                    self._at_hand = None
                    dropped = self._dropped is job
                if dropped:
                    self._end()  # dropped as it came to its end, so that its process is no more, or soon
                if came:
                    job.future.set_result(answer)
                else:
                    job.future.set_exception(answer)
        self._end()

    def _done(self, job: _Job) -> tuple[bool, Any]:
        """Do a job, and return whether it came to its end, with what it returned or the exception it ended in."""
        try:
            return self._answer(job)
        except _Ended as ended:
            self._end()
            if self._dropped is job or ended.ending is None:
                return False, CancelledError()
            return False, self._told(ended.ending, job.arguments, self._given)
        except Exception as unsent:  # noqa: BLE001 - what cannot be pickled is whoever's who asked for it
            self._end()
            return False, unsent

    def _answer(self, job: _Job) -> tuple[bool, Any]:
        connection = self._connected()
        try:
            connection.send((job.function, job.arguments))
            if self._dropped is job:
                raise _Ended(None)
            came, answer = self._received(connection)
        except (EOFError, OSError) as error:
            raise _Ended(Ending.CRASHED) from error
        if isinstance(answer, Ending):
            raise _Ended(answer)
        return came, answer

    def _received(self, connection: "Connection[Any, Any]") -> Any:
        self._given = self._seconds
        while connection.poll(self._given):
            answer = connection.recv()
            if not isinstance(answer, _Stage):
                return answer
            self._given = answer.seconds
        raise _Ended(Ending.TOO_LONG)

    def _connected(self) -> "Connection[Any, Any]":
        """Return the way to the process, which is started where it is not there or was ended by somebody else."""
        if self._process and self._connection and self._process.is_alive():
            return self._connection
        self._end()
        # Spawned, not forked: the same on every system and under a bundler, and no lock of this process is copied half held.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._connection = ours
        self._process = context.Process(target=_serve, args=(theirs, self._memory, self._prepare), daemon=True)
        try:
            self._process.start()
            theirs.close()
            if not ours.poll(_START):
                raise _Ended(Ending.NO_START)
            ours.recv()
        except (EOFError, OSError) as error:
            raise _Ended(Ending.NO_START) from error
        return ours

    def _end(self) -> None:
        process, self._process = self._process, None
        connection, self._connection = self._connection, None
        if process and process.pid:
            process.kill()
            process.join()
            process.close()
        if connection:
            connection.close()


@dataclass(frozen=True, slots=True)
class _Stage:
    seconds: float


_asking: "list[Connection[Any, Any]]" = []
"""The way to whoever asks, in a worker's own process; nothing elsewhere."""


def next_stage(seconds: float) -> None:
    """Say, in a job, that its first part is done: for what comes it is given ``seconds`` from now. Elsewhere it does nothing."""
    for connection in _asking:
        connection.send(_Stage(seconds))


def _serve(connection: "Connection[Any, Any]", memory: int, prepare: Callable[[], None] | None) -> None:
    """Answer jobs until whoever asks is gone; runs in the worker's own process."""
    begun()
    if prepare:
        prepare()
    _limited(memory)
    _silenced()
    _asking.append(connection)
    connection.send(None)
    while True:
        try:
            function, arguments = connection.recv()
        except (EOFError, OSError):
            return
        try:
            answer: tuple[bool, object] = True, function(*arguments)
        except MemoryError:
            answer = False, Ending.TOO_LARGE
        except Exception as error:  # noqa: BLE001 - what a job raises is told where the job came from
            answer = False, error
        try:
            connection.send(answer)
        except MemoryError:
            connection.send((False, Ending.TOO_LARGE))


def _limited(memory: int) -> None:
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - there is none on Windows

        # Not RLIMIT_AS, which counts what libraries only set aside: threads' arenas and font files would use it up.
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _silenced() -> None:
    """Give what C libraries print about broken files nowhere to go: a person is told in one line, by whoever asked."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        with contextlib.suppress(OSError):  # a program without a console has neither
            os.dup2(nowhere, stream)
    os.close(nowhere)
