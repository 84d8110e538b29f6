"""What sets pages of real reports apart from plain columns: initials, quotations, notes at the end, forms, other scripts."""

import io

import pikepdf
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from briefing_app.domain.reading import BlockKind, Reading, shown
from briefing_app.errors import FileNotRead
from briefing_app.reading.entry import read_bytes
from briefing_app.reading.pdf.directions import in_reading_order, runs_from_right
from briefing_app.reading.pdf.reader import read_pdf
from briefing_app.reading.pdf.xmp import Xmp, xmp_of
from tests.reading.pdf.layouts import HEIGHT, WIDTH, dice, sentences, wrapped

SIZE = 10
STEP = 13


class Sheet:
    """One page being written, line by line."""

    def __init__(self) -> None:
        self.made = io.BytesIO()
        self.canvas = Canvas(self.made, pagesize=(WIDTH, HEIGHT), invariant=1)
        self.y = HEIGHT - 80.0

    def line(self, x: float, words: str, size: float = SIZE, font: str = "Times-Roman", *, step: float = STEP) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.y, words)
        self.y -= step

    def text(self, x: float, words: str, letters: int) -> None:
        for one in wrapped(words, letters):
            self.line(x, one)

    def read(self) -> Reading:
        self.canvas.save()
        return read_pdf(self.made.getvalue(), "sheet.pdf", "0" * 64)[0]


def seen(reading: Reading) -> list[tuple[BlockKind, str]]:
    return [(block.kind, shown(reading, block.span)) for block in reading.blocks]


def words_of(reading: Reading) -> str:
    return " ".join(words for _, words in seen(reading))


def test_a_large_initial_over_three_lines_is_the_first_letter_of_its_word():
    sheet = Sheet()
    story = "Harbours need repair. " + sentences(dice(3), 8)
    sheet.canvas.setFont("Times-Roman", 46)
    sheet.canvas.drawString(62, sheet.y - 2 * STEP, "H")
    lines = wrapped(story[1:], 70)
    for one in lines[:3]:
        sheet.line(100, one)
    for one in lines[3:]:
        sheet.line(62, one)
    assert seen(sheet.read()) == [(BlockKind.PARAGRAPH, story)]


def test_an_initial_that_is_a_word_keeps_its_blank():
    sheet = Sheet()
    story = "A ferry and a harbour. " + sentences(dice(4), 6)
    sheet.canvas.setFont("Times-Roman", 32)
    sheet.canvas.drawString(62, sheet.y - STEP, "A")
    lines = wrapped(story[2:] + " The ferry waits.", 72)
    for one in lines[:2]:
        sheet.line(90, one)
    for one in lines[2:]:
        sheet.line(62, one)
    assert words_of(sheet.read()).startswith("A ferry and a harbour.")


def test_a_paragraph_set_in_from_both_sides_is_a_block_quotation():
    sheet = Sheet()
    around, quoted = sentences(dice(5), 6), sentences(dice(6), 3)
    sheet.text(62, around, 96)
    sheet.y -= 8
    sheet.text(96, quoted, 70)
    sheet.y -= 8
    sheet.text(62, sentences(dice(7), 6), 96)
    kinds = [kind for kind, _ in seen(sheet.read())]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTE, BlockKind.PARAGRAPH]


def test_a_paragraph_set_in_from_the_left_alone_is_none():
    sheet = Sheet()
    sheet.text(62, sentences(dice(5), 6), 90)
    sheet.y -= 8
    sheet.text(96, sentences(dice(6), 4), 84)
    assert BlockKind.BLOCK_QUOTE not in [kind for kind, _ in seen(sheet.read())]


def test_numbered_sources_under_their_heading_are_notes_that_the_signs_in_the_text_call():
    sheet = Sheet()
    sheet.canvas.setFont("Times-Roman", SIZE)
    first = "The ferry was late."
    sheet.canvas.drawString(62, sheet.y, first)
    x = 62 + sheet.canvas.stringWidth(first)
    sheet.canvas.setFont("Times-Roman", 6)
    sheet.canvas.drawString(x, sheet.y + 4, "1")
    sheet.y -= STEP
    sheet.text(62, sentences(dice(8), 12), 96)
    sheet.y -= 12
    sheet.line(62, "Endnotes", 14, "Times-Bold", step=22)
    sheet.line(62, "1. Harbour gazette, spring number.")
    sheet.line(62, "2. Letters of a captain, second edition.")
    reading = sheet.read()
    notes = [block.label for block in reading.blocks if block.kind is BlockKind.FOOTNOTE]
    assert notes == ["1", "2"]
    assert [one.target for one in reading.inlines if one.target] == ["1"]
    assert words_of(reading).startswith("The ferry was late. ")


