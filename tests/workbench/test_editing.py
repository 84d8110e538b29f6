"""Edits of a pack: each returns a new pack and what changed, and leaves the old one alone."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.composition.entry import compose
from briefing_app.domain.briefing import Copy
from briefing_app.domain.consistency import inconsistencies
from briefing_app.domain.dates import PartialDate
from briefing_app.domain.pack import Adapted, Confirmation, MeetingNotes, NotePlacement, cleared
from briefing_app.domain.pack import ByAudience as Said
from briefing_app.workbench import editing
from tests.builders import pack

OUTLINE = "Asks: r1 r2 r3 | Context: n1 q1 c1 f1 i1 | Sources: g1"


def order(made, section):
    return [each.id for each in editing._section(made, section).placements]


def test_placements_are_put_where_they_were_let_go():
    note = NotePlacement("new", Said("A note"))
    edited = editing.put(pack(OUTLINE), "s-context", 1, [note])
    assert order(edited.pack, "s-context")[:3] == ["p-n1", "new", "p-q1"]
    assert edited.changed == {"s-context", "new"}


@pytest.mark.parametrize(
    ("moved", "section", "index", "expected"),
    [
        (["p-r3"], "s-asks", 0, ["p-r3", "p-r1", "p-r2"]),
        (["p-r1"], "s-asks", 3, ["p-r2", "p-r3", "p-r1"]),
        (["p-r1"], "s-asks", 1, ["p-r1", "p-r2", "p-r3"]),
        (["p-r1", "p-r2"], "s-asks", 3, ["p-r3", "p-r1", "p-r2"]),
        (["p-r1", "p-r3"], "s-asks", 1, ["p-r1", "p-r3", "p-r2"]),
    ],
)
def test_moved_placements_stand_before_the_one_they_were_dropped_on(moved, section, index, expected):
    assert order(editing.move(pack(OUTLINE), moved, section, index).pack, section) == expected


def test_a_placement_moves_to_another_section():
    edited = editing.move(pack(OUTLINE), ["p-c1"], "s-asks", 1)
    assert order(edited.pack, "s-asks") == ["p-r1", "p-c1", "p-r2", "p-r3"]
    assert "p-c1" not in order(edited.pack, "s-context")
    assert edited.changed == {"s-asks", "s-context", "p-c1"}


@given(st.lists(st.sampled_from(["p-r1", "p-r2", "p-q1", "p-c1", "p-g1"]), unique=True), st.integers(0, 9), st.data())
def test_moving_loses_nothing_and_keeps_the_order_of_the_rest(moved, index, data):
    before = pack(OUTLINE)
    section = data.draw(st.sampled_from([each.id for each in before.sections]))
    after = editing.move(before, moved, section, index).pack
    ids = [each.id for _, each in before.placements()]
    assert sorted(each.id for _, each in after.placements()) == sorted(ids)
    for each in before.sections:
        rest = [one for one in order(before, each.id) if one not in moved]
        assert [one for one in order(after, each.id) if one not in moved] == rest
    assert [one for one in order(after, section) if one in moved] == [one for one in ids if one in moved]


@given(st.sets(st.sampled_from(["p-r1", "p-r2", "p-q1", "p-c1", "p-f1", "p-i1"])))
def test_what_is_removed_is_gone_and_the_rest_still_composes(gone):
    after = editing.remove(pack(OUTLINE), gone).pack
    assert not {each.id for _, each in after.placements()} & gone
    assert inconsistencies(after) == ()
    compose(after, "canada", Copy.INTERNAL)


def test_a_wording_may_be_for_all_or_for_one_audience():
    made = pack(OUTLINE)
    mine = Adapted("Act now.")
    everybody = editing.reword(made, "p-r1", mine).pack
    one = editing.reword(made, "p-r1", mine, "canada").pack
    assert editing.placement_of(everybody, "p-r1").wording_for("unhcr") == mine
    assert editing.placement_of(one, "p-r1").wording_for("canada") == mine
    assert editing.placement_of(one, "p-r1").wording_for("unhcr") == editing.placement_of(made, "p-r1").wording


@pytest.mark.parametrize(("placement", "field"), [("p-n1", "text"), ("p-f1", "label"), ("p-i1", "caption")])
def test_our_own_words_may_be_for_all_or_for_one_audience(placement, field):
    made = editing.write_text(pack(OUTLINE), placement, "for all").pack
    made = editing.write_text(made, placement, "for Canada", "canada").pack
    written = getattr(editing.placement_of(made, placement), field)
    assert (written.of("unhcr"), written.of("canada")) == ("for all", "for Canada")


def test_source_words_cannot_be_written_over():
    with pytest.raises(KeyError):
        editing.write_text(pack(OUTLINE), "p-q1", "other words")


def test_a_second_answer_to_a_finding_takes_the_place_of_the_first():
    day = PartialDate(2023, 1, 16)
    made = editing.confirm(pack(OUTLINE), "p-q1", Confirmation("x()", "A", "first", day)).pack
    made = editing.confirm(made, "p-q1", Confirmation("x()", "B", "second", day)).pack
    assert [each.who for each in editing.placement_of(made, "p-q1").confirmations] == ["B"]


def test_a_section_a_title_and_the_notes_for_a_meeting_are_written():
    made = editing.retitle_section(pack(OUTLINE), "s-asks", "What we ask").pack
    made = editing.write_front(made, "bottom_line", "Canada acts.", "canada").pack
    made = editing.write_meeting(made, "canada", MeetingNotes(outcome="A date")).pack
    assert made.sections[0].title.text == "What we ask"
    assert made.bottom_line.of("canada") == "Canada acts."
    assert made.meetings["canada"].outcome == "A date"


def test_a_clearance_holds_until_the_next_edit():
    made = editing.clear(pack(OUTLINE), "L. Moreau", PartialDate(2023, 1, 16)).pack
    assert cleared(made)
    assert not cleared(editing.write_front(made, "title", "Another").pack)


def test_a_picture_is_described_with_the_caption_left_alone_or_written_for_one_audience():
    made = editing.describe_picture(pack(OUTLINE), "p-i1", "A. Ruiz", "A queue at dawn").pack
    held = editing.placement_of(made, "p-i1")
    assert (held.credit, held.alternative) == ("A. Ruiz", "A queue at dawn")
    assert held.caption == editing.placement_of(pack(OUTLINE), "p-i1").caption
    edited = editing.describe_picture(made, "p-i1", "", "A queue", "In Tapachula", "canada")
    held = editing.placement_of(edited.pack, "p-i1")
    assert (held.credit, held.alternative, held.caption.of("canada")) == ("", "A queue", "In Tapachula")
    assert held.caption.of("unhcr") == editing.placement_of(made, "p-i1").caption.text
    assert edited.changed == {"p-i1"}
    with pytest.raises(KeyError):
        editing.describe_picture(made, "p-n1", "", "A note shows nothing")


def test_audiences_of_placements_are_chosen_at_once_and_left_to_whom_they_concern():
    edited = editing.choose_audiences(pack(OUTLINE), ["p-r1", "p-c1"], ("unhcr",))
    made = edited.pack
    chosen = {each.id for _, each in made.placements() if each.audiences == ("unhcr",)}
    assert chosen == edited.changed == {"p-r1", "p-c1"}
    assert editing.placement_of(editing.choose_audiences(made, ["p-r1"], None).pack, "p-r1").audiences is None
    with pytest.raises(KeyError):
        editing.choose_audiences(made, ["nowhere"], None)


@pytest.mark.parametrize(
    "edit",
    [
        lambda made: editing.put(made, "nowhere", 0, []),
        lambda made: editing.move(made, ["nothing"], "s-asks", 0),
        lambda made: editing.remove(made, ["nothing"]),
        lambda made: editing.retitle_section(made, "nowhere", ""),
        lambda made: editing.write_front(made, "id", "x"),
        lambda made: editing.write_meeting(made, "atlantis", MeetingNotes()),
        lambda made: editing.reword(made, "p-n1", Adapted("x")),
    ],
)
def test_what_is_not_there_cannot_be_edited(edit):
    made = pack(OUTLINE)
    before = dataclasses.replace(made)
    with pytest.raises(KeyError):
        edit(made)
    assert made == before
