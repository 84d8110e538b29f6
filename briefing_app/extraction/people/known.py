"""Every person a document names: surnames and roles lead to the fullest name it gives."""

import re
from bisect import bisect_left, insort
from dataclasses import dataclass, field, replace
from itertools import islice

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.described import SPEAKS, described
from briefing_app.extraction.people.given import Gender, gender_of, is_given
from briefing_app.extraction.people.held_at import ANY
from briefing_app.extraction.people.house_offices import is_house_office
from briefing_app.extraction.people.organisations import NEARBY, Organisations
from briefing_app.extraction.people.voices import Voice
from briefing_app.extraction.text.phrases import folded, lowered, word_list
from briefing_app.extraction.text.tables import name_table

UNNAMED = "?"
"""Begins what stands for somebody without a name among those who are named."""
_FEWEST = 3
"""A role of so few letters is written in capitals anyway: "CEO"."""
_AGO = 8
"""How many mentions back a pronoun may reach."""
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][\w’'-]*")


@dataclass(slots=True)
class People:
    """What is known so far. Filled while a document is gone through in order."""

    table: CueTable
    organisations: Organisations
    persons: dict[str, Voice] = field(default_factory=dict)
    """By surname, folded."""
    full_names: dict[str, str] = field(default_factory=dict)
    other_names: dict[str, str] = field(default_factory=dict)
    """From a first surname or a given name to the full name; to nothing where several persons share it."""
    last_person: str | None = None
    named: list[tuple[int, str]] = field(default_factory=list)
    """Where persons are named, in order: known to the narrator before."""
    introduced: list[tuple[int, str]] = field(default_factory=list)
    """Where those are introduced of whom one name is told alone: "Samba, a young man"."""
    unnamed: dict[str, Voice] = field(default_factory=dict)
    """Whom a role alone brings in, by what stands for them in ``introduced``."""
    genders: dict[str, Gender] = field(default_factory=dict)
    """By surname, folded: of those whom a title before their name calls a woman or a man."""
    dignities: dict[str, str] = field(default_factory=dict)
    """From what one person alone is called by to the full name: "cardinal"."""
    owners: list[tuple[str, str]] = field(default_factory=list)
    """Full names, and whose they are said to be: "CARE's Ana Silva"."""
    spokesperson: Voice = field(default_factory=Voice)
    """To whom the document gives whatever is quoted in it."""
    house: str | None = None
    """The organisation the document is from."""
    shared: frozenset[str] = frozenset()
    """Surnames, folded, that several persons of the text bear: each is known by the whole name."""
    heads_of_state: frozenset[str] = frozenset()
    """Surnames, folded, of those whom the text calls by their office alone: "President Silva"."""
    place: int = 0
    """How far the document has been gone through."""
    since: int = 0
    """Where the sentence of the words that are being resolved begins."""
    gender: Gender | None = None
    """Whether the words that are being resolved tell of a woman or a man."""

    def learn(self, spoken: Voice) -> None:
        """Remember a voice: later surnames and roles lead to it."""
        for said in spoken.names:
            name = said if self.key(said) in self.persons else self._known(said).names[0]
            key = self.key(name)
            if key in self.shared:
                continue
            known = self.persons.get(key)
            fuller = name if known is None or _is_fuller(name, known.names[0]) else known.names[0]
            role, organisation = spoken.role, spoken.organisation
            if known and known.role and not _says_more(spoken, known, self.table):
                role, organisation = known.role, known.organisation or organisation
            elif known and known.role and lowered(known.role) not in lowered(role or ""):
                # What another office is held at says nothing of this one.
                self.persons[key] = Voice(
                    (fuller,), role, organisation, theirs=spoken.theirs, whole=spoken.whole, ahead=spoken.ahead
                )
                continue
            organisation = organisation or (known.organisation if known else None)
            theirs = spoken.theirs or (known.theirs if known else "")
            whole = spoken.whole or (known.whole if known else None)
            ahead = spoken.ahead or (known is not None and known.ahead)
            self.persons[key] = Voice((fuller,), role, organisation, theirs=theirs, whole=whole, ahead=ahead)

    def key(self, name: str) -> str:
        """Return by what a person is known: the surname, folded, or the whole name where several bear it."""
        surname = _surname(name)
        if surname in self.shared and lowered(name.partition(" ")[0].rstrip(".")) in self.table.honorifics:
            # "Sister Ana Silva".
            name = name.partition(" ")[2]
        return folded(name) if surname in self.shared and " " in name and is_given(name.partition(" ")[0]) else surname

    def role_of(self, name: str) -> str | None:
        """Return what is known so far of what somebody is."""
        return self._known(name).role

    def join_names(self) -> None:
        """Take a name with one surname and the same with two for one person's: "Ana Silva" is "Ana Silva Rojas"."""
        for full in self.full_names.values():
            shorter = " ".join(full.split()[:-1])
            known = self.persons.get(self.key(shorter))
            if len(shorter.split()) > 1 and is_given(full.split()[0]) and self.full_names.get(self.key(shorter)) == shorter:
                merged = self.persons.get(self.key(full)) or Voice((full,))
                if known and len(known.role or "") > len(merged.role or ""):
                    merged = replace(known, names=(full,))
                self.persons[self.key(full)] = self.persons[self.key(shorter)] = replace(merged, names=(full,))

    def name(self, full: str) -> None:
        """Remember a full name: any of its words may stand for it later ("Ana Silva Rojas" is "Silva")."""
        for token in _CAPITALISED.findall(full)[:-1]:
            key = folded(token)
            self.other_names[key] = full if self.other_names.get(key, full) == full else ""

    def _known(self, name: str) -> Voice:
        found = self.persons.get(self.key(name))
        if found:
            return found
        if self.key(name) in self.shared:
            return self._nearest(name)
        # Of a surname that several bear the given name tells whose it is.
        given = folded(name.partition(" ")[0]) if _surname(name) in self.shared else ""
        full = self.other_names.get(_surname(name)) or self.other_names.get(given) or ""
        if not set(map(folded, _CAPITALISED.findall(name))) <= set(map(folded, _CAPITALISED.findall(full))):
            return Voice((name,))
        return self.persons.get(self.key(full), Voice((full,)))

    def _nearest(self, surname: str) -> Voice:
        # "Silva", where two are called so: the one named last, if the words do not tell of a woman or a man who is not.
        before = self.named[: bisect_left(self.named, (self.place, ""))]
        named = (name for _, name in reversed(before) if _surname(name) == _surname(surname) and " " in name)
        full = next((name for name in named if name not in self.unnamed and self.fits(name)), surname)
        return self.persons.get(self.key(full), Voice((full,)))

    def resolve(self, spoken: Voice) -> Voice:
        """Return the voice with fullest names, and with role and organisation where the document gives them anywhere."""
        if spoken.names:
            known = [self._known(name) for name in spoken.names]
            names = tuple(self._full(one.names[0]) for one in known)
            # What one of several is says nothing of the others.
            alone = known if len({one.role for one in known}) == 1 else []
            role = spoken.role or next((one.role for one in alone if one.role), None)
            if not role and not alone and all(one.role for one in known):
                # Each of those who speak together has an office of their own.
                return Voice(names, "; ".join(self._office(one) for one in known))
            organisation = spoken.organisation or next((one.organisation for one in alone if one.organisation), None)
            if len(names) == 1 and known[0].role and len(known[0].role) >= len(role or ""):
                # Where another office is held says nothing of one at "the Council".
                organisation = known[0].organisation or (None if known[0].theirs and spoken.role else organisation)
                role = known[0].role
            self.last_person = self.key(known[-1].names[0])
            theirs = spoken.theirs or known[0].theirs
            if not organisation and theirs:
                organisation = self.organisations.whose(self.place, theirs)
                role = role if organisation else (spoken.whole or known[0].whole or role)
            return self._whole(Voice(names, role, self._held_at(organisation, ahead=spoken.ahead or known[0].ahead), theirs=theirs))
        if spoken.somebody:
            return replace(spoken, organisation=self._held_at(spoken.organisation, ahead=spoken.ahead))
        if spoken.role:
            same = described(self, spoken)
            if spoken.theirs and not same:
                at = self.organisations.whose(self.place, spoken.theirs)
                return replace(spoken, role=spoken.role if at else spoken.whole or spoken.role, organisation=at)
            return same or self._whole(replace(spoken, organisation=self._held_at(spoken.organisation, ahead=spoken.ahead)))
        if spoken.organisation:
            self.organisations.last = self.expanded(spoken.organisation)
            return Voice(organisation=self.organisations.last)
        return spoken

    def _office(self, known: Voice) -> str:
        at = self.organisations.whose(self.place, known.theirs) if known.theirs and not known.organisation else known.organisation
        return ", ".join(filter(None, (known.role, self._held_at(at, ahead=known.ahead))))

    def person(self, place: int, gender: Gender | None = None, words: str = "") -> Voice:
        """Return whom "he" or "she" at ``place`` stands for: the person the narrator named last, or who spoke last.

        Whoever is known to be of another ``gender`` is passed over, and who is named in the ``words`` that were said.
        """
        index = bisect_left(self.named, (place, "")) - 1
        named = reversed(self.named[: index + 1])
        for at, name in islice(named, _AGO):
            if (name in self.unnamed and place - at > NEARBY) or (len(self.persons) > 1 and name.split()[-1] in words.split()):
                continue
            if not gender or (self.gender_of(name) or gender) is gender:
                return self.called(name)
        if index >= 0:
            return Voice()
        return self.resolve(self.persons[self.last_person]) if self.last_person in self.persons else Voice()

    def fits(self, name: str, *, certain: bool = False) -> bool:
        """Tell whether one of those ``named`` can be, or is, as the words that are being resolved tell: a woman, a man."""
        return self.gender is None or self.gender_of(name) in ({self.gender} if certain else {None, self.gender})

    def gender_of(self, name: str) -> Gender | None:
        """Return whether somebody named, or brought in without a name, is known to be a woman or a man."""
        if name in self.unnamed:
            return gender_of(self.unnamed[name].role or "")
        return (None if _surname(name) in self.shared else self.genders.get(_surname(name))) or gender_of(name)

    def speaks(self, place: int, speaker: Voice) -> None:
        """Remember that somebody speaks at ``place``, so that "she" right behind can stand for them."""
        if speaker.names:
            insort(self.named, (place, speaker.names[-1]))
        elif speaker.role:
            said = f"{SPEAKS}{place}"
            self.unnamed[said] = speaker
            insort(self.named, (place, said))

    def _full(self, name: str) -> str:
        if " " in name:
            # "Le Dantec", "Silva Rojas": a surname with a small word of its own, or two surnames.
            full = self.full_names.get(self.key(name), name)
            known = self.persons.get(self.key(name))
            full = known.names[0] if known and len(known.names[0]) > len(full) else full
            part = lowered(name.partition(" ")[0]) in self.table.particles or not is_given(name.partition(" ")[0])
            return full if part and folded(full).endswith(f" {folded(name)}") else name
        return self.full_names.get(folded(name), name)

    def called(self, name: str) -> Voice:
        """Return whom one of those ``named`` or ``introduced`` stands for."""
        return self.unnamed[name] if name in self.unnamed else self.resolve(Voice((name,)))

    def organisation(self, noun: str = "") -> Voice:
        """Return what "the organisation" stands for: what the text calls so, the last to speak, or the one most spoken of."""
        return Voice(organisation=self.organisations.called(self.place, noun) or self.organisations.meant(self.place, noun))

    def _held_at(self, organisation: str | None, *, ahead: bool) -> str | None:
        # "HRT president" has the whole name for its acronym; "director of the HRT" stays as the document words it.
        kept = organisation is not None and organisation.isupper() and not ahead
        return organisation if kept else self.expanded(organisation)

    def expanded(self, organisation: str | None) -> str | None:
        """Return the fullest name of an organisation, told from where the text has been gone through to."""
        return self.organisations.expanded(self.place, organisation)

    def _whole(self, spoken: Voice) -> Voice:
        held = None if spoken.organisation else self.organisations.held_at(spoken.role or "")
        surname = _surname(spoken.names[0]) if len(spoken.names) == 1 else ""
        elsewhere = bool(spoken.theirs) and spoken.theirs not in (ANY, *name_table().any_house)
        elsewhere = elsewhere and spoken.theirs not in lowered(self.house or "").split() and not self.table.adjectives
        bare = bool(surname) and not elsewhere and is_house_office(spoken.role or "") and not spoken.organisation
        if bare and not held and self.house and surname not in self.heads_of_state:
            return replace(spoken, organisation=self.house)
        return replace(spoken, role=held[0], organisation=held[1]) if held else spoken


def _is_fuller(name: str, known: str) -> bool:
    return len(name) > len(known) or (known.isupper() and folded(name) == folded(known))


def _says_more(spoken: Voice, known: Voice, table: CueTable) -> bool:
    """Tell whether a description says more than the one known; one in capitals, as in a heading, says least."""
    shouted = [len(one.role or "") > _FEWEST and (one.role or "").isupper() for one in (spoken, known)]
    kin = [bool(word_list(table.kin).search(one.role or "")) for one in (spoken, known)]
    if spoken.role and kin[0] != kin[1]:
        # "her daughter, Ana Silva, is now the director": what she is to another says least.
        return kin[1]
    if not spoken.role or shouted[0] != shouted[1]:
        return bool(spoken.role) and shouted[1]
    return len(spoken.role) + len(spoken.organisation or "") > len(known.role or "") + len(known.organisation or "")


def _surname(name: str) -> str:
    tokens = _CAPITALISED.findall(name)
    return folded(tokens[-1] if tokens else name)
