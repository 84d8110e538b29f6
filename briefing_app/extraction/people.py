"""Everybody a document names: surnames, acronyms and roles lead to the fullest name it gives."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from briefing_app.domain.span import Span
from briefing_app.extraction.acronyms import matched_by_initials, named_by
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.given import Gender, gender_of, given_names, is_given
from briefing_app.extraction.introduced import given_alone, introductions, somebodies
from briefing_app.extraction.phrases import cue_pattern, is_role, lowered, role_words, word_list
from briefing_app.extraction.shortened import short_names
from briefing_app.extraction.speakers import ANY, Voice, voice

_DEFINED = re.compile(r"\(([A-ZÀ-Þ][A-Za-z-]{0,3}[A-ZÀ-Þ]{1,6}s?)\)")
_OPENING = re.compile(
    r"(?:^|[.!?]\s+|\n)(?:(?:When|As|After|While|Before|Cuando|Mientras|Lorsque|Quand)\s+)?"
    r"((?:[A-ZÀ-Þ][\w’'-]+[ ]+){1,3}[A-ZÀ-Þ][\w’'-]+)(?=\s+[a-zà-ÿ]|,(?!\s*(?:le\s+)?\d))",
    re.MULTILINE,
)
_AGED = re.compile(
    r"(?<!\w)([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2}), "
    r"(?:[a-zà-ÿ]+ (?:de )?)?\d{1,2}(?: ans| años|-year-old| years old)?(?=[,.;])"
)
_FULL = 2
_AGO = 8
"""How many mentions back a pronoun may reach."""
_NEARBY = 400
"""How far before a quotation the organisation is named whose director "its director" is."""
_ARTICLE = re.compile(r"(?:the|la|le|los|las|el|les)\s+|l[’']", re.IGNORECASE)
_COMMA = re.compile(r",?\s+")
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][\w’'-]*")
_LAST_NAME = re.compile(r"(?<!\w)[A-ZÀ-Þ][\w’'-]+")
_SURNAME_BEHIND = re.compile(r"\.?[ \u00a0\u202f](?:[A-ZÀ-Þ][\w’'-]+[ \u00a0\u202f]){0,2}([A-ZÀ-Þ][\w’'-]+)")
_RUN_WORD = re.compile(r"[\w’'-]+")
_LINK = r"(?:of|for|the|in|to|on|against|de|del|la|los|las|por|para|el|en|du|des|les|le|pour|sur|sans|contre|à|au|aux)"
_RUN = re.compile(
    rf"(?<![\w’'-])[A-ZÀ-Þ][\w’'-]+(?:(?: {_LINK}){{1,3}} (?:[ldLD][’'])?[A-ZÀ-Þ][\w’'-]+"
    r"|(?: (?:de|pour|contre|à))? [dl][’'][A-ZÀ-Þa-zà-ÿ][\w’'-]+| [A-ZÀ-Þ][\w’'-]+){1,8}"
)
"""A run of words with capitals that prepositions and articles join."""
_HOUSE = re.compile(r", (?:[A-ZÀ-Þ][\w’'-]+ ?){2,6}(?=[,.;\n]|$)")
"""The name of an organisation behind a role: "Ana Silva, President, Harbour Alliance"."""
_SHORT_OFFICE = 3
_GENITIVE = re.compile(r"[’']s$")
_NAMED = re.compile(
    r"(?<!\w)(?:(?:[A-ZÀ-Þ][\w’'-]+|[A-ZÀ-Þ]\.)[ ]+"
    r"(?:(?:de|la|del|van|von|der|al|bin|da|di|i|e|ben|arap|ould|el|le|du|dos) ){0,2}){1,7}"
    r"[A-ZÀ-Þ][\w’'-]+(?:/[A-ZÀ-Þ][\w’'-]+)?"
)
_PART = re.compile(r"(?:[^,.;:“”«»\"\n]|(?<=\b[A-ZÀ-Þ])\.|(?<=\b[A-ZÀ-Þ][a-z])\.(?=\s[A-ZÀ-Þ])){3,120}")
"""What stands between commas; a stop behind one or two letters ends nothing ("St. Olaf's")."""
_UNNAMED = "?"
"""Begins what stands for somebody without a name among those who are named."""


@dataclass(slots=True)
class People:
    """What is known so far. Filled while a document is gone through in order."""

    table: CueTable
    acronyms: dict[str, str] = field(default_factory=dict)
    persons: dict[str, Voice] = field(default_factory=dict)
    """By surname, folded."""
    full_names: dict[str, str] = field(default_factory=dict)
    other_names: dict[str, str] = field(default_factory=dict)
    """From a first surname or a given name to the full name; to nothing where several persons share it."""
    last_person: str | None = None
    last_organisation: str | None = None
    organisations: list[tuple[int, str]] = field(default_factory=list)
    """Where organisations are named, in order."""
    named: list[tuple[int, str]] = field(default_factory=list)
    """Where persons are named, in order: known to the narrator before."""
    introduced: list[tuple[int, str]] = field(default_factory=list)
    """Where those are introduced of whom one name is told alone: "Samba, a young man"."""
    unnamed: dict[str, Voice] = field(default_factory=dict)
    """Whom a role alone brings in, by what stands for them in ``introduced``."""
    short_names: dict[str, str] = field(default_factory=dict)
    """From the one word that stands for an organisation to its whole name: "the Circle"."""
    genders: dict[str, Gender] = field(default_factory=dict)
    """By surname, folded: of those whom a title before their name calls a woman or a man."""
    spokesperson: Voice = field(default_factory=Voice)
    """To whom the document gives whatever is quoted in it."""
    spoken_of: Counter[str] = field(default_factory=Counter)
    """How often each organisation is named, by its whole name or the noun in it."""
    place: int = 0
    """How far the document has been gone through."""

    def learn(self, spoken: Voice) -> None:
        """Remember a voice: later surnames and roles lead to it."""
        for said in spoken.names:
            name = said if _surname(said) in self.persons else self._known(said).names[0]
            key = _surname(name)
            known = self.persons.get(key)
            fuller = name if known is None or len(name) > len(known.names[0]) else known.names[0]
            role, organisation = spoken.role, spoken.organisation
            if (
                known
                and known.role
                and (not role or len(known.role) + len(known.organisation or "") >= len(role) + len(organisation or ""))
            ):
                role, organisation = known.role, known.organisation or organisation
            organisation = organisation or (known.organisation if known else None)
            theirs = spoken.theirs or (known.theirs if known else "")
            whole = spoken.whole or (known.whole if known else None)
            self.persons[key] = Voice((fuller,), role, organisation, theirs=theirs, whole=whole)

    def name(self, full: str) -> None:
        """Remember a full name: any of its words may stand for it later ("Ana Silva Rojas" is "Silva")."""
        for token in _CAPITALISED.findall(full)[:-1]:
            key = lowered(token)
            self.other_names[key] = full if self.other_names.get(key, full) == full else ""

    def _known(self, name: str) -> Voice:
        found = self.persons.get(_surname(name))
        if found:
            return found
        full = self.other_names.get(_surname(name)) or ""
        if not set(_CAPITALISED.findall(name)) <= set(_CAPITALISED.findall(full)):
            return Voice((name,))
        return self.persons.get(_surname(full), Voice((full,)))

    def resolve(self, spoken: Voice) -> Voice:
        """Return the voice with fullest names, and with role and organisation where the document gives them anywhere."""
        if spoken.names:
            known = [self._known(name) for name in spoken.names]
            names = tuple(self._full(one.names[0]) for one in known)
            role = spoken.role or next((one.role for one in known if one.role), None)
            organisation = spoken.organisation or next((one.organisation for one in known if one.organisation), None)
            if len(names) == 1 and known[0].role and len(known[0].role) >= len(role or ""):
                role, organisation = known[0].role, known[0].organisation or organisation
            self.last_person = _surname(known[-1].names[0])
            theirs = spoken.theirs or known[0].theirs
            if not organisation and theirs:
                organisation = self._whose(theirs)
                role = role if organisation else (spoken.whole or known[0].whole or role)
            return self._whole(Voice(names, role, self.expanded(organisation)))
        if spoken.role:
            same = self._by_role(spoken) or self._brought_in(spoken) or self._taken_up(spoken)
            if spoken.theirs and not same:
                at = self._whose(spoken.theirs)
                return replace(spoken, role=spoken.role if at else spoken.whole or spoken.role, organisation=at)
            return same or self._whole(replace(spoken, organisation=self.expanded(spoken.organisation)))
        if spoken.organisation:
            self.last_organisation = self.expanded(spoken.organisation)
            return Voice(organisation=self.last_organisation)
        return spoken

    def organisation(self, noun: str = "") -> Voice:
        """Return what "the organisation" stands for: one with ``noun`` in its name, the last to speak, or the first."""
        index = bisect_left(self.organisations, (self.place, "")) - 1
        before, after = self.organisations[: index + 1], self.organisations[index + 1 :]
        for _, named in (*reversed(before), *after):
            if noun and noun in lowered(named).split() and noun != lowered(named):
                return Voice(organisation=named)
        often = max((name for _, name in before), key=lambda name: self.spoken_of[name], default=None)
        name = self.last_organisation or next(iter(self.acronyms.values()), often)
        return Voice(organisation=name) if name else Voice()

    def _whose(self, theirs: str) -> str | None:
        """Return the organisation that "its director" or "director of the network" is at; None rather than another one."""
        noun = theirs.strip(ANY)
        before = bisect_left(self.organisations, (self.place, "")) - 1
        if not noun and before >= 0 and self.place - self.organisations[before][0] < _NEARBY:
            return self.organisations[before][1]
        found = self.organisation(noun).organisation
        alone = " " not in noun or (found is not None and noun in lowered(found))
        return found if alone else None

    def _whole(self, spoken: Voice) -> Voice:
        # "convener of the Moot": the name's last or first word, for which the document has the whole name elsewhere.
        role = spoken.role or ""
        for link in () if spoken.organisation else reversed(list(word_list(self.table.at_words).finditer(role))):
            full = self.short_names.get(lowered(_ARTICLE.sub("", role[link.end() :].strip())))
            before = role[: link.start()].split()[-1:]
            if full and before and (before[0].islower() or is_role(before[0], self.table)):
                return replace(spoken, role=role[: link.start()].strip(), organisation=full)
        return spoken

    def person(self, mentions: list[tuple[int, str]], place: int, gender: Gender | None = None) -> Voice:
        """Return whom "he" or "she" at ``place`` stands for: the person the narrator named last, or who spoke last.

        Whoever is known to be of another ``gender`` is passed over.
        """
        index = bisect_left(mentions, (place, "")) - 1
        named = reversed(mentions[: index + 1])
        for at, name in islice(named, _AGO):
            if name in self.unnamed and place - at > _NEARBY:
                continue
            if not gender or (self.genders.get(_surname(name)) or gender_of(name) or gender) is gender:
                return self.called(name)
        if index >= 0:
            return Voice()
        return self.resolve(self.persons[self.last_person]) if self.last_person in self.persons else Voice()

    def mentions(self, plain: str) -> list[tuple[int, str]]:
        """Return where known persons are named, by their last names, and where a full name opens a sentence; in order."""
        found = [(match.start(1), name) for match in _OPENING.finditer(plain) if (name := self._opening_name(match.group(1)))]
        for match in _AGED.finditer(plain):
            # "Mirna, hondureña de 24 años": whose age is told is the person spoken of.
            named = voice(match.group(1), self.table)
            if named.names and not named.role:
                found.append((match.start(1), named.names[0]))
        for match in _NAMED.finditer(plain):
            full = self.full_names.get(lowered(match.group().rsplit(maxsplit=1)[-1]))
            after = _COMMA.match(plain, match.end())
            if full == match.group() and after and cue_pattern(self.table.saying).match(plain, after.end()):
                # Who tells in the narrator's words goes on in their own.
                found.append((match.start(), full))
        found += self.introduced
        for match in _LAST_NAME.finditer(plain):
            person = self.persons.get(lowered(_GENITIVE.sub("", match.group())))
            if person:
                found.append((match.start(), person.names[0]))
        return sorted(found)

    def _opening_name(self, words: str) -> str | None:
        name = self.full_names.get(lowered(words.rsplit(maxsplit=1)[-1]))
        return name if name and name in words and len(name.split()) > 1 and lowered(name) not in self.table.places else None

    def expanded(self, organisation: str | None) -> str | None:
        """Return an acronym's full name where the document gives one."""
        if organisation and " " not in organisation and organisation not in self.acronyms:
            if lowered(organisation) in self.short_names:
                return self.short_names[lowered(organisation)]
            return self.organisation(lowered(organisation)).organisation if self._is_kind(organisation) else organisation
        return self.acronyms.get(organisation, organisation) if organisation else None

    def _is_kind(self, word: str) -> bool:
        # "the Institute": a word for what an organisation is, with the whole name elsewhere.
        return (
            not word.isupper()
            and lowered(word) in self.table.organisation_words
            and any(lowered(word) in lowered(name).split() and " " in name for _, name in self.organisations)
        )

    def _full(self, name: str) -> str:
        if " " in name:
            return name
        return self.full_names.get(lowered(name), name)

    def _taken_up(self, spoken: Voice) -> Voice | None:
        # "the official said", "dijo el también coordinador": somebody named before.
        words = lowered(spoken.role or "").split()
        again = len(words) == 1 and words[0] in self.table.taken_up
        further = bool(words) and words[0] in self.table.likewise
        before = bisect_left(self.named, (self.place, "")) - 1
        if spoken.organisation or not (again or further) or before < 0:
            return None
        return self.called(self.named[before][1])

    def called(self, name: str) -> Voice:
        """Return whom one of the ``mentions`` stands for."""
        return self.unnamed[name] if name in self.unnamed else self.resolve(Voice((name,)))

    def _brought_in(self, spoken: Voice) -> Voice | None:
        # "the nurse said": "A nurse at the port", brought in before.
        wanted = set(lowered(spoken.role or "").split())
        for place, name in reversed(self.introduced):
            role = self.unnamed[name].role if name in self.unnamed else None
            if place < self.place and role and wanted < set(lowered(role).split()):
                return self.unnamed[name]
        return None

    def _by_role(self, spoken: Voice) -> Voice | None:
        wanted = set(lowered(spoken.role or "").split())
        for person in self.persons.values():
            if person.role and wanted and wanted <= set(lowered(f"{person.role} {person.organisation or ''}").split()):
                return self.resolve(person)
        return None


