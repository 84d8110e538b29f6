"""The pack: what was selected, in which order, in which words, for whom. It stands alone: it holds the readings it cites."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import ClassVar, TypeVar

from briefing_app.domain.audience import Audience, Naming, Person
from briefing_app.domain.dates import PartialDate
from briefing_app.domain.digest import fingerprint
from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.fidelity.edits import Stretch
from briefing_app.domain.reading import Reading
from briefing_app.domain.source import SourceDocument
from briefing_app.domain.template import CitationForm, SectionRole


@dataclass(frozen=True, slots=True)
class ByAudience:
    """A text for all, and other texts for some audiences by identifier."""

    text: str = ""
    other: Mapping[str, str] = field(default_factory=dict)

    def of(self, audience: str) -> str:
        """Return the text for an audience."""
        return self.other.get(audience, self.text)


@dataclass(frozen=True, slots=True)
class Verbatim:
    """The source's own words, with edits. No stretches: all excerpts of the placement, whole, in order."""

    kind: ClassVar[str] = "verbatim"
    stretches: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Adapted:
    """Our words, based on the source's: printed without quotation marks. ``lead`` says the ask, ``rest`` the rest of it."""

    kind: ClassVar[str] = "adapted"
    lead: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Translated:
    """The excerpt's rendering in ``language``; says whose translation it is, the original stands in a note."""

    kind: ClassVar[str] = "translated"
    language: str


Wording = Verbatim | Adapted | Translated


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Somebody answers for a finding by name and reason. ``about`` is the finding's key (see ``finding.Finding.key``)."""

    about: str
    who: str
    reason: str
    day: PartialDate


@dataclass(frozen=True, slots=True)
class ExcerptPlacement:
    """One excerpt put here, or several of one turn. ``audiences``: those who get it; None: whoever it concerns."""

    kind: ClassVar[str] = "excerpt"
    id: str
    excerpts: tuple[str, ...]
    wording: Wording = Verbatim()
    wordings: Mapping[str, Wording] = field(default_factory=dict)
    """Other wordings for some audiences by identifier."""
    audiences: tuple[str, ...] | None = None
    confirmations: tuple[Confirmation, ...] = ()

    def wording_for(self, audience: str) -> Wording:
        """Return the wording for an audience."""
        return self.wordings.get(audience, self.wording)


@dataclass(frozen=True, slots=True)
class NotePlacement:
    """Linking text or a heading of our own. ``level`` 0 is running text, 2 a heading within the section."""

    kind: ClassVar[str] = "note"
    id: str
    text: ByAudience
    level: int = 0
    audiences: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class ImagePlacement:
    """A photograph or chart; ``media`` is its SHA-256. Alternative text is for those who cannot see it."""

    kind: ClassVar[str] = "image"
    id: str
    media: str
    caption: ByAudience = ByAudience()
    credit: str = ""
    alternative: str = ""
    audiences: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class FigurePlacement:
    """A key figure: a number that stands in its excerpt, and what it counts."""

    kind: ClassVar[str] = "figure"
    id: str
    number: str
    label: ByAudience
    excerpt: str
    audiences: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class GeneratedPlacement:
    """Something composition makes from the rest of the pack: asks by addressee, the matrix, the sources."""

    kind: ClassVar[str] = "generated"
    id: str
    what: SectionRole
    audiences: tuple[str, ...] | None = None


Placement = ExcerptPlacement | NotePlacement | ImagePlacement | FigurePlacement | GeneratedPlacement


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the pack. ``budget`` is in pages."""

    id: str
    role: SectionRole
    title: ByAudience
    placements: tuple[Placement, ...] = ()
    budget: float | None = None
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A likely question and our answer. ``likelihood`` is "certain", "possible" or "defensive"; ``excerpt`` grounds the answer."""

    question: str
    answer: str
    likelihood: str = "possible"
    excerpt: str | None = None

    def __post_init__(self) -> None:
        if self.likelihood not in {"certain", "possible", "defensive"}:
            raise ValueError(f"not a likelihood: {self.likelihood!r}")


