"""Given names: where a person's name begins behind a title, and whether it is a woman's or a man's."""

from enum import Enum
from functools import cache

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.text.phrases import is_role, lowered
from briefing_app.extraction.text.tables import name_table

_NEAR = 2
"""An article and an adjective, at most, stand before what somebody is."""


class Gender(Enum):
    """Whom "she" or "he" can stand for."""

    WOMAN = "woman"
    MAN = "man"


@cache
def _known() -> frozenset[str]:
    names = name_table()
    return frozenset(names.women + names.men + names.either)


@cache
def _genders() -> dict[str, Gender | None]:
    names = name_table()
    women = dict.fromkeys(names.women_nouns + names.women + names.of_women, Gender.WOMAN)
    men = dict.fromkeys(names.men_nouns + names.men + names.of_men, Gender.MAN)
    return dict.fromkeys(names.either) | women | men


def is_given(word: str) -> bool:
    """Tell whether a word with a capital, or its half before a hyphen, is a given name."""
    return word[:1].isupper() and not {lowered(word), lowered(word.partition("-")[0])}.isdisjoint(_known())


def is_surname(word: str) -> bool:
    """Tell whether a word with a capital is a noun for what a person is that is a surname, too: "Dean"."""
    return word[:1].isupper() and lowered(word) in name_table().surnames


def without_letters(words: list[str]) -> list[str]:
    """Return the words of a name without what is put behind it: "Ivo Petrov MP" is "Ivo Petrov"."""
    kept = list(words)
    while len(kept) > 1 and kept[-1].strip(".,").isupper() and lowered(kept[-1].strip(".,")) in name_table().letters:
        kept.pop()
    return kept


def gender_of(words: str) -> Gender | None:
    """Return whom a name, with or without a title before it, or a pronoun tells of; None where the table does not say."""
    for word in lowered(words).replace("-", " ").split():
        spelled = word.strip('.,;:«»“”"')
        if spelled in _genders():
            return _genders()[spelled]
    return None


def gender_of_office(words: str, table: CueTable) -> Gender | None:
    """Return whom an article before what somebody is, or its ending, tells of: "la ministre", "directrice"."""
    spelled = [word.strip('.,;:«»“”"').rpartition("'")[2] for word in lowered(words).split()]
    office = next((at for at, word in enumerate(spelled) if is_role(word, table)), None)
    if office is None:
        return None
    names = name_table()
    for word in reversed(spelled[max(0, office - _NEAR) : office]):
        if word in names.women_articles + names.men_articles:
            return Gender.WOMAN if word in names.women_articles else Gender.MAN
    return Gender.WOMAN if spelled[office].endswith(table.women_endings) else None
