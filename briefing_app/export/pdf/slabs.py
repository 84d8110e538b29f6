"""Slabs: what a page is built of, each measured before it has a place; and how one that no page can hold is cut."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from briefing_app.export.pdf.marks import Box, Mark, Rule, TextMark, Unseen, lowered
from briefing_app.export.pdf.tagging.elements import Element


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a slab a placement stands: x from the live edge, y from the slab's top, in points."""

    placement: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """What stands behind or beside the slabs it is given to, as one on each page: gets their height, returns marks."""

    paint: Callable[[float], tuple[Mark, ...]]


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the file's outline; level 0 is the highest."""

    level: int
    text: str
    key: str = ""
    """A name of its own, for what leads to it: ``#key`` is then a piece's target."""


@dataclass(frozen=True, slots=True, eq=False)
class Slab:
    """Something that stands on one page. Spaces in points; ``before`` falls away at a page's head, ``after`` at its foot."""

    height: float
    marks: tuple[Mark, ...] = ()
    before: float = 0.0
    after: float = 0.0
    collapse: bool = False
    """Whether ``before`` counts only in so far as the space above is less."""
    closed: bool = False
    """Whether the space after it stands for the next one's space before: a block that has a border of its own."""
    snap: bool = False
    """Whether it begins on the half-line grid."""
    glue: bool = False
    """Whether the next slab must begin on the same page."""
    new_page: bool = False
    front: bool = False
    """Whether it is a cover, or contents: nothing else follows on its page."""
    at_foot: bool = False
    """Whether it stands at the foot of its page, above the notes."""
    optional: bool = False
    """Whether it may be left out where there is no room: empty lines to write on."""
    head: tuple["Slab", ...] = ()
    """What is repeated above it where it begins a page."""
    frame: Frame | None = None
    spots: tuple[Spot, ...] = ()
    bookmark: Bookmark | None = None
    repeated: bool = False
    """Whether it was read before: a table's head on each page after the first."""
    part: int = -1
    """Which part of the briefing it belongs to."""
    also_notes: tuple[int, ...] = ()
    """Notes that nothing calls and that are printed with it all the same."""

    @property
    def notes(self) -> tuple[int, ...]:
        """The notes that belong on its page, in order."""
        called = tuple(note for mark in self.marks if isinstance(mark, TextMark) for note in mark.line.notes)
        return called + self.also_notes


def cut(slab: Slab, room: float) -> tuple[Slab, Slab]:
    """Return a slab higher than ``room`` in two: all lines that fit, and the rest; no line of text is cut through.

    What is read keeps its order: of two columns, the first may go on over the page and is heard before the second all the same.
    """
    at = _between_lines(slab, room)
    upper: list[Mark] = list(_places(slab))
    lower: list[Mark] = []
    for mark in slab.marks:
        if mark.bottom <= at + 0.01:
            upper.append(mark)
        elif mark.y >= at - 0.01 or isinstance(mark, TextMark):
            lower.append(lowered(mark, -at))
        else:
            over, under = _divided(mark, at)
            upper.append(over)
            lower.append(under)
    spots = [_divided_spot(spot, at) for spot in slab.spots]
    first = replace(
        slab,
        height=at,
        marks=tuple(upper),
        after=0.0,
        glue=False,
        at_foot=False,
        also_notes=(),
        spots=tuple(a for a, _ in spots if a),
    )
    rest = replace(
        slab,
        height=slab.height - at,
        marks=tuple(lower),
        before=0.0,
        new_page=False,
        bookmark=None,
        snap=False,
        spots=tuple(b for _, b in spots if b),
    )
    return first, rest


def _places(slab: Slab) -> Iterator[Unseen]:
    """Yield a place for all that is read of a slab, in order; what is spoken is said where it stands, in what has its place."""
    called: dict[Element, tuple[int, ...]] = {}
    for mark in slab.marks:
        tag: Element | None = getattr(mark, "tag", None)
        if tag and (told := tag.parent if tag.spoken else tag):
            called[told] = called.get(told, ()) + (mark.line.notes if isinstance(mark, TextMark) else ())
    for told, notes in called.items():
        yield Unseen(0.0, told, notes)


def _between_lines(slab: Slab, room: float) -> float:
    texts = [mark for mark in slab.marks if isinstance(mark, TextMark)]
    at = room
    while straddling := [mark.y for mark in texts if mark.y < at - 0.01 and mark.bottom > at + 0.01]:
        if min(straddling) <= 0:
            break
        at = min(straddling)
    below = {mark.y for mark in texts if mark.y >= at - 0.01}
    above = max((mark.y for mark in texts if mark.y < at - 0.01), default=0.0)
    if len(below) == 1 and above > 0:
        # The last line takes the one before it along.
        at = above
    # A first line higher than the room itself: nothing can help, it is printed where it stands.
    return at if at > 0 else room


def _divided(mark: Mark, at: float) -> tuple[Mark, Mark]:
    if isinstance(mark, Box):
        return replace(mark, height=at - mark.y), replace(mark, y=0.0, height=mark.bottom - at)
    if isinstance(mark, Rule):
        return replace(mark, length=at - mark.y), replace(mark, y=0.0, length=mark.bottom - at)
    return mark, lowered(mark, -at)


def _divided_spot(spot: Spot, at: float) -> tuple[Spot | None, Spot | None]:
    end = spot.y + spot.height
    over = replace(spot, height=min(end, at) - spot.y) if spot.y < at else None
    under = replace(spot, y=max(spot.y - at, 0.0), height=end - max(spot.y, at)) if end > at else None
    return over, under
