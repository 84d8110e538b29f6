"""Grades are computed by words and the folding table; similarity never passes a quotation."""

import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from briefing_app.domain.fidelity.edits import PrintedRun, RunKind
from briefing_app.domain.fidelity.folding import FOLDINGS, folded
from briefing_app.domain.fidelity.grades import FARTHEST, PRINTABLE, Grade, grade_of, grade_outside
from briefing_app.domain.span import Span

PLAIN = ("we", "do", "not", "must", "leaders", "act", "all", "now", "no", "one", "can", "and")
plain_words = st.lists(st.sampled_from(PLAIN), min_size=1, max_size=12)


def contiguous(inner, outer):
    return any(outer[at : at + len(inner)] == inner for at in range(len(outer) - len(inner) + 1))


@given(plain_words, plain_words)
def test_unmarked_words_pass_exactly_when_they_stand_in_the_source_side_by_side(quoted, source):
    assert (grade_outside(" ".join(quoted), " ".join(source)) is Grade.EXACT) == contiguous(quoted, source)


@given(plain_words, st.data())
@example(["we", "do", "not", "act"], None)
def test_dropping_a_word_never_passes_unless_the_rest_stands_elsewhere(source, data):
    dropped = data.draw(st.integers(0, len(source) - 1)) if data else 2
    rest = source[:dropped] + source[dropped + 1 :]
    assume(rest and not contiguous(rest, source))
    assert grade_outside(" ".join(rest), " ".join(source)) not in PRINTABLE


@given(plain_words, st.data(), st.sampled_from("abcdeflmnostuw"))
def test_changing_a_letter_never_passes_unless_the_words_stand_elsewhere(source, data, letter):
    text = " ".join(source)
    place = data.draw(st.integers(0, len(text) - 1))
    changed = text[:place] + letter + text[place + 1 :]
    assume(text[place] != " " and changed != text)
    assert grade_outside(changed, text) not in PRINTABLE


@given(plain_words, plain_words, plain_words)
def test_a_sign_passes_exactly_when_both_sides_stand_in_the_source_in_their_order(left, right, source):
    def after(words, start):
        return next(
            (at + len(words) for at in range(start, len(source) - len(words) + 1) if source[at : at + len(words)] == words), None
        )

    reached = after(left, 0)
    fits = reached is not None and after(right, reached) is not None
    assert (grade_outside(f"{' '.join(left)} […] {' '.join(right)}", " ".join(source)) is Grade.MARKED) == fits


@given(plain_words, plain_words, plain_words)
def test_an_insertion_hides_no_omission(left, right, source):
    marked = grade_outside(f"{' '.join(left)} [really] {' '.join(right)}", " ".join(source))
    assert (marked is Grade.MARKED) == contiguous(left + right, source)


@given(st.text(alphabet=st.sampled_from([*FOLDINGS, *"abc d."]), max_size=20))
def test_only_foldings_of_the_table_grade_typographic(text):
    plain = folded(text)
    assume(any(map(str.isalnum, plain)))
    assert grade_outside(plain, text) in {Grade.EXACT, Grade.TYPOGRAPHIC}


@given(plain_words, st.sampled_from([("’", "'"), ("\u00a0", " "), ("“", '"'), ("—", "-"), ("\u00ad", ""), ("ﬁ", "fi")]), st.data())
def test_a_folding_anywhere_grades_typographic_and_no_more(source, folding, data):
    place = data.draw(st.integers(0, len(source)))
    words = [*source[:place], f"x{folding[0]}x", *source[place:]]
    text = " ".join(words)
    assert grade_outside(text.replace(folding[0], folding[1]), text) is Grade.TYPOGRAPHIC


