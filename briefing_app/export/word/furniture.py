"""What stands around the text of a Word file's pages: headers and footers, on hand-over pages and on internal ones."""

from docx.opc.part import Part
from docx.oxml.xmlchemy import BaseOxmlElement

from briefing_app.domain.brand import Masthead
from briefing_app.domain.briefing import Furniture
from briefing_app.export.word.desk import Desk, Elements
from briefing_app.export.word.estimating import text_width
from briefing_app.export.word.logo import logo_picture
from briefing_app.export.word.looks import LOOK_OF
from briefing_app.export.word.names import Style
from briefing_app.export.word.shapes import tabs
from briefing_app.wordfile.elements import paragraph, run, w
from briefing_app.wordfile.fields import ALL_PAGES, PAGE, SECTION_PAGES, patterned
from briefing_app.wordfile.order import Element

_MARKING_ROOM = 190.0
_FOOT_ROOM = 226.0
_SMALL, _BOLD = 8.0, 9.0
"""Sizes to count with; the marking is smaller, but its bold letters are wider."""
_GAP = 14.0
_WIDER = 1.15
"""How much wider words may stand in the face a computer has than in the one that is counted with."""


def masthead(desk: Desk, furniture: Furniture, owner: Part) -> BaseOxmlElement:
    """Return the first page's head: the brand's mark, its name beside it, the marking at the right."""
    brand = desk.brand
    logo = logo_picture(brand)
    reverse = brand.shape.masthead is Masthead.BLOCK
    content: Elements = []
    taken = 0.0
    if logo is None:
        desk.report("logo-broken", brand.logo.file)
    else:
        size = (brand.logo.height_pt * logo.proportion, brand.logo.height_pt)
        content.append(run(desk.picture(logo.png, "png", size, brand.logo.alt, owner)))
        taken += size[0]
    if brand.logo.wordmark or logo is None:
        content.append(
            run(
                "\u2002" if content else "",
                brand.organisation,
                style=desk.ids[Style.REVERSE_WORDMARK if reverse else Style.WORDMARK],
            )
        )
        taken += text_width(f"{brand.organisation}  ", LOOK_OF[Style.MASTHEAD].size)
    beside = (taken + _marking_width(furniture)) * _WIDER <= desk.page.live - _GAP
    if furniture.marking and beside:
        content.append(run("\t", furniture.marking, style=desk.ids[Style.REVERSE_MARKING if reverse else Style.MARKING]))
    head = desk.paragraph(Style.MASTHEAD, *content)
    return w("hdr", head, *([] if beside else [desk.paragraph(Style.HEADER_MARKING, desk.say(furniture.marking))]))


def running_head(desk: Desk, furniture: Furniture) -> BaseOxmlElement:
    """Return the head of later pages: the running title on the axis, the marking at the right."""
    marking = [run(furniture.marking, style=desk.ids[Style.MARKING])] if furniture.marking else []
    room = desk.page.measure - _marking_width(furniture) - _GAP
    title = desk.say(furniture.running_title)
    stops = _stops(desk, ("left", 0), ("right", desk.page.measure))
    if text_width(furniture.running_title, _SMALL) <= room or not marking:
        return w("hdr", paragraph(desk.ids[Style.HEADER], run("\t"), title, run("\t"), *marking, properties=stops))
    # Both do not fit on a line: the marking, which matters more, comes first.
    first = desk.paragraph(Style.HEADER_MARKING, desk.say(furniture.marking))
    return w("hdr", first, paragraph(desk.ids[Style.HEADER], run("\t"), title, properties=stops))


def foot(desk: Desk, furniture: Furniture, pages: int) -> BaseOxmlElement:
    """Return the foot of a page: the marking, whom it is for, page x of y. ``pages`` stands there until Word has counted."""
    numbers = _page_of(furniture, pages, ALL_PAGES)
    for_whom = desk.say(furniture.foot)
    marking = [run(furniture.marking, style=desk.ids[Style.MARKING])] if furniture.marking else []
    fits = _marking_width(furniture) <= _MARKING_ROOM and text_width(furniture.foot, _SMALL) <= _FOOT_ROOM
    if fits:
        return w("ftr", desk.paragraph(Style.FOOTER, *marking, run("\t"), for_whom, run("\t"), *numbers))
    stops = _stops(desk, ("right", desk.page.measure))
    second = paragraph(desk.ids[Style.FOOTER], for_whom, run("\t"), *numbers, properties=stops)
    return w("ftr", *([desk.paragraph(Style.FOOTER, *marking)] if marking else []), second)


def internal_head(desk: Desk, furniture: Furniture) -> BaseOxmlElement:
    """Return the head of an internal copy's pages: a black bar that no brand can change."""
    return w("hdr", _bar(desk, furniture, [run(furniture.foot, style=desk.ids[Style.INTERNAL_NOTE])]))


def internal_foot(desk: Desk, furniture: Furniture, pages: int) -> BaseOxmlElement:
    """Return the foot of an internal copy's shared pages, which bear the numbers that the audience sees."""
    return w("ftr", _bar(desk, furniture, _page_of(furniture, pages, SECTION_PAGES, desk.ids[Style.INTERNAL_NOTE])))


def sheet_foot(desk: Desk, furniture: Furniture, letter: str) -> BaseOxmlElement:
    """Return the foot of a sheet: it has a letter and no page number."""
    named = furniture.sheet.replace("{sheet}", letter)
    return w("ftr", _bar(desk, furniture, [run(named, style=desk.ids[Style.INTERNAL_NOTE])]))


def _bar(desk: Desk, furniture: Furniture, right: Elements) -> Element:
    return desk.paragraph(Style.INTERNAL_BAR, desk.say(furniture.internal_marking), run("\t"), *right)


def _page_of(furniture: Furniture, pages: int, counted: str, style: str | None = None) -> Elements:
    values = {"page": (PAGE, "1"), "pages": (counted, str(pages))}
    return patterned(furniture.page_of, values, style)


def _marking_width(furniture: Furniture) -> float:
    return text_width(furniture.marking, _BOLD)


def _stops(desk: Desk, *stops: tuple[str, float]) -> tuple[Element, ...]:
    # The style has a stop in the middle, for whom the copy is; these lines have none there.
    cleared = tabs(("clear", desk.page.measure - 283.5), *stops)
    return (cleared,)
