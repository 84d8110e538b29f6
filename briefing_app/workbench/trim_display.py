"""A trimming as it is shown: the whole original with what is left out, put in and changed, and every place told both ways.

Places of the display are code points of ``Display.text``; places of the source are those of ``trimming.Place``.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, chain

from briefing_app.checks.scene import Stretch
from briefing_app.composition.marks import without_outer
from briefing_app.domain.excerpt import ExcerptKind
from briefing_app.domain.fidelity.cuts import whole_words
from briefing_app.domain.fidelity.edits import OMISSION_SIGN, Case, Edit, Insert, Omit, silent_cut
from briefing_app.domain.reading import DamageKind, Shown, shown_with_origins
from briefing_app.domain.span import Span, covered
from briefing_app.workbench.trimming import Part, Place, Trimming

LONGEST_OPEN = 12
"""How many left-out words are shown struck; more close to a line that counts them."""


class DisplayKind(StrEnum):
    """What a run of the display is."""

    KEPT = "kept"
    OMITTED = "omitted"
    CASE = "case"
    SIGN = "sign"
    INSERTED = "inserted"
    CLOSED = "closed"
    """The app's own words in place of many that are left out."""
    GAP = "gap"
    """A space of ours around a sign or an insertion."""
    BREAK = "break"
    """The end of a stretch."""


@dataclass(frozen=True, slots=True)
class DisplayRun:
    """A run of the display. ``origins`` are the source's code points its own come from; ``span`` what it stands for there."""

    kind: DisplayKind
    text: str
    stretch: int
    span: Span
    origins: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Display:
    """All runs in order. ``soft`` are outer quotation marks, which composition sets; ``damaged`` kept words that are hurt."""

    runs: tuple[DisplayRun, ...]
    text: str
    starts: tuple[int, ...]
    stretches: tuple[Span, ...]
    """Where each stretch is in the display."""
    origins: tuple[int, ...]
    ends: tuple[int, ...]
    """Where each stretch ends in its reading."""
    sources: tuple[str, ...]
    soft: tuple[Span, ...] = ()
    damaged: tuple[Span, ...] = ()

    def run_at(self, position: int) -> tuple[DisplayRun, Span] | None:
        """Return the run that holds the code point after a position, and where it is in the display; None at the end."""
        index = bisect_right(self.starts, position) - 1
        if index < 0 or position >= self.starts[index] + len(self.runs[index].text):
            return None
        return self.runs[index], Span(self.starts[index], self.starts[index] + len(self.runs[index].text))

    def insertions(self, start: int, end: int) -> tuple[Part, ...]:
        """Return the places of the insertions that a selection of the display meets."""
        return tuple(
            Part(run.stretch, run.span)
            for run, first in zip(self.runs, self.starts, strict=True)
            if run.kind is DisplayKind.INSERTED and Span(first, first + len(run.text)).meets(Span(start, end))
        )

    def place_at(self, position: int) -> Place:
        """Return the place in the source of a position of the display, from 0 to its length."""
        stretch = self._stretch_at(position)
        if position < self.stretches[stretch].end:
            return Place(stretch, self.origins[position])
        return Place(stretch, self.ends[stretch])

    def position_of(self, place: Place) -> int:
        """Return the position of a place: before the first code point that comes from it or from behind it."""
        there = self.stretches[place.stretch]
        return bisect_left(self.origins, place.at, there.start, there.end)

    def position_after(self, place: Place) -> int:
        """Return the position of a place, after the insertions and signs that stand at it."""
        position = self.position_of(place)
        while (found := self.run_at(position)) and found[0].stretch == place.stretch and found[0].kind in _OURS:
            if found[0].origins[0] > place.at:
                break
            position = found[1].end
        return position

    def chosen(self, start: int, end: int) -> tuple[Part, ...]:
        """Return the source's passages that a selection of the display is of, one a stretch, made whole words.

        A sign or a counting line stands for all that it leaves out, an insertion for the place it was put in.
        """
        return self._parts(start, end, _STANDING)

    def _parts(self, start: int, end: int, kinds: Collection[DisplayKind]) -> tuple[Part, ...]:
        found: dict[int, Span] = {}
        for run, first in zip(self.runs, self.starts, strict=True):
            inside = Span(first, first + len(run.text)).common(Span(start, end))
            if not inside or run.kind not in kinds:
                continue
            span = run.span
            if run.kind in {DisplayKind.KEPT, DisplayKind.OMITTED}:
                ends = (*run.origins, run.span.end)
                span = Span(run.origins[inside.start - first], max(run.origins[inside.start - first], ends[inside.end - first]))
            held = found.get(run.stretch, span)
            found[run.stretch] = Span(min(held.start, span.start), max(held.end, span.end))
        return tuple(Part(stretch, self._whole(stretch, span)) for stretch, span in found.items())

    def whole(self, start: int, end: int) -> tuple[int, int]:
        """Return the smallest selection of whole words, and of whole signs and insertions, that holds a selection."""
        for position in (start, end):
            run, held = self.run_at(position) or (None, None)
            if run and held and run.kind in _WHOLE:
                start, end = min(start, held.start), (max(end, held.end) if position > held.start else end)
        for part in self._parts(start, end, _WORDED):
            start = min(start, self.position_of(Place(part.stretch, part.span.start))) if len(part.span) else start
            end = max(end, self.position_of(Place(part.stretch, part.span.end))) if len(part.span) else end
        return start, end

    def _whole(self, stretch: int, span: Span) -> Span:
        return whole_words(self.sources[stretch], span) if len(span) else span

    def _stretch_at(self, position: int) -> int:
        return max(0, bisect_right([span.start for span in self.stretches], position) - 1)


