"""Whether damage of a source reaches the page."""

from collections.abc import Iterator

from briefing_app.checks.rules import DAMAGE
from briefing_app.checks.scene import Check, Scene, Stretch
from briefing_app.domain.finding import Finding
from briefing_app.domain.pack import Adapted, ExcerptPlacement, FigurePlacement
from briefing_app.domain.reading import Damage, DamageKind, Reading, shown
from briefing_app.domain.span import Span

_SHOWN = 60
"""How many code points of the damaged words a finding names at most."""


def printed_damage(scene: Scene) -> Iterator[Finding]:
    """Find damage that touches words which print, each kind once an excerpt; what is trimmed away does no harm."""
    for section, placement in scene.excerpt_placements():
        for stretch in scene.stretches(placement):
            for kind, places in _touching(stretch).items():
                words = ", ".join(_words(stretch.reading, damage, stretch.excerpt.span) for damage in places)
                at = " ".join(str(damage.span.start) for damage in places)
                yield scene.found(DAMAGE[kind], section, placement, words=words, at=at)


def _touching(stretch: Stretch) -> dict[DamageKind, list[Damage]]:
    kept = stretch.kept()
    found: dict[DamageKind, list[Damage]] = {}
    for damage in stretch.reading.damage:
        if any(damage.touches(span) for span in kept):
            found.setdefault(damage.kind, []).append(damage)
    return found


def _words(reading: Reading, damage: Damage, within: Span) -> str:
    """Return the damaged words as shown; for a place where something is missing, the words that stand next to it."""
    if len(damage.span):
        return _first(shown(reading, damage.span.common(within) or damage.span))
    if damage.kind is DamageKind.CUT_AT_START:
        return _first(shown(reading, Span(damage.span.start, within.end)))
    return _last(shown(reading, Span(within.start, damage.span.start)))


def _first(words: str) -> str:
    # Whole words, and no ellipsis of ours in the words of a source.
    return words if len(words) <= _SHOWN else words[: _SHOWN + 1].rsplit(maxsplit=1)[0][:_SHOWN]


def _last(words: str) -> str:
    return words if len(words) <= _SHOWN else words[-_SHOWN - 1 :].split(maxsplit=1)[-1][-_SHOWN:]


def damage_beneath(scene: Scene) -> Iterator[Finding]:
    """Find adapted wordings and figures whose source is damaged: what prints is ours, what it stands on may not hold."""
    for each in scene.printed:
        placement = each.placement
        if isinstance(placement, FigurePlacement):
            identifiers: tuple[str, ...] = (placement.excerpt,)
        elif isinstance(placement, ExcerptPlacement) and isinstance(scene.wording(placement), Adapted):
            identifiers = placement.excerpts
        else:
            continue
        for excerpt in map(scene.pack.excerpt, identifiers):
            reading = scene.pack.reading(excerpt.reading)
            harmful = [damage for damage in reading.damage_in(excerpt.span) if damage.kind is not DamageKind.DEAD_LINK]
            if harmful:
                words = _words(reading, harmful[0], excerpt.span)
                yield scene.found("damage-beneath", each.section, placement, words=words, at=harmful[0].span.start)


CHECKS: tuple[Check, ...] = (printed_damage, damage_beneath)
