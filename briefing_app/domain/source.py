"""Source documents: an imported file and its card, each entry of the card with the ground it stands on."""

from dataclasses import dataclass
from enum import StrEnum

from briefing_app.domain.dates import PartialDate


class Basis(StrEnum):
    """How an entry of a card is known."""

    STATED = "stated"
    """The document says so."""
    FROM_FILE = "from the file"
    """The file's own properties, or the sidecar that came with it, say so."""
    INFERRED = "inferred"
    """Concluded, as a language from its words."""
    TYPED = "typed"
    """A person said so; wins over all others."""


@dataclass(frozen=True, slots=True)
class KnownText:
    """A text of a card and how it is known."""

    value: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class KnownDate:
    """A date of a card and how it is known."""

    value: PartialDate
    basis: Basis


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of a document. ``short_title`` and ``short_publisher`` are for lines with little room ("IRC")."""

    title: KnownText | None = None
    short_title: KnownText | None = None
    publisher: KnownText | None = None
    short_publisher: KnownText | None = None
    date: KnownDate | None = None
    language: KnownText | None = None
    address: KnownText | None = None
    authors: tuple[KnownText, ...] = ()
    kind: KnownText | None = None
    """What sort of publication: "Press statement", "Policy paper"."""
    rights: KnownText | None = None


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """An imported file: its bytes by fingerprint, its card, and the reading in force."""

    id: str
    name: str
    """The file's name when it was brought in."""
    file: str
    """SHA-256 of the bytes, as hexadecimal digits."""
    reading: str
    card: Card


def titled(document: SourceDocument) -> str:
    """Return the document's title, or its file's name while no title is known."""
    return document.card.title.value if document.card.title else document.name
