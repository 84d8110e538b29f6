"""Blocks: what Markdown marks, and what plain text means by the same signs."""

import pytest

from briefing_app.domain.reading import BlockKind, InlineKind, Reading, shown
from briefing_app.reading.entry import read_bytes

TEXT = "The ministers met in the capital and agreed on a framework for the region, which donors must fund."


def read(text: str, name: str = "a.txt") -> Reading:
    return read_bytes(text.encode(), name).reading


def outline(text: str, name: str = "a.txt") -> list[tuple[str, int, int, str]]:
    reading = read(text, name)
    return [(block.kind.value, block.level, block.number, shown(reading, block.span)) for block in reading.blocks]


def kinds(text: str, name: str = "a.txt") -> list[str]:
    return [kind for kind, *_ in outline(text, name)]


def test_markdown_headings_paragraphs_and_rules() -> None:
    text = f"# One\n\n{TEXT}\n\n## Two ##\n\n{TEXT}\nsecond line\n\n***\n\nThree\n=====\n\nFour {{#four .x}}\n----\n"
    assert outline(text, "a.md") == [
        ("heading", 1, 0, "One"),
        ("paragraph", 0, 1, TEXT),
        ("heading", 2, 0, "Two"),
        ("paragraph", 0, 2, f"{TEXT} second line"),
        ("rule", 0, 0, ""),
        ("heading", 1, 0, "Three"),
        ("heading", 2, 0, "Four"),
    ]


LONG = f"{TEXT} They meet again in the spring, when the reports of the four provinces are in and the budget of the year is known."


def test_where_lines_are_not_broken_for_their_width_each_is_a_paragraph() -> None:
    text = (
        f"Ministers agree on a framework\n{LONG}\n“{LONG}”\nThe Minister of Health of the Union, and she alone,\nsigned. {LONG}\n"
    )
    text += f"The Minister said:\n“{LONG}”\n"
    assert [words for *_, words in outline(text)] == [
        "Ministers agree on a framework",
        LONG,
        f"“{LONG}”",
        f"The Minister of Health of the Union, and she alone, signed. {LONG}",
        f"The Minister said: “{LONG}”",
    ]


def test_long_lines_that_are_broken_amid_a_sentence_stay_one_paragraph() -> None:
    line = "the framework that the ministers of the four provinces of the Union agreed on and that the United "
    text = f"{line * 2}".strip() + f"\nNations will fund, {line * 2}".rstrip()
    assert kinds(text) == ["paragraph"]
    assert len(kinds(f"{text.splitlines()[0]}.\nNations fund it.")) == 2


def test_paths_hold_the_headings_above_outermost_first_but_not_the_title() -> None:
    reading = read(f"# Title\n\n## A\n\n{TEXT}\n\n### B\n\n{TEXT}\n\n## C\n\n{TEXT}\n", "a.md")
    assert [block.path for block in reading.blocks if block.number] == [("A",), ("A", "B"), ("C",)]
    assert [block.path for block in reading.blocks if block.kind is BlockKind.HEADING] == [(), (), ("A",), ()]


def test_lists_nest_run_over_lines_and_are_counted() -> None:
    text = "We ask donors to:\n\n- fund the plan\n  over three years;\n- share\n  - costs;\n  - data;\n\n1. first\n2. second\n"
    assert outline(text, "a.md") == [
        ("paragraph", 0, 1, "We ask donors to:"),
        ("list item", 1, 2, "fund the plan over three years;"),
        ("list item", 1, 3, "share"),
        ("list item", 2, 4, "costs;"),
        ("list item", 2, 5, "data;"),
        ("list item", 1, 6, "first"),
        ("list item", 1, 7, "second"),
    ]


def test_block_quotes_code_and_tables() -> None:
    text = "> said\n> twice\n\n```\n*raw*\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    assert outline(text, "a.md") == [
        ("block quote", 1, 1, "said twice"),
        ("paragraph", 0, 2, "*raw*"),
        ("table row", 0, 0, "a | b"),
        ("rule", 0, 0, ""),
        ("table row", 0, 0, "1 | 2"),
    ]


def test_front_matter_is_not_shown() -> None:
    assert outline(f"---\ntitle: One\ntags:\n  - two\n---\n\n{TEXT}\n", "a.md") == [("rule", 0, 0, ""), ("paragraph", 0, 1, TEXT)]