def people_of(plain: str, table: CueTable) -> People:
    """Return what a whole text says about names: acronyms, full names of surnames, roles beside names."""
    people = People(table)
    for match in _DEFINED.finditer(plain):
        name = named_by(plain, match.start(), match.group(1), table)
        if name and not voice(name, table).names:
            people.acronyms.setdefault(match.group(1), name)
            people.organisations.append((match.start(), name))
    matched_by_initials(plain, people.acronyms)
    _genders(plain, people)
    whole = list(_organisations(plain, table))
    people.organisations += [(span.start, span.of(plain)) for span in whole]
    starts = {place for span in whole for place in range(span.start, span.end)}
    for match in _NAMED.finditer(plain):
        tokens = match.group().split()
        if len(tokens) > _FULL and lowered(tokens[0]) in table.starters + table.introductions:
            # "When Ana Silva arrived": the sentence's first word is none of hers.
            tokens = tokens[1:]
        named = voice(" ".join(tokens), table)
        if named.organisation and not named.role and not named.names and starts.isdisjoint((match.start(), match.end() - 1)):
            people.organisations.append((match.start(), named.organisation))
        if named.names:
            name = named.names[0]
            people.full_names.setdefault(lowered(tokens[-1]), name)
            people.name(name)
            _apposition(plain, match.end(), people, name, table)
            _member(plain, match.end(), people, name, table)
            _title_before(plain, Span(match.start(), match.end()), people, table)
    _introduced(plain, people, table)
    people.organisations.sort()
    people.introduced.sort()
    people.short_names = short_names(plain, [*(name for _, name in people.organisations), *people.full_names.values()], table)
    words = Counter(_CAPITALISED.findall(plain))
    people.spoken_of = Counter(name for _, name in people.organisations)
    for name in people.spoken_of:
        kind = next((word for word in name.split() if lowered(word) in table.organisation_words), "")
        people.spoken_of[name] += words[kind]
    return people


