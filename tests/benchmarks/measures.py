"""Medians with their spread, printed as lines of one table."""

import statistics
import time
from contextlib import contextmanager


class Times(list):
    """Seconds, several times over."""

    @contextmanager
    def measured(self):
        start = time.perf_counter()
        yield
        self.append(time.perf_counter() - start)

    @property
    def median(self):
        return statistics.median(self)

    def __str__(self):
        return f"{self.median * 1000:7.0f} ms   ({min(self) * 1000:.0f} to {max(self) * 1000:.0f}, {len(self)} times)"


def line(name, value):
    """Print a line of the table."""
    print(f"{name:<44}{value}", flush=True)  # noqa: T201 - this is what a measure is for


def tell(words):
    """Print a line as it is."""
    print(words, flush=True)  # noqa: T201 - this is what a measure is for
