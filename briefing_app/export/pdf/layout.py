"""A briefing laid out: blocks as slabs in order, notes at the foot or at the end, asks spread where there is room to spare."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from briefing_app.domain.briefing import (
    BRIEF,
    AskGroup,
    Briefing,
    ContactPanel,
    Cover,
    Heading,
    Panel,
    Part,
    Sheet,
    SourceList,
    Table,
    TitleBand,
    covered,
)
from briefing_app.export.pdf.blocks import part_slabs, sheet_slabs, slabs_of
from briefing_app.export.pdf.blocks_cover import anchors
from briefing_app.export.pdf.desk import Desk
from briefing_app.export.pdf.geometry import SHEET_TOP, TOP, Geometry
from briefing_app.export.pdf.notes import NoteLine, note_lines
from briefing_app.export.pdf.pages import Page, built
from briefing_app.export.pdf.slabs import Slab
from briefing_app.export.pdf.tagging.elements import Element

_BESIDE_ASKS = (TitleBand, Panel, Heading, AskGroup)
"""Blocks of a page that is about asks alone: such a page may be spread over spare space."""


_MOST_PASSES = 4
"""Page numbers stand still after two; no words can keep them from it for longer than this."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A briefing laid out: in the form it has on paper, with or without its cover, and its pages."""

    briefing: Briefing
    pages: list[Page]
    numbers: Mapping[str, str]
    """Page as printed, by section and by placement."""


def shared_pages(desk: Desk, briefing: Briefing, geometry: Geometry) -> Laid:
    """Return a briefing's pages; the same for a hand-over copy and for the internal copy that goes with it.

    It is laid out again with the page numbers that the first time told, until they stand still.
    """
    if briefing.cover and (briefing.always_covered or _long(desk, briefing, geometry)):
        briefing = covered(briefing)
    at_foot = _AtFoot(desk, briefing)
    pages = _spread(desk, briefing, geometry, at_foot)
    numbers = page_numbers(briefing, pages)
    for _ in range(_MOST_PASSES if names_pages(briefing) else 0):
        pages = _spread(replace(desk, pages=numbers), briefing, geometry, at_foot)
        before, numbers = numbers, page_numbers(briefing, pages)
        if numbers == before:
            break
    return Laid(briefing, pages, numbers)


def _long(desk: Desk, briefing: Briefing, geometry: Geometry) -> bool:
    """Tell whether a briefing without its cover takes more pages than a brief has; no more of it is laid out than that."""
    trial = replace(desk, overruns=[], missing={}, kept={})
    return len(_pages(trial, briefing, geometry, _AtFoot(trial, briefing), most=BRIEF + 1)) > BRIEF


def names_pages(briefing: Briefing) -> bool:
    """Tell whether a briefing prints the numbers of its own pages."""
    return any(map(_names_pages, briefing.parts))


def _names_pages(part: Part) -> bool:
    return any(isinstance(block, Cover) or (isinstance(block, Table) and block.places) for block in part.blocks)


def page_numbers(briefing: Briefing, pages: list[Page]) -> dict[str, str]:
    """Return the first page of each section and each placement, as printed."""
    numbers: dict[str, str] = {}
    for number, page in enumerate(pages, 1):
        for placed in page.placed:
            named = [briefing.parts[placed.slab.part].section] if placed.slab.part >= 0 else []
            for key in (*named, *(spot.placement for spot in placed.slab.spots)):
                numbers.setdefault(key, str(number))
    return numbers


def _spread(desk: Desk, briefing: Briefing, geometry: Geometry, at_foot: Mapping[int, tuple[NoteLine, ...]]) -> list[Page]:
    """Return pages, asks spread where a page of theirs has room to spare."""
    pages = _pages(desk, briefing, geometry, at_foot)
    roomy = frozenset(place for place, part in enumerate(briefing.parts) if _may_spread(pages, briefing.parts, place))
    if not roomy:
        return pages
    spread = _pages(replace(desk, roomy=roomy), briefing, geometry, at_foot)
    return spread if _outline(spread) == _outline(pages) else pages


def _outline(pages: list[Page]) -> list[list[int]]:
    """Return which part each slab of each page is of: what spreading may not change."""
    return [[placed.slab.part for placed in page.placed] for page in pages]


def _may_spread(pages: list[Page], parts: tuple[Part, ...], place: int) -> bool:
    part = parts[place]
    if not any(isinstance(block, AskGroup) for block in part.blocks):
        return False
    beside = {placed.slab.part for page in pages for placed in page.placed if place in {one.slab.part for one in page.placed}}
    return all(isinstance(block, _BESIDE_ASKS) for other in beside if other >= 0 for block in parts[other].blocks)


