"""Looking after a library: what is wrong with it, and mending what can be mended."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from briefing_app.domain.excerpt import Excerpt, Standing
from briefing_app.domain.reading import Reading
from briefing_app.domain.source import Card, SourceDocument
from briefing_app.library import excerpt_table, index
from briefing_app.library.schema import SEARCH_TABLE
from briefing_app.library.store import Library


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a library: its words are ``problem.<code>`` with ``about`` (a document's name, a row's identifier).

    ``mendable``: ``repair`` would put it right.
    """

    code: str
    about: str
    mendable: bool = True


def check(library: Library) -> tuple[Problem, ...]:
    """Return what is wrong with a library; empty when all is well.

    Looked at: the database's own structure; rows that cannot be read, point to nothing or lie outside their reading; excerpts
    that wait for nobody; the search index; each original's bytes. What stands on something broken is not looked at.
    """
    with library.looking() as connection:
        ground = tuple(_broken(connection)) or tuple(_unreadable(connection))
        if ground:
            return ground
        rows = tuple(_dangling(connection)) or (*_misplaced(library, connection), *_unindexed(library, connection))
        return (*rows, *_originals(library))


def repair(library: Library) -> tuple[Problem, ...]:
    """Mend what can be mended, all or nothing, and return what is left, as ``check`` would.

    Rows that cannot be read, point to nothing or lie outside their reading go; excerpts of an older reading that wait for
    nobody are queued; the index is built anew. No original is ever deleted: importing one again brings its document back.
    """
    with library.changing() as connection:
        connection.execute("PRAGMA defer_foreign_keys = ON")
        connection.execute("REINDEX")
        for table, identifier in tuple(_unreadable_rows(connection)):
            connection.execute(f"DELETE FROM {table} WHERE id = ?", (identifier,))  # noqa: S608 - table names of ours
        for dangling in _DANGLING:
            connection.execute(f"DELETE FROM {dangling}")  # noqa: S608 - conditions of ours
        connection.execute("DELETE FROM sketches")
        for problem in tuple(_misplaced(library, connection)):
            if problem.code == "excerpt-outside":
                connection.execute("DELETE FROM excerpts WHERE id = ?", (problem.about,))
            else:
                source = library.document(library.excerpt(problem.about).document)
                excerpt_table.enqueue(connection, problem.about, source.reading)
        connection.execute("DROP TABLE search")
        connection.execute(SEARCH_TABLE)
        for document in library.documents():
            library.index_document(connection, document)
    return check(library)


def _broken(connection: sqlite3.Connection) -> Iterator[Problem]:
    try:
        lines = [line for (line,) in connection.execute("PRAGMA integrity_check(20)").fetchall()]
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        lines = [str(error)]
    yield from (Problem("database-broken", line, mendable=False) for line in lines if line != "ok")


_VALUES: tuple[tuple[str, str, type[Reading] | type[Card] | type[Excerpt]], ...] = (
    ("readings", "value", Reading),
    ("documents", "card", Card),
    ("excerpts", "value", Excerpt),
)


def _unreadable_rows(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    for table, column, kind in _VALUES:
        for identifier, value in connection.execute(f"SELECT id, {column} FROM {table}").fetchall():  # noqa: S608 - names of ours
            try:
                msgspec.json.decode(value, type=kind)
            except (msgspec.DecodeError, TypeError, ValueError):
                yield table, identifier


def _unreadable(connection: sqlite3.Connection) -> Iterator[Problem]:
    yield from (Problem("row-unreadable", f"{table} {identifier}") for table, identifier in _unreadable_rows(connection))


_DANGLING = (
    "documents WHERE reading NOT IN (SELECT id FROM readings)",
    "excerpts WHERE document NOT IN (SELECT id FROM documents) OR reading NOT IN (SELECT id FROM readings)",
    "revisions WHERE document NOT IN (SELECT id FROM documents) OR reading NOT IN (SELECT id FROM readings)",
    "queue WHERE excerpt NOT IN (SELECT id FROM excerpts) OR reading NOT IN (SELECT id FROM readings)",
)
"""Rows that point to nothing, in the order to drop them: what goes leaves others pointing to nothing."""


def _dangling(connection: sqlite3.Connection) -> Iterator[Problem]:
    for dangling in _DANGLING:
        table = dangling.partition(" ")[0]
        for (row,) in connection.execute(f"SELECT rowid FROM {dangling}").fetchall():  # noqa: S608 - conditions of ours
            yield Problem("row-dangling", f"{table} {row}")


def _misplaced(library: Library, connection: sqlite3.Connection) -> Iterator[Problem]:
    waiting = {excerpt.id for excerpt in excerpt_table.queued(connection)}
    for document, excerpt in _held(library, connection):
        if excerpt.span.end > len(library.reading(excerpt.reading).text):
            yield Problem("excerpt-outside", excerpt.id)
        elif excerpt.reading != document.reading and excerpt.id not in waiting and excerpt.standing is not Standing.REJECTED:
            yield Problem("excerpt-waits-for-nobody", excerpt.id)


def _unindexed(library: Library, connection: sqlite3.Connection) -> Iterator[Problem]:
    try:
        connection.execute("INSERT INTO search (search) VALUES ('integrity-check')")
        rows = connection.execute("SELECT rowid, words, who, addressees, source FROM search").fetchall()
    except sqlite3.DatabaseError as error:
        yield Problem("index-differs", str(error))
        return
    there = {number: tuple(columns) for number, *columns in rows}
    for document, excerpt in _held(library, connection):
        reading = library.reading(excerpt.reading)
        if excerpt.span.end > len(reading.text):
            continue
        if there.pop(excerpt_table.number(connection, excerpt.id), ()) != index.indexed(excerpt, reading, document):
            yield Problem("index-differs", excerpt.id)
    yield from (Problem("index-differs", str(number)) for number in there)


def _held(library: Library, connection: sqlite3.Connection) -> Iterator[tuple[SourceDocument, Excerpt]]:
    for document in library.documents():
        for held in excerpt_table.of_document(connection, document.id):
            yield document, held.excerpt


def _originals(library: Library) -> Iterator[Problem]:
    for document in library.documents():
        if not library.originals.path(document.file).is_file():
            yield Problem("original-missing", document.name, mendable=False)
        elif not library.originals.whole(document.file):
            yield Problem("original-changed", document.name, mendable=False)
