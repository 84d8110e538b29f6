"""Files that say of themselves what their words are: believed where that can be, and where it cannot, looked at like all others."""

import io

import pikepdf
import typst
from pikepdf import Array, Dictionary, Name

from briefing_app.domain.reading import BlockKind, Reading, shown
from briefing_app.reading.pdf.reader import read_pdf
from tests.reading.pdf.layouts import dice, sentences
from tests.reading.pdf.test_odd_pages import Sheet, seen

BODY = sentences(dice(41), 5)
QUOTED = sentences(dice(42), 2)
SOURCE = f"""
#set document(title: "Ferries")
#set page(width: 300pt, header: [Running head of the review], numbering: "1")
#set text(size: 10pt)
#show heading.where(level: 2): set text(size: 10pt, weight: "regular")
= Ferries that carry people over the river in winter and in spring
{BODY}
== Where they land
{BODY}
#quote(block: true)[{QUOTED}]
{BODY}
- {sentences(dice(43), 1)}
#set list(marker: [])
- {sentences(dice(44), 1)}
#table(columns: 2, stroke: none, table.header[Harbour][What was measured there], [North], [{sentences(dice(45), 1)}], [South], [Nothing.])
"""


def tagged() -> bytes:
    return typst.compile(SOURCE.encode(), pdf_standards=["ua-1"])


def read(data: bytes) -> Reading:
    return read_pdf(data, "paper.pdf", "0" * 64)[0]


def of_kind(reading: Reading, kind: BlockKind) -> list[tuple[str, int]]:
    return [(shown(reading, block.span), block.level) for block in reading.blocks if block.kind is kind]


def rewritten(data: bytes, change) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as document:
        change(document)
        made = io.BytesIO()
        document.save(made)
        return made.getvalue()


def test_headings_have_the_levels_that_the_file_gives_them_however_they_look():
    assert of_kind(read(tagged()), BlockKind.HEADING) == [
        ("Ferries that carry people over the river in winter and in spring", 1),
        ("Where they land", 2),
    ]


def test_quotations_items_without_a_mark_and_tables_without_rules_are_what_the_file_says():
    reading = read(tagged())
    assert [words for words, _ in of_kind(reading, BlockKind.BLOCK_QUOTE)] == [QUOTED]
    assert [words for words, _ in of_kind(reading, BlockKind.LIST_ITEM)][-1] == sentences(dice(44), 1)
    rows = [block.span.of(reading.text).split("\t")[0] for block in reading.blocks if block.kind is BlockKind.TABLE_ROW]
    assert rows == ["Harbour", "North", "South"]


def test_what_the_file_says_is_no_part_of_its_text_is_left_out_even_on_a_single_page():
    assert "Running head" not in read(tagged()).text


def test_a_file_that_calls_everything_a_heading_is_not_believed():
    def change(document):
        for one in document.objects:
            if isinstance(one, Dictionary) and one.get("/S") in {Name.P, Name.Span, Name.H2}:
                one.S = Name.H1

    headings = [words for words, _ in of_kind(read(rewritten(tagged(), change)), BlockKind.HEADING)]
    assert BODY not in headings


def test_a_tree_that_goes_round_in_a_circle_ends():
    def change(document):
        element = document.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P))
        element.K, element.P = Array([element, element]), element
        document.Root.StructTreeRoot.K = element
        for number in range(1, len(document.Root.StructTreeRoot.ParentTree.Nums), 2):
            document.Root.StructTreeRoot.ParentTree.Nums[number] = Array([element])

    assert QUOTED in " ".join(words for _, words in seen(read(rewritten(tagged(), change))))


def test_columns_of_a_letters_head_are_read_one_after_the_other():
    sheet = Sheet()
    lines = (
        ("Harbour office", "We help people who live on islands"),
        ("post@harbour.example", "to cross the river in winter and to"),
        ("www.harbour.example", "carry home what they need from the"),
    )
    for one, two in lines:
        sheet.canvas.setFont("Times-Roman", 10)
        sheet.canvas.drawString(62, sheet.y, one)
        sheet.line(300, two)
    sheet.line(300, "market of the old village.")
    words = " ".join(words for _, words in seen(sheet.read()))
    assert "live on islands to cross the river in winter and to carry home what they need from the market" in words
