"""The words that name a speaker, taken apart: names, role, organisation."""

import re
from dataclasses import replace
from functools import cache, lru_cache

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.for_another import for_another
from briefing_app.extraction.people.given import is_given
from briefing_app.extraction.people.held_at import first_role, whose_role, without_their_organisation
from briefing_app.extraction.people.members import ACRONYM
from briefing_app.extraction.people.office_lists import with_lists, without_lists
from briefing_app.extraction.people.organisation_names import (
    bare,
    is_organisation,
    is_organisation_noun,
    is_whole_organisation,
)
from briefing_app.extraction.people.parts import part_of
from briefing_app.extraction.people.personal import (
    TOKEN,
    conjuncts,
    full_names,
    is_person,
    links,
    office_behind,
)
from briefing_app.extraction.people.roles import without_aside, without_rest
from briefing_app.extraction.people.told_roles import role_by_number, role_by_position, role_by_wording, shared_role, what_is_led
from briefing_app.extraction.people.unnamed import (
    body,
    is_likewise,
    is_of_another,
    is_somebody,
    is_their_paper,
    pointed_at,
    several,
    somebody_by,
    unnamed,
)
from briefing_app.extraction.people.voices import Voice
from briefing_app.extraction.text.phrases import either, is_role, lowered, role_words, word_list, words_of
from briefing_app.extraction.text.tables import name_table

_BRACKETS = re.compile(r"\s*\([^)]*\)?|\s*\[[^\]]*\]?")
_DASH = re.compile(r"\s[-–—]{1,2}\s")
_PAPER_OF = re.compile(r"(.+?)(?:[’']s|(?<=s)[’'])(?: [\w-]+){0,2}? ([a-z]+)")
_RUBBISH = " ?|{}[]<>~^*_"
"""What scans and marks leave before a name."""
_FEW = 4


@lru_cache(maxsize=1024)
def voice(words: str, table: CueTable) -> Voice:
    """Return the speaker that words such as "Ana Silva, director of Relief Org (RO)" name; nothing known when they name none."""
    words = re.split(r"\s[“«\"‘]", _BRACKETS.sub("", " ".join(words.split()).lstrip(_RUBBISH)), maxsplit=1)[0].strip(" ,;:.–—-*_`")
    words = _tenure().sub("", _DASH.sub(", ", with_lists(words, table)))
    words = _dated(table).sub("", _left_over(table).sub("", words))
    words = _who_is(table).sub(", ", _itself(without_aside(words, table), table))
    paper = _before_paper(table).match(words)
    words = words[paper.end() :].strip(" ,") if paper else words
    if not words:
        return Voice()
    together = next(
        (found for read in (_pronoun, for_another, _body_alone, _joint, several) if (found := read(words, table)).known), None
    )
    if together:
        return together
    names, roles, organisations = _described_parts(_with_comma(words, table), table)
    if names and is_of_another(words, names[0], table):
        return somebody_by(without_rest(bare(words.partition(",")[0], table), table), table)
    led = word_list(table.leading).search(words)
    role, organisations = first_role(roles, organisations, table)
    role, organisations = without_lists(role), [without_lists(one) or one for one in organisations]
    if not role and names and led:
        # "Ana Silva, who directs field operations".
        role, organisations = what_is_led(words[led.start() :], table)
    role = role or (shared_role(words, names, table) if len(names) > 1 else None)
    role = role or (role_by_position(age_behind().sub("", words), names, table) or role_by_number(words, table) if names else None)
    theirs, whole = "", role
    if role and not organisations:
        role, theirs = without_their_organisation(role, table)
        theirs = theirs or whose_role(words, role, table)
    if not names and not role and not organisations:
        return unnamed(words, table)
    if not names and role and word_list(table.one_of).match(words):
        # "one of the nurses".
        return Voice(role=words, somebody=True)
    if not names and role and is_somebody(words, table):
        return replace(
            somebody_by(without_rest(role, table), table), organisation=bare(organisations[0], table) if organisations else None
        )
    role = None if role and lowered(role) in words_of(table, "persons") else role
    organisation = _publisher(bare(_based().sub("", organisations[0]), table), table) if organisations else ""
    if at_noun := _at_noun(names, role, organisation, words, table):
        return at_noun
    ahead = bool(organisation and role) and f"{organisation} {role}" in words
    return Voice(names, role, organisation or None, theirs=theirs, whole=whole if theirs else None, ahead=ahead)


