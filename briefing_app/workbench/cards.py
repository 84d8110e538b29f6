"""The card of a document as a person puts it right: entries as text, and back; what is typed wins over all else."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from briefing_app.domain.dates import PartialDate
from briefing_app.domain.source import Basis, Card, KnownDate, KnownText
from briefing_app.errors import EditRefused
from briefing_app.reading.sidecar import LANGUAGE
from briefing_app.reading.stated_dates import dates_in


class Field(StrEnum):
    """An entry of a card, by the name of its field."""

    TITLE = "title"
    SHORT_TITLE = "short_title"
    PUBLISHER = "publisher"
    SHORT_PUBLISHER = "short_publisher"
    DATE = "date"
    KIND = "kind"
    AUTHORS = "authors"
    LANGUAGE = "language"
    ADDRESS = "address"
    RIGHTS = "rights"


FIELDS: tuple[Field, ...] = tuple(Field)
"""In the order in which they are asked for."""


def shown_value(card: Card, field: Field) -> str:
    """Return an entry as it is typed: dates as ISO 8601, authors apart by semicolons; empty where nothing is known."""
    match getattr(card, field):
        case KnownText(value=value):
            return value
        case KnownDate(value=date):
            return date.iso()
        case tuple() as authors:
            return "; ".join(each.value for each in authors)
        case _:
            return ""


def basis_of(card: Card, field: Field) -> Basis | None:
    """Return how an entry is known; None where nothing is."""
    held = getattr(card, field)
    first = held[0] if isinstance(held, tuple) and held else held
    return first.basis if isinstance(first, KnownText | KnownDate) else None


def entered(card: Card, field: Field, typed: str) -> Card:
    """Return the card with an entry as a person typed it; nothing typed: nothing is known.

    A date is a year, a month or a day: ISO 8601, or as documents state it in English, Spanish or French. EditRefused for one that
    is not understood, and for a language that is no tag of BCP 47.
    """
    value = " ".join(typed.split())
    if value == shown_value(card, field):
        return card
    if field is Field.DATE:
        return replace(card, date=KnownDate(_date(value), Basis.TYPED) if value else None)
    if field is Field.AUTHORS:
        names: Sequence[str] = [each.strip() for each in value.split(";")]
        return replace(card, authors=tuple(KnownText(each, Basis.TYPED) for each in names if each))
    if field is Field.LANGUAGE and value and not LANGUAGE.fullmatch(value):
        raise EditRefused("card-language", typed=value)
    # Date and authors are done with: every field left holds a text.
    return replace(card, **{field.value: KnownText(value, Basis.TYPED) if value else None})  # type: ignore[arg-type]


def _date(typed: str) -> PartialDate:
    try:
        return PartialDate.from_iso(typed)
    except ValueError:
        found = dates_in(typed)
        if len(found) != 1:
            raise EditRefused("card-date", typed=typed) from None
        return found[0][0]
