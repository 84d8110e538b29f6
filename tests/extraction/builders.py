"""Readings for trials: a text whose paragraphs are parted by empty lines, and what is found in it in a form that compares well."""

import re
from functools import cache

from briefing_app.domain.excerpt import Excerpt, ExcerptKind, original
from briefing_app.domain.reading import Block, BlockKind, Reading
from briefing_app.domain.span import Span
from briefing_app.extraction.entry import extract
from briefing_app.paths import resource
from briefing_app.reading.entry import read_file

STATEMENT = "000_e0eed8d74693ed83.txt"
PAPER = "002_bad612b76351d99b.txt"

_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?!\s*\n))*")


def reading_of(text: str, language: str | None = "en") -> Reading:
    """Return a reading with a block for each paragraph; one that begins with a bullet or a number is a list item."""
    blocks = []
    for number, match in enumerate(_PARAGRAPH.finditer(text), start=1):
        kind = BlockKind.LIST_ITEM if re.match(r"[•-] |\d+[.)] ", match.group()) else BlockKind.PARAGRAPH
        blocks.append(Block(kind, Span(match.start(), match.end()), number=number))
    return Reading("reading", "0" * 64, "test-1", text, language, tuple(blocks))


def found(text: str, kind: ExcerptKind, language: str = "en") -> list[Excerpt]:
    """Return the excerpts of one kind in a text."""
    return [excerpt for excerpt in extract(reading_of(text, language), "document") if excerpt.kind is kind]


def quoted(text: str, language: str = "en") -> list[tuple[str, str | None]]:
    """Return each quoted stretch with its speaker."""
    reading = reading_of(text, language)
    return [
        (original(excerpt, reading), excerpt.attribution.name if excerpt.attribution else None)
        for excerpt in found(text, ExcerptKind.QUOTE, language)
    ]


def asked(text: str, language: str = "en") -> list[tuple[str, list[str]]]:
    """Return each recommendation with its addressees."""
    reading = reading_of(text, language)
    return [
        (original(excerpt, reading), [addressee.words for addressee in excerpt.addressees])
        for excerpt in found(text, ExcerptKind.RECOMMENDATION, language)
    ]


def told(text: str, language: str = "en") -> list[str]:
    """Return each context passage."""
    reading = reading_of(text, language)
    return [original(excerpt, reading) for excerpt in found(text, ExcerptKind.CONTEXT, language)]


@cache
def sample(name: str) -> tuple[Reading, tuple[Excerpt, ...]]:
    """Return a bundled document's reading and what is found in it."""
    reading = read_file(resource("documents", name)).reading
    return reading, extract(reading, "document")
