"""What every part of a composition needs to know: the pack, for whom, in which words, with which numbers and sources."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing_app.composition.marks import own_words
from briefing_app.domain.audience import Audience, in_words
from briefing_app.domain.briefing import Note, Text
from briefing_app.domain.citation import CitedSource
from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.languages import language_tag
from briefing_app.domain.pack import Pack
from briefing_app.domain.reading import Reading
from briefing_app.words import Words


@dataclass(frozen=True, slots=True)
class Setting:
    """One copy in the making. ``numbers`` are the asks' by placement, ``sources`` the cited ones by document."""

    pack: Pack
    audience: Audience | None
    words: Words
    language: str
    numbers: Mapping[str, str]
    sources: Mapping[str, CitedSource]

    @property
    def audience_id(self) -> str:
        """The audience's identifier, as texts by audience are keyed; empty for the master."""
        return self.audience.id if self.audience else ""

    def own(self, words: str) -> str:
        """Return words of our own with the spaces that the copy's language prints."""
        return own_words(words, self.language)

    def name(self, audience: Audience) -> str:
        """Return an audience's name in the copy's language."""
        return in_words(audience.name, self.language)

    def tag(self, language: str) -> str | None:
        """Return the language to tag words with: None where it is the copy's own, or no name of a language."""
        named = language_tag(language)
        base, own = (tag.split("-", maxsplit=1)[0] for tag in (named, self.language))
        return None if base == own else named or None

    def reading_of(self, excerpt: Excerpt) -> Reading:
        """Return the reading an excerpt points to."""
        return self.pack.reading(excerpt.reading)

    def quoted_language(self, excerpt: Excerpt) -> str:
        """Return the language an excerpt's words are in, the copy's own when nothing is known.

        Both the reading's and the card's may be any words that somebody typed, or that a file bore.
        """
        card = self.pack.document(excerpt.document).card
        told = (self.reading_of(excerpt).language or "", card.language.value if card.language else "")
        return next(filter(None, map(language_tag, told)), self.language)


def spelled(words: Words, number: int) -> str:
    """Return a number as running text has it: in letters as far as twelve."""
    key = f"print.number.{number}"
    return words.say(key) if words.has(key) else words.number(number)


@dataclass(slots=True)
class NoteBook:
    """Notes as they are called, numbered from 1, and which sources have been named in full."""

    notes: list[Note] = field(default_factory=list)
    named: set[str] = field(default_factory=set)

    def call(self, text: Text) -> int:
        """Add a note and return its number."""
        number = len(self.notes) + 1
        self.notes.append(Note(number, text))
        return number