def _organisations(plain: str, table: CueTable) -> Iterator[Span]:
    """Yield where names of organisations stand that small words join: "Coordinadora Estatal por el Asilo".

    Behind a noun for an organisation any name is one: "le collectif Terre du Large".
    """
    nouns = tuple(noun for noun in table.organisation_nouns if noun not in table.papers)
    for noun in word_list(nouns).finditer(plain):
        run = _RUN.match(plain, noun.end() + 1) if plain[noun.end() : noun.end() + 1] == " " else None
        if run and noun.group().islower() and lowered(run.group()) not in table.places:
            yield Span(run.start(), run.end())
    for run in _RUN.finditer(plain):
        words = list(_RUN_WORD.finditer(plain, run.start(), run.end()))
        first = 0
        while len(words) - first > 1 and lowered(words[first].group()) in table.starters + table.introductions + table.articles:
            first += 1
        first = _behind_office(words, first, table)
        cut = next((n for n in range(first + 1, len(words)) if is_given(words[n].group())), len(words))
        end = (
            words[cut - 1].end()
            if cut == len(words)
            else next((words[n].end() for n in range(cut - 1, first, -1) if words[n].group()[0].isupper()), words[first].end())
        )
        span = Span(words[first].start(), end)
        capitals = [word.group() for word in words[first:cut] if word.group()[0].isupper()]
        shouted = all(word.isupper() for word in capitals)
        known = any(lowered(word) in table.organisation_words and not (shouted and word == capitals[0]) for word in capitals)
        if known and " " in span.of(plain) and not is_given(words[first].group()) and not is_role(words[first].group(), table):
            yield span


