"""A written file opened again: nothing may be in it that the briefing or the furniture does not say, nothing may be missing."""

import ctypes
import dataclasses
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote

import pypdfium2 as pdfium
from pypdfium2 import raw

from briefing_app.domain.brand import Brand
from briefing_app.domain.briefing import Composed, MatrixRow, SourceLine, shared_part, with_cover
from briefing_app.errors import ExportRefused
from briefing_app.export.allowed import Allowance, addresses, allowed_texts, comparable, properties, texts_of
from briefing_app.export.structured import refuse_other_metadata, refuse_other_structure
from briefing_app.export.written import Written

_DATES = ("CreationDate", "ModDate")


def verify_pdf(written: Written, composed: Composed, brand: Brand) -> None:
    """Open a written PDF again; ExportRefused, with a code for what was found, where it is not what was composed.

    Text of every placement on its pages; page count; headings, bookmarks, quotations, asks and notes as composed; all text, drawn
    or said, and all properties on the allow-list; every font embedded; no attachment or script, no link but to what is printed.
    """
    composed = with_cover(composed) if written.covered else composed
    try:
        document = pdfium.PdfDocument(written.data)
    except pdfium.PdfiumError as error:
        raise ExportRefused("written-unreadable") from error
    with document:
        if len(document) != written.report.pages:
            raise ExportRefused("written-pages", found=len(document), composed=written.report.pages)
        missing = written.report.missing_glyphs
        allowance = Allowance(allowed_texts(composed, brand), missing)
        pages = [_page_text(page) for page in document]
        outline = [entry.get_title() or "" for entry in document.get_toc()]
        for number, text in [*enumerate(pages, 1), *((0, title) for title in outline)]:
            if stretch := allowance.uncovered(text):
                raise ExportRefused("written-unexpected-text", text=stretch, page=number)
        _refuse_missing(written, composed, [comparable(text, missing) for text in pages])
        for check in _CHECKS:
            check(document, composed, brand)
        refuse_other_structure(document, composed, brand, missing)
    refuse_other_metadata(written.data, composed, brand)


def _page_text(page: Any) -> str:
    textpage = page.get_textpage()
    text: str = textpage.get_text_range()
    textpage.close()
    return text


def _refuse_missing(written: Written, composed: Composed, pages: list[str]) -> None:
    for placement, texts in placed_texts(composed):
        places = written.page_map.get(placement, ())
        on = [pages[place.page - 1] for place in places]
        for text in texts:
            if not _stands(comparable(text, written.report.missing_glyphs), on):
                raise ExportRefused("written-text-missing", text=text[:60])


def _stands(text: str, pages: list[str]) -> bool:
    """Tell whether a text is on its pages, in whole or going on from one to the next."""
    for page in pages:
        if text in page:
            return True
        # As much of it as this page has; the rest must then be on the pages that follow.
        length = len(text)
        while length and text[:length] not in page:
            length -= 1
        text = text[length:]
    return not text


def placed_texts(composed: Composed) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each placement with the words that must be printed for it; a source's line may take another form and is left out."""
    for part in shared_part(composed).parts:
        yield from _placed(part.blocks)


def _placed(value: object) -> Iterator[tuple[str, tuple[str, ...]]]:
    if isinstance(value, tuple):
        for item in value:
            yield from _placed(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type | MatrixRow):
        fields = [getattr(value, entry.name) for entry in dataclasses.fields(value) if entry.name != "alternative"]
        placement = getattr(value, "placement", None)
        if placement:
            kept = tuple(held for held in fields if not isinstance(held, SourceLine) and held != placement)
            names = {getattr(value, "media", None), getattr(value, "language", None), getattr(value, "grade", None)}
            yield placement, tuple(text for held in kept if held not in names for text in texts_of(held))
        else:
            for held in fields:
                yield from _placed(held)


def _properties(document: pdfium.PdfDocument, composed: Composed, brand: Brand) -> None:
    known = {comparable(text) for text in properties(composed, brand)}
    for name, value in document.get_metadata_dict().items():
        if name not in _DATES and comparable(value) and comparable(value) not in known:
            raise ExportRefused("written-property", name=name, text=value[:60])


def _extras(document: pdfium.PdfDocument, composed: Composed, brand: Brand) -> None:
    del composed, brand
    if document.count_attachments():
        raise ExportRefused("written-attachment")
    if raw.FPDFDoc_GetJavaScriptActionCount(document) > 0:
        raise ExportRefused("written-script")


def _fonts(document: pdfium.PdfDocument, composed: Composed, brand: Brand) -> None:
    del composed, brand
    for page in document:
        for shown in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,)):
            if not raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(shown)):
                raise ExportRefused("written-font")


def _links(document: pdfium.PdfDocument, composed: Composed, brand: Brand) -> None:
    """Refuse a link to anything but an address that is printed, or a place in the file itself."""
    printed = {unquote(text) for text in addresses(composed, brand)}
    for number, page in enumerate(document, 1):
        for place in range(raw.FPDFPage_GetAnnotCount(page)):
            annotation = raw.FPDFPage_GetAnnot(page, place)
            leads = raw.FPDFAnnot_GetLink(annotation)
            if not leads or not _leads_to_printed(document, leads, printed):
                raise ExportRefused("written-link", page=number)


def _leads_to_printed(document: pdfium.PdfDocument, link: Any, printed: set[str]) -> bool:
    if raw.FPDFLink_GetDest(document, link):
        return True
    action = raw.FPDFLink_GetAction(link)
    if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
        return False
    length = raw.FPDFAction_GetURIPath(document, action, None, 0)
    held = ctypes.create_string_buffer(length)
    raw.FPDFAction_GetURIPath(document, action, held, length)
    return unquote(held.value.decode("ascii", "replace")) in printed


_CHECKS: tuple[Callable[[pdfium.PdfDocument, Composed, Brand], None], ...] = (_properties, _extras, _links, _fonts)
