"""Borders, shading, indents and tabs of the styles, as the brand's shapes and the page's geometry have them."""

from collections.abc import Callable, Mapping

from briefing_app.domain.brand import PAPER, Brand, Masthead, Panel, QuoteShape
from briefing_app.export.word.geometry import NUMBER_HANG, Geometry
from briefing_app.export.word.looks import Shape
from briefing_app.wordfile.elements import w
from briefing_app.wordfile.order import Element

Elements = tuple[Element, ...]

INTERNAL_BLACK = "000000"
"""The marking of internal copies is black on every brand's pages."""
PANEL_PADDING = 12
POINT_HANG = 20.0


def twips(points: float) -> int:
    """Return points in twentieths, as Word counts lengths."""
    return round(points * 20)


def hexadecimal(brand: Brand, role: str) -> str:
    """Return a colour of the brand, or that of the paper, as Word writes it: six digits."""
    return str(PAPER if role == "paper" else getattr(brand.colour, role)).removeprefix("#").upper()


def side(name: str, width: float, colour: str, space: int = 0, kind: str = "single") -> Element:
    """Return one side of a border: ``width`` in points, ``space`` in points between it and the text."""
    return w(name, val=kind, sz=round(width * 8), space=space, color=colour)


def shading(colour: str) -> Element:
    """Return a plain fill."""
    return w("shd", val="clear", color="auto", fill=colour)


def tabs(*stops: tuple[str, float]) -> Element:
    """Return tab stops: kind and place in points from the axis."""
    return w("tabs", *(w("tab", val=kind, pos=twips(place)) for kind, place in stops))


def indent(left: float = 0, *, hanging: float = 0, right: float = 0) -> Element:
    """Return indents in points from the axis and the right margin."""
    marks = {"left": twips(left)}
    marks |= {"right": twips(right)} if right else {}
    marks |= {"hanging": twips(hanging)} if hanging else {}
    return w("ind", **marks)


def _hanging(_brand: Brand, page: Geometry) -> Elements:
    return tabs(("left", 0)), indent(hanging=page.hang)


def _group(brand: Brand, page: Geometry) -> Elements:
    return w("pBdr", side("top", 0.75, hexadecimal(brand, "ink"), 5)), *_hanging(brand, page)


def _numbered(_brand: Brand, _page: Geometry) -> Elements:
    return tabs(("left", 0)), indent(hanging=NUMBER_HANG)


def _point(_brand: Brand, _page: Geometry) -> Elements:
    return tabs(("left", 0)), indent(hanging=POINT_HANG)


def _quote(brand: Brand, _page: Geometry) -> Elements:
    accent, tint = hexadecimal(brand, "accent"), hexadecimal(brand, "tint")
    if brand.shape.quote is QuoteShape.BAR:
        return w("pBdr", side("left", 2.5, accent, 11)), indent()
    # The tinted block has room inside all round; its sides are drawn in the tint.
    sides = (side("top", 0.5, tint, 8), side("left", 6, accent, 11), side("bottom", 0.5, tint, 8), side("right", 0.5, tint, 10))
    return w("pBdr", *sides), shading(tint), indent(right=10)


def _panel(brand: Brand, page: Geometry) -> Elements:
    accent, tint = hexadecimal(brand, "accent"), hexadecimal(brand, "tint")
    around = indent(hanging=max(page.hang - PANEL_PADDING, 0), right=PANEL_PADDING)
    others = ("left", "bottom", "right")
    if brand.shape.panel is Panel.TINT:
        rest = (side(name, 0.5, tint, PANEL_PADDING) for name in others)
        return w("pBdr", side("top", 1.5, accent, PANEL_PADDING), *rest), shading(tint), tabs(("left", 0)), around
    return w("pBdr", *(side(name, 1.5, accent, PANEL_PADDING) for name in ("top", *others))), tabs(("left", 0)), around


def _note(_brand: Brand, _page: Geometry) -> Elements:
    return tabs(("left", 12)), indent(12, hanging=12)


def _furniture(_brand: Brand, page: Geometry) -> Elements:
    return tabs(("left", page.measure - 283.5), ("right", page.measure)), indent(-page.hang)


