"""The order in which excerpts serve an audience: who is asked by name comes first; pure, and the same every time."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from briefing_app.domain.audience import Audience, Meeting, Naming, meets
from briefing_app.domain.excerpt import Excerpt, ExcerptKind, Standing
from briefing_app.domain.source import SourceDocument
from briefing_app.domain.span import Span


class Reason(StrEnum):
    """Why an excerpt ranks where it does; its words are ``why.<code>``."""

    BY_NAME = "asked-by-name"
    IN_GROUP = "asked-in-group"
    UNADDRESSED = "asked-of-nobody"
    NAMED_IN_QUOTE = "names-audience"
    HOLDS_WORDS = "holds-words"
    WORDS_BESIDE = "words-beside"
    """The words searched for stand in the attribution, the addressees or the source's title."""


@dataclass(frozen=True, slots=True)
class Why:
    """A reason; ``group`` is the identifier of the group through which the audience is asked."""

    reason: Reason
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """An excerpt found. ``marks`` are the places in ``words`` (as shown) that match; ``score`` is higher for a better match."""

    excerpt: Excerpt
    document: SourceDocument
    words: str
    marks: tuple[Span, ...] = ()
    score: float = 0.0
    why: tuple[Why, ...] = ()


_FOR_AUDIENCE = (Reason.BY_NAME, Reason.IN_GROUP, Reason.UNADDRESSED, Reason.NAMED_IN_QUOTE)
"""What makes an excerpt fit an audience, best first; one without any of it comes after all that have."""

_STANDINGS = (Standing.CONFIRMED, Standing.EDITED, Standing.SUGGESTED, Standing.REJECTED)


def ranked(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Return the hits in order: by fitness for the audience, undamaged first, better match first, newer first, looked at first.

    What is equal in all that goes by the document's name and the place in it, so that the order never depends on chance.
    """
    return tuple(sorted(hits, key=_order))


def _order(hit: Hit) -> tuple[object, ...]:
    score = -round(hit.score, 2)
    return (fitness_order(hit.why), bool(hit.excerpt.damage), score, rest_order(hit.excerpt, hit.document))


def fitness_order(why: tuple[Why, ...]) -> int:
    """Return the place of what fits an audience for these reasons, from 0 for the best."""
    reasons = {each.reason for each in why}
    return next((place for place, reason in enumerate(_FOR_AUDIENCE) if reason in reasons), len(_FOR_AUDIENCE))


def rest_order(excerpt: Excerpt, document: SourceDocument) -> tuple[object, ...]:
    """Return what orders two excerpts that fit and match equally well."""
    date = document.card.date
    year, month, day = date.value.sort_key() if date else (0, 0, 0)
    return (
        (-year, -month, -day),
        _STANDINGS.index(excerpt.standing),
        document.name,
        excerpt.span,
        excerpt.kind,
        excerpt.id,
    )


def fitness_for(audience: Audience, naming: Naming) -> Callable[[Excerpt, str, bool], Why | None]:
    """Return the function that says how an excerpt with these shown words fits an audience, or None when it does not.

    Its third argument may be False where a quote is known not to name the audience: looking is dear in a large library.
    """
    known: dict[tuple[str, ...], Why | None] = {}

    def fits(excerpt: Excerpt, words: str, may_name: bool) -> Why | None:
        asked = tuple(addressee.words for addressee in excerpt.addressees)
        if asked:
            if asked not in known:
                met = meets(audience, asked, naming)
                known[asked] = Why(_MEETINGS[met.how], met.group) if met else None
            if known[asked]:
                return known[asked]
        elif excerpt.kind is ExcerptKind.RECOMMENDATION:
            return Why(Reason.UNADDRESSED)
        if excerpt.kind is ExcerptKind.QUOTE and may_name:
            named = meets(audience, (words,), naming)
            if named and named.how is Meeting.NAMED:
                return Why(Reason.NAMED_IN_QUOTE)
        return None

    return fits


_MEETINGS = {Meeting.NAMED: Reason.BY_NAME, Meeting.GROUP: Reason.IN_GROUP}


def names_of(audience: Audience, naming: Naming) -> tuple[str, ...]:
    """Return the names that mean an audience itself, as ``meets`` has them."""
    country = naming.countries.get(audience.country, ()) if audience.country else ()
    return (*audience.aliases, *audience.name.values(), *country)
