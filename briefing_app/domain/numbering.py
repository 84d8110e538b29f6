"""Numbers of recommendations: without gaps in each audience's copy, frozen for it at its first hand-over."""

import re
from collections.abc import Mapping, Sequence

_NUMBER = re.compile(r"R(\d+)([a-z]*)", re.ASCII)


def numbered(order: Sequence[str], frozen: Mapping[str, str]) -> dict[str, str]:
    """Return the number of each ask (placement identifiers in the order they print) for one audience.

    With nothing frozen: R1, R2, … Frozen asks keep their number for ever. A new one between them is a letter to the one
    before it (R3a, R3b … R3z, R3za); one after all of them, or before all, takes the next whole number never used. An ask
    that was dropped leaves its gap, and its number is not given again.
    """
    order = list(dict.fromkeys(order))
    if not frozen:
        return {ask: f"R{number}" for number, ask in enumerate(order, 1)}
    used = set(frozen.values())
    following = max((_whole(number) for number in used), default=0) + 1
    last_kept = max((place for place, ask in enumerate(order) if ask in frozen), default=-1)
    numbers: dict[str, str] = {}
    before: int | None = None
    for place, ask in enumerate(order):
        if ask in frozen:
            numbers[ask] = frozen[ask]
            before = _whole(frozen[ask])
        elif before is not None and place < last_kept:
            numbers[ask] = _lettered(before, used)
        else:
            numbers[ask] = f"R{following}"
            following += 1
        used.add(numbers[ask])
    return numbers


def frozen_with(frozen: Mapping[str, str], numbers: Mapping[str, str]) -> dict[str, str]:
    """Return the frozen numbers after a hand-over: those there were, and those now given out."""
    return {**numbers, **frozen}


def is_number(text: str) -> bool:
    """Tell whether a text is a recommendation's number: R3, R3a."""
    return _NUMBER.fullmatch(text) is not None


def _whole(number: str) -> int:
    found = _NUMBER.fullmatch(number)
    if not found:
        raise ValueError(f"not a recommendation number: {number!r}")
    return int(found.group(1))


def _lettered(whole: int, used: set[str]) -> str:
    prefix = f"R{whole}"
    while True:
        for letter in "abcdefghijklmnopqrstuvwxyz":
            if prefix + letter not in used:
                return prefix + letter
        prefix += "z"
