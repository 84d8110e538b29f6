"""Word files as other programs and older versions leave them: each read whole, or refused in one line with what to do."""

import io
import zipfile

import pytest

from briefing_app.domain.reading import BlockKind, InlineKind, shown
from briefing_app.errors import FileNotRead
from briefing_app.reading.entry import read_bytes
from briefing_app.words import LANGUAGES, Words
from tests.reading.word.making import p, r, with_notes, with_parts, word_file

ASK = "The port office should buy lamps before winter."
LAST = "The wardens will count again in September."
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
STRICT = {
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": b"http://purl.oclc.org/ooxml/officeDocument/relationships",
}


def said(data, name="draft.docx"):
    reading = read_bytes(data, name).reading
    return [shown(reading, block.span) for block in reading.blocks]


def parts_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("form.dotx", "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"),
        ("form.docm", "application/vnd.ms-word.document.macroEnabled.main+xml"),
        ("form.dotm", "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"),
    ],
)
def test_templates_and_files_with_macros_are_read_and_no_macro_is_run(name, kind):
    data = word_file(p(ASK), p(LAST))
    types = parts_of(data)["[Content_Types].xml"].replace(MAIN.encode(), kind.encode())
    assert said(with_parts(data, {"[Content_Types].xml": types, "word/vbaProject.bin": b"Sub Open()"}), name) == [ASK, LAST]


def test_a_strict_file_is_read_as_any_other():
    data = word_file(p(ASK), p(LAST))
    strict = parts_of(data)
    for old, new in STRICT.items():
        strict = {name: content.replace(old, new) for name, content in strict.items()}
    assert said(with_parts(data, strict)) == [ASK, LAST]


def with_chunk(name, content, *around):
    data = word_file(*around)
    links = parts_of(data)["word/_rels/document.xml.rels"].decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
    link = f'<Relationship Id="rIdChunk" Type="{kind}" Target="{name}"/></Relationships>'
    return with_parts(
        data,
        {"word/_rels/document.xml.rels": links.replace("</Relationships>", link).encode(), f"word/{name}": content},
    )


CHUNK = "<w:altChunk r:id='rIdChunk'/>"
PAGE = f"<html><body><h2>Lamps</h2><p>{ASK}</p><ul><li>four for Vell</li></ul></body></html>"


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("page.html", PAGE.encode(), ["Lamps", ASK, "four for Vell"]),
        ("page.mht", f"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n{PAGE}".encode(), ["Lamps", ASK, "four for Vell"]),
        ("text.txt", f"{ASK}\n\nFour for Vell.".encode(), [ASK, "Four for Vell."]),
        ("other.rtf", b"{\\rtf1 Nothing that is read here.}", []),
        ("other.docx", b"PK\x03\x04 broken", []),
    ],
)
def test_a_page_or_text_set_into_a_file_stands_where_it_belongs(name, content, found):
    assert said(with_chunk(name, content, p("Before it."), CHUNK, p(LAST))) == ["Before it.", *found, LAST]


def test_a_file_that_is_nothing_but_a_page_set_into_it_is_read():
    assert said(with_chunk("page.html", PAGE.encode(), CHUNK)) == ["Lamps", ASK, "four for Vell"]


def test_a_place_for_a_part_that_is_not_there_is_passed_over():
    assert said(word_file(p(ASK), CHUNK, p(LAST))) == [ASK, LAST]


def test_words_that_were_moved_are_read_where_they_are_now():
    away = f"<w:p><w:moveFrom w:id='2'>{r('Moved words. ')}</w:moveFrom>{r(ASK)}</w:p>"
    here = f"<w:p><w:moveTo w:id='4'>{r('Moved words.')}</w:moveTo></w:p>"
    assert said(word_file(away, here)) == [ASK, "Moved words."]


def section(restarts=""):
    inside = f"<w:footnotePr><w:numRestart w:val='{restarts}'/></w:footnotePr>" if restarts else ""
    return f"<w:sectPr>{inside}</w:sectPr>"


def calling(words, *notes):
    calls = "".join(f"<w:r><w:footnoteReference w:id='{number}'/></w:r>" for number in notes)
    return f"<w:p>{r(words)}{calls}</w:p>"


@pytest.mark.parametrize(("restarts", "signs"), [("eachSect", ["1", "2", "1", "2"]), ("continuous", ["1", "2", "3", "4"])])
def test_notes_are_numbered_anew_in_a_section_that_says_so(restarts, signs):
    body = (
        calling("The first ferry waits.", 2, 3),
        p("End of the first.", section()),
        calling("The second ferry waits.", 4, 5),
        p("End of the second.", section(restarts)),
    )
    data = with_notes(word_file(*body), "footnote", {number: p(f"Note {number}.") for number in range(2, 6)})
    reading = read_bytes(data, "draft.docx").reading
    assert [one.target for one in reading.inlines if one.kind is InlineKind.NOTE] == signs
    notes = [(block.label, shown(reading, block.span)) for block in reading.blocks if block.kind is BlockKind.FOOTNOTE]
    assert notes == list(zip(signs, ["Note 2.", "Note 3.", "Note 4.", "Note 5."], strict=True))


def odt():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    return stream.getvalue()


FLAT = "<?xml version='1.0'?><pkg:package xmlns:pkg='http://schemas.microsoft.com/office/2006/xmlPackage'/>"
OLD_XML = "<?xml version='1.0'?><w:wordDocument xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml'/>"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "DOC"),
        ("old.rtf", b"{\\rtf1\\ansi Lamps.}", "RTF"),
        ("draft.odt", odt(), "ODT"),
        ("flat.xml", FLAT.encode(), "Word XML"),
        ("w2003.xml", OLD_XML.encode(), "Word 2003 XML"),
    ],
)
def test_what_is_not_read_is_named_in_one_line_with_what_to_save_it_as(name, data, kind):
    with pytest.raises(FileNotRead) as told:
        read_bytes(data, name)
    assert told.value.code == "file-of-other-kind"
    for language in LANGUAGES:
        line = told.value.line(Words(language))
        assert "\n" not in line
        assert kind in line
        assert ".docx" in line
