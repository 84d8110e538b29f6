"""Finding excerpts while somebody types: the library's shelf narrowed by kinds, source and addressee, counted, and best first."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from briefing_app.domain.audience import Audience, Naming, meets
from briefing_app.domain.excerpt import Excerpt, ExcerptKind
from briefing_app.domain.reading import Reading
from briefing_app.domain.source import SourceDocument
from briefing_app.library import shelf
from briefing_app.library.ranking import Hit, Why
from briefing_app.library.store import Library

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


class Finder:
    """A library's excerpts at hand. ``take_in`` when the library changed."""

    def __init__(self, library: Library, *, filled: bool = True) -> None:
        """Make a finder in a library; not ``filled``: it finds nothing before ``taking_in`` has ended."""
        self._library = library
        self._shelf = shelf.Shelf(library, filled=filled)

    def taking_in(self, best_for: Audience | None, naming: Naming) -> Iterator[None]:
        """Take in the library as it is now, and whom its excerpts fit, a part at a time."""
        yield from self._shelf.taking_in()
        if best_for:
            yield from self._shelf.fitting(best_for, naming)

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

    @property
    def counts(self) -> Mapping[ExcerptKind, int]:
        """How many excerpts of each kind there are."""
        return Counter(entry.excerpt.kind for entry in self._shelf.entries)

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

    def hit(self, found: Found, entry: Entry) -> Hit:
        """Return an entry with its words, where they match what was looked for, and why it ranks where it does."""
        return self._shelf.hit(entry, found.query.words, found.why.get(entry.number))

    def reading(self, entry: Entry) -> Reading:
        """Return the reading an entry is a passage of."""
        return self._library.reading(entry.excerpt.reading)

    def words_of(self, entry: Entry) -> str:
        """Return an excerpt's words as shown."""
        return self._shelf.hit(entry, "").words


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