@pytest.mark.parametrize(
    "text",
    [
        f"{TEXT}\n* Figures as of June.\n",
        f"{TEXT}\n\n* Figures as of June.\n",
        f"{TEXT}\n\n1. That was the year.\n",
        f"It was in the year\n2021. {TEXT}\n",
        f"{TEXT}\n- mostly children -\nfled.\n",
        f"{TEXT} *\n\n{TEXT} **\n",
        f"—{TEXT}\n\n—{TEXT}\n",
    ],
)
def test_plain_text_keeps_its_footnote_stars_years_and_dashes(text: str) -> None:
    reading = read(text)
    assert {block.kind for block in reading.blocks} == {BlockKind.PARAGRAPH}
    assert reading.inlines == ()


def test_a_line_of_dashes_under_plain_running_text_is_no_heading() -> None:
    assert kinds(f"{TEXT}\n-----\n\n{TEXT}\n") == ["paragraph", "rule", "paragraph"]
    assert kinds(f"Our asks\n--------\n\n{TEXT}\n") == ["heading", "paragraph"]


def test_numbered_sections_are_headings_and_numbered_paragraphs_keep_their_numbers() -> None:
    sections = outline(f"{TEXT}\n\n1. Introduction\n\n{TEXT}\n\n2. Our asks\n\n{TEXT}\n")
    assert [(kind, words) for kind, _, _, words in sections if kind == "heading"] == [
        ("heading", "1. Introduction"),
        ("heading", "2. Our asks"),
    ]
    long = " ".join([TEXT] * 5)
    paragraphs = outline(f"12. {long}\n\n13. {long}\n")
    assert [(kind, words[:4]) for kind, _, _, words in paragraphs] == [("paragraph", "12. "), ("paragraph", "13. ")]


@pytest.mark.parametrize(
    ("one", "two"), [("•", "•"), ("-", "-"), ("–", "–"), ("1.", "2."), ("a)", "b)"), ("(i)", "(ii)"), ("(3)", "(4)")]
)
def test_plain_lists_are_known_by_their_company(one: str, two: str) -> None:
    text = f"We ask donors to:\n\n{one} fund the plan;\n\n{two} share the data.\n"
    assert [(kind, words) for kind, _, _, words in outline(text)] == [
        ("paragraph", "We ask donors to:"),
        ("list item", "fund the plan;"),
        ("list item", "share the data."),
    ]


def test_mojibake_bullets_open_items_and_are_not_shown() -> None:
    bullet = "\uf0b7".encode().decode("cp1252", "replace").replace("\ufffd", "\x82")
    assert [(kind, words) for kind, _, _, words in outline(f"We ask for:\n\n{bullet} one\n\n{bullet} two\n")][1:] == [
        ("list item", "one"),
        ("list item", "two"),
    ]


def test_the_head_of_a_plain_statement_is_not_counted_and_its_short_lines_become_headings() -> None:
    text = (
        f"Media release\n\n6 June 2022\n\nMinisters must act\n\n{TEXT}\n\nBackground\n\n{TEXT}\n\n2/3\n\n{TEXT}\n\nJulia Pascual\n"
    )
    assert [(kind, number) for kind, _, number, _ in outline(text)] == [
        ("paragraph", 0), ("paragraph", 0), ("heading", 0), ("paragraph", 1), ("heading", 0), ("paragraph", 2), ("paragraph", 0),
        ("paragraph", 3), ("paragraph", 4),
    ]  # fmt: skip
    assert read(text).blocks[5].path == ("Background",)


def test_a_text_of_one_line_has_no_head() -> None:
    assert outline("All parties must let the convoys through") == [("paragraph", 0, 1, "All parties must let the convoys through")]


def test_notes_of_markdown_are_tied_to_their_calls() -> None:
    text = "The road is closed,[^1] they say.[^gone]\n\nIt was open before.\n\n[^1]: Seen in *March*.\n"
    reading = read_bytes(text.encode(), "roads.md").reading
    assert [(block.kind, block.label) for block in reading.blocks][-1] == (BlockKind.FOOTNOTE, "1")
    assert [shown(reading, block.span) for block in reading.blocks] == [
        "The road is closed, they say.[^gone]",
        "It was open before.",
        "Seen in March.",
    ]
    assert [one.target for one in reading.inlines if one.kind is InlineKind.NOTE] == ["1"]
