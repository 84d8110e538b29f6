from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.printed import Box, PrintedLine, rectangles
from briefing_app.domain.span import Span

FIRST = PrintedLine(Span(0, 11), 1, Box(72, 100, 182, 112), ((0, 72), (6, 140)))
SECOND = PrintedLine(Span(12, 20), 2, Box(72, 80, 152, 92), ((12, 72),))


def test_a_word_begins_where_the_page_says():
    (only,) = rectangles((FIRST, SECOND), Span(6, 11))
    assert (only.page, only.box) == (1, Box(140, 100, 182, 112))


def test_within_a_word_its_letters_are_taken_to_be_of_one_width():
    (only,) = rectangles((FIRST, SECOND), Span(12, 16))
    assert only.box == Box(72, 80, 112, 92)


def test_a_passage_over_two_lines_has_a_rectangle_on_each():
    assert [(r.page, r.box.left, r.box.right) for r in rectangles((FIRST, SECOND), Span(6, 16))] == [(1, 140, 182), (2, 72, 112)]


def test_a_passage_on_no_line_has_none():
    assert rectangles((FIRST, SECOND), Span(11, 12)) == ()


@given(st.integers(0, 20), st.integers(0, 20))
def test_rectangles_lie_within_their_lines(one, other):
    lines = {1: FIRST, 2: SECOND}
    for rectangle in rectangles((FIRST, SECOND), Span(min(one, other), max(one, other))):
        box = lines[rectangle.page].box
        assert box.left <= rectangle.box.left <= rectangle.box.right <= box.right
