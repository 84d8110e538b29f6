import ast
import io
import sys
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics

import briefing_app.export.pdf.tagging as room
from briefing_app.export.pdf.tagging.canvas import PAGINATION, TaggedCanvas
from briefing_app.export.pdf.tagging.elements import Element
from briefing_app.export.pdf.tagging.fonts import EmbeddedFont
from briefing_app.export.pdf.tagging.metadata import Properties
from briefing_app.export.pdf.tagging.sameness import content_digest
from briefing_app.paths import resource
from tests.conforming import conforming
from tests.export.pdf.telling import told, words_of_artifacts

PROPERTIES = Properties("A title", "An author", "A subject", "A maker", "en", datetime(2023, 1, 16, 12, tzinfo=UTC))


@pytest.fixture(scope="module")
def font():
    made = EmbeddedFont("tagging-test", str(resource("fonts", "NotoSans-Regular.ttf")))
    pdfmetrics.registerFont(made)
    return made


def drawn(font, draw, properties=PROPERTIES):
    """Return the file that ``draw`` makes of a canvas, once it keeps both standards."""
    file = io.BytesIO()
    canvas = TaggedCanvas(file, (400, 400), font, properties)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return conforming(file.getvalue())


def show(canvas, words, y=100):
    """Show words by the operators that the reader of these tests knows."""
    font = pdfmetrics.getFont("tagging-test")
    for subset, codes in font.splitString(words, canvas._doc):
        name = font.getSubsetInternalName(subset, canvas._doc)
        canvas._code.append(f"BT 1 0 0 1 20 {y} Tm {name} 12 Tf [<{codes.hex()}>] TJ ET")


