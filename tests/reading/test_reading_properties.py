"""What holds for every reading of every text."""

import sys
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from types import FrameType
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from briefing_app.domain.reading import InlineKind, Reading, shown, shown_with_origins, word_count
from briefing_app.domain.span import Span
from briefing_app.errors import FileNotRead
from briefing_app.reading.entry import read_bytes
from briefing_app.reading.formats import TEXT, format_of

PIECES = [
    "\n", "\n\n", "  \n", "    ", "\t", " ", "# ", "## ", "---\n", "===\n", "- ", "* ", "1. ", "2. ", "a) ", "(i) ", "> ", "```\n", "*", "**", "_",
    "[", "](", ")", "](#)", "![", "`", "``", "\\", "<", ">", "<br>", "<!--", "-->", "http://a.example/b_c", "|", "|-|-|\n", "{#x}", "“", "”", '"',
    "‘", "’", "«", "»", "(", "]", "•", "\u00a0", "\u0093", "Ã©", "â€™", "&amp;", "word", "Capital", "7", "one, two", "end.", "lead:", "e\u0301", "\ufeff", "\x0c",
    "\u2028", "\x85", "\U0001f600", "6 June 2022", "title: x\n",
]  # fmt: skip


def is_plain(text: str) -> bool:
    """Tell whether it is no markup, which is read as what it is whatever the file's name says."""
    return format_of(text.encode(errors="replace")) is TEXT


texts = st.one_of(st.text(max_size=120), st.lists(st.sampled_from(PIECES), max_size=40).map("".join)).filter(is_plain)
names = st.sampled_from(["a.txt", "a.md"])


def read(text: str, name: str = "a.txt") -> Reading:
    try:
        return read_bytes(text.encode(), name).reading
    except (FileNotRead, UnicodeEncodeError):
        assume(False)
        raise AssertionError from None


@given(texts, names)
def test_the_text_is_the_files_own_but_for_newlines_and_nfc(text: str, name: str) -> None:
    reading = read(text, name)
    bare = text.removeprefix("\ufeff")
    assert reading.text == unicodedata.normalize("NFC", bare.replace("\r\n", "\n").replace("\r", "\n"))


@given(texts, names)
@settings(max_examples=300)
@example("[a](b) *c*\n\n- d\n  - e\n\n> f\n> g\n\nT\n===\n\n# H {#h}\n", "a.md")
@example("---\ntitle: x\n---\n\n# x\n", "a.md")
def test_blocks_are_ordered_disjoint_and_hold_their_inlines(text: str, name: str) -> None:
    reading = read(text, name)
    whole = Span(0, len(reading.text))
    assert all(whole.holds(block.span) and len(block.span) for block in reading.blocks)
    assert all(one.span.end <= other.span.start for one, other in pairwise(reading.blocks))
    for inline in reading.inlines:
        assert sum(block.span.holds(inline.span) for block in reading.blocks) == 1
    assert [inline.span.start for inline in reading.inlines] == sorted(inline.span.start for inline in reading.inlines)
    outside = set(range(len(reading.text))) - {
        place for block in reading.blocks for place in range(block.span.start, block.span.end)
    }
    assert not any(reading.text[place].strip() for place in outside)


@given(texts, names)
@settings(max_examples=300)
@example(">\u2028*", "a.md")
@example("`\u2028`", "a.md")
def test_inlines_nest_or_lie_apart(text: str, name: str) -> None:
    visible = [inline.span for inline in read(text, name).inlines if inline.kind is not InlineKind.MARKER]
    for one in visible:
        assert all(one.holds(other) or other.holds(one) or not one.meets(other) for other in visible)


@given(texts, names)
@settings(max_examples=300)
def test_numbers_count_up_without_gaps_and_damage_and_repairs_lie_in_the_text(text: str, name: str) -> None:
    reading = read(text, name)
    numbers = [block.number for block in reading.blocks if block.number]
    assert numbers == list(range(1, len(numbers) + 1))
    whole = Span(0, len(reading.text))
    assert all(whole.holds(damage.span) and len(damage.span) for damage in reading.damage)
    assert all(whole.holds(repair.span) for repair in reading.repairs)
    assert all(one.span.end <= other.span.start for one, other in pairwise(reading.repairs))


