"""The styles part: every named style of a pack, in the brand's faces and colours, a brand's own Word file first."""

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from briefing_app.domain.brand import Brand
from briefing_app.export.word.base import WordBase
from briefing_app.export.word.geometry import Geometry
from briefing_app.export.word.looks import CHARACTERS, PARAGRAPHS, Face, Look, Shape, Touch
from briefing_app.export.word.names import Style
from briefing_app.export.word.shapes import drawn, hexadecimal, side, twips
from briefing_app.wordfile.elements import w
from briefing_app.wordfile.order import Element

_AT_LEAST = frozenset({Shape.FREE, Shape.MASTHEAD, Shape.CENTRED, Shape.ACROSS})
"""Shapes whose lines may grow: they hold pictures, which an exact line would cut off."""
_TABLE_PADDING = 5.0


@dataclass(frozen=True, slots=True)
class StyleIds:
    """The ids of the styles, to be had by name, for ids differ between files."""

    by_name: Mapping[str, str]

    def __getitem__(self, style: Style) -> str:
        return self.by_name[style.casefold()]


def style_ids(base: WordBase) -> StyleIds:
    """Return an id for every style: the base's own where it has the name, else the name without spaces."""
    taken = {_name(style).casefold(): style.get(qn("w:styleId"), "") for style in base.styles}
    used = set(taken.values())
    for style in Style:
        if style.casefold() not in taken:
            wanted = "".join(word[:1].upper() + word[1:] for word in style.split())
            taken[style.casefold()] = wanted if wanted not in used else f"Pack{wanted}"
    return StyleIds(taken)


def _name(style: Element) -> str:
    name = style.find(qn("w:name"))
    return "" if name is None else name.get(qn("w:val"), "")


def styles_part(brand: Brand, page: Geometry, base: WordBase, language: str, lists: Mapping[Style, int]) -> BaseOxmlElement:
    """Return ``w:styles``. ``lists`` are the numbered styles' own lists."""
    ids = style_ids(base)
    given = {_name(style).casefold() for style in base.styles}
    made = [copy.deepcopy(style) for style in base.styles]
    made += [style for style in _ours(brand, page, ids, has_default=bool(given)) if _name(style).casefold() not in given]
    for style in made:
        _number(style, {ids[name]: number for name, number in lists.items()})
    return w("styles", _defaults(brand, base, language), *made)


def _defaults(brand: Brand, base: WordBase, language: str) -> Element:
    if base.defaults is not None:
        defaults: Element = copy.deepcopy(base.defaults)
        for properties in defaults.iter(qn("w:rPr")):
            kept = [child for child in properties if child.tag != qn("w:lang")]
            properties[:] = list(w("rPr", *kept, w("lang", val=language)))
        return defaults
    properties = w("rPr", _fonts(brand, Face.TEXT), w("kern", val=2), _size(11), w("szCs", val=22), w("lang", val=language))
    return w("docDefaults", w("rPrDefault", properties), w("pPrDefault", w("pPr")))


def _ours(brand: Brand, page: Geometry, ids: StyleIds, *, has_default: bool) -> Iterator[Element]:
    for look in PARAGRAPHS:
        yield _paragraph_style(look, brand, page, ids, default=not has_default and look.style is Style.NORMAL)
    if not has_default:
        yield w(
            "style", w("name", val="Default Paragraph Font"), w("uiPriority", val=1), w("semiHidden"), w("unhideWhenUsed"),
            type="character", default="1", styleId="DefaultParagraphFont",
        )  # fmt: skip
        yield w(
            "style", w("name", val="No List"), w("uiPriority", val=99), w("semiHidden"), w("unhideWhenUsed"),
            type="numbering", default="1", styleId="NoList",
        )  # fmt: skip
    for touch in CHARACTERS:
        yield _character_style(touch, brand, ids)
    yield _plain_table(ids, default=not has_default)
    yield _table_style(brand, ids)
    yield _figures_style(brand, ids)
    yield _meta_style(ids)


def _paragraph_style(look: Look, brand: Brand, page: Geometry, ids: StyleIds, *, default: bool) -> Element:
    rule = "atLeast" if look.shape in _AT_LEAST else "exact"
    properties = w(
        "pPr",
        w("keepNext") if look.keep_next else None,
        w("keepLines") if look.keep_lines else None,
        w("widowControl"),
        *drawn(look.shape, brand, page),
        w("spacing", before=twips(look.before), after=twips(look.after), line=twips(look.leading), lineRule=rule),
        w("outlineLvl", val=look.outline) if look.outline is not None else None,
    )
    scale = brand.scale.text if look.face is Face.TEXT else brand.scale.label
    letters = w(
        "rPr", _fonts(brand, look.face), *_bold(bold=look.bold), w("color", val=hexadecimal(brand, look.colour)),
        _size(look.size * scale), w("szCs", val=_half_points(look.size * scale)),
    )  # fmt: skip
    is_normal = look.style is Style.NORMAL
    marks = {"default": "1"} if default else {}
    return w(
        "style", w("name", val=look.style), None if is_normal else w("basedOn", val=ids[Style.NORMAL]),
        w("next", val=ids[look.then]), w("qFormat"), properties, letters, type="paragraph", **marks, styleId=ids[look.style],
    )  # fmt: skip


