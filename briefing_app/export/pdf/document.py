"""The PDF file around the pages: its properties, language and outline, the same for the same input."""

import io
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFObject, PDFString
from reportlab.pdfgen.canvas import Canvas

from briefing_app.domain.brand import Brand
from briefing_app.domain.briefing import Metadata
from briefing_app.export.allowed import PRODUCER
from briefing_app.export.pdf.fonts import Face
from briefing_app.export.pdf.geometry import Geometry
from briefing_app.export.pdf.slabs import Bookmark
from briefing_app.export.pdf.words import clean


class _Properties(PDFInfo):
    """The document information dictionary (ISO 32000-1, 14.3.3): only what the briefing and the brand say."""

    def __init__(self, metadata: Metadata, brand: Brand) -> None:
        super().__init__()
        self.title, self.author, self.subject = clean(metadata.title), clean(brand.organisation), clean(metadata.subject)
        self.creator = self.producer = PRODUCER
        date = metadata.date
        # Known to the day at most: the rest is noon of the first day it may be, in universal time.
        self._date = f"D:{date.year:04}{date.month or 1:02}{date.day or 1:02}120000Z"

    def format(self, document: Any) -> bytes:
        words = {
            "Title": self.title,
            "Author": self.author,
            "Subject": self.subject,
            "Creator": self.creator,
            "Producer": self.producer,
        }
        entries: dict[str, PDFObject] = {name: PDFString(value) for name, value in words.items() if value}
        entries |= {name: PDFString(self._date) for name in ("CreationDate", "ModDate")}
        formatted: bytes = PDFDictionary(entries).format(document)
        return formatted


def new_canvas(file: io.BytesIO, geometry: Geometry, face: Face, metadata: Metadata, brand: Brand) -> Canvas:
    """Return an empty document. ``face`` is the first font: without one an unembedded Helvetica would enter."""
    make: Any = Canvas  # its stub takes the font's name for a number
    canvas: Canvas = make(
        file,
        (geometry.width, geometry.height),
        invariant=1,
        pageCompression=1,
        initialFontName=face.key,
        lang=metadata.language or None,
    )
    whole: Any = canvas
    whole._doc.info = _Properties(metadata, brand)  # noqa: SLF001 - the only way to give a document properties of one's own
    return canvas


class Outline:
    """The bookmarks of a document; levels never skip, whatever headings there are."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._count = 0
        self._level = -1

    def add(self, bookmark: Bookmark, top: float, height: float) -> None:
        """Add a bookmark on the current page, ``top`` points below the edge of a page so high."""
        title = clean(bookmark.text).strip()
        if not title:
            return
        self._count += 1
        key = f"h{self._count}"
        self._level = min(bookmark.level, self._level + 1)
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=height - top + 10, zoom=0)
        self._canvas.addOutlineEntry(title, key, self._level, closed=False)
