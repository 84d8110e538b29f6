"""The rows of documents, of what they were before, and of excerpts: statements alone, inside somebody's transaction."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefing_app.domain.excerpt import Excerpt, ExcerptKind
from briefing_app.domain.reading import Reading
from briefing_app.domain.source import SourceDocument
from briefing_app.domain.span import Span
from briefing_app.library import index
from briefing_app.library.merging import Born, Held
from briefing_app.library.rows import decoded, encoded


@dataclass(frozen=True, slots=True)
class Revision:
    """A file that a document was before, how it was read, and what it was called."""

    file: str
    reading: str
    name: str


_Row = tuple[str, str | None, int | None, int | None]


def _held(row: _Row) -> Held:
    value, kind, start, end = row
    born = None if kind is None or start is None or end is None else Born(ExcerptKind(kind), Span(start, end))
    return Held(decoded(value, Excerpt), born)


def as_suggested(excerpt: Excerpt) -> Held:
    """Return a suggestion together with its birth: what it is now."""
    return Held(excerpt, Born(excerpt.kind, excerpt.span))


def of_document(connection: sqlite3.Connection, document: str) -> tuple[Held, ...]:
    """Return all that the library holds of a document, oldest first."""
    query = "SELECT value, born_kind, born_start, born_end FROM excerpts WHERE document = ? ORDER BY number"
    return tuple(_held(row) for row in connection.execute(query, (document,)).fetchall())


def one(connection: sqlite3.Connection, identifier: str) -> Held | None:
    """Return an excerpt, or None."""
    query = "SELECT value, born_kind, born_start, born_end FROM excerpts WHERE id = ?"
    row = connection.execute(query, (identifier,)).fetchone()
    return _held(row) if row else None


def number(connection: sqlite3.Connection, identifier: str) -> int:
    """Return the number under which the index knows an excerpt."""
    return int(connection.execute("SELECT number FROM excerpts WHERE id = ?", (identifier,)).fetchone()[0])


def insert(connection: sqlite3.Connection, held: Held) -> None:
    """Add an excerpt; the index is the caller's to fill."""
    excerpt, born = held.excerpt, held.born
    place = (born.kind, born.span.start, born.span.end) if born else (None, None, None)
    connection.execute(
        "INSERT INTO excerpts (id, document, reading, born_kind, born_start, born_end, value) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (excerpt.id, excerpt.document, excerpt.reading, *place, encoded(excerpt)),
    )


def replace_value(connection: sqlite3.Connection, excerpt: Excerpt) -> bool:
    """Put an excerpt in the place of the one of its identifier and document, its birth kept; tell whether there was one."""
    done = connection.execute(
        "UPDATE excerpts SET reading = ?, value = ? WHERE id = ? AND document = ?",
        (excerpt.reading, encoded(excerpt), excerpt.id, excerpt.document),
    )
    return done.rowcount == 1


def rewrite(connection: sqlite3.Connection, held: Held) -> None:
    """Put an excerpt in the place of the one of its identifier, its birth too."""
    replace_value(connection, held.excerpt)
    born = held.born
    place = (born.kind, born.span.start, born.span.end) if born else (None, None, None)
    connection.execute("UPDATE excerpts SET born_kind = ?, born_start = ?, born_end = ? WHERE id = ?", (*place, held.excerpt.id))


def delete(connection: sqlite3.Connection, identifier: str) -> bool:
    """Take an excerpt out, of the index and the queue too; tell whether there was one."""
    row = connection.execute("SELECT number FROM excerpts WHERE id = ?", (identifier,)).fetchone()
    if row is None:
        return False
    index.drop(connection, row[0])
    connection.execute("DELETE FROM excerpts WHERE number = ?", row)
    return True


def insert_document(connection: sqlite3.Connection, document: SourceDocument) -> None:
    """Add a document."""
    row = (document.id, document.name, document.file, document.reading, encoded(document.card))
    connection.execute("INSERT INTO documents (id, name, file, reading, card) VALUES (?, ?, ?, ?, ?)", row)


def rewrite_document(connection: sqlite3.Connection, document: SourceDocument) -> None:
    """Put a document in the place of the one of its identifier."""
    row = (document.name, document.file, document.reading, encoded(document.card), document.id)
    connection.execute("UPDATE documents SET name = ?, file = ?, reading = ?, card = ? WHERE id = ?", row)
    # What it is like is looked at anew when somebody asks.
    connection.execute("DELETE FROM sketches WHERE document = ?", (document.id,))


def revisions(connection: sqlite3.Connection, document: str) -> tuple[Revision, ...]:
    """Return what a document was before, oldest first."""
    query = "SELECT file, reading, name FROM revisions WHERE document = ? ORDER BY rowid"
    return tuple(Revision(*row) for row in connection.execute(query, (document,)).fetchall())


def rewrite_revisions(connection: sqlite3.Connection, document: str, held: Iterable[Revision]) -> None:
    """Make these what a document was before."""
    connection.execute("DELETE FROM revisions WHERE document = ?", (document,))
    rows = [(each.file, document, each.reading, each.name) for each in held]
    connection.executemany("INSERT INTO revisions (file, document, reading, name) VALUES (?, ?, ?, ?)", rows)


def document_that_was(connection: sqlite3.Connection, file: str) -> str | None:
    """Return the document that a file was an earlier version of, or None."""
    row = connection.execute("SELECT document FROM revisions WHERE file = ?", (file,)).fetchone()
    return str(row[0]) if row else None


def mended_away(connection: sqlite3.Connection, document: str) -> tuple[Held, ...]:
    """Return as they were the excerpts that stood in a document until their words were taken from a cleaner copy."""
    query = "SELECT value FROM excerpts WHERE json_extract(value, '$.mended_from.document') = ?"
    found = [decoded(value, Excerpt) for (value,) in connection.execute(query, (document,)).fetchall()]
    return tuple(
        Held(replace(each, document=document, reading=each.mended_from.reading, span=each.mended_from.span), None)
        for each in found
        if each.mended_from
    )


def enqueue(connection: sqlite3.Connection, excerpt: str, reading: str) -> None:
    """Note that an excerpt awaits a decision since ``reading`` came."""
    connection.execute("INSERT OR REPLACE INTO queue (excerpt, reading) VALUES (?, ?)", (excerpt, reading))


def settle(connection: sqlite3.Connection, excerpt: str) -> None:
    """Note that an excerpt awaits no decision any more."""
    connection.execute("DELETE FROM queue WHERE excerpt = ?", (excerpt,))


def queued(connection: sqlite3.Connection) -> tuple[Excerpt, ...]:
    """Return the excerpts that await a decision, oldest first."""
    query = "SELECT value FROM excerpts JOIN queue ON queue.excerpt = excerpts.id ORDER BY number"
    return tuple(decoded(value, Excerpt) for (value,) in connection.execute(query).fetchall())


def keep_reading(connection: sqlite3.Connection, reading: Reading) -> None:
    """Keep a reading; the same one again changes nothing."""
    row = (reading.id, reading.file, encoded(reading))
    connection.execute("INSERT OR IGNORE INTO readings (id, file, value) VALUES (?, ?, ?)", row)
