"""How fast many files are read, and how long the rest may take."""

import time
from collections.abc import Callable

from briefing_app.words import Words


class Pace:
    """Counts time from when it is made; ``clock`` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._start = clock()

    def rate(self, done: int) -> float | None:
        """Return files a second so far; None while nobody can tell."""
        spent = self._clock() - self._start
        return done / spent if done and spent > 0 else None

    def left(self, done: int, total: int) -> float | None:
        """Return the seconds that the rest will take if it goes on as it went; None while nobody can tell."""
        rate = self.rate(done)
        return (total - done) / rate if rate else None


def time_left(seconds: float, words: Words) -> str:
    """Return in words how long the rest may take, in minutes or in steps of five seconds: nobody can tell more exactly."""
    if seconds >= _MINUTE:
        return words.count("reading.left.minutes", round(seconds / _MINUTE))
    return words.count("reading.left.seconds", max(_STEP, round(seconds / _STEP) * _STEP))


_MINUTE = 60
_STEP = 5
