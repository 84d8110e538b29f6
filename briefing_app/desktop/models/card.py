"""A card of the library as a value: an excerpt, what is told of it, whether the pack has it; and the same read aloud."""

from dataclasses import dataclass

from briefing_app.domain.excerpt import Excerpt, ExcerptKind
from briefing_app.words import Words
from briefing_app.workbench.excerpt_cards import Told


@dataclass(frozen=True, slots=True)
class Card:
    """What the delegate paints of an excerpt."""

    excerpt: Excerpt
    told: Told
    placed: bool


@dataclass(frozen=True, slots=True)
class Lead:
    """A piece of the line below the words; strong or not."""

    text: str
    strong: bool


def led(excerpt: Excerpt) -> bool:
    """Tell whether there is anybody for the line below the words."""
    said = excerpt.attribution
    if excerpt.kind is ExcerptKind.RECOMMENDATION:
        return bool(excerpt.addressees)
    return excerpt.kind is ExcerptKind.QUOTE and said is not None and any(said.line)


def lead(excerpt: Excerpt, words: Words) -> tuple[Lead, ...]:
    """Return who is asked, or who speaks: pieces of one line, empty when nobody is known."""
    if excerpt.kind is ExcerptKind.RECOMMENDATION and excerpt.addressees:
        names = ", ".join(dict.fromkeys(each.words for each in excerpt.addressees))
        return (Lead(f"{words.say('window.card.to')} ", strong=False), Lead(names, strong=True))
    said = excerpt.attribution
    if excerpt.kind is not ExcerptKind.QUOTE or said is None:
        return ()
    name, rest = said.line
    return (Lead(name, strong=True), Lead(f", {rest}" if rest else "", strong=False)) if name else ()


def spoken(card: Card, words: Words) -> str:
    """Return a card as a screen reader says it: kind, words, who, place, damage, why, and whether the pack has it."""
    parts = (
        words.say(f"kind.{card.excerpt.kind.value}"),
        card.told.words,
        "".join(piece.text for piece in lead(card.excerpt, words)),
        card.told.source + card.told.place,
        card.told.damage,
        card.told.why,
        words.say("window.card.in-pack") if card.placed else "",
    )
    return ". ".join(part.rstrip(".") for part in parts if part) + "."
