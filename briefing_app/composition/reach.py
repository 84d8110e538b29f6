"""Who gets what: whether a placement reaches an audience, and how its addressees mean it."""

from dataclasses import dataclass
from enum import IntEnum

from briefing_app.domain.audience import Audience, Meeting, meets
from briefing_app.domain.excerpt import Excerpt, ExcerptKind
from briefing_app.domain.pack import ExcerptPlacement, Pack, Placement, Section
from briefing_app.domain.template import SectionRole


class Standing(IntEnum):
    """How an ask stands to an audience, in the order in which asks print."""

    NAMED = 0
    GROUP = 1
    TO_RAISE = 2
    """Asked of others; an officer chose it for this audience."""
    UNADDRESSED = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """How one ask stands to one audience: with whom it is named, through which group it is meant, with whom to raise it."""

    standing: Standing
    group: str | None = None
    others: tuple[str, ...] = ()
    """Identifiers of the pack's other audiences that the source names, or, to raise, the addressees' own words."""


def reaches(pack: Pack, section: Section, placement: Placement, audience: Audience | None) -> bool:
    """Tell whether a placement is in an audience's copy. The master (None) has all.

    Chosen audiences decide. Where none are chosen, an ask among the asks goes to those its addressees mean, and to all
    when the source addresses nobody; everything else is for all.
    """
    if audience is None:
        return True
    if placement.audiences is not None:
        return audience.id in placement.audiences
    if not isinstance(placement, ExcerptPlacement) or section.role is not SectionRole.ASKS:
        return True
    words = addressee_words(pack, placement)
    return not words or meets(audience, words, pack.naming) is not None


def addressee_words(pack: Pack, placement: ExcerptPlacement) -> tuple[str, ...]:
    """Return the words for whoever the placed excerpts ask to act, each once."""
    words = (addressee.words for identifier in placement.excerpts for addressee in pack.excerpt(identifier).addressees)
    return tuple(dict.fromkeys(words))


def asked(pack: Pack, placement: ExcerptPlacement, audience: Audience) -> Asked:
    """Return how an ask stands to an audience."""
    words = addressee_words(pack, placement)
    if not words:
        return Asked(Standing.UNADDRESSED)
    met = meets(audience, words, pack.naming)
    if met is None:
        return Asked(Standing.TO_RAISE, others=words)
    if met.how is Meeting.GROUP:
        return Asked(Standing.GROUP, group=met.group)
    named = [other.id for other in in_order(pack) if other.id != audience.id and _named(pack, other, words)]
    return Asked(Standing.NAMED, others=tuple(named))


def in_order(pack: Pack) -> tuple[Audience, ...]:
    """Return the pack's audiences host first, then by protocol; equal ones by identifier."""
    return tuple(sorted(pack.audiences, key=lambda audience: (audience.order, audience.id)))


def _named(pack: Pack, audience: Audience, words: tuple[str, ...]) -> bool:
    met = meets(audience, words, pack.naming)
    return met is not None and met.how is Meeting.NAMED


def is_ask(pack: Pack, section: Section, placement: Placement) -> bool:
    """Tell whether a placement prints as a numbered ask: a recommendation in a section of asks."""
    return (
        isinstance(placement, ExcerptPlacement)
        and section.role is SectionRole.ASKS
        and all(excerpt.kind is ExcerptKind.RECOMMENDATION for excerpt in placed(pack, placement))
    )


def placed(pack: Pack, placement: ExcerptPlacement) -> tuple[Excerpt, ...]:
    """Return the excerpts of a placement, in its order."""
    return tuple(pack.excerpt(identifier) for identifier in placement.excerpts)


def printed_order(pack: Pack, audience: Audience | None) -> tuple[tuple[ExcerptPlacement, Asked | None], ...]:
    """Return the asks of an audience's copy in the order they print: section by section, and in each by how they stand."""
    ordered: list[tuple[ExcerptPlacement, Asked | None]] = []
    for section in pack.sections:
        found = [
            (placement, asked(pack, placement, audience) if audience else None)
            for placement in section.placements
            if isinstance(placement, ExcerptPlacement)
            and is_ask(pack, section, placement)
            and reaches(pack, section, placement, audience)
        ]
        first_of = {how: place for place, (_, how) in reversed(list(enumerate(found)))}
        # Those that share a heading stand together, where the first of them stood; equal standings keep the pack's order.
        found.sort(key=lambda pair: (pair[1].standing, first_of[pair[1]]) if pair[1] else (Standing.NAMED, 0))
        ordered += found
    return tuple(ordered)
