"""Audiences: whom a pack is for, the groups they belong to, and whether an addressee's words mean them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from briefing_app.domain.fidelity.folding import folded

MASTER = "master"
"""The pack before any audience."""


class Paper(StrEnum):
    """Paper sizes."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the room: a name may be missing, a role not; ``follows`` says what they follow or decide."""

    role: str
    name: str = ""
    follows: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Those who are asked as one: donors, host states. Its texts are by language.

    ``words`` are how sources call them, ``capacity`` is how we say it.
    """

    id: str
    name: Mapping[str, str]
    capacity: Mapping[str, str]
    """ "as a donor", "comme bailleur de fonds"."""
    words: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a pack is for. Texts that print are by language, with English at least."""

    id: str
    name: Mapping[str, str]
    formal: Mapping[str, str]
    """How the pack names them on its front: "Delegation of Canada"."""
    in_sentence: Mapping[str, str] | None = None
    """The name inside a sentence, where it differs: "the United States"."""
    aliases: tuple[str, ...] = ()
    """Words of sources that mean them."""
    groups: tuple[str, ...] = ()
    """Identifiers of the groups they belong to."""
    people: tuple[Person, ...] = ()
    country: str | None = None
    """ISO 3166 code; its CLDR names count as aliases."""
    language: str = "en"
    paper: Paper = Paper.A4
    order: int = 100
    """Place among the audiences: host first, then protocol; equal ones go by name."""
    sees_matrix: bool = False
    """What may be disclosed: whether their hand-over copy shows who else is asked what."""


class Meeting(StrEnum):
    """How an addressee's words meet an audience."""

    NAMED = "named"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Met:
    """How an audience is meant: by name, or through the group of that identifier."""

    how: Meeting
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Naming:
    """All that words may mean: groups, and the names of countries by ISO code as the languages have them."""

    groups: tuple[Group, ...] = ()
    countries: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def group(self, identifier: str) -> Group | None:
        """Return the group of that identifier."""
        return next((group for group in self.groups if group.id == identifier), None)


def in_words(mapping: Mapping[str, str], language: str) -> str:
    """Return a text by language: the language itself, its base, English, whatever there is."""
    for candidate in (language, language.split("-", maxsplit=1)[0], "en"):
        if candidate in mapping:
            return mapping[candidate]
    return next(iter(mapping.values()), "")


def meets(audience: Audience, words: Iterable[str], naming: Naming) -> Met | None:
    """Return how any of an excerpt's addressees means the audience: by name first, else as one of a group, else None."""
    spoken = [_key(word) for word in words]
    names = [*audience.aliases, *audience.name.values()]
    if audience.country:
        names += naming.countries.get(audience.country, ())
    if _any_in(names, spoken):
        return Met(Meeting.NAMED)
    for identifier in audience.groups:
        group = naming.group(identifier)
        if group and _any_in([word for by_language in group.words.values() for word in by_language], spoken):
            return Met(Meeting.GROUP, identifier)
    return None


def _any_in(names: Iterable[str], spoken: list[str]) -> bool:
    patterns = [rf"(?<!\w){re.escape(key)}(?!\w)" for name in names if (key := _key(name))]
    return bool(patterns) and any(re.search("|".join(patterns), words) for words in spoken)


def _key(words: str) -> str:
    # "U.S." and "US" are one; "G-20" and "G20" are one.
    return re.sub(r"(?<=\w)[.](?=\w|\s|$)|(?<=[gG])-(?=\d)", "", folded(words)).casefold().strip()
