"""Which damage hurts words, so that a cleaner copy of a document could mend it."""

from briefing_app.domain.reading import DamageKind, Reading

HURTS = frozenset(DamageKind) - {DamageKind.DEAD_LINK, DamageKind.DUPLICATE, DamageKind.NO_TEXT_LAYER}
"""Links do not print, what stands twice is whole, and a page without text has no words."""


def hurt_count(reading: Reading) -> int:
    """Return in how many places a reading's words are hurt."""
    return sum(damage.kind in HURTS for damage in reading.damage)
