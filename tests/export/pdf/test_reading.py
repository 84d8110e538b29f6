"""What a PDF tells those who listen to it: the briefing's words, all of them, in order, each as what it is."""

import dataclasses
import io

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from briefing_app.domain.audience import Paper
from briefing_app.domain.briefing import (
    Ask,
    AskGroup,
    ContactPanel,
    FigureStrip,
    Heading,
    InternalBriefing,
    KeyFigure,
    LikelyQuestion,
    Mark,
    Matrix,
    MatrixRow,
    Meta,
    Note,
    Panel,
    Paragraph,
    Part,
    Picture,
    PrivateRemark,
    Questions,
    Quotation,
    Room,
    RoomSide,
    Run,
    Sheet,
    SourceEntry,
    SourceLine,
    SourceList,
    Table,
    TalkingPoints,
    TitleBand,
    WritingLines,
    plain,
)
from briefing_app.domain.fidelity.grades import Grade
from tests.export.pdf.making import TOKEN, made_briefings, page_texts, pdf, small, words
from tests.export.pdf.telling import told, words_of_artifacts
from tests.export.pdf.test_entry import BRANDS, slow_to_draw


def listened(*blocks, **how):
    """Return what is told of a briefing of these blocks."""
    return told(pdf(small(*blocks, **how)).data)


def picture_bytes():
    """Return a small picture."""
    file = io.BytesIO()
    Image.new("RGB", (60, 40), "#336699").save(file, "PNG")
    return file.getvalue()


def outline(element):
    """Return the types of an element and all in it, as nested lists."""
    return [element.kind, *(outline(part) for part in element.parts if not isinstance(part, str))]


def only(element, kind):
    (found,) = element.all(kind)
    return found


@slow_to_draw
@given(made=made_briefings(), brand=st.sampled_from(BRANDS))
def test_all_words_of_any_briefing_are_told_once_and_in_order(made, brand):
    briefing, maker = made

    tree = told(pdf(briefing, brand).data)

    notes = {id(part) for note in tree.all("Note") for part in note.all("Note", "Lbl", "P")}
    heard = [word for part in tree.all("P", "H1", "H2", "H3", "Lbl", "TH", "TD", "Link", "Span") if id(part) not in notes
             for text in part.parts if isinstance(text, str) for word in TOKEN.findall(text)]  # fmt: skip
    assert heard == [word for word in maker.read if TOKEN.fullmatch(word)]


@slow_to_draw
@given(made=made_briefings(), at_the_end=st.booleans())
def test_each_note_is_told_once_and_at_the_page_s_foot_means_right_behind_the_block_that_calls_it(made, at_the_end):
    briefing, maker = made
    briefing = dataclasses.replace(briefing, endnotes_title="Notes" if at_the_end else "")

    tree = told(pdf(briefing).data)

    notes = list(tree.all("Note"))
    assert [note.said["ID"] for note in notes] == [f"note-{note.number}" for note in briefing.notes]
    assert [only(note, "Lbl").text for note in notes] == [str(note.number) for note in briefing.notes]
    assert [only(note, "P").text for note in notes] == [plain(note.text) for note in briefing.notes]
    calls = [reference.text for reference in tree.all("Reference")]
    assert calls == [str(note.number) for note in briefing.notes]
    if not at_the_end:
        for section in tree.all("Sect"):
            for place, part in enumerate(section.parts):
                if part.kind == "Note":
                    caller = next(one for one in reversed(section.parts[:place]) if one.kind != "Note")
                    assert maker.calls[int(only(part, "Lbl").text)] in caller.text


@slow_to_draw
@given(made=made_briefings())
def test_headings_never_skip_a_level_and_begin_with_the_first(made):
    levels = [int(heading.kind[1]) for heading in told(pdf(made[0]).data).all("H1", "H2", "H3", "H4", "H5", "H6")]

    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))