def _character_style(touch: Touch, brand: Brand, ids: StyleIds) -> Element:
    scale = brand.scale.text if touch.face is Face.TEXT else brand.scale.label
    letters = w(
        "rPr",
        _fonts(brand, touch.face) if touch.face else None,
        *(() if touch.bold is None else _bold(bold=touch.bold)),
        w("color", val=hexadecimal(brand, touch.colour)) if touch.colour else None,
        _size(touch.size * scale) if touch.size else None,
        w("vertAlign", val="superscript") if touch.raised else None,
    )
    return w("style", w("name", val=touch.style), w("qFormat"), letters, type="character", styleId=ids[touch.style])


def _plain_table(ids: StyleIds, *, default: bool) -> Element:
    margins = (w(name, w=0, type="dxa") for name in ("top", "left", "bottom", "right"))
    properties = w("tblPr", w("tblInd", w=0, type="dxa"), w("tblCellMar", *margins))
    marks = {"default": "1"} if default else {}
    return w(
        "style", w("name", val=Style.PLAIN_TABLE), w("uiPriority", val=99), w("semiHidden"), w("unhideWhenUsed"), properties,
        type="table", **marks, styleId=ids[Style.PLAIN_TABLE],
    )  # fmt: skip


def _table_style(brand: Brand, ids: StyleIds) -> Element:
    accent, ink, line = (hexadecimal(brand, role) for role in ("accent", "ink", "line"))
    borders = w("tblBorders", side("top", 1.5, accent), side("bottom", 0.75, ink), side("insideH", 0.5, line))
    padding = w(
        "tblCellMar", *(w(name, w=twips(size), type="dxa") for name, size in (
            ("top", _TABLE_PADDING), ("left", 0), ("bottom", _TABLE_PADDING), ("right", 4),
        )),
    )  # fmt: skip
    head = w(
        "tblStylePr", w("tblPr"), w("tcPr", w("tcBorders", side("bottom", 0.75, ink)), w("vAlign", val="bottom")), type="firstRow"
    )
    return w(
        "style", w("name", val=Style.TABLE), w("basedOn", val=ids[Style.PLAIN_TABLE]), w("qFormat"),
        w("tblPr", w("tblInd", w=0, type="dxa"), borders, padding), head, type="table", customStyle="1", styleId=ids[Style.TABLE],
    )  # fmt: skip


def _meta_style(ids: StyleIds) -> Element:
    gutter = w("tblCellMar", w("right", w=twips(6), type="dxa"))
    return w(
        "style", w("name", val=Style.META_TABLE), w("basedOn", val=ids[Style.PLAIN_TABLE]), w("qFormat"),
        w("tblPr", w("tblInd", w=0, type="dxa"), gutter), type="table", customStyle="1", styleId=ids[Style.META_TABLE],
    )  # fmt: skip


def _figures_style(brand: Brand, ids: StyleIds) -> Element:
    borders = w("tblBorders", side("top", 1.5, hexadecimal(brand, "accent")), side("bottom", 0.5, hexadecimal(brand, "line")))
    padding = w("tblCellMar", *(w(name, w=twips(size), type="dxa") for name, size in (("top", 10), ("bottom", 7.5), ("right", 8))))
    return w(
        "style", w("name", val=Style.FIGURES), w("basedOn", val=ids[Style.PLAIN_TABLE]), w("qFormat"),
        w("tblPr", w("tblInd", w=0, type="dxa"), borders, padding), type="table", customStyle="1", styleId=ids[Style.FIGURES],
    )  # fmt: skip


def _number(style: Element, lists: Mapping[str, int]) -> None:
    """Give a numbered style its own list."""
    number = lists.get(style.get(qn("w:styleId"), ""))
    if number is None:
        return
    properties = style.find(qn("w:pPr"))
    content = [] if properties is None else list(properties)
    if properties is not None:
        style.remove(properties)
    numbered = w("pPr", *content, w("numPr", w("numId", val=number)))
    children = [*style, numbered]
    # Built anew for its place among the style's children.
    ordered = w("style", *children)
    style[:] = list(ordered)


def _fonts(brand: Brand, face: Face) -> Element:
    name = brand.fonts.word_text if face is Face.TEXT else brand.fonts.word_label
    return w("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)


def _bold(*, bold: bool) -> tuple[Element, ...]:
    return (w("b"), w("bCs")) if bold else (w("b", val="0"), w("bCs", val="0"))


def _half_points(points: float) -> int:
    return round(points * 2)


def _size(points: float) -> Element:
    return w("sz", val=_half_points(points))
