"""Words set in lines: left-aligned, never hyphenated, no stub at a paragraph's end, headings balanced."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from briefing_app.domain.leaning import leans
from briefing_app.export.pdf.ties import parted
from briefing_app.export.pdf.words import Fragment, Piece, Word, joined, missing_in, words_of

LAST_LINE = 0.16
"""Least length of a paragraph's last line, of the measure."""
NARROWED_BY = 48.0
"""So much narrower, in points, may a paragraph be set for the sake of its last line."""
_ROUNDING = 0.01
_STEP = 4.0
_BREATHS_BACK = 4
"""So many words may move to the next line together, to keep what is read in one breath."""
_BREAKING_SIGNS = "/-–—_.?&=,;:@"


class Manner(Enum):
    """How lines are set."""

    RUNNING = "running"
    """Text: greedy, with a last line that is no stub."""
    BALANCED = "balanced"
    """Headings: as even as they go, none ending in a weak word."""
    PLAIN = "plain"
    """Labels and cells: greedy."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as set: fragments with their distance from the line's start, its width without the space at its end, its notes."""

    fragments: tuple[tuple[float, Fragment], ...]
    width: float
    start: float = 0.0
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """A paragraph as set. Heights are points from its top; ``broken`` are words that no line could take whole."""

    lines: tuple[Line, ...]
    leading: float
    baseline: float
    broken: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def height(self) -> float:
        """Height of all lines."""
        return len(self.lines) * self.leading

    @property
    def width(self) -> float:
        """Width of the widest line."""
        return max((line.start + line.width for line in self.lines), default=0.0)


@lru_cache(maxsize=16_384)
def set_text(
    pieces: tuple[Piece, ...], measure: float, manner: Manner = Manner.RUNNING, hang: float = 0.0, language: str = "en"
) -> Setting:
    """Return pieces set in lines of ``measure`` points; the first begins ``hang`` points before the others. No pieces: no lines.

    The result is kept: an edit of one paragraph sets that paragraph again, not its neighbours.
    """
    if not pieces:
        return Setting((), 0.0, 0.0)
    style = pieces[0].style
    words, broken = _unbroken(words_of(pieces), measure)
    missing = tuple(dict.fromkeys(character for piece in pieces for character in missing_in(piece.text, piece.style)))
    breaks = _SETTERS[manner](_Measured(words, hang, language), measure) if words else []
    lines = tuple(
        _line(words[start:end], -hang if start == 0 else 0.0, last=end == len(words))
        for start, end in zip([0, *breaks], breaks, strict=False)
    )
    return Setting(lines, style.leading, style.baseline, broken, missing)


def width_of(pieces: tuple[Piece, ...]) -> float:
    """Return how wide pieces are on one line."""
    words = words_of(pieces)
    return sum(word.width + (word.space.width if word.space and word is not words[-1] else 0) for word in words)


class _Measured:
    """Words with what the search for line ends needs."""

    def __init__(self, words: tuple[Word, ...], hang: float, language: str) -> None:
        self.words = words
        self.hang = hang
        self.language = language

    def breaks(self, measure: float, *, weak_words: bool = False) -> list[int]:
        """Return where each line ends: as many words as fit, less what must not be parted from the next."""
        words, ends, start = self.words, [], 0
        room = measure + self.hang
        used = 0.0
        place = 0
        while place < len(words):
            word = words[place]
            if place > start and used + word.width > room + _ROUNDING:
                end = self._end(start, place, weak_words=weak_words)
                ends.append(end)
                start = place = end
                room, used = measure, 0.0
                continue
            used += word.width + (word.space.width if word.space else 0.0)
            place += 1
        return [*ends, len(words)]

    def _end(self, start: int, place: int, *, weak_words: bool) -> int:
        for end in range(place, max(start, place - _BREATHS_BACK), -1):
            if self._may_end(end) and not (weak_words and leans(self.words[end - 1].text, self.language)):
                return end
        return place

    def _may_end(self, end: int) -> bool:
        return end == 0 or parted(self.words[end - 1].text, self.words[end].text)

    def last_width(self, breaks: list[int]) -> float:
        """Return the width of the last line."""
        last = self.words[breaks[-2] if len(breaks) > 1 else 0 :]
        return sum(word.width + (word.space.width if word.space else 0.0) for word in last) - (
            last[-1].space.width if last[-1].space else 0
        )


