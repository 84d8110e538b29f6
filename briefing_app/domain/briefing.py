"""The composed document for one audience and one copy: all its words in order, nothing of any renderer.

Hand-over is clean by type: ``Briefing`` has no field for anything private. Internal copies wrap one and add sheets of their own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from briefing_app.domain.audience import Paper
from briefing_app.domain.dates import PartialDate
from briefing_app.domain.fidelity.grades import Grade


class Copy(StrEnum):
    """What a copy is for."""

    HAND_OVER = "hand-over"
    INTERNAL = "internal"
    WORKING = "working"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one kind. ``language`` where it is not the briefing's; ``note`` calls that note right after the words."""

    text: str
    strong: bool = False
    language: str | None = None
    note: int | None = None


Text = tuple[Run, ...]


def plain(text: Text) -> str:
    """Return the words of a text."""
    return "".join(run.text for run in text)


def text_of(words: str | Text) -> Text:
    """Return words as a text: as they are where they are one already."""
    return (Run(words),) if isinstance(words, str) else words


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source on one line: the form wanted, and shorter ones to take, in order, where it does not fit."""

    text: str
    shorter: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meta:
    """A label and its value on the front: For, Event, Date, Version. Each string of ``lines`` begins a line."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TitleBand:
    """The head of the first page."""

    kicker: str
    title: str
    subtitle: str
    meta: tuple[Meta, ...]


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents: a section by its identifier, its title, and a few words about it; layout knows its page."""

    section: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class Cover:
    """A first page that says what a title band says, and what is in the pack, under ``label``."""

    kicker: str
    title: str
    subtitle: str
    meta: tuple[Meta, ...]
    label: str
    contents: tuple[ContentsEntry, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """A short text set off with its label: the bottom line, the desired outcome."""

    label: str
    text: Text


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a section's, 2 stands within one."""

    level: int
    text: str
    placement: str | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """A numbered ask: what is asked (``lead``, printed strong, may be empty), the rest, the source."""

    number: str
    lead: Text
    rest: Text
    source: SourceLine
    placement: str


@dataclass(frozen=True, slots=True)
class AskGroup:
    """Asks of the same addressees under their name: "Canada, as a donor"."""

    label: str
    title: str
    asks: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a source between marks: each paragraph opens with a mark, the last closes. ``role`` is role and organisation.

    ``translation`` is a working translation without marks, ``translation_label`` says that it is one.
    """

    paragraphs: tuple[Text, ...]
    speaker: str
    role: str
    language: str
    grade: Grade
    placement: str
    translation_label: str = ""
    translation: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text: context with its note, or linking text of our own (then of no grade)."""

    text: Text
    placement: str
    grade: Grade | None = None


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number and what it counts."""

    number: str
    label: str
    placement: str


@dataclass(frozen=True, slots=True)
class FigureStrip:
    """Key figures side by side, one source line under them."""

    label: str
    figures: tuple[KeyFigure, ...]
    source: SourceLine


@dataclass(frozen=True, slots=True)
class Picture:
    """An image by its SHA-256, with caption, credit and the words for those who cannot see it."""

    media: str
    caption: str
    credit: str
    alternative: str
    placement: str


class Mark(StrEnum):
    """What a matrix cell says."""

    NAMED = "named"
    GROUP = "group"
    CHOSEN = "chosen"
    """Asked of this copy's audience by us: the source addresses others, or nobody."""
    NONE = "none"


SIGNS = (Mark.NAMED, Mark.GROUP, Mark.CHOSEN)
"""Marks that have a sign, as a legend tells them."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One ask over all audiences. ``cells`` are in the matrix's column order; ``spoken`` the same in words."""

    number: str
    ask: str
    source: str
    cells: tuple[Mark, ...]
    spoken: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who is asked what. ``own`` is the column of this copy's audience."""

    head: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    legend: tuple[str, ...]
    """What the signs mean, in the order of ``SIGNS``; those after the last need no words."""
    own: int | None = None
    asks: str = ""
    """What stands above the asks: "Ask"."""


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One source in the annex: S1; publisher; the rest of its description; details a line each (used for, address, fingerprint)."""

    number: str
    publisher: str
    description: str
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceList:
    """The sources annex, sorted."""

    entries: tuple[SourceEntry, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A plain table with a head row. ``widths`` are shares of the text measure. Cells that are texts may call notes.

    ``places``: placements, one for each row, whose page is printed as the row's first cell; ``head`` and ``widths`` count that
    column, ``rows`` do not, since only a layout knows the pages. None: no such column.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str | Text, ...], ...]
    widths: tuple[float, ...]
    places: tuple[str, ...] | None = None

    def filled(self, pages: Mapping[str, str]) -> "Table":
        """Return the table with its pages put in, for placements whose page is known; the others' cells stay empty."""
        if self.places is None:
            return self
        rows = tuple((pages.get(place, ""), *row) for place, row in zip(self.places, self.rows, strict=True))
        return Table(self.head, rows, self.widths)


