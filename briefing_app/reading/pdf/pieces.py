"""Runs of characters as pieces: stretches of one line without a wide gap, their words parted by what the file or a gap says."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefing_app.reading.pdf.characters import Ink, Run

ASCENT, DESCENT = 0.76, 0.24
"""How far letters reach above and below the baseline, as shares of their size."""
_WIDE = 0.8
"""A gap of so many ems may part two columns; what does not is joined again later."""
_SPACE_WRITTEN, _SPACE_MOVED = 0.28, 0.14
"""Ems of a gap that parts words, where the file writes spaces as characters and where it only moves on."""
_RAISED = (0.12, 0.75)
"""Shares of a line's size that a small sign stands above or below the baseline by."""
_SMALL = 0.85


@dataclass(slots=True)
class Piece:
    """A stretch of a line.

    ``stops`` are offsets in its text where words begin, with their left edges; ``raised`` are small high signs.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    italic: bool
    font: str
    stops: list[tuple[int, float]]
    raised: list[tuple[int, int]] = field(default_factory=list)

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.baseline - ASCENT * self.size

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.baseline + DESCENT * self.size

    @property
    def width(self) -> float:
        """How long it is."""
        return self.right - self.left


def writes_spaces(runs: Iterable[Run]) -> bool:
    """Tell whether a page's file writes its spaces as characters."""
    blanks = letters = 0
    for run in runs:
        inner = run.signs.strip()
        blank = inner.count(" ")
        blanks += blank + (run.signs[-1:] == " ")
        letters += len(inner) - blank
    return blanks > 0.06 * letters


def pieces_of(runs: Sequence[Run]) -> list[Piece]:
    """Return the pieces of runs of one direction."""
    gap = _SPACE_WRITTEN if writes_spaces(runs) else _SPACE_MOVED
    made: list[_Making] = []
    open_: _Making | None = None
    for run in runs:
        if open_ is None or not open_.takes(run):
            open_ = _Making(run.ink, gap)
            made.append(open_)
        open_.begins = True
        for sign, left, right in zip(run.signs, run.lefts, run.rights, strict=True):
            if sign == " ":
                open_.blank = True
            elif open_.fits(left):
                open_.add(sign, left, right, run.ink)
            else:
                open_ = _Making(run.ink, gap)
                made.append(open_)
                open_.add(sign, left, right, run.ink)
    return [one.piece() for one in made if one.signs]


class _Making:
    def __init__(self, ink: Ink, gap: float) -> None:
        self._ink = ink
        self._gap = gap
        self.signs: list[str] = []
        self._stops: list[tuple[int, float]] = []
        self._left = self._right = 0.0
        self._bold = self._italic = 0
        self._sizes: Counter[float] = Counter()
        self.blank = False
        """Whether a blank of the file's own came last."""
        self.begins = True
        """Whether what comes next is the first of a run."""
        self._last = ("", 0.0, 0.0)

    def takes(self, run: Run) -> bool:
        return (
            bool(self.signs)
            and abs(run.ink.baseline - self._ink.baseline) < 0.1 * self._ink.size
            and 0.7 < run.ink.size / self._ink.size < 1.4
        )

    def fits(self, left: float) -> bool:
        if not self.signs:
            return True
        size = self._ink.size
        return -0.6 * size < left - self._right < _WIDE * size

    def add(self, sign: str, left: float, right: float, ink: Ink) -> None:
        if not self.signs:
            self._left = left
            self._stops.append((0, left))
        else:
            last, last_left, last_right = self._last
            if sign == last and abs(left - last_left) < 0.35 * (last_right - last_left):
                return  # drawn twice to look bold
            space = left - self._right
            # Between two drawing operations the file may leave the blank out that it writes within one.
            gap = _SPACE_MOVED if self.begins else self._gap
            if space > gap * self._ink.size or (self.blank and space > 0.02 * self._ink.size):
                self.signs.append(" ")
                self._stops.append((len(self.signs), left))
        self.blank = self.begins = False
        self._last = (sign, left, right)
        self.signs.append(sign)
        self._right = max(self._right, right) if len(self.signs) > 1 else right
        self._sizes[ink.size] += 1
        self._bold += ink.bold
        self._italic += ink.italic

    def piece(self) -> Piece:
        many = len(self.signs)
        return Piece(
            "".join(self.signs),
            self._left,
            self._right,
            self._ink.baseline,
            self._sizes.most_common(1)[0][0],
            2 * self._bold > many,
            2 * self._italic > many,
            self._ink.font,
            self._stops,
        )


def cut(piece: Piece, edges: Sequence[float]) -> list[Piece]:
    """Return a piece cut before the words that begin behind each edge it crosses."""
    crossed = [edge for edge in edges if piece.left + 1 < edge < piece.right - 1]
    if not crossed or len(piece.stops) < 2:
        return [piece]
    starts = [0]
    for edge in crossed:
        nearest = min(piece.stops[1:], key=lambda stop: abs(stop[1] - edge))
        if nearest[1] >= edge - 0.35 * piece.size and nearest[0] > starts[-1]:
            starts.append(nearest[0])
    return [_part(piece, start, end) for start, end in zip(starts, [*starts[1:], len(piece.text)], strict=True)]


def _part(piece: Piece, start: int, end: int) -> Piece:
    stops = [(at - start, x) for at, x in piece.stops if start <= at < end]
    text = piece.text[start:end].rstrip()
    after = next((x for at, x in piece.stops if at >= end), None)
    right = piece.right if after is None else after - 0.3 * piece.size
    return Piece(
        text, stops[0][1], max(right, stops[0][1] + 1), piece.baseline, piece.size, piece.bold, piece.italic, piece.font, stops
    )