def _plain(words: _Measured, measure: float) -> list[int]:
    return words.breaks(measure)


def _running(words: _Measured, measure: float) -> list[int]:
    breaks = words.breaks(measure)
    least = LAST_LINE * measure
    if len(breaks) < 2 or words.last_width(breaks) >= least:
        return breaks
    narrower = measure
    while narrower > measure - NARROWED_BY:
        narrower -= _STEP
        tried = words.breaks(narrower)
        if len(tried) > len(breaks):
            break
        if words.last_width(tried) >= least:
            return tried
    return breaks


def _balanced(words: _Measured, measure: float) -> list[int]:
    breaks = words.breaks(measure, weak_words=True)
    narrow, wide = measure * 0.45, measure
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        tried = words.breaks(middle, weak_words=True)
        if len(tried) > len(breaks) or any(words.words[end - 1].width > middle for end in tried):
            narrow = middle
        else:
            wide, breaks = middle, tried
    return breaks


_SETTERS: dict[Manner, Callable[[_Measured, float], list[int]]] = {
    Manner.RUNNING: _running,
    Manner.BALANCED: _balanced,
    Manner.PLAIN: _plain,
}


def _unbroken(words: tuple[Word, ...], measure: float) -> tuple[tuple[Word, ...], tuple[str, ...]]:
    """Return the words, those wider than a line cut in pieces that fit, and which were cut."""
    if all(word.width <= measure + _ROUNDING for word in words):
        return words, ()
    parts: list[Word] = []
    broken: list[str] = []
    for word in words:
        if word.width <= measure + _ROUNDING:
            parts.append(word)
        else:
            parts += _cut(word, measure)
            broken.append(word.text)
    return tuple(parts), tuple(broken)


def _cut(word: Word, measure: float) -> list[Word]:
    pieces: list[list[Fragment]] = [[]]
    room = measure
    for whole in word.fragments:
        rest = whole
        while rest.width > room:
            at = _fitting(rest, room, at_least=0 if pieces[-1] else 1)
            if at:
                pieces[-1].append(_part(rest, 0, at))
            rest = _part(rest, at, len(rest.text))
            pieces.append([])
            room = measure
        if rest.text:
            pieces[-1].append(rest)
            room -= rest.width
    made = [Word(tuple(part), sum(f.width for f in part), "".join(f.text for f in part), None) for part in pieces if part]
    return [*made[:-1], replace(made[-1], space=word.space, notes=word.notes)]


def _fitting(fragment: Fragment, room: float, at_least: int) -> int:
    """Return how many characters fit, rather up to a sign that a long address can be parted after."""
    used = 0.0
    count = 0
    for advance in fragment.face.measured(fragment.text):
        used += advance * fragment.size / 1000
        if used > room:
            break
        count += 1
    signs = max((fragment.text.rfind(sign, count * 2 // 3, count) for sign in _BREAKING_SIGNS), default=-1)
    return max(signs + 1 if signs >= 0 else count, at_least)


def _part(fragment: Fragment, start: int, end: int) -> Fragment:
    text = fragment.text[start:end]
    width = sum(fragment.face.measured(text)) * fragment.size / 1000
    return replace(fragment, text=text, shifts=fragment.face.shifts(text), width=width)


def _line(words: tuple[Word, ...], start: float, *, last: bool) -> Line:
    fragments: list[Fragment] = []
    for word in words[:-1]:
        fragments += word.fragments
        if word.space:
            fragments.append(word.space)
    fragments += words[-1].fragments
    # The space at a line's end is printed too, or a reader of the text would take two words for one.
    space = None if last else words[-1].space
    width = sum([fragment.width for fragment in fragments])
    notes = tuple(note for word in words for note in word.notes)
    return Line(tuple(_placed([*fragments, space] if space else fragments, start)), width, start, notes)


def _placed(fragments: list[Fragment], start: float) -> Iterator[tuple[float, Fragment]]:
    """Yield fragments, those alike in a row as one, with their distance from the line's start."""
    x = start
    run = fragments[:1]
    for fragment in fragments[1:]:
        if not run[-1].alike(fragment):
            whole = joined(run)
            yield x, whole
            x += whole.width
            run = []
        run.append(fragment)
    yield x, joined(run)
