"""Random briefings of all kinds of blocks for the Word writer: any text, any numbers, notes everywhere."""

from hypothesis import strategies as st

from briefing_app.domain.audience import Paper
from briefing_app.domain.briefing import (
    Ask,
    AskGroup,
    Briefing,
    ContactPanel,
    FigureStrip,
    Furniture,
    Heading,
    InternalBriefing,
    KeyFigure,
    LikelyQuestion,
    Mark,
    Matrix,
    MatrixRow,
    Meta,
    Metadata,
    Note,
    Panel,
    Paragraph,
    Part,
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
    WorkingBriefing,
    WritingLines,
)
from briefing_app.domain.fidelity.grades import Grade
from tests.strategies import dates, languages

WORDS = ("donors", "must", "not", "“act", "now.”", "l’accueil", "32\u00a0%", "[…]", "México", "–", "🙂", "e\u0301", "\u202f»", "\x0b", "\t", "\n", "مرحبا", "x" * 90)  # fmt: skip

texts = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join) | st.text(max_size=12)
names = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)
notes = st.none() | st.integers(1, 4)
runs = st.lists(st.builds(Run, texts, st.booleans(), st.none() | languages, notes), max_size=3).map(tuple)
lines = st.builds(SourceLine, texts, st.lists(texts, max_size=2).map(tuple))
numbers = st.sampled_from(["R1", "R2", "R3", "R3a", "R3b", "R5", "", "R010", "no number"])
asks = st.builds(Ask, numbers, runs, runs, lines, names)
short = st.lists(texts, max_size=4).map(tuple)
tables = st.integers(1, 5).flatmap(
    lambda width: st.builds(
        Table,
        st.tuples(*[texts] * width),
        st.lists(st.tuples(*[texts | runs] * width), max_size=3).map(tuple),
        st.tuples(*[st.floats(0.05, 1)] * width),
    )
)
matrices = st.integers(1, 9).flatmap(
    lambda width: st.builds(
        Matrix,
        st.tuples(*[texts] * width),
        st.lists(
            st.builds(MatrixRow, numbers, texts, texts, st.tuples(*[st.sampled_from(Mark)] * width), st.tuples(*[texts] * width)),
            max_size=3,
        ).map(tuple),
        st.sampled_from([(), ("",), ("Named", "through a group"), ("Named", "", "ours"), (" ", ";", "x")]),
        st.none() | st.integers(0, width - 1),
    )
)
bands = st.builds(TitleBand, texts, texts, texts, st.lists(st.builds(Meta, texts, short), max_size=6).map(tuple))
panels = st.builds(Panel, texts, runs)
headings = st.builds(Heading, st.integers(1, 2), texts)
blocks = (
    bands
    | panels
    | headings
    | tables
    | matrices
    | st.builds(AskGroup, texts, texts, st.lists(asks, max_size=4).map(tuple))
    | st.builds(
        Quotation, st.lists(runs, max_size=3).map(tuple), texts, texts, languages, st.sampled_from(Grade), names, texts, texts
    )
    | st.builds(Paragraph, runs, names)
    | st.builds(FigureStrip, texts, st.lists(st.builds(KeyFigure, texts, texts, names), max_size=6).map(tuple), lines)
    | st.builds(SourceList, st.lists(st.builds(SourceEntry, numbers, texts, texts, short), max_size=3).map(tuple))
    | st.builds(ContactPanel, texts)
)
sides = st.builds(RoomSide, texts, st.lists(st.tuples(texts, texts), max_size=3).map(tuple))
sheet_blocks = (
    bands
    | panels
    | headings
    | tables
    | matrices
    | st.builds(Room, texts, st.lists(sides, max_size=3).map(tuple))
    | st.builds(TalkingPoints, texts, short)
    | st.builds(PrivateRemark, texts, short)
    | st.builds(
        Questions, st.lists(st.builds(LikelyQuestion, numbers, texts, texts, texts, st.none() | lines), max_size=3).map(tuple)
    )
    | st.builds(WritingLines, texts, st.integers(0, 4))
)
furniture = st.builds(
    Furniture,
    texts,
    texts,
    texts,
    st.just("Page {page} of {pages}"),
    st.just("INTERNAL – not for hand-over"),
    st.just("Sheet {sheet}"),
)
parts = st.builds(Part, names, st.lists(blocks, max_size=5).map(tuple), st.booleans())


@st.composite
def briefings(draw):
    """Draw a hand-over briefing whose notes are those that it calls."""
    made = draw(
        st.builds(
            Briefing,
            st.builds(Metadata, texts, texts, languages, dates),
            st.sampled_from(Paper),
            furniture,
            st.lists(parts, max_size=4).map(tuple),
            st.just(()),
            st.sampled_from(["", "Notes"]),
        )
    )
    called = sorted(set(_calls(made.parts)))
    held = tuple(Note(number, (Run(f"Note {number}: {draw(texts)}"),)) for number in called)
    return Briefing(made.metadata, made.paper, made.furniture, made.parts, held, made.endnotes_title)


def _calls(value):
    if isinstance(value, Run) and value.note is not None:
        yield value.note
    if isinstance(value, tuple):
        for item in value:
            yield from _calls(item)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _calls(getattr(value, name))


def _without_calls(value):
    return not list(_calls(value))


sheets = st.builds(Sheet, st.sampled_from("ABC"), st.lists(sheet_blocks.filter(_without_calls), max_size=4).map(tuple))
composed = (
    briefings()
    | st.builds(WorkingBriefing, briefings())
    | st.builds(InternalBriefing, briefings(), st.lists(sheets, max_size=3).map(tuple))
)