@slow_to_draw
@given(made=made_briefings(), brand=st.sampled_from(BRANDS))
def test_every_heading_quotation_ask_and_link_of_a_briefing_is_there_as_what_it_is(made, brand):
    briefing, _ = made
    blocks = [block for part in briefing.parts for block in part.blocks]

    tree = told(pdf(briefing, brand).data)

    expected = [text for block in blocks for text in headings_of(block)]
    assert [heading.text for heading in tree.all("H1", "H2", "H3")] == expected
    quotations = [block for block in blocks if isinstance(block, Quotation)]
    assert len(list(tree.all("BlockQuote"))) == len(quotations)
    for told_as, quotation in zip(tree.all("BlockQuote"), quotations, strict=True):
        assert quotation.speaker in told_as.text
    asks = [ask.number for block in blocks if isinstance(block, AskGroup) for ask in block.asks]
    sources = [entry.number for block in blocks if isinstance(block, SourceList) for entry in block.entries]
    labels = [only(item, "Lbl").text for item in tree.all("LI") if next(iter(item.all("Lbl")), None)]
    assert sorted(labels) == sorted(asks + sources)


def headings_of(block):
    """Return the headings a block brings."""
    match block:
        case TitleBand() | AskGroup():
            return [block.title]
        case Heading():
            return [block.text]
    return []


def test_a_paragraph_goes_on_over_the_page_as_one_element():
    text = "Words that go on and on over the end of a page. " * 200

    tree = listened(Paragraph(words(text), "p"))

    assert only(only(tree, "Sect"), "P").text == text.strip()


def test_a_column_that_goes_on_over_the_page_is_told_before_the_one_beside_it():
    lines = tuple(f"Delegate {number}" for number in range(90))
    band = TitleBand("", "A title", "", (Meta("For", lines), Meta("Date", ("16 January 2023",))))

    written = pdf(small(band))

    assert written.report.pages > 1
    assert next(told(written.data).all("Sect")).text == "".join(("A title", "For", *lines, "Date", "16 January 2023"))


def test_a_head_of_a_table_that_no_page_can_hold_is_told_column_by_column():
    tall = " ".join(f"word{number}" for number in range(900))

    head = only(listened(Table(("Who", tall, "When"), (("a", "b", "c"),), (0.2, 0.5, 0.3))), "Table").parts[0]

    assert [cell.text for cell in head.parts] == ["Who", tall, "When"]


def test_a_table_goes_on_over_pages_with_its_head_told_once():
    rows = tuple((f"row {place}", "its words") for place in range(80))
    written = pdf(small(Table(("One", "Other"), rows, (0.5, 0.5))))

    table = only(told(written.data), "Table")

    assert written.report.pages > 2
    assert [[cell.kind for cell in line.parts] for line in table.parts] == [["TH", "TH"], *[["TH", "TD"]] * 80]
    assert [head.said["Scope"] for head in table.parts[0].parts] == ["Column", "Column"]
    assert {line.parts[0].said["Scope"] for line in table.parts[1:]} == {"Row"}
    assert [line.parts[0].text for line in table.parts[1:]] == [row[0] for row in rows]
    assert "One" in words_of_artifacts(written.data)[1]


def test_a_note_called_in_a_table_is_told_behind_it_and_printed_at_the_foot_of_its_page():
    rows = tuple((f"Place {number}", words("some", note=number - 28 if number > 28 else None), "1") for number in range(31))
    notes = tuple(Note(number, words(f"Source {number}.")) for number in (1, 2))
    written = pdf(small(Table(("Where", "What", "How many"), rows, (0.4, 0.4, 0.2)), Paragraph(words("After."), "p"), notes=notes))

    section = next(told(written.data).all("Sect"))
    cells = [row.parts[1] for row in section.parts[0].parts[-2:]]

    assert [part.kind for part in section.parts] == ["Table", "Note", "Note", "P"]
    assert [cell.text for cell in cells] == ["some1", "some2"]
    assert [len(call.links) for cell in cells for call in cell.all("Link")] == [1, 1]
    pages = page_texts(written.data)
    assert [("Place 29" in page, "Source 1." in page) for page in pages] == [(False, False), (True, True)]


def test_notes_called_in_a_row_that_no_page_can_hold_are_told_in_the_order_of_its_cells():
    tall = words(" ".join(f"word{number}" for number in range(900)), note=1)
    notes = tuple(Note(number, words(f"Source {number}.")) for number in (1, 2))
    table = Table(("Where", "What", "How many"), (("Here", tall, words("1", note=2)),), (0.2, 0.5, 0.3))

    assert [note.parts[-1].text for note in listened(table, notes=notes).all("Note")] == ["Source 1.", "Source 2."]


