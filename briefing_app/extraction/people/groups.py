"""Organisations by what the text says of them rather than by a word in their names: "Amparo, a group of nurses", "Amparo said"."""

import re
from collections.abc import Iterator
from functools import cache

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.given import is_given
from briefing_app.extraction.people.known import People
from briefing_app.extraction.text.phrases import cue_pattern, either, folded, is_role, lowered, words_of
from briefing_app.extraction.text.tables import name_table

_OPENING = 800
_RUN = r"(?<![\w’'-])[A-ZÀ-Þ][\w’'-]+(?: (?:(?:of|for|against|without|and|the|de|del|la) ){0,2}[A-ZÀ-Þ][\w’'-]+){0,7}"
_WORD = re.compile(r"[\w’'-]+")


@cache
def _apposed(table: CueTable) -> re.Pattern[str]:
    kinds = either((*(noun for noun in table.organisation_nouns if noun not in table.papers), *name_table().group_nouns))
    return re.compile(rf"({_RUN}), (?:an?|the) (?:[\w’-]+ ){{0,4}}?{kinds}(?![\w’-])")


@cache
def _subject() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\n|[–—-] |\. |, )(?:The )?({_RUN}) (?=[a-z])")


def groups_in(plain: str, people: People) -> Iterator[tuple[int, str]]:
    """Yield where organisations are named that an apposition or the lead makes known as such."""
    table = people.table
    if table.adjectives:
        return
    for found in _apposed(table).finditer(plain):
        name = _without_opener(found.group(1), table)
        if _can_be(name, people):
            yield found.end(1) - len(name), name
    if not _group_nouns().search(plain):
        return
    for found in _subject().finditer(plain, 0, _OPENING):
        name = _without_opener(found.group(1), table)
        states = cue_pattern(table.saying).match(plain, found.end()) or _states(table).match(plain, found.end())
        if states and " " in name and _can_be(name, people) and _is_no_surname(name, plain, people):
            yield found.end(1) - len(name), name


@cache
def _group_nouns() -> re.Pattern[str]:
    # What takes up an organisation whatever its name.
    return re.compile(rf"(?<!\w)(?:the {either(name_table().any_house)}|its)(?!\w)", re.IGNORECASE)


@cache
def _states(table: CueTable) -> re.Pattern[str]:
    when, verb = either((*table.dates, "yesterday")), either((*table.statives, *table.perfect, "has", "is", "are"))
    return re.compile(rf"(?:{when} )?{verb}(?![\w’'-])")


def _without_opener(name: str, table: CueTable) -> str:
    first, _, rest = name.partition(" ")
    return rest if lowered(first) in (*table.starters, *table.introductions, *table.articles) and rest[:1].isupper() else name


def _can_be(name: str, people: People) -> bool:
    table, words = people.table, name.split()
    if lowered(name) in table.places or is_given(words[0]) or lowered(words[0]) in words_of(table, "honorifics"):
        return False
    if any(is_role(word, table) and not word.endswith("s") for word in words):
        return False
    known = people.persons.get(folded(words[-1]))
    titled = folded(words[-1]) in people.genders
    return not titled and (known is None or known.role is None)


def _is_no_surname(name: str, plain: str, people: People) -> bool:
    """Tell whether the last word of a name never stands without the others, as a surname would."""
    words = name.split()
    if any(word.islower() for word in words) or any(lowered(word) in people.table.organisation_words for word in words):
        return True
    return plain.count(words[-1]) == plain.count(name)
