"""A brand's own Word file to build upon: where it defines a style of a name, that style wins; its margins win too.

Nothing else of it is taken: no text, no header, no picture, no property, nobody's identity.
"""

import copy
from dataclasses import dataclass, field
from pathlib import Path

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree

from briefing_app.domain.brand import Brand
from briefing_app.errors import ExportRefused
from briefing_app.wordfile.order import Element
from briefing_app.wordfile.package import parts_of

_MARGINS = {"left": "left", "right": "right", "top": "top", "bottom": "bottom", "header": "head", "footer": "foot"}
_MOST_POINTS = 1584.0


@dataclass(frozen=True, slots=True)
class WordBase:
    """What a brand's own Word file decides: defaults, styles, theme, margins in points by the geometry's names."""

    defaults: Element | None = None
    styles: tuple[Element, ...] = ()
    theme: bytes | None = None
    margins: dict[str, float] = field(default_factory=dict)


def word_base(brand: Brand) -> WordBase:
    """Return what the brand's Word file decides, nothing when it has none; ExportRefused when it cannot be read."""
    if brand.word_base is None:
        return WordBase()
    path = Path(brand.folder, brand.word_base)
    try:
        parts = parts_of(path.read_bytes())
        styles = parse_xml(parts["word/styles.xml"])
        body = parse_xml(parts["word/document.xml"])
    except (OSError, ValueError, KeyError, etree.XMLSyntaxError) as error:
        raise ExportRefused("word-base-unreadable", path=path) from error
    theme = next((data for name, data in sorted(parts.items()) if name.startswith("word/theme/") and name.endswith(".xml")), None)
    return WordBase(
        styles.find(qn("w:docDefaults")), tuple(_clean(style) for style in styles.iterfind(qn("w:style"))), theme, _margins(body)
    )


def _clean(style: Element) -> Element:
    """Return a style without traces of its editing sessions and without numbering, which is ours."""
    made = copy.deepcopy(style)
    for tag in ("w:rsid", "w:numPr"):
        for parent in list(made.iter("*")):
            for element in parent.findall(qn(tag)):
                parent.remove(element)
    return made


def _margins(body: Element) -> dict[str, float]:
    last = body.find(f"{qn('w:body')}/{qn('w:sectPr')}/{qn('w:pgMar')}")
    if last is None:
        return {}
    given = {ours: last.get(qn(f"w:{theirs}")) for theirs, ours in _MARGINS.items()}
    points = {name: int(value) / 20 for name, value in given.items() if value is not None and value.isdecimal()}
    return {name: value for name, value in points.items() if value <= _MOST_POINTS}
