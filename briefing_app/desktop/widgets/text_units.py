"""Code points, in which the domain counts, and UTF-16 units, in which Qt does."""

from itertools import accumulate


class Units:
    """Code points to UTF-16 units and back; the same numbers unless the text goes beyond U+FFFF."""

    def __init__(self, text: str) -> None:
        astral = bool(text) and max(text) > "\uffff"
        self._starts = [0, *accumulate(2 if character > "\uffff" else 1 for character in text)] if astral else None
        self._back = {unit: place for place, unit in enumerate(self._starts)} if self._starts else {}
        self.length = self._starts[-1] if self._starts else len(text)
        self._points = len(text)

    def to_qt(self, offset: int) -> int:
        """Return the unit at which a code point begins; beyond the text, its nearer end."""
        offset = max(0, min(self._points, offset))
        return self._starts[offset] if self._starts else offset

    def to_domain(self, unit: int) -> int:
        """Return the code point that a unit begins or lies in; beyond the text, its nearer end."""
        unit = max(0, min(self.length, unit))
        # Within a pair there is no code point's border: the one before it.
        return self._back.get(unit, self._back.get(unit - 1, 0)) if self._starts else unit