class _AtFoot(Mapping[int, tuple[NoteLine, ...]]):
    """The notes at the foot of pages, by number, each set when it is first asked for; none where they stand at the end."""

    def __init__(self, desk: Desk, briefing: Briefing) -> None:
        self._desk = desk
        self._notes = {} if briefing.endnotes_title else {note.number: note for note in briefing.notes}
        self._lines: dict[int, tuple[NoteLine, ...]] = {}

    def __getitem__(self, number: int) -> tuple[NoteLine, ...]:
        if number not in self._lines:
            self._lines[number] = note_lines(self._desk, self._notes[number])
        return self._lines[number]

    def __contains__(self, number: object) -> bool:
        return number in self._notes

    def __iter__(self) -> Iterator[int]:
        return iter(self._notes)

    def __len__(self) -> int:
        return len(self._notes)


def _pages(
    desk: Desk, briefing: Briefing, geometry: Geometry, at_foot: Mapping[int, tuple[NoteLine, ...]], most: int | None = None
) -> list[Page]:
    slabs = _slabs(desk, briefing)
    if most is not None:
        return built(slabs, at_foot, TOP, geometry.bottom, most)
    return built(_with_uncalled(list(slabs), at_foot), at_foot, TOP, geometry.bottom)


def _with_uncalled(slabs: list[Slab], notes: Mapping[int, tuple[NoteLine, ...]]) -> list[Slab]:
    """Return the slabs, the last of them answering for notes that nothing calls: no words are ever left out."""
    called = {number for slab in slabs for number in slab.notes}
    uncalled = tuple(number for number in notes if number not in called)
    if not uncalled:
        return slabs
    last = slabs[-1] if slabs else Slab(0.0)
    return [*slabs[:-1], replace(last, also_notes=uncalled)]


def _slabs(desk: Desk, briefing: Briefing) -> Iterator[Slab]:
    before = _place_of_endnotes(briefing)
    led_to = _led_to(briefing)
    for place, part in enumerate((*briefing.parts, None)):
        if place == before:
            yield from _endnotes(desk, briefing)
        if part is None:
            continue
        key = place, place in desk.roomy
        if key in desk.kept:
            yield from desk.kept[key]
            continue
        slabs = []
        for slab in _of_part(desk, part, place, led_to.get(part.section, "")):
            slabs.append(slab)
            yield slab
        if not _names_pages(part):
            desk.kept[key] = tuple(slabs)


def _of_part(desk: Desk, part: Part, place: int, anchor: str) -> Iterator[Slab]:
    slabs = part_slabs(replace(desk, section=Element("Sect")), part, roomy=place in desk.roomy)
    for number, slab in enumerate(slabs):
        begins = slab.new_page or (part.new_page and number == 0)
        bookmark = slab.bookmark
        if anchor and bookmark:
            bookmark, anchor = replace(bookmark, key=anchor), ""
        yield replace(slab, part=place, new_page=begins, bookmark=bookmark)


def _led_to(briefing: Briefing) -> dict[str, str]:
    """Return what the contents on a cover lead to, by section."""
    covers = (block for part in briefing.parts[:1] for block in part.blocks if isinstance(block, Cover))
    return next((anchors(block) for block in covers), {})


def _place_of_endnotes(briefing: Briefing) -> int:
    """Return the part that endnotes stand before: the annex, else none."""
    annex = (SourceList, ContactPanel)
    parts = enumerate(briefing.parts)
    return next((place for place, part in parts if any(isinstance(block, annex) for block in part.blocks)), len(briefing.parts))


def _endnotes(desk: Desk, briefing: Briefing) -> Iterator[Slab]:
    if not briefing.endnotes_title or not briefing.notes:
        return
    desk = replace(desk, section=Element("Sect"))
    yield from slabs_of(desk, Heading(1, briefing.endnotes_title))
    for note in briefing.notes:
        for line in note_lines(desk, note):
            yield Slab(line.height, line.marks)


def sheet_pages(desk: Desk, sheet: Sheet, geometry: Geometry) -> list[Page]:
    """Return a sheet's pages: one, or more where its words ask for more room, which is reported."""
    pages = built(sheet_slabs(replace(desk, section=Element("Sect")), sheet.blocks), {}, SHEET_TOP, geometry.bottom)
    if len(pages) > 1:
        desk.report("sheet-too-long", sheet.letter, len(pages), 1)
    return pages
