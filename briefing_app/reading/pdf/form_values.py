"""What was typed into a form, or written onto a page as a note of its own, made a part of the page, as it looks printed."""

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_WRITTEN = frozenset({pdfium_c.FPDF_ANNOT_WIDGET, pdfium_c.FPDF_ANNOT_FREETEXT, pdfium_c.FPDF_ANNOT_STAMP})
_MOST = 2_000


_FEWEST_LETTERS = 1_500
"""A form that its own program alone draws has less on the page that stands for it: a request to wait."""


def is_only_a_form(document: pdfium.PdfDocument, letters: int) -> bool:
    """Tell whether a file's words are in a form that is laid out when it is opened (XFA), and its page only stands for that."""
    drawn_later = pdfium_c.FPDF_GetFormType(document.raw) == pdfium_c.FORMTYPE_XFA_FULL
    return drawn_later and len(document) == 1 and letters < _FEWEST_LETTERS


def has_values(page: pdfium.PdfPage) -> bool:
    """Tell whether anything lies on a page that may hold words beside its own text."""
    for at in range(min(_MOST, pdfium_c.FPDFPage_GetAnnotCount(page.raw))):
        one = pdfium_c.FPDFPage_GetAnnot(page.raw, at)
        if one:
            kind = pdfium_c.FPDFAnnot_GetSubtype(one)
            pdfium_c.FPDFPage_CloseAnnot(one)
            if kind in _WRITTEN:
                return True
    return False


def with_values(document: pdfium.PdfDocument, page: pdfium.PdfPage, number: int) -> pdfium.PdfPage:
    """Return page ``number`` with what lies on it made its own text; its links are gone then. The file is not touched."""
    if not has_values(page) or pdfium_c.FPDFPage_Flatten(page.raw, pdfium_c.FLAT_PRINT) != pdfium_c.FLATTEN_SUCCESS:
        return page
    page.close()
    return document[number]
