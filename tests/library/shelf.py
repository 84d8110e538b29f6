"""Brings test documents into a library, with suggestions for their paragraphs."""

import dataclasses

from briefing_app.domain.excerpt import ExcerptKind, Standing, new_id
from tests import builders


def read(text, **overrides):
    """Return a reading of a text, its identifier made from text and reader as readers do."""
    made = builders.reading(text, **overrides)
    return dataclasses.replace(made, id=overrides.get("id", f"{made.file[:8]}-{made.reader}"))


def bring_in(library, text, name="paper.txt", **overrides):
    """Bring a text in and return the document."""
    reading = read(text)
    document = builders.document(reading, id=new_id(), name=name, **overrides)
    return library.add(document, reading, text.encode()).document


def suggested(reading, document, words, kind=ExcerptKind.CONTEXT, **overrides):
    """Return a suggestion as extraction would make it."""
    fields = {"id": new_id(), "document": document.id, "standing": Standing.SUGGESTED, "rule": "test"} | overrides
    return builders.excerpt(reading, words, kind, **fields)


def suggest(library, document, *paragraphs, kind=ExcerptKind.CONTEXT, **overrides):
    """Suggest these words of a document as excerpts, and return what the library then holds of it."""
    reading = library.reading(document.reading)
    return library.put_excerpts(document.id, [suggested(reading, document, words, kind, **overrides) for words in paragraphs])


def filled(library, pack):
    """Bring all documents of a pack in, and its excerpts as suggestions."""
    for document in pack.documents:
        reading = pack.reading(document.reading)
        library.add(document, reading, reading.text.encode())
        mine = [excerpt for excerpt in pack.excerpts if excerpt.document == document.id]
        library.put_excerpts(document.id, [dataclasses.replace(excerpt, standing=Standing.SUGGESTED) for excerpt in mine])
    return library


def words_of(library, excerpts):
    """Return the original words of excerpts."""
    return [excerpt.span.of(library.reading(excerpt.reading).text) for excerpt in excerpts]
