"""Quotations as printed: the source's words by the edits, in the marks of the copy's language, graded."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.composition.entry import compose
from briefing_app.composition.marks import without_outer
from briefing_app.domain.briefing import Copy, Paragraph, Quotation, Table, plain
from briefing_app.domain.excerpt import Rendering, RenderingStatus
from briefing_app.domain.fidelity.edits import Stretch, leave_out
from briefing_app.domain.fidelity.grades import PRINTABLE, Grade, grade_outside
from briefing_app.domain.pack import Adapted, Pack, Translated, Verbatim
from briefing_app.domain.reading import shown
from briefing_app.domain.span import Span
from tests.builders import audience, pack


def quotation(made: Pack, who: str = "canada") -> Quotation:
    blocks = [block for part in compose(made, who, Copy.HAND_OVER).parts for block in part.blocks]
    return next(block for block in blocks if isinstance(block, Quotation))


def printed(quote: Quotation) -> list[str]:
    return ["".join(run.text + (f"^{run.note}" if run.note else "") for run in paragraph) for paragraph in quote.paragraphs]


def in_language(language: str, outline: str = "Voices: q3") -> Pack:
    return dataclasses.replace(pack(outline), audiences=(audience("canada", language=language),))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "“Leaders have a chance to act together. They should take it.”^1"),
        ("es", "«Leaders have a chance to act together. They should take it»^1."),
        ("fr", "«\u202fLeaders have a chance to act together. They should take it^1.\u202f»"),
    ],
)
def test_outer_marks_the_stop_and_the_call_follow_the_copys_language(language, words):
    quote = quotation(in_language(language))
    assert printed(quote) == [words]
    assert quote.grade is Grade.EXACT


@pytest.mark.parametrize("language", ["es", "fr"])
def test_a_quotation_keeps_its_own_language_tagged(language):
    assert {run.language for paragraph in quotation(in_language(language)).paragraphs for run in paragraph} == {"en"}


def test_each_paragraph_of_a_turn_opens_and_the_last_closes():
    assert printed(quotation(pack("Voices: q3+q4"))) == [
        "“Leaders have a chance to act together. They should take it.",
        "“A shelter is not a solution; it is a night’s sleep.”^1",
    ]


def test_a_comma_before_the_closing_mark_is_the_attributions():
    made = pack("Voices: q1", texts={"q1": "“We will not wait,”"})
    assert printed(quotation(made)) == ["“We will not wait”^1"]


def test_marks_inside_that_look_like_the_outer_ones_become_inner_ones():
    made = pack("Voices: q1", texts={"q1": "“They call it “temporary” and it stays.”"})
    quote = quotation(made)
    assert printed(quote) == ["“They call it ‘temporary’ and it stays.”^1"]
    assert quote.grade is Grade.TYPOGRAPHIC


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("“A and B.”", "A and B."),
        ("“A” and “B”", "“A” and “B”"),
        ("A that never opened.”", "A that never opened."),
        ("He said “no”", "He said “no”"),
        ("“A that never closes", "A that never closes"),
        ('"Straight."', "Straight."),
        ("«\u202fD’accord.\u202f»", "D’accord."),
        ("”", ""),
        ("", ""),
    ],
)
def test_only_outer_marks_come_off(words, bare):
    start, end = without_outer(words)
    assert words[start:end] == bare


def test_whole_sentences_cut_at_the_start_leave_no_sign():
    made = pack("Voices: q3")
    cut = edited(made, "Leaders have a chance to act together.")
    assert printed(quotation(cut)) == ["“They should take it.”^1"]
    assert quotation(cut).grade is Grade.EXACT


def test_words_left_out_within_a_sentence_are_marked_and_counted():
    made = pack("Voices: q2")
    composed = compose(edited(made, "as many families "), "canada", Copy.HAND_OVER)
    quote = quotation(edited(made, "as many families "))
    assert printed(quote) == ["“We have seen three times […] this year, and we expect no fewer in the next one.”^1"]
    assert quote.grade is Grade.MARKED
    assert plain(composed.notes[0].text).endswith("Changes are marked. One omission is marked […].")


@pytest.mark.parametrize(("left_out", "result"), [("as many families ", "Marked: 1 omission"), ("", "Exact")])
def test_the_annex_says_how_many_omissions_are_marked(left_out, result):
    made = pack("Voices: q2 | Sources: g1")
    composed = compose(edited(made, left_out) if left_out else made, "canada", Copy.HAND_OVER)
    table = next(block for part in composed.parts for block in part.blocks if isinstance(block, Table))
    assert table.rows[0][-1] == result


def edited(made: Pack, words: str) -> Pack:
    section = made.sections[0]
    placement = section.placements[0]
    excerpt = made.excerpt(placement.excerpts[0])
    text = made.reading(excerpt.reading).text
    start = text.index(words, excerpt.span.start)
    edits = leave_out(excerpt.span, (), Span(start, start + len(words)), text)
    changed = dataclasses.replace(placement, wording=Verbatim((Stretch(excerpt.id, edits),)))
    return dataclasses.replace(made, sections=(dataclasses.replace(section, placements=(changed,)), *made.sections[1:]))


@given(st.integers(1, 4), st.integers(0, 100), st.integers(0, 100), st.sampled_from(["en", "es", "fr"]))
def test_whatever_is_left_out_the_print_can_be_defended(number, start, length, language):
    made = in_language(language, f"Voices: q{number}")
    excerpt = made.excerpts[0]
    reading = made.reading(excerpt.reading)
    first = excerpt.span.start + start % len(excerpt.span)
    chosen = Span(first, min(excerpt.span.end, first + length))
    edits = leave_out(excerpt.span, (), chosen, reading.text)
    placement = dataclasses.replace(made.sections[0].placements[0], wording=Verbatim((Stretch(excerpt.id, edits),)))
    made = dataclasses.replace(made, sections=(dataclasses.replace(made.sections[0], placements=(placement,)),))
    quote = quotation(made)
    assert quote.grade in PRINTABLE
    for paragraph in quote.paragraphs:
        words = plain(paragraph)
        begin, end = without_outer(words.removesuffix("."))
        kept = words[begin:end].replace("\u202f", "").strip()
        if any(character.isalnum() for character in kept.replace("[…]", "")) and chosen.start == excerpt.span.start:
            assert grade_outside(kept.removesuffix("."), shown(reading, excerpt.span)) is not Grade.NOT_FOUND


def test_a_working_translation_stands_beneath_under_its_label():
    made = in_language("es")
    rendering = Rendering("es", "Los líderes pueden actuar juntos.", RenderingStatus.OURS, translator="A. Díaz")
    made = dataclasses.replace(made, excerpts=(dataclasses.replace(made.excerpts[0], renderings=(rendering,)),))
    quote = quotation(made)
    assert (quote.translation_label, quote.translation) == ("Traducción de trabajo, nuestra", "Los líderes pueden actuar juntos.")


def test_a_translated_passage_says_so_and_keeps_the_original_in_its_note():
    made = pack("Context: c1", wordings={"c1": Translated("fr")})
    rendering = Rendering("fr", "Plus de 7,1 millions de personnes sont parties.", RenderingStatus.OURS)
    made = dataclasses.replace(made, excerpts=(dataclasses.replace(made.excerpts[0], renderings=(rendering,)),))
    composed = compose(made, "canada", Copy.HAND_OVER)
    block = next(block for part in composed.parts for block in part.blocks if isinstance(block, Paragraph))
    assert (block.grade, block.text[0].language) == (Grade.TRANSLATED, "fr")
    assert "Our translation. In the original: More than 7.1 million people" in plain(composed.notes[0].text)


def test_adapted_context_prints_without_marks_and_says_whose_words_they_are():
    made = pack("Context: c1", wordings={"c1": Adapted("Seven million people have left.")})
    composed = compose(made, "canada", Copy.HAND_OVER)
    block = next(block for part in composed.parts for block in part.blocks if isinstance(block, Paragraph))
    assert (plain(block.text), block.grade) == ("Seven million people have left.", None)
    assert plain(composed.notes[0].text).endswith("In our words.")


def test_an_organisation_that_speaks_is_the_speaker():
    made = pack("Voices: q1")
    said = dataclasses.replace(made.excerpts[0].attribution, name=None, role=None)
    made = dataclasses.replace(made, excerpts=(dataclasses.replace(made.excerpts[0], attribution=said),))
    assert (quotation(made).speaker, quotation(made).role) == ("Harbour Relief", "")
