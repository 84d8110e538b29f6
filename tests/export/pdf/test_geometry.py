import ctypes

import pypdfium2 as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdfium2 import raw

from briefing_app.domain.audience import Paper
from briefing_app.domain.briefing import Heading, Meta, Note, Paragraph, TitleBand
from tests.export.pdf.making import made_briefings, pdf, small, words

MM = 72 / 25.4


def origins(data, page=0):
    """Return each printed character of a page with its origin: points from the left and from the top."""
    with pdfium.PdfDocument(data) as document:
        sheet = document[page]
        text, height = sheet.get_textpage(), sheet.get_height()
        x, y = ctypes.c_double(), ctypes.c_double()
        found = []
        for place in range(text.count_chars()):
            character = chr(raw.FPDFText_GetUnicode(text, place))
            if not character.isspace() and raw.FPDFText_GetCharOrigin(text, place, x, y):
                found.append((character, x.value, height - y.value))
        return found


def first(found, character, size=0):
    return next((x, y) for sign, x, y in found if sign == character)


@pytest.mark.parametrize(("paper", "live_edge"), [(Paper.A4, 20 * MM), (Paper.LETTER, 22.95 * MM)])
def test_running_text_begins_on_the_axis_35_mm_from_the_live_edge_on_both_papers(paper, live_edge):
    written = pdf(small(Paragraph(words("Xenia speaks"), "p"), paper=paper))

    x, _ = first(origins(written.data), "X")

    assert x == pytest.approx(live_edge + 35 * MM, abs=0.05)


def test_capitals_are_centred_in_their_line_boxes():
    band = TitleBand("", "Xenia", "", (Meta("Zone", ("Yes",)),))
    found = origins(pdf(small(band)).data)

    # Title 24/30 at 80 in a face whose capitals are 0.670 high; the label 8.5/12.5 stands 7.5 below it, capitals 0.660.
    assert first(found, "X")[1] == pytest.approx(80 + (30 + 0.670 * 24) / 2, abs=0.02)
    assert first(found, "Z")[1] == pytest.approx(80 + 30 + 7.5 + (12.5 + 0.660 * 8.5) / 2, abs=0.02)


def test_body_lines_are_15_points_apart():
    found = origins(pdf(small(Paragraph(words("Xx " + "word " * 20 + "Zz " + "word " * 4), "p"))).data)

    assert first(found, "Z")[1] - first(found, "X")[1] == pytest.approx(15, abs=0.01)


def test_notes_stand_at_the_foot_of_the_page():
    briefing = small(Paragraph(words("Some words", note=1), "p"), notes=(Note(1, words("Xenia")),))

    _, y = first(origins(pdf(briefing).data), "X")

    assert 80 + 43 * 15 - 12.5 < y < 80 + 43 * 15


def test_a_note_s_call_is_small_and_raised():
    found = origins(pdf(small(Paragraph(words("Xenia", note=7), "p"), notes=(Note(7, words("x")),))).data)

    assert first(found, "X")[1] - first(found, "7")[1] == pytest.approx(0.345 * 11, abs=0.02)


def test_a_label_shares_the_baseline_of_what_it_stands_beside():
    found = origins(pdf(small(TitleBand("Xanadu", "Yes", "", ()))).data)

    assert first(found, "X")[1] == pytest.approx(first(found, "Y")[1], abs=0.01)


def test_a_block_after_a_heading_begins_on_the_half_line_grid():
    written = pdf(small(Heading(1, "Title", "h"), Heading(1, "Another", "i")))

    assert (written.page_map["i"][0].box[1] - 80) % 7.5 == pytest.approx(0, abs=0.01)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(made=made_briefings(), brand=st.sampled_from(("neutral", "signal")))
def test_no_text_leaves_the_live_width_or_comes_near_the_paper_s_edge(made, brand):
    briefing, _ = made
    written = pdf(briefing, brand)
    left = (20 if briefing.paper is Paper.A4 else 22.95) * MM
    height = 297 * MM if briefing.paper is Paper.A4 else 792

    for page in range(written.report.pages):
        for character, x, y in origins(written.data, page):
            assert left - 0.5 <= x <= left + 170 * MM + 5, character
            assert 6.4 * MM < y < height - 6.4 * MM, character
