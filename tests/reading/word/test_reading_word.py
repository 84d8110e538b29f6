"""Word files as text: what a reader who accepts all changes sees, in order, once."""

import io
import zipfile

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.domain.dates import PartialDate
from briefing_app.domain.reading import BlockKind, InlineKind, shown
from briefing_app.errors import FileNotRead
from briefing_app.reading.entry import read_bytes
from briefing_app.reading.word.reader import read_word
from tests.reading.word.making import NAMES, blocks, element, p, r, read, with_notes, with_parts, word_file

TRACKED = "w:id='1' w:author='A' w:date='2023-01-01T00:00:00Z'"


def inlines(reading, kind):
    return [(one.content.of(reading.text), one.target) for one in reading.inlines if one.kind is kind]


def test_content_controls_are_read_at_every_level():
    within = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('northern ')}</w:sdtContent></w:sdt>"
    around = f"<w:sdt><w:sdtContent><w:p>{r('Open the ')}{within}{r('road.')}</w:p></w:sdtContent></w:sdt>"
    row = f"<w:tr><w:sdt><w:sdtContent><w:tc>{p('Year')}</w:tc></w:sdtContent></w:sdt><w:tc>{p('Lorries')}</w:tc></w:tr>"
    table = f"<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt><w:tr><w:tc>{p('2021')}</w:tc><w:tc>{p('4')}</w:tc></w:tr></w:tbl>"
    assert read(around, table).text == "Open the northern road.\n\nYear\tLorries\n\n2021\t4"


def test_the_prompt_of_an_empty_control_is_not_the_writers():
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('Click here to enter text.')}</w:sdtContent></w:sdt>"
    assert read(p("Open the road."), prompt).text == "Open the road."


