"""How much two texts share, whatever became of spaces and marks: by overlapping runs of letters, of which a sample is kept."""

import zlib
from dataclasses import dataclass
from heapq import nsmallest

from briefing_app.domain.letters import folded

WINDOW = 16
"""Letters in a run: three words or so."""
_SAMPLED = 8
"""One run in so many is kept, chosen by what it is and not by where it stands, so that two texts keep the same ones."""
SKETCHED = 200
"""How many marks of a text say which others may be like it."""


def marks_of(text: str) -> frozenset[int]:
    """Return the marks of a text; of 1,000 words some 600. Linear in its length."""
    letters = folded(text).encode()
    found = (zlib.crc32(letters[at : at + WINDOW]) for at in range(len(letters) - WINDOW + 1))
    return frozenset(mark for mark in found if mark % _SAMPLED == 0)


def sketch_of(marks: frozenset[int]) -> tuple[int, ...]:
    """Return a few of a text's marks, by which those that may be like it are found among thousands."""
    return tuple(nsmallest(SKETCHED, marks))


@dataclass(frozen=True, slots=True)
class Likeness:
    """How many marks two texts share, and which share of either's that is."""

    shared: int
    of_first: float
    of_second: float

    @property
    def same_document(self) -> bool:
        """Whether they are one document in two states or two formats; either may have lost much or gained much."""
        return self.shared >= _FEWEST and max(self.of_first, self.of_second) >= 0.4

    @property
    def nearly_equal(self) -> bool:
        """Whether they are one document of which little was changed, beyond doubt."""
        return self.shared >= _FEWEST and min(self.of_first, self.of_second) >= 0.8


_FEWEST = 20
"""Marks that must be shared: fewer are a paragraph, which two documents may well have in common."""


def likeness(first: frozenset[int], second: frozenset[int]) -> Likeness:
    """Return how much two texts share, given their marks."""
    shared = len(first & second)
    return Likeness(shared, shared / len(first) if first else 0.0, shared / len(second) if second else 0.0)
