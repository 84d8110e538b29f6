"""Edits are stored, words are derived: what is printed is the source's, or marked."""

import re
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefing_app.domain.fidelity.cuts import between_words, whole_words
from briefing_app.domain.fidelity.edits import (
    OMISSION_SIGN,
    Case,
    Insert,
    Keep,
    Omit,
    RunKind,
    change_case,
    insert,
    leave_out,
    omissions,
    printed,
    printed_runs,
    put_back,
    silent_cut,
    tiled,
)
from briefing_app.domain.fidelity.grades import PRINTABLE, Grade, grade_outside
from briefing_app.domain.reading import Inline, InlineKind, shown, shown_with_origins
from briefing_app.domain.span import Span
from tests.builders import reading
from tests.domain.texts import passages, readings, spans

PLAIN = st.builds(reading, passages(least=3))
ACTIONS = st.sampled_from(["leave out", "leave out", "put back", "case", "insert"])


@st.composite
def edited(draw, of, span):
    """A reading's passage with any sequence of edits made on it as a person makes them."""
    edits = ()
    for _ in range(draw(st.integers(0, 6))):
        action = draw(ACTIONS)
        if action == "insert":
            place = draw(st.integers(span.start, span.end))
            edits = insert(span, edits, place, draw(st.sampled_from(["all", "the leaders", " of  Canada\n"])), of.text)
        elif action == "case":
            try:
                edits = change_case(span, edits, draw(st.integers(span.start, max(span.start, span.end - 1))), of.text)
            except ValueError:
                continue
        else:
            act = leave_out if action == "leave out" else put_back
            edits = act(span, edits, draw(spans(of.text)), of.text)
    return edits


@st.composite
def quotations(draw, of=PLAIN):
    """A reading, a passage of it in whole words, and edits."""
    made = draw(of)
    chosen = draw(st.just(Span(0, len(made.text))) | spans(made.text, least=1))
    span = whole_words(made.text, chosen)
    return made, span, draw(edited(made, span))


@given(quotations(readings()))
def test_any_sequence_of_edits_tiles_the_passage_and_cuts_no_word(quotation):
    of, span, edits = quotation
    pieces = [edit.span for edit in tiled(span, edits, of.text) if not isinstance(edit, Insert)]
    assert pieces[0].start == span.start
    assert pieces[-1].end == span.end
    assert all(one.end == following.start for one, following in pairwise(pieces))
    assert all(
        between_words(of.text, place)
        for omitted in omissions(edits)
        for place in (omitted.start, omitted.end)
        if span.start < place < span.end
    )


@given(quotations(readings()))
def test_without_its_marks_a_quotation_is_words_of_the_source_in_order(quotation):
    of, span, edits = quotation
    whole = shown_with_origins(of, span)
    place = 0
    for run in printed_runs(of, span, edits):
        words = run.text.strip(" \n")
        if run.kind is RunKind.KEPT:
            place = whole.text.index(words, max(place, whole.place_of(run.span.start))) + len(words)
            assert place <= whole.place_of(run.span.end)
        elif run.kind is RunKind.CASE:
            letter = of.text[run.span.start]
            assert words == f"[{letter.swapcase()}]"
            assert whole.text[whole.place_of(run.span.start)] == letter
        elif run.kind is RunKind.OMISSION:
            assert words == OMISSION_SIGN
        else:
            assert re.fullmatch(r"\[(all|the leaders|of Canada)\]", words)


@pytest.mark.parametrize(
    ("text", "omitted", "words"),
    [
        ("“Leaders can act together. They should take it.”", "They should take it", "“Leaders can act together.”"),
        ("¿Quién responde? La región lo sabe.", "Quién responde? ", "La región lo sabe."),
        ("[…] We must act.", "…]", "We must act."),
        ("“Leaders can act. They should take it.”", "it", "“Leaders can act. They should take […].”"),
    ],
)
def test_a_sentence_that_is_cut_away_whole_takes_its_signs_with_it(text, omitted, words):
    of = reading(text)
    whole = Span(0, len(text))
    start = text.index(omitted)
    edits = leave_out(whole, (), Span(start, start + len(omitted)), text)
    assert printed(of, whole, edits) == words
    assert grade_outside(words.strip("“”"), shown(of, whole)) in PRINTABLE


@given(quotations(readings()))
def test_every_code_point_that_is_seen_is_printed_or_stands_in_an_omission(quotation):
    of, span, edits = quotation
    # A sentence that is cut away takes its full stop with it; see the tests of silent cuts.
    assume(not any(silent_cut(of, span, edits, each) for each in omissions(edits)))
    whole = shown_with_origins(of, span)
    left_out = omissions(edits)
    kept = [c for c, at in zip(whole.text, whole.origins, strict=True) if not any(o.start <= at < o.end for o in left_out)]
    runs = printed_runs(of, span, edits)
    printed_words = "".join(
        run.text[1].swapcase() if run.kind is RunKind.CASE else run.text for run in runs if run.kind in {RunKind.KEPT, RunKind.CASE}
    )
    assert "".join(printed_words.split()) == "".join("".join(kept).split())


