"""Files broken in fourteen ways, one each: what they are held to catches every one."""

import io

import pikepdf
import pytest
from pikepdf import Name

from briefing_app.domain.briefing import (
    Ask,
    AskGroup,
    Heading,
    Note,
    Paragraph,
    Part,
    Picture,
    Quotation,
    SourceEntry,
    SourceLine,
    SourceList,
    Table,
    TitleBand,
)
from briefing_app.domain.fidelity.grades import Grade
from tests.conforming import shortcomings
from tests.export.pdf.making import pdf, small, words
from tests.export.pdf.telling import told
from tests.export.pdf.test_reading import picture_bytes


@pytest.fixture(scope="module")
def whole():
    """Return a file with something of every kind."""
    blocks = (
        TitleBand("Kicker", "Title", "", ()),
        Heading(1, "Section", "h"),
        Heading(2, "Part of it", "i"),
        AskGroup("Asked of", "Canada", (Ask("R1", words("Act."), words("Soon."), SourceLine("S1"), "a"),)),
        Quotation((words("“Now.”", note=1),), "Ada", "Director", "en", Grade.EXACT, "q"),
        Picture("sha", "Caption", "Credit", "What is seen", "p"),
        Table(("One", "Other"), (("a", "b"),), (0.5, 0.5)),
        Paragraph(words("Words"), "w"),
        SourceList((SourceEntry("S1", "A publisher", "A paper", ("https://example.org/",)),)),
    )
    return pdf(small(parts=(Part("only", blocks),), notes=(Note(1, words("A note")),)), media={"sha": picture_bytes()}).data


def elements(file, *kinds):
    return [
        held for held in file.objects
        if isinstance(held, pikepdf.Dictionary) and held.get("/Type") == "/StructElem" and str(held.S)[1:] in kinds
    ]  # fmt: skip


def annotations(file):
    return [annotation for page in file.pages for annotation in page.get("/Annots", [])]


def no_language(file):
    del file.Root.Lang


def no_alternative_text(file):
    del elements(file, "Figure")[0].Alt


def title_not_shown(file):
    file.Root.ViewerPreferences.DisplayDocTitle = False


def heads_without_scope(file):
    for head in elements(file, "TH"):
        del head.A


def no_tab_order(file):
    del file.pages[0].obj.Tabs


def words_without_tags(file):
    font = next(iter(file.pages[0].Resources.Font.keys()))
    file.pages[0].contents_add(f"BT {font} 10 Tf 10 10 Td <01> Tj ET".encode())


def links_without_description(file):
    for annotation in annotations(file):
        del annotation.Contents


def a_level_skipped(file):
    elements(file, "H3")[0].S = Name("/H5")


def no_output_intent(file):
    del file.Root.OutputIntents


def fonts_not_embedded(file):
    for held in file.objects:
        if isinstance(held, pikepdf.Dictionary) and held.get("/Type") == "/FontDescriptor":
            del held.FontFile2


def no_way_back_from_content(file):
    del file.Root.StructTreeRoot.ParentTree


def a_type_of_no_standard(file):
    elements(file, "BlockQuote")[0].S = Name("/Citation")


def a_paragraph_for_a_list_item(file):
    elements(file, "LI")[0].S = Name("/P")


def no_claim(file):
    del file.Root.Metadata


BREAKS = (
    no_language, no_alternative_text, title_not_shown, heads_without_scope, no_tab_order, words_without_tags, links_without_description,
    a_level_skipped, no_output_intent, fonts_not_embedded, no_way_back_from_content, a_type_of_no_standard, a_paragraph_for_a_list_item,
    no_claim,
)  # fmt: skip


def saved(data, change):
    """Return a file opened, changed and saved again."""
    with pikepdf.open(io.BytesIO(data)) as file:
        change(file)
        target = io.BytesIO()
        file.save(target, fix_metadata_version=False)
        return target.getvalue()


def test_a_file_saved_again_unchanged_still_passes(whole):
    assert shortcomings(saved(whole, lambda _: None)) == []


def test_there_are_fourteen_ways():
    assert len(set(BREAKS)) == 14


@pytest.mark.parametrize("change", BREAKS, ids=lambda change: change.__name__)
def test_each_way_of_breaking_a_file_is_caught(whole, change):
    assert shortcomings(saved(whole, change)) != []


def test_a_heading_that_is_told_as_a_paragraph_is_caught_by_reading_alone(whole):
    """No standard asks for headings: a file without any passes every checker, and not the tests of reading."""

    def no_headings(file):
        for heading in elements(file, "H1", "H2", "H3"):
            heading.S = Name.P

    changed = saved(whole, no_headings)

    assert shortcomings(changed) == []
    assert [heading.text for heading in told(whole).all("H1", "H2", "H3")] == ["Title", "Section", "Part of it", "Canada"]
    assert list(told(changed).all("H1", "H2", "H3")) == []
