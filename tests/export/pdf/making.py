"""Briefings whose every word is known: drawn by Hypothesis from an outline, each word a number of its own."""

import re
from dataclasses import dataclass, field

import pypdfium2 as pdfium
from hypothesis import strategies as st

from briefing_app.catalogue.brands import load_brand
from briefing_app.domain.audience import Paper
from briefing_app.domain.briefing import (
    Ask,
    AskGroup,
    Briefing,
    ContactPanel,
    FigureStrip,
    Furniture,
    Heading,
    KeyFigure,
    Mark,
    Matrix,
    MatrixRow,
    Meta,
    Metadata,
    Note,
    Panel,
    Paragraph,
    Part,
    Picture,
    Quotation,
    Run,
    SourceEntry,
    SourceLine,
    SourceList,
    Table,
    TitleBand,
)
from briefing_app.domain.dates import PartialDate
from briefing_app.domain.fidelity.grades import Grade
from briefing_app.export.pdf.entry import write_pdf
from tests.conforming import conforming

FURNITURE = Furniture(
    "Running title",
    "For the delegation alone",
    "Delegation, version 2, today",
    "Page {page} of {pages}",
    "INTERNAL",
    "Sheet {sheet}",
)
TOKEN = re.compile(r"k\d{5}x")


def small(*blocks, paper=Paper.LETTER, notes=(), language="en", **overrides):
    """Return a briefing of one section with these blocks."""
    fields = {
        "metadata": Metadata("A title", "A subject", language, PartialDate(2023, 1, 16)),
        "paper": paper,
        "furniture": FURNITURE,
        "parts": (Part("only", tuple(blocks)),),
        "notes": tuple(notes),
    }
    return Briefing(**{**fields, **overrides})


def words(text, note=None, **marks):
    """Return a text of one run."""
    return (Run(text, note=note, **marks),)


def pdf(composed, brand="neutral", media=None):
    """Return what is written for a composed document, once it was found to keep both standards."""
    written = write_pdf(composed, load_brand(brand), media or {})
    conforming(written.data)
    return written


def page_texts(data):
    """Return the text of each page as a reader of the file gets it."""
    with pdfium.PdfDocument(data) as document:
        return [page.get_textpage().get_text_range() for page in document]


@dataclass
class Maker:
    """Makes blocks out of numbered words, and remembers in which order they must be read."""

    lengths: st.DataObject
    read: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    calls: dict[int, str] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)
    count: int = 0

    def some(self, most, least=1):
        length = self.lengths.draw(st.integers(least, most))
        made = [f"k{self.count + place:05}x" for place in range(length)]
        self.count += length
        self.read += made
        return " ".join(made)

    def running(self, most):
        runs = []
        for _ in range(self.lengths.draw(st.integers(1, 3))):
            text = self.some(most)
            runs.append(Run(f"{text} ", note=self._note(text) if self.lengths.draw(st.booleans()) else None))
        return tuple(runs)

    def _note(self, text):
        number = len(self.notes) + 1
        self.calls[number] = text.split(" ")[-1]
        length = self.lengths.draw(st.integers(1, 30))
        self.notes.append(Note(number, words(" ".join(f"n{number:03}y{place:03}" for place in range(length)))))
        return number

    def block(self, kind):
        return getattr(self, f"_{kind}")(f"p{self.count}")

    def _title(self, _):
        return TitleBand(self.some(2), self.some(9), self.some(12, 0), tuple(Meta(self.some(1), (self.some(4),)) for _ in range(3)))

    def _panel(self, _):
        return Panel(self.some(2), self.running(30))

    def _heading(self, name):
        return Heading(self.lengths.draw(st.integers(1, 2)), self.some(14), name)

    def _asks(self, name):
        label, title = self.some(2), self.some(6)
        return AskGroup(label, title, tuple(self._ask(f"{name}-{place}") for place in range(self.lengths.draw(st.integers(1, 5)))))

    def _ask(self, name):
        return Ask(self.some(1), self.running(12), self.running(20), SourceLine(self.some(8)), name)

    def _quote(self, name):
        paragraphs = tuple(self.running(40) for _ in range(self.lengths.draw(st.integers(1, 3))))
        label, translation = self.some(2), self.some(20)
        return Quotation(paragraphs, self.some(3), self.some(8), "en", Grade.EXACT, name, label, translation)

    def _paragraph(self, name):
        return Paragraph(self.running(150), name)

    def _figures(self, name):
        label = self.some(1)
        figures = tuple(
            KeyFigure(self.some(1), self.some(8), f"{name}-{place}") for place in range(self.lengths.draw(st.integers(1, 5)))
        )
        return FigureStrip(label, figures, SourceLine(self.some(8)))

    def _picture(self, name):
        return Picture("none", self.some(12), self.some(6), "what is seen", name)

    def _matrix(self, _):
        columns = self.lengths.draw(st.integers(1, 7))
        head = tuple(self.some(2) for _ in range(columns))
        self.heads |= set(" ".join(head).split(" "))
        rows = tuple(
            MatrixRow(f"R{place}", self.some(14), self.some(3), (Mark.NAMED,) * columns, ("named",) * columns)
            for place in range(self.lengths.draw(st.integers(1, 12)))
        )
        return Matrix(head, rows, (self.some(3), self.some(3)), 0)

    def _sources(self, _):
        return SourceList(
            tuple(SourceEntry(self.some(1), self.some(3), self.some(20), (self.some(9), self.some(5))) for _ in range(3))
        )

    def _table(self, _):
        columns = self.lengths.draw(st.integers(1, 4))
        head = tuple(self.some(2) for _ in range(columns))
        self.heads |= set(" ".join(head).split(" "))
        rows = tuple(tuple(self.some(9) for _ in range(columns)) for _ in range(self.lengths.draw(st.integers(0, 25))))
        return Table(head, rows, (1 / columns,) * columns)

    def _contact(self, _):
        return ContactPanel(self.some(1))


KINDS = ("panel", "heading", "asks", "quote", "paragraph", "figures", "picture", "matrix", "sources", "table")


@st.composite
def made_briefings(draw):
    """Draw a briefing of all kinds of blocks, with the words to be read in order."""
    maker = Maker(draw(st.data()))
    outline = draw(st.lists(st.lists(st.sampled_from(KINDS), max_size=6), min_size=1, max_size=4))
    parts = []
    for place, kinds in enumerate(outline):
        first = ["title"] if place == 0 and draw(st.booleans()) else []
        last = ["contact"] if place + 1 == len(outline) and draw(st.booleans()) else []
        blocks = tuple(maker.block(kind) for kind in (*first, *kinds, *last))
        parts.append(Part(f"s{place}", blocks, new_page=draw(st.booleans()), budget=draw(st.sampled_from((None, 1.0)))))
    briefing = small(paper=draw(st.sampled_from(list(Paper))), notes=maker.notes, parts=tuple(parts))
    return briefing, maker
