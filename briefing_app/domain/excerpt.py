"""Excerpts: a passage with a kind, and what goes with it."""

import hashlib
import secrets
from dataclasses import dataclass
from enum import StrEnum

from briefing_app.domain.dates import PartialDate
from briefing_app.domain.reading import DamageKind, Reading, shown
from briefing_app.domain.span import Span


class ExcerptKind(StrEnum):
    """What an excerpt is for."""

    RECOMMENDATION = "recommendation"
    QUOTE = "quote"
    CONTEXT = "context"


class Standing(StrEnum):
    """How far a person has looked at an excerpt. Re-extraction replaces suggestions alone."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    EDITED = "edited"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said it. ``spans`` are the words that say so; ``as_of`` the date at which name and role held (the document's)."""

    name: str | None = None
    role: str | None = None
    organisation: str | None = None
    spans: tuple[Span, ...] = ()
    as_of: PartialDate | None = None

    @property
    def speaker(self) -> str | None:
        """The person named, or an organisation that speaks itself; None where a role alone tells who it was."""
        return self.name or (None if self.role else self.organisation)

    @property
    def line(self) -> tuple[str, str]:
        """The words in front below a quotation (name, or else role, or else organisation) and those behind; both may be empty.

        A role goes before its organisation: the spokesperson of a council is not the council itself.
        """
        front = self.name or self.role or self.organisation or ""
        behind = ", ".join(part for part in (self.role, self.organisation) if part and part != front)
        return (front if self.name else front[:1].upper() + front[1:]), behind


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who is asked to act: the words, and where they stand. No span: a person added them."""

    words: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a passage states: the number with its scale, what it counts, as of when and by whose count, where said."""

    span: Span
    """The number, a sign for money or a share included, in the reading."""
    counts: str
    as_of: str | None = None
    counted_by: str | None = None


@dataclass(frozen=True, slots=True)
class Definition:
    """An acronym that a passage explains, and the name it stands for."""

    acronym: str
    name: str
    span: Span
    """The acronym, in the reading."""


class RenderingStatus(StrEnum):
    """Whose words a translation is."""

    OFFICIAL = "official"
    OURS = "ours"


@dataclass(frozen=True, slots=True)
class Rendering:
    """An excerpt's words in another language: an official text with its source, or our own with translator and approver."""

    language: str
    words: str
    status: RenderingStatus
    source: str | None = None
    translator: str | None = None
    approver: str | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """A passage of a document, by the reading of it that counts."""

    document: str
    reading: str
    span: Span


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage of a reading with its kind. The original words are the slice, never a copy: see ``original``."""

    id: str
    document: str
    reading: str
    span: Span
    kind: ExcerptKind
    attribution: Attribution | None = None
    addressees: tuple[Addressee, ...] = ()
    turn: int | None = None
    """Stretches of one speaker with nothing but attribution between them share it, within one reading."""
    damage: tuple[DamageKind, ...] = ()
    confidence: float = 1.0
    standing: Standing = Standing.SUGGESTED
    renderings: tuple[Rendering, ...] = ()
    rule: str = ""
    """Which rule suggested it; empty when a person made it."""
    figures: tuple[Figure, ...] = ()
    definitions: tuple[Definition, ...] = ()
    evidence: str = ""
    """What the rule went by: the language of its cues and the words that fired it, as ``en: urges … to``."""
    mended_from: Provenance | None = None
    """Where it stood before its damaged words were replaced by those of a cleaner copy, which it points to now."""

    def __post_init__(self) -> None:
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"not a confidence: {self.confidence}")


def new_id() -> str:
    """Return a random identifier, kept for life: 96 bits in 16 URL-safe characters."""
    return secrets.token_urlsafe(12)


def suggestion_key(file: str, reading: str, kind: ExcerptKind, span: Span) -> str:
    """Return the key by which two suggestions are known to be the same; for merging and de-duplication, never an identity."""
    return hashlib.sha256(f"{file}|{reading}|{kind}|{span.start}|{span.end}".encode()).hexdigest()[:32]


def original(excerpt: Excerpt, reading: Reading) -> str:
    """Return the excerpt's words exactly as the reading has them; ValueError when it points to another reading."""
    if excerpt.reading != reading.id:
        raise ValueError(f"excerpt {excerpt.id} points to {excerpt.reading}, not {reading.id}")
    return excerpt.span.of(reading.text)


def shown_words(excerpt: Excerpt, reading: Reading) -> str:
    """Return the excerpt's words as a person sees them."""
    original(excerpt, reading)
    return shown(reading, excerpt.span)


NEIGHBOURS = 32
"""How many code points on either side must match, besides the words, for an excerpt to move to a new reading."""


def reanchored(excerpt: Excerpt, old: Reading, new: Reading) -> Span | None:
    """Return where the excerpt's exact words stand in a new reading of the same file, or None: then a person decides.

    The words must match exactly, with ``NEIGHBOURS`` code points on either side; one match only.
    """
    words = original(excerpt, old)
    before = old.text[max(0, excerpt.span.start - NEIGHBOURS) : excerpt.span.start]
    after = old.text[excerpt.span.end : excerpt.span.end + NEIGHBOURS]
    pattern = before + words + after
    first = new.text.find(pattern)
    if not words or first < 0 or new.text.find(pattern, first + 1) >= 0:
        return None
    return Span(first + len(before), first + len(before) + len(words))
