"""A text is cut between whole words and whole sentences, or it is said that it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.fidelity.cuts import between_words, ends_sentence, starts_sentence, whole_words
from briefing_app.domain.span import Span
from tests.domain.texts import passages, spans


@pytest.mark.parametrize(
    "text",
    ["cannot", "can’t", "can't", "non-refugees", "multi‑year", "2.5", "10,000", "32%", "32 %", "32\u202f%", "$5", "U.S", "n’est", "aujourd’hui", "can\u00adnot",
     "Canada’s", "COVID-19", "2020-2023", "e\u0301te\u0301", "and/or", "n'a"],
)  # fmt: skip
def test_no_cut_falls_inside_what_is_one_word(text):
    assert [place for place in range(len(text) + 1) if between_words(f"a {text} b", place + 2)] == [0, len(text)]


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [("l’asile", "l’", "asile"), ("qu’il", "qu’", "il"), ("jusqu’à", "jusqu’", "à"), ("turmoil—three", "turmoil", "—three"), ("“We", "“", "We"), ("go.”", "go", ".”"), ("_We", "_", "We"), ("(some", "(", "some")],
)  # fmt: skip
def test_a_cut_may_fall_between_an_elided_article_and_its_word_and_beside_marks(text, left, right):
    assert left + right == text
    assert between_words(text, len(left))


@given(passages(), st.data())
def test_whole_words_hold_the_chosen_span_and_are_cut_nowhere_inside_a_word(text, data):
    span = data.draw(spans(text))
    whole = whole_words(text, span)
    assert between_words(text, whole.start)
    assert between_words(text, whole.end)
    if len(span):
        assert whole.holds(span)
        assert whole_words(text, whole) == whole
    else:
        assert whole.start <= span.start
        assert not len(whole)


ENDS = [
    "We go.| Then we stay.", "We go.” |Then we stay.", "We go.|” Then", "Go!| We", "Why?| ¿Qué", "We stay…| They go.", "**We go.**| Then", "[We go.](#)| Then",
    "They said no.| We left.", "The end.|", "We go to the U.S.|\n\nThen", "Nous partons.\u202f»| Puis", "(We go.)| Then", "Vámonos.| ¡Ya!", "We go.\n\n|and more",
]  # fmt: skip
GOES_ON = [
    "at the U.S.| Southern border", "Mr.| Smith went", "met J.| Smith", "asked, e.g.| Canada", "irc.|org is", "grew 2.|5 points", "See No.| 42 of it", "on Jan.| 9 they", "los EE. UU.| La otra",
    "la Sra.| Ruiz fue", "M.| Dupont est", "He said “No!”| to them", "We go.| and stay", "We go,| Then", "We| go. Then", "the art.| 3 says", "|", "“|We go.", "Leaders …| must",
]  # fmt: skip


@pytest.mark.parametrize("marked", ENDS)
def test_a_sentence_ends_after_its_stop(marked):
    assert ends_sentence(marked.replace("|", ""), marked.index("|"))


@pytest.mark.parametrize("marked", GOES_ON)
def test_a_stop_after_an_abbreviation_or_before_a_small_letter_ends_no_sentence(marked):
    assert not ends_sentence(marked.replace("|", ""), marked.index("|"))


@pytest.mark.parametrize(
    "marked",
    [
        "|We go.",
        "We go. |Then",
        "We go. “|Then",
        "We go.” |“Then",
        "“|We go.",
        "Go. **|We** stay",
        "¿Qué? ¡|Nada!",
        "We go. |32% stay",
    ],
)
def test_a_sentence_starts_after_a_stop_with_or_before_its_opening_marks(marked):
    assert starts_sentence(marked.replace("|", ""), marked.index("|"))


@pytest.mark.parametrize(
    "marked", ["|we go.", "We do |Southern", "the U.S. |Southern border", "We go. |and stay", "Gov. |Ruiz", "We go.|", "Vd. |Sabe"]
)
def test_no_sentence_starts_at_a_small_letter_or_after_an_abbreviation(marked):
    text, place = marked.replace("|", ""), marked.index("|")
    assert not starts_sentence(text, place) or place == len(text)


@given(passages(), st.data())
def test_a_passage_starts_a_sentence_at_its_floor_unless_it_starts_small(text, data):
    place = data.draw(st.integers(0, len(text)))
    first = next((letter for letter in text[place : place + 80] if letter.isalnum()), "")
    assert starts_sentence(text, place, place) == (not first.islower())


def test_whole_words_of_nothing_stand_at_the_start_of_the_word():
    assert whole_words("we cannot", Span(6, 6)) == Span(3, 3)
