"""What the preview's worker does and keeps: readings and pictures travel to it once, the document laid out last stays open."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2 as pdfium

from briefing_app.catalogue.brands import load_brand
from briefing_app.catalogue.shelves import Shelf, file_of
from briefing_app.domain.brand import Brand
from briefing_app.domain.briefing import Copy
from briefing_app.domain.pack import Pack
from briefing_app.domain.reading import Reading
from briefing_app.export.formats import Format, load_writer
from briefing_app.workbench.building import LaidOut, examined, laid_out
from briefing_app.workbench.damage_boxes import damage_boxes
from briefing_app.workbench.orders import Printing
from briefing_app.workbench.pages import Forgotten, Judged, PageImage, Parcel, Preview

_Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class _Open:
    key: str
    printing: Printing
    made: LaidOut
    document: pdfium.PdfDocument


class Press:
    """The one in a worker's process. See ``previewing`` for what each job gives and raises."""

    def __init__(self) -> None:
        self._readings: dict[str, Reading] = {}
        self._media: dict[str, bytes] = {}
        self._brand: tuple[_Stamp, Brand] | None = None
        self._open: _Open | None = None

    def laid_out(self, parcel: Parcel, audience: str, copy: Copy, page: int, scale: float) -> Preview:
        """Lay a copy out and open it, in place of the last one."""
        pack, media = self._unpacked(parcel)
        printing = Printing(pack, media, self._brand_of(pack.brand))
        made = laid_out(printing, audience, copy, Format.PDF)
        key = hashlib.sha256(made.written.data).hexdigest()
        document = pdfium.PdfDocument(made.written.data)
        if self._open:
            self._open.document.close()
        self._open = _Open(key, printing, made, document)
        sizes = tuple(document.get_page_size(number) for number in range(len(document)))
        first = self.rendered(key, min(page, len(sizes)), scale) if scale else None
        return Preview(key, made.written.data, sizes, made.written.page_map, made.written.report, first)

    def rendered(self, key: str, page: int, scale: float) -> PageImage:
        """Draw a page."""
        sheet = self._opened(key).document[page - 1]
        bitmap = sheet.render(scale=scale, fill_color=(255, 255, 255, 255), rev_byteorder=True)
        image = PageImage(key, page, scale, bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        bitmap.close()
        sheet.close()
        return image

    def judged(self, key: str) -> Judged:
        """Verify and check."""
        opened = self._opened(key)
        findings = examined(opened.printing, opened.made)
        return Judged(key, findings, damage_boxes(opened.printing.pack, opened.made, opened.document))

    def _unpacked(self, parcel: Parcel) -> tuple[Pack, Mapping[str, bytes]]:
        readings = self._readings | {reading.id: reading for reading in parcel.readings}
        media = {**self._media, **parcel.media}
        try:
            self._readings = {identifier: readings[identifier] for identifier in parcel.needed}
            self._media = {digest: media[digest] for digest in parcel.pictures}
        except KeyError as error:
            raise Forgotten from error
        return replace(parcel.pack, readings=tuple(self._readings.values())), self._media

    def _brand_of(self, identifier: str) -> Brand:
        # Loading proves every file of a brand, which takes longer than laying out; it is done again when one of them changed.
        stamp = _stamp(file_of(Shelf.BRANDS, identifier).parent)
        if self._brand is None or self._brand[0] != stamp:
            self._brand = stamp, load_brand(identifier)
        return self._brand[1]

    def _opened(self, key: str) -> _Open:
        if self._open is None or self._open.key != key:
            raise Forgotten
        return self._open


PRESS = Press()


def _stamp(folder: Path) -> _Stamp:
    held = sorted(path for path in folder.iterdir() if path.is_file())
    return tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in held)


def warm() -> None:
    """Load what writes PDF files: reportlab takes 160 ms."""
    load_writer(Format.PDF)
