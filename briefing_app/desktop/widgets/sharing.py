"""How things that stand in one row share its width when they do not all fit: the longest give way, the short ones stay whole."""

from collections.abc import Sequence


def shared(wanted: Sequence[float], room: float) -> list[float]:
    """Return the width each gets, in the order asked: what it wants, or less for the longest ones, all of these alike.

    The sum is at most ``room``; nobody gets less than nothing.
    """
    left, waiting = max(0.0, room), len(wanted)
    given = [0.0] * len(wanted)
    for place in sorted(range(len(wanted)), key=lambda each: wanted[each]):
        given[place] = min(wanted[place], left / waiting)
        left -= given[place]
        waiting -= 1
    return given
