"""Which reader a file needs: its first bytes decide, whatever its name says."""

from dataclasses import dataclass
from typing import Protocol

from briefing_app.domain.reading import Reading
from briefing_app.domain.source import Card
from briefing_app.reading.html.reader import read_html
from briefing_app.reading.pdf.reader import read_pdf
from briefing_app.reading.text import read_text
from briefing_app.reading.word.reader import read_word


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
    """What must also be among the first bytes, where formats share a beginning."""
    read: Reader | None = None


_LOOKED_AT = 4096

TEXT = Format("TXT", read=read_text)

FORMATS: tuple[Format, ...] = (
    Format("PDF", (b"%PDF-",), read=read_pdf),
    Format("DOCX", (b"PK\x03\x04",), b"word/", read=read_word),
    Format("XLSX", (b"PK\x03\x04",), b"xl/"),
    Format("PPTX", (b"PK\x03\x04",), b"ppt/"),
    Format("ODT", (b"PK\x03\x04",), b"opendocument.text"),
    Format("EPUB", (b"PK\x03\x04",), b"application/epub+zip"),
    Format("ZIP", (b"PK\x03\x04", b"PK\x05\x06")),
    Format("DOC", (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)),
    Format("RTF", (b"{\\rtf",)),
    Format("PostScript", (b"%!PS",)),
    Format("PNG", (b"\x89PNG\r\n\x1a\n",)),
    Format("JPEG", (b"\xff\xd8\xff",)),
    Format("GIF", (b"GIF87a", b"GIF89a")),
    Format("TIFF", (b"II*\0", b"MM\0*")),
    Format("WebP", (b"RIFF",), b"WEBP"),
    Format("GZIP", (b"\x1f\x8b",)),
    Format("SQLite", (b"SQLite format 3\0",)),
    Format("HTML", (b"<!doctype html", b"<html"), read=read_html),
    Format("SVG", (b"<svg",)),
)
"""Formats by their first bytes, the more particular first. One without a reader is named to the person and refused."""


def format_of(data: bytes) -> Format:
    """Return the format of a file; whatever nothing is known of counts as text, and its reader will see."""
    start = data[:_LOOKED_AT]
    bare = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    low = bare.lower()
    for form in FORMATS:
        begins = any(start.startswith(one) or bare.startswith(one) or low.startswith(one) for one in form.beginnings)
        if begins and form.holds in start:
            return form
    return TEXT
