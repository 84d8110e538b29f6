"""Looking through what was found: an excerpt confirmed, put right, rejected, or made of a passage that a person chose.

All functions are pure: they return the excerpt as it should be, for ``Session.do_excerpt``.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing_app.domain.excerpt import Addressee, Attribution, Excerpt, ExcerptKind, Standing, new_id
from briefing_app.domain.reading import Reading, shown
from briefing_app.domain.source import SourceDocument
from briefing_app.domain.span import Span, stripped
from briefing_app.errors import EditRefused

LOOKED_AT = frozenset({Standing.CONFIRMED, Standing.EDITED, Standing.REJECTED})
"""Standings that a person gave."""


def made(document: SourceDocument, reading: Reading, kind: ExcerptKind, span: Span, held: Iterable[Excerpt] = ()) -> Excerpt:
    """Return a new excerpt of a passage; blanks at its ends are no part of it. EditRefused when nothing else is in it.

    Who speaks and who is asked come from the excerpt among ``held`` that shares most with it, where one says so.
    """
    span = stripped(reading.text, span)
    if not shown(reading, span).strip():
        raise EditRefused("passage-empty")
    near = sorted((each for each in held if each.span.meets(span)), key=lambda each: -len(each.span.common(span) or ()))
    return Excerpt(
        id=new_id(),
        document=document.id,
        reading=reading.id,
        span=span,
        kind=kind,
        attribution=next((each.attribution for each in near if each.attribution), None),
        addressees=next((each.addressees for each in near if each.addressees), ()) if kind is ExcerptKind.RECOMMENDATION else (),
        turn=next((each.turn for each in near if each.turn is not None), None) if kind is ExcerptKind.QUOTE else None,
        damage=reading.damage_kinds_in(span),
        standing=Standing.CONFIRMED,
    )


def confirmed(excerpt: Excerpt) -> Excerpt:
    """Return the excerpt as found right; one that was put right stays so."""
    return excerpt if excerpt.standing is Standing.EDITED else replace(excerpt, standing=Standing.CONFIRMED)


def rejected(excerpt: Excerpt) -> Excerpt:
    """Return the excerpt as found wrong: it is kept, so that it is not suggested again."""
    return replace(excerpt, standing=Standing.REJECTED)


def of_kind(excerpt: Excerpt, kind: ExcerptKind) -> Excerpt:
    """Return the excerpt as another kind; what goes with the old one is kept, should the person come back to it."""
    return _edited(excerpt, replace(excerpt, kind=kind))


def over(excerpt: Excerpt, reading: Reading, span: Span) -> Excerpt:
    """Return the excerpt over another passage of its reading; EditRefused when that holds no words."""
    span = stripped(reading.text, span)
    if not shown(reading, span).strip():
        raise EditRefused("passage-empty")
    return _edited(excerpt, replace(excerpt, span=span, damage=reading.damage_kinds_in(span)))


def asked_of(excerpt: Excerpt, addressees: Sequence[str]) -> Excerpt:
    """Return the excerpt as asked of these; those it had keep the place that says so, in the order now wanted."""
    had = {each.words: each for each in excerpt.addressees}
    wanted = dict.fromkeys(" ".join(each.split()) for each in addressees)
    return _edited(excerpt, replace(excerpt, addressees=tuple(had.get(each) or Addressee(each) for each in wanted if each)))


def said_by(excerpt: Excerpt, name: str, role: str, organisation: str) -> Excerpt:
    """Return the excerpt as said by somebody; empty words stand for not known. The words that said so count while they agree."""
    said = tuple(" ".join(each.split()) or None for each in (name, role, organisation))
    old = excerpt.attribution or Attribution()
    new = replace(old, name=said[0], role=said[1], organisation=said[2])
    if new == old:
        return excerpt
    return _edited(excerpt, replace(excerpt, attribution=replace(new, spans=()) if any(said) else None))


def said_around(excerpt: Excerpt, held: Iterable[Excerpt]) -> Attribution | None:
    """Return who says the quotation that an excerpt stands in, if it stands in one: the shortest of several."""
    around = [
        each
        for each in held
        if each.kind is ExcerptKind.QUOTE
        and each.id != excerpt.id
        and each.reading == excerpt.reading
        and each.attribution
        and each.span.holds(excerpt.span)
    ]
    return min(around, key=lambda each: len(each.span)).attribution if around else None


_WORD = re.compile(r"\S+")
_AROUND = 200
"""Code points looked at on either side of a passage for each word that an edge moves by, and as many more."""


def wider(reading: Reading, span: Span, *, start: int = 0, end: int = 0) -> Span:
    """Return a passage with its edges moved by words: ``start`` and ``end`` count them, to the right when positive.

    A word is what stands between blanks. Edges stop at the text's ends, and a passage keeps one word at least.
    """
    # A paper of a hundred pages has fifty thousand words: those around the passage are enough.
    reach = _AROUND * (1 + abs(start) + abs(end))
    low, high = max(0, span.start - reach), min(len(reading.text), span.end + reach)
    while low and not reading.text[low - 1].isspace():
        low -= 1
    words = [Span(*each.span()) for each in _WORD.finditer(reading.text, low, high)]
    inside = [place for place, word in enumerate(words) if word.meets(span)]
    if not inside:
        return span
    first = min(max(0, inside[0] + start), len(words) - 1)
    last = min(max(0, inside[-1] + end), len(words) - 1)
    if first > last:
        # The edges met: the one that was not moved stays.
        first = last = last if start else first
    return Span(
        words[first].start if start or first < inside[0] else span.start,
        words[last].end if end else max(span.end, words[first].end),
    )


def next_unseen(excerpts: Sequence[Excerpt], after: str = "") -> Excerpt | None:
    """Return the next suggestion nobody has looked at, going on after the excerpt ``after`` and round to the start."""
    start = next((place + 1 for place, each in enumerate(excerpts) if each.id == after), 0)
    return next((each for each in (*excerpts[start:], *excerpts[:start]) if each.standing not in LOOKED_AT), None)


def doubtful_first(excerpts: Iterable[Excerpt]) -> tuple[Excerpt, ...]:
    """Return the suggestions nobody has looked at, the least sure first; of equals, in the order of the text."""
    waiting = [each for each in excerpts if each.standing not in LOOKED_AT]
    return tuple(sorted(waiting, key=doubt))


def doubt(excerpt: Excerpt) -> tuple[float, str, Span]:
    """Return what excerpts are sorted by to have the least sure first; of equals, in the order of the text."""
    return excerpt.confidence, excerpt.document, excerpt.span


def _edited(before: Excerpt, after: Excerpt) -> Excerpt:
    return before if after == before else replace(after, standing=Standing.EDITED)