def test_columns_below_a_paragraph_of_the_whole_width_are_read_one_after_the_other():
    sheet = Sheet()
    opening, left, right = sentences(dice(9), 9), sentences(dice(10), 9), sentences(dice(11), 9)
    sheet.text(62, opening, 96)
    sheet.y -= 10
    top = sheet.y
    sheet.text(62, left, 45)
    sheet.y = top - 5
    sheet.text(310, right, 45)
    assert [words for _, words in seen(sheet.read())] == [opening, left, right]


def test_a_line_in_the_middle_of_the_page_comes_before_all_columns_below_it():
    sheet = Sheet()
    columns = [sentences(dice(20 + at), 6) for at in range(3)]
    sheet.canvas.setFont("Times-Roman", 13)
    sheet.canvas.drawCentredString(WIDTH / 2, sheet.y, "Spring number")
    sheet.y -= 20
    top = sheet.y
    for at, story in enumerate(columns):
        sheet.y = top
        sheet.text(62 + 165 * at, story, 28)
    assert [words for _, words in seen(sheet.read())] == ["Spring number", *columns]


def test_bullets_that_stand_in_one_place_of_all_slides_stay_bullets():
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(720, 405), invariant=1)
    points = [sentences(dice(30 + at), 1) for at in range(4)]
    for at, point in enumerate(points):
        canvas.setFont("Helvetica", 26)
        canvas.drawString(50, 330, f"Harbour {['north', 'south', 'east', 'west'][at]}")
        canvas.setFont("Helvetica", 14)
        canvas.drawString(50, 270, "•")
        canvas.drawString(70, 270, point[:80])
        canvas.showPage()
    canvas.save()
    reading, _ = read_pdf(made.getvalue(), "slides.pdf", "0" * 64)
    assert sum(block.kind is BlockKind.LIST_ITEM for block in reading.blocks) == 4


def test_what_was_typed_into_a_form_is_read_where_it_stands():
    sheet = Sheet()
    sheet.line(62, "Application for a licence", step=40)
    sheet.canvas.drawString(62, sheet.y, "Name:")
    sheet.canvas.acroForm.textfield(name="name", value="Ines Harbour", x=120, y=sheet.y - 6, width=200, height=20, fontSize=11)
    assert "Name: Ines Harbour" in words_of(sheet.read())


def test_further_lines_of_cells_belong_to_the_row_above():
    sheet = Sheet()
    for at in range(6):
        for x, words in ((62, f"Island {at}"), (160, str(37 * at + 5)), (240, "Ferries run each day and need repair")):
            sheet.canvas.setFont("Times-Roman", SIZE)
            sheet.canvas.drawString(x, sheet.y, words)
        sheet.canvas.drawString(240, sheet.y - 12, "before winter")
        sheet.y -= 34
    rows = [words for kind, words in seen(sheet.read()) if kind is BlockKind.TABLE_ROW]
    assert len(rows) == 6
    assert all(words.endswith("need repair before winter") for words in rows)


def test_lines_from_right_to_left_are_put_in_the_order_of_reading():
    assert runs_from_right("שלום עולם")
    assert not runs_from_right("harbour and ferry")
    assert in_reading_order("עולם 25 New York שלום") == "שלום 25 New York עולם"


def test_the_packet_of_a_file_gives_title_day_and_language_and_a_second_packet_makes_it_unsure():
    packet = (
        b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Ferries &amp; people</rdf:li></rdf:Alt>"
        b"</dc:title><dc:language><rdf:Bag><rdf:li>ES-MX</rdf:li></rdf:Bag></dc:language>"
        b"<xmp:CreateDate>2024-03-12T10:00:00</xmp:CreateDate></x:xmpmeta>"
    )
    assert xmp_of(b"%PDF" + packet) == Xmp("Ferries & people", "20240312", "es")
    assert xmp_of(packet + packet) == Xmp()
    assert xmp_of(b"%PDF") == Xmp()


def test_a_file_without_properties_has_the_title_of_its_packet():
    with pikepdf.new() as document:
        document.add_blank_page()
        with document.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:title"] = "The harbour in winter"
        page = document.pages[0]
        page.contents_add(b"BT /F1 11 Tf 72 700 Td (The captain waits for the ferry.) Tj ET")
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.add_resource(font, pikepdf.Name.Font, pikepdf.Name("/F1"))
        made = io.BytesIO()
        document.save(made)
    _, card = read_pdf(made.getvalue(), "paper.pdf", "0" * 64)
    assert card.title is not None
    assert card.title.value == "The harbour in winter"


