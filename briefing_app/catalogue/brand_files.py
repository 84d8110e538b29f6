"""Proves the files a brand brings along: fonts that may be embedded, a logo of plain shapes, a Word base that opens.

Those that ship with the app are proved by its tests, once, and not again whenever a pack is written.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from briefing_app.errors import FileNotRead
from briefing_app.files import read_whole
from briefing_app.paths import resource, template_file

_NO_EMBEDDING = 0x0002 | 0x0100 | 0x0200
"""OpenType ``OS/2.fsType``: restricted licence, no subsetting (the PDF holds subsets alone), bitmaps alone."""

_PNG = b"\x89PNG\r\n\x1a\n"
_MOST_DOTS = 10_000
"""Across: no logo is larger than that; looking at one would take a gigabyte."""

_UNFIT = frozenset({"image", "text", "script", "foreignObject", "animate"})
"""SVG elements that are no plain shapes: words would need a font, pictures and references lead elsewhere."""

_OUTWARD = re.compile(r"@import|url\(\s*['\"]?\s*(?!#)[^\s'\")]", re.IGNORECASE)


def brand_file(folder: Path, name: str, key: str, source: str) -> Path:
    """Return the path of a brand's own file; refused when its name leads out of the folder."""
    if not name or name in {".", ".."} or set(name) & set("/\\:\0"):
        raise FileNotRead("file-name-leads-out", path=source, key=key, value=name)
    return folder / name


def font_path(folder: Path, name: str, key: str, source: str) -> Path:
    """Return where a font of a brand lies: in its folder, else among those that ship."""
    own = brand_file(folder, name, key, source)
    path = own if own.is_file() else resource("fonts", name)
    if not path.is_file():
        raise FileNotRead("brand-font-missing", path=source, key=key, value=name)
    return path


def check_font(folder: Path, name: str, key: str, source: str) -> None:
    """Refuse a font that is not TrueType with glyf outlines, is packed or variable, or may not be embedded, for that reason."""
    path = font_path(folder, name, key, source)
    if _ships(path):
        return
    data = read_whole(path)
    code = _FONTS_BY_BEGINNING.get(data[:4])
    try:
        code = code or _why_unfit(data)
    except Exception as error:  # a damaged font fails in whatever table is hit first
        raise FileNotRead("font-unfit", path=source, key=key, value=name) from error
    if code:
        raise FileNotRead(code, path=source, key=key, value=name)


def _ships(path: Path) -> bool:
    return path.is_relative_to(resource("fonts")) or path.is_relative_to(template_file("brands"))


_FONTS_BY_BEGINNING = {b"OTTO": "font-outlines", b"wOFF": "font-packed", b"wOF2": "font-packed", b"ttcf": "font-collection"}
"""Why files that begin so are refused: PDF pages take in single, plain TrueType fonts."""


def _why_unfit(data: bytes) -> str | None:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - few brands have fonts of their own

    with TTFont(io.BytesIO(data), lazy=True) as font:
        if "glyf" not in font or "cmap" not in font:
            return "font-outlines" if "CFF " in font or "CFF2" in font else "font-unfit"
        if "fvar" in font:
            # It would silently print its default instance alone.
            return "font-variable"
        if any(entry.offset + entry.length > len(data) for entry in font.reader.tables.values()):
            return "font-unfit"
        embedding = font["OS/2"].fsType if "OS/2" in font else 0
        return "font-not-embeddable" if embedding & _NO_EMBEDDING else None


def check_logo(folder: Path, name: str, source: str) -> None:
    """Refuse a logo that is neither a PNG that opens nor an SVG of plain shapes, or that points to anything outside itself."""
    key = "logo.file"
    path = brand_file(folder, name, key, source)
    if not path.is_file():
        raise FileNotRead("logo-missing", path=source, key=key, value=name)
    if _ships(path):
        return
    data = read_whole(path)
    if data.startswith(_PNG):
        if not _opens(data):
            raise FileNotRead("logo-not-svg", path=source, key=key, value=name)
        return
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as error:
        raise FileNotRead("logo-not-svg", path=source, key=key, value=name) from error
    # What the drawing points to is looked at before anything draws it.
    part = next(_unfit_parts(root), None)
    if part:
        raise FileNotRead("logo-unfit", path=source, key=key, value=name, part=part)
    if etree.QName(root).localname != "svg" or not _drawable(path):
        raise FileNotRead("logo-not-svg", path=source, key=key, value=name)


def _opens(data: bytes) -> bool:
    from PIL import Image  # noqa: PLC0415 - few brands have a logo of dots

    try:
        with Image.open(io.BytesIO(data)) as picture:
            if max(picture.size) > _MOST_DOTS:
                return False
            picture.load()
    except Exception:  # noqa: BLE001 - Pillow raises whatever a broken file leads it to
        return False
    return True


def _unfit_parts(root: etree._Element) -> Iterator[str]:
    if root.getroottree().docinfo.internalDTD is not None:
        yield "DOCTYPE"
    for element in root.iter("*"):
        name = etree.QName(element).localname
        if name in _UNFIT:
            yield name
        if name == "style" and _OUTWARD.search(element.text or ""):
            yield "style"
        for attribute, value in element.attrib.items():
            if etree.QName(str(attribute)).localname == "href" and not str(value).startswith("#"):
                yield "href"
            if _OUTWARD.search(str(value)):
                yield str(attribute)


def _drawable(path: Path) -> bool:
    from svglib.svglib import svg2rlg  # noqa: PLC0415 - brings all of reportlab's graphics, which listing audiences need not wait for

    try:
        drawing = svg2rlg(str(path))
    except Exception:  # noqa: BLE001 - svglib lets through whatever a strange drawing makes its parts raise
        return False
    return drawing is not None and drawing.width > 0 and drawing.height > 0


def check_word_base(folder: Path, name: str, source: str) -> None:
    """Refuse a Word base that does not open as DOCX."""
    key = "word_base"
    path = brand_file(folder, name, key, source)
    data = read_whole(path)
    from docx import Document  # noqa: PLC0415 - slow to load, and few brands have a Word base

    try:
        Document(io.BytesIO(data))
    except Exception as error:  # a damaged package fails in whatever part is met first
        raise FileNotRead("word-base-unfit", path=source, key=key, value=name) from error
