"""What a text tells of a person right behind their full name: a role, an organisation, and where no comma parts them from it.

Here the words are found; ``roles`` and ``members`` take them apart.
"""

import re

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.given import is_given
from briefing_app.extraction.people.organisation_names import name_run
from briefing_app.extraction.people.personal import office_behind
from briefing_app.extraction.people.roles import aged_words, is_one_of
from briefing_app.extraction.people.speakers import age, voice
from briefing_app.extraction.people.voices import Voice
from briefing_app.extraction.text.phrases import cue_pattern, is_role, lowered, role_words, word_list, words_of

_HOUSE = re.compile(r", (?:[A-ZÀ-Þ][\w’'-]+ ?){2,6}(?=[,.;\n]|$)")
"""The name of an organisation behind a role: "Ana Silva, President, Harbour Alliance"."""
_LINE_BELOW = re.compile(r"[`*_\\]{0,3}[ \t]*\n[`*_> ]{0,3}([^\n`*\\.:;!?]{4,80}?)(?:[`*_\\]{0,3}[ ]*(?=\n|$)|[ ]{2}|[ ](?=\S+@))")
"""The line under a name that stands alone, as in a contact or a signature, within the marks that some texts set around lines."""
_NEXT_NAME = re.compile(r", (?!and |y |et )(?:[A-ZÀ-Þ]?[a-zà-ÿ]{1,4}\.? )?[A-ZÀ-Þ][\w’'-]+ (?:[a-z]{2,3} ){0,2}[A-ZÀ-Þ]")
_NEXT_WORDS = re.compile(r"(?: [a-zà-ÿ]{3,}){1,2}")
_NEXT_CAPITALS = re.compile(
    r"(?: {1,2}[A-ZÀ-Þ]{2,}(?![\w’'-])){1,12}|"
    r"(?: {1,2}[A-ZÀ-Þ][\w’'-]+){1,6}(?:(?: {1,2}[a-z]{2,3}){1,2}(?: {1,2}[A-ZÀ-Þ][\w’'-]+){1,6})?"
)
"""The office of a name within the same run of capitals."""
_ASIDE = re.compile(r" [–—-]{1,2} ([^–—,.;:“”«»\"\n]{3,90}?)(?= [–—-]{1,2} |[,.;:\n]|$)| \(([^()\n]{3,80})\)")
_HEADS = re.compile(r" ([a-zà-ÿ]{4,14}) ([^,.;:“”«»\"\n]{3,120})")
_SHORT_OFFICE = 3
_FEW = 2
_PART = re.compile(r"(?:[^,.;:“”«»\"\n]|(?<=\b[A-ZÀ-Þ])\.|(?<=\b[A-ZÀ-Þ][a-z])\.(?=\s[A-ZÀ-Þ])){3,120}")
"""What stands between commas; a stop behind one or two letters ends nothing ("St. Olaf's")."""


def role_behind(plain: str, end: int, name: str, table: CueTable) -> Voice | None:
    """Return the voice of a role behind the name, which ends at ``end``: "Ana Silva, director of the clinic, ..."."""
    below = _LINE_BELOW.match(plain, end)
    if below and role_words(table).search(below.group(1)) and _begins_line(plain, end, name):
        spoken = voice(f"{name}, {below.group(1).strip()}", table)
        return spoken if spoken.names and spoken.role else None
    words = _without_comma(plain, end, name, table)
    aside = _ASIDE.match(plain, end)
    if words is None and aside:
        # "Ana Silva - director of Relief Org -", "Ana Silva (director of Relief Org)".
        words = aside.group(1) or aside.group(2)
    if words is not None:
        spoken = voice(f"{name}, {words}", table)
        # "Liga de Barqueros (LB)": an acronym in brackets makes nobody of a name.
        told = spoken.role or (aside and " " in (spoken.organisation or ""))
        return spoken if spoken.names == (name,) and told else None
    return _behind_comma(plain, end, name, table)


