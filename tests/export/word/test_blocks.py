"""The blocks of a briefing as Word has them: golden parts, styles by name, numbers as composed."""

import difflib

import pytest
from docx.oxml.ns import qn

from briefing_app.domain.briefing import (
    Ask,
    AskGroup,
    ContactPanel,
    FigureStrip,
    Heading,
    KeyFigure,
    Mark,
    Matrix,
    MatrixRow,
    Meta,
    Note,
    Panel,
    Paragraph,
    Picture,
    Quotation,
    Run,
    SourceEntry,
    SourceLine,
    SourceList,
    Table,
    TitleBand,
)
from briefing_app.domain.fidelity.grades import Grade
from briefing_app.wordfile.walking import alternative_texts
from tests.export.word.samples import LOUD, NEUTRAL, body, briefing, pretty, root, style_named, text, walked, written


def ask(number, lead="Keep the promise", rest="made last year.", source="IRC, Statement, para 3 (S2)"):
    return Ask(number, text(lead, strong=True) if lead else (), text(rest) if rest else (), SourceLine(source), f"p-{number}")


def quotation(*paragraphs, language="en", **more):
    return Quotation(
        tuple(text(words) for words in paragraphs), "A. Person", "Director, An Organisation", language, Grade.EXACT, "q", **more
    )


def same(made, golden):
    lines = [line.strip() for line in golden.strip().splitlines()]
    got = [line.strip() for line in made.splitlines()]
    assert got == lines, "\n".join(difflib.unified_diff(lines, got, "golden", "written", lineterm=""))


def lines(made):
    return [(entry.style, entry.label, entry.text) for entry in walked(made)]


def test_an_ask_is_a_numbered_paragraph_and_its_source_a_caption():
    made = written(briefing(AskGroup("Asked of", "Canada, as a donor", (ask("R1"),))))
    same(
        "\n".join(pretty(element) for element in body(made)[:3]),
        """
        <w:p>
          <w:pPr>
            <w:pStyle w:val="Heading3"/>
          </w:pPr>
          <w:r>
            <w:rPr>
              <w:rStyle w:val="GroupLabel"/>
            </w:rPr>
            <w:t>Asked of</w:t>
          </w:r>
          <w:r>
            <w:tab/>
          </w:r>
          <w:r>
            <w:t>Canada, as a donor</w:t>
          </w:r>
        </w:p>
        <w:p>
          <w:pPr>
            <w:pStyle w:val="ListNumber"/>
          </w:pPr>
          <w:r>
            <w:rPr>
              <w:rStyle w:val="Strong"/>
            </w:rPr>
            <w:t>Keep the promise</w:t>
          </w:r>
          <w:r>
            <w:t xml:space="preserve"> </w:t>
          </w:r>
          <w:r>
            <w:t>made last year.</w:t>
          </w:r>
        </w:p>
        <w:p>
          <w:pPr>
            <w:pStyle w:val="Caption"/>
          </w:pPr>
          <w:r>
            <w:t>IRC, Statement, para 3 (S2)</w:t>
          </w:r>
        </w:p>
        """,
    )


def test_a_quotation_in_another_language_says_so_and_keeps_with_its_speaker():
    made = written(briefing(quotation("«Ayuda ya.»", language="es", translation_label="Our translation.", translation="Help now.")))
    same(
        pretty(body(made)[0]),
        """
        <w:p>
          <w:pPr>
            <w:pStyle w:val="PullQuote"/>
          </w:pPr>
          <w:r>
            <w:rPr>
              <w:lang w:val="es-ES"/>
            </w:rPr>
            <w:t>«Ayuda ya.»</w:t>
          </w:r>
        </w:p>
        """,
    )
    assert lines(made)[1:] == [
        ("Quote Translation", "", "Our translation. Help now."),
        ("Quote Speaker", "", "A. Person, Director, An Organisation"),
    ]


@pytest.mark.parametrize(
    ("letters", "style"), [(200, "Pull Quote"), (201, "Intense Quote"), (450, "Intense Quote"), (451, "Quote")]
)
def test_the_longer_a_quotation_the_smaller_its_style(letters, style):
    assert lines(written(briefing(quotation("x" * letters))))[0][0] == style


@pytest.mark.parametrize(
    "numbers",
    [
        ["R1", "R2", "R3"],
        ["R4", "R5"],
        ["R1", "R2", "R5", "R6"],
        ["R1", "R2", "R3", "R3a", "R4"],
        ["R3a", "R3b"],
        ["R2", "R1"],
        ["R1", "R1"],
        ["R01", "7", "Q-3.", "two", "R²", "R٣"],
        ["R1", "", "R2"],
        ["", "R1"],
    ],
)
def test_every_ask_prints_exactly_the_number_it_was_composed_with(numbers):
    made = written(briefing(AskGroup("Asked of", "Canada", tuple(ask(number) for number in numbers))))
    assert [entry.label for entry in walked(made) if entry.style == "List Number"] == numbers


