"""Whether every source can be named, everybody is asked something, and nothing stands there twice."""

from collections.abc import Iterator

from briefing_app.checks.scene import Check, Scene
from briefing_app.domain.audience import MASTER
from briefing_app.domain.briefing import AskGroup
from briefing_app.domain.dates import PartialDate
from briefing_app.domain.excerpt import ExcerptKind
from briefing_app.domain.finding import Finding
from briefing_app.domain.source import titled
from briefing_app.domain.template import SectionRole


def incomplete_cards(scene: Scene) -> Iterator[Finding]:
    """Find sources whose card lacks what a citation needs."""
    for document in scene.sources():
        card = document.card
        for code, entry in (
            ("source-without-title", card.title),
            ("source-without-publisher", card.publisher or card.short_publisher),
            ("source-without-date", card.date),
        ):
            if entry is None:
                yield scene.found(code, source=titled(document))


def later_sources(scene: Scene) -> Iterator[Finding]:
    """Find sources that are dated after the pack: one of the two dates is wrong."""
    for document in scene.sources():
        date = document.card.date
        if date and _after(date.value, scene.pack.date):
            yield scene.found("source-later", source=titled(document), date=date.value.iso(), pack=scene.pack.date.iso())


def _after(one: PartialDate, other: PartialDate) -> bool:
    """Tell whether a date is surely after another, as far as both are known."""
    for mine, theirs in zip(one.sort_key(), other.sort_key(), strict=True):
        if not mine or not theirs or mine < theirs:
            return False
        if mine > theirs:
            return True
    return False


def nobody_asked(scene: Scene) -> Iterator[Finding]:
    """Find an audience whom no ask of the pack reaches."""
    section = next((section for section in scene.pack.sections if section.role is SectionRole.ASKS), None)
    asked = any(isinstance(block, AskGroup) and block.asks for part in scene.briefing.parts for block in part.blocks)
    if section and not asked and scene.audience != MASTER:
        yield scene.found("no-ask", section)


def unaddressed(scene: Scene) -> Iterator[Finding]:
    """Find asks whose source names nobody who should act, unless a person chose who gets them."""
    for section, placement in scene.excerpt_placements():
        excerpts = scene.excerpts(placement)
        asks = section.role is SectionRole.ASKS and all(e.kind is ExcerptKind.RECOMMENDATION for e in excerpts)
        if asks and placement.audiences is None and not any(excerpt.addressees for excerpt in excerpts):
            yield scene.found("ask-unaddressed", section, placement)


def repeated(scene: Scene) -> Iterator[Finding]:
    """Find excerpts that stand in the copy a second time."""
    seen: set[str] = set()
    for section, placement in scene.excerpt_placements():
        if seen & set(placement.excerpts):
            yield scene.found("placed-twice", section, placement)
        seen |= set(placement.excerpts)


CHECKS: tuple[Check, ...] = (incomplete_cards, later_sources, nobody_asked, unaddressed, repeated)
