"""Searching the library: words, a kind, whom it asks, and what fits an audience best."""

import sqlite3
from dataclasses import replace

from briefing_app.domain.audience import Audience, Naming
from briefing_app.domain.excerpt import Excerpt, ExcerptKind, Standing
from briefing_app.domain.source import SourceDocument
from briefing_app.domain.span import Span
from briefing_app.library.index import MARK_CLOSES, MARK_OPENS
from briefing_app.library.query import any_of, matching
from briefing_app.library.ranking import Hit, Reason, Why, fitness_for, names_of, ranked
from briefing_app.library.rows import DOCUMENT_COLUMNS, decoded, document_of
from briefing_app.library.store import Library

_NOTHING_NAMED = Naming()


def search(
    library: Library,
    words: str = "",
    *,
    kind: ExcerptKind | None = None,
    addressee: str = "",
    audience: Audience | None = None,
    naming: Naming = _NOTHING_NAMED,
    document: str | None = None,
    limit: int | None = None,
) -> tuple[Hit, ...]:
    """Return the excerpts that hold all of ``words`` (none: all excerpts), best first; rejected ones never.

    Letters match without their accents and in either case. ``addressee`` keeps those that ask somebody of these words.
    ``audience``, with the groups and countries of ``naming``, puts first what fits it. ``limit`` counts hits (None: no limit).
    """
    query, asked = matching(words), matching(addressee)
    with library.looking() as connection:
        found = _found(connection, query, asked, kind, document)
        named = naming_rows(connection, audience, naming) if audience else frozenset()
    if audience:
        fits = fitness_for(audience, naming)
        found = [
            (number, replace(hit, why=(why, *hit.why))) if (why := fits(hit.excerpt, hit.words, number in named)) else (number, hit)
            for number, hit in found
        ]
    return ranked(hit for _, hit in found)[:limit]


def _found(
    connection: sqlite3.Connection, query: str, asked: str, kind: ExcerptKind | None, document: str | None
) -> list[tuple[int, Hit]]:
    matches = " AND ".join(part for part in (f"({query})" if query else "", f"addressees : ({asked})" if asked else "") if part)
    columns = "excerpts.number, excerpts.document, excerpts.value"
    joined = "FROM excerpts JOIN search ON search.rowid = excerpts.number"
    limits = "WHERE (:document IS NULL OR excerpts.document = :document)"
    if matches:
        sql = f"SELECT {columns}, {HIGHLIGHTED}, {SCORE} {joined} {limits} AND search MATCH :matches"
    else:
        sql = f"SELECT {columns}, search.words, 0.0 {joined} {limits}"
    held = sources(connection)
    hits = []
    rows = connection.execute(sql, {"document": document, "matches": matches}).fetchall()
    for number, source, value, marked, score in rows:
        excerpt = decoded(value, Excerpt)
        if excerpt.standing is Standing.REJECTED or (kind and excerpt.kind is not kind):
            continue
        shown, marks = unmarked(marked) if query else (_plain(marked), ())
        reason = Why(Reason.HOLDS_WORDS if marks else Reason.WORDS_BESIDE)
        hits.append((number, Hit(excerpt, held[source], shown, marks, 0.0 - score, (reason,) if query else ())))
    return hits


HIGHLIGHTED = f"highlight(search, 0, '{MARK_OPENS}', '{MARK_CLOSES}')"
SCORE = "bm25(search, 10.0, 4.0, 4.0, 2.0)"
"""Weights: the words themselves, who said them, who is asked, the source's title. Smaller is better, as FTS5 has it."""


def sources(connection: sqlite3.Connection) -> dict[str, SourceDocument]:
    """Return the library's documents by identifier."""
    rows = connection.execute(f"SELECT {DOCUMENT_COLUMNS} FROM documents").fetchall()  # noqa: S608 - constants of ours
    return {row[0]: document_of(row) for row in rows}


def naming_rows(connection: sqlite3.Connection, audience: Audience, naming: Naming) -> frozenset[int]:
    """Return the rows whose words may name the audience: the index finds them faster than looking at each quote."""
    names = names_of(audience, naming)
    # "US" must find "U.S." too, which the index has as two words.
    spelt = tuple(f"{'.'.join(name)}." for name in names if name.isupper() and len(name) <= 4)
    query = any_of((*names, *spelt))
    if not query:
        return frozenset()
    rows = connection.execute("SELECT rowid FROM search WHERE search MATCH ?", (f"words : ({query})",)).fetchall()
    return frozenset(number for (number,) in rows)


def _plain(marked: str) -> str:
    return marked.replace(MARK_OPENS, "").replace(MARK_CLOSES, "")


def unmarked(marked: str) -> tuple[str, tuple[Span, ...]]:
    """Return the words without the signs around matches, and where the matches are in them."""
    parts: list[str] = []
    marks: list[Span] = []
    length = 0
    for piece in marked.split(MARK_OPENS):
        inside, closed, after = piece.partition(MARK_CLOSES)
        if closed:
            marks.append(Span(length, length + len(inside)))
        parts += (inside, after)
        length += len(inside) + len(after)
    return "".join(parts), tuple(marks)