@given(quotations(readings()))
def test_a_person_can_put_everything_back(quotation):
    of, span, edits = quotation
    restored = put_back(span, edits, span, of.text)
    assert restored == (Keep(span),)
    assert printed(of, span, restored) == shown(of, span)


@given(quotations(), st.data())
def test_leaving_out_and_putting_back_the_same_words_changes_nothing_printed(quotation, data):
    of, span, edits = quotation
    chosen = data.draw(spans(of.text))
    plain = put_back(span, edits, chosen, of.text)
    assert put_back(span, leave_out(span, plain, chosen, of.text), chosen, of.text) == plain
    once = leave_out(span, edits, chosen, of.text)
    assert leave_out(span, once, chosen, of.text) == once


@given(quotations())
def test_what_we_print_is_known_again_in_any_file_as_the_sources_words(quotation):
    of, span, edits = quotation
    words = printed(of, span, edits)
    bare = re.sub(r"\[[^\[\]]*\]", "", words)
    assume(any(map(str.isalnum, bare)))
    assert grade_outside(words, shown(of, span)) in PRINTABLE
    runs = printed_runs(of, span, edits)
    if all(run.kind is RunKind.KEPT for run in runs) and len(runs) == 1:
        assert grade_outside(words, shown(of, span)) is Grade.EXACT


@given(quotations())
def test_two_omissions_with_nothing_between_them_print_one_sign(quotation):
    of, span, edits = quotation
    kinds = [run.kind for run in printed_runs(of, span, edits)]
    assert (RunKind.OMISSION, RunKind.OMISSION) not in set(pairwise(kinds))


@given(quotations())
def test_signs_and_insertions_stand_apart_from_words_and_never_double_a_space(quotation):
    of, span, edits = quotation
    words = printed(of, span, edits)
    assert not re.search(r"[ \n]{2}", words.replace("\n\n", "\n"))
    ours = r"\[(?:…|all|the leaders|of Canada)\]"
    assume("[…]" not in of.text)
    assert not re.search(rf"[^\W_]{ours}|{ours}[^\W_]", words)


@given(quotations())
def test_an_omission_is_silent_only_where_whole_sentences_are_cut_at_an_end(quotation):
    of, span, edits = quotation
    for omitted in omissions(edits):
        if silent_cut(of, span, edits, omitted):
            before, after = of.text[span.start : omitted.start], of.text[omitted.end : span.end]
            assert not any(map(str.isalnum, before)) or not any(map(str.isalnum, after)) or _no_words_kept(of, span, edits, omitted)


def _no_words_kept(of, span, edits, omitted):
    kept = [e.span for e in edits if isinstance(e, Keep | Case) and any(map(str.isalnum, e.span.of(of.text)))]
    return all(one.start >= omitted.end for one in kept) or all(one.end <= omitted.start for one in kept)


SPEECH = "“We must act now. Leaders of the U.S. Southern states, and others, do not agree. They said: “No!” to us.”"


def quote(*left_out, text=SPEECH):
    span, edits = Span(0, len(text)), ()
    for words in left_out:
        start = text.index(words)
        edits = leave_out(span, edits, Span(start, start + len(words)), text)
    return printed(reading(text), span, edits)


@pytest.mark.parametrize(
    ("left_out", "expected"),
    [
        ((), SPEECH),
        (("“We must act now.",), "Leaders of the U.S. Southern states, and others, do not agree. They said: “No!” to us.”"),
        (("We must act now. ",), "“Leaders of the U.S. Southern states, and others, do not agree. They said: “No!” to us.”"),
        ((" They said: “No!” to us.",), "“We must act now. Leaders of the U.S. Southern states, and others, do not agree.”"),
        ((" and others,",), "“We must act now. Leaders of the U.S. Southern states, […] do not agree. They said: “No!” to us.”"),
        ((", and others,",), "“We must act now. Leaders of the U.S. Southern states […] do not agree. They said: “No!” to us.”"),
        ((" do not agree",), "“We must act now. Leaders of the U.S. Southern states, and others, […]. They said: “No!” to us.”"),
        (("Leaders of the U.S. Southern states, and others, do not agree.",), "“We must act now. […] They said: “No!” to us.”"),
        (("“We must act now. Leaders of the U.S.",), "[…] Southern states, and others, do not agree. They said: “No!” to us.”"),
        ((" to us.”",), "“We must act now. Leaders of the U.S. Southern states, and others, do not agree. They said: “No!” […]"),
        (("to us",), "“We must act now. Leaders of the U.S. Southern states, and others, do not agree. They said: “No!” […].”"),
        (("No!",), "“We must act now. Leaders of the U.S. Southern states, and others, do not agree. They said: “[…]” to us.”"),
        ((SPEECH,), "[…]"),
    ],
)
def test_a_sign_stands_where_words_are_left_out_inside_a_sentence_or_between_two(left_out, expected):
    assert quote(*left_out) == expected


