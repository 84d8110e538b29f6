"""Runs of characters as pieces: stretches of one line without a wide gap, their words parted by what the file or a gap says."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from operator import sub

from briefing_app.reading.pdf.characters import Run, after_blank
from briefing_app.reading.pdf.inks import Ink
from briefing_app.reading.pdf.tags import Tag

ASCENT, DESCENT = 0.76, 0.24
"""How far letters reach above and below the baseline, as shares of their size."""
_WIDE = 0.8
"""A gap of so many ems may part two columns; what does not is joined again later."""
_SPACE_MOVED = 0.14
"""Ems of a gap between two drawing operations that parts words."""
_HAIR = 0.02
"""Ems from which a blank that the file writes is one to the eye."""
_TWICE = 0.3
_BACK = 0.6
"""Ems that neighbours may overlap by."""


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
    tag: Tag | None = None
    """What the file itself says that its first words are part of."""

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


def pieces_of(runs: Sequence[Run]) -> list[Piece]:
    """Return the pieces of runs of one direction."""
    made: list[_Making] = []
    for run in runs:
        for segment in _segments(run):
            if made and made[-1].takes(segment):
                made[-1].add(segment)
            else:
                made.append(_Making(segment))
        if made and run.trails:
            made[-1].blank = True
    return _once([one.piece() for one in made])


def _once(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces without those drawn twice to look bold, or to cast a shadow."""
    kept: list[Piece] = []
    alike: dict[str, list[Piece]] = {}
    for piece in pieces:
        others = alike.setdefault(piece.text, [])
        near = _TWICE * piece.size
        if not any(abs(one.left - piece.left) < near and abs(one.baseline - piece.baseline) < near for one in others):
            kept.append(piece)
        others.append(piece)  # each copy of many may stand a little further off
    return kept


@dataclass(slots=True)
class _Segment:
    """A part of a run without a wide gap: its text, edges, the offsets and edges of its words, and whether a blank came before."""

    ink: Ink
    baseline: float
    text: str
    left: float
    right: float
    stops: list[tuple[int, float]]
    blank: bool
    raised: list[tuple[int, int]]
    tag: Tag | None


def _segments(run: Run) -> list[_Segment]:
    """Return the segments of a run."""
    ink, size, lefts, rights = run.ink, run.ink.size, run.lefts, run.rights
    gaps = list(map(sub, lefts[1:], rights))
    if not gaps or (_HAIR * size < min(gaps) and max(gaps) < _WIDE * size):
        # Plain words one after the other, as nearly all are.
        starts = list(accumulate(map(len, run.words), after_blank, initial=0))
        raised = [(starts[number] + one, starts[number] + two) for number, (one, two) in run.raised.items()] if run.raised else []
        stops = list(zip(starts, lefts, strict=False))
        return [_Segment(ink, run.baseline, " ".join(run.words), lefts[0], rights[-1], stops, run.leads, raised, run.tag)]
    found: list[_Segment] = []
    open_: _Segment | None = None
    for number, (word, left, right) in enumerate(zip(run.words, lefts, rights, strict=True)):
        if open_ is None or not -_BACK * size < left - open_.right < _WIDE * size:
            open_ = _Segment(ink, run.baseline, word, left, right, [(0, left)], run.leads and not found, [], run.tag)
            found.append(open_)
        else:
            if left - open_.right > _HAIR * size:
                open_.text += " "
                open_.stops.append((len(open_.text), left))
            open_.text += word
            open_.right = max(open_.right, right)
        if number in run.raised:
            start = len(open_.text) - len(word)
            open_.raised.append((start + run.raised[number][0], start + run.raised[number][1]))
    return found


class _Making:
    """A piece being made of segments on one baseline; most are made of one."""

    __slots__ = ("_first", "_last", "_others", "_right", "_stops", "_text", "blank")

    def __init__(self, first: _Segment) -> None:
        self._first = self._last = first
        self._others: list[_Segment] = []
        self._text = first.text
        self._right = first.right
        self._stops = first.stops
        self.blank = False
        """Whether a blank of the file's own came last."""

    def takes(self, segment: _Segment) -> bool:
        first = self._first
        size = first.ink.size
        return (
            abs(segment.baseline - first.baseline) < 0.1 * size
            and 0.7 < segment.ink.size / size < 1.4
            and -_BACK * size < segment.left - self._right < _WIDE * size
        )

    def add(self, segment: _Segment) -> None:
        size = self._first.ink.size
        if segment.text == self._last.text and abs(segment.left - self._last.left) < _TWICE * size:
            return  # drawn twice to look bold
        self._last = segment
        text, space = self._text, segment.left - self._right
        # Between two drawing operations the file may leave the blank out that it writes within one.
        if space > _SPACE_MOVED * size or ((self.blank or segment.blank) and space > _HAIR * size):
            text += " "
        start = len(text)
        self._stops += [(start + at, x) for at, x in (segment.stops if text[-1] == " " else segment.stops[1:])]
        segment.raised = [(start + one, start + two) for one, two in segment.raised]
        self._others.append(segment)
        self._text = text + segment.text
        self._right = max(self._right, segment.right)
        self.blank = False

    def piece(self) -> Piece:
        first, ink = self._first, self._first.ink
        size, bold, italic, raised = ink.size, ink.bold, ink.italic, first.raised
        if self._others:
            parts = [first, *self._others]
            many = len(self._text)
            sizes: dict[float, int] = {}
            for one in parts:
                sizes[one.ink.size] = sizes.get(one.ink.size, 0) + len(one.text)
            size = max(sizes, key=sizes.__getitem__)
            bold = 2 * sum(len(one.text) for one in parts if one.ink.bold) > many
            italic = 2 * sum(len(one.text) for one in parts if one.ink.italic) > many
            raised = [place for one in parts for place in one.raised]
        text, left, baseline = self._text, first.left, first.baseline
        return Piece(text, left, self._right, baseline, size, bold, italic, ink.font, self._stops, raised, first.tag)


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
    left = stops[0][1]
    return replace(piece, text=text, left=left, right=max(right, left + 1), stops=stops, raised=[])
