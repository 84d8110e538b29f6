"""A briefing laid out: blocks as slabs in order, notes at the foot or at the end, asks spread where there is room to spare."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefing_app.domain.briefing import (
    AskGroup,
    Briefing,
    ContactPanel,
    Heading,
    Panel,
    Part,
    Sheet,
    SourceList,
    TitleBand,
)
from briefing_app.export.pdf.blocks import part_slabs, sheet_slabs, slabs_of
from briefing_app.export.pdf.desk import Desk
from briefing_app.export.pdf.geometry import SHEET_TOP, TOP, Geometry
from briefing_app.export.pdf.notes import NoteLine, note_lines
from briefing_app.export.pdf.pages import Page, built
from briefing_app.export.pdf.slabs import Slab

_BESIDE_ASKS = (TitleBand, Panel, Heading, AskGroup)
"""Blocks of a page that is about asks alone: such a page may be spread over spare space."""


def shared_pages(desk: Desk, briefing: Briefing, geometry: Geometry) -> list[Page]:
    """Return a briefing's pages; the same for a hand-over copy and for the internal copy that goes with it."""
    pages = _pages(desk, briefing, geometry)
    roomy = frozenset(place for place, part in enumerate(briefing.parts) if _may_spread(pages, briefing.parts, place))
    if not roomy:
        return pages
    spread = _pages(replace(desk, roomy=roomy), briefing, geometry)
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


def _pages(desk: Desk, briefing: Briefing, geometry: Geometry) -> list[Page]:
    at_foot: Mapping[int, tuple[NoteLine, ...]] = {}
    if not briefing.endnotes_title:
        at_foot = {note.number: note_lines(desk, note) for note in briefing.notes}
    return built(_with_uncalled(list(_slabs(desk, briefing)), at_foot), at_foot, TOP, geometry.bottom)


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
    for place, part in enumerate((*briefing.parts, None)):
        if place == before:
            yield from _endnotes(desk, briefing)
        if part is not None:
            slabs = part_slabs(desk, part, roomy=place in desk.roomy)
            for number, slab in enumerate(slabs):
                yield replace(slab, part=place, new_page=part.new_page and number == 0)


def _place_of_endnotes(briefing: Briefing) -> int:
    """Return the part that endnotes stand before: the annex, else none."""
    annex = (SourceList, ContactPanel)
    parts = enumerate(briefing.parts)
    return next((place for place, part in parts if any(isinstance(block, annex) for block in part.blocks)), len(briefing.parts))


def _endnotes(desk: Desk, briefing: Briefing) -> Iterator[Slab]:
    if not briefing.endnotes_title or not briefing.notes:
        return
    yield from slabs_of(desk, Heading(1, briefing.endnotes_title))
    for note in briefing.notes:
        for line in note_lines(desk, note):
            yield Slab(line.height, line.marks)


def sheet_pages(desk: Desk, sheet: Sheet, geometry: Geometry) -> list[Page]:
    """Return a sheet's pages: one, or more where its words ask for more room, which is reported."""
    pages = built(sheet_slabs(desk, sheet.blocks), {}, SHEET_TOP, geometry.bottom)
    if len(pages) > 1:
        desk.report("sheet-too-long", sheet.letter, len(pages), 1)
    return pages
