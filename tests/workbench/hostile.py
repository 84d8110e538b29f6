"""Files made to do harm, or harmed on their way: each is made in a moment and small on the disk."""

import io
import os
import zipfile
import zlib
from functools import cache

import pikepdf
from reportlab.pdfgen.canvas import Canvas

SENTENCE = "Donors must fund shelters for several years."

LAUGHS = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)) + "]>"
"""Entities that come to 200 billion letters."""

_TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"
 ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
_RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(body, before=""):
    """Return a Word file whose document part has this body, after ``before``."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", _TYPES)
        packed.writestr("_rels/.rels", _RELATIONS)
        packed.writestr("word/document.xml", f'{before}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>')
    return out.getvalue()


def paragraph(words):
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def paper(pages=3):
    """Return a PDF of some pages of one sentence each."""
    out = io.BytesIO()
    canvas = Canvas(out)
    for number in range(pages):
        canvas.drawString(72, 700, f"{SENTENCE} This is page {number + 1}.")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def locked(user, owner):
    """Return a PDF locked with passwords."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper())) as document:
        document.save(out, encryption=pikepdf.Encryption(user=user, owner=owner))
    return out.getvalue()


def raw(*objects, trailer=""):
    """Return a PDF of objects written out, from 1 on; the first is its catalogue."""
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    places = []
    for number, held in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n" % number + (held if isinstance(held, bytes) else held.encode()) + b"\nendobj\n")
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    end = trailer.replace("START", str(start))
    out.write(f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {end} >>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def stream(data, entries=""):
    packed = zlib.compress(data, 9)
    return f"<< /Length {len(packed)} /Filter /FlateDecode {entries} >>\nstream\n".encode() + packed + b"\nendstream"


_CATALOGUE = "<< /Type /Catalog /Pages 2 0 R >>"
_PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> /XObject << /I 6 0 R >> >> >>"
_FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def page_of(operators, picture=b"<< >>", kids="[3 0 R]", count=1, trailer=""):
    """Return a PDF of one page with these operators, and a picture they may draw as /I."""
    pages = f"<< /Type /Pages /Kids {kids} /Count {count} >>"
    return raw(_CATALOGUE, pages, _PAGE, stream(operators), _FONT, picture, trailer=trailer)


_SAYS = f"BT /F 12 Tf 72 700 Td ({SENTENCE}) Tj ET".encode()


def huge_picture():
    side = 35_000
    entries = f"/Type /XObject /Subtype /Image /Width {side} /Height {side} /BitsPerComponent 1 /ColorSpace /DeviceGray"
    return page_of(_SAYS + b" q 612 0 0 792 0 0 cm /I Do Q", stream(bytes(side * side // 8), entries))


def many_pages(count):
    kids = " ".join(f"{number} 0 R" for number in range(5, count + 5))
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F 3 0 R >> >> >>"
    pages = f"<< /Type /Pages /Kids [{kids}] /Count {count} >>"
    return raw(_CATALOGUE, pages, _FONT, stream(_SAYS), *[page] * count)


def secret_in(folder):
    """Write a secret that no reader may fetch, and return its address."""
    (folder / "secret.txt").write_text("the-secret-of-the-house", "utf-8")
    return (folder / "secret.txt").as_uri()


TEXTS = {
    "empty.txt": b"",
    "blank.md": b" \n\t\n",
    "nul.txt": b"Donors\0must act. " * 50,
    "one-line.txt": b"a" * 300_000,
    "one-line-of-words.txt": (SENTENCE + " ").encode() * 2_000,
    "brackets.md": b"[" * 30_000,
    "links.md": b"[a](" * 10_000,
    "quotes.md": b"> " * 30_000 + b"words",
    "stars.md": b"**a " * 20_000,
    "lists.md": b"".join(b" " * n + b"- a\n" for n in range(700)),
    "marks.txt": "“".encode() * 30_000,
    "backquotes.md": b"`" * 40_000 + b"a",
    "dashes.txt": b"-" * 200_000,
    "digits.txt": b"1" * 100_000,
    "called.pdf": SENTENCE.encode(),
    "called.docx": b"<!DOCTYPE html><html><body><p>" + SENTENCE.encode() + b"</p></body></html>",
    "called.html": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "nothing.docx": b"PK\x05\x06" + bytes(18),
}
PAGES = {
    "laughs.html": f"<!DOCTYPE html>{LAUGHS}<html><body><p>&a11; {SENTENCE}</p></body></html>".encode(),
    "laughs.xhtml": f"<?xml version='1.0'?>{LAUGHS}<html><body><p>&a11;</p></body></html>".encode(),
    "laughs.svg": f"{LAUGHS}<svg xmlns='http://www.w3.org/2000/svg'><text>&a11;</text></svg>".encode(),
    "deep.html": b"<!DOCTYPE html><html><body>" + b"<div>" * 100_000 + SENTENCE.encode(),
    "deep-quotes.html": b"<!DOCTYPE html><html><body>" + b"<blockquote>" * 5_000 + SENTENCE.encode(),
    "deep-lists.html": b"<!DOCTYPE html><html><body>" + b"<ul><li>" * 5_000 + SENTENCE.encode(),
    "deep-tables.html": b"<!DOCTYPE html><html><body>" + b"<table><tr><td>" * 2_000 + SENTENCE.encode(),
    "attributes.html": b"<!DOCTYPE html><html><body><p " + b"a=b " * 200_000 + b">" + SENTENCE.encode() + b"</p></body></html>",
    "open.html": b"<!DOCTYPE html><html><body><!-- " + SENTENCE.encode() * 1000,
    "spans.html": b"<!DOCTYPE html><html><body><p>" + b"<b>a</b> " * 6_000 + b"</p></body></html>",
    "wide-cell.html": b"<!DOCTYPE html><html><body><table><tr><td colspan=100000000 rowspan=100000000>" + SENTENCE.encode(),
}


def _in_word(opening, closing, times):
    return word(opening * times + paragraph(SENTENCE) + closing * times)


WORD = {
    "laughs.docx": lambda: word(paragraph("&a11;"), LAUGHS),
    "deep.docx": lambda: _in_word("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 3_000),
    "deep-controls.docx": lambda: _in_word("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 3_000),
    "cut.docx": lambda: word(paragraph(SENTENCE))[:-60],
    "overwritten.docx": lambda: word("<w:p>")[:-200] + b"x" * 200,
    "unpacks.docx": lambda: word(paragraph(" " * (80 * 2**20))),
    "not-well-formed.docx": lambda: word("<w:p><w:r>"),
    "wide-cell.docx": lambda: word(
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr>{paragraph(SENTENCE)}</w:tc></w:tr></w:tbl>'
    ),
}
PDF = {
    "half.pdf": lambda: paper()[: len(paper()) // 2],
    "head.pdf": lambda: b"%PDF-1.7\n",
    "tail-gone.pdf": lambda: paper()[:-8],
    "scrambled.pdf": lambda: bytes(byte ^ (0x55 if place % 97 == 0 else 0) for place, byte in enumerate(paper())),
    "loop-of-tables.pdf": lambda: page_of(_SAYS, trailer="/Prev START"),
    "loop-of-pages.pdf": lambda: page_of(_SAYS, kids="[2 0 R 2 0 R]", count=100),
    "loop-of-lengths.pdf": lambda: raw(
        _CATALOGUE, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", _PAGE, b"<< /Length 4 0 R >>\nstream\nx\nendstream"
    ),
    "count-lies.pdf": lambda: page_of(_SAYS, count=2_000_000_000),
    "huge-picture.pdf": huge_picture,
    "unpacks.pdf": lambda: page_of(_SAYS + b" " * (400 * 2**20)),
    "huge-page.pdf": lambda: page_of(_SAYS).replace(b"[0 0 612 792]", b"[0 0 9e9 9e9]"),
    "locked.pdf": lambda: locked("opens", "owns"),
}


@cache
def made(name):
    """Return a hostile Word or PDF file, made once: some take seconds to pack."""
    return (WORD | PDF)[name]()


def odd_places(folder):
    """Make what is no file, and return it."""
    (folder / "folder.pdf").mkdir()
    (folder / "dangling.txt").symlink_to(folder / "nowhere.txt")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    os.mkfifo(folder / "pipe.txt")
    return [folder / name for name in ("dangling.txt", "loop.txt", "pipe.txt", "not-there.pdf")]
