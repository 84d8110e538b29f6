"""The two sample documents: what a reader makes of a clean statement and of a paper that extraction hurt."""

import pytest

from briefing_app.domain.reading import BlockKind, DamageKind, Reading, locate, shown
from briefing_app.domain.source import Basis
from briefing_app.domain.span import Span
from briefing_app.paths import resource
from briefing_app.reading.entry import ReadFile, read_bytes, read_file

STATEMENT = "000_e0eed8d74693ed83.txt"
PAPER = "002_bad612b76351d99b.txt"


@pytest.fixture(scope="module")
def statement() -> ReadFile:
    return read_file(resource("documents", STATEMENT))


@pytest.fixture(scope="module")
def paper() -> ReadFile:
    return read_file(resource("documents", PAPER))


def number_of(reading: Reading, words: str) -> int:
    start = reading.text.index(words)
    return locate(reading, Span(start, start + len(words))).first


def damage_in(reading: Reading, words: str) -> set[DamageKind]:
    block = reading.block_at(reading.text.index(words))
    assert block is not None
    return {damage.kind for damage in reading.damage_in(block.span)}


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("After the 2023", 1),
        ("Julio Rank Wright", 2),
        ("“The North American", 2),
        ("“The IRC outlined", 3),
        ("“Meeting the resource", 4),
        ("“While addressing", 5),
    ],
)
def test_the_statements_paragraphs_are_counted_as_a_person_counts_them(statement: ReadFile, words: str, number: int) -> None:
    assert number_of(statement.reading, words) == number


def test_the_statement_is_whole(statement: ReadFile) -> None:
    assert statement.reading.damage == ()
    assert statement.reading.repairs == ()
    assert statement.reading.language == "en"
    assert {block.kind for block in statement.reading.blocks} == {BlockKind.PARAGRAPH}


def test_a_date_in_running_text_is_not_the_statements_date() -> None:
    data = resource("documents", STATEMENT).read_bytes()
    assert read_bytes(data, STATEMENT).card.date is None


def test_the_papers_own_words_give_its_title_subtitle_and_date() -> None:
    card = read_bytes(resource("documents", PAPER).read_bytes(), PAPER).card
    assert card.title is not None
    assert card.short_title is not None
    assert card.date is not None
    assert card.title.value == (
        "A Fractured Response: Policy Recommendations to Strengthen Regional Collaboration on Migration in the Americas"
    )
    assert (card.short_title.value, card.title.basis) == ("A Fractured Response", Basis.STATED)
    assert (card.date.value.iso(), card.date.basis) == ("2022-06-06", Basis.STATED)


def test_the_cards_beside_the_documents_win(statement: ReadFile, paper: ReadFile) -> None:
    for read, date in ((statement, "2023-01"), (paper, "2022-06-06")):
        assert read.card.publisher is not None
        assert read.card.date is not None
        assert (read.card.publisher.basis, read.card.date.value.iso()) == (Basis.FROM_FILE, date)


def test_the_papers_locators_count_from_its_first_paragraph_and_leave_its_title_out(paper: ReadFile) -> None:
    reading = paper.reading
    assert [(block.kind, shown(reading, block.span)) for block in reading.blocks if block.kind is BlockKind.HEADING] == [
        (BlockKind.HEADING, "A Fractured Response"),
        (BlockKind.HEADING, "Introduction"),
    ]
    assert number_of(reading, "Colombia, which hosts") == 3
    assert number_of(reading, "Simultaneously, the") == 6
    assert number_of(reading, "6 June 2022") == 0
    assert {block.path for block in reading.blocks if block.number} == {("Introduction",)}


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Throughout Latin America", {DamageKind.GARBLED, DamageKind.CUT_AT_END}),
        ("The IRC operates across", {DamageKind.CUT_AT_END}),
        ("Colombia, which hosts", {DamageKind.DEAD_LINK}),
        ("[R4V](#)", {DamageKind.DEAD_LINK, DamageKind.UNBALANCED, DamageKind.CUT_AT_END}),
        ("government or -society", {DamageKind.CUT_AT_START}),
        ("Simultaneously, the", {DamageKind.DEAD_LINK}),
        ("The political and economic", {DamageKind.CUT_AT_END}),
    ],
)
def test_every_hurt_paragraph_of_the_paper_is_flagged_for_what_hurt_it(paper: ReadFile, words: str, kinds: set[DamageKind]) -> None:
    assert damage_in(paper.reading, words) == kinds


def test_the_papers_links_and_emphasis_are_not_shown(paper: ReadFile) -> None:
    whole = shown(paper.reading, Span(0, len(paper.reading.text)))
    assert "approximately 32% of displaced Venezuelans" in whole
    assert not set("#*") & set(whole)
