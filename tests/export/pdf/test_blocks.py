import dataclasses
import hashlib
import io

import pypdfium2 as pdfium
import pytest
from PIL import Image

from briefing_app.catalogue.brands import load_brand
from briefing_app.domain.briefing import (
    Ask,
    AskGroup,
    Heading,
    Mark,
    Matrix,
    MatrixRow,
    Panel,
    Paragraph,
    Picture,
    Quotation,
    SourceEntry,
    SourceLine,
    SourceList,
    Table,
)
from briefing_app.domain.fidelity.grades import Grade
from briefing_app.errors import FileNotRead
from briefing_app.export.pdf.blocks_tables import allot
from briefing_app.export.pdf.blocks_text import FILLED, panel
from briefing_app.export.pdf.desk import Desk
from briefing_app.export.pdf.entry import write_pdf
from briefing_app.export.pdf.fonts import faces_of
from briefing_app.export.pdf.geometry import AXIS
from briefing_app.export.pdf.marks import TextMark
from briefing_app.export.pdf.typescale import Typescale
from briefing_app.paths import resource
from tests.export.pdf.making import page_texts, small, words
from tests.export.pdf.making import pdf as written


def pdf(*blocks, brand="neutral", media=None, **overrides):
    return written(small(*blocks, **overrides), brand, media)


def ask(number, source=None):
    return Ask(f"R{number}", words("Do this."), words("And say by when."), source or SourceLine("A source"), f"a{number}")


def test_bookmarks_follow_the_headings_and_never_skip_a_level():
    written = pdf(
        Heading(2, "Within"), Heading(1, "Section"), AskGroup("Asked of", "Canada", (ask(1),)), Heading(2, "Part"), Heading(1, " ")
    )

    with pdfium.PdfDocument(written.data) as document:
        found = [(entry.level, entry.get_title()) for entry in document.get_toc()]

    assert found == [(0, "Within"), (0, "Section"), (1, "Canada"), (1, "Part")]


def test_a_title_longer_than_any_string_is_cut_in_the_outline_alone():
    title = "🙂 " + "mountains " * 3_000
    written = pdf(Heading(1, title))

    with pdfium.PdfDocument(written.data) as document:
        (entry,) = document.get_toc()
        assert entry.get_title() == title[:16_381]
    assert "".join(page_texts(written.data)).count("mountains") == 3_000


def test_an_address_longer_than_any_is_printed_and_leads_nowhere():
    written = pdf(SourceList((SourceEntry("S1", "A publisher", "A title", (f"https://example.org/{'x' * 9_000}",)),)))

    with pdfium.PdfDocument(written.data) as document:
        assert [page for page in document if pdfium.raw.FPDFPage_GetAnnotCount(page)] == []


def test_an_ask_takes_the_first_form_of_its_source_that_fits_a_line():
    long = SourceLine("A publisher with a long name, " * 5 + "para 3", ("Still far too long for a line " * 5, "Short, para 3 (S1)"))
    written = pdf(AskGroup("Asked of", "Canada", (ask(1, long),)))

    assert "Short, para 3 (S1)" in page_texts(written.data)[0]
    assert written.report.overruns == ()


def test_a_source_that_fits_in_no_form_is_printed_and_reported():
    written = pdf(AskGroup("Asked of", "Canada", (ask(1, SourceLine("far too long for a line " * 8)),)))

    assert [(overrun.code, overrun.where) for overrun in written.report.overruns] == [("source-line-too-long", "a1")]


def test_asks_are_spread_over_spare_space_and_close_up_where_there_is_none():
    def apart(count):
        places = pdf(AskGroup("Asked of", "Canada", tuple(ask(number) for number in range(count)))).page_map
        (_, y, _, height), (_, following, _, _) = places["a0"][0].box, places["a1"][0].box
        return following - y - height

    assert apart(3) == pytest.approx(13.75, abs=0.02)
    assert apart(16) == pytest.approx(8.75, abs=0.02)


def test_an_ask_is_never_split():
    places = pdf(AskGroup("Asked of", "Canada", tuple(ask(number) for number in range(60)))).page_map

    assert all(len(found) == 1 for found in places.values())


def test_the_heads_of_a_table_stand_on_one_line_at_their_foot():
    head = ("One head of so many words that it takes several lines of its narrow column", "Last")
    written = pdf(Table(head, (("a", "b"),), (0.3, 0.7)))

    with pdfium.PdfDocument(written.data) as document:
        text = document[0].get_textpage()
        whole = text.get_text_range()
        foot_of = {word: text.get_charbox(whole.index(word))[1] for word in ("several", "column", "Last")}

    assert foot_of["Last"] == pytest.approx(foot_of["column"], abs=0.5)
    assert foot_of["several"] > foot_of["Last"] + 5


def test_a_table_s_head_stands_again_on_each_page():
    rows = tuple((f"row{number}", "words") for number in range(80))
    texts = page_texts(pdf(Table(("Heads", "Tails"), rows, (0.5, 0.5))).data)

    assert len(texts) > 2
    assert all("Heads" in text for text in texts)
    assert [text.count("row") for text in texts][-1] > 1


