"""What a layout found out: where placements stand, how much room sections take, which budgets were passed."""

import math
from collections import defaultdict
from collections.abc import Iterable

from briefing_app.domain.briefing import Briefing, ContactPanel, Cover, Matrix, SourceList, TitleBand
from briefing_app.domain.layout import Overrun, PageMap, Place
from briefing_app.export.pdf.geometry import TOP, Geometry
from briefing_app.export.pdf.pages import Page

_ANNEX = (SourceList, ContactPanel, Matrix, Cover)
"""Blocks that make a section an annex, which a budget in pages does not count; nor does it count a cover."""


def page_map(pages: Iterable[tuple[Page, Geometry]]) -> PageMap:
    """Return where each placement stands: on each page it is on, one box around all of it."""
    places: dict[str, list[Place]] = defaultdict(list)
    for number, (page, geometry) in enumerate(pages, 1):
        boxes: dict[str, tuple[float, float, float, float]] = {}
        for placed in page.placed:
            for spot in placed.slab.spots:
                left, top = geometry.left + spot.x, placed.top + spot.y
                box = (left, top, left + spot.width, top + spot.height)
                boxes[spot.placement] = _around(boxes.get(spot.placement, box), box)
        for placement, (left, top, right, bottom) in boxes.items():
            places[placement].append(Place(number, (round(left, 2), round(top, 2), round(right - left, 2), round(bottom - top, 2))))
    return {placement: tuple(found) for placement, found in places.items()}


def _around(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def section_pages(briefing: Briefing, pages: list[Page], geometry: Geometry) -> dict[str, float]:
    """Return how many pages each section takes, rounded up to tenths; one that fills a page to its end takes all the rest of it."""
    taken: dict[str, float] = {}
    for place, part in enumerate(briefing.parts):
        if any(isinstance(block, Cover) for block in part.blocks):
            continue
        on = [number for number, page in enumerate(pages) if any(placed.slab.part == place for placed in page.placed)]
        height = 0.0
        for number in on:
            own = [placed for placed in pages[number].placed if placed.slab.part == place]
            top = TOP if number != on[0] or _heads(briefing, pages[number], place) else min(placed.top for placed in own)
            bottom = geometry.bottom if number != on[-1] else max(placed.bottom for placed in own)
            height += bottom - top
        used = math.ceil(round(height / (geometry.bottom - TOP) * 10, 3)) / 10
        taken[part.section] = round(taken.get(part.section, 0.0) + used, 1)
    return taken


def _heads(briefing: Briefing, page: Page, place: int) -> bool:
    """Tell whether nothing but the title band's own section stands above a section on its first page."""
    first = next(placed.slab.part for placed in page.placed)
    return first == place or (
        first >= 0 and first < place and any(isinstance(block, TitleBand) for block in briefing.parts[first].blocks)
    )


def budget_overruns(briefing: Briefing, taken: dict[str, float], pages: list[Page]) -> list[Overrun]:
    """Return sections and copies that take more pages than their budget; annexes are not counted."""
    over = [
        Overrun("section-budget", part.section, used, part.budget)
        for part in briefing.parts
        if part.budget is not None and (used := taken.get(part.section, 0.0)) > part.budget
    ]
    annexes = {place for place, part in enumerate(briefing.parts) if any(isinstance(block, _ANNEX) for block in part.blocks)}
    counted = sum(any(placed.slab.part not in annexes and placed.slab.part >= 0 for placed in page.placed) for page in pages)
    if briefing.pages is not None and counted > briefing.pages:
        over.append(Overrun("page-budget", "", float(counted), float(briefing.pages)))
    return over
