"""Numbers freeze at the first hand-over of a cleared pack, for the audience that got it."""

from pathlib import Path

import pytest

from briefing_app.domain.briefing import Copy
from briefing_app.domain.dates import PartialDate
from briefing_app.domain.layout import LayoutReport
from briefing_app.domain.pack import cleared
from briefing_app.errors import FileNotWritten
from briefing_app.workbench import editing
from briefing_app.workbench.handing_over import handed_over
from briefing_app.workbench.orders import Format, Order, Outcome
from tests.builders import pack


def written(audience, copy=Copy.HAND_OVER):
    return Outcome(Order(audience, copy, Format.PDF, Path("x.pdf")), report=LayoutReport(2))


@pytest.fixture
def made():
    return editing.clear(pack("Asks: r1 r2 r5"), "L. Moreau", PartialDate(2023, 1, 16)).pack


def test_the_numbers_of_who_got_a_copy_freeze_and_the_clearance_stands(made):
    after = handed_over(made, [written("canada")])
    assert after.numbers == {"canada": {"p-r1": "R1", "p-r5": "R2", "p-r2": "R3"}}
    assert cleared(after)


def test_a_draft_freezes_nothing():
    made = pack("Asks: r1")
    assert handed_over(made, [written("canada")]) is made


@pytest.mark.parametrize("copy", [Copy.INTERNAL, Copy.WORKING])
def test_a_copy_that_stays_in_the_house_freezes_nothing(made, copy):
    assert handed_over(made, [written("canada", copy)]) is made


def test_a_file_that_was_not_written_freezes_nothing(made):
    failed = Outcome(Order("canada", Copy.HAND_OVER, Format.PDF, Path("x.pdf")), fault=FileNotWritten("disk-full", path="x.pdf"))
    assert handed_over(made, [failed]) is made


def test_handing_over_again_changes_nothing(made):
    once = handed_over(made, [written("canada")])
    assert handed_over(once, [written("canada")]) is once
