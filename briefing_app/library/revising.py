"""New versions of a document: a file that takes the place of another, and several documents put back as they were, at once."""

from collections.abc import Iterable
from dataclasses import replace

from briefing_app.domain.excerpt import Standing
from briefing_app.domain.reading import Reading
from briefing_app.domain.source import SourceDocument
from briefing_app.library import excerpt_table
from briefing_app.library.excerpt_table import Revision
from briefing_app.library.merging import merged_card
from briefing_app.library.originals import fingerprint
from briefing_app.library.store import Added, Library, Removed


def revise(library: Library, identifier: str, offered: SourceDocument, reading: Reading, original: bytes) -> Added:
    """Make a file the new version of a document, whose identifier stays, with what a person typed on its card.

    Its excerpts move to the new reading by their exact words; ``queued`` names those that cannot. The file and the reading it had
    are kept, and known when they are brought in again. KeyError when there is no such document; ValueError for bytes that are not
    of the reading, or that the library has already.
    """
    if not offered.file == reading.file == fingerprint(original):
        raise ValueError("document, reading and bytes are not of one file")
    library.originals.keep(original)
    with library.changing() as connection:
        before = library.document(identifier)
        known = connection.execute("SELECT 1 FROM documents WHERE file = ?", (offered.file,)).fetchone()
        if known or excerpt_table.document_that_was(connection, offered.file):
            raise ValueError("the library has this file already")
        excerpt_table.keep_reading(connection, reading)
        was = (*excerpt_table.revisions(connection, identifier), Revision(before.file, before.reading, before.name))
        excerpt_table.rewrite_revisions(connection, identifier, was)
        card = merged_card(before.card, offered.card)
        after = replace(before, name=offered.name, file=offered.file, reading=reading.id, card=card)
        return library.read_anew(connection, after)


def take_as_version(library: Library, identifier: str, of: str) -> Added:
    """Make a document the new version of another: its file and what was found in it go over, and it is none of its own any more.

    What a person confirmed, edited or made in it goes over too. KeyError when one of them is not there.
    """
    with library.changing() as connection:
        offered = library.remove_document(identifier)
        before = library.document(of)
        was = Revision(before.file, before.reading, before.name)
        excerpt_table.rewrite_revisions(connection, of, (*excerpt_table.revisions(connection, of), was, *offered.revisions))
        new = offered.document
        card = merged_card(before.card, new.card)
        added = library.read_anew(connection, replace(before, name=new.name, file=new.file, reading=new.reading, card=card))
        coming = [replace(held, excerpt=replace(held.excerpt, document=of)) for held in offered.excerpts]
        library.put_excerpts(of, [held.excerpt for held in coming if held.excerpt.standing is Standing.SUGGESTED])
        decided = tuple(held for held in coming if held.excerpt.standing is not Standing.SUGGESTED)
        library.fill(connection, replace(library.whole(of), excerpts=decided, queued=offered.queued))
        return added


def put_wholes(library: Library, identifiers: Iterable[str], wholes: Iterable[Removed | None]) -> None:
    """Make documents of the library what they were, or are to be, all at once: card, reading, excerpts, queue and past versions.

    None takes one out, with all that goes with it; one that is not there is put in.
    """
    wanted = dict(zip(identifiers, wholes, strict=True))
    with library.changing() as connection:
        there = {document.id for document in library.documents()} & set(wanted)
        for identifier in there:
            # All of them first: an excerpt, or a file, may go from one to another.
            for held in library.whole(identifier).excerpts:
                excerpt_table.delete(connection, held.excerpt.id)
            excerpt_table.rewrite_revisions(connection, identifier, ())
            if wanted[identifier] is None:
                connection.execute("DELETE FROM documents WHERE id = ?", (identifier,))
        for identifier in there:
            if whole := wanted[identifier]:
                excerpt_table.rewrite_document(connection, whole.document)
        for identifier, whole in wanted.items():
            if whole and identifier not in there:
                excerpt_table.insert_document(connection, whole.document)
        for whole in wanted.values():
            if whole:
                library.fill(connection, whole)