def _at_noun(names: tuple[str, ...], role: str | None, organisation: str, words: str, table: CueTable) -> Voice | None:
    """Return the voice of a role at what a noun alone tells: "the agency's director"; None where a name tells it."""
    if role and organisation in words_of(table, "papers") and not table.adjectives:
        # "the study's lead author": of the study, and not of who published it.
        return Voice(names, f"{organisation}’s {role}" if "’" in words else f"{organisation}'s {role}")
    house = organisation.islower() and organisation in words_of(table, "organisation_words") and bool(names and role)
    noun = organisation[:1].islower() | organisation.isupper() and is_organisation_noun(organisation, table)
    if not noun and not (house and not table.adjectives):
        return None
    held = re.search(rf"{re.escape(organisation)}[’']s {re.escape(role)}", words) if role and not table.adjectives else None
    whole = held.group() if held and lowered(organisation) not in name_table().any_house else None
    return Voice(names, role, None, pronoun=not names and not role, theirs=lowered(organisation) if role else "", whole=whole)


@cache
def age() -> re.Pattern[str]:
    """Return a pattern of a part that tells how old somebody is: "aged 40", "de 22 años de edad"."""
    return re.compile(rf"(?:aged |de |[a-zà-ÿ]+ de )?\d{{1,3}}(?: {either(name_table().years)})?(?: de edad)?")


@cache
def age_behind() -> re.Pattern[str]:
    """Return a pattern of the age between what somebody is and their name: "un marchand de 26 ans, Luc Morel"."""
    return re.compile(rf" de \d{{1,3}} {either(name_table().years)}(?=, )")


@cache
def _based() -> re.Pattern[str]:
    # "the Vall-based Harbour Watch".
    return re.compile(r"^(?:the )?[A-ZÀ-Þ][\w’-]*-based (?=[A-ZÀ-Þ])")


@cache
def _tenure() -> re.Pattern[str]:
    # "director of Relief Org until May 2015".
    return re.compile(rf"\s{either(name_table().tenure)}\s(?:[\w’'-]+\s){{0,2}}\d{{4}}(?=,|$)")


@cache
def _before_paper(table: CueTable) -> re.Pattern[str]:
    # "the letter of a doctor", "yesterday's report of the Harbour Trust": whose paper it is speaks.
    when = rf"(?:{either(table.dates)}[’']s )?"
    article = rf"(?:{either(table.articles)}\s?)?"
    return re.compile(
        rf"{when}(?:{article}{either(table.papers)}\s(?:{either(table.at_words + table.by_words)}\s?)(?=\w))?", re.IGNORECASE
    )


@cache
def _who_is(table: CueTable) -> re.Pattern[str]:
    # "Ana Silva, who is the director".
    joined = tuple(words for words in table.copulas if words.split()[0] in table.relatives)
    return re.compile(rf",?\s{either(joined)}\s(?={either(table.articles)}\s)" if joined else r"(?!)")


@cache
def _left_over(table: CueTable) -> re.Pattern[str]:
    return re.compile(rf",?\s{either(table.left_over)}$")


@cache
def _dated(table: CueTable) -> re.Pattern[str]:
    # "Ana Silva le 22 mars": when it was said.
    return re.compile(
        rf"(?<=[a-zà-ÿ])\s(?:{either(table.articles)}\s)?\d{{1,2}}(?:er)?\s(?:[a-z]{{2}}\s)?{either(table.months)}(?!\w).*$"
    )


def _itself(words: str, table: CueTable) -> str:
    # "said the body headed by Ana Silva": the body.
    led = word_list(table.led_by).search(words)
    body = words[: led.start()].rstrip(" ,") if led else ""
    return body if body and (is_organisation_noun(body, table) or is_organisation(body, table)) else words


@cache
def _ends_name(table: CueTable) -> re.Pattern[str]:
    return re.compile(rf",?\s+{either(table.ends_name)}\s", re.IGNORECASE)


def _described_parts(words: str, table: CueTable) -> tuple[tuple[str, ...], list[str], list[str]]:
    """Return the names, the roles and the organisations in the parts between commas."""
    names: tuple[str, ...] = ()
    roles: list[str] = []
    organisations: list[str] = []
    for number, whole in enumerate(_parts(words, table)):
        if number and word_list(table.occasions).match(whole):
            # "..., devant la commission": where it was said.
            continue
        part = without_rest(whole, table) if number else whole
        if roles and not organisations and names and is_whole_organisation(part, table):
            organisations.append(part)
            continue
        part_names, role, organisation = part_of(part, table)
        role = role or role_by_wording(part, table, known=bool(not names or part_names or organisation))
        if part_names and names:
            if number == 1 and roles and not role and not organisation and _is_named_after(words, names, table):
                # "la abogada del Centro de Derechos Fray Luis Rey, Ana Silva": the first is whom the centre is named after.
                house = (organisations or roles)[-1]
                (organisations or roles)[-1] += f" {_parts(words, table)[0].partition(house)[2].strip() or names[0]}"
                names = part_names
                continue
            if role and table.adjectives and role_words(table).match(bare(part, table)) and _names_house(role, table):
                # "Ana Silva, directora del Centro de Derechos Fray Luis Rey": behind a name an office is its bearer's.
                roles.append(bare(part, table))
                continue
            if roles and _is_rest_of_list(part, table):
                (organisations or roles)[-1] += f", {part}"
            break
        if role and organisation and organisations and not roles and not names:
            # "… Harbours and Ports, the Council's director, Ana Silva": where she is that stands beside the office.
            organisations = []
        names = names or part_names
        roles += [role] if role else []
        organisations += [organisation] if organisation else []
    return names, roles, organisations


