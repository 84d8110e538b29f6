"""The Word file as a whole: sections, furniture, properties, fonts, a brand's own Word base, the same bytes twice."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from PIL import Image

from briefing_app.domain.audience import Paper
from briefing_app.domain.briefing import (
    AskGroup,
    Briefing,
    Heading,
    InternalBriefing,
    LikelyQuestion,
    Panel,
    Paragraph,
    Part,
    Picture,
    PrivateRemark,
    Questions,
    Room,
    RoomSide,
    Sheet,
    SourceLine,
    Table,
    TalkingPoints,
    TitleBand,
    WorkingBriefing,
    WritingLines,
)
from briefing_app.domain.dates import PartialDate
from briefing_app.errors import ExportRefused
from briefing_app.export.word.entry import write_docx
from briefing_app.wordfile.package import parts_of
from tests.export.word.samples import FURNITURE, LOUD, METADATA, NEUTRAL, briefing, pretty, root, style_named, text, walked, written
from tests.export.word.test_blocks import ask

BRIEFING = briefing(TitleBand("Briefing", "Sharing responsibility", "", ()), Heading(1, "Why"), Paragraph(text("Because."), "p"))
SHEETS = (
    Sheet(
        "A",
        (
            TitleBand("Meeting sheet", "Meeting Canada", "", ()),
            Panel("Desired outcome", text("A date.")),
            Room(
                "In the room",
                (RoomSide("Canada", (("Head of delegation", "decides on R1"),)), RoomSide("Our side", (("Note-taker", ""),))),
            ),
            TalkingPoints("Talking points", ("Thank them.", "Ask.")),
            PrivateRemark("Private", ("Not before R1.", "Never the other.")),
            WritingLines("Commitments heard", 3),
        ),
    ),
    Sheet(
        "B",
        (TitleBand("", "Questions", "", ()), Questions((LikelyQuestion("Q1", "Why?", "certain", "Because.", SourceLine("S1")),))),
    ),
    Sheet("C", (Table(("", "Canada"), (("Act", "R1"),), (0.5, 0.5)),)),
)
INTERNAL = InternalBriefing(BRIEFING, SHEETS)


@pytest.mark.parametrize("composed", [BRIEFING, WorkingBriefing(BRIEFING), INTERNAL])
def test_the_same_input_gives_the_same_bytes_of_the_same_date(composed):
    first = written(composed).data
    assert first == written(composed).data
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist()[:2] == ["[Content_Types].xml", "_rels/.rels"]


def test_the_paper_is_the_audiences_and_the_live_width_170_mm_on_both():
    for paper, size in ((Paper.A4, ("11906", "16838")), (Paper.LETTER, ("12240", "15840"))):
        made = root(written(replace(BRIEFING, paper=paper)))
        page, margins = next(made.iter(qn("w:pgSz"))), next(made.iter(qn("w:pgMar")))
        assert (page.get(qn("w:w")), page.get(qn("w:h"))) == size
        left, right = (int(margins.get(qn(f"w:{side}"))) for side in ("left", "right"))
        assert abs((int(size[0]) - left - right) / 20 + 35 / 25.4 * 72 - 170 / 25.4 * 72) < 0.2


def test_the_first_page_has_the_brands_head_and_later_ones_the_running_title():
    made = written(BRIEFING)
    assert [entry.text for entry in walked(made, "word/header1.xml")] == ["\u2002Policy Office\tDRAFT"]
    assert [entry.text for entry in walked(made, "word/header2.xml")] == ["\tPeople on the move\tDRAFT"]
    assert root(made).find(f".//{qn('w:titlePg')}") is not None
    assert 'descr="Two sheets"' in pretty(root(made, "word/header1.xml"))


def test_page_x_of_y_is_counted_by_word():
    foot = root(written(BRIEFING), "word/footer1.xml")
    assert [field.text.strip() for field in foot.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]


def test_a_marking_too_long_for_a_line_gets_one_of_its_own():
    long = "DRAFT · Embargoed until 17 January 2023, 10:00 (CET) · Not for onward circulation · Hand back after the meeting"
    made = written(replace(BRIEFING, furniture=replace(FURNITURE, marking=long)))
    assert [entry.text for entry in walked(made, "word/header1.xml")] == ["\u2002Policy Office", long]
    assert [entry.text for entry in walked(made, "word/header2.xml")] == [long, "\tPeople on the move"]
    assert [entry.text for entry in walked(made, "word/footer1.xml")] == [long, "Delegation of Canada, version 1.2\tPage 1 of 1"]


def test_a_foot_that_would_touch_the_page_number_gets_two_lines():
    made = written(
        replace(BRIEFING, furniture=replace(FURNITURE, foot="The Agency of many long words, version 0.12, 22 November 2026"))
    )
    lines = [entry.text for entry in walked(made, "word/footer1.xml")]
    assert lines == ["DRAFT", "The Agency of many long words, version 0.12, 22 November 2026\tPage 1 of 1"]


def test_a_marking_that_a_wider_face_would_break_stands_under_the_brands_mark():
    long = "DRAFT · Working copy – not for circulation · Not for onward circulation"
    made = written(
        replace(BRIEFING, furniture=replace(FURNITURE, marking=long)), replace(NEUTRAL, organisation="Policy and Advocacy Office")
    )
    assert [entry.text for entry in walked(made, "word/header1.xml")][-1] == long


def test_no_marking_leaves_no_gap():
    made = written(replace(BRIEFING, furniture=replace(FURNITURE, marking="")))
    assert [entry.text for entry in walked(made, "word/footer1.xml")] == ["\tDelegation of Canada, version 1.2\tPage 1 of 1"]


def test_an_internal_copy_says_so_at_the_head_and_foot_of_every_page():
    made = written(INTERNAL, LOUD)
    around = [name for name in parts_of(made.data) if re.match(r"word/(header|footer)\d", name)]
    assert len(around) == 5
    assert all(walked(made, name)[0].text.startswith("INTERNAL – not for hand-over\t") for name in around)
    assert [walked(made, f"word/footer{number}.xml")[0].text.split("\t")[1] for number in (1, 2, 3)] == [
        "Sheet A",
        "Sheet B",
        "Sheet C",
    ]
    bar = style_named(made, "Internal Bar")
    assert (bar.find(f".//{qn('w:shd')}").get(qn("w:fill")), bar.find(f".//{qn('w:color')}").get(qn("w:val"))) == (
        "000000",
        "FFFFFF",
    )


def test_sheets_come_first_and_the_shared_pages_are_counted_from_one():
    made = root(written(INTERNAL))
    sections = list(made.iter(qn("w:sectPr")))
    assert [section.find(qn("w:pgNumType")) is not None for section in sections] == [False, False, False, True]
    assert [entry.text for entry in walked(written(INTERNAL)) if entry.style == "Title"] == [
        "Meeting sheet\tMeeting Canada",
        "\tQuestions",
        "Briefing\tSharing responsibility",
    ]


def test_the_pages_of_an_internal_copy_are_those_of_the_section_the_audience_sees():
    foots = [root(written(INTERNAL), f"word/footer{number}.xml") for number in (1, 2, 3, 4)]
    assert [[field.text.strip() for field in foot.iter(qn("w:instrText"))] for foot in foots] == [
        [],
        [],
        [],
        ["PAGE", "SECTIONPAGES"],
    ]


def test_private_words_stand_on_sheets_alone():
    assert "Not before R1." not in "".join(entry.text for entry in walked(written(BRIEFING)))
    assert [entry.text for entry in walked(written(INTERNAL)) if entry.style == "Private Remark"] == [
        "Private\tNot before R1.",
        "\tNever the other.",
    ]


def test_talking_points_are_numbered_and_questions_keep_their_numbers():
    labels = [entry.label for entry in walked(written(INTERNAL)) if entry.label]
    assert labels == ["1", "2", "Q1"]


def test_a_part_that_begins_a_page_does_and_the_first_never_leaves_an_empty_one():
    parts = tuple(Part(name, (Heading(1, name), Paragraph(text("Words."), name)), new_page=True) for name in ("One", "Two"))
    made = written(replace(BRIEFING, parts=parts))
    breaks = [entry.text for entry in walked(made) if entry.element.find(f".//{qn('w:pageBreakBefore')}") is not None]
    assert breaks == ["Two"]
    assert made.report.pages == 2
    assert made.report.estimated


def test_the_properties_hold_what_the_metadata_says_and_no_program_or_person():
    parts = parts_of(written(replace(BRIEFING, metadata=replace(METADATA, date=PartialDate(2023, 1)))).data)
    core = Document(io.BytesIO(written(BRIEFING).data)).core_properties
    assert (core.title, core.author, core.subject, core.language) == (
        "Sharing responsibility",
        "Policy Office",
        "Follow-up: Canada",
        "en",
    )
    assert (core.comments, core.last_modified_by, core.keywords, core.category) == ("", "", "", "")
    assert b"2023-01-01T00:00:00Z" in parts["docProps/core.xml"]
    assert not any(name.startswith(("docProps/app", "docProps/thumb", "customXml", "word/webSettings")) for name in parts)
    assert not any(re.search(rb"rsid|python", part) for part in parts.values())


def test_only_a_hand_over_copy_has_word_forget_who_saves_it():
    asked = [
        root(written(copy), "word/settings.xml").find(qn("w:removePersonalInformation"))
        for copy in (BRIEFING, WorkingBriefing(BRIEFING))
    ]
    assert [element is not None for element in asked] == [True, False]


def test_the_typefaces_are_those_that_colleagues_have_with_others_to_take():
    table = root(written(BRIEFING), "word/fontTable.xml")
    pairs = [(font.get(qn("w:name")), font.find(qn("w:altName")).get(qn("w:val"))) for font in table]
    assert pairs == [("Source Serif Pro", "Cambria"), ("Source Sans Pro", "Segoe UI")]


def test_the_documents_language_is_said_with_its_region():
    french = replace(BRIEFING, metadata=replace(METADATA, language="fr"))
    assert root(written(french), "word/styles.xml").find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}").get(qn("w:val")) == "fr-FR"
    canadian = replace(BRIEFING, metadata=replace(METADATA, language="fr-CA"))
    assert root(written(canadian), "word/styles.xml").find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}").get(qn("w:val")) == "fr-CA"


def test_characters_that_xml_cannot_hold_are_left_out():
    made = written(briefing(Paragraph(text("a\x00b\x0bc\ufffe\r\nd\te"), "p")))
    assert walked(made)[0].text == "abc\nd\te"


def test_an_empty_briefing_is_still_a_file():
    assert written(Briefing(METADATA, Paper.A4, FURNITURE, ())).report.pages == 1


def test_a_mark_that_is_missing_is_reported_and_the_name_stands_alone():
    made = written(BRIEFING, replace(NEUTRAL, logo=replace(NEUTRAL.logo, file="gone.svg", wordmark=False)))
    assert [entry.text for entry in walked(made, "word/header1.xml")] == ["Policy Office\tDRAFT"]
    assert [(overrun.code, overrun.where) for overrun in made.report.overruns] == [("logo-broken", "gone.svg")]


@pytest.fixture
def base(tmp_path):
    """A brand's own Word file: its heading in green, other margins, somebody's name and words in it."""
    document = Document()
    document.add_paragraph("Words of a template that must never be printed")
    document.core_properties.author = "A colleague"
    document.styles["Heading 1"].font.size = Pt(31)
    document.sections[0].right_margin, document.sections[0].top_margin = Pt(50), Pt(99)
    document.save(tmp_path / "base.docx")
    return replace(NEUTRAL, folder=str(tmp_path), word_base="base.docx")


def test_a_brands_own_word_file_decides_the_styles_it_has_and_the_margins(base):
    made = written(BRIEFING, base)
    assert style_named(made, "heading 1").find(f".//{qn('w:sz')}").get(qn("w:val")) == "62"
    assert style_named(made, "Bottom Line").find(f".//{qn('w:sz')}").get(qn("w:val")) == "26"
    margins = next(root(made).iter(qn("w:pgMar")))
    assert (margins.get(qn("w:right")), margins.get(qn("w:top"))) == ("1000", "1980")


def test_nothing_else_of_a_brands_own_word_file_comes_along(base):
    parts = parts_of(written(BRIEFING, base).data)
    assert not any(found in part for part in parts.values() for found in (b"template that", b"A colleague", b"rsid"))


def test_asks_keep_their_numbers_over_a_brands_own_list_style(base):
    made = written(briefing(AskGroup("Asked of", "Canada", (ask("R1"), ask("R2"), ask("R4")))), base)
    assert [entry.label for entry in walked(made) if entry.style == "List Number"] == ["R1", "R2", "R4"]


def test_a_word_base_that_does_not_open_is_refused_in_words(tmp_path):
    (tmp_path / "base.docx").write_bytes(b"not a zip")
    with pytest.raises(ExportRefused) as refused:
        write_docx(BRIEFING, replace(NEUTRAL, folder=str(tmp_path), word_base="base.docx"), {})
    assert refused.value.code == "word-base-unreadable"


def test_a_photograph_loses_what_the_camera_wrote_into_it():
    exif = Image.Exif()
    exif[0x010F] = "Secret camera"
    exif[0x0112] = 6
    target = io.BytesIO()
    Image.new("RGB", (1200, 600), "#336699").save(target, "JPEG", exif=exif)
    made = written(briefing(Picture("cd" * 32, "A camp", "", "Tents", "pic")), media={"cd" * 32: target.getvalue()})
    name = next(name for name in parts_of(made.data) if name.endswith(".jpeg"))
    with Image.open(io.BytesIO(parts_of(made.data)[name])) as image:
        assert b"Secret" not in parts_of(made.data)[name]
        assert image.height > image.width
    extent = next(root(made).iter(qn("wp:extent")))
    assert int(extent.get("cy")) / 12700 <= 330