def test_a_text_box_is_read_once_after_the_paragraph_it_is_tied_to():
    box = f"<w:txbxContent>{p('In the box.')}</w:txbxContent>"
    drawn = (
        "<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>"
        f"{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert read(f"<w:p>{r('Open ')}<w:r>{drawn}</w:r>{r('the road.')}</w:p>").text == "Open the road.\n\nIn the box."
    assert read(f"<w:p><w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r></w:p>").text == "In the box."


def test_tracked_changes_are_read_as_accepted():
    changed = (
        f"<w:p>{r('Ministers ')}<w:del {TRACKED}><w:r><w:delText>may</w:delText></w:r></w:del><w:ins {TRACKED}>{r('must')}</w:ins>"
        f"<w:moveFrom {TRACKED}>{r(' at once')}</w:moveFrom>{r(' act')}<w:moveTo {TRACKED}>{r(' at once')}</w:moveTo>{r('.')}</w:p>"
    )
    joined = f"<w:p><w:pPr><w:rPr><w:del {TRACKED}/></w:rPr></w:pPr>{r('One sentence ')}</w:p>"
    gone = f"<w:tr><w:trPr><w:del {TRACKED}/></w:trPr><w:tc>{p('Out')}</w:tc><w:tc>{p('out')}</w:tc></w:tr>"
    table = f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr>{gone}<w:tr><w:tc>{p('c')}</w:tc><w:tc>{p('d')}</w:tc></w:tr></w:tbl>"
    assert read(changed, joined, p("in one paragraph."), table).text == (
        "Ministers must act at once.\n\nOne sentence in one paragraph.\n\na\tb\n\nc\td"
    )


def test_notes_stand_at_the_end_tied_to_their_calls():
    first = f"<w:p>{r('The road is closed.')}<w:r><w:footnoteReference w:id='7'/></w:r>{r(' Lorries wait')}<w:r><w:endnoteReference w:id='2'/></w:r>{r('.')}</w:p>"
    own = f"<w:p>{r('So do we')}<w:r><w:footnoteReference w:customMarkFollows='1' w:id='9'/><w:t>*</w:t></w:r>{r('.')}</w:p>"
    data = with_notes(
        word_file(first, own),
        "footnote",
        {7: f"<w:p><w:r><w:footnoteRef/></w:r>{r(' Seen in March.')}</w:p>", 9: p("In Fordham."), 8: p("Never called.")},
    )
    reading, _ = read_word(with_notes(data, "endnote", {2: p("Twelve of them.")}), "draft.docx", "0" * 64)
    notes = [(block.label, block.span.of(reading.text)) for block in reading.blocks if block.kind is BlockKind.FOOTNOTE]
    assert notes == [("1", "Seen in March."), ("i", "Twelve of them."), ("*", "In Fordham.")]
    assert [shown(reading, block.span) for block in reading.blocks[:2]] == ["The road is closed. Lorries wait.", "So do we."]
    assert [one.target for one in reading.inlines if one.kind is InlineKind.NOTE] == ["1", "i", "*"]


def test_fields_give_what_they_show_and_links_where_they_lead():
    def char(kind):
        return f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>"

    code = '<w:r><w:instrText>HYPERLINK "https://example.org/road"</w:instrText></w:r>'
    nested = f"{char('begin')}<w:r><w:instrText>PAGE</w:instrText></w:r>{char('separate')}{r('4')}{char('end')}"
    reading = read(
        f"<w:p>{r('See ')}{char('begin')}{code}{char('separate')}{r('the road')}{char('end')}{r(', page ')}{nested}{r('.')}</w:p>"
    )
    assert reading.text == "See the road, page 4."
    assert inlines(reading, InlineKind.LINK) == [("the road", "https://example.org/road")]


def test_a_field_that_never_ends_does_not_swallow_the_document():
    broken = "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>REF x</w:instrText></w:r></w:p>"
    assert read(broken, p("One."), p("Two.")).text.endswith("Two.")


def test_hyperlinks_lead_where_their_relationship_says():
    document = Document()
    identifier = document.part.relate_to(
        "https://example.org/a", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", is_external=True
    )
    link = f"<w:p>{r('Read ')}<w:hyperlink r:id='{identifier}' w:anchor='part'>{r('the paper')}</w:hyperlink>{r('.')}</w:p>"
    reading = read(link, document=document)
    assert (reading.text, inlines(reading, InlineKind.LINK)) == ("Read the paper.", [("the paper", "https://example.org/a#part")])


def test_breaks_hyphens_tabs_and_symbols_are_signs_of_the_text():
    signs = (
        "<w:p><w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>operate</w:t><w:tab/><w:t>in</w:t><w:softHyphen/><w:t>side</w:t><w:br/>"
        "<w:sym w:font='Wingdings' w:char='F0FC'/><w:t> done</w:t></w:r></w:p>"
    )
    assert read(signs).text == "co\u2011operate\tin\u00adside\n✓ done"


def test_what_word_does_not_print_is_left_out():
    off = '<w:vanish w:val="0"/>'
    hidden = f"<w:p>{r('Seen.')}{r(' Unseen.', '<w:vanish/>')}{r(' Seen too.', off)}</w:p>"
    drawing = "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='1' name='Picture' descr='A road'/></wp:inline></w:drawing></w:r></w:p>"
    comment = f"<w:p><w:commentRangeStart w:id='0'/>{r('Open it.')}<w:commentRangeEnd w:id='0'/><w:r><w:commentReference w:id='0'/></w:r></w:p>"
    assert read(hidden, drawing, comment, "<w:altChunk r:id='rId99'/>").text == "Seen. Seen too.\n\nOpen it."


def test_headings_are_told_by_built_in_style_by_outline_level_and_in_any_language():
    document = Document()
    document.add_heading("Closed roads", 0)
    document.add_heading("Asks", 1)
    document.styles["Heading 2"].element.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}styleId", "Titre2")
    reading = read(
        p("To donors", "<w:pStyle w:val='Titre2'/>"), p("To hosts", "<w:outlineLvl w:val='2'/>"), p("Pay."), document=document
    )
    assert blocks(reading) == [
        (BlockKind.HEADING, 1, "Closed roads"),
        (BlockKind.HEADING, 1, "Asks"),
        (BlockKind.HEADING, 2, "To donors"),
        (BlockKind.HEADING, 3, "To hosts"),
        (BlockKind.PARAGRAPH, 0, "Pay."),
    ]
    assert reading.blocks[-1].path == ("Asks", "To donors", "To hosts")


