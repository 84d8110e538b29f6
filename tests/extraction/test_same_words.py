"""What is found does not hang on how a file happens to spell the same words: its line ends, marks, spaces and dashes."""

import re
import textwrap

import pytest

from briefing_app.domain.excerpt import shown_words
from briefing_app.domain.reading import Block, BlockKind, Inline, InlineKind, Reading, Repair
from briefing_app.domain.span import Span
from briefing_app.extraction.entry import extract
from tests.extraction.builders import reading_of
from tests.extraction.test_constructions import cases, unmarked


def seen(text: str, language: str) -> list[tuple]:
    return found_in(reading_of(text, language))


def found_in(reading: Reading) -> list[tuple]:
    """Return what a person sees of each excerpt: kind, words, who says it, who is asked."""
    return [
        (
            excerpt.kind,
            spelled(shown_words(excerpt, reading)),
            spelled(excerpt.attribution.name or "") if excerpt.attribution else None,
            [spelled(one.words) for one in excerpt.addressees],
        )
        for excerpt in extract(reading, "document")
    ]


SPELLINGS = str.maketrans({"“": '"', "”": '"', "’": "'", "\u00a0": " ", "\u202f": " ", "–": "—"})


def spelled(words: str) -> str:
    return words.translate(SPELLINGS)


def wrapped(text: str, width: int) -> str:
    lines = (textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in text.split("\n"))
    return "\n".join(lines)


CHANGES = {
    "lines wrapped": lambda text: wrapped(text, 72),
    "narrow lines wrapped": lambda text: wrapped(text, 44),
    "straight marks": lambda text: text.replace("“", '"').replace("”", '"').replace("’", "'"),
    "no-break spaces inside angle marks": lambda text: text.replace("« ", "«\u00a0").replace(" »", "\u202f»"),
    "no-break spaces after honorifics": lambda text: re.sub(r"\b(Mr|Ms|Dr|Mme|M\.) ", "\\1\u00a0", text),
    "no-break spaces everywhere": lambda text: text.replace(" ", "\u00a0"),
    "two blanks between sentences": lambda text: text.replace(". ", ".  "),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
def test_the_same_is_found_in_the_same_words(change):
    differing = []
    for case in cases():
        language, passage = case.values
        text, _, _ = unmarked(passage)
        if change is CHANGES["straight marks"] and ("‘" in text or "O'" in text):
            continue  # a straight single mark is an apostrophe first
        before, after = seen(text, language), seen(change(text), language)
        if [tuple(map(repr, one)) for one in squeezed(before)] != [tuple(map(repr, one)) for one in squeezed(after)]:
            differing.append((case.id, before, after))
    assert differing == []


def squeezed(found: list[tuple]) -> list[tuple]:
    return [(kind, " ".join(words.split()), name, asked) for kind, words, name, asked in found]


LONG = (
    "The Harbour Trust opened a clinic in the northern valley in May, and it was full within a single week of its opening. "
    "Governments must pay on time, and we urge donors such as Canada and Mexico to keep the port open through the winter. "
    "“The road is shut, and nobody has told us when it opens again,” said Ana Silva, the director of the Harbour Trust."
)


def test_a_word_parted_at_a_lines_end_and_joined_by_its_reading_is_one_word():
    text = LONG.replace("Governments must", "Govern-\nments must").replace("northern", "north-\nern")
    repairs = tuple(Repair(Span(m.start(), m.end()), "", "hyphen", certain=True) for m in re.finditer("-\n", text))
    reading = Reading(
        "reading", "0" * 64, "pdf-1", text, "en", (Block(BlockKind.PARAGRAPH, Span(0, len(text)), number=1),), repairs=repairs
    )
    assert found_in(reading) == seen(LONG, "en")


def test_signs_that_call_notes_are_no_words():
    text = LONG.replace("time, and", "time¹, and").replace("week", "week²")
    inlines = tuple(
        Inline(InlineKind.NOTE, Span(m.start(), m.end()), Span(m.start(), m.start()), m.group()) for m in re.finditer("[¹²]", text)
    )
    reading = Reading(
        "reading", "0" * 64, "docx-1", text, "en", (Block(BlockKind.PARAGRAPH, Span(0, len(text)), number=1),), inlines
    )
    assert found_in(reading) == seen(LONG, "en")


def test_a_footnote_yields_nothing_and_a_quotation_runs_on_past_it():
    parts = [
        "Ana Silva, a nurse, said: “The road is shut.",
        "1. Governments must publish the figures, as the report of 2019 says.",
        "“We wait,” she said.",
    ]
    text = "\n\n".join(parts)
    kinds = (BlockKind.PARAGRAPH, BlockKind.FOOTNOTE, BlockKind.PARAGRAPH)
    places = [text.index(part) for part in parts]
    blocks = tuple(
        Block(kind, Span(place, place + len(part)), number=number)
        for number, (kind, place, part) in enumerate(zip(kinds, places, parts, strict=True), 1)
    )
    reading = Reading("reading", "0" * 64, "docx-1", text, "en", blocks)
    assert [(words, name) for _, words, name, _ in found_in(reading)] == [
        ('"The road is shut.', "Ana Silva"),
        ('"We wait,"', "Ana Silva"),
    ]
    assert {excerpt.turn for excerpt in extract(reading, "document")} == {1}


def test_a_cell_of_a_table_may_hold_an_ask():
    text = "Shelter\tGovernments must open forty more places before winter.\tDone by June"
    reading = Reading("reading", "0" * 64, "docx-1", text, "en", (Block(BlockKind.TABLE_ROW, Span(0, len(text)), number=1),))
    assert found_in(reading) == [
        ("recommendation", "Governments must open forty more places before winter.", None, ["Governments"])
    ]


def test_a_block_quotation_has_its_speaker_on_the_line_below():
    text = "“The road is shut and nobody has told us when it opens.”\n\n— Ana Silva, nurse"
    quote = text.index("\n")
    blocks = (
        Block(BlockKind.BLOCK_QUOTE, Span(0, quote), number=1),
        Block(BlockKind.BLOCK_QUOTE, Span(quote + 2, len(text)), number=2),
    )
    reading = Reading("reading", "0" * 64, "html-1", text, "en", blocks)
    assert [(words, name) for kind, words, name, _ in found_in(reading)] == [
        ('"The road is shut and nobody has told us when it opens."', "Ana Silva")
    ]
