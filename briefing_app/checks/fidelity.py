"""Whether the printed words are the source's, and no cut turns what was meant."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefing_app.checks.rules import RULES
from briefing_app.checks.scene import Check, Scene, Stretch
from briefing_app.domain.briefing import Paragraph, Quotation, plain
from briefing_app.domain.excerpt import ExcerptKind
from briefing_app.domain.fidelity.edits import omissions, printed
from briefing_app.domain.fidelity.folding import folded
from briefing_app.domain.fidelity.grades import PRINTABLE
from briefing_app.domain.fidelity.turning import Turning, turnings
from briefing_app.domain.finding import Finding
from briefing_app.domain.pack import Adapted, ExcerptPlacement, Section, Translated, Verbatim
from briefing_app.domain.template import CitationForm, SectionRole

LEAD_WORDS = 12
ASK_WORDS = 40
"""How many words the lead of an ask may have, and the whole of it."""


def altered(scene: Scene) -> Iterator[Finding]:
    """Find words between marks that are not the source's: by the grade composition gave, and by deriving them once more."""
    graded = {
        block.placement: block.grade
        for part in scene.briefing.parts
        for block in part.blocks
        if isinstance(block, Quotation | Paragraph) and block.grade
    }
    for section, placement in scene.excerpt_placements():
        if not isinstance(scene.wording(placement), Verbatim):
            continue
        derived = [printed(each.reading, each.excerpt.span, each.edits) for each in scene.stretches(placement)]
        unprintable = graded.get(placement.id) not in {None, *PRINTABLE}
        if unprintable or _tokens(derived) != _tokens(_composed(scene, placement)):
            yield scene.found("words-altered", section, placement)


def _composed(scene: Scene, placement: ExcerptPlacement) -> list[str]:
    texts = list(scene.texts[placement.id])
    # With sources named in the text, composition ends a passage with a run of its own: " (S1, para 3)".
    if scene.pack.citation is CitationForm.INLINE and texts and texts[-1] and texts[-1][-1].text.startswith(" ("):
        texts[-1] = texts[-1][:-1]
    return [plain(text) for text in texts]


def _tokens(texts: Iterable[str]) -> list[str]:
    # Words and our own brackets: quotation marks and the comma before a closing one belong to composition.
    return [token for text in texts for token in re.findall(r"\w+|[\[\]]", folded(text))]


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """One cut or insertion that touches words which turn the meaning: the finding's code and the words, of one stretch."""

    code: str
    stretch: Stretch
    words: tuple[Turning, ...]

    @property
    def parameters(self) -> Mapping[str, str | int]:
        """What the finding says: the words, and where the first of them stands (for an insertion, where its excerpt starts)."""
        first = self.words[0].span
        at = first.start if first else self.stretch.excerpt.span.start
        return {"words": ", ".join(turning.word for turning in self.words), "at": at}

    @property
    def key(self) -> str:
        """What a confirmation of it names."""
        return Finding(self.code, RULES[self.code].severity, parameters=self.parameters).key


def turning_points(stretch: Stretch, language: str | None) -> tuple[TurningPoint, ...]:
    """Return what must be answered for before a stretch may print: each omission, all insertions as one, all that is cut off."""
    found = turnings(stretch.reading.text, stretch.excerpt.span, stretch.edits, language)
    left_out = omissions(stretch.edits)
    groups = [("turning-omitted", [t for t in found if t.span and t.span.meets(omitted)]) for omitted in left_out]
    groups.append(("turning-inserted", [t for t in found if t.span is None]))
    groups.append(("turning-outside", [t for t in found if t.span and not any(t.span.meets(omitted) for omitted in left_out)]))
    return tuple(TurningPoint(code, stretch, tuple(group)) for code, group in groups if group)


def turned(scene: Scene) -> Iterator[Finding]:
    """Find omissions, insertions and cuts that touch a word which turns the meaning; each cut or insertion is one finding."""
    for section, placement in scene.excerpt_placements():
        if not isinstance(scene.wording(placement), Verbatim):
            continue
        for stretch in scene.stretches(placement):
            for point in turning_points(stretch, scene.language(stretch.excerpt)):
                yield scene.found(point.code, section, placement, **point.parameters)


def uncertain(scene: Scene) -> Iterator[Finding]:
    """Find repairs inside printed source words that no rule can be sure of."""
    for section, placement in scene.excerpt_placements():
        for stretch in scene.stretches(placement):
            for repair in stretch.reading.repairs:
                if not repair.certain and any(kept.holds(repair.span) for kept in stretch.kept()):
                    yield scene.found("uncertain-repair", section, placement, shown=repair.shown, at=repair.span.start)


def long_asks(scene: Scene) -> Iterator[Finding]:
    """Find asks whose lead or whole is too long to be heard."""
    for section, placement in scene.excerpt_placements():
        wording = scene.wording(placement)
        if section.role is not SectionRole.ASKS:
            continue
        if isinstance(wording, Adapted) and (lead := _count(wording.lead)) > LEAD_WORDS:
            yield scene.found("lead-long", section, placement, number=lead, most=LEAD_WORDS)
        if (whole := _whole(scene, placement)) > ASK_WORDS:
            yield scene.found("ask-long", section, placement, number=whole, most=ASK_WORDS)


def _whole(scene: Scene, placement: ExcerptPlacement) -> int:
    return sum(_count(plain(text)) for text in scene.texts[placement.id])


def _count(text: str) -> int:
    return len(text.split())


def untranslated(scene: Scene) -> Iterator[Finding]:
    """Find placements that are to print a translation which an excerpt of theirs does not have."""
    for section, placement in scene.excerpt_placements():
        wording = scene.wording(placement)
        if isinstance(wording, Translated) and not _rendered(scene, placement, wording.language):
            yield scene.found("translation-missing", section, placement, language=wording.language)


def _rendered(scene: Scene, placement: ExcerptPlacement, language: str) -> bool:
    return all(
        any(rendering.language == language and rendering.words.strip() for rendering in excerpt.renderings)
        for excerpt in scene.excerpts(placement)
    )


def is_quotation(scene: Scene, section: Section, placement: ExcerptPlacement) -> bool:
    """Tell whether a placement prints somebody's words between marks."""
    spoken = all(excerpt.kind is ExcerptKind.QUOTE for excerpt in scene.excerpts(placement))
    return spoken and section.role is not SectionRole.ASKS and isinstance(scene.wording(placement), Verbatim)


CHECKS: tuple[Check, ...] = (altered, turned, uncertain, long_asks, untranslated)
