"""Given names: where a person's name begins behind a title, and whether it is a woman's or a man's."""

import tomllib
from dataclasses import dataclass
from enum import Enum
from functools import cache

from briefing_app import typed
from briefing_app.extraction.phrases import lowered
from briefing_app.extraction.tables import CUES


class Gender(Enum):
    """Whom "she" or "he" can stand for."""

    WOMAN = "woman"
    MAN = "man"


@dataclass(frozen=True, slots=True)
class GivenNames:
    """The names, in small letters, of whatever language."""

    women: tuple[str, ...]
    men: tuple[str, ...]
    either: tuple[str, ...]
    """Of women and men alike."""
    surnames: tuple[str, ...]
    """Nouns for what a person is that are surnames, too."""
    letters: tuple[str, ...]
    """What stands behind a name: seats, degrees, orders."""
    of_women: tuple[str, ...]
    """Words before a woman's name, or in its place: "Ms", "she"."""
    of_men: tuple[str, ...]


@cache
def given_names() -> GivenNames:
    """Return the table of given names; FileNotRead when its file holds what it has not."""
    path = CUES / "names.toml"
    return typed.load(GivenNames, tomllib.loads(path.read_text(encoding="utf-8")), source=path.name)


@cache
def _known() -> frozenset[str]:
    names = given_names()
    return frozenset(names.women + names.men + names.either)


@cache
def _genders() -> dict[str, Gender | None]:
    names = given_names()
    women = dict.fromkeys(names.women + names.of_women, Gender.WOMAN)
    return dict.fromkeys(names.either) | women | dict.fromkeys(names.men + names.of_men, Gender.MAN)


def is_given(word: str) -> bool:
    """Tell whether a word with a capital, or its half before a hyphen, is a given name."""
    return word[:1].isupper() and not {lowered(word), lowered(word.partition("-")[0])}.isdisjoint(_known())


def is_surname(word: str) -> bool:
    """Tell whether a word with a capital is a noun for what a person is that is a surname, too: "Dean"."""
    return word[:1].isupper() and lowered(word) in given_names().surnames


def without_letters(words: list[str]) -> list[str]:
    """Return the words of a name without what is put behind it: "Ivo Petrov MP" is "Ivo Petrov"."""
    kept = list(words)
    while len(kept) > 1 and kept[-1].strip(".,").isupper() and lowered(kept[-1].strip(".,")) in given_names().letters:
        kept.pop()
    return kept


def gender_of(words: str) -> Gender | None:
    """Return whom a name, with or without a title before it, or a pronoun tells of; None where the table does not say."""
    for word in lowered(words).replace("-", " ").split():
        spelled = word.strip('.,;:«»“”"')
        if spelled in _genders():
            return _genders()[spelled]
    return None
