"""Words of a placement in runs, each in its voice: the source's, ours among them, and what damage touches."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from briefing_app.domain.fidelity.edits import PrintedRun, RunKind
from briefing_app.domain.reading import DamageKind, Reading, shown_with_origins
from briefing_app.domain.span import Span


class Voice(StrEnum):
    """How a run of words is to be told from its neighbours."""

    SOURCE = "source"
    OURS = "ours"
    """A sign, an insertion, a changed case: put there by a person."""
    DAMAGE = "damage"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class OutlineRun:
    """A run of a row's words."""

    text: str
    voice: Voice = Voice.SOURCE


def voiced(reading: Reading, run: PrintedRun, within: Span) -> Iterator[OutlineRun]:
    """Yield a printed run in parts: what a person put there, and in what was kept what damage touches.

    ``within`` is the whole excerpt: where something is missing at its start or end, the word that stands there is marked.
    """
    if run.kind is not RunKind.KEPT or run.span is None:
        yield OutlineRun(_level(run.text), Voice.OURS)
        return
    shown = shown_with_origins(reading, run.span)
    # The printed run may lack outer marks or blanks of what is shown of its span; its inner marks may be others, one for one.
    first = len(run.text) - len(run.text.lstrip())
    ahead = max(0, _found(shown.text, run.text.strip())) - first
    at = 0
    for damaged in _waved(reading, run.span, within):
        start = max(at, min(len(run.text), shown.place_of(damaged.start) - ahead))
        end = max(start, min(len(run.text), shown.place_of(damaged.end) - ahead))
        if start > at:
            yield OutlineRun(_level(run.text[at:start]))
        if end > start:
            yield OutlineRun(_level(run.text[start:end]), Voice.DAMAGE)
        at = end
    if at < len(run.text):
        yield OutlineRun(_level(run.text[at:]))


def _found(shown: str, words: str) -> int:
    place = shown.find(words)
    if place >= 0:
        return place
    # Inner marks were set as the copy's language has them: compare by what is no mark.
    bare = "".join(letter if letter.isalnum() else " " for letter in shown)
    return bare.find("".join(letter if letter.isalnum() else " " for letter in words))


_UNSEEN = frozenset({DamageKind.DEAD_LINK, DamageKind.DUPLICATE, DamageKind.UNBALANCED})
"""Damage that leaves the words as they are: nothing to point at in them."""


def _waved(reading: Reading, kept: Span, within: Span) -> Iterator[Span]:
    """Yield the damaged stretches of kept words, in order; where something is missing, the word next to it."""
    for damage in sorted(reading.damage, key=lambda each: each.span.start):
        if not damage.touches(kept) or damage.kind in _UNSEEN:
            continue
        if len(damage.span):
            touched = damage.span.common(kept)
            if touched:
                yield touched
        elif damage.span.start in {within.start, within.end}:
            yield _word_at(reading.text, damage.span.start, kept)


def _word_at(text: str, place: int, within: Span) -> Span:
    """Return the word that begins or ends at a place, inside a span."""
    start = end = place
    while end < within.end and not text[end].isspace() and place == within.start:
        end += 1
    while start > within.start and not text[start - 1].isspace() and place == within.end:
        start -= 1
    return Span(start, end)


def _level(words: str) -> str:
    # A row is one run of lines: a paragraph's end is a space.
    return words.replace("\n\n", " ")
