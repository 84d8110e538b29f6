"""Templates: a pack's structure as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class SectionRole(StrEnum):
    """What a section is for; composition knows how each is printed."""

    ASKS = "asks"
    VOICES = "voices"
    CONTEXT = "context"
    FIGURES = "figures"
    SOURCES = "sources"
    MATRIX = "matrix"
    MEETING = "meeting"
    QUESTIONS = "questions"
    NUMBERS = "numbers"


INTERNAL_ROLES = frozenset({SectionRole.MEETING, SectionRole.QUESTIONS, SectionRole.NUMBERS})
"""Sections that exist on the sheets of internal copies alone."""


class CitationForm(StrEnum):
    """Where a source is named: at the foot of the page, at the end, or in the text."""

    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    INLINE = "inline"


@dataclass(frozen=True, slots=True)
class TemplateSection:
    """A section of packs made from the template. ``fill`` is how many excerpts ``new --fill`` places at most."""

    role: SectionRole
    title: Mapping[str, str]
    budget: float | None = None
    """In pages."""
    new_page: bool = False
    fill: int = 0


@dataclass(frozen=True, slots=True)
class Template:
    """A pack's structure."""

    id: str
    name: Mapping[str, str]
    description: Mapping[str, str]
    sections: tuple[TemplateSection, ...]
    citation: CitationForm = CitationForm.FOOTNOTE
    cover: bool = False
    pages: int = 2
    """Budget of the whole hand-over copy."""
    brand: str = "neutral"
    kicker: Mapping[str, str] | None = None
