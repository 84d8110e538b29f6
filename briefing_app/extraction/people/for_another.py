"""Those who speak for somebody who is named, and are not themselves: "a spokesman for Ms Silva", "Ivo Petrov's lawyer"."""

import re

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.given import is_given
from briefing_app.extraction.people.parts import part_of
from briefing_app.extraction.people.personal import is_person, without_honorifics
from briefing_app.extraction.people.voices import Voice
from briefing_app.extraction.text.phrases import is_role, lowered, word_list, words_of

_OWNER = re.compile(r"((?:[A-ZÀ-Þ][\w.-]*\s){0,4}[A-ZÀ-Þ][\w-]*)(?:[’']s|(?<=s)[’'])\s+(?=[a-z])")
_NOUN = re.compile(r"(?:[\w-]+\s){1,4}?(?=(?:for|to|of|close\sto|on\sbehalf\sof)\s)")
"""Whoever speaks, up to the word that says for whom."""
_LINK = re.compile(r"(?:for|to|of|close\sto|on\sbehalf\sof)\s+(the\s+)?")


def for_another(words: str, table: CueTable) -> Voice:
    """Return who speaks for, or belongs to, a person whom ``words`` name; nobody known when they name the speaker."""
    if table.adjectives:
        return Voice()
    first, *further = (part.strip() for part in words.split(","))
    owner = _OWNER.match(first)
    if owner and _is_named(owner.group(1), table):
        role, rest = first, further
        held = part_of(first[owner.end() :], table)
        if held[0]:
            # "Ivo Petrov's brother Luis".
            return Voice(held[0], held[1])
    elif _is_for(first, table):
        article = word_list(table.articles).match(first)
        # "a spokeswoman for the Mayor of Vall, Ana Silva": the name may be the mayor's.
        role, rest = first[article.end() :].strip() if article else first, further if part_of(first, table)[0] else []
    else:
        return Voice()
    named = next((names for part in rest if (names := part_of(part, table)[0])), ())
    return Voice(named, role, somebody=not named)


def _is_named(words: str, table: CueTable) -> bool:
    # "Ms Silva", "Senator Ivo Petrov", "Ivo Petrov", and no organisation.
    bare = without_honorifics(words, table)
    first = words.partition(" ")[0]
    titled = bare != words or is_role(first, table)
    names, _, organisation = part_of(words, table)
    return bool(names) and not organisation and (titled or (" " in words and is_given(first))) and is_person(names[0], table)


def _is_for(part: str, table: CueTable) -> bool:
    """Tell whether somebody of no name speaks for a person: "an aide to the minister, ...", "lawyers for Mr Silva"."""
    article = word_list(table.articles).match(part)
    indefinite = article is not None and lowered(article.group()) in words_of(table, "indefinite")
    behind = part[article.end() :].lstrip() if article else part
    noun = _NOUN.match(behind)
    link = _LINK.match(behind, noun.end()) if noun else None
    if noun is None or link is None or not behind[:1].islower():
        return False
    whom = behind[link.end() :]
    names, _, organisation = part_of(whom, table)
    office = is_role(whom.partition(" ")[0], table) and not organisation
    return _is_named(whom, table) or (indefinite and (bool(names) or office))
