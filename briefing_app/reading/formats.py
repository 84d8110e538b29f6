"""Which reader a file needs: its first bytes decide, whatever its name says."""

import codecs
import re
from dataclasses import dataclass
from typing import Protocol

from briefing_app.domain.reading import Reading
from briefing_app.domain.source import Card
from briefing_app.reading.html.reader import read_html
from briefing_app.reading.html.saved import read_saved_page
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


_LOOKED_AT = 4096
_ZIP = (b"PK\x03\x04",)
_OLE = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)
_PAGE = re.compile(
    rb"(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|(?:html|head|body|title|meta)[\s>])", re.IGNORECASE | re.DOTALL
)
_ENVELOPE = re.compile(rb"(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}?content-type:\s*multipart/related", re.IGNORECASE)

TEXT = Format("TXT", read=read_text)
_HTML = Format("HTML", read=read_html)
_MHTML = Format("MHTML", read=read_saved_page)

FORMATS: tuple[Format, ...] = (
    Format("PDF", (b"%PDF-",), read=read_pdf),
    Format("DOCX", _ZIP, b"word/document", read=read_word),
    Format("XLSX", _ZIP, b"xl/workbook"),
    Format("PPTX", _ZIP, b"ppt/presentation"),
    Format("ODT", _ZIP, b"opendocument.text"),
    Format("EPUB", _ZIP, b"application/epub+zip"),
    Format("ZIP", (*_ZIP, b"PK\x05\x06")),
    Format("DOCX", _OLE, "EncryptedPackage".encode("utf-16-le"), read=refuse_locked),
    Format("DOC", _OLE),
    Format("RTF", (b"{\\rtf",)),
    Format("PostScript", (b"%!PS",)),
    Format("PNG", (b"\x89PNG\r\n\x1a\n",)),
    Format("JPEG", (b"\xff\xd8\xff",)),
    Format("GIF", (b"GIF87a", b"GIF89a")),
    Format("TIFF", (b"II*\0", b"MM\0*")),
    Format("WebP", (b"RIFF",), b"WEBP"),
    Format("GZIP", (b"\x1f\x8b",)),
    Format("SQLite", (b"SQLite format 3\0",)),
    _HTML,
    _MHTML,
    Format("SVG", (b"<svg",)),
)
"""Formats by their first bytes, the more particular first. One without a reader is named to the person and refused."""


def format_of(data: bytes) -> Format:
    """Return the format of a file; whatever nothing is known of counts as text, and its reader will see.

    Some formats are told only by what is further down: given no more than a file's beginning, it may be taken for the wider one.
    """
    start = data[:_LOOKED_AT]
    bare = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    low = bare.lower()
    for form in FORMATS:
        begins = any(start.startswith(one) or bare.startswith(one) or low.startswith(one) for one in form.beginnings)
        if begins and form.holds in data:
            return form
    if _PAGE.match(_narrow(bare)):
        return _HTML
    return _MHTML if _ENVELOPE.match(bare.replace(b"\r\n", b"\n")) else TEXT


def _narrow(start: bytes) -> bytes:
    """Return the beginning of a file with one byte a sign, where its byte order mark says that it has two or four."""
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)):
        return start[2:].replace(b"\0", b"")
    return start
