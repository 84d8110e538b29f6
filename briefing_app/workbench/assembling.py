"""Making a pack: from a template for its audiences, excerpts placed in it with all they stand on, or filled from the library."""

import dataclasses
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar, cast

from briefing_app.domain.audience import Audience, Naming, in_words
from briefing_app.domain.dates import PartialDate
from briefing_app.domain.excerpt import Excerpt, ExcerptKind, new_id
from briefing_app.domain.pack import ByAudience, ExcerptPlacement, GeneratedPlacement, Pack, Placement, Section
from briefing_app.domain.reading import Reading
from briefing_app.domain.source import SourceDocument
from briefing_app.domain.template import INTERNAL_ROLES, SectionRole, Template
from briefing_app.library.ranking import Hit, Reason
from briefing_app.library.search import search
from briefing_app.library.store import Library


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_Held = TypeVar("_Held", bound=_Identified)


@dataclass(frozen=True, slots=True)
class Grounded:
    """An excerpt with what it stands on: what a pack must embed to stand alone."""

    excerpt: Excerpt
    reading: Reading
    document: SourceDocument


def grounded(library: Library, excerpt: Excerpt) -> Grounded:
    """Return an excerpt of the library with its reading and its document."""
    return Grounded(excerpt, library.reading(excerpt.reading), library.document(excerpt.document))


_GENERATED = frozenset({SectionRole.SOURCES, SectionRole.MATRIX}) | INTERNAL_ROLES


def new_pack(
    template: Template,
    audiences: Iterable[Audience],
    naming: Naming,
    *,
    title: str,
    event: str,
    date: PartialDate,
    language: str = "en",
    identifier: Callable[[], str] = new_id,
) -> Pack:
    """Return an empty pack with the template's sections, for the audiences."""
    sections = tuple(
        Section(
            f"{section.role.value}-{place}",
            section.role,
            ByAudience(in_words(section.title, language)),
            (GeneratedPlacement(f"generated-{place}", section.role),) if section.role in _GENERATED else (),
            section.budget,
            section.new_page,
        )
        for place, section in enumerate(template.sections, 1)
    )
    return Pack(
        identifier(),
        ByAudience(title),
        event,
        date,
        language,
        template.id,
        template.brand,
        kicker=in_words(template.kicker, language) if template.kicker else "",
        citation=template.citation,
        pages=template.pages,
        cover=template.cover,
        audiences=tuple(audiences),
        naming=_needed(naming, audiences),
        sections=sections,
    )


def _needed(naming: Naming, audiences: Iterable[Audience]) -> Naming:
    # A pack stands alone, but need not carry the names of all the world's countries.
    countries = {each.country for each in audiences if each.country}
    return Naming(naming.groups, {code: names for code, names in naming.countries.items() if code in countries})


def embedded(pack: Pack, grounds: Iterable[Grounded]) -> Pack:
    """Return the pack with the excerpts, readings and documents embedded; what it holds already stays as it is."""
    grounds = tuple(grounds)
    return dataclasses.replace(
        pack,
        excerpts=_joined(pack.excerpts, (ground.excerpt for ground in grounds)),
        readings=_joined(pack.readings, (ground.reading for ground in grounds)),
        documents=_joined(pack.documents, (ground.document for ground in grounds)),
    )


def _joined(held: tuple[_Held, ...], more: Iterable[_Held]) -> tuple[_Held, ...]:
    joined = {value.id: value for value in more} | {value.id: value for value in held}
    first = [value.id for value in held]
    return tuple(joined[identifier] for identifier in dict.fromkeys((*first, *joined)))


def section_of(pack: Pack, role: SectionRole) -> Section | None:
    """Return the first section of a role."""
    return next((section for section in pack.sections if section.role is role), None)


def place(pack: Pack, section: str, placement: Placement, grounds: Iterable[Grounded] = ()) -> Pack:
    """Return the pack with a placement at the end of a section, and what it stands on embedded; KeyError for no such section."""
    if section not in {each.id for each in pack.sections}:
        raise KeyError(section)
    sections = tuple(
        dataclasses.replace(each, placements=(*each.placements, placement)) if each.id == section else each
        for each in pack.sections
    )
    return embedded(dataclasses.replace(pack, sections=sections), grounds)


def filled(pack: Pack, template: Template, library: Library, identifier: Callable[[], str] = new_id) -> Pack:
    """Return the pack with the excerpts that fit its audiences best, in the source's own words, for a person to go on from.

    The asks come audience by audience as the library ranks them, named before meant through a group; the other sections
    take quotations and context that damage has not touched, quotations where there is a section of voices in that one alone.
    No excerpt is placed twice.
    """
    parts = filling(pack, template, library, identifier)
    while True:
        try:
            next(parts)
        except StopIteration as end:
            return cast("Pack", end.value)


def filling(
    pack: Pack, template: Template, library: Library, identifier: Callable[[], str] = new_id
) -> Generator[None, None, Pack]:
    """Fill a pack as ``filled`` does, a look into the library at a time; what the generator returns is the pack."""
    for template_section in template.sections:
        section = section_of(pack, template_section.role)
        if section is None or template_section.fill < 1:
            continue
        found: list[Excerpt] = []
        for some in _chosen(pack, library, template_section.role, template_section.fill, _kinds(template, template_section.role)):
            found += some
            yield
        for excerpt in dict.fromkeys(found):
            pack = place(pack, section.id, ExcerptPlacement(identifier(), (excerpt.id,)), [grounded(library, excerpt)])
    return pack


def _kinds(template: Template, role: SectionRole) -> tuple[ExcerptKind, ...]:
    """Return the kinds of excerpts a section takes: quotations stand among the voices where a pack has such a section."""
    kinds = _KINDS.get(role, ())
    voiced = any(section.role is SectionRole.VOICES and section.fill for section in template.sections)
    if role is SectionRole.CONTEXT and voiced:
        return tuple(kind for kind in kinds if kind is not ExcerptKind.QUOTE)
    return kinds


_KINDS = {
    SectionRole.ASKS: (ExcerptKind.RECOMMENDATION,),
    SectionRole.VOICES: (ExcerptKind.QUOTE,),
    SectionRole.CONTEXT: (ExcerptKind.QUOTE, ExcerptKind.CONTEXT),
}


def _chosen(pack: Pack, library: Library, role: SectionRole, most: int, kinds: tuple[ExcerptKind, ...]) -> Iterator[list[Excerpt]]:
    if role is SectionRole.ASKS:
        for audience in pack.audiences:
            hits = search(library, kind=ExcerptKind.RECOMMENDATION, audience=audience, naming=pack.naming, limit=100)
            yield [hit.excerpt for hit in hits if not hit.excerpt.damage and _meant(hit)][:most]
        return
    share = -(-most // max(1, len(kinds)))
    placed = {identifier for _, p in pack.placements() if isinstance(p, ExcerptPlacement) for identifier in p.excerpts}
    for kind in kinds:
        hits = search(library, kind=kind, audience=None, naming=pack.naming, limit=100)
        yield [hit.excerpt for hit in hits if not hit.excerpt.damage and hit.excerpt.id not in placed][:share]


def _meant(hit: Hit) -> bool:
    return any(why.reason in {Reason.BY_NAME, Reason.IN_GROUP} for why in hit.why)
