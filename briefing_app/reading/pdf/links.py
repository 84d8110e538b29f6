"""Links of a page: their places and where they lead."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from briefing_app.domain.printed import Box
from briefing_app.reading.pdf.frames import PageSize, box_on_page

_MOST = 500


@dataclass(frozen=True, slots=True)
class PageLink:
    """A place on the page as seen that leads to an address; an empty one leads nowhere."""

    box: Box
    target: str


def links_of(document: pdfium.PdfDocument, page: pdfium.PdfPage, size: PageSize) -> Iterator[PageLink]:
    """Yield the links of a page that lead out of the document. Nothing is opened."""
    at = ctypes.c_int(0)
    link = pdfium_c.FPDF_LINK()
    rect = pdfium_c.FS_RECTF()
    for _ in range(_MOST):
        if not pdfium_c.FPDFLink_Enumerate(page.raw, at, link):
            return
        action = pdfium_c.FPDFLink_GetAction(link)
        if (
            not action
            or pdfium_c.FPDFAction_GetType(action) != pdfium_c.PDFACTION_URI
            or not pdfium_c.FPDFLink_GetAnnotRect(link, rect)
        ):
            continue
        length = pdfium_c.FPDFAction_GetURIPath(document.raw, action, None, 0)
        buffer = ctypes.create_string_buffer(max(1, min(length, 4096)))
        pdfium_c.FPDFAction_GetURIPath(document.raw, action, buffer, len(buffer))
        target = buffer.value.decode("utf-8", "replace").strip()
        yield PageLink(box_on_page(size, rect.left, rect.bottom, rect.right, rect.top), target)
