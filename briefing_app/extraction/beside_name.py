"""What a text tells of a person right beside their full name: a role before it, a role behind it, an organisation behind it.

Here the words are found; ``roles`` and ``members`` take them apart.
"""

import re

from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.given import is_given
from briefing_app.extraction.personal import full_names
from briefing_app.extraction.phrases import cue_pattern, is_role, lowered, role_words, word_list, words_of
from briefing_app.extraction.roles import aged_words, says_of_thing, without_aside, without_occasion
from briefing_app.extraction.speakers import age, voice
from briefing_app.extraction.voices import Voice

_HOUSE = re.compile(r", (?:[A-ZÀ-Þ][\w’'-]+ ?){2,6}(?=[,.;\n]|$)")
"""The name of an organisation behind a role: "Ana Silva, President, Harbour Alliance"."""
_NEW_PARAGRAPH = re.compile(r"\n\s*\n\s*$")
_LINE_BELOW = re.compile(r"[`*_\\]{0,3}[ \t]*\n[`*_> ]{0,3}([^\n`*\\.:;!?]{4,80})[`*_\\]{0,3}(?=\n|$)")
"""The line under a name that stands alone, as in a contact or a signature, within the marks that some texts set around lines."""
_NEXT_NAME = re.compile(r", (?:[A-ZÀ-Þ]?[a-zà-ÿ]{1,4}\.? )?[A-ZÀ-Þ][\w’'-]+ (?:[a-z]{2,3} ){0,2}[A-ZÀ-Þ]")
_NEXT_WORDS = re.compile(r"(?: [a-zà-ÿ]{3,}){1,2}")
_SHORT_OFFICE = 3
_WIDEST = 260
_LONG = 14
_LONGEST = 30
"""Words of an office with its organisation, at most, where they open their sentence."""
_NAMED = re.compile(r"[A-ZÀ-Þ][\w’'-]+ (?:[a-z]{2,3} ){0,2}[A-ZÀ-Þ][\w’'-]+")
_PART = re.compile(r"(?:[^,.;:“”«»\"\n]|(?<=\b[A-ZÀ-Þ])\.|(?<=\b[A-ZÀ-Þ][a-z])\.(?=\s[A-ZÀ-Þ])){3,120}")
"""What stands between commas; a stop behind one or two letters ends nothing ("St. Olaf's")."""


def role_before(plain: str, name: Span, table: CueTable) -> Voice | None:
    """Return the voice of a role that stands before the name: "HRT President, Professor Ana Silva", "the director, Ana Silva"."""
    before = plain[max(0, name.start - _WIDEST) : name.start]
    if _NEW_PARAGRAPH.search(before):
        # Nothing stands before it but what may be held within the run of capitals: "UNHCR Representative Ana Silva".
        spoken = voice(name.of(plain), table)
        return spoken if spoken.names and spoken.role else None
    before = _without_titles(before, table) + " "
    clause = re.split(r"(?<!\b[A-ZÀ-Þ])[.;:“”«»\"]\s|\s[–—-]\s|\n\s*\n", before)[-1]
    parts = clause.rstrip().split(",")
    last = parts[-1].strip()
    titled = not last
    part = parts[-2] if titled and len(parts) > 1 else parts[-1]
    if titled and len(parts) > 2 and says_of_thing(part, table):
        # "the author of the law, passed in March, Ana Silva".
        part = parts[-3]
    said = cue_pattern(table.saying).search(part)
    words = part[said.end() :] if said else part
    words = without_aside(words.strip(), table)
    agent = list(word_list(table.by_words).finditer(words))
    words = words[agent[-1].end() :] if agent else words
    words = without_occasion(words, table)
    if lowered((words.split(maxsplit=1) or [""])[0]) in table.introductions:
        words = ""
    # "Europe is also the captain of the pilots, Ana Silva": the office begins with its article.
    stated = word_list(table.statives).search(words)
    words = words[stated.end() :] if stated and role_words(table).search(words, stated.end()) else words
    article = word_list(table.articles + table.its).search(words)
    words = words[article.start() :] if stated and article else words
    for link in word_list(table.and_words).finditer(words):
        behind = words[link.end() :].strip()
        office = role_words(table).search(behind)
        if word_list(table.articles).match(behind) and office and (office.group().islower() or not table.adjectives):
            # "the teacher Ana Silva and the nurse": the last office is that of the name behind it.
            words = behind
            break
    words = _last_office(words, table)
    if not role_words(table).search(words) or len(words.split()) > (_LONGEST if _opens_clause(clause, words, table) else _LONG):
        words = ""
    spoken = voice(f"{words.strip()}{',' if titled else ''} {name.of(plain)}", table)
    return spoken if spoken.names and spoken.role else None


