import dataclasses

import pytest

from briefing_app.domain.briefing import Copy
from briefing_app.domain.finding import Severity
from briefing_app.domain.layout import LayoutReport, Overrun
from briefing_app.domain.pack import ByAudience
from tests import builders
from tests.checks.looking import codes, one, placements

PACK = builders.pack("Asks: r1 | Voices: q1 | Context: c1 n1 | Sources: g1", pages=2)


def test_a_copy_that_is_not_laid_out_or_fits_has_no_findings():
    assert codes(PACK) == []
    assert codes(PACK, report=LayoutReport(2, {"s-asks": 1.0, "s-voices": 1.0, "s-sources": 3.0})) == []


def test_pages_are_counted_without_annexes():
    report = LayoutReport(5, {"s-asks": 1.2, "s-voices": 1.0, "s-sources": 2.8})
    finding = one(PACK, "pages-over", report=report)
    assert (finding.severity, finding.parameters) == (Severity.MEND, {"pages": "2.2", "budget": 2})
    assert one(PACK, "pages-over", report=LayoutReport(3)).parameters["pages"] == "3"


def test_a_section_over_its_budget_is_named():
    sections = tuple(dataclasses.replace(each, budget=1.0) for each in PACK.sections)
    pack = dataclasses.replace(PACK, sections=sections)
    finding = one(pack, "section-over", report=LayoutReport(2, {"s-asks": 1.5, "s-voices": 0.4}))
    assert (finding.section, finding.parameters) == ("s-asks", {"title": "Asks", "pages": "1.5", "budget": "1"})


@pytest.mark.parametrize("code", ["title-too-long", "panel-too-long", "word-too-long", "source-line-too-long", "overrun"])
def test_what_asks_for_more_room_than_there_is_is_worth_mending(code):
    overrun = Overrun("unheard-of" if code == "overrun" else code, "Somewhere", 12.0, 9.5)
    finding = one(PACK, code, report=LayoutReport(1, overruns=(overrun,)))
    assert (finding.severity, finding.parameters) == (Severity.MEND, {"where": "Somewhere", "taken": "12", "room": "9.5"})


def test_where_only_the_word_processor_will_know_pages_are_not_judged():
    report = LayoutReport(9, {"s-asks": 9.0}, (Overrun("overrun", "x", 2, 1),), estimated=True)
    assert codes(PACK, report=report, copy=Copy.WORKING) == []


def test_characters_that_nothing_can_print_block_every_copy():
    finding = one(PACK, "missing-glyphs", report=LayoutReport(1, missing_glyphs=("ᚠ", "☂")), copy=Copy.WORKING)
    assert (finding.severity, finding.parameters["characters"]) == (Severity.BLOCKS, "ᚠ (U+16A0), ☂ (U+2602)")


def test_words_that_run_from_right_to_left_are_worth_mending():
    assert one(placements(PACK, "p-n1", text=ByAudience("مرحبا")), "right-to-left").placement == "p-n1"
