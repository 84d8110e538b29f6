"""Whether all that printing a pack relies on is in it: proved before a pack is used or written."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from briefing_app.domain.consistency import inconsistencies
from briefing_app.domain.pack import ImagePlacement, Pack

_MISSING = frozenset({"document-missing", "reading-missing", "excerpt-missing", "stretch-foreign"})
_OUTSIDE = frozenset({"span-outside", "edits-unfit", "blocks-disordered"})
"""What makes a pack unusable. The rest of what may be inconsistent costs less than a pack that does not open."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that points to what is absent (``pack-dangling``) or lies outside its text (``pack-outside``)."""

    code: str
    key: str
    value: str


def gaps(pack: Pack, media: Collection[str]) -> Iterator[Gap]:
    """Yield what a pack points to and does not hold; ``media`` are the fingerprints of the pictures there are."""
    for found in inconsistencies(pack):
        if found.code in _MISSING:
            yield Gap("pack-dangling", found.subject, found.named)
        elif found.code in _OUTSIDE:
            yield Gap("pack-outside", found.subject, found.named or found.code)
    for _, placement in pack.placements():
        if isinstance(placement, ImagePlacement) and placement.media not in media:
            yield Gap("pack-dangling", placement.id, placement.media)
