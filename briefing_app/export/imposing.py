"""Print files: exported pages two on a sheet, or all copies in one file; made for a printer, they claim no conformance."""

import hashlib
import io
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from briefing_app.domain.dates import PartialDate

MM = 72 / 25.4
_LETTER_WIDTH = 612.0
_SHEETS = {True: (792.0, 612.0), False: (297 * MM, 210 * MM)}
"""Sheets on their side: Letter's, A4's."""
_LIVE = 170 * MM
_BESIDE, _BELOW, _ABOVE = 12.0, 30.0, 28.0
"""How far the printed part of a page that may leave the room reaches beyond the live width, and from head and foot."""
_EDGE, _AT_FOLD = 12.0, 3.0
"""What stays white between that and the sheet's edge, which most printers cannot reach, and between that and the fold."""
_INTERNAL_EDGE = 22.0
"""Bars and hatching of an internal copy reach further out."""
_FREE = 28.0
"""What a sheet keeps free at its head and foot."""
_FOLD, _FOLD_END = 12.0, 26.0


@dataclass(frozen=True, slots=True)
class PrintFile:
    """A file for a printer, not yet on any disk: its bytes, how many sheet sides it has, and the papers they are of."""

    data: bytes
    sides: int
    papers: tuple[str, ...]


def two_up(data: bytes, date: PartialDate, *, internal: bool = False) -> PrintFile:
    """Return exported pages two on a sheet on its side, as large as what is printed on them allows; for reading, not to hand over.

    ``date`` is the day that the file says it is of, so that the same pages give the same bytes.
    """
    with pdfium.PdfDocument(data) as source, pdfium.PdfDocument.new() as sheets:
        for first in range(0, len(source), 2):
            width, height = _SHEETS[_is_letter(source, first)]
            sheet = sheets.new_page(width, height)
            for half, number in enumerate(range(first, min(first + 2, len(source)))):
                _put(source, number, sheets, sheet, (half * width / 2, width / 2, height), internal=internal)
            for top in (_FOLD, height - _FOLD_END):
                sheet.insert_obj(_fold(sheets, width / 2, top))
            sheet.gen_content()
            sheet.close()
        return _print_file(sheets, date)


def collated(copies: Iterable[tuple[bytes, int]], date: PartialDate) -> PrintFile:
    """Return exported files one after another, each as many times as wanted, at least one page in all.

    Each copy begins on the front of a sheet.
    """
    with pdfium.PdfDocument.new() as file:
        for data, count in copies:
            with pdfium.PdfDocument(data) as source:
                pages = list(range(len(source)))
                at_once = count if len(pages) % 2 == 0 else 1
                for _ in range(count // at_once if count else 0):
                    if len(file) % 2:
                        # The back of the copy before, of the same paper.
                        file.new_page(*file.get_page_size(len(file) - 1)).close()
                    file.import_pages(source, pages * at_once)
        return _print_file(file, date)


def _is_letter(document: pdfium.PdfDocument, number: int) -> bool:
    return math.isclose(document.get_page_size(number)[0], _LETTER_WIDTH, abs_tol=1.0)


def _put(
    source: pdfium.PdfDocument,
    number: int,
    sheets: pdfium.PdfDocument,
    sheet: pdfium.PdfPage,
    room: Sequence[float],
    *,
    internal: bool,
) -> None:
    """Put what is printed on a page into half a sheet: ``room`` is where that half begins, how wide and how high it is."""
    page = source[number]
    left, bottom, right, top = _printed(*page.get_size(), internal=internal)
    page.set_mediabox(left, bottom, right, top)
    page.set_cropbox(left, bottom, right, top)
    page.close()
    picture = source.page_as_xobject(number, sheets)
    shown = picture.as_pageobject()
    begins, wide, high = room
    edge, fold = (0.0, 0.0) if internal else (_EDGE, _AT_FOLD)
    scale = min((wide - edge - fold) / (right - left), (high - _FREE) / (top - bottom))
    slack = wide - edge - fold - (right - left) * scale
    # The picture of a page has its own corner at nought, wherever its box begins; the fold is on its right, then on its left.
    x = begins + slack / 2 + (fold if begins else edge)
    y = (high - (top - bottom) * scale) / 2
    shown.set_matrix(pdfium.PdfMatrix(scale, 0, 0, scale, x, y))
    sheet.insert_obj(shown)
    picture.close()


def _printed(width: float, height: float, *, internal: bool) -> tuple[float, float, float, float]:
    if internal:
        return _INTERNAL_EDGE, _INTERNAL_EDGE, width - _INTERNAL_EDGE, height - _INTERNAL_EDGE
    beside = (width - _LIVE) / 2 - _BESIDE
    return beside, _BELOW, width - beside, height - _ABOVE


def _fold(sheets: pdfium.PdfDocument, x: float, bottom: float) -> pdfium.PdfObject:
    """Return a short grey line that shows where to cut or fold."""
    line = raw.FPDFPageObj_CreateNewPath(x, bottom)
    raw.FPDFPath_LineTo(line, x, bottom + _FOLD_END - _FOLD)
    raw.FPDFPath_SetDrawMode(line, raw.FPDF_FILLMODE_NONE, 1)
    raw.FPDFPageObj_SetStrokeColor(line, 0x99, 0x99, 0x99, 0xFF)
    raw.FPDFPageObj_SetStrokeWidth(line, 0.4)
    return pdfium.PdfObject(line, pdf=sheets)


_CREATED = re.compile(rb"/CreationDate\(D:\d{14}\+00'00'\)")
_NAMED = re.compile(rb"/ID\[<[0-9A-F]{32}><[0-9A-F]{32}>\]")
_IDENTITY, _NONE = b"/ID[<%b><%b>]", b"0" * 32
_PAPERS = {(612, 792): "Letter", (792, 612): "Letter", (595, 842): "A4", (842, 595): "A4"}


def _print_file(document: pdfium.PdfDocument, date: PartialDate) -> PrintFile:
    sizes = [document.get_page_size(number) for number in range(len(document))]
    papers = dict.fromkeys(_PAPERS.get((round(width), round(height)), f"{width:.0f} x {height:.0f} pt") for width, height in sizes)
    file = io.BytesIO()
    document.save(file)
    # PDFium notes the moment, and names the file by it; ours shall be the same whenever it is made. Equal lengths keep all offsets.
    day = f"{date.year:04}{date.month or 1:02}{date.day or 1:02}120000"
    data = _CREATED.sub(f"/CreationDate(D:{day}+00'00')".encode(), file.getvalue())
    data = _NAMED.sub(_IDENTITY % (_NONE, _NONE), data)
    digest = hashlib.sha256(data).hexdigest()[:32].upper().encode()
    return PrintFile(data.replace(_IDENTITY % (_NONE, _NONE), _IDENTITY % (digest, digest)), len(sizes), tuple(papers))
