"""Open a PDF from its bytes, with a password where it is locked; FileNotRead with one clear line where it does not open."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from briefing_app.errors import FileNotRead

MOST_PAGES = 10_000
"""A longer file is no document that a person quotes from."""


@contextmanager
def opened(data: bytes, name: str, password: str | None) -> Iterator[pdfium.PdfDocument]:
    """Give the document; an empty password is tried first, so what is locked against changes alone opens silently."""
    document = _open(data, name, password)
    try:
        if len(document) > MOST_PAGES:
            raise FileNotRead("file-too-many-pages", path=name, limit=MOST_PAGES)
        yield document
    except pdfium.PdfiumError as error:
        # A page that cannot be loaded, as one of a tree that goes round in a circle.
        raise FileNotRead("file-damaged", path=name, kind="PDF") from error
    finally:
        document.close()


def _open(data: bytes, name: str, password: str | None) -> pdfium.PdfDocument:
    for one in dict.fromkeys(("", password or "")):
        try:
            return pdfium.PdfDocument(data, password=one or None)
        except pdfium.PdfiumError as error:
            if error.err_code != pdfium_c.FPDF_ERR_PASSWORD:
                raise FileNotRead("file-damaged", path=name, kind="PDF") from error
    raise FileNotRead("wrong-password" if password else "file-needs-password", path=name)
