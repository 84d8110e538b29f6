"""Spans are an algebra of code points."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.span import Span, covered, stripped

spans = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(sorted).map(lambda pair: Span(*pair))


def points(span):
    return set(range(span.start, span.end))


@given(spans, spans)
def test_two_spans_meet_exactly_where_they_share_a_code_point(one, other):
    assert one.meets(other) == bool(points(one) & points(other))
    common = one.common(other)
    assert (points(common) if common else set()) == points(one) & points(other)
    assert one.common(other) == other.common(one)


@given(spans, spans)
def test_a_span_holds_another_when_its_border_lies_nowhere_outside(one, other):
    assert one.holds(other) == (one.start <= other.start and other.end <= one.end)
    if one.holds(other):
        assert points(other) <= points(one)


@given(st.lists(spans, max_size=6))
def test_covered_spans_are_in_order_apart_and_of_the_same_code_points(given_spans):
    merged = covered(given_spans)
    assert set().union(*map(points, merged)) == set().union(*map(points, given_spans))
    assert all(one.end < following.start for one, following in pairwise(merged))


@given(st.text(alphabet="ab \n\u00a0", max_size=12), st.data())
def test_stripping_a_span_strips_its_words_and_stays_inside(text, data):
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    span = Span(start, end)
    bare = stripped(text, span)
    assert span.holds(bare)
    assert bare.of(text) == span.of(text).strip()
    if not len(bare):
        assert bare.start == span.start


@given(st.integers(-3, 3), st.integers(-3, 3))
def test_a_span_never_begins_before_its_text_or_ends_before_it_begins(start, end):
    if 0 <= start <= end:
        assert len(Span(start, end)) == end - start
        assert Span(start, end)
    else:
        with pytest.raises(ValueError, match="not a span"):
            Span(start, end)


def test_a_span_past_the_end_of_a_text_is_refused_not_clipped():
    with pytest.raises(ValueError, match="text of 3"):
        Span(1, 4).of("abc")
