"""What a Word file's own properties say for its card, where a person and not a program said it."""

from contextlib import suppress

from briefing_app.domain.dates import PartialDate
from briefing_app.domain.source import Basis, Card, KnownDate, KnownText
from briefing_app.reading.nonsense import sensible_person, sensible_title
from briefing_app.wordfile.order import Element

_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_MADE_UP = frozenset({"2013-12-23", "1980-01-01", "1970-01-01", "1601-01-01"})
"""Dates that programs put where they know none; the first is python-docx's own template's."""


def card_of_properties(core: Element | None) -> Card:
    """Return what the core properties say (ISO/IEC 29500-2, 11); all of it from the file."""
    if core is None:
        return Card()
    title = sensible_title(core.findtext(f"{_DUBLIN_CORE}title"))
    names = (core.findtext(f"{_DUBLIN_CORE}creator") or "").split(";")
    authors = tuple(KnownText(name, Basis.FROM_FILE) for one in names if (name := sensible_person(one)))
    date = _date(core.findtext(f"{_TERMS}modified")) or _date(core.findtext(f"{_TERMS}created"))
    return Card(
        title=KnownText(title, Basis.FROM_FILE) if title else None,
        date=KnownDate(date, Basis.FROM_FILE) if date else None,
        authors=authors,
    )


def _date(value: str | None) -> PartialDate | None:
    day = (value or "").strip()[:10]
    with suppress(ValueError):
        return PartialDate.from_iso(day) if day not in _MADE_UP else None
    return None
