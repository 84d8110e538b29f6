"""What a check looks at: one copy as composed and laid out, and what of the pack stands in it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from briefing_app.checks.rules import RULES
from briefing_app.domain.briefing import (
    Ask,
    AskGroup,
    Block,
    Briefing,
    Composed,
    Copy,
    FigureStrip,
    Heading,
    Paragraph,
    Picture,
    Quotation,
    Run,
    Text,
    copy_of,
    shared_part,
)
from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.fidelity.edits import Case, Edit, Keep, tiled
from briefing_app.domain.finding import Detail, Finding
from briefing_app.domain.layout import LayoutReport
from briefing_app.domain.pack import ExcerptPlacement, FigurePlacement, Pack, Placement, Section, Translated, Verbatim, Wording
from briefing_app.domain.reading import Reading
from briefing_app.domain.source import SourceDocument
from briefing_app.domain.span import Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """An excerpt as it is printed in the source's words: its reading and its edits, which tile its span."""

    excerpt: Excerpt
    reading: Reading
    edits: tuple[Edit, ...]

    def kept(self) -> tuple[Span, ...]:
        """Return the spans of the reading whose words print."""
        return tuple(edit.span for edit in self.edits if isinstance(edit, Keep | Case))


@dataclass(frozen=True, slots=True)
class Printed:
    """A placement that stands in the copy, in its section."""

    section: Section
    placement: Placement


@dataclass(frozen=True, slots=True)
class Scene:
    """One copy for one audience. ``report`` is None while nothing is laid out. See ``scene_of``."""

    pack: Pack
    audience: str
    composed: Composed
    report: LayoutReport | None
    printed: tuple[Printed, ...]
    texts: dict[str, tuple[Text, ...]]
    """The words of each placement as composed, its paragraphs apart."""

    @property
    def copy(self) -> Copy:
        """Which copy it is."""
        return copy_of(self.composed)

    @property
    def briefing(self) -> Briefing:
        """What all copies share."""
        return shared_part(self.composed)

    def excerpt_placements(self) -> Iterator[tuple[Section, ExcerptPlacement]]:
        """Yield the placed excerpts of the copy."""
        for each in self.printed:
            if isinstance(each.placement, ExcerptPlacement):
                yield each.section, each.placement

    def wording(self, placement: ExcerptPlacement) -> Wording:
        """Return a placement's wording in this copy."""
        return placement.wording_for(self.audience)

    def excerpts(self, placement: ExcerptPlacement) -> tuple[Excerpt, ...]:
        """Return the excerpts of a placement, in its order."""
        return tuple(self.pack.excerpt(identifier) for identifier in placement.excerpts)

    def stretches(self, placement: ExcerptPlacement) -> tuple[Stretch, ...]:
        """Return what a placement prints in the source's words: all of it when translated (in its note), nothing when adapted."""
        wording = self.wording(placement)
        if isinstance(wording, Verbatim) and wording.stretches:
            edited = [(self.pack.excerpt(each.excerpt), each.edits) for each in wording.stretches]
        elif isinstance(wording, Verbatim | Translated):
            edited = [(excerpt, ()) for excerpt in self.excerpts(placement)]
        else:
            return ()
        return tuple(self._stretch(excerpt, edits) for excerpt, edits in edited)

    def _stretch(self, excerpt: Excerpt, edits: tuple[Edit, ...]) -> Stretch:
        reading = self.pack.reading(excerpt.reading)
        return Stretch(excerpt, reading, tiled(excerpt.span, edits, reading.text))

    def language(self, excerpt: Excerpt) -> str | None:
        """Return the language of an excerpt's words, when it is known."""
        return language_of(self.pack, excerpt)

    def sources(self) -> tuple[SourceDocument, ...]:
        """Return the documents that the copy cites, each once, in the pack's order."""
        excerpts = [excerpt for _, placement in self.excerpt_placements() for excerpt in self.excerpts(placement)]
        cited = {excerpt.document for excerpt in excerpts}
        figures = [each.placement for each in self.printed if isinstance(each.placement, FigurePlacement)]
        cited |= {self.pack.excerpt(figure.excerpt).document for figure in figures}
        return tuple(document for document in self.pack.documents if document.id in cited)

    def found(
        self,
        code: str,
        section: Section | None = None,
        placement: Placement | None = None,
        **parameters: Detail,
    ) -> Finding:
        """Return a finding of that code, weighed for this copy."""
        rule = RULES[code]
        return Finding(
            code,
            rule.severity_in(self.copy),
            placement=placement.id if placement else None,
            section=section.id if section else None,
            audience=self.audience,
            parameters=parameters,
            mends=rule.mends,
        )


def language_of(pack: Pack, excerpt: Excerpt) -> str | None:
    """Return the language of an embedded excerpt's words, when it is known."""
    card = pack.document(excerpt.document).card
    return pack.reading(excerpt.reading).language or (card.language.value if card.language else None)


Check = Callable[[Scene], Iterable[Finding]]


def scene_of(pack: Pack, audience: str, composed: Composed, report: LayoutReport | None) -> Scene:
    """Return the scene of a copy: what was composed decides what of the pack is looked at."""
    texts: dict[str, tuple[Text, ...]] = {}
    for part in shared_part(composed).parts:
        for block in part.blocks:
            texts.update(_texts(block))
    printed = tuple(Printed(section, placement) for section, placement in pack.placements() if placement.id in texts)
    return Scene(pack, audience, composed, report, printed, texts)


def _texts(block: Block) -> Iterator[tuple[str, tuple[Text, ...]]]:
    match block:
        case Quotation():
            yield block.placement, block.paragraphs
        case Paragraph() if block.placement:
            yield block.placement, (block.text,)
        case Heading(text=text, placement=str() as placement):
            yield placement, ((Run(text),),)
        case AskGroup():
            yield from ((ask.placement, _ask(ask)) for ask in block.asks)
        case FigureStrip():
            yield from ((figure.placement, ()) for figure in block.figures)
        case Picture():
            yield block.placement, ()
        case _:
            return


def _ask(ask: Ask) -> tuple[Text, ...]:
    return tuple(text for text in (ask.lead, ask.rest) if text)
