"""Bringing in documents: a file read, what is in it found, both kept in the library; one bad file costs that file alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing_app.domain.excerpt import Excerpt, Standing, new_id
from briefing_app.domain.reading import Reading
from briefing_app.domain.source import SourceDocument
from briefing_app.errors import BriefingError, FileNotRead
from briefing_app.extraction.entry import extract
from briefing_app.library.store import Library
from briefing_app.reading.entry import read_file
from briefing_app.reading.sidecar import SUFFIX


@dataclass(frozen=True, slots=True)
class Found:
    """A file as read, and the excerpts suggested in it."""

    document: SourceDocument
    reading: Reading
    data: bytes
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one file: its document and how many excerpts it has, or why it could not be read.

    ``known``: the library had these bytes already and nothing changed; ``queued``: excerpts a new reading does not have.
    """

    path: Path
    document: SourceDocument | None = None
    excerpts: int = 0
    known: bool = False
    queued: int = 0
    fault: BriefingError | None = None


def find(path: Path) -> Found:
    """Read a file and find what is in it, without any library; FileNotRead when it cannot be read."""
    read = read_file(path)
    document = SourceDocument(new_id(), read.name, read.reading.file, read.reading.id, read.card)
    return Found(document, read.reading, read.data, _extracted(document, read.reading))


def _extracted(document: SourceDocument, reading: Reading) -> tuple[Excerpt, ...]:
    as_of = document.card.date.value if document.card.date else None
    return extract(reading, document.id, as_of)


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files named, and those in folders named, in the order of their names; sidecars and hidden files left out."""
    for path in paths:
        if path.is_dir():
            inside = sorted(each for each in path.rglob("*") if each.is_file() and not each.name.startswith("."))
            yield from (each for each in inside if not is_sidecar(each))
        else:
            yield path


def is_sidecar(path: Path) -> bool:
    """Tell whether a file is the card of another file that lies beside it."""
    return path.name.endswith(SUFFIX) and path.with_name(path.name.removesuffix(SUFFIX)).exists()


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


def keep_found(library: Library, path: Path, found: Found) -> Imported:
    """Keep in the library what was found in a file, perhaps by another process."""
    added = library.add(found.document, found.reading, found.data)
    if added.known:
        held = _counted(library.excerpts(added.document.id))
        return Imported(path, added.document, held, known=True)
    # Excerpts name their document and reading: those found are kept as they are only where both are the library's too.
    own = (added.document.id, added.document.reading) == (found.document.id, found.reading.id)
    excerpts = found.excerpts if own else _extracted(added.document, library.reading(added.document.reading))
    held = _counted(library.put_excerpts(added.document.id, excerpts))
    return Imported(path, added.document, held, queued=len(added.queued))


def _counted(excerpts: Iterable[Excerpt]) -> int:
    return sum(excerpt.standing is not Standing.REJECTED for excerpt in excerpts)
