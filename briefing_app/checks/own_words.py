"""Whether what we add ourselves is complete: clearance, bottom line, figures, images, notes for the meeting."""

import re
from collections.abc import Iterator

from briefing_app.checks.scene import Check, Scene
from briefing_app.domain.audience import MASTER
from briefing_app.domain.briefing import Copy
from briefing_app.domain.excerpt import shown_words
from briefing_app.domain.fidelity.folding import folded
from briefing_app.domain.finding import Finding
from briefing_app.domain.pack import (
    Adapted,
    ExcerptPlacement,
    FigurePlacement,
    ImagePlacement,
    MeetingNotes,
    NotePlacement,
    Placement,
    cleared,
)
from briefing_app.words import words_for

BOTTOM_LINE_WORDS = 35
TALKING_POINTS = 6
TALKING_POINT_LETTERS = 60


def clearance(scene: Scene) -> Iterator[Finding]:
    """Find a pack that nobody cleared, or that was edited since."""
    if scene.pack.clearance is None:
        yield scene.found("not-cleared")
    elif not cleared(scene.pack):
        yield scene.found("clearance-void", who=scene.pack.clearance.who, day=scene.pack.clearance.day.iso())


def bottom_line(scene: Scene) -> Iterator[Finding]:
    """Find a bottom line that is missing or too long."""
    words = len(scene.pack.bottom_line.of(scene.audience).split())
    if not words:
        yield scene.found("bottom-line-missing")
    elif words > BOTTOM_LINE_WORDS:
        yield scene.found("bottom-line-long", number=words, most=BOTTOM_LINE_WORDS)


def figures(scene: Scene) -> Iterator[Finding]:
    """Find key figures whose number is not in their source."""
    for each in scene.printed:
        if isinstance(each.placement, FigurePlacement):
            excerpt = scene.pack.excerpt(each.placement.excerpt)
            words = folded(shown_words(excerpt, scene.pack.reading(excerpt.reading)))
            forms = {folded(form) for form in _as_written(each.placement.number, scene.language(excerpt))}
            # A whole number only: 32 is not in 320, in 1.32 or in 32.5.
            number = "|".join(map(re.escape, sorted(forms)))
            if not re.search(rf"(?<!\w)(?<!\d[.,])(?:{number})(?!\w)(?![.,]\d)", words, re.IGNORECASE):
                yield scene.found("figure-not-in-source", each.section, each.placement, number=each.placement.number)


def _as_written(number: str, language: str | None) -> Iterator[str]:
    """Yield how a source may write a number: as it prints, and in letters as far as these go in running text."""
    yield number
    words, key = words_for(language or ""), f"print.number.{number}"
    if words.has(key):
        yield words.say(key)


def images(scene: Scene) -> Iterator[Finding]:
    """Find images that say nothing to those who cannot see them."""
    for each in scene.printed:
        if isinstance(each.placement, ImagePlacement) and not each.placement.alternative.strip():
            yield scene.found("image-without-alternative", each.section, each.placement)


_PLACEHOLDER = re.compile(r"lorem ipsum|\b(?:TBC|TBD|TODO|XXX+|FIXME)\b|\?\?\?|\[(?:insert|insertar|insérer)\b[^\]]*\]")


def placeholders(scene: Scene) -> Iterator[Finding]:
    """Find words of ours that were meant to be replaced before anybody reads them."""
    audience, pack = scene.audience, scene.pack
    for text in (pack.title, pack.subtitle, pack.short_title, pack.bottom_line):
        if found := _PLACEHOLDER.search(text.of(audience)):
            yield scene.found("placeholder", words=found.group())
    for each in scene.printed:
        if found := _PLACEHOLDER.search(_own_words(scene, each.placement)):
            yield scene.found("placeholder", each.section, each.placement, words=found.group())


def _own_words(scene: Scene, placement: Placement) -> str:
    match placement:
        case NotePlacement(text=text):
            return text.of(scene.audience)
        case ImagePlacement(caption=caption, credit=credit):
            return f"{caption.of(scene.audience)} {credit}"
        case FigurePlacement(label=label):
            return label.of(scene.audience)
        case ExcerptPlacement() if isinstance(wording := scene.wording(placement), Adapted):
            return f"{wording.lead} {wording.rest}"
        case _:
            return ""


def meeting(scene: Scene) -> Iterator[Finding]:
    """Find notes for the meeting that are missing, too many or too long; internal copies alone print them."""
    if scene.copy is not Copy.INTERNAL or scene.audience == MASTER:
        return
    notes = scene.pack.meetings.get(scene.audience, MeetingNotes())
    if notes == MeetingNotes():
        yield scene.found("meeting-empty")
    if len(notes.talking_points) > TALKING_POINTS:
        yield scene.found("talking-points-many", number=len(notes.talking_points), most=TALKING_POINTS)
    for place, point in enumerate(notes.talking_points, 1):
        if len(point.text) > TALKING_POINT_LETTERS:
            yield scene.found("talking-point-long", place=place, number=len(point.text), most=TALKING_POINT_LETTERS)


CHECKS: tuple[Check, ...] = (clearance, bottom_line, figures, images, placeholders, meeting)
