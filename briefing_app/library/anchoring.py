"""Moving excerpts to a new reading of the same file: by their exact words, with all that points into the text."""

from collections.abc import Callable
from dataclasses import replace

from briefing_app.domain.excerpt import Addressee, Attribution, reanchored
from briefing_app.domain.reading import Reading
from briefing_app.domain.span import Span
from briefing_app.library.merging import Born, Held


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
