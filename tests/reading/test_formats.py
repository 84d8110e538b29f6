"""Which reader a file gets: what is in it decides, whatever its name says."""

import codecs
import io
import zipfile

import pytest

from briefing_app.errors import FileNotRead
from briefing_app.reading.entry import read_bytes
from briefing_app.reading.formats import format_of


def package(*names):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for name in names:
            made.writestr(name, "x" * 5000)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "label"),
    [
        (b"<!DOCTYPE html><html>", "HTML"),
        (b"\xef\xbb\xbf\n<HTML lang='en'>", "HTML"),
        (b"<?xml version='1.0'?>\n<!-- saved -->\n<!doctype HTML PUBLIC 'x'>", "HTML"),
        (b"<!-- saved from url=(0014)about:internet -->\r\n<html>", "HTML"),
        (b"<head><title>Roads</title></head>", "HTML"),
        (codecs.BOM_UTF16_LE + "<html><p>Roads".encode("utf-16-le"), "HTML"),
        (
            b"From: <Saved by a browser>\r\nSubject: Roads\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=b\r\n",
            "MHTML",
        ),
        (b"<div class='post'><p>Roads are closed.</p></div>", "HTML"),
        (b"<p>Roads are closed.</p>\n<p>Bridges too.</p>", "HTML"),
        (b"<b>Roads</b><br>are closed<br>", "HTML"),
        (b"ads</a></li>" + b"<li><a href='x'>Roads</a></li>" * 9 + b"<p>are closed</p>", "HTML"),
        ("<!DOCTYPE html><p>Roads are closed.".encode("utf-16-be"), "HTML"),
        (b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>Roads", "MHTML"),
        (b"From: a@example.org\nTo: b@example.org\nMIME-Version: 1.0\n\nRoads are closed.", "EML"),
        (b"From: the roads office\nTo: all drivers\nDate: today\n\nRoads are closed.", "TXT"),
        (b"<?xml version='1.0'?><rss version='2.0'><channel/></rss>", "RSS"),
        (b"<?xml version='1.0'?><!-- x --><feed xmlns='http://www.w3.org/2005/Atom'/>", "Atom"),
        (b"<?xml version='1.0'?><?mso-application progid='Word.Document'?><w:wordDocument xmlns:w='x'>", "Word 2003 XML"),
        (b"<?xml version='1.0'?><roads/>", "XML"),
        (b"<p align='center'><img src='a.png'></p>\n\n# Roads\n\nAll of them are closed.\n\nBridges are closed too.", "TXT"),
        (b"<a note> Roads are closed.\n\nBridges too.", "TXT"),
        (b"# Roads\n\n<div>are closed</div>", "TXT"),
        (b"<b>Roads</b> are closed", "TXT"),
        (b"Content-Type: no envelope", "TXT"),
        (package("[Content_Types].xml", "word/document.xml"), "DOCX"),
        (package("[Content_Types].xml", "docProps/app.xml", "customXml/item1.xml", "word/document2.xml"), "DOCX"),
        (package("[Content_Types].xml", "xl/workbook.xml"), "XLSX"),
        (package("[Content_Types].xml", "Word\\Document.xml"), "DOCX"),
        (package("Index/Document.iwa"), "Pages"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "XLS"),
        (package("passwords/documents.txt"), "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 9000, "DOC"),
    ],
)
def test_the_content_tells_the_format(data, label):
    assert format_of(data).label == label


SAVED = """From: <Saved by a browser>
Snapshot-Content-Location: https://example.org/roads
Subject: Roads
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/css
Content-Location: cid:style

p { color: red }
--b
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://example.org/roads

<html><head><meta charset=3D"utf-8"></head><body><p>The road is closed, said the caf=C3=A9 owner.</p>
<p><a href=3D"/map">A map</a></p></body></html>
--b--
"""


def test_a_page_saved_with_its_pictures_is_read_like_any_other():
    read = read_bytes(SAVED.replace("\n", "\r\n").encode(), "roads.mhtml")
    assert read.reading.text == "The road is closed, said the café owner.\n\nA map"
    assert read.card.address.value == "https://example.org/roads"
    assert [inline.target for inline in read.reading.inlines] == ["https://example.org/map"]


@pytest.mark.parametrize("end", ["--b\n", "p { color", "Content-Type: text/html\nContent"])
def test_an_envelope_without_a_page_is_refused_in_one_line(end):
    with pytest.raises(FileNotRead) as refused:
        read_bytes(SAVED[: SAVED.index(end)].encode(), "roads.mhtml")
    assert refused.value.code == "file-damaged"


def test_a_page_is_read_as_one_though_it_is_called_a_text_and_the_other_way_round():
    page = read_bytes(b"<!DOCTYPE html><title>x</title><p>Roads are <b>closed</b>.", "roads.txt")
    assert (page.reading.text, page.misnamed) == ("Roads are closed.", True)
    text = read_bytes(b"Roads are closed.", "roads.html")
    assert (text.reading.text, text.misnamed) == ("Roads are closed.", True)
