"""Half-open ranges of a text in code points."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The code points from ``start`` up to, not including, ``end``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """Keep an empty span a span: without this, ``__len__`` would make it false."""
        return True

    def of(self, text: str) -> str:
        """Return the slice of ``text``; ValueError when the span reaches past its end."""
        if self.end > len(text):
            raise ValueError(f"span {self.start} to {self.end} in a text of {len(text)}")
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Tell whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Tell whether the two share at least one code point."""
        return max(self.start, other.start) < min(self.end, other.end)

    def common(self, other: "Span") -> "Span | None":
        """Return the shared part, or None when there is none."""
        return Span(max(self.start, other.start), min(self.end, other.end)) if self.meets(other) else None


def covered(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in order, with those that touch or overlap made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def stripped(text: str, span: Span) -> Span:
    """Return ``span`` without white space at either end (empty, at its start, when it holds nothing else)."""
    words = span.of(text)
    end = len(words.rstrip())
    lead = len(words) - len(words.lstrip()) if end else 0
    return Span(span.start + lead, span.start + end)
