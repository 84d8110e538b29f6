import dataclasses

import pytest

from briefing_app.domain.briefing import Copy
from briefing_app.domain.finding import Severity
from briefing_app.domain.pack import Adapted, ByAudience, MeetingNotes, TalkingPoint
from tests import builders
from tests.checks.looking import cleared, codes, findings, one, placements

PACK = builders.pack("Asks: r1 r3 | Context: c1 n1 f2 i1")


def test_a_pack_that_nobody_cleared_is_for_information_and_one_edited_since_is_worth_mending():
    assert one(PACK, "not-cleared").severity is Severity.INFO
    assert findings(cleared(PACK)) == ()
    void = one(dataclasses.replace(cleared(PACK), event="Another"), "clearance-void")
    assert (void.severity, void.parameters) == (Severity.MEND, {"who": "A. Diallo", "day": "2023-01-12"})


def test_a_bottom_line_is_there_for_each_audience_and_short():
    missing = dataclasses.replace(PACK, bottom_line=ByAudience("Act.", {"unhcr": " "}))
    assert codes(missing, "canada") == []
    assert codes(missing, "unhcr") == ["bottom-line-missing"]
    long = dataclasses.replace(PACK, bottom_line=ByAudience("word " * 36))
    assert one(long, "bottom-line-long").parameters == {"number": 36, "most": 35}
    assert codes(dataclasses.replace(PACK, bottom_line=ByAudience("word " * 35))) == []


@pytest.mark.parametrize(
    ("number", "words", "there"),
    [
        ("32%", "In 2022, some 32% of new arrivals came alone.", True),
        ("32%", "En 2022, 32\u202f% des arrivants étaient seuls.", True),
        ("7.1 Million", "More than 7.1 million people left.", True),
        ("32", "In 2022, some 320 came.", False),
        ("32", "In 2022, some 32.5 came.", False),
        ("32", "In 2022, 1.32 came.", False),
        ("33%", "In 2022, some 32% came.", False),
        ("3", "In 2022 the paper named three drivers.", True),
        ("3", "En 2022 el documento nombró tres causas.", False),
        ("4", "In 2022 the paper named three drivers.", False),
    ],
)
def test_a_key_figure_is_a_whole_number_of_its_source(number, words, there):
    pack = placements(builders.pack("Asks: r1 | Context: f2", texts={"f2": words}), "p-f2", number=number)
    found = [each for each in findings(pack) if each.code == "figure-not-in-source"]
    assert [each.severity for each in found] == ([] if there else [Severity.BLOCKS])


def test_an_image_without_a_description_is_worth_mending():
    assert codes(placements(PACK, "p-i1", alternative=" ")) == ["image-without-alternative"]


@pytest.mark.parametrize("words", ["Time TBC", "Lorem ipsum? lorem ipsum", "See [insert date]", "XXX people", "Why???"])
def test_words_that_were_meant_to_be_replaced_are_found_in_all_that_is_ours(words):
    for pack in (
        placements(PACK, "p-n1", text=ByAudience(words)),
        placements(PACK, "p-f2", label=ByAudience(words)),
        placements(PACK, "p-i1", caption=ByAudience(words)),
        placements(PACK, "p-r1", wording=Adapted("Pay.", words)),
        dataclasses.replace(PACK, bottom_line=ByAudience(words)),
        dataclasses.replace(PACK, title=ByAudience(words)),
    ):
        assert codes(pack) == ["placeholder"]


def test_words_of_a_source_are_no_placeholder():
    assert codes(builders.pack("Asks: r1 | Context: c1", texts={"c1": "The date was TBC."})) == []


def test_notes_for_a_meeting_are_looked_at_in_internal_copies_alone():
    long = "x" * 61
    notes = MeetingNotes(talking_points=(TalkingPoint(long), *[TalkingPoint("x" * 60)] * 6))
    pack = dataclasses.replace(PACK, meetings={"canada": notes})
    assert codes(pack, copy=Copy.INTERNAL) == ["talking-points-many", "talking-point-long"]
    assert one(pack, "talking-point-long", copy=Copy.INTERNAL).parameters == {"place": 1, "number": 61, "most": 60}
    assert codes(pack) == []
    assert codes(pack, "unhcr", Copy.INTERNAL) == ["meeting-empty"]
