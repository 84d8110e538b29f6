"""What of a library a step of history can be about: how each is looked up, and how it is put, or taken out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.source import Card
from briefing_app.errors import EditRefused
from briefing_app.library.revising import put_wholes
from briefing_app.library.store import Library, Removed

Held = Excerpt | Card | Removed | tuple[Removed | None, ...]
"""A value of a library: an excerpt, a document's card, a document that was taken out, several documents whole."""


@dataclass(frozen=True, slots=True)
class Part:
    """A sort of thing a library holds. ``put`` with None takes it out. ``look`` returns None for what is not there."""

    look: Callable[[Library, str], Held | None]
    put: Callable[[Library, str, Held | None], None]


def look(library: Library, subject: str) -> Held | None:
    """Return what is there of a step's subject, as ``excerpt:<id>``; None when it is not."""
    kind, _, identifier = subject.partition(":")
    return PARTS[kind].look(library, identifier)


def exchange(library: Library, subject: str, there: Held | None, wanted: Held | None) -> None:
    """Put a value in the place of the one that must be there; EditRefused, and nothing changed, when it is not."""
    kind, _, identifier = subject.partition(":")
    if PARTS[kind].look(library, identifier) != there:
        raise EditRefused("step-stale")
    PARTS[kind].put(library, identifier, wanted)


def _excerpt(library: Library, identifier: str) -> Excerpt | None:
    try:
        return library.excerpt(identifier)
    except KeyError:
        return None


def _put_excerpt(library: Library, identifier: str, wanted: Held | None) -> None:
    match wanted:
        case Excerpt() if _excerpt(library, identifier):
            library.update_excerpt(wanted)
        case Excerpt():
            library.add_excerpt(wanted)
        case _:
            library.remove_excerpt(identifier)


def _card(library: Library, document: str) -> Card | None:
    try:
        return library.document(document).card
    except KeyError:
        return None


def _put_card(library: Library, document: str, wanted: Held | None) -> None:
    if isinstance(wanted, Card):
        library.update_card(document, wanted)


def _document(library: Library, identifier: str) -> Removed | None:
    try:
        return library.whole(identifier)
    except KeyError:
        return None


def _put_document(library: Library, identifier: str, wanted: Held | None) -> None:
    if isinstance(wanted, Removed):
        library.restore(wanted)
    else:
        library.remove_document(identifier)


def _documents(library: Library, identifiers: str) -> tuple[Removed | None, ...]:
    return tuple(_document(library, each) for each in identifiers.split(","))


def _put_documents(library: Library, identifiers: str, wanted: Held | None) -> None:
    if isinstance(wanted, tuple):
        put_wholes(library, identifiers.split(","), wanted)


PARTS: Mapping[str, Part] = {
    "excerpt": Part(_excerpt, _put_excerpt),
    "card": Part(_card, _put_card),
    "document": Part(_document, _put_document),
    "documents": Part(_documents, _put_documents),
}
"""By the first word of a step's subject."""
