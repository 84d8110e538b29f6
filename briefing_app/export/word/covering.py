"""Whether a text is made of allowed texts alone, each whole: stricter than for pages, since Word keeps texts as they were given."""

import re
from collections import defaultdict
from collections.abc import Iterable

from briefing_app.wordfile.elements import holdable

BETWEEN = (", ", ". ", ".", " ", "  ", "\t", "\n", "\u00a0", "\u2002")
"""What the writer puts between two texts."""
_HOLES = {"{page}": "[0-9]{1,4}", "{pages}": "[0-9]{1,4}", "{sheet}": "[A-Z]{1,2}"}


class Cover:
    """Allowed texts, ready to be laid over others. Patterns have {page}, {pages} or {sheet} for any number or letter."""

    def __init__(self, allowed: Iterable[str]) -> None:
        self._whole: dict[str, set[str]] = defaultdict(set)
        self._patterns: list[re.Pattern[str]] = []
        for text in (*BETWEEN, *allowed):
            held = holdable(text)
            if any(hole in held for hole in _HOLES):
                pieces = re.split(r"(\{(?:page|pages|sheet)\})", held)
                self._patterns.append(re.compile("".join(_HOLES.get(piece, re.escape(piece)) for piece in pieces)))
            elif held:
                self._whole[held[0]].add(held)

    def stranger(self, text: str) -> str:
        """Return the beginning of what no allowed text covers, the empty string when all is covered."""
        reached = {0}
        for place in range(len(text)):
            if place in reached:
                reached |= {place + len(held) for held in self._whole.get(text[place], ()) if text.startswith(held, place)}
                reached |= {found.end() for pattern in self._patterns if (found := pattern.match(text, place))}
        furthest = max(reached)
        return "" if furthest == len(text) else text[furthest : furthest + 60]
