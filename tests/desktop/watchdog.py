"""An event-loop watchdog: a heartbeat every 10 ms; a beat that comes late because our own code kept the window's thread busy is an offence."""

import os
import sys
import threading
import time
import traceback
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer

BEAT = 0.010
"""Seconds between heartbeats."""

PATIENCE = 0.100
"""Seconds the window may stay without answering."""

LENIENCY = 3.0 if os.environ.get("CI") else 1.0
"""How many times as much computing is let be on a machine nobody knows: there only what would be felt as a freeze is an offence."""

MOST = 8.0
"""However slow and busy a machine is, this many times the patience is an offence."""


@dataclass(frozen=True)
class Gap:
    """A time without a heartbeat: how long by the clock, how much of it this thread computed, what it was doing (sampled)."""

    wall: float
    computed: float
    doing: str
    slowness: float = 1.0
    """How much longer than at its best the machine took for the same work right then: others share its cores and caches."""

    @property
    def ours(self):
        """Whether our code caused it: on a busy machine the clock runs while nobody computes, which says nothing about us.

        Who is sent off a core now and then finds its caches cold each time it comes back, so the same work takes longer to compute:
        twice and more were measured, for work that took most of its time waiting for its turn.
        """
        sent_off = min(self.wall / max(self.computed, 0.001), 3.0)
        return self.computed > PATIENCE * min(MOST, LENIENCY * max(self.slowness, sent_off))

    def __str__(self):
        return (
            f"{self.wall * 1000:.0f} ms without an answer, {self.computed * 1000:.0f} ms of them computing"
            f" ({self.slowness:.1f} times slower than at its best), in:\n{self.doing}"
        )


def yardstick():
    """Return the seconds of computing that the same small work takes now."""
    start = time.thread_time()
    sum(number % 7 for number in range(20_000))
    return time.thread_time() - start


class Watchdog:
    """Watches the thread it is made in. ``watch()`` begins; ``aside()`` is for the test's own work, such as reading a PDF back."""

    def __init__(self):
        self.gaps = []
        self.beats = 0
        self._best = min(yardstick() for _ in range(12))
        self._seen = ""
        self._thread = threading.get_ident()
        self._over = threading.Event()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(int(BEAT * 1000))
        self._timer.timeout.connect(self._beat)
        self._last = self._computed = 0.0

    def watch(self):
        """Begin; what happened before, as putting the window up, does not count."""
        self._mark()
        self._timer.start()
        if not self._over.is_set():
            threading.Thread(target=self._look_now_and_then, daemon=True, name="watchdog").start()

    def stop(self):
        """Watch no more; a gap still open counts."""
        if self._timer.isActive():
            self._beat()
        self._timer.stop()
        self._over.set()

    @contextmanager
    def aside(self):
        """What is done here is the test's work, not the window's: it does not count."""
        self._beat()
        self._timer.stop()
        yield
        self._mark()
        self._timer.start()

    @property
    def offences(self):
        """The gaps that are ours."""
        return [gap for gap in self.gaps if gap.ours]

    def _mark(self):
        self._seen = ""
        self._last, self._computed = time.perf_counter(), time.thread_time()

    def _beat(self):
        self.beats += 1
        wall = time.perf_counter() - self._last
        if wall > PATIENCE:
            computed = time.thread_time() - self._computed
            slowness = max(1.0, max(yardstick() for _ in range(3)) / self._best)
            self.gaps.append(Gap(wall, computed, self._seen or "(not seen)", slowness))
        self._mark()

    def _look_now_and_then(self):
        # Another thread looks where the watched one is when its beat is late, so that an offence comes with its place.
        while not self._over.wait(BEAT * 2):
            if self._timer.isActive() and not self._seen and time.perf_counter() - self._last > PATIENCE / 2:
                frame = sys._current_frames().get(self._thread)
                self._seen = "".join(traceback.format_stack(frame)[-8:]) if frame else ""