def test_asks_numbered_without_gaps_are_one_list_that_belongs_to_the_style():
    groups = [AskGroup("Asked of", name, (ask(f"R{first}"), ask(f"R{first + 1}"))) for name, first in (("Canada", 1), ("All", 3))]
    made = written(briefing(*groups))
    assert next(root(made).iter("{*}numPr"), None) is None
    assert len(list(root(made, "word/numbering.xml").iter("{*}num"))) == 1


def test_the_title_band_has_its_kicker_in_the_hang_column_and_its_meta_side_by_side():
    band = TitleBand(
        "Briefing",
        "Sharing responsibility",
        "After the summit",
        (Meta("For", ("Canada",)), Meta("Version", ("1.2", "Hand-over copy"))),
    )
    assert lines(written(briefing(band)))[:7] == [
        ("Title", "", "Briefing\tSharing responsibility"),
        ("Subtitle", "", "After the summit"),
        ("Meta Label", "", "For"),
        ("Meta", "", "Canada"),
        ("Meta Label", "", "Version"),
        ("Meta", "", "1.2"),
        ("Meta", "", "Hand-over copy"),
    ]


def test_a_label_too_wide_for_the_hang_column_stands_on_a_line_of_its_own():
    made = written(briefing(Panel("What we hope that this meeting brings", text("A date."))))
    assert lines(made) == [("Bottom Line", "", "What we hope that this meeting brings\nA date.")]


def test_key_figures_are_a_table_with_their_source_under_it():
    strip = FigureStrip(
        "Key figures", (KeyFigure("32%", "of people", "f1"), KeyFigure("4", "countries", "f2")), SourceLine("S1, para 3.")
    )
    assert [entry[0::2] for entry in lines(written(briefing(strip))) if entry[2]] == [
        ("Figure Label", "Key figures"),
        ("Figure Number", "32%"),
        ("Figure Text", "of people"),
        ("Figure Number", "4"),
        ("Figure Text", "countries"),
        ("Table Note", "S1, para 3."),
    ]


def matrix(own=0):
    cells = (Mark.NAMED, Mark.GROUP, Mark.NONE)
    spoken = ("named in the source", "addressed through a group", "not addressed")
    return Matrix(
        ("Canada", "Mexico", "World Bank"),
        (MatrixRow("R1", "Fund it", "S2, para 4", cells, spoken),),
        ("Named", "through a group"),
        own,
    )


def test_a_sign_in_the_matrix_is_told_in_words_and_its_head_row_repeats():
    made = written(briefing(matrix()))
    told = [words for words in alternative_texts(root(made)) if words and not words.startswith("Picture")]
    assert told == ["named in the source", "addressed through a group"]
    rows = list(root(made).iter("{*}tr"))
    assert [row.find(".//{*}tblHeader") is not None for row in rows] == [True, False]
    assert all(row.find(".//{*}cantSplit") is not None for row in rows)


def test_the_matrix_tints_its_own_audiences_column_and_no_other():
    fills = [cell.find(".//{*}tcPr/{*}shd") is not None for cell in root(written(briefing(matrix(own=1)))).iter("{*}tc")]
    assert fills == [False, False, True, False, False, False, False, True, False]


def test_sources_are_numbered_and_their_details_follow():
    sources = SourceList(
        (
            SourceEntry("S1", "IRC", "A Fractured Response.", ("Used for R1", "SHA-256 20820aed")),
            SourceEntry("S2", "", "Statement.", ()),
        )
    )
    assert lines(written(briefing(sources))) == [
        ("Source Entry", "S1", "IRC. A Fractured Response."),
        ("Source Detail", "", "Used for R1"),
        ("Source Detail", "", "SHA-256 20820aed"),
        ("Source Entry", "S2", "Statement."),
    ]


def test_two_tables_that_touch_stay_two():
    table = Table(("A", "B"), (("1", "2"),), (0.5, 0.5))
    assert [element.tag.rpartition("}")[2] for element in body(written(briefing(table, table)))] == [
        "tbl",
        "p",
        "tbl",
        "p",
        "sectPr",
    ]


def test_no_paragraph_outside_tables_is_empty():
    blocks = (
        TitleBand("", "Title", "", ()),
        Panel("Bottom line", text("Act.")),
        Heading(1, "Why"),
        Paragraph(text("Because."), "p"),
        ContactPanel("Contact"),
    )
    assert all(entry.text.strip() for entry in walked(written(briefing(*blocks))))


