"""The file itself, as PDF/A-2 wants it: objects in order, a line's end before each endstream, an identifier made of the content."""

import hashlib
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFIndirectObject

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


def file_of(document: Any, canvas: Any) -> bytes:
    """Return a reportlab document as a file; the document is spent by it.

    The identifier is a digest of all the objects, so files that differ in anything have different ones.
    """
    for font in document.delayedFonts:
        font.addObjects(document)
    catalog, info = document.Reference(document.Catalog), document.Reference(document.info)
    document.Outlines.prepare(document, canvas)
    if document.Outlines.ready < 0:
        document.Catalog.Outlines = None
    document.encrypt.prepare(document)
    parts, places = [_HEAD], [0]
    offset = len(_HEAD)
    number = 1
    while number in document.numberToId:
        # Formatting an object may add others behind it.
        name = document.numberToId[number]
        written = _ended(PDFIndirectObject(name, document.idToObject[name]).format(document))
        parts.append(written)
        places.append(offset)
        offset += len(written)
        number += 1
    digest = hashlib.md5(b"".join(parts), usedforsecurity=False).hexdigest().upper()
    rows = "".join(f"{place:010} 00000 n \n" for place in places[1:])
    parts.append(
        f"xref\n0 {number}\n0000000000 65535 f \n{rows}"
        f"trailer\n<</Size {number} /Root {_number(document, catalog)} /Info {_number(document, info)}"
        f" /ID [<{digest}> <{digest}>]>>\nstartxref\n{offset}\n%%EOF\n".encode()
    )
    return b"".join(parts)


def _number(document: Any, reference: Any) -> str:
    return "{} {} R".format(*document.idToObjectNumberAndVersion[reference.name])


def _ended(written: bytes) -> bytes:
    """Return an object with a line's end before its endstream (ISO 19005-2, 6.1.7.1).

    Both its characters: a stream that ends in a carriage return would otherwise seem to be one byte shorter.
    """
    end = b"endstream\nendobj\n"
    return written[: -len(end)] + b"\r\n" + end if written.endswith(end) else written
