"""A mark may not turn the meaning: what could is found, and somebody answers for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.fidelity.edits import insert, leave_out
from briefing_app.domain.fidelity.folding import folded
from briefing_app.domain.fidelity.turning import TURNING_WORDS, Turn, turning_words, turnings
from briefing_app.domain.span import Span

TABLE = [(language, turn, word) for language, table in TURNING_WORDS.items() for turn, words in table.items() for word in words]
FRAMES = {"en": "They {} go to shore.", "es": "Ellas {} van lejos.", "fr": "Elles {} vont loin."}
SOUNDS = {"n't": "do{}", "n'": "{}ont", "qu'": "n'ont {}elles"}


def left_out(text, words, language="en"):
    start = text.index(words)
    span = Span(0, len(text))
    return turnings(text, span, leave_out(span, (), Span(start, start + len(words)), text), language)


def sentence(language, word):
    before = "n'ont " if word == "que" else ""
    return FRAMES[language].format(before + SOUNDS.get(word, "{}").format(word))


@pytest.mark.parametrize(("language", "turn", "word"), TABLE, ids=[f"{language}-{word}" for language, _, word in TABLE])
def test_each_word_of_the_table_left_out_inside_a_sentence_is_reported(language, turn, word):
    text = sentence(language, word)
    for typed in (text, text.replace("'", "’")):
        found = left_out(typed, typed[typed.index(" ") : typed.rindex(" ")], language)
        assert turn in {turning.turn for turning in found}
        assert any(folded(turning.word).lower() == folded(turning.span.of(typed)).lower() for turning in found)


@pytest.mark.parametrize(("language", "turn", "word"), TABLE, ids=[f"{language}-{word}" for language, _, word in TABLE])
def test_entries_of_the_table_are_lower_case_folded_and_found_as_themselves(language, turn, word):
    assert folded(word).lower() == word
    found = {(kind, folded(said).lower()) for kind, said, _ in turning_words(sentence(language, word), language)}
    assert (turn, "don't" if word == "n't" else word) in found


@pytest.mark.parametrize("word", ["don’t", "can’t", "won't", "cannot", "CANNOT", "isn’t", "couldn\u2019t", "can\u00adnot"])
def test_negations_joined_to_their_verb_are_reported_however_they_are_typed(word):
    assert Turn.NEGATION in {turning.turn for turning in left_out(f"We {word} go to shore.", word)}


@pytest.mark.parametrize("half", ["’t", "n’t", "can"])
def test_half_a_negation_counts_as_the_whole(half):
    assert Turn.NEGATION in {turning.turn for turning in left_out("We can’t go to shore.", half)}


def test_half_an_expression_counts_as_the_whole():
    assert [turning.word for turning in left_out("They have to leave at least twice.", "least")] == ["at least"]
    assert [turning.word for turning in left_out("They have to leave.", "to leave")] == ["have to"]


@pytest.mark.parametrize("figure", ["32%", "32 %", "1,000", "2.5", "7", "2022"])
def test_figures_are_reported(figure):
    found = left_out(f"People, {figure} of them, left.", f"{figure} of them,")
    assert [(turning.turn, turning.word) for turning in found] == [(Turn.NUMBER, figure)]


def test_french_que_restricts_after_ne_alone():
    assert [turning.word for turning in left_out("Elles n’ont qu’un abri.", "qu’un abri", "fr")] == ["qu’"]
    assert left_out("On sait que le port est loin.", "que le port", "fr") == ()


def test_a_reflexive_verb_is_no_condition_and_s_il_is_one():
    assert left_out("Le port s’est agrandi alors.", "s’est agrandi", "fr") == ()
    assert [turning.turn for turning in left_out("Elle vient s’il pleut alors.", "s’il pleut", "fr")] == [Turn.CONDITION]


@given(st.sampled_from([word for language, _, word in TABLE if language == "en" and word.isalpha()]), st.booleans())
def test_whole_sentences_left_out_turn_nothing_inside_one(word, first):
    aside = f"It is {word} so."
    text = f"{aside} We sail home. They sail home." if first else f"We sail home. {aside} They sail home."
    assert left_out(text, aside) == ()


@given(st.sampled_from([word for language, _, word in TABLE if language == "en" and word.isalpha()]))
def test_a_cut_that_leaves_such_a_word_just_outside_is_reported(word):
    text = f"It sails {word}, we hear, home. They stay."
    span = Span(text.index("home"), len(text))
    assert word in {turning.word for turning in turnings(text, span, (), "en")}
    text = f"They stay. It sails home, {word} it rains."
    span = Span(0, text.index(","))
    assert word in {turning.word for turning in turnings(text, span, (), "en")}


def test_a_word_of_the_sentence_before_or_after_is_not_just_outside():
    text = "They do not stay. We sail home. They must leave."
    assert turnings(text, Span(text.index("We"), text.index(" They must")), (), "en") == ()


def test_a_stop_after_an_abbreviation_does_not_hide_what_is_just_outside():
    text = "We sail to the U.S. Southern shore, but not now."
    assert [turning.word for turning in turnings(text, Span(0, text.index("Southern")), (), "en")] == ["but", "not"]


def test_an_abbreviation_does_not_make_a_whole_sentence_of_a_part():
    text = "In the U.S. Southern states do not agree. We sail."
    assert [turning.word for turning in left_out(text, "Southern states do not agree.")] == ["not"]


def test_a_quotation_closed_by_its_mark_is_whole_whatever_the_report_says_after():
    text = "“We sail home.” said Ruiz, who must not stay."
    assert turnings(text, Span(0, text.index(" said")), (), "en") == ()


def test_an_insertion_is_reported_without_a_place():
    text = "They agree."
    span = Span(0, len(text))
    found = turnings(text, span, insert(span, (), 5, "do not", text), "en")
    assert [(turning.turn, turning.word, turning.span) for turning in found] == [(Turn.NEGATION, "not", None)]


def test_nothing_left_out_turns_nothing():
    text = "They do not agree. We must."
    assert turnings(text, Span(0, len(text)), (), "en") == ()


def test_an_unknown_language_is_searched_by_all_tables():
    assert {kind for kind, _, _ in turning_words("no pas nunca", None)} == {Turn.NEGATION}
    assert [word for _, word, _ in turning_words("They do not", "de")] == ["not"]


def test_a_languages_table_serves_its_regions():
    assert turning_words("We must", "en-GB") == turning_words("We must", "en")


@given(st.text(alphabet=st.sampled_from("not NOTİı’'n\u00ad "), max_size=20))
def test_each_found_word_stands_where_it_is_said_to(text):
    for _, word, span in turning_words(text, "en"):
        assert span.of(text) == word
