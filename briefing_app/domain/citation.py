"""Citations: sources sorted and numbered S1, S2 … as one copy cites them."""

from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import combining, normalize

from briefing_app.domain.source import SourceDocument, titled


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source document under the number it has in one copy: S1."""

    number: str
    document: SourceDocument


def numbered_sources(documents: Iterable[SourceDocument]) -> tuple[CitedSource, ...]:
    """Return the documents, each once, sorted by publisher, then title, then date, numbered from S1."""
    unique = {document.id: document for document in documents}
    ordered = sorted(unique.values(), key=_sort_key)
    return tuple(CitedSource(f"S{number}", document) for number, document in enumerate(ordered, 1))


def _sort_key(document: SourceDocument) -> tuple[str, str, tuple[int, int, int], str]:
    card = document.card
    publisher = card.publisher.value if card.publisher else ""
    date = card.date.value.sort_key() if card.date else (0, 0, 0)
    return (_alphabetical(publisher), _alphabetical(titled(document)), date, document.id)


def _alphabetical(name: str) -> str:
    # "Église" stands between "East" and "Ex", not after Z.
    return "".join(letter for letter in normalize("NFD", name.casefold()) if not combining(letter))