@given(texts, names)
@settings(max_examples=300)
def test_what_is_shown_of_a_block_comes_from_the_text_in_order(text: str, name: str) -> None:
    reading = read(text, name)
    for block in reading.blocks:
        view = shown_with_origins(reading, block.span)
        assert len(view.text) == len(view.origins)
        assert all(one <= other for one, other in pairwise(view.origins))
        assert all(block.span.start <= origin < block.span.end for origin in view.origins)
        mended = {place for repair in reading.repairs for place in range(repair.span.start, repair.span.end)}
        for sign, origin in zip(view.text, view.origins, strict=True):
            assert origin in mended or sign == reading.text[origin] or (sign.isspace() and reading.text[origin].isspace())
        for inline in reading.inlines:
            for mark in inline.marks():
                assert not set(view.origins) & (set(range(mark.start, mark.end)) - mended)


@given(texts)
def test_words_are_counted_as_a_person_sees_them(text: str) -> None:
    assert word_count(read(text)) >= 0


def test_a_joined_word_is_one_and_a_link_target_none() -> None:
    reading = read("See the [policy paper](https://a.example/b/c): asylum-seekers, people’s rights, 2,000 of them.")
    assert word_count(reading) == 10
    assert "example" not in shown(reading, Span(0, len(reading.text)))


HARD: dict[str, Callable[[int], str]] = {
    "open brackets": lambda n: "[a](b) " + "[" * n,
    "targets never closed": lambda n: "[a](b) " + "[a](" * n,
    "nested links": lambda n: "[" * n + "[a](b)" + "](c)" * n,
    "links after open brackets": lambda n: "[" * n + "[a](b)" * n,
    "images": lambda n: "![a](b)" * n,
    "stars": lambda n: "[a](b) " + "*" * n + "a" + "*" * n,
    "starred words": lambda n: "[a](b) " + "*a **b " * n,
    "mixed runs": lambda n: "[a](b) " + "*a _b " * n + "c* d_ " * n,
    "backticks": lambda n: "[a](b) " + "".join("`" * (k % 50) + " a " for k in range(n)),
    "fences": lambda n: "[a](b)\n\n" + "```a\n" * n,
    "quote marks": lambda n: "> " * n + "a",
    "list items": lambda n: "- a\n" * n,
    "numbers": lambda n: "".join(f"{k % 997}. a\n\n" for k in range(n)),
    "unlike numbers": lambda n: "5. a\n\n9. b\n\n" * n,
    "blanks": lambda n: "a|b\n" + " " * n + "x\n\n# a" + " " * n + "b",
    "braces": lambda n: "[a](b)\n\n# a " + "{#" * n,
    "dashes": lambda n: "a\n" + "- " * n + "x",
    "open quotations": lambda n: "“a\n\n" * n,
    "stray closings": lambda n: "a” b) c]\n\n" * n,
    "open parentheses": lambda n: "(" * n + "]" * n,
    "mojibake": lambda n: "Ã¯Â\x82Â·" * n + "Ã" * n,
    "one long word": lambda n: "a" * n + "@" + "b" * n,
    "one long line": lambda n: "word " * n,
    "small paragraphs": lambda n: "and so it goes on without an end\n\n" * n,
    "addresses": lambda n: "http://a.b/(" * n,
    "tags": lambda n: "[a](b) " + "<a " * n,
    "references": lambda n: "&" * n + "&amp" * n,
    "dates": lambda n: "6 June " * n + "2022",
}


@pytest.mark.parametrize("case", HARD)
def test_twice_the_text_takes_about_twice_the_work(case: str) -> None:
    read("warm up. [a](b)")  # what is cached once is no work of the texts compared
    small, large = (_work(HARD[case](size)) for size in (400, 800))
    assert large < 2.6 * small + 2000


def _work(text: str) -> int:
    """Return how many lines of our own are run to read a text; the patterns have no nested repeats to add to it."""
    lines = 0

    def traced(frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal lines
        lines += event == "line"
        return traced

    before = sys.gettrace()
    sys.settrace(traced)
    try:
        read_bytes(text.encode(), "a.txt")
    finally:
        sys.settrace(before)
    return lines
