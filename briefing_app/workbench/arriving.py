"""Documents as they arrive: what reading made of a file, on its way into the library; reading itself stands elsewhere."""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing_app.domain.excerpt import Excerpt, Standing
from briefing_app.domain.reading import Reading
from briefing_app.domain.source import SourceDocument
from briefing_app.errors import BriefingError
from briefing_app.library.store import Library
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


def keep_found(library: Library, path: Path, found: Found) -> Imported:
    """Keep in the library what was found in a file, perhaps by another process."""
    added = library.add(found.document, found.reading, found.data)
    if added.known:
        return Imported(path, added.document, _counted(library.excerpts(added.document.id)), known=True)
    # A file that was read before by an older reader keeps its document, and the card a person put right.
    excerpts = (_of(added.document, excerpt) for excerpt in found.excerpts)
    held = _counted(library.put_excerpts(added.document.id, excerpts))
    return Imported(path, added.document, held, queued=len(added.queued))


def _of(document: SourceDocument, excerpt: Excerpt) -> Excerpt:
    if excerpt.document == document.id:
        return excerpt
    as_of = document.card.date.value if document.card.date else None
    said = excerpt.attribution and dataclasses.replace(excerpt.attribution, as_of=as_of)
    return dataclasses.replace(excerpt, document=document.id, attribution=said)


def _counted(excerpts: Iterable[Excerpt]) -> int:
    return sum(excerpt.standing is not Standing.REJECTED for excerpt in excerpts)