def test_a_title_of_two_lines_in_the_middle_above_columns_is_one_heading():
    sheet = Sheet()
    for words in ("How ferries carry the people of the north", "over the river in winter"):
        sheet.canvas.setFont("Helvetica-Bold", 20)
        sheet.canvas.drawCentredString(WIDTH / 2, sheet.y, words)
        sheet.y -= 25
    sheet.y -= 12
    top = sheet.y
    for at in range(2):
        sheet.y = top
        sheet.text(62 + 250 * at, sentences(dice(50 + at), 8), 42)
    headings = [words for kind, words in seen(sheet.read()) if kind is BlockKind.HEADING]
    assert headings == ["How ferries carry the people of the north over the river in winter"]


def test_words_that_a_cell_cuts_off_are_not_read():
    sheet = Sheet()
    sheet.text(62, sentences(dice(52), 6), 90)
    sheet.canvas.saveState()
    cell = sheet.canvas.beginPath()
    cell.rect(62, 400, 150, 60)
    sheet.canvas.clipPath(cell, stroke=0)
    sheet.canvas.drawString(62, 420, "Ferries in their cell, and then nothing that anybody sees")
    sheet.canvas.drawString(62, 200, "Wholly hidden")
    sheet.canvas.restoreState()
    words = words_of(sheet.read())
    assert "Ferries in their cell" in words
    assert "anybody" not in words
    assert "hidden" not in words


def test_words_behind_the_picture_of_a_page_are_its_text():
    sheet = Sheet()
    story = sentences(dice(53), 5)
    picture = Image.new("L", (60, 80), 200)
    sheet.canvas.drawImage(ImageReader(picture), 0, 0, WIDTH, HEIGHT)
    text = sheet.canvas.beginText(62, 700)
    text.setFont("Times-Roman", SIZE)
    text.setTextRenderMode(3)
    for one in wrapped(story, 80):
        text.textLine(one)
    sheet.canvas.drawText(text)
    assert words_of(sheet.read()) == story


def test_a_file_with_a_server_s_words_before_it_is_read_all_the_same():
    sheet = Sheet()
    sheet.text(62, sentences(dice(54), 4), 80)
    sheet.canvas.save()
    data = b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + sheet.made.getvalue()
    assert read_bytes(data, "paper.pdf").form == "PDF"


def test_bullets_that_stand_a_little_lower_than_their_words_are_theirs():
    sheet = Sheet()
    points = [sentences(dice(60 + at), 1)[:70].strip() for at in range(3)]
    for point in points:
        sheet.canvas.setFont("Times-Roman", 12)
        sheet.canvas.drawString(62, sheet.y - 2.2, "•")
        sheet.line(80, point, step=18)
    assert seen(sheet.read()) == [(BlockKind.LIST_ITEM, point) for point in points]


def test_lettered_lines_in_italics_with_text_of_their_own_are_headings():
    sheet = Sheet()
    sheet.line(62, "What was measured", 14, "Times-Bold", step=24)
    for at, letter in enumerate("ABC"):
        sheet.line(62, f"{letter}. Boats of the harbour", font="Times-Italic", step=20)
        sheet.text(62, sentences(dice(70 + at), 4), 90)
        sheet.y -= 8
        sheet.text(62, sentences(dice(80 + at), 4), 90)
        sheet.y -= 8
    headings = [words for kind, words in seen(sheet.read()) if kind is BlockKind.HEADING]
    assert headings == ["What was measured", *(f"{letter}. Boats of the harbour" for letter in "ABC")]


def test_words_in_smaller_capitals_do_not_part_a_paragraph():
    sheet = Sheet()
    sheet.line(62, "MEASURED BY THE OFFICE OF THE RIVER BEFORE THE WINTER COMES AND the", 8.4, "Times-Bold")
    for words in wrapped("captain of the ferry answers each day until the evening, and longer in the summer " * 4, 70):
        sheet.line(62, words)
    assert len(seen(sheet.read())) == 1


def test_a_form_that_only_its_own_program_can_show_is_told():
    sheet = Sheet()
    sheet.line(62, "Please wait. Your viewer may not be able to display this document.")
    sheet.canvas.save()
    with pikepdf.open(io.BytesIO(sheet.made.getvalue())) as document:
        packet = document.make_stream(b"<template/>")
        document.Root.AcroForm = pikepdf.Dictionary(
            XFA=pikepdf.Array([pikepdf.String("template"), packet]), Fields=pikepdf.Array([])
        )
        document.Root.NeedsRendering = True
        made = io.BytesIO()
        document.save(made)
    with pytest.raises(FileNotRead) as told:
        read_pdf(made.getvalue(), "form.pdf", "0" * 64)
    assert told.value.code == "file-form-only"