def test_the_room_imports_reportlab_and_the_standard_library_alone():
    for module in sorted(Path(room.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            names = (
                [node.module]
                if isinstance(node, ast.ImportFrom)
                else [one.name for one in node.names]
                if isinstance(node, ast.Import)
                else []
            )
            for name in names:
                top = name.split(".")[0]
                assert top in sys.stdlib_module_names or top == "reportlab" or name.startswith(room.__name__), (module.name, name)


def test_an_element_of_no_standard_type_is_refused():
    with pytest.raises(ValueError, match="Citation"):
        Element("Citation")


def test_elements_are_told_in_the_order_of_drawing_with_what_is_said_of_them(font):
    def draw(canvas):
        section = Element("Sect")
        for kind, words, said in (
            ("H", "Heading", {}),
            ("P", "Mots", {"language": "fr"}),
            ("P", "x", {"spoken": "said", "direction": "rtl"}),
        ):
            canvas.tell(Element(kind, section, **said))
            show(canvas, words)
        canvas.tell(None, PAGINATION)
        show(canvas, "furniture")

    data = drawn(font, draw)
    (section,) = told(data).parts

    assert [(part.kind, part.text) for part in section.parts] == [("H1", "Heading"), ("P", "Mots"), ("P", "said")]
    assert section.parts[1].said["Lang"] == "fr"
    assert section.parts[2].said["WritingMode"] == "RlTb"
    assert words_of_artifacts(data) == ["furniture"]


@settings(max_examples=20, deadline=None)
@given(levels=st.lists(st.integers(1, 6), min_size=1, max_size=12))
def test_headings_never_skip_a_level_and_equal_ones_stay_equal(levels):
    font = EmbeddedFont("tagging-test", str(resource("fonts", "NotoSans-Regular.ttf")))

    def draw(canvas):
        for level in levels:
            canvas.tell(Element("H", level=level))
            show(canvas, "h")

    made = [int(part.kind[1]) for part in told(drawn(font, draw)).parts]

    assert all(after <= before + 1 for before, after in zip([0, *made], made, strict=False))
    for (one, first), (other, second) in zip(
        zip(levels, made, strict=True), list(zip(levels, made, strict=True))[1:], strict=False
    ):
        assert one != other or first == second


def test_an_element_goes_on_over_pages(font):
    def draw(canvas):
        words = Element("P")
        canvas.tell(words)
        show(canvas, "begins ")
        canvas.showPage()
        canvas.tell(words)
        show(canvas, "and ends")

    (paragraph,) = told(drawn(font, draw)).parts

    assert paragraph.parts == ["begins ", "and ends"]


def test_a_note_is_told_behind_the_block_that_calls_it_wherever_it_is_drawn(font):
    def draw(canvas):
        section = Element("Sect")
        first, second = Element("P", section), Element("P", section)
        canvas.tell(first)
        show(canvas, "calls")
        call = canvas.within(first, target="#note-1", call="1")
        canvas.tell(call)
        show(canvas, "1")
        canvas.link(call, (20, 90, 30, 100), "#note-1", "Note 1")
        canvas.reserve("note-1", "Note", near=call)
        canvas.tell(second)
        show(canvas, "goes on")
        note = Element("Note", name="note-1")
        canvas.bookmarkPage("note-1", fit="XYZ", left=0, top=50, zoom=0)
        canvas.tell(Element("P", note))
        show(canvas, "the note")

    (section,) = told(drawn(font, draw)).parts

    assert [(part.kind, part.text) for part in section.parts] == [("P", "calls1"), ("Note", "the note"), ("P", "goes on")]
    (reference,) = section.all("Reference")
    assert len(reference.parts[0].links) == 1


def test_a_place_kept_for_a_note_that_never_comes_is_given_up_and_its_link_leads_to_the_first_page(font):
    def draw(canvas):
        words = Element("P")
        canvas.tell(words)
        call = canvas.within(words, target="#note-1", call="1")
        canvas.tell(call)
        show(canvas, "1")
        canvas.link(call, (20, 90, 30, 100), "#note-1", "Note 1")
        canvas.reserve("note-1", "Note", near=call)

    assert [part.kind for part in told(drawn(font, draw)).parts] == ["P"]


def test_two_elements_of_one_name_are_refused(font):
    canvas = TaggedCanvas(io.BytesIO(), (400, 400), font, PROPERTIES)
    canvas.place(Element("Note", name="same"))

    with pytest.raises(ValueError, match="same"):
        canvas.place(Element("Note", name="same"))


def test_neighbours_in_one_language_are_one_span_and_the_element_s_own_language_needs_none(font):
    def draw(canvas):
        words = Element("P", language="fr")
        for language, text in (("fr", "a"), ("es", "b"), ("es", "c"), ("", "d"), ("es", "e")):
            canvas.tell(canvas.within(words, language=language))
            show(canvas, text)

    (paragraph,) = told(drawn(font, draw)).parts

    assert [part if isinstance(part, str) else (part.said["Lang"], part.text) for part in paragraph.parts] == [
        "a",
        ("es", "bc"),
        "d",
        ("es", "e"),
    ]


def test_a_table_with_empty_cells_keeps_them(font):
    def draw(canvas):
        table = Element("Table")
        for kinds in (("TH", "TH"), ("TD", "TD")):
            line = Element("TR", table)
            for place, kind in enumerate(kinds):
                cell = Element(kind, line, scope="Column" if kind == "TH" else "")
                canvas.place(cell)
                if place:
                    canvas.tell(cell)
                    show(canvas, "x")

    (table,) = told(drawn(font, draw)).parts

    assert [[(cell.kind, cell.text) for cell in line.parts] for line in table.parts] == [
        [("TH", ""), ("TH", "x")],
        [("TD", ""), ("TD", "x")],
    ]


def test_a_figure_has_its_words_and_its_box(font):
    def draw(canvas):
        figure = Element("Figure", alternative="A square (“blue”)")
        canvas.tell(figure)
        canvas.rect(10, 10, 50, 50, stroke=0, fill=1)
        canvas.enclose(figure, (10, 10, 60, 60))

    data = drawn(font, draw)

    (figure,) = told(data).parts
    assert figure.said["Alt"] == "A square (“blue”)"
    with pikepdf.open(io.BytesIO(data)) as file:
        (element,) = [held for held in file.objects if isinstance(held, pikepdf.Dictionary) and held.get("/S") == "/Figure"]
        assert [float(edge) for edge in element.A[0].BBox] == [10, 10, 60, 60]


def test_properties_stand_in_both_places_and_say_the_same(font):
    data = drawn(font, lambda _: None, Properties("Títle & <more>", "Author", "“Subject”", "Maker", "es", PROPERTIES.date))

    with pikepdf.open(io.BytesIO(data)) as file:
        assert str(file.docinfo.Title) == "Títle & <more>"
        assert str(file.docinfo.CreationDate) == "D:20230116120000Z"
        with file.open_metadata() as xmp:
            assert xmp["dc:title"] == "Títle & <more>"
            assert xmp["dc:description"] == "“Subject”"
            assert xmp["xmp:CreateDate"] == "2023-01-16T12:00:00Z"
            assert xmp.pdfa_status == "2A"
        assert str(file.Root.Lang) == "es"


def test_each_code_means_one_character_and_none_means_nothing(font):
    text = "fi\u00a0\u202fé–ffl" + "".join(map(chr, range(0x100, 0x24F)))

    data = drawn(font, lambda canvas: (canvas.tell(Element("P")), show(canvas, text)))

    assert told(data).text == text
    with pikepdf.open(io.BytesIO(data)) as file:
        fonts = file.pages[0].Resources.Font
        assert len(fonts) == 2
        for one in fonts.values():
            assert b"<0000>" not in one.ToUnicode.read_bytes()
            assert one.BaseFont != "/Helvetica"


def test_a_character_that_a_font_lacks_is_refused_rather_than_shown_as_a_box(font):
    canvas = TaggedCanvas(io.BytesIO(), (400, 400), font, PROPERTIES)

    with pytest.raises(ValueError, match="U\\+1F642"):
        font.splitString("🙂", canvas._doc)


def test_streams_end_so_that_no_reader_takes_them_for_shorter(font):
    data = drawn(font, lambda canvas: (canvas.tell(Element("P")), show(canvas, "words")))

    assert data.count(b"endstream") == data.count(b"\r\nendstream") > 5


def test_compression_changes_a_file_and_not_its_digest(font, monkeypatch):
    def draw(canvas):
        canvas.tell(Element("P"))
        show(canvas, "words that are compressed")

    one = drawn(font, draw)
    strong = zlib.compress
    monkeypatch.setattr(zlib, "compress", lambda data, *_: strong(data, 1))
    other = drawn(font, draw)
    third = drawn(font, lambda canvas: (canvas.tell(Element("P")), show(canvas, "other words")))

    assert one != other
    assert content_digest(one) == content_digest(other) != content_digest(third)