def _behind_office(words: list[re.Match[str]], first: int, table: CueTable) -> int:
    # "National Coordinator of the Coalition": whose office it is begins behind the office and the small words after it.
    for number in range(first, len(words) - 2):
        word = words[number].group()
        if lowered(word) in table.organisation_words or not word[0].isupper():
            return first
        if is_role(word, table) and words[number + 1].group()[0].islower():
            behind = number + 1
            while behind < len(words) - 1 and words[behind].group()[0].islower() and "'" not in lowered(words[behind].group()):
                behind += 1
            return behind
    return first


def _genders(plain: str, people: People) -> None:
    # "Ms Silva": whom "she" can stand for.
    names = given_names()
    for title in word_list(names.of_women + names.of_men).finditer(plain):
        behind = _SURNAME_BEHIND.match(plain, title.end())
        gender = gender_of(title.group())
        if behind and gender:
            people.genders[lowered(behind.group(1))] = gender


def _introduced(plain: str, people: People, table: CueTable) -> None:
    for place, spoken in introductions(plain, table):
        people.learn(spoken)
        people.introduced.append((place, spoken.names[0]))
    known = {token for name in people.full_names.values() for token in name.split()[1:]}
    for place, name in given_alone(plain, table):
        if name not in known and lowered(name) not in people.persons:
            # A given name leads to its full name where the text has one.
            people.introduced.append((place, people.other_names.get(lowered(name)) or name))
    for place, spoken in somebodies(plain, table):
        said = f"{_UNNAMED}{place}"
        people.unnamed[said] = spoken
        people.introduced.append((place, said))


