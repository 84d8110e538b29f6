"""Hypothesis strategies for the domain's values: spans, readings with blocks, excerpts, placements, packs that stand alone."""

import hashlib
from contextlib import suppress
from dataclasses import replace

from hypothesis import strategies as st

from briefing_app.domain.audience import Audience, Group, Naming, Paper, Person
from briefing_app.domain.dates import PartialDate
from briefing_app.domain.excerpt import (
    Addressee,
    Attribution,
    Excerpt,
    ExcerptKind,
    Rendering,
    RenderingStatus,
    Standing,
)
from briefing_app.domain.fidelity.edits import Edit, Keep, Stretch, change_case, insert, leave_out, put_back, tiled
from briefing_app.domain.pack import (
    Adapted,
    ByAudience,
    Clearance,
    Confirmation,
    ExcerptPlacement,
    FigurePlacement,
    GeneratedPlacement,
    ImagePlacement,
    MeetingNotes,
    NotePlacement,
    Pack,
    Placement,
    Question,
    Section,
    TalkingPoint,
    Translated,
    Verbatim,
)
from briefing_app.domain.reading import Block, BlockKind, Damage, DamageKind, Inline, InlineKind, Reading, Repair
from briefing_app.domain.source import Basis, Card, KnownDate, KnownText, SourceDocument
from briefing_app.domain.span import Span
from briefing_app.domain.template import CitationForm, SectionRole

WORDS = (
    "donors", "must", "not", "“act", "now.”", "États-Unis", "l’accueil", "32%", "[viable", "options](#)", "México", "–", "\u00a0", "🙂", "e\u0301", "\u202f»",
)  # fmt: skip

identifiers = st.text("abcdefghijklmnopqrstuvwxyzABCDEF0123456789_-", min_size=1, max_size=16)
languages = st.sampled_from(["en", "es", "fr", "fr-CA"])
# Every character that a file can hold: no half surrogate pairs, which JSON can spell and UTF-8 cannot.
short_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
dates = st.dates().flatmap(
    lambda day: st.sampled_from(
        [PartialDate(day.year), PartialDate(day.year, day.month), PartialDate(day.year, day.month, day.day)]
    )
)
by_language = st.dictionaries(languages, short_texts, min_size=1, max_size=3)
by_audience = st.builds(ByAudience, short_texts, st.dictionaries(identifiers, short_texts, max_size=2))
maybe_audiences = st.none() | st.lists(identifiers, max_size=2).map(tuple)


def spans(length: int, *, smallest: int = 0) -> st.SearchStrategy[Span]:
    """Return spans inside a text of ``length`` code points, each at least ``smallest`` long."""
    return st.integers(0, length - smallest).flatmap(
        lambda start: st.integers(start + smallest, length).map(lambda end: Span(start, end))
    )


@st.composite
def readings(draw: st.DrawFn, identifier: str | None = None) -> Reading:
    """Return a reading with blocks in order, and inlines, repairs and damage somewhere in it."""
    paragraphs = draw(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join), min_size=1, max_size=4))
    text = "\n\n".join(paragraphs)
    blocks, place = [], 0
    for number, paragraph in enumerate(paragraphs, 1):
        kind = draw(st.sampled_from([BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE]))
        path = tuple(draw(st.lists(short_texts, max_size=2)))
        blocks.append(Block(kind, Span(place, place + len(paragraph)), draw(st.integers(0, 3)), number, path))
        place += len(paragraph) + 2
    return Reading(
        id=draw(identifiers) if identifier is None else identifier,
        file=hashlib.sha256(text.encode()).hexdigest(),
        reader="text-1",
        text=text,
        language=draw(st.none() | languages),
        blocks=tuple(blocks),
        inlines=tuple(draw(st.lists(inlines(len(text)), max_size=2))),
        repairs=tuple(
            draw(st.lists(st.builds(Repair, spans(len(text)), short_texts, st.just("hyphen"), st.booleans()), max_size=2))
        ),
        damage=tuple(draw(st.lists(st.builds(Damage, st.sampled_from(DamageKind), spans(len(text))), max_size=2))),
        pages=draw(st.none() | st.integers(1, 9)),
    )


def inlines(length: int) -> st.SearchStrategy[Inline]:
    """Return links and emphases inside a text of ``length`` code points."""
    return spans(length).flatmap(
        lambda outer: st.builds(
            lambda inner, kind, target: Inline(kind, outer, Span(outer.start + inner.start, outer.start + inner.end), target),
            spans(len(outer)),
            st.sampled_from(InlineKind),
            st.none() | short_texts,
        )
    )


