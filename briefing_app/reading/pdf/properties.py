"""What a PDF's own properties say for its card, where that is not nonsense; its bookmarks and its language."""

import ctypes
import re
from collections.abc import Iterator
from contextlib import suppress

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from briefing_app.domain.dates import PartialDate
from briefing_app.domain.source import Basis, Card, KnownDate, KnownText
from briefing_app.reading.nonsense import sensible_person
from briefing_app.reading.pdf.xmp import Xmp

_NONSENSE = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel)|powerpoint presentation|untitled|sin título|sans titre|document\d*|slide \d+"
    r"|layout \d+|presentación de powerpoint|présentation powerpoint|print|title|titre|none|null|unknown|template|draft"
    r"|.*\.(?:docx?|pdf|indd|qxd|rtf|tex|dvi|odt|pptx?|xlsx?|html?|txt|ai|p65|pub|wpd|fm)\b"
    r"|[\W\d_]*|\S*_\S*|[0-9a-f-]{8,})(?:\s*[-–].*)?",
    re.IGNORECASE,
)
_NO_PERSON = re.compile(
    r"(?:admin(?:istrator)?|user|owner|author|unknown|none|usuario|utilisateur|microsoft.*|acer|dell|hp|asus|lenovo|\S*\d{2,}\S*|[a-z]{1,12}|.*@.*|\W*|\S*\\\S*)",
)
_DATE = re.compile(r"D?:?(?P<year>(?:19|20)\d\d)(?P<month>\d\d)?(?P<day>\d\d)?")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")
_LONGEST = 300
_MOST_MARKS = 2_000
_DEEPEST = 6


def card_from_properties(document: pdfium.PdfDocument, packet: Xmp) -> Card:
    """Return the card that the properties give, or where they say nothing the XMP packet."""
    title = _meta(document, "Title")
    if not title or _NONSENSE.fullmatch(title):
        title = packet.title
    names = map(sensible_person, re.split(r"\s*[;|]\s*", _meta(document, "Author")))
    authors = [name for name in names if name and not _NO_PERSON.fullmatch(name)]
    return Card(
        title=KnownText(title, Basis.FROM_FILE) if 3 < len(title) <= _LONGEST and not _NONSENSE.fullmatch(title) else None,
        date=_date(_meta(document, "CreationDate")) or _date(packet.created),
        authors=tuple(KnownText(name, Basis.FROM_FILE) for name in authors if len(name) <= _LONGEST),
    )


def language_stated(document: pdfium.PdfDocument) -> str | None:
    """Return the language that the file states, as ``en``; None when it states none."""
    length = pdfium_c.FPDFCatalog_GetLanguage(document.raw, None, 0)
    if not 2 < length < 200:
        return None
    buffer = ctypes.create_string_buffer(length)
    pdfium_c.FPDFCatalog_GetLanguage(document.raw, ctypes.cast(buffer, ctypes.POINTER(pdfium_c.FPDF_WCHAR)), length)
    found = _LANGUAGE.fullmatch(buffer.raw.decode("utf-16-le", "replace").strip("\0 "))
    return found[1].lower() if found else None


def outline(document: pdfium.PdfDocument) -> Iterator[tuple[str, int, int]]:
    """Yield the bookmarks: title, page from 0, depth from 1. One that comes round again ends it."""
    seen: set[int | None] = set()
    waiting = [(pdfium_c.FPDFBookmark_GetFirstChild(document.raw, None), 1)]
    while waiting and len(seen) < _MOST_MARKS:
        mark, depth = waiting.pop()
        address = ctypes.cast(mark, ctypes.c_void_p).value
        if not address or address in seen or depth > _DEEPEST:
            continue
        seen.add(address)
        waiting.append((pdfium_c.FPDFBookmark_GetNextSibling(document.raw, mark), depth))
        waiting.append((pdfium_c.FPDFBookmark_GetFirstChild(document.raw, mark), depth + 1))
        target = pdfium_c.FPDFBookmark_GetDest(document.raw, mark)
        if not target:
            continue
        page = pdfium_c.FPDFDest_GetDestPageIndex(document.raw, target)
        length = pdfium_c.FPDFBookmark_GetTitle(mark, None, 0)
        if page >= 0 and 2 < length < 2 * _LONGEST:
            buffer = ctypes.create_string_buffer(length)
            pdfium_c.FPDFBookmark_GetTitle(mark, buffer, length)
            yield buffer.raw.decode("utf-16-le", "replace").strip("\0 "), page, depth


def _meta(document: pdfium.PdfDocument, key: str) -> str:
    words = document.get_metadata_value(key)
    return " ".join("".join(sign for sign in words if sign.isprintable() or sign.isspace()).split())


def _date(words: str) -> KnownDate | None:
    found = _DATE.match(words)
    if not found:
        return None
    with suppress(ValueError):
        month, day = found["month"], found["day"]
        return KnownDate(
            PartialDate(int(found["year"]), int(month) if month else None, int(day) if month and day else None), Basis.FROM_FILE
        )
    return None
