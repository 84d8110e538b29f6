"""What stands around the text of a page: masthead, running head and foot, and an internal copy's bars that no brand changes."""

from dataclasses import dataclass

from briefing_app.domain.brand import Masthead
from briefing_app.domain.briefing import Furniture
from briefing_app.export.pdf.desk import Desk, marks_of
from briefing_app.export.pdf.geometry import AXIS, COLUMN, LIVE, MEASURE, Geometry, column
from briefing_app.export.pdf.marks import Box, Hatching, LogoMark, Mark, Rule, lowered
from briefing_app.export.pdf.setting import Manner, Setting
from briefing_app.export.pdf.tagging.elements import Element
from briefing_app.export.pdf.typescale import BLACK, PAPER_WHITE

HEAD = 36.0
_RUNNING_LINES = 2
_MARKING_LINES = 4
_BAR_EDGE, _BAR_TOP, _BAR_HEIGHT = 24.0, 26.0, 22.0
_STRIP = 8.0
_BAR_CLEAR = 4.0
"""Between the lines of a bar and its edges, at least."""
_BAR_BETWEEN = 18.0
"""Between the two texts of a bar."""


@dataclass(frozen=True, slots=True)
class Around:
    """The furniture of one page: what is drawn before its text, and after.

    What is tagged in it is read on the first page alone; on the others all of it is an artifact.
    """

    before: tuple[Mark, ...]
    after: tuple[Mark, ...]


def filled(pattern: str, **numbers: str | int) -> str:
    """Return a pattern with its {page}, {pages} or {sheet}; other braces are words."""
    for name, number in numbers.items():
        pattern = pattern.replace(f"{{{name}}}", str(number))
    return pattern


def around(
    desk: Desk, furniture: Furniture, geometry: Geometry, page: int, pages: int, *, first: bool, logo_width: float
) -> Around:
    """Return the furniture of a page that may leave the room.

    ``first``: with the masthead; ``logo_width``: of the mark, for one unit of height.
    """
    head = _masthead(desk, furniture, logo_width) if first else _running(desk, furniture)
    return Around(head, _foot(desk, furniture, geometry, filled(furniture.page_of, page=page, pages=pages)))


def _masthead(desk: Desk, furniture: Furniture, logo_width: float) -> tuple[Mark, ...]:
    brand = desk.scale.brand
    block = brand.shape.masthead is Masthead.BLOCK
    top, colour = (39.0, "on_accent") if block else (34.0, "ink")
    height = brand.logo.height_pt
    named = brand.logo.wordmark or not logo_width
    x = logo_width * height + 9 if logo_width else 0.0
    marking = desk.set(furniture.marking, "marking", LIVE / 2 - 10, colour=colour)
    name = desk.set(brand.organisation if named else "", "organisation", LIVE / 2 - x, colour=colour)
    ground: Mark = Box(-12, 30, LIVE + 24, 40, desk.colour("accent")) if block else Rule(0, 66, LIVE, 1.5, desk.colour("accent"))
    middle = top + height / 2
    return (
        ground,
        LogoMark(0, top, height, Element("Figure", alternative=brand.logo.alt) if brand.logo.alt else None),
        *marks_of(name, x, middle - name.height / 2, Element("P")),
        *marks_of(marking, LIVE / 2 + 10, middle - marking.height / 2, Element("P"), measure=LIVE / 2 - 10, align=1),
    )


def _running(desk: Desk, furniture: Furniture) -> tuple[Mark, ...]:
    title = _shortened(desk, desk.set(furniture.running_title, "running", MEASURE * 0.62), furniture.running_title)
    room = MEASURE - title.width - 24
    marking = desk.set(furniture.marking, "marking", room)
    return (*marks_of(title, AXIS, HEAD), *marks_of(marking, LIVE - room, HEAD, Element("P"), measure=room, align=1))


def _shortened(desk: Desk, text: Setting, words: str) -> Setting:
    if len(text.lines) <= _RUNNING_LINES:
        return text
    desk.report("running-title-too-long", words[:60], len(text.lines), _RUNNING_LINES)
    return Setting(text.lines[:_RUNNING_LINES], text.leading, text.baseline)


def _foot(desk: Desk, furniture: Furniture, geometry: Geometry, page: str) -> tuple[Mark, ...]:
    marking = desk.set(furniture.marking, "marking", column(2) - 10)
    number = desk.set(page, "page", COLUMN + 20)
    foot = desk.set(furniture.foot, "running", LIVE - column(2) - number.width - 12)
    if len(marking.lines) > _MARKING_LINES:
        desk.report("marking-too-long", furniture.marking[:60], len(marking.lines), _MARKING_LINES)
    y = geometry.foot
    return (
        *marks_of(marking, 0, min(y, _lowest(geometry, marking))),
        *marks_of(foot, column(2), min(y, _lowest(geometry, foot))),
        *marks_of(number, LIVE - COLUMN - 20, y, measure=COLUMN + 20, align=1),
    )


def _lowest(geometry: Geometry, text: Setting) -> float:
    """Return the lowest top at which all lines keep clear of the paper's edge."""
    return geometry.height - 20 - text.height


def internal(desk: Desk, furniture: Furniture, geometry: Geometry, page: str, *, odd: bool) -> Around:
    """Return the furniture of an internal copy's page: black bars between hatched wings, a hatched strip on the outer edge."""
    left, right = _BAR_EDGE - geometry.left, geometry.width - _BAR_EDGE - geometry.left
    head, upper = _bar(desk, furniture, furniture.foot, (left, right))
    foot, lower = _bar(desk, furniture, page, (left, right))
    foot_top = geometry.height - _BAR_TOP - lower
    strip_top = _BAR_TOP + upper + 4
    strip = Hatching(right - _STRIP if odd else left, strip_top, _STRIP, foot_top - 4 - strip_top)
    return Around(
        (strip, *(lowered(mark, _BAR_TOP) for mark in head)),
        tuple(lowered(mark, foot_top) for mark in foot),
    )


def _bar(desk: Desk, furniture: Furniture, words: str, edges: tuple[float, float]) -> tuple[tuple[Mark, ...], float]:
    """Return a bar's marks from its own top, and its height: more than is usual where its words need several lines."""
    left, right = edges
    wing = -left - 8
    marking = desk.set(furniture.internal_marking, "internal", LIVE * 0.5)
    room = LIVE - marking.width - _BAR_BETWEEN
    label = desk.set(words, "internal_running", room, Manner.BALANCED)
    height = max(_BAR_HEIGHT, *(text.height + 2 * _BAR_CLEAR for text in (marking, label) if len(text.lines) > 1), 0.0)
    marks: tuple[Mark, ...] = (
        Box(left, 0, right - left, height, BLACK),
        Box(left, 0, wing, height, PAPER_WHITE),
        Hatching(left, 0, wing, height),
        Box(LIVE + 8, 0, right - LIVE - 8, height, PAPER_WHITE),
        Hatching(LIVE + 8, 0, right - LIVE - 8, height),
        *marks_of(marking, 0, (height - marking.height) / 2, Element("P")),
        *marks_of(label, LIVE - room, (height - label.height) / 2, measure=room, align=1),
    )
    return marks, height