@st.composite
def excerpts(draw: st.DrawFn, reading: Reading, document: str = "document", identifier: str | None = None) -> Excerpt:
    """Return an excerpt of a reading, with whatever may go with it."""
    span = draw(spans(len(reading.text), smallest=1))
    within = spans(len(reading.text))
    attribution = st.builds(
        Attribution,
        st.none() | short_texts,
        st.none() | short_texts,
        st.none() | short_texts,
        st.lists(within, max_size=2).map(tuple),
        st.none() | dates,
    )
    rendering = st.builds(
        Rendering, languages, short_texts, st.sampled_from(RenderingStatus), st.none() | short_texts, st.none() | short_texts
    )
    return Excerpt(
        id=draw(identifiers) if identifier is None else identifier,
        document=document,
        reading=reading.id,
        span=span,
        kind=draw(st.sampled_from(ExcerptKind)),
        attribution=draw(st.none() | attribution),
        addressees=tuple(draw(st.lists(st.builds(Addressee, short_texts, st.none() | within), max_size=2))),
        turn=draw(st.none() | st.integers(0, 9)),
        damage=tuple(draw(st.lists(st.sampled_from(DamageKind), max_size=2, unique=True))),
        confidence=draw(st.floats(0, 1)),
        standing=draw(st.sampled_from(Standing)),
        renderings=tuple(draw(st.lists(rendering, max_size=1))),
        rule=draw(st.sampled_from(["", "must"])),
    )


@st.composite
def edits(draw: st.DrawFn, span: Span, text: str) -> tuple[Edit, ...]:
    """Return edits of a span of a text as a person would make them, one after another; those that are refused are not made."""
    made: tuple[Edit, ...] = (Keep(span),)
    for step in draw(st.lists(st.sampled_from(["leave out", "put back", "insert", "case"]), max_size=5)):
        place = draw(st.integers(span.start, span.end - 1))
        chosen = Span(place, draw(st.integers(place + 1, span.end)))
        with suppress(ValueError):
            match step:
                case "leave out":
                    made = tiled(span, leave_out(span, made, chosen, text), text)
                case "put back":
                    made = tiled(span, put_back(span, made, chosen, text), text)
                case "insert":
                    made = tiled(span, insert(span, made, place, draw(st.sampled_from(["all", "the donors"])), text), text)
                case _:
                    made = change_case(span, made, place, text)
    return made


@st.composite
def verbatims(draw: st.DrawFn, of: tuple[Excerpt, ...], readings_by_id: dict[str, Reading]) -> Verbatim:
    """Return a wording of these excerpts in their own words, with edits."""
    stretches = [
        Stretch(excerpt.id, draw(st.just(()) | edits(excerpt.span, readings_by_id[excerpt.reading].text))) for excerpt in of
    ]
    return Verbatim(tuple(stretches) if draw(st.booleans()) else ())


@st.composite
def placements(draw: st.DrawFn, held: tuple[Excerpt, ...], readings_by_id: dict[str, Reading]) -> Placement:
    """Return a placement of any kind; excerpts are among those ``held``. An image names the fingerprint of ``picture()``."""
    identifier = draw(identifiers)
    audiences = draw(maybe_audiences)
    kinds = ["note", "image", "generated", *(["excerpt", "excerpt", "figure"] if held else [])]
    match draw(st.sampled_from(kinds)):
        case "note":
            return NotePlacement(identifier, draw(by_audience), draw(st.sampled_from([0, 2])), audiences)
        case "image":
            return ImagePlacement(identifier, fingerprint(), draw(by_audience), draw(short_texts), draw(short_texts), audiences)
        case "generated":
            return GeneratedPlacement(identifier, draw(st.sampled_from(SectionRole)), audiences)
        case "figure":
            return FigurePlacement(identifier, draw(short_texts), draw(by_audience), draw(st.sampled_from(held)).id, audiences)
        case _:
            chosen = tuple(draw(st.lists(st.sampled_from(held), min_size=1, max_size=2, unique_by=lambda excerpt: excerpt.id)))
            wordings = (
                verbatims(chosen, readings_by_id) | st.builds(Adapted, short_texts, short_texts) | st.builds(Translated, languages)
            )
            return ExcerptPlacement(
                identifier,
                tuple(excerpt.id for excerpt in chosen),
                draw(wordings),
                draw(st.dictionaries(identifiers, wordings, max_size=1)),
                audiences,
                tuple(draw(st.lists(st.builds(Confirmation, short_texts, short_texts, short_texts, dates), max_size=1))),
            )


PICTURE = b"\x89PNG a picture of no pixels"


