"""Who is meant by what somebody is, without a name: "the official said", "rappelle le député frondeur"."""

import re
from bisect import bisect_left
from typing import Protocol

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.given import gender_of
from briefing_app.extraction.people.voices import Voice
from briefing_app.extraction.text.phrases import is_role, lowered, words_of

SPEAKS = "??"
"""Begins what stands, among those who are named, for one without a name who spoke."""
_AGED = re.compile(r" de \d{1,3} \w+$")
_AGO = 8
"""How many mentions back somebody may be taken up."""
_FEW = 3
"""A description of no more words, none of them telling where, is of somebody known."""
_NEAR = 700


class Known(Protocol):
    """The persons a text names, as far as it has been gone through."""

    table: CueTable
    persons: dict[str, Voice]
    introduced: list[tuple[int, str]]
    unnamed: dict[str, Voice]
    dignities: dict[str, str]
    named: list[tuple[int, str]]
    place: int
    since: int

    def fits(self, name: str, *, certain: bool = False) -> bool:
        """Tell whether somebody named can be the woman or the man whom words tell of."""

    def called(self, name: str) -> Voice:
        """Return whom a name among those ``named`` stands for."""

    def resolve(self, spoken: Voice) -> Voice:
        """Return a voice as fully as the text words it."""

    def expanded(self, organisation: str | None) -> str | None:
        """Return the fullest name of an organisation."""


def described(people: Known, spoken: Voice) -> Voice | None:
    """Return the person of the text whom a role without a name stands for; None where it may be somebody else."""
    return _by_dignity(people, spoken) or _by_role(people, spoken) or _brought_in(people, spoken) or _taken_up(people, spoken)


def _by_dignity(people: Known, spoken: Voice) -> Voice | None:
    # "le cardinal": "le président du Cercle, le cardinal Luc Morel".
    name = people.dignities.get(lowered(spoken.role or "")) if not spoken.organisation else None
    return people.called(name) if name else None


def _by_role(people: Known, spoken: Voice) -> Voice | None:
    wanted = set(lowered(spoken.role or "").split())
    # "the spokesman of the Government" is not the one of the Circle.
    at = set(lowered(f"{spoken.organisation or ''} {people.expanded(spoken.organisation) or ''}").split())
    at &= set(people.table.bodies)
    for person in people.persons.values():
        held = set(lowered(f"{person.role} {person.organisation or ''} {people.expanded(person.organisation) or ''}").split())
        if person.role and wanted and wanted <= held and (not at or not at.isdisjoint(held)):
            return people.resolve(person)
    return None


def _brought_in(people: Known, spoken: Voice) -> Voice | None:
    # "the nurse said": "A nurse at the port", brought in before.
    wanted = set(lowered(spoken.role or "").split())
    for place, name in reversed(people.introduced):
        known = people.unnamed.get(name)
        held = set(lowered(known.role).split()) if known and known.role else set()
        # "the spokesman": "A spokesman for the Harbour Council".
        if (
            known
            and place < people.place
            and (wanted < held or (wanted == held and known.organisation and not spoken.organisation))
        ):
            return known
    return None


def _taken_up(people: Known, spoken: Voice) -> Voice | None:
    # "the official said", "dijo el también coordinador": somebody named before.
    words = _AGED.sub("", lowered(spoken.role or "")).split()
    if spoken.organisation or not words:
        return None
    table = people.table
    # Whom the sentence names before its subject is another one: "en respuesta a Ana Silva, la funcionaria dijo".
    index = bisect_left(people.named, (people.since, "")) or bisect_left(people.named, (people.place, ""))
    before = [one for one in people.named[max(0, index - _AGO) : index] if not one[1].startswith(SPEAKS)]
    fitting = [(place, name) for place, name in reversed(before) if people.fits(name)]
    fitting.sort(key=lambda one: not people.fits(one[1], certain=True))
    again = " ".join(words) in table.taken_up
    if (again or words[0] in table.likewise) and before:
        alike = next((name for _, name in fitting if _is_office_of(people, name, words)), None)
        return people.called(alike or (fitting or before[-1:])[0][1])
    bare = len(words) <= _FEW and bool(table.adjectives) and words_of(table, "at_words").isdisjoint(words)
    if not bare or not fitting or spoken.theirs or not words_of(table, "kin").isdisjoint(words):
        return None
    alike = next((name for _, name in fitting if _is_office_of(people, name, words)), None)
    if alike:
        # "le député frondeur": "Ivo Petrov, député socialiste".
        return people.called(alike)
    place, name = fitting[0]
    nearest = people.called(name)
    noun = any(word in table.taken_up for word in words)
    alone = len({name for _, name in people.named if not name.startswith("?")}) == 1
    free = nearest.role is None and people.place - place < _NEAR
    return nearest if nearest.names and (alone or free or (noun and people.place - place < _NEAR)) else None


def _is_office_of(people: Known, name: str, words: list[str]) -> bool:
    """Tell whether the noun in a description is the one by which somebody's office begins."""
    held = lowered(people.called(name).role or "").split()
    offices = [word for word in words if is_role(word, people.table)]
    return bool(held) and bool(offices) and offices[0] in held[:_FEW] and gender_of(offices[0]) in {None, gender_of(held[0])}