@pytest.mark.parametrize(
    ("text", "left_out", "expected"),
    [
        ("the multi-year plan", "multi", "the […] plan"),
        ("turmoil—three drivers—of need", "three drivers", "turmoil—[…]—of need"),
        ("turmoil—three drivers", "turmoil—", "[…] three drivers"),
        ("il parle d’asile ici", "asile", "il parle d’[…] ici"),
        ("we can’t go", "’t", "we […] go"),
        ("One.\n\nTwo.\n\nThree.", "Two.", "One. […]\n\nThree."),
        ("One here.\n\nTwo there.", "here.\n\nTwo", "One […] there."),
        ("One here.\n\nTwo there.", "Two", "One here.\n\n[…] there."),
        ("One here.\n\nTwo there.", "here.", "One […]\n\nTwo there."),
        ("« Oui\u202f» dit-elle", "Oui", "« […]\u202f» dit-elle"),
        ("cost $5 million now", "5", "cost […] million now"),
    ],
)
def test_white_space_around_a_sign_is_the_sources_own(text, left_out, expected):
    assert quote(left_out, text=text) == expected


def test_a_changed_case_and_an_insertion_stand_in_brackets():
    span, text = Span(0, 24), "We do encourage leaders."
    edits = insert(span, change_case(span, (), 0, text), text.index("leaders"), "all", text)
    assert printed(reading(text), span, edits) == "[w]e do encourage [all] leaders."


def test_an_insertion_into_a_word_or_an_omission_stands_beside_it():
    span, text = Span(0, 24), "We do encourage leaders."
    assert printed(reading(text), span, insert(span, (), 19, "all", text)) == "We do encourage [all] leaders."
    edits = leave_out(span, (), Span(3, 15), text)
    assert printed(reading(text), span, insert(span, edits, 7, "help", text)) == "We […] [help] leaders."


def test_an_insertion_goes_with_the_words_around_it_when_they_are_left_out():
    span, text = Span(0, 24), "We do encourage leaders."
    edits = leave_out(span, insert(span, (), 6, "now", text), Span(3, 15), text)
    assert printed(reading(text), span, edits) == "We […] leaders."


def test_an_empty_choice_puts_back_what_was_inserted_at_its_place():
    span, text = Span(0, 24), "We do encourage leaders."
    assert (
        put_back(span, insert(span, (), 6, "now", text), Span(6, 6), text) == (Keep(Span(0, 6)), Keep(Span(6, 24)))[:0]
        or printed(reading(text), span, put_back(span, insert(span, (), 6, "now", text), Span(6, 6), text)) == text
    )


@pytest.mark.parametrize(
    "edits",
    [
        (Keep(Span(0, 3)),),
        (Keep(Span(0, 3)), Omit(Span(4, 12))),
        (Keep(Span(0, 12)), Omit(Span(3, 12))),
        (Omit(Span(0, 13)),),
        (Keep(Span(0, 6)), Omit(Span(6, 12))),
        (Keep(Span(0, 6)), Insert("all"), Keep(Span(6, 12))),
        (Keep(Span(0, 4)), Case(Span(4, 5)), Keep(Span(5, 12))),
        (Keep(Span(0, 2)), Case(Span(2, 3)), Keep(Span(3, 12))),
        (Case(Span(0, 2)), Keep(Span(2, 12))),
        (Insert("all"),),
    ],
    ids=["short", "gap", "overlap", "past the end", "half a word", "into a word", "case inside a word", "case of a space", "two letters", "nothing of the source"],
)  # fmt: skip
def test_edits_that_could_alter_words_are_refused(edits):
    with pytest.raises(ValueError, match=r"edit|word"):
        tiled(Span(0, 12), edits, "we cannot go")


@pytest.mark.parametrize("letter", ["ß", "1", "ſ", "“", "ŉ", "ı"])
def test_a_letter_with_no_way_back_keeps_its_case(letter):
    with pytest.raises(ValueError, match="case"):
        change_case(Span(0, 1), (), 0, letter)


def test_the_case_of_a_letter_that_is_left_out_cannot_change():
    edits = leave_out(Span(0, 5), (), Span(0, 2), "We go")
    with pytest.raises(ValueError, match="kept"):
        change_case(Span(0, 5), edits, 0, "We go")


@pytest.mark.parametrize("words", ["", "  ", "…", "...", "a [b]", "a\nb", "-"])
def test_an_insertion_is_words_and_looks_like_nothing_else(words):
    with pytest.raises(ValueError, match="insertion"):
        Insert(words)


def test_a_link_targets_letter_is_never_printed_by_a_case_edit():
    text = "[We](http://x) go"
    of = reading(text, inlines=(Inline(InlineKind.LINK, Span(0, 14), Span(1, 3), "http://x"),))
    edits = change_case(Span(0, 17), (), 5, text)
    assert printed(of, Span(0, 17), edits) == "We go"


def test_words_that_only_the_file_format_has_are_left_out_without_a_sign():
    text = "[We](http://x) go"
    of = reading(text, inlines=(Inline(InlineKind.LINK, Span(0, 14), Span(1, 3), "http://x"),))
    assert printed(of, Span(0, 17), (Keep(Span(0, 4)), Omit(Span(4, 14)), Keep(Span(14, 17)))) == "We go"
