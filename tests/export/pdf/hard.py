"""Briefings that are hard to print: long tables and lists, notes everywhere, emoji, headings of forty lines, empty sections."""

from hypothesis import strategies as st

from briefing_app.domain.audience import Paper
from briefing_app.domain.briefing import (
    Ask,
    AskGroup,
    ContactPanel,
    ContentsEntry,
    Cover,
    FigureStrip,
    Heading,
    InternalBriefing,
    KeyFigure,
    LikelyQuestion,
    Mark,
    Matrix,
    MatrixRow,
    Meta,
    Note,
    Panel,
    Paragraph,
    Part,
    Picture,
    PrivateRemark,
    Questions,
    Quotation,
    Room,
    RoomSide,
    Run,
    Sheet,
    SourceEntry,
    SourceLine,
    SourceList,
    Table,
    TalkingPoints,
    TitleBand,
    WritingLines,
)
from briefing_app.domain.fidelity.grades import Grade
from tests.export.pdf.making import small

ODD = (
    "",
    " ",
    "🙂",
    "漢字",
    "e\u0301",
    "\u00a0",
    "\u202f»",
    "m" * 200,
    "https://example.org/a?b=(c)&d",
    "\u2011",
    "ﬁ",
    "a\u00adb",
    "\x07",
    "x — y",
    "—" * 30,
)
PLAIN = tuple(f"word{number}" for number in range(30))
word = st.sampled_from(PLAIN) | st.sampled_from(ODD)
phrase = st.lists(word, max_size=8).map(" ".join)
languages = st.sampled_from([None, None, "fr", "es"])


metas = st.builds(lambda label, lines: Meta(label, tuple(lines)), phrase, st.lists(phrase, max_size=2))


@st.composite
def texts(draw, notes):
    """Draw a text of some runs; each may call a note."""
    runs = []
    for _ in range(draw(st.integers(0, 3))):
        note = None
        if draw(st.booleans()):
            note = draw(st.integers(1, len(notes))) if notes and draw(st.booleans()) else len(notes) + 1
            if note > len(notes):
                notes.append(draw(phrase))
        words = draw(phrase) * draw(st.sampled_from([1, 1, 1, 12]))
        runs.append(Run(words + " ", draw(st.booleans()), draw(languages), note))
    return tuple(runs)


@st.composite
def blocks(draw, notes, name):  # noqa: C901 - a case a kind of block
    """Draw a block of any kind."""
    text = texts(notes)
    match draw(
        st.sampled_from(
            ("title", "panel", "heading", "asks", "quote", "paragraph", "figures", "picture", "matrix", "sources", "table")
        )
    ):
        case "title":
            return TitleBand(draw(phrase), draw(phrase), draw(phrase), tuple(draw(metas) for _ in range(2)))
        case "panel":
            return Panel(draw(phrase), draw(text))
        case "heading":
            return Heading(draw(st.integers(1, 3)), draw(phrase) * draw(st.sampled_from([1, 1, 40])), name)
        case "asks":
            count = draw(st.sampled_from([0, 1, 3, 40]))
            asks = tuple(
                Ask(f"R{place}", draw(text), draw(text), SourceLine(draw(phrase)), f"{name}-{place}") for place in range(count)
            )
            return AskGroup(draw(phrase), draw(phrase), asks)
        case "quote":
            paragraphs = tuple(draw(text) for _ in range(draw(st.integers(0, 3))))
            translation = draw(phrase)
            label = draw(phrase) if translation else ""
            return Quotation(paragraphs, draw(phrase), draw(phrase), "fr", Grade.EXACT, name, label, translation)
        case "figures":
            figures = tuple(KeyFigure(draw(word), draw(phrase), f"{name}-{place}") for place in range(draw(st.integers(0, 5))))
            return FigureStrip(draw(phrase), figures, SourceLine(draw(phrase)))
        case "picture":
            return Picture("none", draw(phrase), draw(phrase), draw(phrase), name)
        case "matrix":
            columns = draw(st.integers(1, 3))
            cells = st.tuples(*[st.sampled_from(list(Mark))] * columns)
            rows = tuple(
                MatrixRow(f"R{place}", draw(phrase), draw(phrase), draw(cells), ("in words",) * columns)
                for place in range(draw(st.sampled_from([0, 1, 30])))
            )
            return Matrix(tuple(f"Head {place}" for place in range(columns)), rows, ("one", "other"), 0, draw(phrase))
        case "sources":
            return SourceList(
                tuple(
                    SourceEntry(f"S{place}", draw(phrase).strip(), draw(phrase), (draw(phrase), "https://example.org/x"))
                    for place in range(3)
                )
            )
        case "table":
            columns = draw(st.integers(1, 4))
            cells = phrase | text
            rows = tuple(tuple(draw(cells) for _ in range(columns)) for _ in range(draw(st.sampled_from([0, 2, 5]))))
            rows *= draw(st.sampled_from([1, 1, 30]))
            return Table(tuple(draw(phrase) for _ in range(columns)), rows, (1 / columns,) * columns)
    return Paragraph(draw(text), name)


@st.composite
def covers(draw, sections):
    """Draw a cover whose contents name some of the sections."""
    named = [section for section in sections if draw(st.booleans())]
    contents = tuple(ContentsEntry(section, draw(phrase), draw(phrase)) for section in named)
    return Cover(draw(phrase), draw(phrase), draw(phrase), tuple(draw(metas) for _ in range(2)), draw(phrase), contents)


@st.composite
def hard_briefings(draw):
    """Draw a briefing, or an internal copy with sheets of its own."""
    notes = []
    parts = []
    for place in range(draw(st.integers(1, 4))):
        made = tuple(draw(blocks(notes, f"p{place}-{number}")) for number in range(draw(st.integers(0, 5))))
        parts.append(Part(f"s{place}", made, new_page=draw(st.booleans())))
    if draw(st.booleans()):
        parts.append(Part("annex", (ContactPanel(draw(phrase)),)))
    notes += [draw(phrase) for _ in range(draw(st.integers(0, 2)))]
    numbered = tuple(Note(number, (Run(text),)) for number, text in enumerate(notes, 1))
    briefing = small(
        paper=draw(st.sampled_from(list(Paper))),
        notes=numbered,
        parts=tuple(parts),
        endnotes_title=draw(st.sampled_from(["", "", "Notes"])),
        cover=draw(st.none() | covers([part.section for part in parts])),
        always_covered=draw(st.booleans()),
    )
    return InternalBriefing(briefing, (draw(sheets()),)) if draw(st.integers(0, 3)) == 0 else briefing


@st.composite
def sheets(draw):
    """Draw a sheet with all that only sheets have."""
    people = st.lists(st.tuples(phrase, phrase), max_size=3).map(tuple)
    return Sheet("A", (
        TitleBand("", draw(phrase), "", (draw(metas),)),
        Room(draw(phrase), tuple(RoomSide(draw(phrase), draw(people)) for _ in range(draw(st.integers(1, 3))))),
        TalkingPoints(draw(phrase), tuple(draw(st.lists(phrase, max_size=6)))),
        PrivateRemark(draw(phrase), tuple(draw(st.lists(phrase, max_size=2)))),
        Questions(tuple(LikelyQuestion(f"Q{place}", draw(phrase), draw(phrase), draw(phrase), None) for place in range(2))),
        WritingLines(draw(phrase), 4),
    ))  # fmt: skip