def test_columns_get_their_shares_but_never_less_than_their_longest_word():
    assert allot([0.5, 0.5], [10, 10], 200) == [100, 100]
    assert allot([0.9, 0.1], [10, 50], 200) == [150, 50]
    assert sum(allot([0.5, 0.5], [300, 100], 200)) == pytest.approx(200)


def test_a_matrix_with_more_columns_than_fit_goes_on_in_a_second_one():
    head = tuple(f"Audience{number}" for number in range(11))
    row = MatrixRow("R1", "Do this", "S1", (Mark.NAMED, *(Mark.NONE,) * 9, Mark.GROUP), ("",) * 11)
    text = page_texts(pdf(Matrix(head, (row,), ("Named", "through a group"), 10)).data)[0]

    assert all(name in text for name in head)


@pytest.mark.parametrize(("letters", "size"), [(150, 16.0), (300, 13.0), (600, 11.0)])
def test_a_quotation_is_set_the_larger_the_shorter_it_is(letters, size):
    block = Quotation((words("“" + ("word " * 200)[: letters - 2] + "”"),), "Ana Torres", "director", "en", Grade.EXACT, "q")

    with pdfium.PdfDocument(pdf(block).data) as document:
        sizes = {round(shown.get_font_size(), 1) for shown in document[0].get_objects(filter=(pdfium.raw.FPDF_PAGEOBJ_TEXT,))}

    assert max(sizes) == size


def photograph(**saving):
    file = io.BytesIO()
    Image.new("RGB", (600, 300), "#336699").save(file, "JPEG", **saving)
    return file.getvalue()


def test_a_picture_is_fitted_to_the_text_measure_and_keeps_its_shape():
    data = photograph()
    key = hashlib.sha256(data).hexdigest()
    written = pdf(Picture(key, "A caption", "A credit", "What is seen", "i"), media={key: data})

    with pdfium.PdfDocument(written.data) as document:
        (image,) = document[0].get_objects(filter=(pdfium.raw.FPDF_PAGEOBJ_IMAGE,))
        left, bottom, right, top = image.get_bounds()
    assert right - left == pytest.approx(135 * 72 / 25.4, abs=0.1)
    assert (right - left) / (top - bottom) == pytest.approx(2, abs=0.01)
    assert written.report.overruns == ()


def test_a_photograph_leaves_its_camera_s_notes_behind():
    exif = Image.Exif()
    exif[0x010E] = "Taken at a secret place"
    data = photograph(exif=exif)
    written = pdf(Picture("key", "", "", "", "i"), media={"key": data})

    assert b"secret place" in data
    with pdfium.PdfDocument(written.data) as document:
        (image,) = document[0].get_objects(filter=(pdfium.raw.FPDF_PAGEOBJ_IMAGE,))
        assert b"secret place" not in bytes(image.get_data(decode_simple=True))


@pytest.mark.parametrize("data", [b"", b"not a picture", photograph()[:200]])
def test_a_broken_picture_is_reported_and_its_caption_printed(data):
    written = pdf(Picture("key", "A caption", "", "", "i"), media={"key": data})

    assert [overrun.code for overrun in written.report.overruns] == ["image-broken"]
    assert "A caption" in page_texts(written.data)[0]


def test_a_typeface_that_is_missing_or_no_truetype_is_told_in_one_line(tmp_path):
    brand = load_brand("neutral")
    (tmp_path / "fake.ttf").write_bytes(b"OTTO and more")
    for file, code in (("gone.ttf", "font-missing"), ("fake.ttf", "font-not-truetype")):
        fonts = dataclasses.replace(brand.fonts, text=file)
        with pytest.raises(FileNotRead) as refused:
            write_pdf(small(Paragraph(words("x"), "p")), dataclasses.replace(brand, fonts=fonts, folder=str(tmp_path)), {})
        assert refused.value.code == code


def test_a_brand_s_own_typeface_in_its_folder_wins(tmp_path):
    brand = load_brand("neutral")
    (tmp_path / "Own.ttf").write_bytes(resource("fonts", "Lato-Regular.ttf").read_bytes())
    fonts = dataclasses.replace(brand.fonts, text="Own.ttf")

    written = write_pdf(small(Paragraph(words("x"), "p")), dataclasses.replace(brand, fonts=fonts, folder=str(tmp_path)), {})

    assert b"Lato-Regular" in written.data
    assert [overrun.code for overrun in written.report.overruns] == ["logo-broken"]


@pytest.mark.parametrize("label", ["Bottom line", "Resultado buscado", "A label of a good many words"])
def test_a_label_on_the_accent_stays_on_it(label):
    brand = load_brand("signal")
    desk = Desk(Typescale(brand, faces_of(brand)), "es")
    (slab,) = panel(desk, Panel(label, words("Act together.")))

    on_accent = [mark for mark in slab.marks if isinstance(mark, TextMark) and mark.x < AXIS]
    assert on_accent
    assert all(mark.x + mark.line.width <= FILLED for mark in on_accent)
