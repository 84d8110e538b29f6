"""What laying a briefing out told: how many pages, what stands where, what did not fit."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was set: page from 1, and its box in points from the page's top left (x, y, width, height)."""

    page: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Overrun:
    """Something that asks for more room than it may have: which part, how much it took and how much there is."""

    code: str
    where: str
    taken: float
    room: float


@dataclass(frozen=True, slots=True)
class LayoutReport:
    """What a layout found out. Empty collections: nothing is wrong."""

    pages: int
    section_pages: Mapping[str, float] = field(default_factory=dict)
    """Pages each section takes, by its identifier, in tenths."""
    overruns: tuple[Overrun, ...] = ()
    missing_glyphs: tuple[str, ...] = ()
    """Characters that no font at hand can print."""
    estimated: bool = False
    """True where only the reader's word processor will know (DOCX)."""


PageMap = Mapping[str, tuple[Place, ...]]
"""Placement identifier -> where it stands; several places when it runs over a page."""
