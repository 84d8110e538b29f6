"""Which reader a file needs: its first bytes decide, whatever its name says."""

import re
from dataclasses import dataclass
from typing import Protocol

from briefing_app.domain.reading import Reading
from briefing_app.domain.source import Card
from briefing_app.reading.decoding import wide_charset
from briefing_app.reading.html.reader import read_html
from briefing_app.reading.html.saved import read_saved_page
from briefing_app.reading.markup import HTML, MHTML, markup_of
from briefing_app.reading.pdf.reader import read_pdf
from briefing_app.reading.text import read_text
from briefing_app.reading.word.reader import read_word, refuse_locked


class Reader(Protocol):
    """What makes a reading and a card of a file's bytes."""

    def __call__(self, data: bytes, name: str, file: str, *, password: str | None = None) -> tuple[Reading, Card]:
        """Read ``data``, of a file of that name whose SHA-256 is ``file``; the password is for what is locked.

        FileNotRead with ``file-needs-password`` or ``wrong-password`` when a locked file does not open.
        """


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its label (a name that every language shares), how its bytes begin, and its reader if there is one."""

    label: str
    beginnings: tuple[bytes, ...] = ()
    holds: bytes = b""
    """What must also be somewhere in the file, where formats share a beginning."""
    read: Reader | None = None


_PDF_WITHIN = re.compile(rb"^%PDF-\d\.\d", re.MULTILINE)
_FURTHEST_HEAD = 1024
"""Bytes that may stand before a PDF's first line (ISO 32000-1, Annex H, note 13): what a server or a mail program wrote there."""
_LOOKED_AT = 2**17
_FIRST = 4096
_ZIP = (b"PK\x03\x04",)
_OLE = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)

TEXT = Format("TXT", read=read_text)
_MARKED_UP = (Format(HTML, read=read_html), Format(MHTML, read=read_saved_page))

FORMATS: tuple[Format, ...] = (
    Format("PDF", (b"%PDF-",), read=read_pdf),
    Format("DOCX", _ZIP, b"word/document", read=read_word),
    Format("XLSX", _ZIP, b"xl/workbook"),
    Format("PPTX", _ZIP, b"ppt/presentation"),
    Format("ODT", _ZIP, b"opendocument.text"),
    Format("ODS", _ZIP, b"opendocument.spreadsheet"),
    Format("ODP", _ZIP, b"opendocument.presentation"),
    Format("EPUB", _ZIP, b"application/epub+zip"),
    Format("Pages", _ZIP, b"index/document.iwa"),
    Format("ZIP", (*_ZIP, b"PK\x05\x06")),
    Format("DOCX", _OLE, "EncryptedPackage".encode("utf-16-le"), read=refuse_locked),
    Format("XLS", _OLE, "Workbook".encode("utf-16-le")),
    Format("PPT", _OLE, "PowerPoint Document".encode("utf-16-le")),
    Format("MSG", _OLE, "__substg1.0".encode("utf-16-le")),
    Format("DOC", _OLE),
    Format("RTF", (b"{\\rtf",)),
    Format("PostScript", (b"%!PS",)),
    Format("PNG", (b"\x89PNG\r\n\x1a\n",)),
    Format("JPEG", (b"\xff\xd8\xff",)),
    Format("GIF", (b"GIF87a", b"GIF89a")),
    Format("HEIC", (b"\0\0\0\x18ftypheic", b"\0\0\0\x1cftypheic", b"\0\0\0\x24ftypheic", b"\0\0\0\x18ftypmif1")),
    Format("TIFF", (b"II*\0", b"MM\0*")),
    Format("WebP", (b"RIFF",), b"WEBP"),
    Format("GZIP", (b"\x1f\x8b",)),
    Format("7z", (b"7z\xbc\xaf\x27\x1c",)),
    Format("RAR", (b"Rar!\x1a\x07",)),
    Format("SQLite", (b"SQLite format 3\0",)),
    Format("plist", (b"bplist00",)),
    *_MARKED_UP,
    Format("SVG", (b"<svg",)),
)
"""Formats by their first bytes, the more particular first. One without a reader is named to the person and refused."""


def format_of(data: bytes) -> Format:
    """Return the format of a file; whatever nothing is known of counts as text, and its reader will see.

    Some formats are told only by what is further down: given no more than a file's beginning, it may be taken for the wider one.
    """
    start = data[:_FIRST]
    bare = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    low = bare.lower()
    for form in FORMATS:
        begins = any(start.startswith(one) or bare.startswith(one) or low.startswith(one) for one in form.beginnings)
        if begins and (not form.holds or form.holds in _searched(data)):
            return form
    if _PDF_WITHIN.search(start, 0, _FURTHEST_HEAD):
        return FORMATS[0]
    kind = markup_of(_narrow(data[:_LOOKED_AT]))
    return TEXT if kind is None else next((form for form in FORMATS if form.label == kind), Format(kind))


def _searched(data: bytes) -> bytes:
    """Return what is looked into for a format's mark: names in a zip are the same in any case and with either stroke."""
    return data.lower().replace(b"\\", b"/") if data.startswith(_ZIP) else data


def _narrow(start: bytes) -> str:
    """Return the beginning of a file as signs of one byte each, also where it has two or four for one."""
    if wide_charset(start):
        start = start.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\0", b"")
    return start.removeprefix(b"\xef\xbb\xbf").decode("latin-1").replace("\r\n", "\n").lstrip()
