"""Values of the domain as rows: what a column holds, and the value made of it again."""

from typing import TypeVar

import msgspec

from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.reading import Reading
from briefing_app.domain.source import Card, SourceDocument

DOCUMENT_COLUMNS = "documents.id, documents.name, documents.file, documents.reading, documents.card"

Value = TypeVar("Value", Card, Excerpt, Reading)


def encoded(value: Card | Excerpt | Reading) -> str:
    """Return a value as JSON."""
    return msgspec.json.encode(value).decode()


def decoded(text: str, kind: type[Value]) -> Value:
    """Return the value of a column; ``msgspec.DecodeError`` when the column was damaged."""
    return msgspec.json.decode(text, type=kind)


def document_of(row: tuple[str, str, str, str, str]) -> SourceDocument:
    """Return the document of a row of ``DOCUMENT_COLUMNS``."""
    identifier, name, file, reading, card = row
    return SourceDocument(identifier, name, file, reading, decoded(card, Card))
