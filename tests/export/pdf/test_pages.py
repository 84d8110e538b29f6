"""Pages of whatever a briefing may bring: none left nearly empty, nothing left out, however long a word, a row or a heading is."""

import dataclasses
import re

import pypdfium2 as pdfium
import pytest
from hypothesis import HealthCheck, given, settings

from briefing_app.catalogue.brands import load_brand
from briefing_app.domain.audience import Paper
from briefing_app.domain.briefing import Ask, AskGroup, Heading, Paragraph, Part, Run, SourceLine, Table
from briefing_app.export.pdf.geometry import PAPERS
from briefing_app.export.pdf.notes import NoteLine, height_of
from briefing_app.export.pdf.pages import built
from briefing_app.export.pdf.slabs import Frame, Slab
from briefing_app.export.verification import verify_pdf
from tests.export.pdf.making import made_briefings, page_texts, pdf, small, words

slow_to_draw = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def test_a_section_follows_on_a_page_that_would_be_left_nearly_empty():
    parts = (Part("a", (Paragraph(words("One"), "p1"),)), Part("b", (Paragraph(words("Two"), "p2"),), new_page=True))

    written = pdf(small(parts=parts))

    assert [place.page for name in ("p1", "p2") for place in written.page_map[name]] == [1, 1]


def filled(written, paper=Paper.LETTER):
    """Return how full each page but the last is, by where its lowest mark stands."""
    with pdfium.PdfDocument(written.data) as document:
        bottoms = []
        for page in list(document)[:-1]:
            text = page.get_textpage()
            boxes = [text.get_rect(number) for number in range(text.count_rects())]
            high = page.get_size()[1]
            body = [high - bottom for _, bottom, _, _ in boxes if 75 < high - bottom < PAPERS[paper].bottom + 1]
            bottoms.append((max(body, default=80.0) - 80) / (PAPERS[paper].bottom - 80))
    return bottoms


@slow_to_draw
@given(made=made_briefings())
def test_no_page_but_the_last_is_left_under_a_quarter_full(made):
    briefing, _ = made
    # The body alone is measured here, so notes at the foot of a page must not hide an empty one.
    written = pdf(dataclasses.replace(briefing, notes=(), parts=without_calls(briefing.parts)))

    assert min(filled(written, briefing.paper), default=1) > 0.2


def without_calls(value):
    """Return nested values with no note called anywhere."""
    if isinstance(value, tuple):
        return tuple(without_calls(item) for item in value)
    if isinstance(value, Run):
        return dataclasses.replace(value, note=None)
    if dataclasses.is_dataclass(value):
        return dataclasses.replace(value, **{f.name: without_calls(getattr(value, f.name)) for f in dataclasses.fields(value)})
    return value


def test_what_is_higher_than_the_rest_of_a_half_empty_page_begins_on_it():
    written = pdf(small(Paragraph(words("Before it"), "p1"), AskGroup("Asked of", "Canada", (long_ask(),))))

    assert [place.page for place in written.page_map["r1"]] == [1, 2]


def long_ask():
    return Ask("R1", words("Do this,"), words("which takes many words to say. " * 100), SourceLine("S1"), "r1")


def test_a_row_of_five_hundred_lines_goes_on_over_as_many_pages_as_it_needs():
    cell = " ".join(f"line{number} filled with words to its end" for number in range(500))
    written = pdf(small(Table(("One", "Two"), (("a", "b"), (cell, "c")), (0.5, 0.5))))

    text = " ".join(" ".join(page_texts(written.data)).split())
    assert [int(found) for found in re.findall(r"line(\d+) ", text)] == list(range(500))
    assert min(filled(written)) > 0.8


def test_a_word_of_ten_thousand_letters_is_broken_and_told():
    written = pdf(small(Paragraph(words("a" * 10_000), "p1")))

    assert [overrun.code for overrun in written.report.overruns] == ["word-too-long"]
    assert sum(text.count("a") for text in page_texts(written.data)) >= 10_000
    assert len(page_texts(written.data)) < 10


def test_a_heading_of_forty_lines_is_printed_whole_and_stays_with_what_follows():
    title = " ".join(f"word{number}" for number in range(300))
    written = pdf(
        small(Paragraph(words("Before it. " * 300), "p0"), Heading(1, title, "h"), Paragraph(words("After it. " * 90), "p1"))
    )

    text = " ".join(" ".join(page_texts(written.data)).split())
    assert all(f"word{number} " in text for number in range(300))
    assert written.page_map["h"][-1].page == written.page_map["p1"][0].page


def test_control_characters_are_left_out_and_the_words_stay():
    everything = "".join(map(chr, [*range(0x20), 0x7F, *range(0x80, 0xA0), 0x200B, 0xFEFF, 0xFFFE, 0xD800]))
    written = pdf(small(Heading(1, f"Head{everything}ing"), Paragraph(words(f"be{everything}fore"), "p1")))
    verify_pdf(
        written, small(Heading(1, f"Head{everything}ing"), Paragraph(words(f"be{everything}fore"), "p1")), load_brand("neutral")
    )

    text = "".join(page_texts(written.data)[0].split())
    assert "Heading" in text
    assert "before" in text
    assert written.report.missing_glyphs == ()


@pytest.mark.parametrize(("frame", "pages"), [(None, 1), (Frame(lambda _: ()), 2)])
def test_a_ground_keeps_clear_of_the_rule_above_the_notes_where_lines_of_text_may_come_close(frame, pages):
    note = {1: (NoteLine((), 12.5),)}
    # Without more than the room that notes take, both would end 3.5 above it.
    slabs = [Slab(10.0), Slab(66.0, frame=frame, also_notes=(1,))]

    assert len(built(slabs, note, 0.0, 76.0 + height_of(list(note[1])) + 3.5)) == pages
