"""Pages: slabs put one under the other, kept together where they must be, with the notes they call at the page's foot."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from briefing_app.export.pdf.geometry import HALF_LINE
from briefing_app.export.pdf.marks import Image
from briefing_app.export.pdf.notes import NoteLine, height_of
from briefing_app.export.pdf.slabs import Slab, cut

_TOLERANCE = 0.01
_MOST_CARRIED = 0.6
"""Share of a page that notes carried over from the page before may take."""
_LEAST_FULL, _HALF = 0.25, 0.5
"""Shares of a page."""
_CLEAR_OF_NOTES = 4.5
_LEAST_PART = 45.0
"""Three lines: as much of something parted stays on either side."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A slab and where its top is, in points from the page's top."""

    slab: Slab
    top: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.slab.height


@dataclass(slots=True)
class Page:
    """A page while it is built, and then what it holds."""

    placed: list[Placed] = field(default_factory=list)
    notes: list[NoteLine] = field(default_factory=list)


def built(
    slabs: Iterable[Slab], notes: Mapping[int, tuple[NoteLine, ...]], top: float, bottom: float, most: int | None = None
) -> list[Page]:
    """Return slabs as pages whose bodies reach from ``top`` to ``bottom``; at least one page, empty when there is nothing.

    A note's lines stand on the page of its first call. A slab higher than a page is cut between its lines. Once there are
    ``most`` pages the rest is left alone, for whoever only asks whether there are so many.
    """
    builder = _Builder(notes, top, bottom)
    for chunk in _chunks(slabs):
        builder.place(chunk)
        if most is not None and len(builder.pages) >= most:
            return builder.pages
    builder.finish()
    return builder.pages


def _parts(slab: Slab) -> bool:
    """Tell whether a slab has nothing but lines of text and rules, which a page may end between."""
    return not any(isinstance(mark, Image) for mark in slab.marks)


def _chunks(slabs: Iterable[Slab]) -> Iterator[list[Slab]]:
    """Yield slabs that must begin on one page, together."""
    chunk: list[Slab] = []
    for slab in slabs:
        if slab.new_page and chunk:
            yield chunk
            chunk = []
        chunk.append(slab)
        if not slab.glue:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