def _masthead(brand: Brand, page: Geometry) -> Elements:
    accent = hexadecimal(brand, "accent")
    across = (tabs(("right", page.measure)), indent(-page.hang), w("textAlignment", val="center"))
    if brand.shape.masthead is Masthead.RULE:
        return w("pBdr", side("bottom", 1.5, accent, 9)), *across
    sides = (side(name, 1, accent, space) for name, space in (("top", 9), ("left", 12), ("bottom", 9), ("right", 12)))
    return w("pBdr", *sides), shading(accent), *across


def _internal(_brand: Brand, page: Geometry) -> Elements:
    sides = (side(name, 1, INTERNAL_BLACK, space) for name, space in (("top", 4), ("left", 9), ("bottom", 4), ("right", 9)))
    return w("pBdr", *sides), shading(INTERNAL_BLACK), tabs(("right", page.measure)), indent(-page.hang)


def _sheet(brand: Brand, page: Geometry) -> Elements:
    return w("pBdr", side("top", 0.75, hexadecimal(brand, "ink"), 5)), tabs(("left", 0)), indent(hanging=page.hang)


def _person(_brand: Brand, page: Geometry) -> Elements:
    return tabs(("left", page.measure * 0.42)), indent(page.measure * 0.42, hanging=page.measure * 0.42)


def _private(brand: Brand, page: Geometry) -> Elements:
    dots = side("left", 2.25, hexadecimal(brand, "ink"), 8, "dotted")
    return w("pBdr", dots), tabs(("left", 0)), indent(hanging=max(page.hang - 10, 0))


def _line(_brand: Brand, page: Geometry) -> Elements:
    dotted = w("tab", val="right", leader="dot", pos=twips(page.measure))
    return (w("tabs", dotted),)


def _right(_brand: Brand, page: Geometry) -> Elements:
    return indent(-page.hang), w("jc", val="right")


def _centred(_brand: Brand, _page: Geometry) -> Elements:
    return (w("jc", val="center"),)


def _across(_brand: Brand, page: Geometry) -> Elements:
    return (indent(-page.hang),)


def _contents(_brand: Brand, page: Geometry) -> Elements:
    return (w("tabs", w("tab", val="right", leader="dot", pos=twips(page.measure))),)


def _none(_brand: Brand, _page: Geometry) -> Elements:
    return ()


_DRAWN: Mapping[Shape, Callable[[Brand, Geometry], Elements]] = {
    Shape.NONE: _none,
    Shape.HANGING: _hanging,
    Shape.GROUP: _group,
    Shape.NUMBERED: _numbered,
    Shape.POINT: _point,
    Shape.QUOTE: _quote,
    Shape.PANEL: _panel,
    Shape.NOTE: _note,
    Shape.FURNITURE: _furniture,
    Shape.MASTHEAD: _masthead,
    Shape.INTERNAL: _internal,
    Shape.SHEET: _sheet,
    Shape.PERSON: _person,
    Shape.PRIVATE: _private,
    Shape.LINE: _line,
    Shape.CENTRED: _centred,
    Shape.RIGHT: _right,
    Shape.ACROSS: _across,
    Shape.CONTENTS: _contents,
    Shape.END: _none,
    Shape.FREE: _none,
}


def drawn(shape: Shape, brand: Brand, page: Geometry) -> Elements:
    """Return the paragraph properties that a shape gives a style."""
    return _DRAWN[shape](brand, page)


def number_look(shape: Shape, brand: Brand, page: Geometry) -> Elements:
    """Return how the number of a numbered style looks and where it stands: the level's pPr and rPr."""
    # Word shades the tab behind a number with it, so that brands whose numbers stand on a chip have plain ones here.
    font = brand.fonts.word_label
    size = {Shape.POINT: 13.0, Shape.NUMBERED: 15.0}[shape] * brand.scale.label
    properties = w(
        "rPr", w("rFonts", ascii=font, hAnsi=font, cs=font, eastAsia=font), w("b"),
        w("color", val=hexadecimal(brand, "accent")), w("sz", val=round(size * 2)),
    )  # fmt: skip
    return w("pPr", *drawn(shape, brand, page)), properties