def _without_comma(plain: str, end: int, name: str, table: CueTable) -> str | None:
    office = _NEXT_WORDS.match(plain, end)
    if word_list(table.copulas).match(plain, end + 1):
        return None
    if office and is_given(name.partition(" ")[0]) and any(is_role(word, table) for word in office.group().split()):
        # "Ana Silva chief executive of Relief Org": the comma that the text leaves out.
        part = _PART.match(plain, end + 1)
        said = cue_pattern(table.saying).search(part.group()) if part else None
        return part.group()[: said.start()] if part and said else part.group() if part else ""
    run = _NEXT_CAPITALS.match(plain, end)
    if run and office_behind([*name.split(), *run.group().split()], table) == len(name.split()):
        # "Ana Silva National Secretary", "ANA SILVA LEADER OF THE HARBOUR PARTY": here, too.
        return run.group().strip()
    return None


def _copula(plain: str, end: int, table: CueTable) -> re.Match[str] | None:
    if plain[end : end + 1] == " ":
        return word_list(table.copulas).match(plain, end + 1)
    found = word_list(table.copulas).match(plain, end + 2) if plain[end : end + 2] == ", " else None
    apposed = found is not None and not table.adjectives and word_list(table.articles).match(plain, found.end() + 1)
    # "Ana Silva, quien fungió como defensora, ..."; "Her sister, Ana Silva, is now the director".
    return found if found and (apposed or word_list(table.relatives).match(found.group())) else None


def _behind_comma(plain: str, end: int, name: str, table: CueTable) -> Voice | None:
    copula = _copula(plain, end, table)
    led = word_list(table.leading).match(plain, end + 2) if plain[end : end + 2] == ", " and table.adjectives else None
    clause = _PART.match(plain, end + 2) if led else None
    if clause:
        # "Ana Silva, qui dirige le refuge, ...".
        said = cue_pattern(table.saying).search(clause.group(), led.end() - clause.start()) if led else None
        spoken = voice(f"{name}, {clause.group()[: said.start()] if said else clause.group()}", table)
        return spoken if spoken.names else None
    if heads := _house_led(plain, end, name, table):
        return heads
    if copula:
        end = copula.end() - 1
    elif plain[end : end + 1] != ",":
        return None
    part = _PART.match(plain, end + 1)
    if part and age().fullmatch(part.group().strip()) and plain[part.end() : part.end() + 1] == ",":
        # "Ana Silva, 20, a student": what she is stands behind her age.
        part = _PART.match(plain, part.end() + 1)
    first = lowered((part.group().split(maxsplit=1) or [""])[0]) if part else ""
    goes_on = table.copulas + table.perfect + table.statives + table.introductions + table.subordinators + table.and_words
    if not copula and first in goes_on:
        # "headed by Ana Silva, was mandated to ...": the sentence goes on; "Ana Silva, and the director, Ivo Petrov": to another.
        return None
    if part and not copula and lowered(first) in _definite(table) and _NEXT_NAME.match(plain, part.end()):
        # "..., Ana Silva, the nurse at the port, Ivo Petrov": an office before the next name.
        return None
    one_of = part is not None and is_one_of(part.group().strip(), table)
    if part and (one_of or role_words(table).search(part.group()) or aged_words().search(part.group())):
        said = cue_pattern(table.saying).search(part.group())
        words = part.group()[: said.start()] if said else part.group()
        house = _HOUSE.match(plain, part.end()) if len(part.group().split()) <= _SHORT_OFFICE and not copula else None
        known = house and word_list(table.organisation_words).search(house.group())
        spoken = voice(f"{name}, {words}{house.group() if house and known else ''}", table)
        return spoken if spoken.names and spoken.role else None
    return None


def _house_led(plain: str, end: int, name: str, table: CueTable) -> Voice | None:
    # "Ana Silva preside la Red del Lago": which house she heads.
    heads = _HEADS.match(plain, end) if table.adjectives else None
    relative = next((one for one in table.relatives if heads and f"{one} {heads.group(1)}" in table.leading), None)
    if heads is None or relative is None:
        return None
    spoken = voice(f"{name}, {relative} {heads.group(1)} {heads.group(2)}", table)
    return spoken if spoken.names and spoken.organisation else None


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
    named = name_run(plain, place) if link else ""
    # "Ana Silva of Harbours Without Walls": no place is called so.
    aim = len(named.split()) > _FEW and any(lowered(word) in words_of(table, "causes") for word in named.split()[1:-1])
    return Voice((name,), None, named) if aim or word_list(table.organisation_words).search(named) else None
