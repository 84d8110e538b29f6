"""The page of a Word file in points: the margin holds the hang column, so that ordinary typing lands on the axis."""

from dataclasses import dataclass, replace

from briefing_app.domain.audience import Paper

MM = 72 / 25.4

HANG = 35 * MM
"""Width of the column left of the axis, where labels and numbers stand."""
NUMBER_HANG = 36.0
"""How far left of the axis numbers begin."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """Sizes of a page in points. ``left`` reaches to the axis; ``hang`` of it is the column for labels."""

    width: float
    height: float
    left: float
    right: float
    top: float = 80.0
    bottom: float = 67.0
    head: float = 36.0
    foot: float = 36.0
    hang: float = HANG

    @property
    def measure(self) -> float:
        """Width of running text."""
        return self.width - self.left - self.right

    @property
    def live(self) -> float:
        """Width of what also takes the hang column: panels, tables, rules."""
        return self.measure + self.hang


PAGES = {
    Paper.A4: Geometry(width=210 * MM, height=297 * MM, left=55 * MM, right=20 * MM),
    Paper.LETTER: Geometry(width=612, height=792, left=57.95 * MM, right=22.95 * MM),
}
"""Both have a live width of 170 mm, so that lines break alike."""

_EDGE = 12 * MM


def with_margins(page: Geometry, margins: dict[str, float]) -> Geometry:
    """Return a page with other margins; the hang column gives way where the left one leaves it no room."""
    changed = replace(page, **margins)
    return replace(changed, hang=min(HANG, max(changed.left - _EDGE, 0.0)))
