"""The library's documents, readings, originals and excerpts: bringing in, looking up, editing, taking out and putting back."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

import msgspec

from briefing_app.domain.excerpt import Excerpt, Standing
from briefing_app.domain.reading import Reading
from briefing_app.domain.source import Card, SourceDocument
from briefing_app.errors import EditRefused, FileNotRead
from briefing_app.files import beginning, make_folder
from briefing_app.library import excerpt_table, index
from briefing_app.library.anchoring import carried
from briefing_app.library.database import PATIENCE, change, connected, told
from briefing_app.library.excerpt_table import Revision
from briefing_app.library.merging import Held, merged, merged_card
from briefing_app.library.originals import Originals, fingerprint
from briefing_app.library.rows import DOCUMENT_COLUMNS, decoded, document_of
from briefing_app.library.schema import brought_up


@dataclass(frozen=True, slots=True)
class Added:
    """What bringing a file in came to. ``document`` is the library's: its identifier and card, whatever was offered.

    ``known``: these bytes, read by the same reader, were here already and nothing changed; ``superseded``: they are an earlier
    version of the document. Read by another reader, the excerpts moved to the new reading; ``queued`` names those that could not.
    """

    document: SourceDocument
    known: bool = False
    superseded: bool = False
    moved: tuple[str, ...] = ()
    queued: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Removed:
    """A document with all that goes with it, to be put back: ``queued`` excerpts await a decision, ``revisions`` it once was."""

    document: SourceDocument
    excerpts: tuple[Held, ...]
    queued: tuple[str, ...]
    revisions: tuple[Revision, ...] = ()


class Library:
    """An open library. Values come out as they went in; every change is whole or does not happen.

    All methods raise FileNotRead or FileNotWritten when the file is damaged, locked by another process for too long, or
    may not be written, and KeyError for an identifier that is not in it unless they say otherwise.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.originals = Originals(path)
        self._connection = connection
        self._readings: dict[str, Reading] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @contextmanager
    def looking(self) -> Iterator[sqlite3.Connection]:
        """Give this room's modules the database to look things up in, its faults told."""
        try:
            with told(self.path):
                yield self._connection
        except msgspec.DecodeError as error:
            raise FileNotRead("library-damaged", path=self.path) from error

    @contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """Give this room's modules the database to change, all of the block or nothing, its faults told."""
        with self.looking() as connection, change(connection):
            yield connection

    def documents(self) -> tuple[SourceDocument, ...]:
        """Return all documents in the order they were brought in."""
        with self.looking() as connection:
            rows = connection.execute(f"SELECT {DOCUMENT_COLUMNS} FROM documents ORDER BY rowid").fetchall()  # noqa: S608 - a constant of ours
            return tuple(document_of(row) for row in rows)

    def document(self, identifier: str) -> SourceDocument:
        """Return a document."""
        return self._document("id", identifier)

    def document_of_file(self, file: str) -> SourceDocument:
        """Return the document of a file, by the SHA-256 of its bytes."""
        return self._document("file", file)

    def has_file(self, file: str) -> bool:
        """Tell whether a file, by the SHA-256 of its bytes, is a document's or was before its newest version."""
        try:
            self.document_with(file)
        except KeyError:
            return False
        return True

    def document_with(self, file: str) -> SourceDocument:
        """Return the document that a file is, or was before its newest version."""
        with self.looking() as connection:
            earlier = excerpt_table.document_that_was(connection, file)
        return self.document(earlier) if earlier else self.document_of_file(file)

    def _document(self, column: str, value: str) -> SourceDocument:
        with self.looking() as connection:
            query = f"SELECT {DOCUMENT_COLUMNS} FROM documents WHERE {column} = ?"  # noqa: S608 - column names of ours
            row = connection.execute(query, (value,)).fetchone()
            if row is None:
                raise KeyError(value)
            return document_of(row)

    def reading(self, identifier: str) -> Reading:
        """Return a reading, of a removed document too: readings are kept for ever."""
        if identifier not in self._readings:
            with self.looking() as connection:
                row = connection.execute("SELECT value FROM readings WHERE id = ?", (identifier,)).fetchone()
                if row is None:
                    raise KeyError(identifier)
                while len(self._readings) >= _AT_HAND:
                    self._readings.pop(next(iter(self._readings)))
                self._readings[identifier] = decoded(row[0], Reading)
        return self._readings[identifier]

    def original(self, file: str) -> bytes:
        """Return the bytes of a file that was brought in; FileNotRead when it is gone or was changed on the disk."""
        return self.originals.bytes_of(file)

    def excerpts(self, document: str) -> tuple[Excerpt, ...]:
        """Return a document's excerpts in the order of its text, rejected ones too."""
        with self.looking() as connection:
            held = excerpt_table.of_document(connection, document)
        return tuple(sorted((each.excerpt for each in held), key=lambda each: (each.span.start, each.span.end, each.kind, each.id)))

    def excerpt(self, identifier: str) -> Excerpt:
        """Return an excerpt."""
        with self.looking() as connection:
            held = excerpt_table.one(connection, identifier)
        if held is None:
            raise KeyError(identifier)
        return held.excerpt

    def queue(self) -> tuple[Excerpt, ...]:
        """Return the excerpts whose words a new reading does not have, oldest first; they still point to the reading they had."""
        with self.looking() as connection:
            return excerpt_table.queued(connection)

    def add(self, document: SourceDocument, reading: Reading, original: bytes) -> Added:
        """Bring in a file as read. The original is kept first, so that no document is ever without its file.

        ``document`` and ``reading`` must be of these bytes (else ValueError). Extraction should go on from the reading that
        the library then holds (``Added.document.reading``): for a known file it is the one from before.
        """
        if not document.file == reading.file == fingerprint(original) or document.reading != reading.id:
            raise ValueError("document, reading and bytes are not of one file")
        self.originals.keep(original)
        with self.changing() as connection:
            try:
                before = self.document_with(document.file)
            except KeyError:
                excerpt_table.keep_reading(connection, reading)
                excerpt_table.insert_document(connection, document)
                return Added(document)
            if before.file != document.file:
                return Added(before, known=True, superseded=True)
            if self.reading(before.reading).reader == reading.reader:
                return Added(before, known=True)
            excerpt_table.keep_reading(connection, reading)
            after = replace(before, reading=reading.id, card=merged_card(before.card, document.card))
            return self.read_anew(connection, after)

    def read_anew(self, connection: sqlite3.Connection, document: SourceDocument) -> Added:
        """Put a document with a new reading in the place of what it was, within a change of this room's; its excerpts follow."""
        excerpt_table.rewrite_document(connection, document)
        there, lost = carried(connection, document, self.reading)
        self.index_document(connection, document)
        return Added(document, moved=there, queued=lost)

    def put_excerpts(self, document: str, suggestions: Iterable[Excerpt]) -> tuple[Excerpt, ...]:
        """Make a document's suggestions those that extraction found in the reading in force; return all its excerpts.

        What a person confirmed, edited or rejected stays as it is, and a rejected suggestion does not come back. A suggestion
        that was there before keeps its identifier. ValueError for suggestions of another document or reading.
        """
        offered = tuple(suggestions)
        with self.changing() as connection:
            source = self._known(document)
            if any((each.document, each.reading) != (source.id, source.reading) for each in offered):
                raise ValueError("suggestions are of the document's reading in force")
            held = (*excerpt_table.of_document(connection, document), *excerpt_table.mended_away(connection, document))
            merge = merged(source.file, held, offered)
            for identifier in merge.drop:
                excerpt_table.delete(connection, identifier)
            for excerpt in merge.replace:
                excerpt_table.replace_value(connection, excerpt)
                self._index(connection, excerpt, source)
            for excerpt in merge.add:
                excerpt_table.insert(connection, excerpt_table.as_suggested(excerpt))
                self._index(connection, excerpt, source)
            return self.excerpts(document)

    def add_excerpt(self, excerpt: Excerpt) -> None:
        """Add an excerpt that a person made; EditRefused when its document is gone."""
        with self.changing() as connection:
            source = self._known(excerpt.document)
            self._fits(excerpt, source)
            excerpt_table.insert(connection, Held(excerpt, None))
            self._index(connection, excerpt, source)

    def update_excerpt(self, excerpt: Excerpt) -> None:
        """Put an excerpt in the place of the one of its identifier; EditRefused when that is gone.

        One that awaited a decision does so no more when it now points to the reading in force, or was rejected.
        """
        with self.changing() as connection:
            source = self._known(excerpt.document)
            self._fits(excerpt, source)
            if not excerpt_table.replace_value(connection, excerpt):
                raise EditRefused("excerpt-gone")
            if excerpt.reading == source.reading or excerpt.standing is Standing.REJECTED:
                excerpt_table.settle(connection, excerpt.id)
            self._index(connection, excerpt, source)

    def remove_excerpt(self, identifier: str) -> None:
        """Take an excerpt out; EditRefused when it is gone already."""
        with self.changing() as connection:
            if not excerpt_table.delete(connection, identifier):
                raise EditRefused("excerpt-gone")

    def update_card(self, document: str, card: Card) -> SourceDocument:
        """Put a card in the place of a document's and return the document; EditRefused when it is gone."""
        with self.changing() as connection:
            source = replace(self._known(document), card=card)
            excerpt_table.rewrite_document(connection, source)
            self.index_document(connection, source)
            return source

    def remove_document(self, identifier: str) -> Removed:
        """Take a document out with its excerpts, and return them for ``restore``; EditRefused when it is gone already.

        Its readings and its original stay: undo needs them, and packs may have been made from them.
        """
        with self.changing() as connection:
            self._known(identifier)
            removed = self.whole(identifier)
            for each in removed.excerpts:
                excerpt_table.delete(connection, each.excerpt.id)
            connection.execute("DELETE FROM documents WHERE id = ?", (identifier,))
            return removed

    def whole(self, identifier: str) -> Removed:
        """Return a document with its excerpts, as ``remove_document`` would."""
        with self.looking() as connection:
            document = self.document(identifier)
            held = excerpt_table.of_document(connection, identifier)
            own = {each.excerpt.id for each in held}
            waiting = tuple(each.id for each in excerpt_table.queued(connection) if each.id in own)
            return Removed(document, held, waiting, excerpt_table.revisions(connection, identifier))

    def restore(self, removed: Removed) -> None:
        """Put a removed document back; EditRefused when its file was brought in again meanwhile."""
        document = removed.document
        with self.changing() as connection:
            if connection.execute("SELECT 1 FROM documents WHERE file = ? OR id = ?", (document.file, document.id)).fetchone():
                raise EditRefused("document-back")
            excerpt_table.insert_document(connection, document)
            self.fill(connection, removed)

    def fill(self, connection: sqlite3.Connection, removed: Removed) -> None:
        """Put in all that goes with a document that is there and has nothing, within a change of this room's."""
        document = removed.document
        excerpt_table.rewrite_revisions(connection, document.id, removed.revisions)
        for held in removed.excerpts:
            excerpt_table.insert(connection, held)
        for identifier in removed.queued:
            excerpt_table.enqueue(connection, identifier, document.reading)
        self.index_document(connection, document)

    def _known(self, document: str) -> SourceDocument:
        try:
            return self.document(document)
        except KeyError as error:
            raise EditRefused("document-gone") from error

    def _fits(self, excerpt: Excerpt, document: SourceDocument) -> None:
        reading = self.reading(excerpt.reading)
        with self.looking() as connection:
            files = {document.file, *(each.file for each in excerpt_table.revisions(connection, document.id))}
        if reading.file not in files or excerpt.span.end > len(reading.text):
            raise ValueError(f"excerpt {excerpt.id} is no slice of a reading of its document")

    def _index(self, connection: sqlite3.Connection, excerpt: Excerpt, document: SourceDocument) -> None:
        columns = index.indexed(excerpt, self.reading(excerpt.reading), document)
        index.put(connection, excerpt_table.number(connection, excerpt.id), columns)

    def index_document(self, connection: sqlite3.Connection, document: SourceDocument) -> None:
        """Put all excerpts of a document into the index anew, within a change of this room's."""
        for held in excerpt_table.of_document(connection, document.id):
            self._index(connection, held.excerpt, document)


_AT_HAND = 16
"""How many readings stay decoded: they never change, and all excerpts of a document ask for the same one."""

_HEADER = b"SQLite format 3\0"


def open_library(path: Path, patience: float = PATIENCE) -> Library:
    """Open a library, made when there is none; use it in a ``with``, or close it.

    ``patience`` is how many seconds to wait for another process that is writing. FileNotRead for a folder, a file that is no
    library, a damaged or newer one; FileNotWritten when one must be made or brought up to date and that cannot be done.
    """
    make_folder(path.parent)
    if path.exists() and beginning(path, len(_HEADER)) not in {b"", _HEADER}:
        # SQLite itself would take a very short file for an empty one, and write over it.
        raise FileNotRead("not-a-library", path=path)
    with told(path):
        connection = connected(path, patience)
        try:
            brought_up(connection, path)
        except BaseException:
            connection.close()
            raise
    return Library(path, connection)