def _names_house(role: str, table: CueTable) -> bool:
    return any(word[0].isupper() and lowered(word) in words_of(table, "organisation_words") for word in role.split()[1:])


def _pronoun(words: str, table: CueTable) -> Voice:
    if lowered(words) in words_of(table, "things"):
        return Voice(pronoun=True, thing=True)
    personal = lowered(words) in words_of(table, "pronouns") - words_of(table, "persons")
    elided = words[1:2] in {"'", "’"} and is_organisation_noun(words, table)
    taken_up = personal or elided or is_their_paper(words, table) or is_likewise(words, table)
    return Voice(pronoun=True, whole=pointed_at(words, table)) if taken_up else Voice()


def _body_alone(words: str, table: CueTable) -> Voice:
    return Voice(organisation=None if "," in words else body(words, table))


def _is_named_after(words: str, names: tuple[str, ...], table: CueTable) -> bool:
    before = TOKEN.findall(words[: words.find(names[0])])
    while before and lowered(before[-1].rstrip(".")) in words_of(table, "honorifics"):
        before.pop()
    return bool(table.adjectives and before) and before[-1][0].isupper() and not is_role(before[-1], table)


def _joint(words: str, table: CueTable) -> Voice:
    """Return two who speak together, each with what they are: "director Ana Silva and Relief Org's manager Ivo Petrov"."""
    for link in word_list(table.and_words).finditer(words):
        first, second = words[: link.start()].strip(" ,"), words[link.end() :].strip(" ,")
        if not first or not role_words(table).search(second) or not role_words(table).search(first):
            continue
        one, other = voice(first, table), voice(second, table)
        full = all(" " in name for name in one.names + other.names)
        if one.names and other.names and one.role and other.role and full:
            return Voice(one.names + other.names)
    return Voice()


def _with_comma(words: str, table: CueTable) -> str:
    # "Ana Silva chief executive of Relief Org", "Ana Silva National Secretary": the comma that the text leaves out.
    name = full_names().match(words)
    run = name.group().split() if name else []
    at = office_behind(run, table)
    if name and at:
        return f"{' '.join(run[:at])}, {' '.join(run[at:])}{words[name.end() :]}"
    behind = words[name.end() :].strip() if name else ""
    office = role_words(table).match(behind)
    adjectives = behind.split()[: _FEW - 1]
    near = next((n for n, word in enumerate(adjectives) if is_role(word, table)), None)
    if not name or not (office or near is not None) or not behind[0].islower() or lowered(adjectives[0]) in links(table):
        return words
    certain = is_given(words.partition(" ")[0]) or (bool(table.adjectives) and office is not None)
    return f"{name.group()}, {behind}" if certain and is_person(name.group(), table) else words


def _publisher(organisation: str, table: CueTable) -> str:
    # "NHF Position Statement": whose paper it is speaks.
    whose = _PAPER_OF.fullmatch(organisation)
    if whose and lowered(whose.group(2)) in words_of(table, "papers"):
        # "the Commission's report".
        return whose.group(1)
    words = organisation.split()
    if len(words) < 2 or lowered(words[-1]) not in words_of(table, "papers") or not words[-1][0].isupper():
        return organisation
    last = max((n for n, word in enumerate(words) if lowered(word) in words_of(table, "organisation_words")), default=0)
    known = last or ACRONYM.fullmatch(words[0])
    return " ".join(words[: last + 1]) if known else organisation


def _is_rest_of_list(part: str, table: CueTable) -> bool:
    # "representative for Norland, Soria and Vall": names of places after the role, not of more speakers.
    return len(conjuncts(part, table)) > 1


def _parts(words: str, table: CueTable) -> list[str]:
    cut = _ends_name(table).search(words)
    if cut and cut.start() > 0:
        words = words[: cut.start()]
    parts = [part.strip() for part in words.split(",")]
    return [part for part in parts if part and not age().fullmatch(part)][:5]
