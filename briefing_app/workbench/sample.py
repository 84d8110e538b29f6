"""The sample pack: the bundled documents read and searched like anybody's, an officer's recorded choices laid over them."""

import dataclasses
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from briefing_app.domain.dates import PartialDate
from briefing_app.domain.excerpt import Addressee, Excerpt, ExcerptKind, Standing
from briefing_app.domain.fidelity.edits import Edit, Stretch, leave_out
from briefing_app.domain.pack import (
    Adapted,
    ByAudience,
    ExcerptPlacement,
    FigurePlacement,
    MeetingNotes,
    NotePlacement,
    Pack,
    Placement,
    Question,
    Verbatim,
    Wording,
)
from briefing_app.domain.reading import Reading
from briefing_app.domain.span import Span
from briefing_app.domain.template import SectionRole
from briefing_app.errors import FileNotRead
from briefing_app.files import read_whole
from briefing_app.library.store import Library, open_library
from briefing_app.paths import resource
from briefing_app.typed import from_toml, load
from briefing_app.workbench.assembling import Grounded, grounded, new_pack, place, section_of
from briefing_app.workbench.choosing import audience_of, naming, template_of
from briefing_app.workbench.reading_here import import_one


@dataclass(frozen=True, slots=True)
class Passage:
    """Words from one phrase to another, both included."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class ChosenExcerpt:
    """An excerpt to place: looked for in a document by kind and first words; our wording of it, or what to leave out of its own."""

    kind: ClassVar[str] = "excerpt"
    id: str
    section: SectionRole
    document: str
    found_as: ExcerptKind
    starts: str
    lead: str = ""
    rest: str = ""
    leave_out: tuple[Passage, ...] = ()
    addressees: tuple[str, ...] = ()
    audiences: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class ChosenFigure:
    """A key figure to place, and the excerpt it stands in."""

    kind: ClassVar[str] = "figure"
    id: str
    section: SectionRole
    number: str
    label: ByAudience
    document: str
    found_as: ExcerptKind
    starts: str
    audiences: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Linking text or a heading of our own."""

    kind: ClassVar[str] = "note"
    id: str
    section: SectionRole
    text: ByAudience
    level: int = 0
    audiences: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """A recorded pack: its front matter, what is placed in order, and the notes for meetings (``meeting``: for all of them)."""

    template: str
    brand: str
    audiences: tuple[str, ...]
    event: str
    date: PartialDate
    version: str
    marking: str
    title: ByAudience
    short_title: ByAudience
    bottom_line: ByAudience
    place: tuple[ChosenExcerpt | ChosenFigure | OwnWords, ...]
    meeting: MeetingNotes
    meetings: Mapping[str, MeetingNotes]


def sample() -> tuple[Pack, Mapping[str, bytes]]:
    """Return the sample summit pack and its media, made from the bundled documents by the same steps as anybody's pack."""
    path = resource("samples", "summit.toml")
    recorded = load(Sample, from_toml(read_whole(path), source=str(path)), source=str(path))
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder) / "sample.briefinglibrary") as library:
        for document in sorted(resource("documents").glob("*.txt")):
            import_one(library, document)
        return _made(recorded, library), {}


def _made(recorded: Sample, library: Library) -> Pack:
    template = template_of(recorded.template)
    audiences = [audience_of(identifier) for identifier in recorded.audiences]
    pack = new_pack(template, audiences, naming(), title=recorded.title.text, event=recorded.event, date=recorded.date)
    pack = dataclasses.replace(
        pack,
        title=recorded.title,
        short_title=recorded.short_title,
        bottom_line=recorded.bottom_line,
        brand=recorded.brand,
        version=recorded.version,
        marking=recorded.marking,
    )
    for chosen in recorded.place:
        section = section_of(pack, chosen.section)
        if section is None:
            raise FileNotRead("sample-broken", what=chosen.id)
        placement, grounds = _placement(chosen, library)
        pack = place(pack, section.id, placement, grounds)
    based_on = {p.id: p.excerpts[0] for _, p in pack.placements() if isinstance(p, ExcerptPlacement)}
    notes = {audience: _meeting(recorded.meeting, own, based_on) for audience, own in recorded.meetings.items()}
    return dataclasses.replace(pack, meetings=notes)


def _placement(chosen: ChosenExcerpt | ChosenFigure | OwnWords, library: Library) -> tuple[Placement, list[Grounded]]:
    match chosen:
        case OwnWords():
            return NotePlacement(chosen.id, chosen.text, chosen.level, chosen.audiences), []
        case ChosenFigure():
            ground = _ground(library, chosen.document, chosen.found_as, chosen.starts)
            return FigurePlacement(chosen.id, chosen.number, chosen.label, ground.excerpt.id, chosen.audiences), [ground]
        case ChosenExcerpt():
            ground = _ground(library, chosen.document, chosen.found_as, chosen.starts)
            if chosen.addressees:
                # An officer read in the sentence who is asked, where it does not say so in as many words.
                more = tuple(Addressee(words) for words in chosen.addressees)
                edited = dataclasses.replace(
                    ground.excerpt, addressees=(*ground.excerpt.addressees, *more), standing=Standing.EDITED
                )
                library.update_excerpt(edited)
                ground = grounded(library, edited)
            wording = _wording(chosen, ground.excerpt, ground.reading)
            return ExcerptPlacement(chosen.id, (ground.excerpt.id,), wording, audiences=chosen.audiences), [ground]


def _ground(library: Library, document: str, kind: ExcerptKind, starts: str) -> Grounded:
    """Return the one excerpt of a kind that starts with these words; FileNotRead ``sample-broken`` when it was not found."""
    for held in library.documents():
        if held.name == document:
            text = library.reading(held.reading).text
            for excerpt in library.excerpts(held.id):
                if excerpt.kind is kind and text.startswith(starts, excerpt.span.start):
                    return grounded(library, excerpt)
    raise FileNotRead("sample-broken", what=starts)


def _wording(chosen: ChosenExcerpt, excerpt: Excerpt, reading: Reading) -> Wording:
    if chosen.lead:
        return Adapted(chosen.lead, chosen.rest)
    edits: tuple[Edit, ...] = ()
    for passage in chosen.leave_out:
        start = reading.text.index(passage.first, excerpt.span.start)
        end = reading.text.index(passage.last, start) + len(passage.last)
        edits = leave_out(excerpt.span, edits, Span(start, end), reading.text)
    return Verbatim((Stretch(excerpt.id, edits),)) if edits else Verbatim()


def _meeting(common: MeetingNotes, own: MeetingNotes, based_on: Mapping[str, str]) -> MeetingNotes:
    """Return one audience's notes: its own, and where it has none of a kind the common ones; questions of both."""
    filled_in = {f.name: getattr(own, f.name) or getattr(common, f.name) for f in dataclasses.fields(MeetingNotes)}
    questions = tuple(_question(question, based_on) for question in (*common.questions, *own.questions))
    return MeetingNotes(**{**filled_in, "questions": questions})


def _question(question: Question, based_on: Mapping[str, str]) -> Question:
    # A recorded question names the placement it stands on; the excerpt's own identifier is born with each import.
    return dataclasses.replace(question, excerpt=based_on[question.excerpt]) if question.excerpt else question
