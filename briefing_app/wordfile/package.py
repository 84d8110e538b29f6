"""The zip a Word file is: reading its parts, and writing them so that the same parts are always the same bytes."""

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

from briefing_app.wordfile.order import Element

_FIRST = ("[Content_Types].xml", "_rels/.rels")
_DATE = (1980, 1, 1, 0, 0, 0)


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name, in its order; ValueError for what is no zip or holds a name twice."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            if len(set(names)) != len(names):
                raise ValueError("a part twice")
            return {name: package.read(name) for name in names}
    except zipfile.BadZipFile as error:
        raise ValueError(str(error)) from error


def parsed(data: bytes) -> Element:
    """Return the root of a part, its text as it is, no entity resolved; ValueError for what is no XML.

    python-docx's own parser drops blank text, and gives paragraphs and runs another ``text`` than XML has.
    """
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a package of these parts: content types first as readers expect, then by name, all of one fixed date."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(parts, key=lambda name: (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, parts[name])
    return target.getvalue()


def repacked(data: bytes) -> bytes:
    """Return a package with the same parts in the fixed order and of the fixed date."""
    return packed(parts_of(data))
