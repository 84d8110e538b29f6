"""What somebody is where no role stands at their name: by its place, by a number or an age, by its wording, by what they lead."""

import re

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.held_at import LONGEST_ROLE, split_role
from briefing_app.extraction.people.organisation_names import bare, is_organisation
from briefing_app.extraction.people.roles import aged_words, one_of
from briefing_app.extraction.text.phrases import is_role, lowered, word_list, words_of

_FEW = 4


def what_is_led(clause: str, table: CueTable) -> tuple[str | None, list[str]]:
    """Return role and organisations of "who directs field operations", the clause behind a name."""
    relative, _, rest = clause.partition(" ")
    words = " ".join(re.split(r"[,;]|\s(?:and|y|et)\s", rest, maxsplit=1)[0].split()[:LONGEST_ROLE])
    led = words.partition(" ")[2]
    if is_organisation(led, table) and bare(led, table)[:1].isupper():
        return None, [bare(led, table)]
    role, at = split_role(words, table)
    return role or relative, [at] if at else []


def role_by_position(words: str, names: tuple[str, ...], table: CueTable) -> str | None:
    """Return what stands between an article and a full name, whatever the noun: "the ward elder, Ana Silva"."""
    first, _, rest = words.partition(",")
    article = word_list(table.articles + table.indefinite).match(first)
    noun = first[article.end() :].strip() if article else ""
    brought_in = article is not None and lowered(article.group()) in words_of(table, "indefinite")
    full = len(names) == 1 and (brought_in or " " in names[0]) and names[0].partition(" ")[0] in rest
    return noun if full and noun[:1].islower() and len(noun.split()) <= _FEW else None


def shared_role(words: str, names: tuple[str, ...], table: CueTable) -> str | None:
    """Return what several persons are together, behind their names: "Ana Silva and Ivo Petrov, the lawyers of the families"."""
    last = words.rfind(names[-1]) + len(names[-1])
    behind = words[last:].strip(" ,")
    noun = lowered((bare(behind, table).split(maxsplit=1) or [""])[0])
    many = any(noun != one and is_role(one, table) for one in (noun.removesuffix("s"), noun.removesuffix("es")))
    return bare(behind, table) if many and words[last : last + 1] == "," and len(behind.split()) <= LONGEST_ROLE else None


def role_by_number(words: str, table: CueTable) -> str | None:
    """Return what somebody is by "Ana Silva, one of the 40 volunteers", or "Walter, norlandés de 19 años"."""
    one = one_of(table).search(words)
    for noun in (one.group(1), one.group(1).removesuffix("e")) if one else ():
        if is_role(noun, table):
            return noun
    aged = [found for part in words.split(",")[1:] if (found := aged_words().match(bare(part, table)))]
    return aged[0].group() if aged else None


def role_by_wording(part: str, table: CueTable, *, known: bool) -> str | None:
    """Return what an article or the ending of an agent's noun says behind a name: "Ana Silva, a beekeeper"."""
    first, _, rest = part.partition(" ")
    if known or len(part.split()) > LONGEST_ROLE:
        return None
    indefinite = lowered(first) in words_of(table, "indefinite") and rest[:1].isalnum()
    return bare(part, table) if indefinite or (first.islower() and len(first) > _FEW and first.endswith(table.agents)) else None
