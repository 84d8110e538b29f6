"""The cover of a Word file: its contents are a field, filled in advance, whose lines lead to their sections."""

import re
from dataclasses import replace

import pytest
from docx.oxml.ns import qn

from briefing_app.catalogue.brands import load_brand
from briefing_app.domain.audience import Paper
from briefing_app.domain.briefing import Quotation, Table
from briefing_app.domain.fidelity.grades import Grade
from briefing_app.export.pdf.blocks_cover import DRAWING, MOST_RAISED
from tests.export.pdf.test_cover import long, words
from tests.export.word.samples import briefing, root, walked, written

BRAND = load_brand("signal")


def instructions(made):
    return [(element.text or "").strip() for element in root(made).iter(qn("w:instrText"))]


def test_contents_stand_filled_in_one_field_and_lead_to_bookmarks_around_the_headings():
    made = written(long(5, 2), BRAND)

    lines = [entry.text for entry in walked(made) if entry.style == "toc 1"]
    assert [line.split("\t")[0] for line in lines] == [f"Section {number} title" for number in range(5)]
    pages = [int(line.split("\t")[1]) for line in lines]
    assert pages == sorted(pages)
    assert pages[0] == 2
    assert instructions(made)[0] == 'TOC \\o "1-1" \\h \\z'
    asked = [match.group(1) for each in instructions(made) if (match := re.match(r"PAGEREF (\S+)", each))]
    assert asked == [mark.get(qn("w:name")) for mark in root(made).iter(qn("w:bookmarkStart"))]
    assert asked == [link.get(qn("w:anchor")) for link in root(made).iter(qn("w:hyperlink"))]


def test_a_short_copy_has_no_cover():
    made = written(long(2, 1), BRAND)

    assert not [entry for entry in walked(made) if entry.style in {"toc 1", "Cover Title"}]


def test_a_brand_whose_typefaces_are_missing_still_gives_word_what_it_asked_for():
    made = written(long(2, 1), replace(BRAND, fonts=replace(BRAND.fonts, text="gone.ttf"), folder=""))

    assert not made.covered


def test_the_page_of_a_quotation_is_a_field_that_leads_to_it():
    said = Quotation((words("“Act together.”"),), "Ana Torres", "Director", "en", Grade.EXACT, "q1")
    table = Table(("Page", "Speaker"), (("Ana Torres",),), (0.2, 0.8), ("q1",))
    made = written(briefing(said, table), BRAND)

    assert "PAGEREF _Place1 \\h" in instructions(made)
    assert [entry.text for entry in walked(made) if entry.in_table] == ["Page", "Speaker", "1", "Ana Torres"]


def height_of_drawing(made):
    extent = next(root(made).iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"))
    return int(extent.get("cy")) / 12700


def test_a_long_title_takes_room_from_the_drawing_so_that_the_contents_stand_beneath_it():
    def titled(title):
        briefing = long(5, 2, paper=Paper.LETTER)
        return replace(briefing, cover=replace(briefing.cover, title=title))

    short, tall = (
        height_of_drawing(written(titled(title), BRAND)) for title in ("Act", "What the leaders of the region can do " * 3)
    )
    assert short == pytest.approx(DRAWING, abs=0.1)
    assert DRAWING - MOST_RAISED <= tall < short
