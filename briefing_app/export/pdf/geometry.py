"""Where things lie on a page: margins, columns and the axis, in points from the page's top left."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from briefing_app.domain.audience import Paper

MM = 72 / 25.4
LIVE = 170 * MM
"""Live width on every paper, so that lines break alike."""
COLUMN = 30 * MM
GUTTER = 5 * MM
AXIS = COLUMN + GUTTER
"""Left edge of all running text, from the live edge."""
MEASURE = LIVE - AXIS
"""Width of running text."""
TOP = 80.0
"""Body top."""
_OUTER = 30.0
"""From the outer edge to the live width, at least: blocks stand out by 12, and printers leave 18 white."""
_HATCHED = 42.0
SHEET_TOP = 75.0
"""Body top of an internal copy's own sheets."""
LINE = 15.0
HALF_LINE = 7.5


def column(number: int) -> float:
    """Return the left edge of a column, from the live edge: 0 is the hang column, 1 begins at the axis."""
    return number * (COLUMN + GUTTER)


@dataclass(frozen=True, slots=True)
class Geometry:
    """A paper: its size, and how many lines of 15 the body has."""

    width: float
    height: float
    lines: int
    shift: float = 0.0
    """How far all that is printed moves to the right, away from where sheets are bound."""

    @property
    def left(self) -> float:
        """The live edge."""
        return (self.width - LIVE) / 2 + self.shift

    def bound(self, page: int, by: float, *, hatched: bool = False) -> "Geometry":
        """Return the paper of one page with room for binding at its inner edge, as much of it as leaves the outer edge free.

        ``hatched``: there is the strip of an internal copy along the outer edge.
        """
        by = max(min(by, (self.width - LIVE) / 2 - (_HATCHED if hatched else _OUTER)), 0.0)
        return replace(self, shift=by if page % 2 else -by)

    @property
    def bottom(self) -> float:
        """Where the body ends, notes included."""
        return TOP + self.lines * LINE

    @property
    def foot(self) -> float:
        """Top of the first line of the foot."""
        return self.height - 46


PAPERS: Mapping[Paper, Geometry] = {
    Paper.A4: Geometry(210 * MM, 297 * MM, 46),
    Paper.LETTER: Geometry(612.0, 792.0, 43),
}
