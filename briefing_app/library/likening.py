"""Which documents of a library are like a text: a few marks of each are kept, so that thousands need not be read for it."""

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass

from briefing_app.domain.likeness import Likeness, likeness, marks_of, sketch_of
from briefing_app.domain.reading import Reading, shown
from briefing_app.domain.source import SourceDocument
from briefing_app.domain.span import Span
from briefing_app.library.store import Library

_LOOKED_AT = 5
"""How many of the likeliest are compared whole."""
_NONE = -1
"""Stands for the marks of a text too short to have any."""


@dataclass(frozen=True, slots=True)
class Alike:
    """A document of the library and how like it a text is; the text is the first of the likeness."""

    document: SourceDocument
    likeness: Likeness


def reading_marks(reading: Reading) -> frozenset[int]:
    """Return the marks of what a person reads of a reading."""
    return marks_of(shown(reading, Span(0, len(reading.text))))


def documents_like(library: Library, marks: frozenset[int], *, but: Collection[str] = ()) -> tuple[Alike, ...]:
    """Return the documents that are the same as a text in another state or format, the likest first, none of ``but``."""
    sketch = sketch_of(marks)
    if not sketch:
        return ()
    with library.changing() as connection:
        _complete(library, connection)
        wanted = ", ".join("?" * len(sketch))
        query = f"SELECT document, COUNT(*) AS shared FROM sketches WHERE mark IN ({wanted}) GROUP BY document"  # noqa: S608 - question marks
        found = sorted(connection.execute(query, sketch).fetchall(), key=lambda row: (-row[1], row[0]))
        likely = [document for document, _ in found if document not in but]
    same = []
    for identifier in likely[:_LOOKED_AT]:
        document = library.document(identifier)
        how = likeness(marks, reading_marks(library.reading(document.reading)))
        if how.same_document:
            same.append(Alike(document, how))
    return tuple(sorted(same, key=lambda each: (-each.likeness.shared, each.document.id)))


def _complete(library: Library, connection: sqlite3.Connection) -> None:
    """Sketch the documents that have no marks yet: those just brought in, read anew, or kept by an earlier version."""
    rows = connection.execute("SELECT id, reading FROM documents WHERE id NOT IN (SELECT document FROM sketches)").fetchall()
    for document, reading in rows:
        sketch = sketch_of(reading_marks(library.reading(reading))) or (_NONE,)
        connection.executemany("INSERT INTO sketches (mark, document) VALUES (?, ?)", [(mark, document) for mark in sketch])
