"""What the card of an excerpt says: its words and where they match, its source in one line, damage, why it ranks there."""

from dataclasses import dataclass

from briefing_app.composition.citing import short_publisher
from briefing_app.domain.audience import Audience, Naming, in_words
from briefing_app.domain.harm import harm
from briefing_app.domain.reading import Damage, DamageKind, Locator, Reading, locate, shown_with_origins
from briefing_app.domain.source import SourceDocument, titled
from briefing_app.domain.span import Span
from briefing_app.library.ranking import Reason, Why
from briefing_app.words import Words
from briefing_app.workbench.finding_excerpts import Entry, Finder, Found
from briefing_app.workbench.wording import reason_words


@dataclass(frozen=True, slots=True)
class Told:
    """An excerpt in words. ``marks`` (matches) and ``hurt`` (damage) are places in ``words``, in code points.

    ``source`` names the document and may give way; ``place``, its date and where in it, may not.
    """

    words: str
    marks: tuple[Span, ...] = ()
    hurt: tuple[Span, ...] = ()
    source: str = ""
    place: str = ""
    damage: str = ""
    why: str = ""


_WORTH_TELLING = frozenset({Reason.BY_NAME, Reason.IN_GROUP, Reason.NAMED_IN_QUOTE})
"""Reasons that a reader could not see on the card itself."""

_SHORT = {Reason.BY_NAME: "window.why.asked-by-name", Reason.NAMED_IN_QUOTE: "window.why.names-audience"}
"""Reasons that have fewer words where there is little room."""

_PLACED_KINDS = frozenset(
    {DamageKind.GARBLED, DamageKind.MOJIBAKE, DamageKind.CIPHERED, DamageKind.RUN_TOGETHER, DamageKind.SCRAMBLED}
)
"""Damage to some words: it helps to say at which end."""


def told(finder: Finder, found: Found, entry: Entry, naming: Naming, words: Words) -> Told:
    """Return what the card of an excerpt found says."""
    hit, reading = finder.hit(found, entry), finder.reading(entry)
    audience = found.query.best_for
    why = dict.fromkeys(_reason(each, audience, naming, words) for each in hit.why if each.reason in _WORTH_TELLING)
    harmed = harm(entry.excerpt)
    damage = tuple(each for each in reading.damage_in(entry.excerpt.span) if each.kind in harmed) if harmed else ()
    said = {each.kind: _damage(each, entry.excerpt.span, words) for each in reversed(damage)}
    phrases = dict.fromkeys(said.get(kind) or _phrase(kind, words) for kind in harmed)
    return Told(
        hit.words,
        hit.marks,
        _hurt(damage, entry.excerpt.span, reading) if damage else (),
        source_name(entry.document),
        date_and_place(entry.document, locate(reading, entry.excerpt.span), words),
        " · ".join(phrases),
        " · ".join(why),
    )


def date_and_place(document: SourceDocument, where: Locator | None, words: Words) -> str:
    """Return what follows a document's name: ", 6 Jun 2022 · ¶ 7", or what of it is known."""
    date = document.card.date.value if document.card.date else None
    when = f", {words.short_date(date.year, date.month, date.day)}" if date else ""
    place = short_place(where, words) if where else ""
    return f"{when} · {place}" if place else when


def source_name(document: SourceDocument) -> str:
    """Return a document's shortest name that tells it apart."""
    card = document.card
    if card.short_title:
        return card.short_title.value
    publisher = short_publisher(card)
    return f"{publisher}, {document.name}" if publisher and not card.title else titled(document)


def short_place(where: Locator, words: Words) -> str:
    """Return where a passage is in the fewest words: "p. 4 · ¶ 12"."""
    parts = [words.say("window.place.page", page=where.page)] if where.page else []
    if where.first and where.last > where.first:
        parts.append(words.say("window.place.paragraphs", first=where.first, last=where.last))
    elif where.first:
        parts.append(words.say("window.place.paragraph", number=where.first))
    return " · ".join(parts)


def _reason(why: Why, audience: Audience | None, naming: Naming, words: Words) -> str:
    if why.reason in _SHORT:
        return words.say(_SHORT[why.reason])
    group = naming.group(why.group) if why.group else None
    if group and audience:
        return in_words((audience.several and group.capacity_of_several) or group.capacity, words.language)
    return reason_words(why, naming, words)


def _phrase(kind: DamageKind, words: Words) -> str:
    return words.say(f"window.damage.{kind.value.replace(' ', '-')}")


def _damage(damage: Damage, span: Span, words: Words) -> str:
    phrase = _phrase(damage.kind, words)
    if damage.kind not in _PLACED_KINDS:
        return phrase
    at_start, at_end = damage.span.start <= span.start, damage.span.end >= span.end
    if at_start == at_end:
        return phrase
    return words.say("window.damage.at-start" if at_start else "window.damage.at-end", damage=phrase)


def _hurt(damage: tuple[Damage, ...], span: Span, reading: Reading) -> tuple[Span, ...]:
    shown = shown_with_origins(reading, span)
    common = (each.span.common(span) for each in damage if each.kind in _PLACED_KINDS)
    return tuple(Span(shown.place_of(each.start), shown.place_of(each.end)) for each in common if each)
