"""Printing: the pages of a PDF, drawn at the printer's resolution band by band, through the system's own dialog."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from briefing_app.errors import BriefingError, FileNotWritten

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

FINEST = 600
"""Dots per inch that pages are drawn at, at most: no printed page shows more, and 1200 would take four times as long."""

BAND = 1_500_000
"""Dots drawn at a time: about 30 ms of work, and 6 MB, where a whole page at 600 dots per inch would be 139 MB."""


OVERLAP = 4
"""Points that a band reaches into the one above: viewers round the edges of pictures, and thin lines would go missing there."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far printing is: this page of so many, and whether it is complete."""

    page: int
    pages: int
    complete: bool


def steps(printer: QPrinter, data: bytes) -> Iterator[Step]:
    """Print a PDF on a printer (or into the file it writes), band by band, for whoever has other things to do between.

    A page is shrunk to the paper, never enlarged. FileNotWritten when the printer cannot be had.
    """
    import pypdfium2  # noqa: PLC0415 - the window starts without it

    document = pypdfium2.PdfDocument(data)
    painter = QPainter()
    try:
        printer.setFullPage(True)
        if not painter.begin(printer):
            raise FileNotWritten("not-printed", printer=printer.printerName() or printer.outputFileName())
        wanted = _pages(printer, len(document))
        for place, number in enumerate(wanted, 1):
            if place > 1 and not printer.newPage():
                raise FileNotWritten("not-printed", printer=printer.printerName() or printer.outputFileName())
            page = document[number - 1]
            for complete in _drawn(painter, printer, page):
                yield Step(place, len(wanted), complete)
            page.close()
    finally:
        if painter.isActive():
            painter.end()
        document.close()


def _pages(printer: QPrinter, count: int) -> list[int]:
    """Return the numbers of the pages to print, in the printer's order."""
    first, last = 1, count
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage():
        first, last = printer.fromPage(), min(count, printer.toPage() or count)
    numbers = list(range(first, last + 1))
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        numbers.reverse()
    # A printer, or a file, that knows of no copies is given the pages as often as wanted.
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    return numbers * copies if printer.collateCopies() else [number for number in numbers for _ in range(copies)]


def _drawn(painter: QPainter, printer: QPrinter, page: "PdfPage") -> Iterator[bool]:
    """Draw a page onto the paper; after each band yield whether it was the last."""
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    across, down = page.get_size()
    dots = printer.resolution() / 72
    fitting = min(dots, paper.width() / across, paper.height() / down)
    coarser = math.ceil(printer.resolution() / FINEST)
    scale = fitting / coarser
    width, height = math.ceil(across * scale), math.ceil(down * scale)
    left, top = (paper.width() - width * coarser) / 2, (paper.height() - height * coarser) / 2
    band = max(16, BAND // width)
    for place in range(0, height, band):
        start, end = max(0, place - math.ceil(OVERLAP * scale)), min(height, place + band)
        image = _image(page, scale, start, height - end, grey=printer.colorMode() is QPrinter.ColorMode.GrayScale)
        target = QRectF(left, top + start * coarser, image.width() * coarser, image.height() * coarser)
        painter.drawImage(target, image)
        yield end == height


def _image(page: "PdfPage", scale: float, above: int, below: int, *, grey: bool) -> QImage:
    """Return a page without so many dots above and below."""
    # pypdfium2 rounds what is cut off up: half a dot less comes to the number wanted.
    cut = tuple(max(0.0, dots - 0.5) / scale for dots in (0, below, 0, above))
    drawn: Any = page.render(
        scale=scale, crop=cut, grayscale=grey, fill_color=(255, 255, 255, 255), rev_byteorder=True, prefer_bgrx=True
    )
    kind = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGBX8888
    image = QImage(bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride, kind).copy()
    drawn.close()
    return image


def printer_for(data: bytes, name: str) -> QPrinter:
    """Return the system's usual printer, set to the paper of a PDF."""
    import pypdfium2  # noqa: PLC0415 - the window starts without it

    document: PdfDocument = pypdfium2.PdfDocument(data)
    across, down = document.get_page_size(0)
    document.close()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setCollateCopies(True)
    size = QPageSize(QSizeF(across, down), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    return printer


class PrintJob(QObject):
    """Asks through the system's dialog where to print a PDF, prints it between the window's other work, and goes."""

    printed = Signal(int)
    """All is with the printer: so many pages."""
    failed = Signal(object)
    """A ``BriefingError``: the printer could not be had."""

    def __init__(self, data: bytes, name: str, window: QWidget) -> None:
        super().__init__(window)
        self._data = data
        self._printer = printer_for(data, name)
        self._steps: Iterator[Step] | None = None
        self._done = 0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    def ask(self) -> QPrintDialog:
        """Open the system's dialog; printing begins when it is accepted."""
        window = self.parent()  # not kept as an attribute: the window would die of it with this, in the middle of deleting it
        dialog = QPrintDialog(self._printer, window if isinstance(window, QWidget) else None)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCollateCopies)
        dialog.accepted.connect(self.begin)
        dialog.rejected.connect(self.deleteLater)
        # QPrintDialog.open() itself wants a slot; that of the dialog below it opens without one.
        QAbstractPrintDialog.open(dialog)
        return dialog

    def begin(self) -> None:
        """Print on the printer as it is set."""
        self._steps = steps(self._printer, self._data)
        self._timer.start()

    @property
    def printer(self) -> QPrinter:
        """The printer it goes to."""
        return self._printer

    def _go_on(self) -> None:
        try:
            step = next(self._steps or iter(()), None)
        except BriefingError as fault:
            self._end()
            self.failed.emit(fault)
            return
        if step is None:
            self._end()
            self.printed.emit(self._done)
        else:
            self._done += step.complete

    def _end(self) -> None:
        self._timer.stop()
        self.deleteLater()
