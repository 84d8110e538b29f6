"""Merging what extraction suggests now with what the library holds: suggestions are replaced, a person's decisions never."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefing_app.domain.excerpt import Excerpt, ExcerptKind, Standing, suggestion_key
from briefing_app.domain.source import Basis, Card
from briefing_app.domain.span import Span


@dataclass(frozen=True, slots=True)
class Born:
    """As what an excerpt was first suggested: its kind and its place in the reading it points to now."""

    kind: ExcerptKind
    span: Span


@dataclass(frozen=True, slots=True)
class Held:
    """An excerpt the library holds. ``born`` is None when a person made it."""

    excerpt: Excerpt
    born: Born | None


@dataclass(frozen=True, slots=True)
class Merge:
    """What merging asks for: identifiers to drop, excerpts to replace, excerpts to add."""

    drop: tuple[str, ...]
    replace: tuple[Excerpt, ...]
    add: tuple[Excerpt, ...]


def merged(file: str, held: Iterable[Held], suggestions: Iterable[Excerpt]) -> Merge:
    """Return what makes the library's excerpts of a file those suggested now.

    A suggestion that is the same as one a person confirmed, edited or rejected (by its key, at birth or now) changes
    nothing. One that is the same as an earlier suggestion keeps that one's identifier. Earlier suggestions that are not made
    any more are dropped. Of suggestions with one key the first counts.
    """
    open_: dict[str, Excerpt] = {}
    decided: set[str] = set()
    for each in held:
        keys = _keys(file, each)
        if each.excerpt.standing is Standing.SUGGESTED:
            open_.update(dict.fromkeys(keys, each.excerpt))
        else:
            decided |= keys
    kept: list[Excerpt] = []
    new: list[Excerpt] = []
    seen = set(decided)
    for suggestion in suggestions:
        key = _key(file, suggestion)
        if key in seen:
            continue
        seen.add(key)
        if key in open_:
            kept.append(replace(suggestion, id=open_[key].id))
        else:
            new.append(suggestion)
    stays = {excerpt.id for excerpt in kept}
    drop = dict.fromkeys(excerpt.id for excerpt in open_.values() if excerpt.id not in stays)
    return Merge(tuple(drop), tuple(kept), tuple(new))


def _key(file: str, excerpt: Excerpt) -> str:
    return suggestion_key(file, excerpt.reading, excerpt.kind, excerpt.span)


def _keys(file: str, held: Held) -> set[str]:
    keys = {_key(file, held.excerpt)}
    if held.born:
        keys.add(suggestion_key(file, held.excerpt.reading, held.born.kind, held.born.span))
    return keys


def merged_card(old: Card, new: Card) -> Card:
    """Return the card of a document that was read anew: what a person typed stays, then the new reading's word counts."""
    entries = {}
    for name in Card.__slots__:
        before, after = getattr(old, name), getattr(new, name)
        held = before if isinstance(before, tuple) else (before,) if before else ()
        typed = any(entry.basis is Basis.TYPED for entry in held)
        entries[name] = before if typed or not after else after
    return Card(**entries)
