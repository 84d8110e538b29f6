"""Quoted stretches, who speaks, and turns."""

import pytest

from briefing_app.domain.dates import PartialDate
from briefing_app.domain.excerpt import ExcerptKind
from briefing_app.extraction.entry import extract
from tests.extraction.builders import found, quoted, reading_of


def test_paragraphs_without_marks_belong_to_an_open_quotation_that_closes_later():
    text = "Ana Silva, a nurse, said:\n\n“The road is shut.\n\nNo lorry came through.\n\nWe wait for water,” Ms Silva concluded."
    assert quoted(text) == [
        ("“The road is shut.", "Ana Silva"),
        ("No lorry came through.", "Ana Silva"),
        ("We wait for water,”", "Ana Silva"),
    ]
    assert len({excerpt.turn for excerpt in found(text, ExcerptKind.QUOTE)}) == 1


def test_a_mark_that_never_closes_in_the_middle_of_a_paragraph_is_no_quotation():
    assert quoted('The forum was to "coordinate the response efforts in the region and beyond it.') == []


def test_a_quotation_torn_in_two_by_a_page_is_two_stretches():
    text = "The plan failed. “A bridge this long needs more than one coat of paint on its\n\nnorthern side, every year,” said Ana Silva."
    assert quoted(text) == [
        ("“A bridge this long needs more than one coat of paint on its", "Ana Silva"),
        ("northern side, every year,”", "Ana Silva"),
    ]


def test_narration_between_two_quotations_ends_the_turn():
    text = "“The road is shut again,” said Ana Silva.\n\nIt had snowed for nine days.\n\n“No lorry came through,” Silva said."
    assert [excerpt.turn for excerpt in found(text, ExcerptKind.QUOTE)] == [1, 2]
    assert [speaker for _, speaker in quoted(text)] == ["Ana Silva", "Ana Silva"]


def test_attribution_alone_between_two_quotations_does_not():
    text = "“The road is shut,” said Ana Silva. “No lorry came through.”"
    assert [excerpt.turn for excerpt in found(text, ExcerptKind.QUOTE)] == [1, 1]


@pytest.mark.parametrize(
    ("text", "name", "role", "organisation"),
    [
        ("“It is cold here,” said Ana Silva, Director of Policy at the Harbour Trust (HT).", "Ana Silva", "Director of Policy", "Harbour Trust"),
        ("Harbour Trust’s Legal Director, Ana Silva, said: “It is cold here.”", "Ana Silva", "Legal Director", "Harbour Trust"),
        ("“It is cold here,” HRT President, Professor Ana Silva, said.", "Ana Silva", "President", "HRT"),
        ("Ana Silva, a nurse, arrived.\n\n“It is cold here,” Ms Silva said.", "Ana Silva", "nurse", None),
    ],
)  # fmt: skip
def test_name_role_and_organisation_are_told_apart(text, name, role, organisation):
    (excerpt,) = found(text, ExcerptKind.QUOTE)
    assert excerpt.attribution is not None
    assert (excerpt.attribution.name, excerpt.attribution.role, excerpt.attribution.organisation) == (name, role, organisation)


def test_a_pronoun_stands_for_the_speaker_the_text_named_last():
    text = "Ana Silva, a nurse, met Ivo Petrov, a farmer, on Monday. “It is cold in the north,” he said."
    assert quoted(text) == [("“It is cold in the north,”", "Ivo Petrov")]


def test_an_organisations_acronym_leads_to_its_name():
    text = "The Harbour Relief Trust (HRT) opened a centre.\n\n“The road is shut again,” HRT said."
    assert quoted(text) == [("“The road is shut again,”", "Harbour Relief Trust")]


def test_nobody_named_stays_nobody():
    assert quoted("“The road is shut again, and nobody has told us when it opens.”") == [
        ("“The road is shut again, and nobody has told us when it opens.”", None)
    ]


def test_marks_decoded_as_control_characters_are_marks_all_the_same():
    assert quoted("\x93The road is shut,\x94 said Ana Silva.") == [("\x93The road is shut,\x94", "Ana Silva")]


def test_the_documents_date_says_when_a_role_held():
    (excerpt,) = extract(reading_of("“It is cold here,” said Ana Silva."), "document", PartialDate(2023, 1))
    assert excerpt.attribution is not None
    assert excerpt.attribution.as_of == PartialDate(2023, 1)


@pytest.mark.parametrize(
    "said",
    ["a-t-elle déclaré devant le conseil", "a-t-elle encore ajouté", "s’est-elle indignée hier", "a-t-elle dit"],
)
def test_a_subject_inside_the_verb_is_the_person_named_before(said):
    text = f"La maire, Anne Petit, est venue lundi. « Nous ne pouvons pas rester seuls sur cette île », {said}."
    assert quoted(text, "fr") == [("« Nous ne pouvons pas rester seuls sur cette île »", "Anne Petit")]


def test_a_verb_without_a_subject_may_go_on_to_say_where():
    text = "El alcalde, Raúl Peña, llegó tarde. «Esta isla no puede seguir así otro invierno», dijo en la radio local."
    assert quoted(text, "es") == [("«Esta isla no puede seguir así otro invierno»", "Raúl Peña")]
