"""An excerpt's original is a slice of its reading, always."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.excerpt import NEIGHBOURS, Attribution, Excerpt, ExcerptKind, new_id, original, reanchored, suggestion_key
from briefing_app.domain.span import Span
from tests.builders import reading
from tests.domain.texts import passages, spans

OLD = reading("One. Two. Three. One.", id="old")


def placed(of, span):
    return Excerpt("e", "d", of.id, span, ExcerptKind.CONTEXT)


@given(passages(), st.data())
def test_the_original_is_the_slice_of_the_reading(text, data):
    span = data.draw(spans(text))
    assert original(placed(reading(text), span), reading(text)) == text[span.start : span.end]


def test_an_excerpt_is_never_read_from_another_reading_or_past_the_end():
    with pytest.raises(ValueError, match="points to old"):
        original(placed(OLD, Span(0, 3)), reading(OLD.text, id="new"))
    with pytest.raises(ValueError, match="in a text of"):
        original(placed(OLD, Span(0, 99)), OLD)


@given(passages(), st.data(), passages(), passages(), passages())
def test_in_a_new_reading_an_excerpt_stands_at_the_same_words_once_or_nowhere(text, data, before, after, inside):
    span = data.draw(spans(text, least=1))
    cut = data.draw(st.integers(0, len(text)))
    new_text = data.draw(st.sampled_from([before + text + after, text[:cut] + inside + text[cut:], text + text, before]))
    found = reanchored(placed(reading(text), span), reading(text), reading(new_text, id="new"))
    if found:
        near = slice(max(0, span.start - NEIGHBOURS), span.end + NEIGHBOURS)
        assert found.of(new_text) == span.of(text)
        assert new_text.count(text[near]) == 1
    elif new_text == before + text + after:
        assert (
            sum(
                new_text.startswith(text[max(0, span.start - NEIGHBOURS) : span.end + NEIGHBOURS], at)
                for at in range(len(new_text))
            )
            > 1
        )


def test_words_that_stand_in_a_new_reading_twice_are_left_to_a_person():
    old = reading("Act now.", id="old")
    assert reanchored(placed(old, Span(0, 8)), old, reading("Act now. Act now.", id="new")) is None


def test_words_whose_neighbours_differ_are_left_to_a_person():
    old = reading("We will not. Act now. Go.", id="old")
    assert reanchored(placed(old, Span(13, 21)), old, reading("We will. Act now. Go.", id="new")) is None


@given(passages(least=2))
def test_a_new_reading_of_the_same_text_moves_nothing(text):
    span = Span(0, len(text))
    assert reanchored(placed(reading(text), span), reading(text), reading(text, id="new")) == span


def test_identifiers_are_random_and_suggestion_keys_are_not():
    assert len({new_id() for _ in range(200)}) == 200
    keys = {suggestion_key(file, "r", kind, Span(0, end)) for file in "ab" for kind in ExcerptKind for end in (1, 2)}
    assert len(keys) == 12
    assert suggestion_key("a", "r", ExcerptKind.QUOTE, Span(0, 1)) in keys


@given(st.floats(allow_nan=True))
def test_a_confidence_is_between_0_and_1(value):
    excerpt = placed(OLD, Span(0, 1))
    if 0 <= value <= 1:
        assert dataclasses.replace(excerpt, confidence=value).confidence == value
    else:
        with pytest.raises(ValueError, match="confidence"):
            dataclasses.replace(excerpt, confidence=value)


def test_an_excerpt_of_nothing_moves_nowhere():
    assert reanchored(placed(OLD, Span(3, 3)), OLD, OLD) is None


@pytest.mark.parametrize(
    ("said", "speaker", "line"),
    [
        (Attribution("Ana Torres", "director", "Harbour Relief"), "Ana Torres", ("Ana Torres", "director, Harbour Relief")),
        (Attribution("Ana Torres"), "Ana Torres", ("Ana Torres", "")),
        (Attribution("ana t.", None, "Harbour Relief"), "ana t.", ("ana t.", "Harbour Relief")),
        (Attribution(organisation="Harbour Relief"), "Harbour Relief", ("Harbour Relief", "")),
        (Attribution(role="spokesperson", organisation="Harbour Relief"), None, ("Spokesperson", "Harbour Relief")),
        (Attribution(role="a nurse"), None, ("A nurse", "")),
        (Attribution(), None, ("", "")),
    ],
)
def test_below_words_stands_the_name_or_else_the_role_or_else_the_organisation(said, speaker, line):
    assert (said.speaker, said.line) == (speaker, line)
