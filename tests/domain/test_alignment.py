"""Two states of one document: told to be one, and the damaged passages of one found in the other, whatever was done to them."""

import random
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.domain.alignment import Alignment
from briefing_app.domain.letters import folded, letters_of
from briefing_app.domain.likeness import likeness, marks_of, sketch_of
from briefing_app.domain.span import Span
from tests import builders


def chance_of(seed):
    return random.Random(seed)  # noqa: S311 - nothing is kept secret by it


def sentences(seed, count=30):
    """Return sentences of made-up words, of which hardly any comes twice."""
    chance = chance_of(seed)
    words = lambda: "".join(chance.choices(string.ascii_lowercase, k=chance.randint(2, 9)))  # noqa: E731 - three words long
    return [" ".join(words() for _ in range(chance.randint(5, 16))).capitalize() + "." for _ in range(count)]


def garbled(words, chance):
    return "".join(chance.choice(string.ascii_letters) if sign.isalnum() and chance.random() < 0.5 else sign for sign in words)


def ciphered(words, chance):
    return "".join(chr(ord(sign) + 3) if sign.isalnum() else sign for sign in words)


def run_together(words, chance):
    return words.replace(" ", "")


def hyphenated(words, chance):
    return "".join(sign + "-\n" if sign.isalnum() and chance.random() < 0.1 else sign for sign in words[:-2]) + words[-2:]


def with_words_lost(words, chance):
    # A quarter of them: where more than half is gone nobody can be sure that it is the same passage.
    first, *middle, last = words.split()
    kept = sorted(chance.sample(range(len(middle)), len(middle) - len(middle) // 4))
    return " ".join([first, *(middle[place] for place in kept), last])


def mojibake(words, chance):
    return words.replace("e", "Ã©")


HARMS = [garbled, ciphered, run_together, hyphenated, with_words_lost, mojibake]


@settings(max_examples=40)
@given(seed=st.integers(0, 10_000), harm=st.sampled_from(HARMS), elsewhere=st.sampled_from(HARMS), place=st.integers(4, 25))
def test_a_passage_harmed_in_any_way_is_found_whole_in_the_clean_copy(seed, harm, elsewhere, place):
    chance = chance_of(seed)
    clean = sentences(seed)
    damaged = list(clean)
    damaged[place] = harm(clean[place], chance)
    other = (place + 10) % len(clean)
    damaged[other] = elsewhere(clean[other], chance)
    before = len(" ".join(damaged[:place])) + 1
    reading, copy = builders.reading(" ".join(damaged)), builders.reading("\n".join(clean))
    found = Alignment(reading, copy).clean_span(Span(before, before + len(damaged[place])))
    assert found is not None
    assert found.of(copy.text).split() == clean[place].split()


@settings(max_examples=40)
@given(seed=st.integers(0, 10_000), place=st.integers(0, 29))
def test_a_passage_is_found_however_the_copies_differ_in_lines_marks_and_case(seed, place):
    clean = sentences(seed)
    before = len(" ".join(clean[:place])) + bool(place)
    copy = builders.reading("\n\n".join(clean).replace("a", "A").replace(" ", "\u00a0"))
    found = Alignment(builders.reading(" ".join(clean)), copy).clean_span(Span(before, before + len(clean[place])))
    assert folded(found.of(copy.text)) == folded(clean[place])


@settings(max_examples=40)
@given(seed=st.integers(0, 10_000))
def test_nothing_is_found_in_a_copy_that_lacks_the_passage_or_is_another_document(seed):
    clean = sentences(seed)
    text = " ".join(clean)
    span = Span(len(" ".join(clean[:10])) + 1, len(" ".join(clean[:11])))
    assert Alignment(builders.reading(text), builders.reading(" ".join(sentences(seed + 1)))).clean_span(span) is None
    found = Alignment(builders.reading(text), builders.reading(" ".join(clean[:10] + clean[11:]))).clean_span(span)
    assert found is None


def test_words_lost_at_the_border_of_a_passage_are_not_made_part_of_it_where_its_own_words_are_there():
    clean = (
        "The council met in the spring of that year in Geneva. As always, it was cold. Donors must fund shelters for years to come."
    )
    damaged = clean.replace("As always, it was cold. ", "")
    reading, copy = builders.reading(damaged), builders.reading(clean)
    start = damaged.index("Donors")
    assert (
        Alignment(reading, copy).clean_span(Span(start, len(damaged))).of(clean) == "Donors must fund shelters for years to come."
    )


def test_closing_marks_come_with_the_words_when_the_damaged_passage_has_them():
    clean = "She said: “Nobody was asked, and nobody was told of the closing.” Then the hall was emptied by the guards."
    damaged = clean.replace("asked, and nobody", "asxed,andnobxdy")
    start, end = damaged.index("“"), damaged.index("”") + 1
    found = Alignment(builders.reading(damaged), builders.reading(clean)).clean_span(Span(start, end))
    assert found.of(clean) == "“Nobody was asked, and nobody was told of the closing.”"


@given(st.text(max_size=200))
def test_letters_are_folded_the_same_with_and_without_their_places(text):
    found = letters_of(text)
    assert len(found.text) == len(found.places)
    assert list(found.places) == sorted(found.places)
    assert found.text.isascii() is False or found.text == folded(text)


@pytest.mark.parametrize(
    ("words", "letters"), [("Ça, c’est l’été !", "cacestlete"), ("ﬁnal “Re-port” 2,000", "finalreport2000"), ("—", "")]
)
def test_spaces_marks_accents_and_case_are_folded_away(words, letters):
    assert folded(words) == letters_of(words).text == letters


@settings(max_examples=40)
@given(seed=st.integers(0, 10_000))
def test_two_states_of_a_document_are_like_each_other_and_two_documents_are_not(seed):
    chance = chance_of(seed)
    clean = sentences(seed, 40)
    marks = marks_of(" ".join(clean))
    edited = marks_of(" ".join([*clean[:20], "One sentence was added to it.", *clean[20:]]))
    assert likeness(marks, edited).nearly_equal
    run = marks_of("".join(run_together(each, chance) for each in clean))
    assert likeness(marks, run).nearly_equal
    part = marks_of(" ".join(clean[:25]))
    assert likeness(marks, part).same_document
    assert not likeness(marks, part).nearly_equal
    other = marks_of(" ".join(sentences(seed + 1, 40)))
    assert not likeness(marks, other).same_document
    assert len(set(sketch_of(marks)) & set(sketch_of(edited))) > 100
    assert not likeness(frozenset(), marks).same_document
