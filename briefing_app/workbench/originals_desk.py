"""What the worker that draws originals does and keeps: the file looked at last stays open."""

from pathlib import Path

import pypdfium2 as pdfium

from briefing_app.errors import FileNotRead
from briefing_app.files import read_whole
from briefing_app.workbench.pages import Forgotten, Original, PageImage

LARGEST_SIDE = 4000
"""Pixels: a page of an absurd size is drawn smaller, so that it cannot fill the memory."""


class OriginalsDesk:
    """The one in a worker's process."""

    def __init__(self) -> None:
        self._key = ""
        self._document: pdfium.PdfDocument | None = None

    def opened(self, path: Path, file: str) -> Original:
        """Open a file in place of the last one."""
        data = read_whole(path)
        if self._document:
            self._document.close()
            self._document = None
        try:
            self._document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            raise FileNotRead("pages-not-shown", path=path.name) from error
        self._key = file
        return Original(file, tuple(self._document.get_page_size(number) for number in range(len(self._document))))

    def drawn(self, key: str, page: int, scale: float) -> PageImage:
        """Draw a page."""
        if self._document is None or self._key != key:
            raise Forgotten
        sheet = self._document[page - 1]
        wanted = min(scale, LARGEST_SIDE / max(1.0, *sheet.get_size()))
        bitmap = sheet.render(scale=wanted, fill_color=(255, 255, 255, 255), rev_byteorder=True)
        image = PageImage(key, page, scale, bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        bitmap.close()
        sheet.close()
        return image


DESK = OriginalsDesk()
