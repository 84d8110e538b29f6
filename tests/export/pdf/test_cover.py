"""Covers: which copies have one, what is on it, and the pages its contents name."""

import ctypes
import dataclasses
import re

import pypdfium2 as pdfium
import pytest

from briefing_app.catalogue.brands import load_brand
from briefing_app.domain.audience import Paper
from briefing_app.domain.brand import CoverDrawing, Masthead, Shape
from briefing_app.domain.briefing import (
    ContentsEntry,
    Cover,
    Heading,
    InternalBriefing,
    Meta,
    Panel,
    Paragraph,
    Part,
    Sheet,
    TitleBand,
    with_cover,
)
from briefing_app.export.pdf.entry import write_pdf
from briefing_app.export.verification import verify_pdf
from tests.conforming import conforming
from tests.export.pdf.making import page_texts, small, words

META = (Meta("For", ("Delegation of Canada",)), Meta("Date", ("16 January 2023",)))
RUNNING = "Words that fill a line and go on to the next one of the page. " * 14


def long(sections, paragraphs, **more):
    """Return a briefing of so many sections of so many paragraphs, with a title band and a cover to choose from."""
    parts = tuple(
        Part(f"s{number}", tuple(Paragraph(words(RUNNING), f"p{number}-{place}") for place in range(paragraphs)), number > 0)
        for number in range(sections)
    )
    titled = [
        dataclasses.replace(part, blocks=(Heading(1, f"Section {n} title"), *part.blocks)) for n, part in enumerate(parts) if n
    ]
    band = TitleBand("Briefing", "A title of the pack", "And a subtitle", META)
    first = dataclasses.replace(parts[0], blocks=(band, Panel("Bottom line", words("Act together.")), *parts[0].blocks))
    contents = tuple(ContentsEntry(f"s{number}", f"Section {number} title", f"about {number}") for number in range(sections))
    cover = Cover("Briefing", "A title of the pack", "And a subtitle", META, "In this pack", contents)
    return small(parts=(first, *titled), cover=cover, **more)


def made(briefing, brand=None):
    brand = brand or load_brand("neutral")
    written = write_pdf(briefing, brand, {})
    conforming(written.data)
    verify_pdf(written, briefing, brand)
    return written, page_texts(written.data)


def contents_of(pages):
    """Return the page that the contents name for each section."""
    found = re.findall(r"(\d+)\s+Section (\d+) title\s+about", " ".join(" ".join(pages).split()))
    return {int(section): int(page) for page, section in found}


def test_a_copy_of_four_pages_has_its_title_band_and_one_of_five_a_cover():
    _, four = made(long(4, 1))
    _, six = made(long(5, 1))

    assert len(four) == 4
    assert "In this pack" not in four[0]
    assert len(six) == 6
    assert "In this pack" in six[0]
    assert "Act together" in six[1]


def test_a_copy_that_always_has_a_cover_has_it_however_short_it_is():
    written, pages = made(long(1, 1, always_covered=True))

    assert written.covered
    assert len(pages) == 2
    assert "Section 0 title" in pages[1]


@pytest.mark.parametrize(("sections", "paragraphs"), [(5, 1), (3, 30), (30, 2), (60, 1)])
def test_contents_name_the_pages_their_sections_begin_on(sections, paragraphs):
    _, pages = made(long(sections, paragraphs))

    named = contents_of(pages)
    assert sorted(named) == list(range(sections))
    for section, page in named.items():
        assert f"Section {section} title" in pages[page - 1]
        assert "about" not in pages[page - 1]


def test_each_line_of_the_contents_leads_to_its_section():
    written, pages = made(long(5, 2))

    with pdfium.PdfDocument(written.data) as document:
        leads = []
        link, place = pdfium.raw.FPDF_LINK(), ctypes.c_int(0)
        while pdfium.raw.FPDFLink_Enumerate(document[0], place, link):
            target = pdfium.raw.FPDFLink_GetDest(document, link)
            leads.append(pdfium.raw.FPDFDest_GetDestPageIndex(document, target) + 1)
    assert leads == [contents_of(pages)[section] for section in range(5)]


def test_the_internal_copy_keeps_the_cover_and_the_numbers_of_the_shared_pages():
    briefing = long(5, 1)
    inside = InternalBriefing(briefing, (Sheet("A", (Heading(1, "Meeting"),)),))
    _, pages = made(inside)
    _, shared = made(briefing)

    assert contents_of(pages) == contents_of(shared)
    assert "In this pack" in pages[1]


def test_a_cover_counts_for_no_budget():
    briefing = dataclasses.replace(long(5, 1), pages=5)
    written, _ = made(briefing)

    assert [overrun.code for overrun in written.report.overruns] == []
    assert set(written.report.section_pages) == {f"s{number}" for number in range(5)}


@pytest.mark.parametrize("masthead", Masthead)
@pytest.mark.parametrize("cover", CoverDrawing)
def test_every_drawing_goes_with_every_masthead(masthead, cover):
    brand = dataclasses.replace(load_brand("neutral"), shape=Shape(masthead=masthead, cover=cover))
    written, pages = made(long(5, 1), brand)

    assert written.report.overruns == ()
    assert "A title of the pack" in pages[0]


def test_a_cover_with_a_title_of_forty_lines_loses_none_of_it():
    title = " ".join(f"word{number}" for number in range(160))
    briefing = long(2, 1, always_covered=True)
    briefing = dataclasses.replace(briefing, cover=dataclasses.replace(briefing.cover, title=title))
    written, pages = made(briefing)

    assert "title-too-long" in [overrun.code for overrun in written.report.overruns]
    assert all(f"word{number}" in " ".join(pages) for number in range(160))


def test_the_form_with_a_cover_has_the_first_section_under_its_heading_and_keeps_every_placement():
    briefing = long(3, 2)
    form = with_cover(briefing)

    assert [part.section for part in form.parts] == ["", "s0", "s1", "s2"]
    assert form.parts[1].blocks[0] == Heading(1, "Section 0 title")
    assert with_cover(form) == form
    assert [b for part in form.parts for b in part.blocks if isinstance(b, Paragraph)] == [
        b for part in briefing.parts for b in part.blocks if isinstance(b, Paragraph)
    ]


@pytest.mark.parametrize("brand", ["neutral", "signal"])
def test_a_long_title_takes_room_from_the_drawing_so_that_the_contents_stand_beneath_it(brand):
    briefing = long(5, 1, paper=Paper.LETTER)
    cover = dataclasses.replace(briefing.cover, title="What the leaders of the region can do about it together " * 2)
    _, pages = made(dataclasses.replace(briefing, cover=cover), load_brand(brand))

    assert "In this pack" in pages[0]
    assert "Section 4 title" in pages[0]