def test_lists_quotations_and_emphasis_are_told_by_their_styles():
    document = Document()
    document.add_paragraph("Open the road.", style="List Bullet")
    document.add_paragraph("Pay for fuel.", style="List Number 2")
    document.add_paragraph("We wait.", style="Intense Quote")
    paragraph = document.add_paragraph("Act ")
    paragraph.add_run("no").bold = True
    paragraph.add_run("w").bold = True
    paragraph.add_run(" or never", style="Emphasis")
    reading = read(document=document)
    assert [kind for kind, _, _ in blocks(reading)] == [
        BlockKind.LIST_ITEM,
        BlockKind.LIST_ITEM,
        BlockKind.BLOCK_QUOTE,
        BlockKind.PARAGRAPH,
    ]
    assert inlines(reading, InlineKind.STRONG) == [("now", None)]
    assert inlines(reading, InlineKind.EMPHASIS) == [(" or never", None)]


def test_a_table_that_lays_out_a_letter_is_read_paragraph_by_paragraph():
    cell = f"<w:tc>{p('Dear minister,')}{p('Open the road.')}{p('Yours, all of us')}</w:tc>"
    nested = f"<w:tc><w:tbl><w:tr><w:tc>{p('Fordham')}</w:tc></w:tr></w:tbl>{p('May 2023')}</w:tc>"
    reading = read(f"<w:tbl><w:tr>{cell}{nested}</w:tr></w:tbl>")
    assert reading.text == "Dear minister,\n\nOpen the road.\n\nYours, all of us\n\nFordham\n\nMay 2023"


def test_contents_made_of_the_headings_are_not_read_twice():
    document = Document()
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("Asks\t3", style="toc 1")
    document.add_heading("Asks", 1)
    assert read(document=document).text == "Asks"


def test_the_card_has_the_stated_title_and_what_a_person_filled_in():
    document = Document()
    document.core_properties.title = "Microsoft Word - road3.doc"
    document.core_properties.author = "Ines Varela; python-docx"
    document.add_heading("Open the northern road", 0)
    document.add_paragraph("Fordham, 6 March 2023")
    document.add_paragraph("The road to the valley has been closed since the flood, and nobody has said when it will be open.")
    _, card = read_word(word_file(document=document), "draft.docx", "0" * 64)
    assert card.title.value == "Open the northern road"
    assert [author.value for author in card.authors] == ["Ines Varela"]
    assert card.date.value == PartialDate(2023, 3, 6)
    assert card.language.value == "en"


