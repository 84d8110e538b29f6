"""How much each finding weighs, whether somebody may answer for it, and what mends it: one table that a person can read."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefing_app.domain.briefing import Copy
from briefing_app.domain.finding import Severity
from briefing_app.domain.reading import DamageKind

BLOCKS, MEND, INFO = Severity.BLOCKS, Severity.MEND, Severity.INFO


@dataclass(frozen=True, slots=True)
class Rule:
    """What a finding of one code means. ``mends`` are keys of words (``mend.<key>``), the best first.

    ``at_home`` is how much it weighs in copies that do not leave the room; None: the same. ``confirmable``: somebody may answer
    for it by name and reason, and then it is gone.
    """

    severity: Severity
    mends: tuple[str, ...] = ()
    at_home: Severity | None = None
    confirmable: bool = False

    def severity_in(self, copy: Copy) -> Severity:
        """Return how much the finding weighs in a copy."""
        return self.severity if copy is Copy.HAND_OVER or self.at_home is None else self.at_home


def _turning() -> Rule:
    return Rule(BLOCKS, ("put-words-back", "confirm"), at_home=MEND, confirmable=True)


def _damage(kind: DamageKind) -> Rule:
    if kind is DamageKind.DEAD_LINK:
        return Rule(MEND, ("look-up-link", "confirm"), confirmable=True)
    severity = MEND if kind in _HARMLESS else BLOCKS
    return Rule(severity, ("take-cleaner-copy", "trim-damage", "confirm"), at_home=MEND, confirmable=True)


DAMAGE: Mapping[DamageKind, str] = {kind: f"damage-{kind.value.replace(' ', '-')}" for kind in DamageKind}
"""The code for each kind of damage."""

_HARMLESS = frozenset({DamageKind.DEAD_LINK, DamageKind.UNBALANCED, DamageKind.DUPLICATE})
"""Damage that leaves every printed word as the source has it: links do not print; outer marks are set by composition; words that
stand twice are right both times. All other kinds may print words that nobody wrote, or part of a sentence as if it were whole."""

RULES: Mapping[str, Rule] = {
    # Fidelity. Altered words have no override.
    "words-altered": Rule(BLOCKS, ("restore-words", "adapt-openly")),
    "turning-omitted": _turning(),
    "turning-inserted": _turning(),
    "turning-outside": _turning(),
    "uncertain-repair": Rule(MEND, ("look-at-original", "trim-damage", "confirm"), confirmable=True),
    "lead-long": Rule(MEND, ("shorten",)),
    "ask-long": Rule(MEND, ("shorten", "trim-quote")),
    "translation-missing": Rule(BLOCKS, ("add-translation", "use-original")),
    # Damage.
    **{code: _damage(kind) for kind, code in DAMAGE.items()},
    "damage-beneath": Rule(MEND, ("look-at-original", "confirm"), confirmable=True),
    # Attribution.
    "quote-without-speaker": Rule(MEND, ("add-speaker",)),
    "quote-without-role": Rule(INFO, ("add-role",)),
    "speakers-differ": Rule(BLOCKS, ("place-apart",)),
    "as-of-differs": Rule(INFO, ("check-role",)),
    # Sources and asks.
    "source-without-title": Rule(MEND, ("fill-card",)),
    "source-without-publisher": Rule(MEND, ("fill-card",)),
    "source-without-date": Rule(MEND, ("fill-card",)),
    "source-later": Rule(MEND, ("check-dates",)),
    "no-ask": Rule(MEND, ("place-ask",)),
    "ask-unaddressed": Rule(INFO, ("add-addressee",)),
    "placed-twice": Rule(MEND, ("keep-one",)),
    # Layout.
    "missing-glyphs": Rule(BLOCKS, ("replace-characters",)),
    "pages-over": Rule(MEND, ("shorten-pack", "raise-budget")),
    "section-over": Rule(MEND, ("shorten-section", "raise-budget")),
    "title-too-long": Rule(MEND, ("shorten",)),
    "panel-too-long": Rule(MEND, ("shorten",)),
    "word-too-long": Rule(MEND, ("look-at-original",)),
    "source-line-too-long": Rule(MEND, ("add-short-title",)),
    "figure-label-too-long": Rule(MEND, ("shorten",)),
    "running-title-too-long": Rule(MEND, ("add-short-title-pack",)),
    "marking-too-long": Rule(MEND, ("shorten",)),
    "sheet-too-long": Rule(MEND, ("shorten",)),
    "image-broken": Rule(BLOCKS, ("replace-image",), at_home=MEND),
    "image-too-large": Rule(BLOCKS, ("replace-image",), at_home=MEND),
    "logo-broken": Rule(MEND, ("replace-logo",)),
    "overrun": Rule(MEND, ("shorten",)),
    "right-to-left": Rule(MEND, ("look-at-pages",)),
    # The pack itself.
    "not-cleared": Rule(INFO, ("clear",)),
    "clearance-void": Rule(MEND, ("clear-again",)),
    "bottom-line-missing": Rule(MEND, ("write-bottom-line",)),
    "bottom-line-long": Rule(MEND, ("shorten",)),
    "placeholder": Rule(MEND, ("write-words",)),
    "figure-not-in-source": Rule(BLOCKS, ("correct-figure",)),
    "image-without-alternative": Rule(MEND, ("describe-image",)),
    # Notes for the meeting.
    "meeting-empty": Rule(INFO, ("write-meeting",)),
    "talking-points-many": Rule(MEND, ("drop-points",)),
    "talking-point-long": Rule(MEND, ("shorten",)),
}
"""Every code there is."""
