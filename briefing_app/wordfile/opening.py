"""The text parts of any Word file, also a damaged or hostile one, in the one namespace that the rest of the room knows."""

import codecs
import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from briefing_app.wordfile.order import Element
from briefing_app.wordfile.package import parsed

_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
"""Namespaces of strict files (ISO/IEC 29500-1) and of transitional ones."""
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    struct.error,
    NotImplementedError,
    RuntimeError,
    OSError,
    OverflowError,
    KeyError,
)
"""What unpacking a damaged, encrypted or oddly packed file raises."""
_DECLARES = re.compile(r"^<\?xml[^>]*\?>")


class TooMuch(ValueError):
    """A package unpacks to more than it may."""


@dataclass(slots=True)
class Package:
    """A Word file's parts, unpacked one by one as they are asked for; together no more than ``limit`` bytes.

    ValueError for what is no package, TooMuch for one that unpacks to more.
    """

    data: bytes
    limit: int
    _zip: zipfile.ZipFile = field(init=False)
    _names: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(self.data))
            names = self._zip.namelist()
            self._names = {posixpath.normpath(name.replace("\\", "/")).lstrip("/").lower(): name for name in names}
        except (*_DAMAGE, ValueError) as error:
            raise ValueError(str(error)) from error

    def root(self, name: str) -> Element | None:
        """Return the root of a part; None when there is no such part. ValueError when it is damaged or declares entities."""
        data = self._bytes(name)
        if data is None:
            return None
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            data = _DECLARES.sub("", data.decode("utf-16"), count=1).encode()
        for strict, transitional in _STRICT:
            data = data.replace(strict, transitional)
        root = parsed(data)
        if root.getroottree().docinfo.internalDTD is not None:
            raise ValueError(f"a document type in {name}")
        return root

    def spare(self, name: str) -> Element | None:
        """Return the root of a part that a file can be read without; None also when it is damaged."""
        try:
            return self.root(name)
        except TooMuch:
            raise
        except ValueError:
            return None

    def spare_bytes(self, name: str) -> bytes | None:
        """Return a part that a file can be read without; None when it is missing or damaged."""
        try:
            return self._bytes(name)
        except TooMuch:
            raise
        except ValueError:
            return None

    def related(self, part: str) -> Mapping[str, tuple[str, str]]:
        """Return a part's relationships by id: the last word of the kind, and the target's name or address."""
        folder, name = posixpath.split(part)
        root = self.spare(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
        found = {}
        for relation in () if root is None else _elements(root):
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[relation.get("Id", "")] = (relation.get("Type", "").rpartition("/")[2], target)
        return found

    def _bytes(self, name: str) -> bytes | None:
        known = self._names.get(name.lower())
        if known is None:
            return None
        try:
            with self._zip.open(known) as part:
                data = part.read(self.limit + 1)
        except (*_DAMAGE, ValueError) as error:
            raise ValueError(str(error)) from error
        if len(data) > self.limit:
            raise TooMuch(name)
        self.limit -= len(data)
        return data


def _elements(root: Element) -> Iterator[Element]:
    return (child for child in root.iterchildren("*") if etree.QName(child).localname == "Relationship")
