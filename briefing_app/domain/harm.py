"""Which damage hurts words, so that a cleaner copy of a document could mend it."""

from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.reading import DamageKind, Reading

HURTS = frozenset(DamageKind) - {DamageKind.DEAD_LINK, DamageKind.DUPLICATE, DamageKind.NO_TEXT_LAYER}
"""Links do not print, what stands twice is whole, and a page without text has no words."""


def harm(excerpt: Excerpt) -> tuple[DamageKind, ...]:
    """Return the damage to an excerpt that is told of it. Links do not print: one that leads nowhere harms no words."""
    return tuple(kind for kind in excerpt.damage if kind is not DamageKind.DEAD_LINK)


def hurt_count(reading: Reading) -> int:
    """Return in how many places a reading's words are hurt."""
    return sum(damage.kind in HURTS for damage in reading.damage)