_OURS = frozenset({DisplayKind.SIGN, DisplayKind.INSERTED, DisplayKind.CLOSED, DisplayKind.GAP})

_WORDED = frozenset({DisplayKind.KEPT, DisplayKind.OMITTED})
_STANDING = frozenset(DisplayKind) - {DisplayKind.BREAK, DisplayKind.GAP}
"""Runs that stand for something in the source."""

_WHOLE = _OURS | {DisplayKind.CASE}
"""Runs that are selected whole or not at all."""


def displayed(trimming: Trimming, closed_words: Callable[[int], str], opened: Collection[Place] = ()) -> Display:
    """Return the display of a trimming.

    ``closed_words`` says how many words are left out; ``opened`` are the starts of long omissions to be shown word for word.
    """
    last = len(trimming.stretches) - 1
    by_stretch = [
        tuple(_stretch_runs(index, stretch, closed_words, opened, last=index == last))
        for index, stretch in enumerate(trimming.stretches)
    ]
    runs = tuple(chain.from_iterable(by_stretch))
    starts = (0, *accumulate(len(run.text) for run in runs))
    lengths = [sum(len(run.text) for run in of_one) for of_one in by_stretch]
    bounds = (0, *accumulate(lengths))
    spans = tuple(Span(bounds[index], bounds[index + 1] - (index < last and 1)) for index in range(len(by_stretch)))
    bare = Display(
        runs,
        "".join(run.text for run in runs),
        starts[:-1],
        spans,
        tuple(chain.from_iterable(run.origins for run in runs)),
        tuple(stretch.excerpt.span.end for stretch in trimming.stretches),
        tuple(stretch.reading.text for stretch in trimming.stretches),
    )
    soft = tuple(chain.from_iterable(_soft(bare, index, stretch) for index, stretch in enumerate(trimming.stretches)))
    damaged = tuple(chain.from_iterable(_damaged(bare, index, stretch) for index, stretch in enumerate(trimming.stretches)))
    return Display(bare.runs, bare.text, bare.starts, spans, bare.origins, bare.ends, bare.sources, soft, covered(damaged))


def _stretch_runs(
    index: int, stretch: Stretch, closed_words: Callable[[int], str], opened: Collection[Place], *, last: bool
) -> Iterator[DisplayRun]:
    whole = _one_break(shown_with_origins(stretch.reading, stretch.excerpt.span))
    before = ""
    place = stretch.excerpt.span.start
    for edit in stretch.edits:
        span = Span(place, place) if isinstance(edit, Insert) else edit.span
        text, origins = _seen(whole, span)
        following = whole.text[whole.place_of(span.end) :][:1]
        for run in _edit_runs(index, stretch, edit, Shown(text, origins), span, before[-1:], following, closed_words, opened):
            if run.text:
                before = run.text
                yield run
        place = span.end
    if not last:
        end = stretch.excerpt.span.end
        yield DisplayRun(DisplayKind.BREAK, "\n", index, Span(end, end), (end,))