@dataclass(frozen=True, slots=True)
class ContactPanel:
    """Where to write; the words besides the label are the brand's."""

    label: str


Block = (
    Cover
    | TitleBand
    | Panel
    | Heading
    | AskGroup
    | Quotation
    | Paragraph
    | FigureStrip
    | Picture
    | Matrix
    | SourceList
    | Table
    | ContactPanel
)


@dataclass(frozen=True, slots=True)
class Part:
    """A section as composed: its blocks, whether it begins a page, its budget in pages."""

    section: str
    blocks: tuple[Block, ...]
    new_page: bool = False
    budget: float | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A note; its call is the run with the same number. Footnote or endnote: ``Briefing.endnotes`` says."""

    number: int
    text: Text


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands around the text of each page. Patterns take {page} and {pages}, or {sheet}."""

    running_title: str
    marking: str
    """DRAFT, embargo, circulation; empty when there is none."""
    foot: str
    """Audience, version and date."""
    page_of: str
    internal_marking: str
    sheet: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file's properties say. The author is the brand's organisation."""

    title: str
    subject: str
    language: str
    date: PartialDate


@dataclass(frozen=True, slots=True)
class Briefing:
    """A hand-over copy: all that leaves the room, and nothing else."""

    metadata: Metadata
    paper: Paper
    furniture: Furniture
    parts: tuple[Part, ...]
    notes: tuple[Note, ...] = ()
    endnotes_title: str = ""
    """Set when notes stand at the end, under this heading; empty: at the foot of their page."""
    pages: int | None = None
    """Budget in pages, annexes and a cover not counted."""
    cover: Cover | None = None
    """What a long copy begins with in place of its title band; see ``covered``."""
    always_covered: bool = False
    """Whether it has its cover however short it is."""
    binding: float = 0.0
    """How far text moves away from the edge where sheets are bound, in points: right on odd pages, left on even ones."""


@dataclass(frozen=True, slots=True)
class RoomSide:
    """Those of one side in the room: who, and what they follow."""

    title: str
    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Room:
    """Who is in the room."""

    label: str
    sides: tuple[RoomSide, ...]


@dataclass(frozen=True, slots=True)
class TalkingPoints:
    """What to say, a line each."""

    label: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrivateRemark:
    """A remark or an overridden finding: never leaves the house."""

    label: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LikelyQuestion:
    """A question with its number (Q1), how likely it is, our answer, and the source it stands on."""

    number: str
    question: str
    likelihood: str
    answer: str
    source: SourceLine | None


@dataclass(frozen=True, slots=True)
class Questions:
    """Likely questions with answers."""

    questions: tuple[LikelyQuestion, ...]


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Empty lines to write on."""

    label: str
    count: int


SheetBlock = TitleBand | Panel | Heading | Room | TalkingPoints | PrivateRemark | Questions | WritingLines | Table | Matrix


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of an internal copy's own: A, B …; comes before the shared pages and is not counted among them."""

    letter: str
    blocks: tuple[SheetBlock, ...]


@dataclass(frozen=True, slots=True)
class InternalBriefing:
    """An internal copy: sheets of its own, then the pages of the hand-over copy, breaks and numbers kept."""

    shared: Briefing
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class WorkingBriefing:
    """A DOCX for colleagues to edit, marked as such; comes back."""

    shared: Briefing


Composed = Briefing | InternalBriefing | WorkingBriefing

BRIEF = 4
"""A copy of more pages than this has a cover."""


def with_cover(composed: Composed) -> Composed:
    """Return a composed document in the form that has a cover; see ``covered``."""
    return covered(composed) if isinstance(composed, Briefing) else replace(composed, shared=covered(composed.shared))


def covered(briefing: Briefing) -> Briefing:
    """Return a briefing in the form that has a cover: as a page of its own, the first section under its own heading.

    Without a cover, or in that form already, as it is.
    """
    if briefing.cover is None or not briefing.parts:
        return briefing
    first = briefing.parts[0]
    blocks = tuple(block for block in first.blocks if not isinstance(block, TitleBand))
    title = next((entry.title for entry in briefing.cover.contents if entry.section == first.section), "")
    heading = (Heading(1, title),) if title else ()
    own = Part(first.section, (*heading, *blocks), new_page=True, budget=first.budget)
    front = Part("", (briefing.cover,))
    return replace(briefing, parts=(front, own, *briefing.parts[1:]), cover=None)


def shared_part(composed: Composed) -> Briefing:
    """Return what all copies share."""
    return composed if isinstance(composed, Briefing) else composed.shared


def copy_of(composed: Composed) -> Copy:
    """Return which copy a composed document is."""
    match composed:
        case InternalBriefing():
            return Copy.INTERNAL
        case WorkingBriefing():
            return Copy.WORKING
        case _:
            return Copy.HAND_OVER
