"""The search index: what of an excerpt can be found, and keeping it in step with the excerpts."""

import sqlite3

from briefing_app.domain.excerpt import Excerpt, shown_words
from briefing_app.domain.reading import Reading
from briefing_app.domain.source import SourceDocument

MARK_OPENS, MARK_CLOSES = "\ufdd0", "\ufdd1"
"""Noncharacters (Unicode 23.7) that the search puts around matches; ``indexed`` sees that no text holds them."""

_UNSAFE = str.maketrans(dict.fromkeys((MARK_OPENS, MARK_CLOSES, "\0"), "\ufffd"))


def indexed(excerpt: Excerpt, reading: Reading, document: SourceDocument) -> tuple[str, str, str, str]:
    """Return what the index holds of an excerpt: its words as shown (same length always), who, addressees, source."""
    said = excerpt.attribution
    who = (said.name, said.role, said.organisation) if said else ()
    card = document.card
    source = (card.title, card.short_title, card.publisher, card.short_publisher)
    return (
        shown_words(excerpt, reading).translate(_UNSAFE),
        _line(who),
        _line(tuple(addressee.words for addressee in excerpt.addressees)),
        _line((document.name, *(entry.value for entry in source if entry))),
    )


def _line(parts: tuple[str | None, ...]) -> str:
    return " · ".join(part for part in parts if part).translate(_UNSAFE)


def put(connection: sqlite3.Connection, number: int, columns: tuple[str, str, str, str]) -> None:
    """Put an excerpt into the index, or anew."""
    drop(connection, number)
    connection.execute("INSERT INTO search (rowid, words, who, addressees, source) VALUES (?, ?, ?, ?, ?)", (number, *columns))


def drop(connection: sqlite3.Connection, number: int) -> None:
    """Take an excerpt out of the index."""
    connection.execute("DELETE FROM search WHERE rowid = ?", (number,))