def fingerprint(data: bytes = PICTURE) -> str:
    """Return the name under which a pack holds a picture."""
    return hashlib.sha256(data).hexdigest()


groups = st.builds(
    Group,
    id=identifiers,
    name=by_language,
    capacity=by_language,
    words=st.dictionaries(languages, st.lists(short_texts, max_size=2).map(tuple)),
    capacity_of_several=st.none() | by_language,
)
people = st.builds(Person, short_texts, short_texts, short_texts)
audiences = st.builds(
    Audience,
    id=identifiers,
    name=by_language,
    formal=by_language,
    several=st.booleans(),
    in_sentence=st.none() | by_language,
    aliases=st.lists(short_texts, max_size=2).map(tuple),
    groups=st.lists(identifiers, max_size=2).map(tuple),
    people=st.lists(people, max_size=1).map(tuple),
    country=st.none() | st.sampled_from(["CA", "MX"]),
    language=languages,
    paper=st.sampled_from(Paper),
    order=st.integers(-5, 500),
    sees_matrix=st.booleans(),
)
known_texts = st.none() | st.builds(KnownText, short_texts, st.sampled_from(Basis))
cards = st.builds(
    Card,
    title=known_texts,
    short_title=known_texts,
    publisher=known_texts,
    short_publisher=known_texts,
    date=st.none() | st.builds(KnownDate, dates, st.sampled_from(Basis)),
    language=known_texts,
    address=known_texts,
    authors=st.lists(st.builds(KnownText, short_texts, st.sampled_from(Basis)), max_size=2).map(tuple),
    kind=known_texts,
    rights=known_texts,
)


def meetings(excerpts_: tuple[Excerpt, ...]) -> st.SearchStrategy[MeetingNotes]:
    """Return notes for a meeting whose answers stand on excerpts there are."""
    grounds = st.sampled_from([None, *(excerpt.id for excerpt in excerpts_)])
    questions = st.builds(Question, short_texts, short_texts, st.sampled_from(["certain", "possible", "defensive"]), grounds)
    return st.builds(
        MeetingNotes,
        when=short_texts,
        outcome=short_texts,
        ours=st.lists(people, max_size=1).map(tuple),
        talking_points=st.lists(st.builds(TalkingPoint, short_texts, st.none() | identifiers), max_size=1).map(tuple),
        questions=st.lists(questions, max_size=1).map(tuple),
        private=short_texts,
    )


@st.composite
def packs(draw: st.DrawFn) -> Pack:
    """Return a pack that holds all it points to, but the picture: ``{fingerprint(): PICTURE}`` is its media."""
    held = tuple(draw(readings(f"reading-{number}")) for number in range(draw(st.integers(0, 2))))
    documents = tuple(
        SourceDocument(f"document-{number}", draw(short_texts), reading.file, reading.id, draw(cards))
        for number, reading in enumerate(held)
    )
    found = tuple(
        replace(draw(excerpts(reading, f"document-{number}")), id=f"excerpt-{number}-{place}")
        for number, reading in enumerate(held)
        for place in range(draw(st.integers(0, 2)))
    )
    by_id = {reading.id: reading for reading in held}
    sections = st.builds(
        Section,
        id=identifiers,
        role=st.sampled_from(SectionRole),
        title=by_audience,
        placements=st.lists(placements(found, by_id), max_size=3).map(tuple),
        budget=st.none() | st.floats(0.1, 10),
        new_page=st.booleans(),
    )
    return Pack(
        id=draw(identifiers),
        title=draw(by_audience),
        event=draw(short_texts),
        date=draw(dates),
        language=draw(languages),
        template=draw(identifiers),
        brand=draw(identifiers),
        version=draw(short_texts),
        bottom_line=draw(by_audience),
        marking=draw(short_texts),
        citation=draw(st.sampled_from(CitationForm)),
        pages=draw(st.none() | st.integers(1, 20)),
        audiences=tuple(draw(st.lists(audiences, max_size=2))),
        naming=Naming(
            tuple(draw(st.lists(groups, max_size=1))), draw(st.just({}) | st.just({"CA": ("Canada", "Canadá")})), ("New Mexico",)
        ),
        sections=tuple(draw(st.lists(sections, max_size=3))),
        meetings=draw(st.dictionaries(identifiers, meetings(found), max_size=1)),
        documents=documents,
        excerpts=found,
        readings=held,
        numbers=draw(
            st.dictionaries(identifiers, st.dictionaries(identifiers, st.sampled_from(["R1", "R3a"]), max_size=2), max_size=1)
        ),
        clearance=draw(st.none() | st.builds(Clearance, short_texts, dates, short_texts)),
    )
