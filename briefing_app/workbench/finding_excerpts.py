"""Finding excerpts while somebody types: the library's shelf narrowed by kinds, source and addressee, counted, and best first."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from briefing_app.composition.citing import date_words, short_publisher
from briefing_app.domain.audience import Audience, Naming, in_words, meets
from briefing_app.domain.excerpt import Excerpt, ExcerptKind
from briefing_app.domain.reading import Locator, locate
from briefing_app.domain.source import SourceDocument, titled
from briefing_app.domain.span import Span
from briefing_app.library import shelf
from briefing_app.library.ranking import Reason, Why
from briefing_app.library.store import Library
from briefing_app.words import Words
from briefing_app.workbench.wording import reason_words

Entry = shelf.Entry


class Asked(StrEnum):
    """How a search is narrowed by who is asked."""

    AUDIENCE = "audience"
    WORDS = "words"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Asking:
    """Who is to be asked: an audience (by name or through a group), exactly these words of sources, or nobody at all."""

    how: Asked
    audience: Audience | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. No kinds: all; ``best_for``: whom the order serves (None: better match, then newer)."""

    words: str = ""
    kinds: frozenset[ExcerptKind] = frozenset()
    document: str | None = None
    asking: Asking | None = None
    best_for: Audience | None = None

    @property
    def narrowed(self) -> bool:
        """Tell whether anything is left out."""
        return bool(self.words.strip() or self.kinds or self.document or self.asking)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, best first, and how many there are of each kind whatever kinds are shown."""

    query: Query = Query()
    entries: tuple[Entry, ...] = ()
    counts: Mapping[ExcerptKind, int] = field(default_factory=dict)
    why: Mapping[int, Why] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told:
    """What a card says of an excerpt: words as shown with the places that match, its source in one line, why it ranks here."""

    words: str
    marks: tuple[Span, ...]
    source: str
    why: str


_TOLD_REASONS = frozenset({Reason.BY_NAME, Reason.IN_GROUP, Reason.NAMED_IN_QUOTE, Reason.WORDS_BESIDE})
"""What a reader could not see on the card itself."""


class Finder:
    """A library's excerpts at hand. ``take_in`` when the library changed."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._shelf = shelf.Shelf(library)

    def take_in(self, changed: Collection[str] = ()) -> None:
        """Take in the library as it is now, or only the excerpts that changed, by identifier."""
        if changed:
            self._shelf.take_in_changed(changed)
        else:
            self._shelf.take_in()

    @property
    def documents(self) -> tuple[SourceDocument, ...]:
        """The library's documents."""
        return self._shelf.documents

    @property
    def empty(self) -> bool:
        """Whether there is no excerpt at all."""
        return not self._shelf.entries

    def addressees(self, most: int) -> tuple[str, ...]:
        """Return the words that name addressees in most excerpts, in alphabetical order."""
        counted = Counter(each.words for entry in self._shelf.entries for each in entry.excerpt.addressees)
        return tuple(sorted((words for words, _ in counted.most_common(most)), key=str.casefold))

    def find(self, query: Query, naming: Naming) -> Found:
        """Return what there is for a query; ``naming`` says what words mean the audiences in it."""
        scores = self._shelf.matches(query.words)
        asked = _asking(query.asking, naming)
        entries = [
            entry
            for entry in self._shelf.entries
            if (scores is None or entry.number in scores)
            and (query.document is None or entry.document.id == query.document)
            and (asked is None or asked(entry.excerpt))
        ]
        counts = Counter(entry.excerpt.kind for entry in entries)
        if query.kinds:
            entries = [entry for entry in entries if entry.excerpt.kind in query.kinds]
        fits = self._shelf.fits(query.best_for, naming) if query.best_for else {}
        return Found(query, self._shelf.in_order(entries, scores, fits), counts, fits)

    def tell(self, found: Found, entry: Entry, naming: Naming, words: Words) -> Told:
        """Return what the card of an excerpt says."""
        hit = self._shelf.hit(entry, found.query.words, found.why.get(entry.number))
        audience = found.query.best_for
        reasons = [_reason(why, audience, naming, words) for why in hit.why if why.reason in _TOLD_REASONS]
        return Told(hit.words, hit.marks, self._source(entry, words), " · ".join(reasons))

    def words_of(self, entry: Entry) -> str:
        """Return an excerpt's words as shown."""
        return self._shelf.hit(entry, "").words

    def _source(self, entry: Entry, words: Words) -> str:
        where = locate(self._library.reading(entry.excerpt.reading), entry.excerpt.span)
        described = ", ".join(part for part in (source_name(entry.document), date_words(entry.document.card, words)) if part)
        return " · ".join(part for part in (described, short_place(where, words)) if part)


def _asking(asking: Asking | None, naming: Naming) -> Callable[[Excerpt], bool] | None:
    if asking is None:
        return None
    if asking.how is Asked.NOBODY:
        return lambda excerpt: not excerpt.addressees
    if asking.how is Asked.WORDS:
        return lambda excerpt: any(each.words == asking.words for each in excerpt.addressees)
    known: dict[tuple[str, ...], bool] = {}

    def meant(excerpt: Excerpt) -> bool:
        said = tuple(each.words for each in excerpt.addressees)
        if said not in known:
            known[said] = bool(said and asking.audience and meets(asking.audience, said, naming))
        return known[said]

    return meant


def _reason(why: Why, audience: Audience | None, naming: Naming, words: Words) -> str:
    group = naming.group(why.group) if why.group else None
    if group and audience:
        said = (audience.several and group.capacity_of_several) or group.capacity
        return in_words(said, words.language)
    return reason_words(why, naming, words)


def source_name(document: SourceDocument) -> str:
    """Return a document's name for a line with little room: its short title, with its publisher where that says more."""
    card = document.card
    if card.short_title:
        return card.short_title.value
    title = titled(document)
    publisher = short_publisher(card)
    return f"{publisher}, {title}" if publisher and not card.title else title


def short_place(locator: Locator, words: Words) -> str:
    """Return where a passage is in the fewest words: "p. 4 · ¶ 12"."""
    parts = [words.say("window.place.page", page=locator.page)] if locator.page else []
    if locator.first and locator.last > locator.first:
        parts.append(words.say("window.place.paragraphs", first=locator.first, last=locator.last))
    elif locator.first:
        parts.append(words.say("window.place.paragraph", number=locator.first))
    return " · ".join(parts)
