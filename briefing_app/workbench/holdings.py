"""What a library holds, a line a document: for whoever shows it at a glance."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from briefing_app.domain.excerpt import ExcerptKind, Standing
from briefing_app.domain.harm import harm
from briefing_app.domain.source import SourceDocument, titled
from briefing_app.library.store import Library


@dataclass(frozen=True, slots=True)
class Holding:
    """A document: how many excerpts of each kind it has, and how many of them are damaged."""

    document: str
    name: str
    """The file's name when it was brought in."""
    title: str
    kinds: Mapping[ExcerptKind, int]
    damaged: int


def holdings(library: Library) -> tuple[Holding, ...]:
    """Return every document of a library; rejected excerpts do not count."""
    return tuple(_holding(library, document) for document in library.documents())


def _holding(library: Library, document: SourceDocument) -> Holding:
    held = [excerpt for excerpt in library.excerpts(document.id) if excerpt.standing is not Standing.REJECTED]
    kinds = Counter(excerpt.kind for excerpt in held)
    damaged = sum(bool(harm(excerpt)) for excerpt in held)
    short = document.card.short_title
    title = short.value if short else titled(document)
    return Holding(document.id, document.name, title, {kind: kinds[kind] for kind in ExcerptKind}, damaged)