def _last_office(words: str, table: CueTable) -> str:
    # "the chair Ana Silva asked a diplomat from Vall, Ivo Petrov": behind another's name the next office is his.
    for article in reversed(list(word_list(table.articles + table.indefinite).finditer(words))):
        office = role_words(table).match(words[article.end() :].lstrip())
        if (
            office
            and office.group().islower()
            and article.start()
            and _NAMED.search(words, 0, article.start())
            and bool(table.adjectives)
        ):
            return words[article.start() :]
    return words


def _opens_clause(clause: str, words: str, table: CueTable) -> bool:
    # "The director of studies of the Harbour Commission for Ports and Shores, Ana Silva": a long office opens its sentence.
    article = word_list(table.articles).match(words)
    office = role_words(table).match(words[article.end() :].lstrip()) if article else None
    return office is not None and bool(table.adjectives) and clause.strip().startswith(words)


def _without_titles(before: str, table: CueTable) -> str:
    # "..., forum convenor Dr.", "the Executive Secretary, Mrs.": what is said of the name stands before its title.
    words = before.rstrip()
    while (last := words.rsplit(maxsplit=1)[-1:]) and lowered(last[0].rstrip(".")) in table.honorifics:
        words = words[: len(words) - len(last[0])].rstrip()
    return words


def role_behind(plain: str, end: int, name: str, table: CueTable) -> Voice | None:
    """Return the voice of a role behind the name, which ends at ``end``: "Ana Silva, director of the clinic, ..."."""
    below = _LINE_BELOW.match(plain, end)
    if below and role_words(table).search(below.group(1)) and _begins_line(plain, end, name):
        spoken = voice(f"{name}, {below.group(1).strip()}", table)
        return spoken if spoken.names and spoken.role else None
    office = _NEXT_WORDS.match(plain, end)
    if office and is_given(name.partition(" ")[0]) and any(is_role(word, table) for word in office.group().split()):
        # "Ana Silva chief executive of Relief Org": the comma that the text leaves out.
        part = _PART.match(plain, end + 1)
        said = cue_pattern(table.saying).search(part.group()) if part else None
        words = part.group()[: said.start()] if part and said else part.group() if part else ""
        spoken = voice(f"{name}, {words}", table)
        return spoken if spoken.names == (name,) and spoken.role else None
    copula = word_list(table.copulas).match(plain, end + 1) if plain[end : end + 1] == " " else None
    if copula:
        end = copula.end() - 1
    elif plain[end : end + 1] != ",":
        return None
    part = _PART.match(plain, end + 1)
    if part and age().fullmatch(part.group().strip()) and plain[part.end() : part.end() + 1] == ",":
        # "Ana Silva, 20, a student": what she is stands behind her age.
        part = _PART.match(plain, part.end() + 1)
    first = lowered((part.group().split(maxsplit=1) or [""])[0]) if part else ""
    if not copula and first in table.copulas + table.perfect + table.statives + table.introductions + table.subordinators:
        # "headed by Ana Silva, was mandated to ...": the sentence goes on.
        return None
    if part and not copula and lowered(first) in _definite(table) and _NEXT_NAME.match(plain, part.end()):
        # "..., Ana Silva, the nurse at the port, Ivo Petrov": an office before the next name.
        return None
    if part and (role_words(table).search(part.group()) or aged_words().search(part.group())):
        said = cue_pattern(table.saying).search(part.group())
        words = part.group()[: said.start()] if said else part.group()
        house = _HOUSE.match(plain, part.end()) if len(part.group().split()) <= _SHORT_OFFICE and not copula else None
        known = house and word_list(table.organisation_words).search(house.group())
        spoken = voice(f"{name}, {words}{house.group() if house and known else ''}", table)
        return spoken if spoken.names and spoken.role else None
    return None


def _definite(table: CueTable) -> frozenset[str]:
    return words_of(table, "articles") - words_of(table, "indefinite")


def _begins_line(plain: str, end: int, name: str) -> bool:
    line = plain[max(0, plain.rfind("\n", 0, end)) : end].strip(" `*_>\n")
    return line.endswith(name) and len(line.split()) - len(name.split()) <= 1


def organisation_behind(plain: str, end: int, name: str, table: CueTable) -> Voice | None:
    """Return the voice of a member by the organisation behind the name, which ends at ``end``: "Ana Silva of Vall University"."""
    start = end + 2 if plain[end : end + 2] == ", " else end + 1
    link = word_list(table.belonging).match(plain, start) if plain[end : end + 1] in {" ", ","} else None
    place = link.end() + (plain[link.end() : link.end() + 1] == " ") if link else 0
    named = full_names().match(plain, place) if link else None
    if named and word_list(table.organisation_words).search(named.group()):
        return Voice((name,), None, named.group())
    return None
