"""Documents as they arrive: what reading made of a file, on its way into the library; reading itself stands elsewhere."""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefing_app.domain.excerpt import Excerpt, Standing
from briefing_app.domain.reading import Reading
from briefing_app.domain.source import SourceDocument
from briefing_app.errors import BriefingError
from briefing_app.library.store import Library


@dataclass(frozen=True, slots=True)
class Found:
    """A file as read, and the excerpts suggested in it."""

    document: SourceDocument
    reading: Reading
    data: bytes
    excerpts: tuple[Excerpt, ...]
    form: str = ""
    """The label of the file's format, by what is in it: "PDF"."""
    misnamed: bool = False
    """Whether its name's ending says another format; the content was believed."""


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
    believed: str = ""
    """The label of the file's format where its name says another."""


def keep_found(library: Library, path: Path, found: Found) -> Imported:
    """Keep in the library what was found in a file, perhaps by another process."""
    added = library.add(found.document, found.reading, found.data)
    believed = found.form if found.misnamed else ""
    if added.known:
        held = _counted(library.excerpts(added.document.id))
        return Imported(path, added.document, held, known=True, believed=believed)
    # A file that was read before by an older reader keeps its document, and the card a person put right.
    excerpts = (_of(added.document, excerpt) for excerpt in found.excerpts)
    held = _counted(library.put_excerpts(added.document.id, excerpts))
    return Imported(path, added.document, held, queued=len(added.queued), believed=believed)


def _of(document: SourceDocument, excerpt: Excerpt) -> Excerpt:
    if excerpt.document == document.id:
        return excerpt
    as_of = document.card.date.value if document.card.date else None
    said = excerpt.attribution and dataclasses.replace(excerpt.attribution, as_of=as_of)
    return dataclasses.replace(excerpt, document=document.id, attribution=said)


def _counted(excerpts: Iterable[Excerpt]) -> int:
    return sum(excerpt.standing is not Standing.REJECTED for excerpt in excerpts)
