"""The documents of a library as the Sources room lists them: a line about each, what was found in it, how far it was looked at."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing_app.composition.citing import short_publisher
from briefing_app.domain.excerpt import Excerpt, ExcerptKind, Standing
from briefing_app.domain.harm import harm
from briefing_app.domain.reading import Reading, locate
from briefing_app.domain.showing import Showing
from briefing_app.domain.source import SourceDocument, titled
from briefing_app.domain.span import Span
from briefing_app.library.search import search
from briefing_app.library.store import Library
from briefing_app.words import Words
from briefing_app.workbench.excerpt_cards import short_place
from briefing_app.workbench.looking_through import LOOKED_AT, doubt


@dataclass(frozen=True, slots=True)
class Source:
    """A document with what was found in it; rejected excerpts are not among it but count as looked at."""

    document: SourceDocument
    excerpts: tuple[Excerpt, ...]
    """In the order of the text; of two that begin together, the longer first; those that need a place stand before all."""
    kinds: Mapping[ExcerptKind, int]
    damaged: int
    looked_at: int
    of: int
    rejected: tuple[Excerpt, ...] = ()
    """What a person found wrong."""


@dataclass(frozen=True, slots=True)
class FoundExcerpt:
    """An excerpt as a row: its words and where they stand, empty until ``worded``. ``inside``: it stands within another one.

    ``lost``: its words are not in the newest reading of its document, so that it stands nowhere until a person decides.
    """

    excerpt: Excerpt
    inside: bool
    lost: bool = False
    words: str = ""
    place: str = ""


def source(library: Library, document: SourceDocument) -> Source:
    """Return a document with what was found in it."""
    return _source(document, library.excerpts(document.id))


def renewed(library: Library, held: Source, changed: Collection[str]) -> Source:
    """Return a document as it is now, where nothing but what ``changed`` names may be other than it was: excerpts, the document."""
    if held.document.id in changed:
        return source(library, library.document(held.document.id))
    excerpts = {each.id: each for each in (*held.excerpts, *held.rejected)}
    for part in changed:
        try:
            now = library.excerpt(part)
        except KeyError:
            excerpts.pop(part, None)
            continue
        excerpts.pop(part, None)
        if now.document == held.document.id:
            excerpts[part] = now
    return _source(held.document, tuple(excerpts.values()))


def _source(document: SourceDocument, excerpts: Sequence[Excerpt]) -> Source:
    standing = sorted(
        (each for each in excerpts if each.standing is not Standing.REJECTED),
        key=lambda each: (each.reading == document.reading, _order(each)),
    )
    kinds = Counter(each.kind for each in standing)
    return Source(
        document,
        tuple(standing),
        {kind: kinds[kind] for kind in ExcerptKind},
        sum(bool(harm(each)) for each in standing),
        sum(each.standing in LOOKED_AT for each in excerpts),
        len(excerpts),
        tuple(sorted((each for each in excerpts if each.standing is Standing.REJECTED), key=_order)),
    )


def found(held: Source, before: Iterable[FoundExcerpt] = ()) -> tuple[FoundExcerpt, ...]:
    """Return what was found in a document, a row each; what stands where it stood in ``before`` keeps its words."""
    known = {(each.excerpt.reading, each.excerpt.span): each for each in before}
    rows: list[FoundExcerpt] = []
    reach = 0
    for excerpt in held.excerpts:
        same, lost = known.get((excerpt.reading, excerpt.span)), excerpt.reading != held.document.reading
        inside = excerpt.span.end <= reach and not lost
        if same and same.lost == lost and same.inside == inside and same.excerpt is excerpt:
            rows.append(same)
        elif same and same.lost == lost:
            rows.append(replace(same, excerpt=excerpt, inside=inside))
        else:
            rows.append(FoundExcerpt(excerpt, inside, lost))
        if not lost:
            reach = max(reach, excerpt.span.end)
    return tuple(rows)


def worded(showing: Showing, row: FoundExcerpt, words: Words) -> FoundExcerpt:
    """Return a row with its words and its place, from its excerpt's reading."""
    span = row.excerpt.span
    place = "" if row.lost else short_place(locate(showing.reading, span), words)
    return replace(row, words=" ".join(showing.of(span).text.split()), place=place)


def by_doubt(rows: Iterable[FoundExcerpt]) -> tuple[FoundExcerpt, ...]:
    """Return rows with those nobody has looked at first, the least sure at the top; none is indented under another."""
    placed = [replace(each, inside=False) if each.inside else each for each in rows]
    return tuple(sorted(placed, key=lambda each: (not each.lost, each.excerpt.standing in LOOKED_AT, doubt(each.excerpt))))


def _order(excerpt: Excerpt) -> tuple[int, int, str, str]:
    return excerpt.span.start, -excerpt.span.end, excerpt.kind, excerpt.id


def matching(library: Library, typed: str) -> frozenset[str]:
    """Return the documents whose title or file name holds what was typed, or in which an excerpt matches its words."""
    wanted = typed.casefold()
    named = {each.id for each in library.documents() if wanted in f"{titled(each)}\n{each.name}".casefold()}
    return frozenset(named | {hit.excerpt.document for hit in search(library, typed)})


def about(document: SourceDocument, words: Words) -> str:
    """Return publisher, kind and date in one short line, or the file's name."""
    card = document.card
    publisher = short_publisher(card)
    date = words.short_date(card.date.value.year, card.date.value.month, card.date.value.day) if card.date else ""
    known = [each for each in (publisher, card.kind.value if card.kind else "", date) if each]
    return " · ".join(known) or document.name


def particulars(document: SourceDocument, pages: int | None, word_count: int | None, words: Words) -> str:
    """Return the line under an open document's title: publisher, date, language, pages, words where they are counted."""
    card = document.card
    parts = [card.publisher.value if card.publisher else ""]
    parts.append(words.date(card.date.value.year, card.date.value.month, card.date.value.day) if card.date else "")
    parts.append(words.language_name(card.language.value) if card.language else "")
    parts.append(words.count("window.sources.pages", pages) if pages else "")
    parts.append("" if word_count is None else words.count("window.sources.words", word_count))
    return " · ".join(each for each in parts if each)


def damage_told(reading: Reading, words: Words) -> tuple[str, ...]:
    """Return a document's damage in lines, a kind each: how often, and where first."""
    kinds = Counter(each.kind for each in reading.damage)
    told = []
    for kind, number in kinds.most_common():
        first = next(each for each in reading.damage if each.kind is kind)
        place = short_place(locate(reading, first.span if len(first.span) else _beside(reading, first.span)), words)
        name = words.say(f"damage.{kind.value}")
        told.append(words.say("window.sources.damage", kind=name, number=words.number(number), place=place or "–"))
    return tuple(told)


def _beside(reading: Reading, gap: Span) -> Span:
    return Span(max(0, gap.start - 1), min(len(reading.text), gap.start + 1))
