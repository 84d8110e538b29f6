"""The file itself, as PDF/A-2 wants it: objects in order, a line's end before each endstream, an identifier made of the content.

Elements are many and small: they stand in object streams (ISO 32000-1, 7.5.7), which are written as they come.
"""

import hashlib
import io
import zlib
from collections.abc import Iterable
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFIndirectObject

from briefing_app.export.pdf.tagging.syntax import number_of

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_TOGETHER = 200
"""Objects in one object stream."""


class Writing:
    """A file while it is written: what stands where, and a digest of all that was written."""

    def __init__(self, file: io.BytesIO) -> None:
        self._file = file
        self._digest = hashlib.md5(usedforsecurity=False)
        self._offset = 0
        self._places: dict[int, tuple[int, int, int]] = {0: (0, 0, 0xFFFF)}
        self._write(_HEAD)

    def _write(self, data: bytes) -> None:
        self._file.write(data)
        self._digest.update(data)
        self._offset += len(data)

    def object(self, number: int, data: bytes) -> None:
        """Write an object that stands by itself; ``data`` from its ``obj`` to its ``endobj``."""
        self._places[number] = (1, self._offset, 0)
        self._write(_ended(data))

    def stream(self, number: int, entries: str, data: bytes) -> None:
        """Write a stream, compressed."""
        packed = zlib.compress(data)
        head = f"{number} 0 obj\n<<{entries} /Filter /FlateDecode /Length {len(packed)}>>\nstream\n"
        self.object(number, head.encode("latin-1") + packed + b"endstream\nendobj\n")

    def together(self, objects: Iterable[tuple[int, str]], number: int) -> int:
        """Write objects into object streams that are numbered from ``number`` on; return the first number that is free."""
        held: list[tuple[int, str]] = []
        for one in objects:
            held.append(one)
            if len(held) == _TOGETHER:
                self._object_stream(held, number)
                held, number = [], number + 1
        if held:
            self._object_stream(held, number)
            number += 1
        return number

    def _object_stream(self, held: list[tuple[int, str]], number: int) -> None:
        index, place = [], 0
        for nth, (own, content) in enumerate(held):
            index.append(f"{own} {place}")
            place += len(content) + 1
            self._places[own] = (2, number, nth)
        head = " ".join(index) + "\n"
        data = head + "\n".join(content for _, content in held)
        self.stream(number, f"/Type /ObjStm /N {len(held)} /First {len(head)}", data.encode("latin-1"))

    def close(self, number: int, root: int, info: int) -> None:
        """Write the cross-reference stream (7.5.8), numbered ``number``, and the end."""
        start = self._offset
        digest = self._digest.hexdigest().upper()
        self._places[number] = (1, start, 0)
        rows = b"".join(
            bytes([kind]) + first.to_bytes(4, "big") + second.to_bytes(2, "big")
            for kind, first, second in (self._places[place] for place in range(number + 1))
        )
        entries = f"/Type /XRef /Size {number + 1} /W [1 4 2] /Root {root} 0 R /Info {info} 0 R /ID [<{digest}> <{digest}>]"
        self.stream(number, entries, rows)
        self._write(f"startxref\n{start}\n%%EOF\n".encode())


def write_objects(document: Any, canvas: Any, writing: Writing, apart: int) -> int:
    """Write a reportlab document's objects but one, numbered ``apart``; return the first number that is free."""
    for font in document.delayedFonts:
        font.addObjects(document)
    number_of(document, document.Catalog)
    number_of(document, document.info)
    document.Outlines.prepare(document, canvas)
    if document.Outlines.ready < 0:
        document.Catalog.Outlines = None
    document.encrypt.prepare(document)
    number = 1
    while number in document.numberToId:
        # Formatting an object may add others behind it.
        name = document.numberToId[number]
        if number != apart:
            writing.object(number, PDFIndirectObject(name, document.idToObject[name]).format(document))
        number += 1
    return number


def _ended(written: bytes) -> bytes:
    """Return an object with a line's end before its endstream (ISO 19005-2, 6.1.7.1).

    Both its characters: a stream that ends in a carriage return would otherwise seem to be one byte shorter.
    """
    end = b"endstream\nendobj\n"
    return written[: -len(end)] + b"\r\n" + end if written.endswith(end) else written
