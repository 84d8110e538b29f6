"""Moving excerpts to a new reading of the same document: by their exact words, with all that points into the text."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace

from briefing_app.domain.excerpt import Addressee, Attribution, Standing, reanchored
from briefing_app.domain.reading import Reading
from briefing_app.domain.source import SourceDocument
from briefing_app.domain.span import Span
from briefing_app.library import excerpt_table
from briefing_app.library.merging import Born, Held


def carried(
    connection: sqlite3.Connection, document: SourceDocument, reading_of: Callable[[str], Reading]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Move a document's excerpts to its reading in force; return those that are there, and those that now await a decision."""
    new = reading_of(document.reading)
    there, lost = [], []
    for held in excerpt_table.of_document(connection, document.id):
        at_new = held if held.excerpt.reading == new.id else moved(held, reading_of(held.excerpt.reading), new)
        if at_new:
            excerpt_table.rewrite(connection, at_new)
            excerpt_table.settle(connection, held.excerpt.id)
            there.append(held.excerpt.id)
        elif held.excerpt.standing is not Standing.REJECTED:
            excerpt_table.enqueue(connection, held.excerpt.id, new.id)
            lost.append(held.excerpt.id)
    return tuple(there), tuple(lost)


def moved(held: Held, old: Reading, new: Reading) -> Held | None:
    """Return the excerpt as it stands in the new reading, or None when its words are not there once: then a person decides.

    Spans of its attribution and addressees move likewise; one that is not found is dropped, the words it gave stay.
    Damage is what the new reading knows of.
    """
    excerpt = held.excerpt
    span = reanchored(excerpt, old, new)
    if span is None:
        return None

    def follow(part: Span) -> Span | None:
        if excerpt.span.holds(part):
            ahead = span.start - excerpt.span.start
            return Span(part.start + ahead, part.end + ahead)
        return reanchored(replace(excerpt, span=part), old, new)

    born = follow(held.born.span) if held.born else None
    there = replace(
        excerpt,
        reading=new.id,
        span=span,
        attribution=_attribution(excerpt.attribution, follow),
        addressees=tuple(Addressee(each.words, follow(each.span) if each.span else None) for each in excerpt.addressees),
        damage=tuple(dict.fromkeys(damage.kind for damage in new.damage_in(span))),
    )
    return Held(there, Born(held.born.kind, born) if held.born and born else None)


def _attribution(said: Attribution | None, follow: Callable[[Span], Span | None]) -> Attribution | None:
    if said is None:
        return None
    return replace(said, spans=tuple(place for part in said.spans if (place := follow(part))))