@pytest.mark.parametrize(
    ("words", "source", "grade"),
    [
        ("We do not encourage leaders", "We do not encourage leaders to go.", Grade.EXACT),
        ("We do encourage leaders", "We do not encourage leaders to go.", Grade.ALTERED),
        ("We do [really] encourage leaders", "We do not encourage leaders to go.", Grade.ALTERED),
        ("We do[] encourage leaders", "We do not encourage leaders to go.", Grade.ALTERED),
        ("We do […] encourage leaders", "We do not encourage leaders to go.", Grade.MARKED),
        ("We do [. . .] encourage leaders", "We do not encourage leaders to go.", Grade.MARKED),
        ("We do [...] encourage leaders", "We do not encourage leaders to go.", Grade.MARKED),
        ("We do … encourage leaders", "We do not encourage leaders to go.", Grade.ALTERED),
        ("encourage leaders […] We do", "We do not encourage leaders to go.", Grade.ALTERED),
        ("[w]e do not encourage", "We do not encourage leaders", Grade.MARKED),
        ("[h]e do not encourage", "We do not encourage leaders", Grade.ALTERED),
        ("so [w]e do not encourage", "We do not encourage leaders", Grade.ALTERED),
        ("we do not encourage", "We do not encourage leaders", Grade.ALTERED),
        ("[a] plan for all", "A plan for all", Grade.MARKED),
        ("[a] plan for all", "Our plan for all", Grade.MARKED),
        ("the leaders [of Canada] met", "the leaders [of Canada] met again", Grade.EXACT),
        ("the leaders met again", "the leaders [of Canada] met again", Grade.ALTERED),
        ("the leaders [of Mexico] met again", "the leaders [of Canada] met again", Grade.ALTERED),
        ("the leaders [of Canada] met [once] again", "the leaders [of Canada] met again", Grade.MARKED),
        ("some [a] [b] thing", "something new", Grade.NOT_FOUND),
        ("we can afford", "we can’t afford it", Grade.ALTERED),
        ("we can", "we can’t afford it", Grade.ALTERED),
        ("compliance is high", "non-compliance is high", Grade.ALTERED),
        ("5 million people", "some 2.5 million people", Grade.ALTERED),
        ("000 people left", "10,000 people left", Grade.ALTERED),
        ("some 32", "some 32 % of them", Grade.ALTERED),
        ("est possible", "Ce n’est possible", Grade.ALTERED),
        ("asile", "le droit d’asile", Grade.EXACT),
        ("three drivers", "turmoil—three drivers", Grade.EXACT),
        ("ten drivers", "often drivers", Grade.ALTERED),
        ("[…]", "We do not", Grade.NOT_FOUND),
        ("[really]", "We do not", Grade.NOT_FOUND),
        ("", "We do not", Grade.NOT_FOUND),
        (".", "We do not.", Grade.NOT_FOUND),
        ("An altogether other sentence of ours", "We do not encourage leaders", Grade.NOT_FOUND),
        ("e\u0301te\u0301 pass\u00e9", "été passé", Grade.TYPOGRAPHIC),
        ("« oui »", "dit “oui” ici", Grade.TYPOGRAPHIC),
    ],
)
def test_words_from_outside_get_the_grade_they_deserve(words, source, grade):
    assert grade_outside(words, source) is grade


def test_a_sign_does_not_stand_for_half_a_document():
    source = f"We never said so. {'Other words. ' * (FARTHEST // 13 + 1)}Leaders must act."
    assert grade_outside("We […] must act", source) not in PRINTABLE
    assert grade_outside("Other words […] must act", source) is Grade.MARKED


@given(plain_words, st.data())
def test_our_own_print_is_exact_marked_or_altered_by_what_was_derived(source, data):
    text = " ".join(source)
    runs = (PrintedRun(RunKind.KEPT, text, Span(0, len(text))),)
    assert grade_of(runs, text, text) is Grade.EXACT
    marked = (*runs, PrintedRun(RunKind.OMISSION, " […]", Span(0, 0)))
    assert grade_of(marked, f"{text} […]", f"{text} and more") is Grade.MARKED
    place = data.draw(st.integers(0, len(source) - 1))
    retyped = " ".join([*source[:place], "other", *source[place + 1 :]])
    assert grade_of(runs, retyped, text) is Grade.ALTERED
    assert grade_of(runs, text, retyped) is Grade.ALTERED


def test_our_own_print_in_other_marks_is_typographic():
    runs = (PrintedRun(RunKind.KEPT, "a “b” c", Span(0, 7)),)
    assert grade_of(runs, "a « b » c", "a “b” c") is Grade.TYPOGRAPHIC


def test_altered_and_not_found_are_never_printable():
    assert set(Grade) - PRINTABLE == {Grade.ALTERED, Grade.NOT_FOUND}


@given(
    st.text(alphabet=st.sampled_from("ab []().*+?\\^$|{}“”…'"), max_size=15),
    st.text(alphabet=st.sampled_from("ab []().*+?\\^$|{}“”…'"), max_size=15),
)
def test_any_signs_at_all_are_words_and_no_expression(words, source):
    grade = grade_outside(words, source)
    if grade in {Grade.EXACT, Grade.TYPOGRAPHIC}:
        assert folded(words) in folded(source)
    if grade is Grade.MARKED:
        assert re.search(r"\[[^\[\]]*\]", words)
