"""A Word file that was tampered with, or lost something, never passes for what the briefing says."""

from dataclasses import replace

import pytest

from briefing_app.domain.briefing import AskGroup, Heading, InternalBriefing, Note, Paragraph, Run, Sheet, TalkingPoints
from briefing_app.errors import ExportRefused
from briefing_app.export.word.entry import write_docx
from briefing_app.export.word.verification import verify_docx
from briefing_app.wordfile.package import packed, parts_of
from briefing_app.words import LANGUAGES, words_for
from tests.export.word.samples import NEUTRAL, briefing, text
from tests.export.word.test_blocks import ask, matrix, quotation

COMPOSED = briefing(
    AskGroup("Asked of", "Canada", (ask("R1"), ask("R2", lead="Fund it", rest="this year."))),
    Heading(1, "Why"),
    Paragraph((Run("They must not return people to danger.", note=1), Run(" Never.")), "p"),
    quotation("“We will not go back.”"),
    matrix(),
    notes=(Note(1, text("S1, para 2.")),),
)
MADE = write_docx(COMPOSED, NEUTRAL, {})
BODY, TYPES, MAIN_RELS = "word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"


def changed(part, *swaps, add=None):
    parts = parts_of(MADE.data)
    for old, new in swaps:
        assert old.encode() in parts[part], old
        parts[part] = parts[part].replace(old.encode(), new.encode(), 1)
    return replace(MADE, data=packed(parts | (add or {})))


def test_what_was_written_passes():
    verify_docx(MADE, COMPOSED, NEUTRAL)


END = "</w:body>"
BREAKS = {
    "a word dropped from a paragraph": ("docx-unknown-text", changed(BODY, ("must not return", "must return"))),
    "a word changed in a quotation": ("docx-unknown-text", changed(BODY, ("will not go", "will now go"))),
    "a letter added to a note": ("docx-unknown-text", changed("word/footnotes.xml", ("para 2.", "para 22."))),
    "a word in a footer": ("docx-unknown-text", changed("word/footer1.xml", ("Delegation", "Delegates"))),
    "a word in a table": ("docx-unknown-text", changed(BODY, ("Fund it</w:t>", "Fund us</w:t>"))),
    "a word told of a picture": ("docx-unknown-text", changed(BODY, ('descr="named in the source"', 'descr="secretly named"'))),
    "a property": ("docx-unknown-text", changed("docProps/core.xml", ("Policy Office", "A. Colleague"))),
    "another number": ("docx-unknown-text", changed("word/numbering.xml", ('<w:start w:val="1"/>', '<w:start w:val="2"/>'))),
    "a paragraph gone": ("docx-missing-text", changed(BODY, ('<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Why</w:t></w:r></w:p>', ""))),
    "a paragraph twice": (
        "docx-missing-text",
        changed(BODY, ('<w:p><w:pPr><w:pStyle w:val="Heading1"/>', '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:t> Never.</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Heading1"/>')),
    ),
    "hidden text": ("docx-trace", changed(BODY, ("<w:sectPr", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Why</w:t></w:r></w:p><w:sectPr"))),
    "a tracked insertion": ("docx-trace", changed(BODY, ("<w:r><w:t>Why</w:t></w:r>", '<w:ins w:id="9" w:author="X"><w:r><w:t>Why</w:t></w:r></w:ins>'))),
    "a tracked deletion": ("docx-trace", changed(BODY, ("<w:sectPr", "<w:p><w:del w:id='9'><w:r><w:delText>no</w:delText></w:r></w:del></w:p><w:sectPr"))),
    "a comment's range": ("docx-trace", changed(BODY, ("<w:sectPr", '<w:commentRangeStart w:id="0"/><w:sectPr'))),
    "an XML comment": ("docx-trace", changed(BODY, (END, "<!-- do not show Canada --></w:body>"))),
    "text between elements": ("docx-trace", changed(BODY, (END, "secret</w:body>"))),
    "an editing session": ("docx-trace", changed(BODY, ("<w:sectPr", '<w:sectPr w:rsidR="00AA11BB"'))),
    "a field that fetches": ("docx-trace", changed("word/footer1.xml", (" PAGE ", " INCLUDETEXT file.docx "))),
    "a stray part": ("docx-unknown-part", changed(BODY, add={"word/comments.xml": b"<comments/>"})),
    "custom properties": ("docx-unknown-part", changed(BODY, add={"docProps/custom.xml": b"<Properties/>"})),
    "a thumbnail": ("docx-unknown-part", changed(BODY, add={"docProps/thumbnail.jpeg": b""})),
    "a link to the outside": (
        "docx-unknown-part",
        changed(MAIN_RELS, ("</Relationships>", '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org" TargetMode="External"/></Relationships>')),
    ),
    "another content type": ("docx-unknown-part", changed(TYPES, ("wordprocessingml.document.main", "wordprocessingml.template.main"))),
    "broken XML": ("docx-broken", changed(BODY, (END, ""))),
    "no zip": ("docx-broken", replace(MADE, data=b"PK")),
}  # fmt: skip


@pytest.mark.parametrize("broken", BREAKS)
def test_a_file_with_something_else_in_it_is_refused(broken):
    code, made = BREAKS[broken]
    with pytest.raises(ExportRefused) as refused:
        verify_docx(made, COMPOSED, NEUTRAL)
    assert refused.value.code == code
    assert all("{" not in refused.value.line(words_for(language)) for language in LANGUAGES)


def test_a_note_that_nothing_calls_is_missed():
    composed = briefing(Paragraph(text("Words."), "p"), notes=(Note(1, text("Never called.")),))
    with pytest.raises(ExportRefused) as refused:
        verify_docx(write_docx(composed, NEUTRAL, {}), composed, NEUTRAL)
    assert refused.value.code == "docx-missing-text"


def test_a_hand_over_copy_is_no_internal_one():
    internal = InternalBriefing(COMPOSED, (Sheet("A", (TalkingPoints("Talking points", ("Say nothing of R2.",)),)),))
    with pytest.raises(ExportRefused) as refused:
        verify_docx(write_docx(internal, NEUTRAL, {}), COMPOSED, NEUTRAL)
    assert refused.value.code == "docx-unknown-text"
    with pytest.raises(ExportRefused):
        verify_docx(MADE, internal, NEUTRAL)
