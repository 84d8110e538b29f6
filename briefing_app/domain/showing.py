"""A reading made ready to show many of its passages: what changes each is looked up, not searched for in the whole document."""

from bisect import bisect_left
from typing import TypeVar

from briefing_app.domain.reading import Inline, Reading, Repair, Shown, shown_of
from briefing_app.domain.span import Span

_Held = TypeVar("_Held", Inline, Repair)


class Showing:
    """Gives for each passage what ``shown_with_origins`` gives, at a cost that does not grow with the document."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._inlines = sorted(reading.inlines, key=_start)
        self._repairs = sorted(reading.repairs, key=_start)
        spans = [*(each.span for each in self._inlines), *(each.span for each in self._repairs)]
        self._longest = max(map(len, spans), default=0)

    def of(self, span: Span) -> Shown:
        """Return the shown text of a passage together with where each code point comes from."""
        return shown_of(self.reading.text, span, self._near(self._inlines, span), self._near(self._repairs, span))

    def _near(self, held: list[_Held], span: Span) -> list[_Held]:
        first = bisect_left(held, span.start - self._longest, key=_start)
        return held[first : bisect_left(held, span.end, key=_start)]


def _start(held: Inline | Repair) -> int:
    return held.span.start