def defined(plain: str, span: Span, table: CueTable) -> tuple[tuple[str, str, Span], ...]:
    """Return the acronyms that a passage explains in brackets, the names they stand for, and where they are."""
    found = []
    for match in _DEFINED.finditer(plain, span.start, span.end):
        name = named_by(plain, match.start(), match.group(1), table)
        if name:
            found.append((match.group(1), name, Span(match.start(1), match.end(1))))
    return tuple(found)


def _apposition(plain: str, end: int, people: People, name: str, table: CueTable) -> None:
    # "Ana Silva, director of the clinic, ...": the part between commas is her role when it has a role's noun.
    copula = word_list(table.copulas).match(plain, end + 1) if plain[end : end + 1] == " " else None
    if copula:
        end = copula.end() - 1
    elif plain[end : end + 1] != ",":
        return
    part = _PART.match(plain, end + 1)
    first = lowered((part.group().split(maxsplit=1) or [""])[0]) if part else ""
    if not copula and first in table.copulas + table.perfect + table.statives + table.introductions + table.subordinators:
        # "headed by Ana Silva, was mandated to ...": the sentence goes on.
        return
    if part and role_words(table).search(part.group()):
        said = cue_pattern(table.saying).search(part.group())
        words = part.group()[: said.start()] if said else part.group()
        house = _HOUSE.match(plain, part.end()) if len(part.group().split()) <= _SHORT_OFFICE and not copula else None
        known = house and word_list(table.organisation_words).search(house.group())
        spoken = voice(f"{name}, {words}{house.group() if house and known else ''}", table)
        if spoken.names and spoken.role:
            people.learn(spoken)


