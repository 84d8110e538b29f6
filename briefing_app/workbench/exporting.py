"""Exporting from a window: each copy looked at, then files written, by worker processes; told as it comes, can be stopped.

This module is light to import; what the workers do stands in ``building``, which the window never loads.
"""

import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

from briefing_app.domain.briefing import Copy
from briefing_app.domain.finding import Finding
from briefing_app.domain.pack import Pack
from briefing_app.errors import BriefingError, FileNotWritten
from briefing_app.workbench.orders import COPIES, Format, Order, Outcome, Printing, blocking
from briefing_app.workbench.workers import Worker, died

MOST = 4
"""Worker processes at a time, at most; each takes some 100 MB."""

FILES: tuple[tuple[Copy, Format], ...] = tuple(
    (copy, format_) for copy in Copy for format_, copies in COPIES.items() if copy in copies
)
"""The files there may be of one audience, copy by copy."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """What one copy would come to: its pages, where they can be counted, and what is to be mended; or why it cannot be made."""

    audience: str
    copy: Copy
    pages: int | None = None
    findings: tuple[Finding, ...] = ()
    fault: BriefingError | None = None

    @property
    def held(self) -> bool:
        """Whether its files would be held back."""
        return self.fault is not None or bool(blocking(self.findings))


@dataclass(frozen=True, slots=True)
class Begun:
    """A file is being written now."""

    order: Order


@dataclass(frozen=True, slots=True)
class Brands:
    """The brands there are to choose from: identifier and name."""

    brands: tuple[tuple[str, str], ...]


News = Brands | Prospect | Begun | Outcome


@dataclass(frozen=True, slots=True)
class Run:
    """What all files of one export share; the brand by its identifier, for loading it proves all its files and takes a while."""

    pack: Pack
    media: Mapping[str, bytes]
    brand: str
    overwrite: bool = False


def brands() -> Brands:
    """Return the brands there are. A worker does this."""
    from briefing_app.workbench.choosing import all_brands  # noqa: PLC0415 - for workers alone: it loads what reads fonts

    return Brands(tuple((brand.id, brand.name) for brand in all_brands().entries))


def prospect(run: Run, audience: str, copy: Copy) -> Prospect:
    """Look at one copy, laid out as PDF where there is one, so that what does not fit is found too. A worker does this."""
    from briefing_app.workbench.building import built  # noqa: PLC0415 - for workers alone: it loads all that composes and checks

    format_ = next(each for each, copies in COPIES.items() if copy in copies)
    try:
        written, findings = built(_printing(run), audience, copy, format_)
    except BriefingError as fault:
        return Prospect(audience, copy, fault=fault)
    return Prospect(audience, copy, None if written.report.estimated else written.report.pages, findings)


def outcome(run: Run, order: Order) -> Outcome:
    """Build one file. A worker does this."""
    from briefing_app.workbench.building import delivered  # noqa: PLC0415 - as above

    try:
        return delivered((_printing(run), order))
    except BriefingError as fault:
        return Outcome(order, fault=fault)


def _printing(run: Run) -> Printing:
    from briefing_app.workbench.choosing import brand_of  # noqa: PLC0415 - as above

    return Printing(run.pack, run.media, brand_of(run.brand), run.overwrite)


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[..., News]
    arguments: tuple[Any, ...]
    order: Order | None = None


class Exporter:
    """Worker processes for as long as somebody exports. Whoever shows it asks for ``news`` now and then; nothing here waits."""

    def __init__(self, processes: int | None = None) -> None:
        self._processes = processes or min(MOST, os.cpu_count() or 1)
        self._worker = Worker(processes=self._processes)
        self._waiting: deque[_Job] = deque()
        self._at_work: list[tuple[_Job, Future[News]]] = []
        self._news: list[News] = []
        self._began = 0.0

    @property
    def busy(self) -> bool:
        """Whether more news is to come."""
        return bool(self._waiting or self._at_work or self._news)

    def list_brands(self) -> None:
        """Have the brands listed: ``Brands``, or nothing where they cannot be."""
        self._ask([_Job(brands, ())])

    def look(self, run: Run, copies: Iterable[tuple[str, Copy]]) -> None:
        """Have copies of audiences looked at, as they are now: ``Prospect`` each; what was asked before is not told any more."""
        self._waiting = deque(job for job in self._waiting if job.work is not prospect)
        self._at_work = [(job, future) for job, future in self._at_work if job.work is not prospect]
        self._ask(_Job(prospect, (run, audience, copy)) for audience, copy in copies)

    def write(self, run: Run, orders: Iterable[Order]) -> None:
        """Have files written: ``Begun`` and ``Outcome`` each. What was still to be looked at is not any more."""
        self.stop()
        self._began = time.monotonic()
        self._ask(_Job(outcome, (run, order), order) for order in orders)

    def stop(self) -> None:
        """Begin nothing more; what is at work ends, and is told."""
        self._waiting.clear()

    def seconds_left(self, done: int, total: int) -> int | None:
        """Return how long the files still to be written will take, going by those written; None while too few are."""
        if done < self._processes + 1 or done >= total:
            return None
        return max(1, round((time.monotonic() - self._began) / done * (total - done)))

    def news(self) -> tuple[News, ...]:
        """Return what has happened since the last call, and put the next jobs to work. A bug in a worker is raised here."""
        for job, future in [(job, future) for job, future in self._at_work if future.done()]:
            self._at_work.remove((job, future))
            self._news.extend(_ended(job, future))
        self._put_to_work()
        told, self._news = tuple(self._news), []
        return told

    def close(self) -> None:
        """Drop what waits; the workers go as soon as they have ended what they are at. RuntimeError for whoever asks for more."""
        self._waiting.clear()
        self._at_work.clear()
        self._worker.close(wait=False)

    def _ask(self, jobs: Iterable[_Job]) -> None:
        self._waiting.extend(jobs)
        self._put_to_work()

    def _put_to_work(self) -> None:
        # One more than there are processes, so that none is idle until somebody asks for news.
        while self._waiting and len(self._at_work) <= self._processes:
            job = self._waiting.popleft()
            self._at_work.append((job, self._worker.submit(job.work, *job.arguments)))
            if job.order:
                self._news.append(Begun(job.order))


def _ended(job: _Job, future: Future[News]) -> tuple[News, ...]:
    error = future.exception()
    if error is None:
        return (future.result(),)
    if not died(error):
        raise error
    fault = FileNotWritten("worker-died")
    if job.order:
        return (Outcome(job.order, fault=fault),)
    if job.work is prospect:
        _, audience, copy = job.arguments
        return (Prospect(audience, copy, fault=fault),)
    return ()
