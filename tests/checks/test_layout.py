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


def test_budgets_that_were_passed_are_told_of_the_pack_and_of_a_section_by_its_title():
    over = (Overrun("section-budget", "s-asks", 1.5, 1), Overrun("page-budget", "", 3, 2))
    report = LayoutReport(3, overruns=over)
    pages = one(PACK, "pages-over", report=report)
    assert (pages.severity, pages.section, pages.parameters["taken"], pages.parameters["room"]) == (Severity.MEND, None, 3, 2)
    section = one(PACK, "section-over", report=report)
    assert (section.section, section.parameters) == ("s-asks", {"where": "Asks", "taken": 1.5, "room": 1})


def test_an_overrun_of_a_placement_stands_at_it_and_names_its_words():
    finding = one(PACK, "source-line-too-long", report=LayoutReport(1, overruns=(Overrun("source-line-too-long", "p-c1", 9, 8),)))
    assert (finding.section, finding.placement) == ("s-context", "p-c1")
    assert finding.parameters["where"].startswith("More than 7.1 million people")


def test_an_image_that_cannot_be_shown_stops_the_hand_over_copy_alone():
    pack = builders.pack("Asks: r1 | Context: i1")
    report = LayoutReport(1, overruns=(Overrun("image-broken", "p-i1", 0, 0),))
    assert one(pack, "image-broken", report=report).severity is Severity.BLOCKS
    assert one(pack, "image-broken", report=report, copy=Copy.INTERNAL).severity is Severity.MEND


CODES = (
    "title-too-long",
    "panel-too-long",
    "word-too-long",
    "figure-label-too-long",
    "running-title-too-long",
    "logo-broken",
    "overrun",
)


@pytest.mark.parametrize("code", CODES)
def test_what_asks_for_more_room_than_there_is_is_worth_mending(code):
    overrun = Overrun("unheard-of" if code == "overrun" else code, "Somewhere", 12.0, 9.5)
    finding = one(PACK, code, report=LayoutReport(1, overruns=(overrun,)))
    assert (finding.severity, finding.parameters) == (Severity.MEND, {"where": "Somewhere", "taken": 12, "room": 9.5})


def test_where_only_the_word_processor_will_know_pages_are_not_judged():
    report = LayoutReport(9, {"s-asks": 9.0}, (Overrun("page-budget", "", 9, 1),), estimated=True)
    assert codes(PACK, report=report, copy=Copy.WORKING) == []


def test_characters_that_nothing_can_print_block_every_copy():
    finding = one(PACK, "missing-glyphs", report=LayoutReport(1, missing_glyphs=("ᚠ", "☂")), copy=Copy.WORKING)
    assert (finding.severity, finding.parameters["characters"]) == (Severity.BLOCKS, ("ᚠ (U+16A0)", "☂ (U+2602)"))


def test_words_that_run_from_right_to_left_are_worth_mending():
    assert one(placements(PACK, "p-n1", text=ByAudience("مرحبا")), "right-to-left").placement == "p-n1"