@dataclass(frozen=True, slots=True)
class TalkingPoint:
    """One line to say, and the ask it stands for, if any (a placement's identifier)."""

    text: str
    ask: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingNotes:
    """What is ours alone about meeting one audience; exists on internal copies and nowhere else."""

    when: str = ""
    where: str = ""
    lead: str = ""
    leave_behind: str = ""
    """What they are left with; empty: the hand-over copy of that version."""
    outcome: str = ""
    ours: tuple[Person, ...] = ()
    talking_points: tuple[TalkingPoint, ...] = ()
    questions: tuple[Question, ...] = ()
    private: str = ""


@dataclass(frozen=True, slots=True)
class Clearance:
    """Who cleared the pack, on which day, for which content."""

    who: str
    day: PartialDate
    digest: str


@dataclass(frozen=True, slots=True)
class Pack:
    """The selection for all its audiences."""

    id: str
    title: ByAudience
    event: str
    date: PartialDate
    language: str
    template: str
    brand: str
    version: str = "0.1"
    short_title: ByAudience = ByAudience()
    subtitle: ByAudience = ByAudience()
    kicker: str = ""
    bottom_line: ByAudience = ByAudience()
    marking: str = ""
    """Printed on each page when set: an embargo with its time zone, "Not for onward circulation"."""
    citation: CitationForm = CitationForm.FOOTNOTE
    pages: int | None = None
    """Budget of a hand-over copy without its annexes."""
    audiences: tuple[Audience, ...] = ()
    naming: Naming = field(default_factory=Naming)
    sections: tuple[Section, ...] = ()
    meetings: Mapping[str, MeetingNotes] = field(default_factory=dict)
    documents: tuple[SourceDocument, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()
    readings: tuple[Reading, ...] = ()
    numbers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Recommendation numbers that froze at a hand-over: by audience, by placement."""
    clearance: Clearance | None = None
    cover: bool = False
    """Whether a copy has a cover even where it is short."""
    binding: float = 0.0
    """Room for binding: how far text moves away from the bound edge, in millimetres."""

    def placements(self) -> Iterator[tuple[Section, Placement]]:
        """Yield each placement with its section, in the pack's order."""
        for section in self.sections:
            for placement in section.placements:
                yield section, placement

    def audience(self, identifier: str) -> Audience:
        """Return an audience of the pack; KeyError when it has none of that identifier."""
        return _one(self.audiences, identifier)

    def excerpt(self, identifier: str) -> Excerpt:
        """Return an embedded excerpt; KeyError when there is none."""
        return _one(self.excerpts, identifier)

    def reading(self, identifier: str) -> Reading:
        """Return an embedded reading; KeyError when there is none."""
        return _one(self.readings, identifier)

    def document(self, identifier: str) -> SourceDocument:
        """Return an embedded source document; KeyError when there is none."""
        return _one(self.documents, identifier)


_Held = TypeVar("_Held", Audience, Excerpt, Reading, SourceDocument)


def _one(values: tuple[_Held, ...], identifier: str) -> _Held:
    for value in values:
        if value.id == identifier:
            return value
    raise KeyError(identifier)


def content_digest(pack: Pack) -> str:
    """Return the SHA-256 of all that a clearance answers for: the whole pack but the clearance itself and the frozen numbers."""
    content = dataclasses.replace(pack, clearance=None, numbers={}, readings=())
    return fingerprint((content, tuple(_reading_digest(reading) for reading in pack.readings)))


@lru_cache(maxsize=64)
def _reading_digest(reading: Reading) -> str:
    # Readings are nearly all of a pack and never change; this is asked for after each edit.
    return fingerprint(reading)


def cleared(pack: Pack) -> bool:
    """Tell whether the clearance stands: it exists and the content is still what was cleared."""
    return pack.clearance is not None and pack.clearance.digest == content_digest(pack)
