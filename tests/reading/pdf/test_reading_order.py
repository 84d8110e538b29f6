"""Random layouts of one to three columns come out in order: no line lost, no sentence interleaved, furniture off."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefing_app.domain.printed import Box, rectangles
from briefing_app.domain.reading import DamageKind, Reading, shown
from briefing_app.reading.pdf.reader import read_pdf
from briefing_app.reading.pdf.reading_order import ordered
from tests.reading.pdf.layouts import HEIGHT, WIDTH, WORDS, Layout, Part, Press, dice, story

HEAD, FOOT = "Yearly review of ferries", "Draft for comment"
LOOSE = Layout(columns=3, size=11.0, leading=1.15, justified=True, gutter=14.0)
"""Narrow columns of large type spread to both edges."""


def read(data: bytes) -> Reading:
    return read_pdf(data, "paper.pdf", "0" * 64)[0]


def words(text: str) -> list[str]:
    return text.replace("\u2022", "").split()


def shown_words(reading: Reading) -> list[str]:
    return [word for block in reading.blocks for word in words(shown(reading, block.span))]


layouts = st.builds(
    Layout,
    columns=st.sampled_from([1, 2, 2, 3]),
    size=st.sampled_from([9.0, 10.0, 11.0]),
    leading=st.sampled_from([1.15, 1.25, 1.4]),
    justified=st.booleans(),
    indented=st.booleans(),
    gutter=st.sampled_from([14.0, 18.0, 24.0]),
    head=st.sampled_from(["", HEAD, "{} " + HEAD]),
    foot=st.sampled_from(["", FOOT]),
    numbered=st.sampled_from(["", "{}", "Page {} of 9"]),
    hyphenated=st.booleans(),
)


def printed(layout: Layout, seed: int, parts: int, *, titled: bool) -> tuple[list[Part], bytes]:
    rng = dice(seed)
    made = story(rng, parts)
    if titled:
        made.insert(0, Part("title", " ".join(rng.choice(WORDS) for _ in range(5)).capitalize()))
    press = Press(layout, dice(seed))
    data = press.pdf(made)
    if press.page == 1:
        # One page alone cannot tell its head and foot from lines of its text.
        data = Press(replace(layout, head="", foot="", numbered="{}" if layout.numbered else ""), dice(seed)).pdf(made)
    return made, data


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(layouts, st.integers(0, 10**6), st.integers(3, 22), st.booleans())
# A sentence that ends in "a." before the next column's words; words of loosely set lines that stand below one another like cells.
@example(replace(LOOSE, indented=True), 21, 11, False)
@example(replace(LOOSE, indented=True), 6009, 4, False)
@example(replace(LOOSE, gutter=24.0), 209520, 5, False)
def test_every_word_comes_out_once_and_in_order(layout: Layout, seed: int, parts: int, titled: bool) -> None:
    made, data = printed(layout, seed, parts, titled=titled)
    reading = read(data)
    # Whether a hyphen at a line end is a word's own is a guess where the paper does not say.
    assert [word.replace("-", "") for word in shown_words(reading)] == [word for part in made for word in words(part.text)]
    assert reading.lines == tuple(sorted(reading.lines, key=lambda line: line.span))
    for line in reading.lines:
        for rectangle in rectangles(reading.lines, line.span):
            assert -1 <= rectangle.box.left < rectangle.box.right <= WIDTH + 1
            assert -1 <= rectangle.box.top < rectangle.box.bottom <= HEIGHT + 1


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_a_clean_paper_suffers_no_damage(columns: int) -> None:
    parts = [part for part in story(dice(columns), 24) if not part.text.isdigit()]
    reading = read(Press(Layout(columns=columns, head=HEAD, numbered="Page {}"), dice(1)).pdf(parts))
    assert reading.damage == ()


def test_paragraphs_that_begin_with_an_indent_come_out_whole_over_columns_and_pages() -> None:
    parts = [part for part in story(dice(5), 40) if part.kind == "paragraph" and not part.text.isdigit()]
    reading = read(Press(Layout(columns=2, indented=True, justified=True, head=HEAD, numbered="{}"), dice(1)).pdf(parts))
    assert reading.pages is not None
    assert reading.pages > 1
    assert [shown(reading, block.span) for block in reading.blocks] == [part.text for part in parts]


def test_lines_that_differ_in_their_digits_alone_are_never_taken_for_running_heads() -> None:
    parts = [Part("paragraph", f"Ferry {number} carries {number * 7} boats.") for number in range(1, 160)]
    reading = read(Press(Layout(head=HEAD, numbered="Page {}"), dice(1)).pdf(parts))
    assert shown_words(reading) == [word for part in parts for word in part.text.split()]


def test_paragraphs_that_are_nothing_but_numbers_stay() -> None:
    parts = [Part("paragraph", str(number)) for number in range(300, 400)]
    reading = read(Press(Layout(head=HEAD, numbered="{}"), dice(1)).pdf(parts))
    assert [word for word in shown_words(reading) if word.isdigit()] == [part.text for part in parts]


def test_a_word_parted_at_a_line_end_is_joined_by_a_repair_beside_the_text() -> None:
    parts = story(dice(8), 30)
    press = Press(Layout(columns=3, hyphenated=True, justified=True), dice(8))
    reading = read(press.pdf(parts))
    assert press.broken
    joined = [repair for repair in reading.repairs if repair.shown == ""]
    assert len(joined) >= len(press.broken) - 2
    assert all(repair.span.of(reading.text) == "-\n" for repair in joined)
    assert not [damage for damage in reading.damage if damage.kind is DamageKind.GARBLED]


def test_a_column_whose_title_juts_a_little_over_the_next_one_still_comes_first() -> None:
    titled, beside = Box(62, 95, 306, 700), Box(304, 128, 533, 400)
    assert ordered([beside, titled]) == [1, 0]