def test_empty_cells_keep_their_place_and_a_row_without_a_name_has_no_head():
    table = only(listened(Table(("One", "Other", "Third"), (("", "x"), ("y",)), (0.3, 0.3, 0.4))), "Table")

    assert [[cell.kind for cell in line.parts] for line in table.parts] == [["TH"] * 3, ["TD"] * 3, ["TH", "TD", "TD"]]
    assert [[cell.text for cell in line.parts] for line in table.parts[1:]] == [["", "x", ""], ["y", "", ""]]


def test_a_matrix_says_its_signs_in_words_and_an_absent_one_too():
    rows = (MatrixRow("R1", "Act", "S1", (Mark.NAMED, Mark.NONE, Mark.GROUP), ("named", "not asked", "as a donor")),)

    table = only(listened(Matrix(("Canada", "Mexico", "UNHCR"), rows, ("disc: named", "ring: through a group"), 0)), "Table")

    assert [head.text for head in table.parts[0].parts] == ["", "Canada", "Mexico", "UNHCR"]
    assert [part.text for part in table.parts[1].parts[0].parts] == ["R1", "Act", "S1"]
    assert [cell.text for cell in table.parts[1].parts[1:]] == ["named", "not asked", "as a donor"]


def test_what_stands_above_a_matrix_s_asks_is_told_as_the_head_of_their_column():
    rows = (MatrixRow("R1", "Act", "S1", (Mark.NAMED,), ("named",)),)

    head = only(listened(Matrix(("Canada",), rows, ("disc: named", "ring: through a group"), 0, "Ask")), "Table").parts[0]

    assert [(cell.kind, cell.text, cell.said["Scope"]) for cell in head.parts] == [
        ("TH", "Ask", "Column"),
        ("TH", "Canada", "Column"),
    ]


def test_a_quotation_keeps_its_language_and_its_speaker_and_translation_keep_the_briefing_s():
    quotation = Quotation(
        (words("« Il faut agir. »", language="fr"),), "Ada Moreau", "Directrice", "fr", Grade.EXACT, "q", "Our translation:", "We must act."
    )  # fmt: skip

    quote = only(listened(quotation), "BlockQuote")

    assert [(part.text, part.said.get("Lang")) for part in quote.parts] == [
        ("« Il faut agir. »", "fr"),
        ("Our translation: We must act.", None),
        ("Ada Moreau, Directrice", None),
    ]


def test_words_in_another_language_are_told_so_within_their_paragraph_even_over_lines():
    text = (Run("They said "), Run("quelques mots en français " * 12, language="fr"), Run("and left."))

    paragraph = only(only(listened(Paragraph(text, "p")), "Sect"), "P")

    (span,) = paragraph.all("Span")
    assert span.said["Lang"] == "fr"
    assert span.text.strip() == ("quelques mots en français " * 12).strip()
    assert paragraph.text == plain(text)


def test_a_picture_is_told_by_its_alternative_text_with_its_caption_beside_it():
    block = Picture("sha", "A caption", "A credit", "What is seen", "i")

    tree = told(pdf(small(block), media={"sha": picture_bytes()}).data)

    assert only(tree, "Figure").said["Alt"] == "What is seen"
    assert [part.text for part in only(tree, "Caption").parts] == ["A caption", "A credit"]


def test_key_figures_are_a_list_of_numbers_with_what_they_count():
    strip = FigureStrip("Key figures", (KeyFigure("32%", "of people", "a"), KeyFigure("three", "drivers", "b")), SourceLine("S1"))

    section = only(listened(strip), "Sect")

    assert [part.kind for part in section.parts] == ["P", "L", "P"]
    assert [[part.text for part in body.parts] for body in section.all("LBody")] == [["32%", "of people"], ["three", "drivers"]]


