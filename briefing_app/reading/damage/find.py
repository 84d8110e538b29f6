"""All damage of a document, in the order of its places."""

from bisect import bisect_right
from collections.abc import Sequence

from briefing_app.domain.reading import Damage, Repair
from briefing_app.domain.span import Span, covered
from briefing_app.reading.damage.ciphered import ciphered
from briefing_app.reading.damage.edges import cut_or_split
from briefing_app.reading.damage.garbled import garbled
from briefing_app.reading.damage.links import dead_links
from briefing_app.reading.damage.marks import unbalanced
from briefing_app.reading.damage.mojibake import mojibake
from briefing_app.reading.damage.repeats import duplicates
from briefing_app.reading.damage.scrambled import scrambled
from briefing_app.reading.seen import Seen, written


def damage_of(blocks: Sequence[Seen], text: str, repairs: Sequence[Repair]) -> tuple[Damage, ...]:
    """Return what hurt a document, given its blocks, its text and the repairs made beside it."""
    seen = list(written(blocks))
    unknown = list(ciphered(seen))
    torn = list(scrambled(seen, text))
    hidden = covered(damage.span for damage in (*unknown, *torn))
    rubbish = [*unknown, *(damage for damage in (*mojibake(text, repairs), *garbled(seen)) if not _in_any(damage.span, hidden))]
    # A bracket amid a garbled word is no bracket.
    spoilt = covered(damage.span for damage in rubbish)
    open_marks = [damage for damage in unbalanced(seen) if not _in_any(damage.span, spoilt)]
    found = {
        *rubbish,
        *torn,
        *open_marks,
        *cut_or_split(seen, open_marks),
        *dead_links(seen),
        *duplicates(seen),
    }
    return tuple(sorted(found, key=lambda damage: (damage.span, damage.kind.value)))


def _in_any(span: Span, others: Sequence[Span]) -> bool:
    at = bisect_right(others, span.start, key=lambda other: other.start) - 1
    return at >= 0 and others[at].holds(span)