class _Builder:
    def __init__(self, notes: Mapping[int, tuple[NoteLine, ...]], top: float, bottom: float) -> None:
        self._notes = notes
        self._called: set[int] = set()
        self._top, self._bottom = top, bottom
        self._carried: list[NoteLine] = []
        self._y = top
        self.pages: list[Page] = [Page()]

    @property
    def _page(self) -> Page:
        return self.pages[-1]

    @property
    def _fresh(self) -> bool:
        return not self._page.placed

    def place(self, chunk: list[Slab]) -> None:
        """Put slabs that belong together on this page, on the next, or, when no page holds them, one by one.

        No page is left nearly empty: what would begin a page follows on one that has little on it, and what is too high for the
        rest of a page of which half is free begins on it all the same.
        """
        if chunk[0].new_page and not self._fresh and (self._full >= _LEAST_FULL or self._fronts):
            self._turn()
        if self._try(chunk) or chunk[0].optional:
            return
        if not self._fresh:
            if self._begins(chunk):
                return
            self._turn()
            if self._try([*chunk[0].head, *chunk]):
                return
        for slab in chunk:
            self._force(slab)

    @property
    def _full(self) -> float:
        """How full the page is, notes counted."""
        return (self._y - self._top + height_of(self._page.notes)) / (self._bottom - self._top)

    @property
    def _fronts(self) -> bool:
        """Whether the page is a cover's, or its contents'."""
        return self._page.placed[-1].slab.front

    def _begins(self, chunk: list[Slab]) -> bool:
        """Put what is too high for a page half free on it and on the next, if its lines can be parted; tell whether that was so."""
        if self._full >= _HALF or self._fronts:
            return False
        place = next((number for number in range(len(chunk)) if self._positions(chunk[: number + 1])[1] > self._bottom), None)
        if place is None or self._carried or not _parts(chunk[place]):
            return False
        top = self._positions(chunk[: place + 1])[0][-1].top
        room = self._bottom - top - height_of(self._page.notes)
        if room < _LEAST_PART or chunk[place].height - room < _LEAST_PART or (place and not self._try(chunk[:place])):
            return False
        upper, rest = cut(chunk[place], room)
        self._with_carried_notes(upper)
        self._turn()
        for slab in (rest, *chunk[place + 1 :]):
            self._force(slab)
        return True

    def _try(self, chunk: list[Slab]) -> bool:
        placed, end = self._positions(chunk)
        fresh_notes = self._notes_of(chunk)
        if self._carried and fresh_notes:
            return False
        notes = [*self._page.notes, *(line for lines in fresh_notes.values() for line in lines)]
        # A ground or a rule of its own keeps clear of the rule above the notes; lines of text bring their own space.
        clear = _CLEAR_OF_NOTES if notes and chunk[-1].frame else 0.0
        limit = self._bottom - height_of(notes) - clear
        if end > limit + _TOLERANCE:
            return False
        for number, lines in fresh_notes.items():
            self._called.add(number)
            self._page.notes += lines
        if chunk[-1].at_foot:
            shift = max(limit - end, 0.0)
            placed = [replace(one, top=one.top + shift) if one.slab.at_foot else one for one in placed]
        self._commit(placed)
        return True

    def _commit(self, placed: list[Placed]) -> None:
        self._page.placed += placed
        self._y = placed[-1].bottom

    def _positions(self, chunk: list[Slab]) -> tuple[list[Placed], float]:
        y, before = self._y, self._page.placed[-1].slab if self._page.placed else None
        placed: list[Placed] = []
        for slab in chunk:
            if before:
                y += max(before.after, slab.before) if slab.collapse or before.closed else before.after + slab.before
            if slab.snap:
                y = self._snapped(y)
            placed.append(Placed(slab, y))
            y, before = y + slab.height, slab
        return placed, y

    def _snapped(self, y: float) -> float:
        return self._top + math.ceil((y - self._top - _TOLERANCE) / HALF_LINE) * HALF_LINE

    def _notes_of(self, chunk: list[Slab]) -> dict[int, tuple[NoteLine, ...]]:
        called = dict.fromkeys(number for slab in chunk for number in slab.notes)
        return {number: self._notes[number] for number in called if number in self._notes and number not in self._called}

    def _force(self, slab: Slab) -> None:
        """Put a slab somewhere, whatever its height: cut between lines, its notes carried over where they do not fit."""
        if self._try([slab]):
            return
        if not self._fresh:
            if self._begins([slab]):
                return
            self._turn()
            if self._try([*slab.head, slab]):
                return
        while slab.height > self._room + _TOLERANCE:
            upper, slab = cut(slab, self._room)
            self._with_carried_notes(upper)
            self._turn()
        if not self._try([slab]):
            self._with_carried_notes(slab)

    @property
    def _room(self) -> float:
        return self._bottom - self._top - height_of(self._page.notes)

    def _with_carried_notes(self, slab: Slab) -> None:
        placed, end = self._positions([slab])
        for number, lines in self._notes_of([slab]).items():
            self._called.add(number)
            self._carried += lines
        self._commit(placed)
        self._take_carried(self._bottom - end)

    def _take_carried(self, room: float) -> None:
        while self._carried and height_of([*self._page.notes, self._carried[0]]) <= room:
            self._page.notes.append(self._carried.pop(0))

    def _turn(self) -> None:
        self.pages.append(Page())
        self._y = self._top
        self._take_carried((self._bottom - self._top) * _MOST_CARRIED)

    def finish(self) -> None:
        """Print what notes are still carried."""
        while self._carried:
            before = len(self._carried)
            self._turn()
            if len(self._carried) == before:
                self._page.notes.append(self._carried.pop(0))
