"""What the outline shows of a pack: rows in order, words as printed, voices, numbers, who is left out and why."""

import dataclasses

import pytest

from briefing_app.domain.briefing import Copy
from briefing_app.domain.excerpt import Rendering, RenderingStatus
from briefing_app.domain.fidelity.edits import Case, Insert, Keep, Omit, Stretch
from briefing_app.domain.fidelity.grades import Grade
from briefing_app.domain.pack import Adapted, ByAudience, Translated, Verbatim
from briefing_app.domain.reading import Damage, DamageKind
from briefing_app.domain.span import Span
from briefing_app.words import Words
from briefing_app.workbench.outlining import Absence, RowKind, outlined
from briefing_app.workbench.row_wording import (
    absence_words,
    budget_words,
    damage_words,
    grade_words,
    over_budget,
    read_aloud,
    section_aloud,
    source_words,
    stand_in,
)
from briefing_app.workbench.voices import OutlineRun, Voice
from tests.builders import pack

EN = Words("en")


def rows(made, audience="master", copy=Copy.HAND_OVER):
    return {row.id: row for section in outlined(made, audience, copy).sections for row in section.rows}


def damaged(made, excerpt, *damage):
    """Return the pack with damage in the reading of an excerpt, at places counted from the excerpt's start."""
    held = made.excerpt(excerpt)
    reading = made.reading(held.reading)
    at = tuple(Damage(kind, Span(held.span.start + start, held.span.start + end)) for kind, start, end in damage)
    return dataclasses.replace(
        made, readings=tuple(dataclasses.replace(each, damage=at) if each.id == reading.id else each for each in made.readings)
    )


def test_every_placement_of_every_kind_has_a_row_in_the_packs_order():
    made = pack("Asks: r1 | Voices: q1 | Context: c1 n1 i1 f2 | Sources: g1")
    shown = outlined(made, "master", Copy.HAND_OVER)
    assert [row.id for section in shown.sections for row in section.rows] == [placement.id for _, placement in made.placements()]
    kinds = [row.kind for section in shown.sections for row in section.rows]
    assert kinds == [RowKind(each) for each in ("recommendation", "quote", "context", "note", "image", "figure", "generated")]
    assert [each.text for each in shown.front] == ["What leaders can do", "Act together, and act now."]


def test_asks_bear_the_number_the_audience_shown_sees_and_nothing_else_bears_one():
    made = pack("Asks: r3 r1 | Voices: q1")
    assert {each.id: each.number for each in rows(made).values()} == {"p-r3": "R1", "p-r1": "R2", "p-q1": ""}
    assert rows(made, "canada")["p-r1"].number == "R1"


def test_a_quote_shows_its_words_without_outer_marks_and_who_said_them():
    row = rows(pack("Voices: q1"))["p-q1"]
    assert row.text == "People are leaving because they cannot feed their children at home."
    assert (row.speaker, row.role, row.own, row.grade) == ("Ana Torres", "Regional Director, Harbour Relief", False, Grade.EXACT)


def test_what_a_person_put_into_a_quote_is_told_from_the_sources_words():
    made = pack("Context: c1")
    span = made.excerpt("c1").span
    place = span.start
    edits = (Omit(Span(place, place + 10)), Insert("some"), Keep(Span(place + 10, span.end)))
    made = pack("Context: c1", wordings={"c1": Verbatim((Stretch("c1", edits),))})
    row = rows(made)["p-c1"]
    ours = [run.text.strip() for run in row.words if run.voice is Voice.OURS]
    assert ours == ["[…]", "[some]"]
    assert row.grade is Grade.MARKED
    assert grade_words(row, EN) == EN.say("window.grade.marked")


def test_a_letter_in_the_other_case_is_ours():
    made = pack("Context: c1")
    span = made.excerpt("c1").span
    edits = (Case(Span(span.start, span.start + 1)), Keep(Span(span.start + 1, span.end)))
    row = rows(pack("Context: c1", wordings={"c1": Verbatim((Stretch("c1", edits),))}))["p-c1"]
    assert row.words[0] == OutlineRun("[m]", Voice.OURS)


def test_damage_is_waved_where_it_is_and_said():
    made = damaged(pack("Context: c1"), "c1", (DamageKind.GARBLED, 10, 21))
    row = rows(made)["p-c1"]
    assert [run.text for run in row.words if run.voice is Voice.DAMAGE] == [row.text[10:21]]
    assert damage_words(row, EN) == "Garbled"


@pytest.mark.parametrize(("kind", "place", "word"), [(DamageKind.CUT_AT_START, 0, "More"), (DamageKind.CUT_AT_END, -1, "2015.")])
def test_where_something_is_missing_the_word_beside_it_is_waved(kind, place, word):
    made = pack("Context: c1")
    length = len(made.excerpt("c1").span)
    at = 0 if place == 0 else length
    row = rows(damaged(made, "c1", (kind, at, at)))["p-c1"]
    assert [run.text for run in row.words if run.voice is Voice.DAMAGE] == [word]


def test_a_link_that_leads_nowhere_harms_no_words():
    row = rows(damaged(pack("Context: c1"), "c1", (DamageKind.DEAD_LINK, 0, 4)))["p-c1"]
    assert row.damage == ()
    assert {run.voice for run in row.words} == {Voice.SOURCE}


