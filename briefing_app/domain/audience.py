"""Audiences: whom a pack is for, the groups they belong to, and whether an addressee's words mean them."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

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
    capacity_of_several: Mapping[str, str] | None = None
    """ "as donors": for an audience of several."""


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a pack is for. Texts that print are by language, with English at least."""

    id: str
    name: Mapping[str, str]
    formal: Mapping[str, str]
    """How the pack names them on its front: "Delegation of Canada"."""
    several: bool = False
    """Whether they are many who are asked together, so that they are asked "as donors"."""
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
    """All that words may mean: groups, the names of countries by ISO code as the languages have them, and lookalikes."""

    groups: tuple[Group, ...] = ()
    countries: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lookalikes: tuple[str, ...] = ()
    """Longer names that hold one of these and mean something else: "New Mexico", "EU member states"."""

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
    """Return how any of an excerpt's addressees means the audience: by name first, else as one of a group, else None.

    Whole words count, of any case and with or without accents; short names in capitals (US, EU) count in capitals alone. A
    name inside a longer one of somebody else is not meant ("New Mexico", "South Sudan"), nor is one that is set apart
    ("non-donors") or made an adjective by a hyphen ("Mexico-based").
    """
    spoken = tuple(_plain(word) for word in words)
    names = (*audience.aliases, *audience.name.values(), *naming.countries.get(audience.country or "", ()))
    if _said(names, spoken, naming, audience.country):
        return Met(Meeting.NAMED)
    for identifier in audience.groups:
        group = naming.group(identifier)
        if group and _said(tuple(word for by_language in group.words.values() for word in by_language), spoken, naming, None):
            return Met(Meeting.GROUP, identifier)
    return None


def _said(names: tuple[str, ...], spoken: tuple[str, ...], naming: Naming, country: str | None) -> bool:
    own = _pattern(names)
    if not own or not any(own.search(words) for words in spoken):
        return False
    others = (name for code, held in naming.countries.items() if code != country for name in held)
    longer = _longer(names, (*naming.lookalikes, *others))
    return any(_free(found.span(), words, longer) for words in spoken for found in own.finditer(words))


def _free(place: tuple[int, int], words: str, longer: re.Pattern[str] | None) -> bool:
    return not longer or not any(
        found.start() <= place[0] and place[1] <= found.end() and found.span() != place for found in longer.finditer(words)
    )


@lru_cache(maxsize=512)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    keys = sorted({key for name in names if (key := _plain(name))}, key=len, reverse=True)
    # Short capitals are words in small letters: "US" and "us", "CARE" and "care".
    parts = [re.escape(key) if _SHORT_CAPITALS.fullmatch(key) else f"(?i:{re.escape(key)})" for key in keys]
    return re.compile(rf"(?<!\w)(?<!\b[Nn]on[- ])(?<!\b[Nn]o )(?:{'|'.join(parts)})(?!\w)(?!-[a-z])") if parts else None


@lru_cache(maxsize=512)
def _longer(names: tuple[str, ...], others: tuple[str, ...]) -> re.Pattern[str] | None:
    own = _pattern(names)
    mine = {_plain(name).casefold() for name in names}
    return _pattern(tuple(name for name in others if own and own.search(_plain(name)) and _plain(name).casefold() not in mine))


_SHORT_CAPITALS = re.compile(r"[A-Z]{2,4}")


@lru_cache(maxsize=8192)
def _plain(words: str) -> str:
    # Typography and accents count for nothing; "U.S." and "US" are one, and so are "G-20", "G 20" and "G20".
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", folded(words)) if not unicodedata.combining(letter))
    return re.sub(r"(?<=\w)[.](?=\w|\s|-|$)|(?<=\b[gG])[- ](?=\d)", "", bare).strip()
