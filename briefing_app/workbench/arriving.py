"""Documents as they arrive: what reading made of a file, on its way into the library; reading itself stands elsewhere."""

import dataclasses
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from briefing_app.domain.excerpt import Excerpt, Standing
from briefing_app.domain.harm import hurt_count
from briefing_app.domain.letters import folded
from briefing_app.domain.reading import Reading
from briefing_app.domain.source import Card, SourceDocument
from briefing_app.errors import BriefingError
from briefing_app.library.likening import documents_like
from briefing_app.library.revising import revise
from briefing_app.library.store import Added, Library, Removed


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
    marks: frozenset[int] = frozenset()
    """By which documents like it are known."""


class Kinship(StrEnum):
    """What a file is to a document that the library had."""

    VERSION = "version"
    """Its new version, which took its place."""
    EARLIER = "earlier"
    """A version it was before; nothing changed."""
    CLEANER = "cleaner"
    """A cleaner copy: a document of its own, from which damaged words of the other can be mended."""
    MORE_DAMAGED = "more damaged"
    """A copy more damaged: a document of its own, which the other could mend."""
    COPY = "copy"
    """A copy in another format, or one that may be a new version: a document of its own."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one file: its document and how many excerpts it has, or why it could not be read.

    ``known``: the library had these bytes already and nothing changed; ``queued``: excerpts that a new reading or version does not
    have and that now await a decision; ``kinship`` with ``other``: what it is to a document that was there, as that was.
    """

    path: Path
    document: SourceDocument | None = None
    excerpts: int = 0
    known: bool = False
    queued: int = 0
    fault: BriefingError | None = None
    believed: str = ""
    """The label of the file's format where its name says another."""
    kinship: Kinship | None = None
    other: SourceDocument | None = None
    was: Removed | None = None
    """The document whole as it was, where a new version took its place; ``versions.noted`` makes that a step that can be undone."""


def keep_found(library: Library, path: Path, found: Found) -> Imported:
    """Keep in the library what was found in a file, perhaps by another process.

    What is surely a new version of a document there, in the same format, takes its place; any other likeness is only told.
    """
    believed = found.form if found.misnamed else ""
    kinship, other = (None, None) if library.has_file(found.document.file) else _kin(library, found)
    was = library.whole(other.id) if kinship is Kinship.VERSION and other else None
    if was and other:
        added = revise(library, other.id, found.document, found.reading, found.data)
    else:
        added = library.add(found.document, found.reading, found.data)
    if added.known:
        return _unchanged(library, path, added, believed)
    # A file that was read before by an older reader, or was another version, keeps its document and what a person typed.
    excerpts = (_of(added.document, excerpt) for excerpt in found.excerpts)
    held = _counted(library.put_excerpts(added.document.id, excerpts))
    # Suggestions that were not made again are gone by now, and await nobody.
    waiting = {excerpt.id for excerpt in library.queue()}
    queued = sum(identifier in waiting for identifier in added.queued)
    return Imported(path, added.document, held, queued=queued, believed=believed, kinship=kinship, other=other, was=was)


def held_already(library: Library, path: Path, file: str, readers: Collection[str]) -> Imported | None:
    """Return what becomes of a file, by the SHA-256 of its bytes, that is here as one of ``readers`` read it; None for others."""
    if not library.has_file(file):
        return None
    document = library.document_with(file)
    superseded = document.file != file
    if not superseded and library.reading(document.reading).reader not in readers:
        return None
    return _unchanged(library, path, Added(document, known=True, superseded=superseded))


def _unchanged(library: Library, path: Path, added: Added, believed: str = "") -> Imported:
    held = _counted(library.excerpts(added.document.id))
    kinship, other = (Kinship.EARLIER, added.document) if added.superseded else (None, None)
    return Imported(path, added.document, held, known=True, believed=believed, kinship=kinship, other=other)


def _kin(library: Library, found: Found) -> tuple[Kinship | None, SourceDocument | None]:
    alike = documents_like(library, found.marks)
    if not alike:
        return None, None
    nearest = alike[0]
    document = nearest.document
    before = library.reading(document.reading)
    ours, theirs = hurt_count(found.reading), hurt_count(before)
    if ours != theirs:
        return (Kinship.CLEANER if ours < theirs else Kinship.MORE_DAMAGED), document
    surely = (
        nearest.likeness.nearly_equal and before.reader == found.reading.reader and _one_card(document.card, found.document.card)
    )
    return (Kinship.VERSION if surely else Kinship.COPY), document


def _one_card(known: Card, offered: Card) -> bool:
    """Tell whether two cards are of one publication: the same title, and no publisher, date or address that speaks against it."""
    if not known.title or not offered.title or folded(known.title.value) != folded(offered.title.value):
        return False
    pairs = ((known.publisher, offered.publisher), (known.date, offered.date), (known.address, offered.address))
    return all(one is None or other is None or one.value == other.value for one, other in pairs)


def _of(document: SourceDocument, excerpt: Excerpt) -> Excerpt:
    if excerpt.document == document.id:
        return excerpt
    as_of = document.card.date.value if document.card.date else None
    said = excerpt.attribution and dataclasses.replace(excerpt.attribution, as_of=as_of)
    return dataclasses.replace(excerpt, document=document.id, attribution=said)


def _counted(excerpts: Iterable[Excerpt]) -> int:
    return sum(excerpt.standing is not Standing.REJECTED for excerpt in excerpts)