def test_damage_that_was_trimmed_away_is_told_no_more():
    made = pack("Context: c1")
    span = made.excerpt("c1").span
    edits = (Keep(Span(span.start, span.start + 21)), Omit(Span(span.start + 21, span.end)))
    made = pack("Context: c1", wordings={"c1": Verbatim((Stretch("c1", edits),))})
    row = rows(damaged(made, "c1", (DamageKind.GARBLED, 40, 50)))["p-c1"]
    assert row.damage == ()


def test_words_of_ours_are_based_on_their_source_and_tell_the_damage_beneath():
    made = damaged(pack("Asks: r1", wordings={"r1": Adapted("Open the door", "to families.")}), "r1", (DamageKind.GARBLED, 0, 3))
    row = rows(made)["p-r1"]
    assert (row.text, row.own, row.adapted, row.grade) == ("Open the door to families.", True, True, None)
    assert row.words[0].voice is Voice.STRONG
    assert "".join(source_words(row, EN)).startswith("Based on A region on the move, 6 Jun 2022")
    assert row.damage == (DamageKind.GARBLED,)


def test_a_translation_shows_its_own_words_and_is_graded_as_one():
    made = pack("Context: c1", wordings={"c1": Translated("es")})
    rendering = Rendering("es", "Más de siete millones.", RenderingStatus.OURS, translator="A. Ruiz")
    made = dataclasses.replace(made, excerpts=(dataclasses.replace(made.excerpts[0], renderings=(rendering,)),))
    row = rows(made)["p-c1"]
    assert (row.text, row.grade) == ("Más de siete millones.", Grade.TRANSLATED)


def test_what_does_not_reach_the_audience_says_why():
    made = pack("Asks: r3 r1 | Context: n1@unhcr")
    shown = rows(made, "canada")
    assert shown["p-r3"].absence is Absence.ASKED_OF_OTHERS
    assert shown["p-r1"].absence is None
    assert absence_words(shown["p-n1"], made, EN) == "Not in this copy: only for UNHCR"
    assert all(row.absence is None for row in rows(made).values())
    nobody = dataclasses.replace(made.sections[1].placements[0], audiences=())
    held = dataclasses.replace(made, sections=(made.sections[0], dataclasses.replace(made.sections[1], placements=(nobody,))))
    assert rows(held, "canada")["p-n1"].absence is Absence.CHOSEN_FOR_NOBODY


def test_texts_of_the_audience_shown_are_told_from_those_for_all():
    made = pack("Context: n1", title=ByAudience("For all", {"canada": "For Canada"}))
    front = {each.name: each for each in outlined(made, "canada", Copy.HAND_OVER).front}
    assert (front["title"].text, front["title"].differs, front["bottom_line"].differs) == ("For Canada", True, False)


def test_internal_sections_print_on_internal_copies_alone():
    made = pack("Asks: r1 | Meeting: g1")
    assert [each.printed for each in outlined(made, "canada", Copy.HAND_OVER).sections] == [True, False]
    assert [each.printed for each in outlined(made, "canada", Copy.INTERNAL).sections] == [True, True]
    assert outlined(made, "canada", Copy.INTERNAL).sections[1].internal


@pytest.mark.parametrize(
    ("budget", "used", "language", "said", "over"),
    [
        (0.5, 0.7, "en", "0.7 of 0.5 page", True),
        (1.0, 0.5, "en", "0.5 of 1 page", False),
        (2.0, 1.04, "en", "1 of 2 pages", False),
        (1.0, 1.04, "en", "1 of 1 page", False),
        (1.5, 0.25, "fr", "0,2 sur 1,5 pages", False),
        (1.0, None, "en", "1 page", False),
        (None, 0.5, "en", "", False),
    ],
)
def test_a_budget_is_told_as_it_is_read(budget, used, language, said, over):
    made = pack("Asks: r1")
    section = dataclasses.replace(outlined(made, "master", Copy.HAND_OVER).sections[0], budget=budget)
    assert budget_words(section, used, Words(language)) == said
    assert over_budget(section, used) is over
    assert (EN.say("window.outline.over-budget") in section_aloud(section, used, EN)) is over


def test_a_row_read_aloud_says_kind_number_words_for_whom_and_from_where():
    made = pack("Asks: r1 | Sources: g1")
    said = read_aloud(rows(made)["p-r1"], made, EN)
    assert said.startswith("Recommendation R1. The government of Canada must widen")
    assert "To The government of Canada" in said
    assert "A region on the move, 6 Jun 2022 · ¶" in said
    assert read_aloud(rows(made)["p-g1"], made, EN) == stand_in(rows(made)["p-g1"], EN)


def test_a_source_without_a_date_keeps_its_name_apart_from_the_place():
    made = pack("Asks: r1")
    undated = tuple(dataclasses.replace(each, card=dataclasses.replace(each.card, date=None)) for each in made.documents)
    name, place = source_words(rows(dataclasses.replace(made, documents=undated))["p-r1"], EN)
    assert (name, place.startswith(" · ¶")) == ("A region on the move", True)


@pytest.mark.parametrize("language", ["en", "es", "fr"])
def test_every_row_can_be_read_aloud_in_every_language(language):
    made = pack("Asks: r1 r3 | Voices: q1 | Context: c1 n1 i1 f2 n1@unhcr | Sources: g1 | Matrix: g2 | Meeting: g3")
    for row in rows(made, "canada").values():
        assert read_aloud(row, made, Words(language))
