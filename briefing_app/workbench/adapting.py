"""Saying a placed excerpt in our own words: what it starts from, how long it may be, and putting it in the pack."""

from dataclasses import dataclass

from briefing_app.checks.fidelity import ASK_WORDS, LEAD_WORDS
from briefing_app.domain.audience import MASTER, Audience
from briefing_app.domain.excerpt import shown_words
from briefing_app.domain.pack import Adapted, ExcerptPlacement, Pack, Verbatim, Wording
from briefing_app.workbench import editing
from briefing_app.workbench.editing import Edited


@dataclass(frozen=True, slots=True)
class Adapting:
    """A placed excerpt about to be adapted, for the audience looked at (None: the master)."""

    placement: str
    looked_at: Audience | None
    audience: str
    """Whom the wording in force is for: all (master), or the audience looked at alone."""
    source: str
    """The words of the source as a person sees them, its stretches apart by a blank line."""
    held: Adapted
    """Our words so far; empty where there are none."""
    adapted: bool
    verbatim: Verbatim
    """What there would be without our words."""
    most_lead: int = LEAD_WORDS
    most_words: int = ASK_WORDS


def adapting(pack: Pack, placement: str, audience: str = MASTER) -> Adapting:
    """Return what there is to adapt; KeyError when no excerpt is placed there."""
    placed = editing.placement_of(pack, placement)
    if not isinstance(placed, ExcerptPlacement):
        raise KeyError(placement)
    held = placed.wording_for(audience)
    excerpts = [pack.excerpt(name) for name in placed.excerpts]
    return Adapting(
        placement,
        None if audience == MASTER else pack.audience(audience),
        audience if audience in placed.wordings else MASTER,
        "\n\n".join(shown_words(excerpt, pack.reading(excerpt.reading)) for excerpt in excerpts),
        held if isinstance(held, Adapted) else Adapted(""),
        isinstance(held, Adapted),
        next((each for each in (held, placed.wording) if isinstance(each, Verbatim)), Verbatim()),
    )


def reworded(pack: Pack, what: Adapting, wording: Wording, audience: str) -> Edited:
    """Return the pack with a wording for all, or for the audience looked at alone; chosen for all, it takes the other's place."""
    looked_at = what.looked_at.id if what.looked_at else MASTER
    return editing.reword(pack, what.placement, wording, audience, instead_of=looked_at if audience == MASTER else MASTER)


def count_words(text: str) -> int:
    """Return how many words there are, as the checks count them."""
    return len(text.split())
