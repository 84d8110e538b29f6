"""A reading's damage and inlines by place, so that what touches a passage is found without looking at all of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Generic, TypeVar

from briefing_app.domain.reading import Damage, Inline, InlineKind, Reading
from briefing_app.domain.span import Span

Placed = TypeVar("Placed", Damage, Inline)


_BULLET = 6
"""No more signs than these open a list's item."""


class _Places(Generic[Placed]):
    """Things with spans, sorted; ``_reach`` is how far the first so many of them go."""

    def __init__(self, things: Sequence[Placed]) -> None:
        self._things: list[Placed] = sorted(things, key=lambda thing: thing.span)
        self._starts = [thing.span.start for thing in self._things]
        self._reach: list[int] = list(accumulate([thing.span.end for thing in self._things], max))

    def near(self, span: Span) -> list[Placed]:
        return self._things[bisect_left(self._reach, span.start) : bisect_right(self._starts, span.end)]


class Near:
    """What of a reading stands near a passage."""

    def __init__(self, reading: Reading) -> None:
        self._damage = _Places(reading.damage)
        self._inlines = _Places(reading.inlines)

    def damage(self, span: Span) -> list[Damage]:
        """Return the damage that a passage suffers from."""
        return [one for one in self._damage.near(span) if one.touches(span)]

    def inlines(self, span: Span) -> list[Inline]:
        """Return the links and emphasis that share text with a passage, or border on it."""
        return self._inlines.near(span)

    def is_link(self, span: Span) -> bool:
        """Tell whether a passage is one link and nothing more, but for a bullet before it."""
        return any(one.kind is InlineKind.LINK and len(one.span) >= len(span) - _BULLET for one in self._inlines.near(span))