def _member(plain: str, end: int, people: People, name: str, table: CueTable) -> None:
    # "Ana Silva of Vall University": whose she is, told where she is named.
    link = word_list(table.belonging).match(plain, end + 1) if plain[end : end + 1] == " " else None
    named = _NAMED.match(plain, link.end() + 1) if link else None
    if link and named and word_list(table.organisation_words).search(named.group()):
        spoken = voice(f"{name} {link.group()} {named.group()}", table)
        if spoken.names and spoken.organisation:
            people.learn(spoken)


def _title_before(plain: str, name: Span, people: People, table: CueTable) -> None:
    # "HRT President, Professor Ana Silva", "the director of the centre, Ana Silva": the role stands before the name.
    before = plain[max(0, name.start - 120) : name.start]
    before = _without_titles(before, table)
    clause = re.split(r"(?<!\b[A-ZÀ-Þ])[.;:“”«»\"]\s|\s[–—-]\s|\n\s*\n", before)[-1]
    parts = clause.rstrip().split(",")
    last = parts[-1].strip()
    titled = not last
    part = parts[-2] if titled and len(parts) > 1 else parts[-1]
    said = cue_pattern(table.saying).search(part)
    words = part[said.end() :] if said else part
    agent = list(word_list(table.by_words).finditer(words))
    words = words[agent[-1].end() :] if agent else words
    if lowered((words.split(maxsplit=1) or [""])[0]) in table.introductions:
        words = ""
    # "Europe is also the captain of the pilots, Ana Silva": the office begins with its article.
    stated = word_list(table.statives).search(words)
    words = words[stated.end() :] if stated and role_words(table).search(words, stated.end()) else words
    article = word_list(table.articles + table.its).search(words)
    words = words[article.start() :] if stated and article else words
    if not role_words(table).search(words) or len(words.split()) > 14:
        words = ""
    spoken = voice(f"{words.strip()}{',' if titled else ''} {name.of(plain)}", table)
    if spoken.names and spoken.role:
        people.learn(spoken)


def _without_titles(before: str, table: CueTable) -> str:
    # "..., forum convenor Dr.", "the Executive Secretary, Mrs.": what is said of the name stands before its title.
    words = before.rstrip()
    while (last := words.rsplit(maxsplit=1)[-1:]) and lowered(last[0].rstrip(".")) in table.honorifics:
        words = words[: len(words) - len(last[0])].rstrip()
    return words


def _surname(name: str) -> str:
    tokens = _CAPITALISED.findall(name)
    return lowered(tokens[-1]) if tokens else lowered(name)
