"""What stands on PDF pages besides plain paragraphs: notes, tables, lists, headings, hidden and doubled words, turned pages."""

import io

import pikepdf
import pytest
import typst
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from briefing_app.domain.reading import BlockKind, DamageKind, InlineKind, Reading, shown
from briefing_app.domain.source import Basis, Card
from briefing_app.errors import FileNotRead
from briefing_app.reading.pdf.reader import read_pdf
from tests.reading.pdf.layouts import dice, sentences

BODY = sentences(dice(3), 5)


def read(data: bytes, password: str | None = None) -> tuple[Reading, Card]:
    return read_pdf(data, "paper.pdf", "0" * 64, password=password)


def drawn(draw, *, title: str = "", author: str = "", rotation: int = 0, encrypt=None) -> bytes:
    """Return a page that ``draw`` draws on a canvas."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True, encrypt=encrypt)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setFont("Times-Roman", 11)
    if rotation:
        canvas.setPageRotation(rotation)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def typeset(source: str) -> Reading:
    return read(typst.compile(source.encode()))[0]


def blocks(reading: Reading) -> list[tuple[str, str]]:
    return [(block.kind.value, shown(reading, block.span)) for block in reading.blocks]


def paragraphs(canvas: Canvas, lines: list[str], x: float = 70, y: float = 700, step: float = 14) -> None:
    for at, line in enumerate(lines):
        canvas.drawString(x, y - at * step, line)


LINES = [
    "Ferries carry seven boats to the old harbour before winter comes and",
    "the council answers each letter that people send after the harvest.",
]


def test_a_paper_set_by_typst_keeps_headings_lists_notes_and_tables() -> None:
    reading = typeset(
        f"""
#set page(columns: 2, numbering: "1", header: [Yearly review of ferries])
#set text(size: 10pt)
= Ferries in winter
{BODY} Boats wait for the captain.#footnote[Counted by the harbour office.] {BODY}

- Boats that carry people.
- Boats that carry letters.

== What was measured
{BODY}

#table(columns: 3, [Harbour], [Boats], [People], [North], [12], [340], [South], [7], [95])

{BODY} {BODY}

{BODY} {BODY} {BODY} {BODY} {BODY} {BODY} {BODY} {BODY}

