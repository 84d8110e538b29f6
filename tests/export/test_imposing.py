"""Print files: the exported pages, all of them, in order, two a sheet or as many times as wanted."""

import io

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from briefing_app.domain.dates import PartialDate
from briefing_app.export.imposing import collated, two_up

DAY = PartialDate(2023, 1, 16)
A4, LETTER = (595.28, 841.89), (612, 792)


def file(name, pages, size=A4):
    """Return a PDF whose pages say its name and their number in the middle, and head and foot at the edges of what is printed."""
    held = io.BytesIO()
    canvas = Canvas(held, size, invariant=1)
    for number in range(1, pages + 1):
        canvas.drawString(200, 400, f"{name}{number}")
        canvas.drawString((size[0] - 481.9) / 2, size[1] - 40, "head")
        canvas.drawRightString((size[0] + 481.9) / 2, 40, "foot")
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def texts(made):
    with pdfium.PdfDocument(made.data) as document:
        return [page.get_textpage().get_text_range().split() for page in document]


def words(made):
    return [[word for word in page if word not in {"head", "foot"}] for page in texts(made)]


@settings(max_examples=15, deadline=None)
@given(st.integers(1, 9), st.sampled_from([A4, LETTER]))
def test_two_pages_lie_on_each_sheet_in_order(pages, size):
    made = two_up(file("p", pages, size), DAY)

    assert [word for page in words(made) for word in page] == [f"p{number}" for number in range(1, pages + 1)]
    assert made.sides == (pages + 1) // 2
    assert made.papers == (("A4",) if size is A4 else ("Letter",))


@pytest.mark.parametrize(("size", "scale"), [(A4, 0.72), (LETTER, 0.76)])
def test_pages_lie_beside_each_other_as_large_as_the_design_says_and_inside_the_sheet(size, scale):
    made = two_up(file("p", 2, size), DAY)

    with pdfium.PdfDocument(made.data) as document:
        width, height = document.get_page_size(0)
        pictures = list(document[0].get_objects(filter=(pdfium.raw.FPDF_PAGEOBJ_FORM,), max_depth=1))
        bounds = [picture.get_bounds() for picture in pictures]
    assert width > height
    assert all(left >= 0 and bottom >= 0 and right <= width and top <= height for left, bottom, right, top in bounds)
    assert all((right - left) / 481.9 == pytest.approx(scale, abs=0.01) for left, _, right, _ in bounds)
    assert bounds[0][2] < width / 2 < bounds[1][0]


@pytest.mark.parametrize("size", [A4, LETTER])
def test_what_most_printers_cannot_reach_stays_white_beside_the_pages(size):
    # A block of the brand's stands out by 12 on either side of the live width.
    with pdfium.PdfDocument(two_up(file("p", 2, size), DAY).data) as document:
        width, _ = document.get_page_size(0)
        pictures = list(document[0].get_objects(filter=(pdfium.raw.FPDF_PAGEOBJ_FORM,), max_depth=1))
        (left, _, right, _), (_, _, end, _) = (picture.get_bounds() for picture in pictures)
    scale = (right - left) / 481.9
    assert left - 12 * scale > 11.9
    assert width - end - 12 * scale > 11.9
    assert right + 12 * scale < width / 2


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 4), st.integers(1, 3)), min_size=1, max_size=4))
def test_each_copy_is_whole_as_often_as_wanted_and_begins_on_the_front_of_a_sheet(wanted):
    made = collated([(file(f"{name}x", pages), count) for name, (pages, count) in enumerate(wanted)], DAY)

    printed = words(made)
    expected = [
        [f"{name}x{page}" for page in range(1, pages + 1)] for name, (pages, count) in enumerate(wanted) for _ in range(count)
    ]
    assert [word for page in printed for word in page] == [word for copy in expected for word in copy]
    assert all(place % 2 == 0 for place, page in enumerate(printed) if page and page[0].endswith("x1"))


def test_the_papers_of_a_collated_file_are_told_and_each_page_keeps_its_own():
    made = collated([(file("a", 1), 1), (file("l", 2, LETTER), 1)], DAY)

    assert made.papers == ("A4", "Letter")
    with pdfium.PdfDocument(made.data) as document:
        assert [round(document.get_page_size(number)[0]) for number in range(len(document))] == [595, 595, 612, 612]


def test_the_same_pages_give_the_same_bytes_whenever_that_is(monkeypatch):
    data = file("p", 3)
    before = two_up(data, DAY), collated([(data, 2)], DAY)
    monkeypatch.setenv("TZ", "Pacific/Auckland")

    assert (two_up(data, DAY), collated([(data, 2)], DAY)) == before
    assert b"D:20230116120000" in before[0].data


def test_print_files_claim_no_conformance():
    for made in (two_up(file("p", 2), DAY), collated([(file("p", 2), 1)], DAY)):
        assert b"pdfaid" not in made.data
        assert b"pdfuaid" not in made.data
        assert b"StructTreeRoot" not in made.data
