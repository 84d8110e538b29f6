"""One database file: opened with its safeguards, changed in transactions, its faults told in one clear line."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing_app.errors import BriefingError, FileNotRead, FileNotWritten

PATIENCE = 5.0
"""Seconds to wait for another process that is writing before saying so."""

_FAULTS: dict[int, tuple[type[BriefingError], str]] = {
    sqlite3.SQLITE_NOTADB: (FileNotRead, "not-a-library"),
    sqlite3.SQLITE_CORRUPT: (FileNotRead, "library-damaged"),
    sqlite3.SQLITE_BUSY: (FileNotWritten, "library-locked"),
    sqlite3.SQLITE_LOCKED: (FileNotWritten, "library-locked"),
    sqlite3.SQLITE_READONLY: (FileNotWritten, "not-allowed"),
    sqlite3.SQLITE_PERM: (FileNotWritten, "not-allowed"),
    sqlite3.SQLITE_CANTOPEN: (FileNotWritten, "not-allowed"),
    sqlite3.SQLITE_FULL: (FileNotWritten, "disk-full"),
    sqlite3.SQLITE_IOERR: (FileNotWritten, "not-written"),
    sqlite3.SQLITE_TOOBIG: (FileNotWritten, "not-written"),
}
"""What the environment can do to a database file. Anything else is a bug of ours and goes through."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn faults of the database file into errors a person can act on."""
    try:
        yield
    except sqlite3.Error as error:
        fault = _fault_of(error, path)
        if fault is None:
            raise
        raise fault from error


def _fault_of(error: sqlite3.Error, path: Path) -> BriefingError | None:
    """Return the error to tell for a fault of the file, or None when the fault is ours."""
    # Some faults come without a code: Python gives codes only to what SQLite itself reports.
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None or code & 0xFF not in _FAULTS:
        return None
    kind, name = _FAULTS[code & 0xFF]
    return kind(name, path=path, reason=str(error))


def connected(path: Path, patience: float) -> sqlite3.Connection:
    """Open a database file with foreign keys on, waiting ``patience`` seconds for others.

    The journal is the classic one, deleted at each commit, not a write-ahead log: at rest a library is one file that can be
    copied, mailed or kept on a network share (where the log's shared memory does not work), and it opens on a read-only disk.
    The log's gain, readers beside a writer, is not needed: our reads and writes take milliseconds.
    """
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = FULL")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


@contextmanager
def change(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Make all changes of the block together or none of them; a change inside a change is part of it."""
    inside = connection.in_transaction
    if inside:
        yield connection
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
