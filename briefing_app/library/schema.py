"""The library's tables, by numbered migrations: each is applied whole, once, whoever comes first."""

import sqlite3
from pathlib import Path

from briefing_app.errors import FileNotRead
from briefing_app.library.database import change

APPLICATION = 0x42504C31
"""Marks a database file as a library ("BPL1"); stands in its header (SQLite file format, 1.3)."""

SEARCH_TABLE = (
    """CREATE VIRTUAL TABLE search USING fts5(words, who, addressees, source, tokenize = "unicode61 remove_diacritics 2")"""
)
"""The index: an excerpt's shown words, who said them, who is asked, and its source's title and publisher. Row = excerpt number."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE readings (
            id TEXT NOT NULL PRIMARY KEY,
            file TEXT NOT NULL,
            value TEXT NOT NULL)""",
        """CREATE TABLE documents (
            id TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            file TEXT NOT NULL UNIQUE,
            reading TEXT NOT NULL REFERENCES readings (id),
            card TEXT NOT NULL)""",
        # The born columns say as what an excerpt was first suggested, in its reading: a person may have moved it since.
        """CREATE TABLE excerpts (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            reading TEXT NOT NULL REFERENCES readings (id),
            born_kind TEXT, born_start INTEGER, born_end INTEGER,
            value TEXT NOT NULL)""",
        "CREATE INDEX excerpts_by_document ON excerpts (document)",
        """CREATE TABLE queue (
            excerpt TEXT NOT NULL PRIMARY KEY REFERENCES excerpts (id) ON DELETE CASCADE,
            reading TEXT NOT NULL REFERENCES readings (id))""",
        SEARCH_TABLE,
    ),
    (
        # The files that a document was before its newest version; each is known when it is brought in again.
        """CREATE TABLE revisions (
            file TEXT NOT NULL PRIMARY KEY,
            document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            reading TEXT NOT NULL REFERENCES readings (id),
            name TEXT NOT NULL)""",
        """CREATE TABLE sketches (
            mark INTEGER NOT NULL,
            document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            PRIMARY KEY (mark, document)) WITHOUT ROWID""",
        "CREATE INDEX sketches_by_document ON sketches (document)",
    ),
)
"""Statements by migration; ``user_version`` says how many a file has had."""

TABLES = frozenset({"readings", "documents", "excerpts", "queue", "search", "revisions", "sketches"})


def brought_up(connection: sqlite3.Connection, path: Path) -> None:
    """Bring a library's tables up to date; a new file gets them all.

    FileNotRead for a database that is no library, a library of a newer version, or one that lacks a table.
    """
    names = _tables(connection)
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if names and application != APPLICATION:
        raise FileNotRead("not-a-library", path=path)
    if _version(connection) > len(MIGRATIONS):
        raise FileNotRead("library-newer", path=path)
    for number, statements in enumerate(MIGRATIONS, 1):
        if _version(connection) < number:
            _apply(connection, number, statements)
    if not _tables(connection) >= TABLES:
        raise FileNotRead("library-damaged", path=path)


def _apply(connection: sqlite3.Connection, number: int, statements: tuple[str, ...]) -> None:
    with change(connection):
        # Another process may have done it while this one waited for its turn.
        if _version(connection) >= number:
            return
        for statement in statements:
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {number}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _tables(connection: sqlite3.Connection) -> frozenset[str]:
    return frozenset(name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'"))