def _edit_runs(
    index: int,
    stretch: Stretch,
    edit: Edit,
    seen: Shown,
    span: Span,
    before: str,
    following: str,
    closed_words: Callable[[int], str],
    opened: Collection[Place],
) -> Iterator[DisplayRun]:
    match edit:
        case Insert(words):
            yield from _ours(index, DisplayKind.INSERTED, f"[{words}]", span, before, following)
        case Omit():
            if not seen.text:
                return
            signed = not silent_cut(stretch.reading, stretch.excerpt.span, stretch.edits, span)
            count = _word_count(seen.text)
            if count > LONGEST_OPEN and Place(index, span.start) not in opened:
                at = Span(span.start, span.start)
                sign = tuple(_ours(index, DisplayKind.SIGN, OMISSION_SIGN, span, before, "", at)) if signed else ()
                yield from sign
                yield from _ours(index, DisplayKind.CLOSED, closed_words(count), span, "x" if before or sign else "", following, at)
            else:
                yield DisplayRun(DisplayKind.OMITTED, seen.text, index, span, seen.origins)
                if signed:
                    at = Span(span.end, span.end)
                    yield from _ours(index, DisplayKind.SIGN, OMISSION_SIGN, span, seen.text[-1:], following, at)
        case Case() if seen.text == span.of(stretch.reading.text):
            yield DisplayRun(DisplayKind.CASE, f"[{seen.text.swapcase()}]", index, span, (span.start,) * 3)
        case _:
            yield DisplayRun(DisplayKind.KEPT, seen.text, index, span, seen.origins)


def _ours(
    index: int, kind: DisplayKind, text: str, span: Span, before: str, following: str, at: Span | None = None
) -> Iterator[DisplayRun]:
    """Yield a run of ours with the spaces that part it from its neighbours; it stands at ``at``, else at its span's start."""
    place = (at or span).start
    gap = DisplayRun(DisplayKind.GAP, " ", index, Span(place, place), (place,))
    if before and not before.isspace() and before not in _OPENERS:
        yield gap
    yield DisplayRun(kind, text, index, span, (place,) * len(text))
    if following.isalnum() or (following and following in _OPENERS):
        yield gap


_OPENERS = "“«‘‹([¿¡"


def _one_break(whole: Shown) -> Shown:
    """Return the shown words with the two newlines of a paragraph's end as one: paragraphs stand apart by themselves."""
    kept = [place for place in range(len(whole.text)) if whole.text[place : place + 2] != "\n\n"]
    return Shown("".join(whole.text[place] for place in kept), tuple(whole.origins[place] for place in kept))


def _seen(whole: Shown, span: Span) -> tuple[str, tuple[int, ...]]:
    start, end = whole.place_of(span.start), whole.place_of(span.end)
    return whole.text[start:end], whole.origins[start:end]


def _word_count(text: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in text.split())


def _soft(display: Display, index: int, stretch: Stretch) -> Iterator[Span]:
    if stretch.excerpt.kind is not ExcerptKind.QUOTE and stretch.excerpt.attribution is None:
        return
    whole = shown_with_origins(stretch.reading, stretch.excerpt.span)
    start, end = without_outer(whole.text)
    for place in (*range(start), *range(end, len(whole.text))):
        position = display.position_of(Place(index, whole.origins[place]))
        found = display.run_at(position)
        if found and found[0].kind is DisplayKind.KEPT and display.text[position] == whole.text[place]:
            yield Span(position, position + 1)


def _damaged(display: Display, index: int, stretch: Stretch) -> Iterator[Span]:
    for kept in stretch.kept():
        for damage in stretch.reading.damage:
            common = damage.span.common(kept)
            if common and damage.kind not in _UNSEEN:
                start, end = (display.position_of(Place(index, at)) for at in (common.start, common.end))
                if start < end:
                    yield Span(start, end)


_UNSEEN = frozenset({DamageKind.DEAD_LINK, DamageKind.DUPLICATE})
"""Damage that is not in the words a person sees."""
