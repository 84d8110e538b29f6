"""One part between commas of the words that name a speaker: the names, the role and the organisation in it."""

import re
from functools import lru_cache

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.given import is_given
from briefing_app.extraction.people.members import ACRONYM, member_of, without_belonging, without_tail
from briefing_app.extraction.people.organisation_names import (
    bare,
    is_organisation,
    without_article,
)
from briefing_app.extraction.people.personal import (
    TOKEN,
    full_names,
    is_person,
    links,
    name_start,
    names_in,
    without_honorifics,
)
from briefing_app.extraction.people.roles import is_one_of, opens_with_role, role_start, split_title
from briefing_app.extraction.text.phrases import is_role, lowered, word_list, words_of
from briefing_app.extraction.text.tables import name_table

_ARTICLE_LEFT = re.compile(r"\s+(?:the|el|la|le)$")
"""An article before a title: "General Secretary the Reverend Ivo Petrov"."""
_POSSESSIVE = re.compile(r"[’']s?(?=\s)")
_FEW = 4


@lru_cache(maxsize=1024)
def part_of(part: str, table: CueTable) -> tuple[tuple[str, ...], str | None, str | None]:
    """Return the names, the role and the organisation in one part between commas."""
    organisation = None
    if is_one_of(part, table):
        return (), part, None
    owner = _POSSESSIVE.search(part)
    if owner and opens_with_role(part[owner.end() :], table) and _is_owner(part[: owner.start()], table):
        organisation, part = part[: owner.start()], part[owner.end() :].strip()
    elif owner and _is_owner(part[: owner.start()], table) and _is_full_name(part[owner.end() :].strip(), table):
        # "Relief Org's Ana Silva", "Norland's Ana Silva".
        owned = _is_house(part[: owner.start()], table)
        return names_in(part[owner.end() :].strip(), table), None, part[: owner.start()] if owned else None
    house = _belongs_to(part, table)
    if house:
        return (), None, house
    belongs = member_of(part, table)
    if belongs:
        return belongs[0], None, belongs[1]
    part, place = without_belonging(without_tail(part, table), table)
    organisation = organisation or place
    tokens = list(TOKEN.finditer(part))
    start = name_start(tokens, part, table)
    names = names_in(part[tokens[start].start() :], table) if start is not None else ()
    if names and start is not None:
        return names, *_title(part[: tokens[start].start()].strip(), organisation, table)
    if role_start(part, table) is not None:
        role, at = split_title(part, table, owned=bool(organisation))
        return (), role, organisation or at
    words = bare(part, table).split()
    if len(words) > 1 and ACRONYM.fullmatch(words[0]) and words[1].islower() and words[1] not in links(table):
        # "ACR recommends": the rest is what it does.
        return (), None, organisation or words[0]
    at = organisation or (part if is_organisation(part, table) else None)
    return (_opening_name(part, table) if at is None else ()), None, at


def _belongs_to(part: str, table: CueTable) -> str | None:
    """Return the organisation of a part that tells nothing else: "of the Harbour Council", "del colectivo Ríos Libres"."""
    member = word_list(table.belonging).match(part)
    group = part[member.end() :].strip() if member else ""
    if group[:1].isupper() and is_organisation(group, table):
        return group
    named = bare(group, table) if group else ""
    return named if named[:1].isupper() and named != without_article(group, table) else None


def _opening_name(part: str, table: CueTable) -> tuple[str, ...]:
    # "Ana Silva seldom", "Ana Silva left the hall": whoever the clause begins with.
    name = full_names().match(part)
    told = part[name.end() :].split() if name else []
    known = name is not None and is_given(part.split(maxsplit=1)[0]) and is_person(name.group(), table)
    return names_in(name.group(), table) if name and known and told and len(told) <= _FEW and told[0].islower() else ()


def _is_owner(words: str, table: CueTable) -> bool:
    # Whose an office is: "Norland Refugee Network", and not "the director", "the director of Relief Org".
    last = lowered((words.split() or [""])[-1])
    house = last in words_of(table, "organisation_words") and not is_role(last, table)
    return role_start(words, table) is None or (house and not word_list(table.at_words).search(words))


def _is_full_name(words: str, table: CueTable) -> bool:
    tokens = without_honorifics(words, table).split()
    return len(tokens) > 1 and all(token[:1].isupper() for token in tokens) and is_person(words, table) and is_given(tokens[0])


def _is_house(words: str, table: CueTable) -> bool:
    tokens = bare(words, table).split()
    named = len(tokens) > 1 and all(token[0].isupper() for token in tokens)
    known = ACRONYM.fullmatch(words) or lowered(words) in words_of(table, "organisation_words")
    return lowered(words) not in words_of(table, "places") and bool(named or known)


def _title(before: str, organisation: str | None, table: CueTable) -> tuple[str | None, str | None]:
    """Return role and organisation of the words before a name."""
    if _is_former(before, table):
        # "former Senator Ana Silva": the title is what she was.
        return before, organisation
    title = before.rpartition(" ")[2]
    before = _ARTICLE_LEFT.sub("", without_honorifics(before, table))
    if lowered(before) in words_of(table, "dates") | words_of(table, "before_saying"):
        # "Yesterday Senator Ana Silva".
        return None, organisation
    role, at = split_title(before, table, owned=bool(organisation))
    if not role and (organisation or at) and lowered(title) in name_table().seats:
        role = title
    return role, organisation or at


def _is_former(words: str, table: CueTable) -> bool:
    first, _, title = words.partition(" ")
    return lowered(first) in name_table().formerly and lowered(title.rstrip(".")) in words_of(table, "honorifics")
