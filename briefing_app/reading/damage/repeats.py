"""Paragraphs that stand twice in a document."""

from collections.abc import Iterator, Sequence

from briefing_app.domain.reading import Damage, DamageKind
from briefing_app.reading.seen import Seen

_SHORTEST = 60
"""Shorter lines recur by right: labels, refrains, running heads."""


def duplicates(blocks: Sequence[Seen]) -> Iterator[Damage]:
    """Yield each paragraph that repeats an earlier one word for word."""
    before: set[str] = set()
    for seen in blocks:
        words = " ".join(seen.words.split()).casefold()
        if len(words) < _SHORTEST or words.endswith(":"):
            continue  # what a colon ends leads to something else each time
        if words in before:
            yield Damage(DamageKind.DUPLICATE, seen.block.span)
        before.add(words)
