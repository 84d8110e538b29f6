"""Blocks of a page in the order a reader takes them (T. M. Breuel, High performance document layout analysis, 2003)."""

from collections.abc import Sequence

from briefing_app.domain.printed import Box

_BAND = 10.0
"""Points of white from side to side that part one zone of a page from the next."""

_JUTTING = 0.04
"""Share of its width by which a box may jut over one beside it: a title set over a column is a little longer now and then."""
_OFF_MIDDLE = 0.04
"""Share of the text's width by which a line may miss the middle: ragged columns end anywhere."""


def ordered(boxes: Sequence[Box]) -> list[int]:
    """Return the numbers of the boxes in reading order: what is above first, and what is left unless something spans between.

    What a white band across the page parts is never read across it.
    """
    many = len(boxes)
    zones = _zones(boxes)
    before: list[set[int]] = [set() for _ in range(many)]
    for one in range(many):
        for two in range(many):
            if one != two and (zones[one] < zones[two] or (zones[one] == zones[two] and _precedes(boxes, one, two))):
                before[two].add(one)
    order: list[int] = []
    waiting = sorted(range(many), key=lambda at: (boxes[at].top, boxes[at].left))
    done: set[int] = set()
    while waiting:
        # Where boxes wait for one another, the highest goes first.
        ready = next((at for at in waiting if before[at] <= done), waiting[0])
        waiting.remove(ready)
        done.add(ready)
        order.append(ready)
    return order


def _zones(boxes: Sequence[Box]) -> list[int]:
    """Return for each box how many white bands lie above it."""
    zones = [0] * len(boxes)
    reached, zone = -_BAND, -1
    left, right = min((box.left for box in boxes), default=0.0), max((box.right for box in boxes), default=0.0)
    middle, near = (left + right) / 2, max(_BAND, _OFF_MIDDLE * (right - left))
    alone: Box | None = None
    for at in sorted(range(len(boxes)), key=lambda index: boxes[index].top):
        # A line in the middle of the page, with nothing beside it, heads what is below, however near.
        heads = alone is not None and abs((alone.left + alone.right) / 2 - middle) < near
        if boxes[at].top - reached >= (0 if heads else _BAND):
            zone += 1
            alone = boxes[at]
        else:
            alone = None
        zones[at] = zone
        reached = max(reached, boxes[at].bottom)
    return zones


def _precedes(boxes: Sequence[Box], a: int, b: int) -> bool:
    one, two = boxes[a], boxes[b]
    narrower = min(one.right - one.left, two.right - two.left)
    if min(one.right, two.right) - max(one.left, two.left) > max(1, _JUTTING * narrower):
        return one.top + one.bottom < two.top + two.bottom
    if (one.left + one.right) > (two.left + two.right):
        return False
    low, high = min(one.bottom, two.bottom), max(one.top, two.top)
    return not any(
        low <= (box.top + box.bottom) / 2 <= high and box.left < one.right and two.left < box.right
        for c, box in enumerate(boxes)
        if c not in (a, b)
    )
