"""The one way from a composed copy to its findings."""

from briefing_app.checks import attribution, damage, fidelity, layout, own_words, sources
from briefing_app.checks.rules import RULES
from briefing_app.checks.scene import Check, Scene, scene_of
from briefing_app.domain.briefing import Composed
from briefing_app.domain.finding import Finding, Severity
from briefing_app.domain.layout import LayoutReport
from briefing_app.domain.pack import ExcerptPlacement, Pack

FAMILIES: tuple[tuple[Check, ...], ...] = (
    fidelity.CHECKS,
    damage.CHECKS,
    attribution.CHECKS,
    sources.CHECKS,
    layout.CHECKS,
    own_words.CHECKS,
)
"""Every check there is, by family."""


def check(pack: Pack, audience_id: str, composed: Composed, report: LayoutReport | None) -> tuple[Finding, ...]:
    """Return what does not hold in one copy of a pack, heaviest first, then in the pack's order.

    ``audience_id`` is the one ``composed`` was made for; ``report`` is None while it is not laid out: then pages are not
    looked at. What somebody confirmed on its placement by name and reason is not found again while the same thing is wrong.
    """
    scene = scene_of(pack, audience_id, composed, report)
    answered = {
        (placement.id, confirmation.about)
        for _, placement in pack.placements()
        if isinstance(placement, ExcerptPlacement)
        for confirmation in placement.confirmations
    }
    found = [
        finding
        for family in FAMILIES
        for check_ in family
        for finding in check_(scene)
        if not (RULES[finding.code].confirmable and (finding.placement, finding.key) in answered)
    ]
    places = _places(scene)
    return tuple(sorted(found, key=lambda finding: (_WEIGHTS.index(finding.severity), places[_place(finding)])))


_WEIGHTS = tuple(Severity)


def _place(finding: Finding) -> str | None:
    return finding.placement or finding.section


def _places(scene: Scene) -> dict[str | None, int]:
    """Return the place of everything in the pack: the pack itself, then each section before what is in it."""
    order: list[str | None] = [None]
    for section in scene.pack.sections:
        order += [section.id, *(placement.id for placement in section.placements)]
    return {identifier: place for place, identifier in enumerate(order)}
