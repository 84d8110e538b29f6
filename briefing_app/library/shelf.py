"""All excerpts of a library at hand, to look through while somebody types: thousands are ordered anew within a frame or two.

``search`` reads and decodes every excerpt it finds; a shelf keeps them, asks the index for numbers alone, and finds the places of
matches only in what is looked at. Both give the same excerpts in the same order (but for a single letter, see ``matches``).
"""

from bisect import insort
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from briefing_app.domain.audience import Audience, Naming
from briefing_app.domain.excerpt import Excerpt, Standing
from briefing_app.domain.source import SourceDocument
from briefing_app.library.query import matching
from briefing_app.library.ranking import Hit, Reason, Why, fitness_for, fitness_order, rest_order
from briefing_app.library.rows import decoded
from briefing_app.library.search import HIGHLIGHTED, SCORE, naming_rows, sources, unmarked
from briefing_app.library.store import Library


@dataclass(frozen=True, slots=True)
class Entry:
    """An excerpt on the shelf: the number under which the index knows it, and its document."""

    number: int
    excerpt: Excerpt
    document: SourceDocument


def _rest_order(entry: Entry) -> tuple[object, ...]:
    return rest_order(entry.excerpt, entry.document)


class Shelf:
    """The excerpts of a library that were not rejected. Have it ``take_in`` what changed; it does not listen.

    ``entries`` are in the order of those that fit and match equally well, so that sorting need only tell the rest.
    """

    def __init__(self, library: Library, *, filled: bool = True) -> None:
        """Make a shelf of a library; not ``filled``: with nothing on it before ``taking_in`` has ended."""
        self._library = library
        self._fits: dict[tuple[str, int], dict[int, Why]] = {}
        self.entries: tuple[Entry, ...] = ()
        self.documents: tuple[SourceDocument, ...] = ()
        if filled:
            self.take_in()

    def take_in(self) -> None:
        """Take in the library as it is now."""
        for _ in self.taking_in():
            pass

    def taking_in(self) -> Iterator[None]:
        """Take in the library as it is now, some hundreds of excerpts at a time; nothing of it is on the shelf before the end."""
        with self._library.looking() as connection:
            held = sources(connection)
            rows = connection.execute("SELECT number, document, value FROM excerpts").fetchall()
        entries: list[Entry] = []
        for some in _parts(rows):
            yield
            made = (Entry(number, decoded(value, Excerpt), held[document]) for number, document, value in some)
            entries += (each for each in made if _stands(each.excerpt))
        yield
        self.documents = tuple(held.values())
        self.entries = tuple(sorted(entries, key=_rest_order))
        self._fits = {}

    def take_in_changed(self, excerpts: Collection[str]) -> None:
        """Take in excerpts that changed, by identifier; all of the library when one of them is no excerpt of it."""
        changed = set(excerpts)
        before = {each.excerpt.id: each.excerpt for each in self.entries if each.excerpt.id in changed}
        documents = {document.id: document for document in self.documents}
        entries = [each for each in self.entries if each.excerpt.id not in changed]
        with self._library.looking() as connection:
            for identifier in changed:
                row = connection.execute("SELECT number, document, value FROM excerpts WHERE id = ?", (identifier,)).fetchone()
                if row is None or row[1] not in documents:
                    self.take_in()
                    return
                excerpt = decoded(row[2], Excerpt)
                if _stands(excerpt):
                    insort(entries, Entry(row[0], excerpt, documents[row[1]]), key=_rest_order)
                if identifier not in before or _meant(before[identifier]) != _meant(excerpt):
                    self._fits = {}
        self.entries = tuple(entries)

    def matches(self, words: str) -> Mapping[int, float] | None:
        """Return the scores of what holds all of ``words``, by number, higher for a better match; None when there is no word.

        What a single letter finds is not scored (nor marked): it takes longer than all else, and tells nothing.
        """
        query = matching(words)
        if not query:
            return None
        score = "0.0" if _single(words) else SCORE
        sql = f"SELECT rowid, {score} FROM search WHERE search MATCH ?"  # noqa: S608 - constants of ours
        with self._library.looking() as connection:
            return {number: 0.0 - found for number, found in connection.execute(sql, (f"({query})",)).fetchall()}

    def in_order(self, entries: Iterable[Entry], scores: Mapping[int, float] | None, fits: Mapping[int, Why]) -> tuple[Entry, ...]:
        """Return entries, given in the shelf's order, as ``search`` would rank them."""
        scores = scores or {}
        places = {number: _STEP * fitness_order((why,)) for number, why in fits.items()}
        worst = _STEP * fitness_order(())

        def order(entry: Entry) -> float:
            # One number: thousands of tuples take three times as long to compare.
            place = places.get(entry.number, worst) + (_STEP / 2 if entry.excerpt.damage else 0)
            return place - round(scores.get(entry.number, 0.0), 2)

        return tuple(sorted(entries, key=order))

    def fits(self, audience: Audience, naming: Naming) -> Mapping[int, Why]:
        """Return why excerpts fit an audience, by number; those that do not are not in it."""
        for _ in self.fitting(audience, naming):
            pass
        return self._fits[_key(audience)]

    def fitting(self, audience: Audience, naming: Naming) -> Iterator[None]:
        """Find out what ``fits`` tells, some hundreds of excerpts at a time; what is known is not found out again."""
        if _key(audience) in self._fits:
            return
        with self._library.looking() as connection:
            named = naming_rows(connection, audience, naming)
        fits = fitness_for(audience, naming)
        kept: dict[int, Why] = {}
        for some in _parts(self.entries):
            for entry in some:
                may_name = entry.number in named
                if why := fits(entry.excerpt, self.hit(entry, "").words if may_name else "", may_name):
                    kept[entry.number] = why
            yield
        self._fits[_key(audience)] = kept

    def hit(self, entry: Entry, words: str, why: Why | None = None) -> Hit:
        """Return an excerpt as ``search`` gives it: its words, where they match, and why it ranks where it does."""
        query = "" if _single(words) else matching(words)
        with self._library.looking() as connection:
            row = None
            if query:
                sql = f"SELECT {HIGHLIGHTED} FROM search WHERE search MATCH ? AND rowid = ?"  # noqa: S608 - a constant of ours
                row = connection.execute(sql, (f"({query})", entry.number)).fetchone()
            if row is None:
                row = connection.execute("SELECT words FROM search WHERE rowid = ?", (entry.number,)).fetchone()
        shown, marks = unmarked(row[0] if row else "")
        reasons = (Why(Reason.HOLDS_WORDS if marks else Reason.WORDS_BESIDE),) if query else ()
        return Hit(entry.excerpt, entry.document, shown, marks, 0.0, (*((why,) if why else ()), *reasons))


_STEP = 1e6
"""Far above any score."""

_AT_ONCE = 500
"""How many excerpts are gone through between two turns of whoever waits: in less than the time of a frame."""

_Each = TypeVar("_Each")


def _parts(all_of: Sequence[_Each]) -> Iterator[Sequence[_Each]]:
    return (all_of[start : start + _AT_ONCE] for start in range(0, len(all_of), _AT_ONCE))


def _key(audience: Audience) -> tuple[str, int]:
    return audience.id, hash((audience.aliases, audience.groups, audience.country))


def _single(words: str) -> bool:
    return sum(letter.isalnum() for letter in words) == 1


def _stands(excerpt: Excerpt) -> bool:
    return excerpt.standing is not Standing.REJECTED


def _meant(excerpt: Excerpt) -> tuple[object, ...]:
    """Return all of an excerpt that decides whom it fits."""
    return excerpt.kind, excerpt.span, excerpt.addressees
