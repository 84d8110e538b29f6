import dataclasses
import io

import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from briefing_app.catalogue.brands import load_brand
from briefing_app.domain.briefing import InternalBriefing, Note, Paragraph, Part, PrivateRemark, Sheet
from briefing_app.errors import ExportRefused
from briefing_app.export.verification import verify_pdf
from briefing_app.words import LANGUAGES, words_for
from tests.export.pdf.making import pdf, small, words

BRIEFING = small(Paragraph(words("The words that were composed.", note=1), "p"), notes=(Note(1, words("A source.")),))


def written(composed=BRIEFING):
    return pdf(composed)


def refusal(changed, composed=BRIEFING):
    with pytest.raises(ExportRefused) as caught:
        verify_pdf(changed, composed, load_brand("neutral"))
    return caught.value


def altered(change):
    """Return the written file after ``change`` was made to its open document."""
    document = pdfium.PdfDocument(written().data)
    change(document)
    file = io.BytesIO()
    document.save(file)
    return dataclasses.replace(written(), data=file.getvalue())


def test_a_file_as_written_passes():
    verify_pdf(written(), BRIEFING, load_brand("neutral"))


def test_words_that_were_not_composed_are_refused_and_named():
    more = dataclasses.replace(BRIEFING, parts=(dataclasses.replace(BRIEFING.parts[0], blocks=(
        *BRIEFING.parts[0].blocks, Paragraph(words("Something nobody composed"), ""))),))  # fmt: skip

    refused = refusal(written(more))

    assert refused.code == "written-unexpected-text"
    assert "nobodycomposed" in refused.parameters["text"]


def test_an_internal_copy_never_passes_for_a_hand_over_copy():
    copy = InternalBriefing(BRIEFING, (Sheet("A", (PrivateRemark("Private", ("Do not say this",)),)),))
    verify_pdf(written(copy), copy, load_brand("neutral"))

    assert refusal(written(copy)).code == "written-unexpected-text"


def test_the_internal_marking_alone_is_refused_in_a_hand_over_copy():
    assert refusal(written(InternalBriefing(BRIEFING, ()))).code == "written-unexpected-text"


def test_a_placement_that_is_not_printed_is_refused():
    more = dataclasses.replace(BRIEFING, parts=(dataclasses.replace(BRIEFING.parts[0], blocks=(
        *BRIEFING.parts[0].blocks, Paragraph(words("Left out of the file"), "lost"))),))  # fmt: skip

    assert refusal(written(), more).code == "written-text-missing"


def test_a_placement_on_another_page_than_the_map_says_is_refused():
    first = Part("a", (Paragraph(words("Enough words for a page of its own. " * 60), "p"),))
    two = small(parts=(first, Part("b", (Paragraph(words("On the second page"), "q"),), new_page=True)))
    file = written(two)
    wrong = dataclasses.replace(file, page_map={**file.page_map, "q": file.page_map["p"]})

    assert refusal(wrong, two).code == "written-text-missing"


def test_a_page_too_many_is_refused():
    assert refusal(altered(lambda document: document.new_page(300, 300))).code == "written-pages"


def test_an_attachment_is_refused():
    assert refusal(altered(lambda document: document.new_attachment("secret.txt").set_data(b"x"))).code == "written-attachment"


def test_a_link_is_refused():
    def link(document):
        page = document[0]
        raw.FPDFPage_CloseAnnot(raw.FPDFPage_CreateAnnot(page, raw.FPDF_ANNOT_LINK))

    assert refusal(altered(link)).code == "written-link"


def test_a_script_is_refused():
    script = b"/Type /Catalog /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.alert\\(1\\)) >>] >> >>"
    data = written().data.replace(b"/Type /Catalog", script)

    assert refusal(dataclasses.replace(written(), data=data)).code == "written-script"


def test_a_property_that_nobody_composed_is_refused():
    author = dataclasses.replace(BRIEFING, metadata=dataclasses.replace(BRIEFING.metadata, subject="What only we know"))

    refused = refusal(written(author))

    assert (refused.code, refused.parameters["name"]) == ("written-property", "Subject")


def test_properties_say_who_made_it_for_what_and_when_and_no_more():
    with pdfium.PdfDocument(written().data) as document:
        found = {name: value for name, value in document.get_metadata_dict().items() if value}

    assert found == {
        "Title": "A title", "Author": "Policy and Advocacy Office", "Subject": "A subject", "Creator": "Briefing-pack builder",
        "Producer": "Briefing-pack builder", "CreationDate": "D:20230116120000Z", "ModDate": "D:20230116120000Z",
    }  # fmt: skip


def test_a_file_that_does_not_open_is_refused():
    assert refusal(dataclasses.replace(written(), data=b"%PDF-1.4 nothing")).code == "written-unreadable"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_has_its_line_in_each_language(language):
    said = words_for(language)
    for code in ("unreadable", "pages", "unexpected-text", "text-missing", "property", "attachment", "script", "link", "font"):
        line = ExportRefused(f"written-{code}", found=1, composed=2, text="words", page=3, name="Title").line(said)
        assert "{" not in line