def test_the_contact_panel_speaks_the_briefings_language():
    assert lines(written(briefing(ContactPanel("Contact")))) == [
        ("Contact", "", "Contact\tPolicy desk\npolicy@example.org\nWe help.")
    ]


def test_the_first_form_of_a_source_line_that_fits_is_taken():
    long, short = (
        "Publisher, " + "A very long title of a source, " * 5 + "para 3 (S2)",
        "Publisher, A very long title …, para 3 (S2)",
    )
    group = AskGroup("Asked of", "Canada", (Ask("R1", (), text("Act."), SourceLine(long, (short,)), "p"),))
    assert lines(written(briefing(group)))[-1] == ("caption", "", short)


def test_notes_are_real_and_stand_where_they_are_called():
    paragraph = Paragraph((Run("It grew", note=1), Run(" and grew.", note=2)), "p")
    made = written(briefing(paragraph, notes=(Note(1, text("S1, para 2.")), Note(2, text("S2, para 3.")))))
    assert [entry.text for entry in walked(made, "word/footnotes.xml")][2:] == ["\tS1, para 2.", "\tS2, para 3."]
    assert [
        call.get("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}id")
        for call in root(made).iter("{*}footnoteReference")
    ] == ["1", "2"]


def test_a_cell_of_a_table_may_call_a_note():
    table = Table(
        ("Where", "What"), (("Here", (Run("Some", note=1), Run(" more", strong=True))), ("There", text("Else"))), (0.5, 0.5)
    )
    made = written(briefing(table, notes=(Note(1, text("S1, para 2.")),)))
    cell = list(root(made).iter("{*}tc"))[3]
    assert ("".join(cell.itertext()), len(list(cell.iter("{*}footnoteReference")))) == ("Some more", 1)


def test_notes_with_numbers_of_their_own_print_them():
    paragraph = Paragraph((Run("It grew", note=4), Run(" and grew", note=2), Run(" again.", note=4)), "p")
    made = written(briefing(paragraph, notes=(Note(2, text("Two.")), Note(4, text("Four.")))))
    assert [entry.text for entry in walked(made, "word/footnotes.xml")][2:] == ["4\tFour.", "2\tTwo."]
    assert walked(made)[0].text == "It grew and grew again.4"


def test_notes_at_the_end_stand_under_their_heading():
    made = written(briefing(Paragraph(text("It grew.", note=1), "p"), notes=(Note(1, text("S1.")),), endnotes_title="Notes"))
    assert lines(made)[-1] == ("heading 1", "", "Notes")
    assert [entry.text for entry in walked(made, "word/endnotes.xml")][2:] == ["\tS1."]


def test_a_picture_that_does_not_open_is_left_out_and_reported():
    made = written(briefing(Picture("ab" * 32, "A camp", "Photo: X", "Tents in rain", "pic")), media={"ab" * 32: b"not an image"})
    assert [(overrun.code, overrun.where) for overrun in made.report.overruns] == [("image-broken", "pic")]
    assert lines(made) == [("Table Note", "", "A camp Photo: X")]


def test_each_of_several_quotations_in_a_row_has_a_bar_of_its_own():
    said = Quotation((text("“First.”"), text("“Second.”")), "Ana Torres", "Minister", "en", Grade.EXACT, "q")
    made = written(briefing(said, said, Quotation((), "", "", "en", Grade.EXACT, "q"), said, Paragraph(text("Then."), "p"), said))
    indents = [paragraph.find("./{*}pPr/{*}ind") is not None for paragraph in root(made).iter("{*}p")]
    assert indents == [False] * 3 + [True] * 3 + [False] * 3 + [False] + [False] * 3


def test_a_brand_may_tint_a_quotation_or_put_a_bar_beside_it():
    with_bar, with_block = (style_named(written(briefing(quotation("“Yes.”")), brand), "Pull Quote") for brand in (NEUTRAL, LOUD))
    assert [style.find(".//{*}shd") is not None for style in (with_bar, with_block)] == [False, True]


def test_a_table_whose_words_do_not_fit_takes_the_hang_column_too():
    head = ("", "Mexico", "United States", "European Commission", "Canada", "Donors", "Humanitarian")
    table = Table(head, (("Act", *["R1"] * 6),), (0.4, *[0.1] * 6))
    narrow = Table(("Speaker", "Result"), (("A. Person", "Exact"),), (0.5, 0.5))
    made = root(written(briefing(table, narrow)))
    left = [int(element.get(qn("w:w"))) for element in made.iter(qn("w:tblInd"))]
    assert (left[0] < 0, left[1]) == (True, 0)
    columns = [int(element.get(qn("w:w"))) for element in next(made.iter(qn("w:tblGrid")))]
    assert abs(sum(columns) - 170 / 25.4 * 1440) < 10
    assert columns[6] > columns[1]
