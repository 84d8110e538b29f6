"""What can be drawn: text lines, rules, fills, circles, hatching, images; plain values, placed before anything is drawn.

Distances are points: x from the live edge (negative in the margin), y from the top of what the mark belongs to, downwards.
A mark's ``tag`` is the element it is read as; without one it is an artifact, as rules, boxes and hatching always are.
"""

from dataclasses import dataclass, replace

from briefing_app.export.pdf.setting import Line
from briefing_app.export.pdf.strokes import Strokes
from briefing_app.export.pdf.tagging.elements import Element


@dataclass(frozen=True, slots=True)
class TextMark:
    """A line of text: the top of its line box, the box's height, and the baseline below that top."""

    x: float
    y: float
    line: Line
    leading: float
    baseline: float
    tag: Element | None = None

    @property
    def bottom(self) -> float:
        """Where the line's box ends."""
        return self.y + self.leading


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, level or (``upright``) plumb."""

    x: float
    y: float
    length: float
    thickness: float
    colour: str
    dash: tuple[float, float] | None = None
    upright: bool = False

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.y + (self.length if self.upright else 0)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: filled, or outlined when ``outline`` gives a line's thickness."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    outline: float | None = None

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle about its middle: filled, or a ring when ``outline`` gives a line's thickness."""

    x: float
    y: float
    radius: float
    colour: str
    outline: float | None = None
    tag: Element | None = None

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.y + self.radius


@dataclass(frozen=True, slots=True)
class Hatching:
    """Black diagonals on white: the sign of an internal copy, which no brand can change."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Image:
    """A picture by the SHA-256 of its bytes."""

    x: float
    y: float
    width: float
    height: float
    media: str
    tag: Element | None = None

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class LogoMark:
    """The brand's mark, so high."""

    x: float
    y: float
    height: float
    tag: Element | None = None

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Unseen:
    """Something that is read and not drawn: an empty cell of a table, or one whose sign is the absence of any.

    Or a place for what is drawn later, and for the notes that it calls.
    """

    y: float
    tag: Element
    notes: tuple[int, ...] = ()

    @property
    def bottom(self) -> float:
        """Where it would be."""
        return self.y


Mark = TextMark | Rule | Box | Dot | Hatching | Image | LogoMark | Strokes | Unseen


def lowered(mark: Mark, by: float) -> Mark:
    """Return a mark so much further down."""
    return replace(mark, y=mark.y + by)
