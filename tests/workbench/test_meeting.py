"""Notes for a meeting: numbers that follow their asks, what is left blank, what points and answers may point to."""

import dataclasses

import pytest

from briefing_app.composition.entry import compose
from briefing_app.domain.audience import Person
from briefing_app.domain.briefing import Copy
from briefing_app.domain.pack import MeetingNotes, Question, TalkingPoint
from briefing_app.workbench.editing import move, section_holding
from briefing_app.workbench.meeting import Draft, asks_of, drafted, has_sheets, sources_of, written
from briefing_app.workbench.sample import sample


@pytest.fixture(scope="module")
def pack():
    return sample()[0]


def number_of(pack, placement, audience="mexico"):
    return next(ask.number for ask in asks_of(pack, audience) if ask.id == placement)


def rewritten(pack, audience="mexico", **notes):
    draft = drafted(pack, audience)
    return written(pack, audience, dataclasses.replace(draft, notes=dataclasses.replace(draft.notes, **notes))).pack


def test_notes_are_edited_with_the_numbers_the_audience_sees(pack):
    assert "{financing}" in pack.meetings["mexico"].outcome
    outcome = drafted(pack, "mexico").notes.outcome
    assert "{" not in outcome
    assert number_of(pack, "financing") in outcome


def test_what_was_not_changed_is_no_edit(pack):
    assert written(pack, "mexico", drafted(pack, "mexico")).pack is pack


def test_a_number_that_was_written_follows_its_ask(pack):
    number = number_of(pack, "financing")
    made = rewritten(pack, private=f"Say {number} twice, but not X{number} or {number}0.")
    assert made.meetings["mexico"].private == f"Say {{financing}} twice, but not X{number} or {number}0."
    home = section_holding(made, "financing")
    first = move(made, ["financing"], home.id, 0).pack
    assert number_of(first, "financing") == "R1" != number
    assert "Say R1 twice" in drafted(first, "mexico").notes.private


def test_rows_left_blank_fall_away_and_a_point_too_many_stays(pack):
    points = tuple(TalkingPoint(text) for text in ("One", "", *("More " * 30 for _ in range(7))))
    made = rewritten(
        pack, talking_points=points, questions=(Question("", ""), Question("Why now?", "")), ours=(Person(""), Person("Lead"))
    )
    notes = made.meetings["mexico"]
    assert len(notes.talking_points) == 8
    assert notes.questions == (Question("Why now?", ""),)
    assert notes.ours == (Person("Lead"),)


def test_people_of_their_side_are_the_audiences_own(pack):
    draft = Draft(MeetingNotes(), (Person("Minister", "Ana Torres"), Person("")))
    made = written(pack, "canada", draft).pack
    assert made.audience("canada").people == (Person("Minister", "Ana Torres"),)
    assert made.audience("mexico") == pack.audience("mexico")


def test_a_point_may_stand_for_any_ask_those_of_this_audience_first(pack):
    asks = asks_of(pack, "mexico")
    numbered = [bool(ask.number) for ask in asks]
    assert numbered == sorted(numbered, reverse=True)
    assert {True, False} == set(numbered)


def test_an_answer_may_stand_on_what_is_placed_and_keeps_what_it_stands_on(pack):
    offered = {each.id for each in sources_of(pack, "mexico")}
    assert {question.excerpt for question in pack.meetings["mexico"].questions if question.excerpt} <= offered


def test_a_pack_without_the_sections_says_so(pack):
    assert has_sheets(pack)
    assert not has_sheets(dataclasses.replace(pack, sections=()))


def test_what_is_written_prints_on_the_internal_copy_alone(pack):
    made = rewritten(pack, leave_behind="A folder of photographs", private="First remark.\nSecond remark.")
    printed = repr(compose(made, "mexico", Copy.INTERNAL))
    for words in ("A folder of photographs", "First remark.", "Second remark."):
        assert words in printed
        assert words not in repr(compose(made, "mexico", Copy.HAND_OVER))