WORDS = st.text("abcdefghijklmnopqrstuvwxyzéñ", min_size=1, max_size=6)
PARTS = st.lists(
    st.one_of(
        st.tuples(st.just("paragraph"), st.lists(WORDS, min_size=1, max_size=3)),
        st.tuples(st.just("heading"), st.lists(WORDS, min_size=1, max_size=1)),
        st.tuples(st.just("item"), st.lists(WORDS, min_size=1, max_size=1)),
        st.tuples(st.just("table"), st.lists(WORDS, min_size=2, max_size=8)),
        st.tuples(st.just("note"), st.lists(WORDS, min_size=2, max_size=2)),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=30)
@given(PARTS)
def test_anything_written_comes_back_in_order_with_every_word_once(parts):
    document, notes, expected, below = Document(), {}, [], []
    body = document.element.body
    numbers = iter(range(10_000))
    for kind, plain in parts:
        words = [f"{word}{next(numbers)}" for word in plain]
        if kind == "table":
            table = document.add_table(rows=(len(words) + 1) // 2, cols=2)
            for at, word in enumerate(words):
                table.cell(at // 2, at % 2).text = word
            expected += words
        elif kind == "note":
            identifier = len(notes) + 2
            body.insert(len(body) - 1, element(f"<w:p>{r(words[0])}<w:r><w:footnoteReference w:id='{identifier}'/></w:r></w:p>"))
            notes[identifier] = p(words[1])
            expected.append(words[0])
            below.append(words[1])
        else:
            style = {"heading": "Heading 2", "item": "List Bullet", "paragraph": None}[kind]
            paragraph = document.add_paragraph(style=style)
            for word in words:
                paragraph.add_run(f"{word} ")
            expected += words
    data = word_file(document=document)
    reading, _ = read_word(with_notes(data, "footnote", notes) if notes else data, "draft.docx", "0" * 64)
    assert " ".join(shown(reading, block.span) for block in reading.blocks).split() == expected + below
    assert "\n\n".join(block.span.of(reading.text) for block in reading.blocks) == reading.text


GOOD = word_file(p("Open the road."))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (GOOD[: len(GOOD) // 2], "file-damaged"),
        (b"PK\x03\x04" + b"\0" * 26 + b"word/document.xml", "file-damaged"),
        (with_parts(GOOD, {"word/document.xml": None}), "file-damaged"),
        (with_parts(GOOD, {"word/document.xml": b"<w:document"}), "file-damaged"),
        (word_file(), "file-without-words"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5000 + "EncryptedPackage".encode("utf-16-le"), "file-encrypted"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_line(data, code):
    with pytest.raises(FileNotRead) as refused:
        read_bytes(data, "draft.docx")
    assert refused.value.code == code


def test_entities_are_never_resolved():
    bomb = (
        '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
        f"<w:document {NAMES}><w:body>{p('&b;&f;')}</w:body></w:document>"
    )
    with pytest.raises(FileNotRead) as refused:
        read_bytes(with_parts(GOOD, {"word/document.xml": bomb.encode()}), "draft.docx")
    assert refused.value.code == "file-damaged"


def test_a_part_that_unpacks_to_far_too_much_is_refused():
    target = io.BytesIO(GOOD)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/styles2.xml", b"x")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"<w:document>" + b" " * (80 * 2**20))
    with pytest.raises(FileNotRead) as refused:
        read_bytes(stream.getvalue(), "draft.docx")
    assert refused.value.code == "file-too-much-text"


@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=8))
def test_no_bytes_raise_anything_but_file_not_read(place, other):
    data = GOOD[:place] + other + GOOD[place + len(other) :]
    try:
        reading, _ = read_word(data, "draft.docx", "0" * 64)
    except FileNotRead:
        return
    assert reading.text.strip()


def test_labels_and_figures_laid_out_in_cells_suffer_no_damage():
    rows = (
        f"<w:tr><w:tc>{p('For')}{p('Delegation of Fordham')}</w:tc><w:tc>{p('32 %')}{p('approximate share of lorries that have left')}</w:tc>"
        f"<w:tc><w:tbl><w:tr><w:tc>{p('X')}</w:tc></w:tr></w:tbl>{p('Version')}</w:tc></w:tr>"
    )
    assert not read(f"<w:tbl>{rows}</w:tbl>").damage
    figures = f"<w:tc>{p('32 %')}{p('share of lorries that left in February')}</w:tc><w:tc>{p('three')}{p('roads that were closed')}</w:tc>"
    reading = read(f"<w:tbl><w:tr>{figures}</w:tr></w:tbl>")
    assert (reading.text, reading.damage) == ("32 % share of lorries that left in February\tthree roads that were closed", ())


@pytest.mark.parametrize("name", ["word/styles.xml", "word/numbering.xml", "word/settings.xml", "docProps/core.xml"])
def test_a_damaged_part_that_holds_no_words_counts_as_missing(name):
    assert "Roads are closed." in read(p("Roads are closed."), parts={name: b"<w:st"}).text


def test_a_formula_stands_on_one_line():
    formula = (
        "<w:p><m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>c</m:t></m:r></m:den></m:f>"
        "<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath></w:p>"
    )
    assert read(formula).text == "(a+b)/cx²"


def test_a_large_first_letter_belongs_to_the_word_it_begins():
    letter = '<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr><w:r><w:t>R</w:t></w:r></w:p>'
    assert read(letter, p("oads are closed.")).text == "Roads are closed."


def test_a_body_in_utf_16_is_read_and_its_entities_are_not():
    data = word_file(p("Roads are closed."))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = package.read("word/document.xml").decode().partition("?>")[2]
    for before, outcome in (("", "Roads are closed."), ("<!DOCTYPE x [<!ENTITY a 'open'>]>", None)):
        wide = with_parts(data, {"word/document.xml": f'<?xml version="1.0" encoding="UTF-16"?>{before}{body}'.encode("utf-16")})
        if outcome:
            assert read_word(wide, "draft.docx", "0" * 64)[0].text == outcome
        else:
            with pytest.raises(FileNotRead):
                read_word(wide, "draft.docx", "0" * 64)
