"""Bringing in documents: a file read, what is in it found, both kept in the library; one bad file costs that file alone."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from briefing_app.domain.excerpt import new_id
from briefing_app.domain.source import SourceDocument
from briefing_app.errors import FileNotRead
from briefing_app.extraction.entry import extract
from briefing_app.library.store import Library
from briefing_app.reading.entry import read_file
from briefing_app.workbench.arriving import Found, Imported, files_in, keep_found


def find(path: Path) -> Found:
    """Read a file and find what is in it, without any library; FileNotRead when it cannot be read."""
    read = read_file(path)
    document = SourceDocument(new_id(), read.name, read.reading.file, read.reading.id, read.card)
    as_of = document.card.date.value if document.card.date else None
    return Found(document, read.reading, read.data, extract(read.reading, document.id, as_of))


def import_paths(library: Library, paths: Iterable[Path]) -> Iterator[Imported]:
    """Bring files in one by one and yield what became of each; a file that cannot be read stops nothing."""
    for path in files_in(paths):
        try:
            yield import_one(library, path)
        except FileNotRead as fault:
            yield Imported(path, fault=fault)


def import_one(library: Library, path: Path) -> Imported:
    """Bring one file in; FileNotRead when it cannot be read. Importing the same bytes again changes nothing."""
    return keep_found(library, path, find(path))
