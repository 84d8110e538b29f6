"""The PDF file around the pages: its properties, language and outline, the same for the same input."""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import unquote

from reportlab.pdfgen.canvas import Canvas

from briefing_app.domain.brand import Brand
from briefing_app.domain.briefing import Metadata
from briefing_app.export.allowed import PRODUCER
from briefing_app.export.pdf.fonts import Face
from briefing_app.export.pdf.geometry import Geometry
from briefing_app.export.pdf.slabs import Bookmark
from briefing_app.export.pdf.tagging.canvas import TaggedCanvas
from briefing_app.export.pdf.tagging.metadata import Properties
from briefing_app.export.pdf.tagging.syntax import held
from briefing_app.export.pdf.words import clean
from briefing_app.words import words_for


def new_canvas(file: io.BytesIO, geometry: Geometry, face: Face, metadata: Metadata, brand: Brand) -> TaggedCanvas:
    """Return an empty document; ``face`` is one that it uses."""
    date = metadata.date
    properties = Properties(
        clean(metadata.title).strip() or clean(brand.organisation).strip() or PRODUCER,
        clean(brand.organisation),
        clean(metadata.subject),
        PRODUCER,
        metadata.language or "und",
        # Known to the day at most: the rest is noon of the first day it may be, in universal time.
        datetime(date.year, date.month or 1, date.day or 1, 12, tzinfo=UTC),
    )
    return TaggedCanvas(file, (geometry.width, geometry.height), face.font, properties)


def outlined(words: str) -> str:
    """Return a title as the outline has it."""
    return held(clean(words).strip())


class Outline:
    """The bookmarks of a document; levels never skip, whatever headings there are."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._count = 0
        self._levels: list[int] = []

    def add(self, bookmark: Bookmark, top: float, height: float) -> None:
        """Add a bookmark on the current page, ``top`` points below the edge of a page so high."""
        title = outlined(bookmark.text)
        if not title:
            return
        self._count += 1
        key = bookmark.key or f"h{self._count}"
        while self._levels and self._levels[-1] >= bookmark.level:
            self._levels.pop()
        self._levels.append(bookmark.level)
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=height - top + 10, zoom=0)
        self._canvas.addOutlineEntry(title, key, len(self._levels) - 1, closed=False)


def described(language: str) -> Callable[[str], str]:
    """Return how the target of a link is told in a language: a note by its number, an address as it is."""
    say = words_for(language).say

    def told(target: str) -> str:
        if target.startswith("#note-"):
            return say("pdf.link.note", number=target.removeprefix("#note-"))
        if target.startswith("#"):
            return say("pdf.link.page")
        return say(
            "pdf.link.mail" if target.startswith("mailto:") else "pdf.link.site", address=unquote(target.removeprefix("mailto:"))
        )

    return told