{BODY} {BODY} {BODY} {BODY} {BODY} {BODY} {BODY} {BODY} {BODY} {BODY} {BODY} {BODY}
"""
    )
    found = blocks(reading)
    kinds = [kind for kind, _ in found]
    assert ("heading", "Ferries in winter") in found
    assert ("heading", "What was measured") in found
    assert [text for kind, text in found if kind == "list item"] == ["Boats that carry people.", "Boats that carry letters."]
    assert ("footnote", "Counted by the harbour office.") in found
    assert [text for kind, text in found if kind == "table row"] == ["Harbour Boats People", "North 12 340", "South 7 95"]
    assert not any("Yearly review" in text for _, text in found)
    assert kinds.count("footnote") == 1
    call = next(inline for inline in reading.inlines if inline.kind is InlineKind.NOTE)
    note = next(block for block in reading.blocks if block.kind is BlockKind.FOOTNOTE)
    assert (call.target, note.label) == ("1", "1")
    assert any(text.startswith(BODY[:40]) and "captain. " in text for _, text in found)
    assert reading.damage == ()


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_typst_columns_are_read_one_after_the_other(columns: int) -> None:
    texts = [sentences(dice(number), 4) for number in range(12)]
    reading = typeset(f'#set page(columns: {columns}, numbering: "1 / 1")\n#set par(justify: true)\n' + "\n\n".join(texts))
    words = [word for _, text in blocks(reading) for word in text.replace("-", "").split()]
    assert words == " ".join(texts).split()


def test_words_drawn_twice_to_look_bold_come_once() -> None:
    def draw(canvas: Canvas) -> None:
        for shift in (0, 0.3):
            canvas.drawString(70 + shift, 700, "Boats in winter")
        paragraphs(canvas, LINES, y=660)

    assert [text for _, text in blocks(read(drawn(draw))[0])] == ["Boats in winter", " ".join(LINES)]


def test_what_a_person_cannot_see_is_left_out() -> None:
    def draw(canvas: Canvas) -> None:
        paragraphs(canvas, LINES)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(70, 600, "White words on white paper.")
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(70, 2000, "Words beside the page.")
        canvas.rect(60, 480, 300, 40, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(70, 495, "White words on a dark ground.")

    text = read(drawn(draw))[0].text
    assert "White words on a dark ground." in text
    assert "white paper" not in text
    assert "beside the page" not in text


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_turned_page_reads_the_same_and_its_boxes_lie_on_the_page(rotation: int) -> None:
    reading, _ = read(drawn(lambda canvas: paragraphs(canvas, LINES, y=500), rotation=rotation))
    assert [text for _, text in blocks(reading)] == [" ".join(LINES)]
    width, height = A4
    for line in reading.lines:
        assert 0 <= line.box.left < line.box.right <= width
        assert 0 <= line.box.top < line.box.bottom <= height


def test_words_without_blanks_are_parted_by_their_gaps() -> None:
    def draw(canvas: Canvas) -> None:
        for row, line in enumerate(LINES):
            x = 70.0
            for word in line.split():
                canvas.drawString(x, 700 - 14 * row, word)
                x += canvas.stringWidth(word, "Times-Roman", 11) + 2.75

    assert [text for _, text in blocks(read(drawn(draw))[0])] == [" ".join(LINES)]


def test_a_locked_file_opens_with_its_password_alone() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    def locked(user: str) -> bytes:
        return drawn(
            lambda canvas: paragraphs(canvas, LINES), encrypt=StandardEncryption(user, ownerPassword="captain", strength=128)
        )

    assert read(locked(""))[0].text == "\n".join(LINES)
    assert read(locked("ferry"), "ferry")[0].text == "\n".join(LINES)
    for password, code in ((None, "file-needs-password"), ("boat", "wrong-password")):
        with pytest.raises(FileNotRead) as caught:
            read(locked("ferry"), password)
        assert caught.value.code == code


def _picture(canvas: Canvas) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(Image.new("L", (40, 60), 120)), 0, 0, *A4)


def test_a_scan_is_refused_in_one_line_and_a_scanned_page_among_others_is_named() -> None:
    with pytest.raises(FileNotRead) as caught:
        read(drawn(_picture))
    assert caught.value.code == "file-without-text-layer"

    def mixed(canvas: Canvas) -> None:
        paragraphs(canvas, LINES)
        canvas.showPage()
        _picture(canvas)

    reading, _ = read(drawn(mixed))
    assert [(damage.kind, damage.page) for damage in reading.damage] == [(DamageKind.NO_TEXT_LAYER, 2)]


def test_the_layer_behind_a_scan_is_its_text() -> None:
    def draw(canvas: Canvas) -> None:
        _picture(canvas)
        text = canvas.beginText(70, 700)
        text.setTextRenderMode(3)
        for line in LINES:
            text.textLine(line)
        canvas.drawText(text)

    assert [text for _, text in blocks(read(drawn(draw))[0])] == [" ".join(LINES)]


def test_line_numbers_in_the_margin_are_no_words() -> None:
    lines = _wrapped(sentences(dice(9), 14), 60)

    def draw(canvas: Canvas) -> None:
        for at, line in enumerate(lines):
            canvas.drawString(40, 740 - 20 * at, str(at + 1))
            canvas.drawString(80, 740 - 20 * at, line)

    reading, _ = read(drawn(draw))
    assert " ".join(text for _, text in blocks(reading)) == " ".join(lines)


def _wrapped(text: str, width: int) -> list[str]:
    import textwrap

    return textwrap.wrap(text, width)


def test_a_title_that_is_nonsense_is_not_taken_from_the_properties() -> None:
    named = read(drawn(lambda canvas: paragraphs(canvas, LINES), title="Boats in winter", author="Ana Torres"))[1]
    assert named.title is not None
    assert (named.title.value, named.title.basis) == ("Boats in winter", Basis.FROM_FILE)
    assert [author.value for author in named.authors] == ["Ana Torres"]
    for nonsense in ("Microsoft Word - draft3.doc", "untitled", "paper_final.indd", "PowerPoint Presentation"):
        assert read(drawn(lambda canvas: paragraphs(canvas, LINES), title=nonsense, author="user"))[1].title is None


def test_links_lead_where_the_file_says() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(70, 700, "Read the harbour report today.")
        left = 70 + canvas.stringWidth("Read the ", "Times-Roman", 11)
        right = left + canvas.stringWidth("harbour report", "Times-Roman", 11)
        canvas.linkURL("https://harbour.example/report", (left, 697, right, 709))

    reading, _ = read(drawn(draw))
    links = [(inline.content.of(reading.text), inline.target) for inline in reading.inlines if inline.kind is InlineKind.LINK]
    assert links == [("harbour report", "https://harbour.example/report")]


def test_a_font_that_hides_its_letters_is_said_to() -> None:
    with pikepdf.open(io.BytesIO(drawn(lambda canvas: paragraphs(canvas, [line.lower() for line in LINES])))) as document:
        page = document.pages[0]
        for font in page.Resources.Font.values():
            signs = [pikepdf.Name(f"/g{code}") for code in range(32, 127)]
            font.Encoding = pikepdf.Dictionary(Type=pikepdf.Name.Encoding, Differences=pikepdf.Array([1, *signs]))
        content = page.Contents.read_bytes()
        page.Contents = document.make_stream(content.replace(b"a", b"\\001").replace(b"e", b"\\003").replace(b"t", b"\\004"))
        buffer = io.BytesIO()
        document.save(buffer)
    kinds = {damage.kind for damage in read(buffer.getvalue())[0].damage}
    assert kinds & {DamageKind.CIPHERED, DamageKind.GARBLED}


@pytest.mark.parametrize(
    "data", [b"%PDF-1.4\n%%EOF", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\ntrailer << /Root 1 0 R >>"]
)
def test_a_broken_file_ends_in_one_line(data: bytes) -> None:
    with pytest.raises(FileNotRead):
        read(data)
