"""Goes through a whole text for everybody it names, before its quotations are looked at."""

import re
from collections import Counter
from dataclasses import replace

from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.before_name import dignity_before, role_before
from briefing_app.extraction.people.behind_name import organisation_behind, role_behind
from briefing_app.extraction.people.given import Gender, gender_of, gender_of_office, is_given
from briefing_app.extraction.people.groups import groups_in
from briefing_app.extraction.people.house import house_of
from briefing_app.extraction.people.introduced import apposed, given_alone, introductions, somebodies, unnamed_subjects
from briefing_app.extraction.people.joint_offices import joint_offices
from briefing_app.extraction.people.known import UNNAMED, People
from briefing_app.extraction.people.office_lists import with_lists
from briefing_app.extraction.people.organisation_names import organisations_in
from briefing_app.extraction.people.organisations import with_acronyms
from briefing_app.extraction.people.owners import learn_owners
from briefing_app.extraction.people.personal import full_names, office_behind
from briefing_app.extraction.people.shortened import bracketed, short_names
from briefing_app.extraction.people.speakers import voice
from briefing_app.extraction.people.told_later import role_later
from briefing_app.extraction.text.phrases import folded, is_role, lowered, word_list, words_of
from briefing_app.extraction.text.tables import name_table

_HEAD_OF_STATE = re.compile(r"(?<![A-ZÀ-Þ] )(?<!\bthe )(?<!\w )\bPresident (?:[A-ZÀ-Þ][\w’'-]+ ){0,2}([A-ZÀ-Þ][\w’'-]+)")
_SURNAME_OPENS = re.compile(r"(?:^|[.!?][”»\"]?\s+|\n)(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?([A-ZÀ-Þ][\w’'-]+)(?=,? [a-z])")
_FULL = 2
_NEAR = 12
_NOUN = 2
"""Words of an office that hold its noun."""
_WIDEST = 260
"""How far from a name its office may stand."""
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][\w’'-]*")
_GENITIVE = re.compile(r"[’']s$")
_SURNAME_BEHIND = re.compile(r"\.?[ \u00a0\u202f](?:[A-ZÀ-Þ][\w’'-]+[ \u00a0\u202f]){0,2}([A-ZÀ-Þ][\w’'-]+)")


def people_of(plain: str, table: CueTable) -> People:
    """Return what a whole text says about names: acronyms, full names of surnames, roles beside names."""
    plain = with_lists(plain, table)
    organisations = with_acronyms(plain, table)
    people = People(table, organisations)
    _genders(plain, people)
    whole = list(organisations_in(plain, table))
    organisations.named += [(span.start, span.of(plain)) for span in whole]
    starts = {place for span in whole for place in range(span.start, span.end)}
    people.shared = _shared_surnames(plain, table)
    first: dict[str, int] = {}
    spelled_out = set(organisations.acronyms.values())
    for match in full_names().finditer(plain):
        place = _learn_run(plain, match, people, starts, spelled_out)
        if place:
            first.setdefault(place[0], place[1])
    for together in joint_offices(plain, table):
        for name in together.names:
            if not people.role_of(name):
                people.learn(replace(together, names=(name,)))
    _introduced(plain, people, table)
    for name, end in first.items():
        if not people.role_of(name) and (later := role_later(plain, end, name, table)):
            people.learn(later)
    if table.adjectives:
        people.join_names()
    else:
        _told_of_surnames(plain, people)
    told = list(groups_in(plain, people))
    organisations.named += told
    organisations.subjects = frozenset(name for _, name in told)
    organisations.named.sort()
    organisations.learn_kinds(plain)
    people.introduced.sort()
    organisations.short_names = short_names(plain, [*(name for _, name in organisations.named), *people.full_names.values()], table)
    organisations.short_names |= bracketed(plain, whole)
    organisations.count(Counter(_CAPITALISED.findall(plain)))
    learn_owners(plain, people)
    people.house = house_of(plain, organisations, table)
    people.heads_of_state = frozenset(
        folded(found.group(1)) for found in _HEAD_OF_STATE.finditer(plain) if not _presides_house(plain, found, people)
    )
    return people


def _learn_run(plain: str, match: re.Match[str], people: People, within: set[int], spelled_out: set[str]) -> tuple[str, int] | None:
    """Remember whom or what a run of words with capitals names; return a person's name and where it ends.

    ``within``: the places that names of organisations take up; ``spelled_out``: what acronyms stand for.
    """
    table, organisations = people.table, people.organisations
    run = " ".join(match.group().split())
    if run in spelled_out or run.rpartition(" ")[2] in organisations.acronyms or _is_field_of_office(plain, match, table):
        # "Official Harbour Assistance (OHA)": no official of that name; "Debe HRT abrir": a headline's verb and who must.
        return None
    if any(run.startswith(f"{name} ") for name in spelled_out):
        # "Harbour Watch Vall", where "HW" is Harbour Watch: its branch.
        organisations.named.append((match.start(), run))
        return None
    tokens = _of_the_name(plain, match, people)
    owner = next((n for n, word in enumerate(tokens[:-_FULL]) if _GENITIVE.search(word)), None)
    if owner is not None and not table.adjectives and (is_given(tokens[owner + 1]) or folded(tokens[-1]) in people.genders):
        # "CARE's Ana Silva": whose she is stands before her name.
        house, tokens = " ".join(tokens[: owner + 1]), tokens[owner + 1 :]
        people.owners.append((" ".join(tokens), _GENITIVE.sub("", house)))
    titles = next((n for n, word in enumerate(tokens) if lowered(word.rstrip(".")) not in table.honorifics), 0)
    if tokens[-1].endswith(("’", "'")) and not table.adjectives:
        # "Dock Workers' secretary": whose office it is.
        return None
    office = office_behind(tokens[titles:], table)
    if office:
        # "Ana Silva National Secretary": the name ends where her office begins.
        tokens = tokens[: titles + office]
    start = plain.find(" ".join(tokens[:2]), match.start(), match.end())
    start = match.start() if start < 0 or table.adjectives else start
    end = plain.find(tokens[-1], match.start()) + len(tokens[-1]) if office else match.end()
    named = voice(" ".join(tokens), table)
    thing = bool(table.adjectives) and lowered(tokens[0]) in table.norms
    if named.organisation and not (named.role or named.names or thing) and within.isdisjoint((match.start(), match.end() - 1)):
        organisations.named.append((match.start(), named.organisation))
    if not named.names:
        return None
    name = named.names[0]
    key = people.key(name)
    known = people.full_names.get(key)
    if known is None or folded(name).endswith(f" {folded(known)}") or (known.isupper() and folded(known) == folded(name)):
        # "ANA SILVA" in a heading is "Ana Silva" below it.
        people.full_names[key] = name
    people.name(name)
    _learn_beside(plain, Span(start, end), people, name)
    return name, end


def _is_field_of_office(plain: str, run: re.Match[str], table: CueTable) -> bool:
    # "Director of Legal Advocacy at the Harbour Centre": what an office is for bears no given name.
    words = run.group().split()
    if table.adjectives or len(words) != _FULL or is_given(words[0]) or not _behind_link(plain, run.start(), table):
        return False
    office = plain[max(0, run.start() - _WIDEST) : run.start()].split()[-_FULL:][0]
    held = plain[run.end() : run.end() + 1] == "," or word_list(table.at_words).match(plain, run.end() + 1) is not None
    return held and office[0].isupper() and is_role(office, table) and not word_list(table.kin).search(office.lower())


def _shared_surnames(plain: str, table: CueTable) -> frozenset[str]:
    """Return the surnames, folded, that stand behind given names of which none is another's: "Ana Silva", "Ivo Silva"."""
    bearers: dict[str, list[list[str]]] = {}
    for match in full_names().finditer(plain):
        tokens = match.group().split()
        while len(tokens) > _FULL and lowered(tokens[0].rstrip(".")) in table.honorifics:
            # "Sister Ana Silva".
            tokens.pop(0)
        *given, surname = map(folded, tokens)
        if is_given(tokens[0]):
            others = bearers.setdefault(surname, [])
            if all(known[0] not in given and given[0] not in known for known in others):
                others.append(given)
    return frozenset(surname for surname, others in bearers.items() if len(others) > 1)


def _of_the_name(plain: str, match: re.Match[str], people: People) -> list[str]:
    """Return the words of a run with capitals without those before the name: what opens the sentence, where somebody is from."""
    table = people.table
    tokens = _GENITIVE.sub("", match.group()).split()
    if not table.adjectives and not is_given(tokens[0]) and _behind_link(plain, match.start(), table):
        # "the Member for North Vall Clive Lind": the place belongs to the office.
        name = next((n for n, token in enumerate(tokens[:-1]) if n and is_given(token)), 0)
        return tokens[name:]
    article = lowered(tokens[0]) in table.articles or _behind_article(plain, match.start(), table)
    if len(tokens) > _FULL and lowered(tokens[0]) in table.starters + table.introductions + table.articles:
        # "When Ana Silva arrived": the sentence's first word is none of hers.
        tokens = tokens[1:]
    if article and len(tokens) > _FULL and is_given(tokens[1]) and not is_given(tokens[0]):
        # "la Norlandaise Ana Silva": where she is from.
        tokens = tokens[1:]
    elif article and len(tokens) > _FULL and _named_without(plain, tokens):
        tokens = tokens[1:]
    if article and len(tokens) < len(match.group().split()):
        _learn_gender(plain, match, tokens[-1], people)
    return tokens


def _learn_gender(plain: str, name: re.Match[str], surname: str, people: People) -> None:
    # "La Norlandaise Ona Brisk": the article before where she is from.
    first = name.group().partition(" ")[0]
    article = lowered(
        first
        if lowered(first) in people.table.articles
        else plain[max(0, name.start() - _NEAR) : name.start()].rsplit(maxsplit=1)[-1]
    )
    names = name_table()
    if article in names.women_articles + names.men_articles:
        people.genders.setdefault(folded(surname), Gender.WOMAN if article in names.women_articles else Gender.MAN)


def _named_without(plain: str, tokens: list[str]) -> bool:
    """Tell whether a text names somebody by all words of a name but the first, too: "la Norlandaise Ona Brisk"."""
    whole, shorter = " ".join(tokens), " ".join(tokens[1:])
    return tokens[0].endswith(("e", "s", "n", "a", "o")) and plain.count(shorter) > plain.count(whole)


def _learn_beside(plain: str, place: Span, people: People, name: str) -> None:
    dignity = dignity_before(plain, plain.find(name, place.start))
    if dignity:
        people.dignities[dignity] = name if people.dignities.get(dignity, name) == name else ""
    for spoken in (
        role_behind(plain, place.end, name, people.table),
        organisation_behind(plain, place.end, name, people.table),
        role_before(plain, place, people.table),
    ):
        if spoken:
            people.learn(spoken)
            gender = _gender_beside(plain, place, spoken.role or "", people.table)
            if gender:
                people.genders.setdefault(folded(name.rsplit(maxsplit=1)[-1]), gender)


def _gender_beside(plain: str, name: Span, role: str, table: CueTable) -> Gender | None:
    # "la ministre, Ona Brisk", "Ona Brisk, directrice": the words of the office, and the article before them.
    for start, end in ((max(0, name.start - _WIDEST), name.start), (name.end, name.end + _WIDEST)):
        at = plain.rfind(role, start, end) if role else -1
        if at >= 0:
            article = (plain[start:at].rsplit(maxsplit=1) or [""])[-1]
            return gender_of_office(f"{article} {' '.join(role.split()[:_NOUN])}", table)
    return None


def _genders(plain: str, people: People) -> None:
    # "Ms Silva": whom "she" can stand for.
    names = name_table()
    for title in word_list(names.of_women + names.of_men).finditer(plain):
        behind = _SURNAME_BEHIND.match(plain, title.end())
        gender = gender_of(title.group())
        if behind and gender:
            people.genders[folded(behind.group(1))] = gender


def _behind_link(plain: str, place: int, table: CueTable) -> bool:
    before = plain[max(0, place - _NEAR) : place].split()
    return bool(before) and lowered(before[-1]) in words_of(table, "at_words") and plain[place - 1 : place] == " "


def _behind_article(plain: str, place: int, table: CueTable) -> bool:
    return any(article.end() == place - 1 for article in word_list(table.articles).finditer(plain, max(0, place - 6), place - 1))


def _presides_house(plain: str, found: re.Match[str], people: People) -> bool:
    # "President Ana Silva" once, then "Ms Silva", under the letterhead of a society: its president.
    house, surname = lowered(people.house or "").split(), found.group(1)
    alone = re.search(rf"President {re.escape(surname)}\b", plain)
    titled = re.search(rf"\b(?:Mr|Mrs|Ms|Dr|Prof|Professor)\.? {re.escape(surname)}\b", plain)
    headed = bool(house) and lowered(" ".join(plain[:_WIDEST].split())).startswith(" ".join(house))
    return headed and titled is not None and alone is None and not set(house).isdisjoint(name_table().presided)


def _told_of_surnames(plain: str, people: People) -> None:
    # "…, said Dr Luis Prado. Prado is medical director of Casa Clara": what a later sentence tells of a surname.
    for found in _SURNAME_OPENS.finditer(plain):
        name = people.full_names.get(folded(found.group(1)))
        spoken = role_behind(plain, found.end(), name, people.table) if name and not people.role_of(name) else None
        if spoken:
            people.learn(spoken)


def _introduced(plain: str, people: People, table: CueTable) -> None:
    for place, spoken in (*introductions(plain, table), *apposed(plain, table)):
        people.learn(spoken)
        people.introduced.append((place, spoken.names[0]))
    known = {token for name in people.full_names.values() for token in name.split()[1:]}
    for place, name in given_alone(plain, table):
        if name not in known and folded(name) not in people.persons:
            # A given name leads to its full name where the text has one.
            people.introduced.append((place, people.other_names.get(folded(name)) or name))
    told = dict(somebodies(plain, table))
    for place, spoken in (dict(unnamed_subjects(plain, table)) | told).items():
        said = f"{UNNAMED}{place}"
        people.unnamed[said] = spoken
        people.introduced.append((place, said))