def test_addresses_lead_where_they_say_in_words_and_nothing_else_does():
    entry = SourceEntry("S1", "A publisher", "A paper", ("https://example.org/a-(b).pdf.", "SHA-256 1234"))
    data = pdf(small(SourceList((entry,)), Paragraph(words("https://example.org/not-a-source"), "p"))).data

    with pikepdf.open(io.BytesIO(data)) as file:
        links = [annotation for page in file.pages for annotation in page.get("/Annots", [])]
        assert [(str(link.A.URI), str(link.Contents)) for link in links] == [
            ("https://example.org/a-(b).pdf", "Site: https://example.org/a-(b).pdf")
        ]
    assert [link.text for link in told(data).all("Link")] == ["https://example.org/a-(b).pdf"]


def test_an_address_over_two_lines_is_one_link():
    address = "https://example.org/" + "long-" * 60

    tree = listened(SourceList((SourceEntry("S1", "A publisher", "A paper", (address,)),)))

    link = only(tree, "Link")
    assert link.text == address
    assert len(link.links) > 1


def test_an_internal_copy_s_sheets_are_told_in_order_and_its_marking_first():
    sheet = Sheet("A", (
        TitleBand("", "Meeting", "", (Meta("When", ("Today",)),)),
        Room("In the room", (RoomSide("Theirs", (("Ada", "leads"), ("Bo", ""))), RoomSide("Ours", (("Cy", "notes"),)))),
        TalkingPoints("Say", ("One", "Two")),
        PrivateRemark("Private", ("Not this",)),
        Questions((LikelyQuestion("Q1", "Why?", "certain", "Because.", SourceLine("S1")),)),
        WritingLines("Heard", 3),
    ))  # fmt: skip

    tree = told(pdf(InternalBriefing(small(Heading(1, "Shared", "h")), (sheet,))).data)

    heard = [text for part in tree.all("P", "H1", "H2", "Lbl") for text in part.parts if isinstance(text, str)]
    assert heard == [
        "INTERNAL", "Meeting", "When", "Today", "In the room", "Theirs", "Ada", "leads", "Bo", "Ours", "Cy", "notes",
        "Say", "1", "One", "2", "Two", "Private", "Not this", "Q1", "Why?", "certain", "Because.", "S1", "Heard", "Shared",
    ]  # fmt: skip
    assert only(tree, "Document").parts[0].text == "INTERNAL"


def test_rules_and_running_heads_are_artifacts():
    data = pdf(small(*(Paragraph(words("All of these words fill a page or two. " * 20), f"p{place}") for place in range(8)))).data

    assert "Running title" in words_of_artifacts(data)[1]
    assert "Page 2 of" in words_of_artifacts(data)[1]
    assert "Running title" not in told(data).text


@pytest.mark.parametrize("character", ["\u00a0", "\u202f", "\u2011", "’", "–", "…"])
@pytest.mark.parametrize("brand", BRANDS)
def test_a_character_comes_out_of_the_text_as_what_it_was(character, brand):
    text = f"a{character}b"

    assert only(told(pdf(small(Paragraph(words(text), "p")), brand).data), "Sect").text == text


def test_notes_that_nothing_calls_and_calls_of_notes_that_are_not_there_are_told_all_the_same():
    briefing = small(Paragraph(words("Words", note=7), "p"), notes=(Note(1, words("Uncalled")),), paper=Paper.A4)

    tree = told(pdf(briefing).data)

    assert only(tree, "Sect").text == "Words7"
    assert only(tree, "Note").text == "1Uncalled"


def test_a_panel_and_the_contact_are_told_with_their_labels():
    tree = listened(Panel("Bottom line", words("Act now")), ContactPanel("Contact"))

    first, last = tree.all("Div")
    assert [part.text for part in first.parts] == ["Bottom line", "Act now"]
    assert last.parts[0].text == "Contact"


def test_asks_are_lists_under_their_addressees_with_numbers_as_labels():
    group = AskGroup("Asked of", "Canada", (Ask("R1", words("Act."), words("Soon."), SourceLine("S1"), "a"),))

    section = only(listened(group, parts=(Part("only", (Heading(1, "Asks"), group)),)), "Sect")

    assert outline(section) == ["Sect", ["H1"], ["P"], ["H2"], ["L", ["LI", ["Lbl"], ["LBody", ["P"], ["P"]]]]]
    assert [part.text for part in only(section, "LBody").parts] == ["Act. Soon.", "S1"]
