"""To whom a command is said: called before it or behind it, named as its subject, or told of by the narrator."""

import re
from dataclasses import dataclass, replace
from functools import cache

from briefing_app.domain.excerpt import Addressee
from briefing_app.domain.span import Span
from briefing_app.extraction.asks.actors import all_act, is_actor, phrase_end, who_act
from briefing_app.extraction.asks.addressees import listed
from briefing_app.extraction.asks.ask import Ask
from briefing_app.extraction.asks.ground import Ground
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.text.phrases import either, is_role, lowered, word_list, words_of
from briefing_app.extraction.text.spelling import LAST_WORD, NEXT_WORD

_TITLE_CALLED = re.compile(r"[A-ZÀ-Þ][^,;:.!?¡¿«»“”\"]{3,90}[,:]\s+(?=[a-zà-ÿ])")
"""A run of words that may call those with a title or an office, before a command: "Señores diputados: "."""
_NAME = r"[A-ZÀ-Þ][\w’'.-]*(?:\s[A-ZÀ-Þ][\w’'.-]*){0,3}"
_NAME_CALLED = re.compile(rf"({_NAME})(?=,\s)")
_NAME_BEHIND = re.compile(rf",\s({_NAME})(?=,|!|$)")
"""Somebody's name or title between commas."""
_ENDS = re.compile(r"[^\W\d]{4,}\.$")
_ARTICLE = 3
_LONGEST_LEAD = 160


@dataclass(frozen=True, slots=True)
class Called:
    """Those whom a sentence calls before its command, and where the words that call them end."""

    addressees: tuple[Addressee, ...]
    end: int


def title_called(ground: Ground, rest: Span) -> Called | None:
    """Return who is called by a title or an office before a command: "Señores magistrados del Tribunal: resuelvan"."""
    plain, table = ground.plain, ground.table
    found = _TITLE_CALLED.match(plain, rest.start, rest.end)
    if not found or not word_list(table.commands).match(plain, found.end(), rest.end):
        return None
    words = list(re.finditer(r"[\w’'-]+", found.group()))
    first = lowered(words[0].group())
    titles = {first, first.removesuffix("s"), first.removesuffix("es")} & words_of(table, "honorifics")
    courteous = bool(titles) and len(words) > 1
    if not courteous and not _is_office(ground, first):
        # "Je m'adresse au ministre : ouvrez".
        return None
    start = rest.start + (words[1].start() if courteous else 0)
    addressees = all_act(listed(plain, Span(start, found.end() - 2), table), table, ground.names)
    return Called(addressees, found.end()) if addressees else None


def name_called(ground: Ground, sentence: Span) -> Called | None:
    """Return who is called by name before a command: "Mr President, open the gate", "Norland Air, open the books"."""
    found = _NAME_CALLED.match(ground.plain, sentence.start, sentence.end)
    addressees = _named(ground, found) if found else ()
    return Called(addressees, found.end() + 1) if found and addressees else None


def name_behind(ground: Ground, command: re.Match[str], sentence: Span) -> tuple[Addressee, ...]:
    """Return who is called by name behind a command: "Open the books, Norland Air, and publish the list"."""
    found = _NAME_BEHIND.search(ground.plain, command.end(), sentence.end)
    before = LAST_WORD.search(ground.plain, max(0, found.start() - 30), found.start()) if found else None
    # "Give the regulator, NHA, the power": its name.
    return () if not found or (before and _is_office(ground, before.group(1))) else _named(ground, found)


def called(ground: Ground, lead: Span) -> tuple[Addressee, ...]:
    """Return who is called with courtesy in the words before a command: "Monsieur le ministre, recevez-les"."""
    words = lead.of(ground.plain)
    if not calls(ground, words):
        return ()
    found = listed(ground.plain, Span(lead.start + words.index(" "), lead.start + words.rindex(",")), ground.table)
    return who_act(found, ground.table, ground.names)


def calls(ground: Ground, lead: str) -> bool:
    """Tell whether the words before a command call somebody with courtesy."""
    first = lowered((lead.split(maxsplit=1) or [""])[0]).strip("«“ ,")
    calling = first in words_of(ground.table, "honorifics") | words_of(ground.table, "called")
    return calling and " " in lead and lead.rstrip().endswith(",")


def subject_behind(ground: Ground, command: re.Match[str], sentence: Span) -> tuple[Addressee, ...]:
    """Return who stands between a command and what is to be done, who is to do it: "Retire el ejército a sus tropas"."""
    plain, table = ground.plain, ground.table
    article = NEXT_WORD.match(plain, command.end(), sentence.end)
    if table.language != "es" or not article or lowered(article.group(1)) not in words_of(table, "definite"):
        return ()
    end = phrase_end(plain, article.start(1), sentence.end, table)
    behind = NEXT_WORD.match(plain, end, sentence.end)
    follows = behind is not None and lowered(behind.group(1)) in (words_of(table, "articles") | {"a"}) - {"del"}
    found = listed(plain, Span(article.start(1), end), table) if follows and end > article.start(1) else ()
    return all_act(found, table, ground.names)


def told_them(ground: Ground, block: Span, ask: Ask) -> Ask:
    """Return a command in a quotation with those to whom the narrator says that it is said.

    "Un llamado a las empresas: “Cierren ...”", "“Denuncien ...”, arengó a las maestras".
    """
    plain, table = ground.plain, ground.table
    if ask.addressees or ask.rule != "ask.need.command" or not table.infinitives:
        return ask
    before = plain[block.start : ask.span.start].rstrip(' \n“«"¡\u00a0\u202f—–')
    if before.endswith(":"):
        end = block.start + len(before[:-1].rstrip())
        found = _hearers(ground, Span(max(block.start, end - _LONGEST_LEAD), end), last=True)
    else:
        said = _said_to(table).match(plain, ask.span.end, block.end)
        found = _hearers(ground, Span(said.start(1), min(block.end, said.end() + _LONGEST_LEAD)), last=False) if said else ()
    return replace(ask, addressees=found) if found else ask


def _hearers(ground: Ground, told: Span, *, last: bool) -> tuple[Addressee, ...]:
    plain, table = ground.plain, ground.table
    links = list(word_list(table.upon).finditer(plain, told.start, told.end))
    for link in reversed(links) if last else links[:1]:
        end = phrase_end(plain, link.end(), told.end, table)
        another = None if last else _another(table).search(plain, link.end() + _ARTICLE, end)
        end = another.start() if another else end
        found = listed(plain, Span(link.end(), end), table) if end > link.end() and (end == told.end or not last) else ()
        if found and all(_is_somebody(one.words, ground) for one in found):
            return found
    return ()


@cache
def _said_to(table: CueTable) -> re.Pattern[str]:
    """Return a pattern that finds, behind a quotation, before whom it is said: ", gritó a los diputados"."""
    return re.compile(rf"[\s!.,”»\"]*[”»\"][\s,]*[\w-]+\s({either(table.upon)}\s)")


@cache
def _another(table: CueTable) -> re.Pattern[str]:
    """Return a pattern that finds where, behind those to whom something is said, begins who says it."""
    return re.compile(rf"(?<!\sde)(?<!\s[yàa])(?<!,)(?<!\set)\s{either(table.definite)}\s")


def _is_somebody(words: str, ground: Ground) -> bool:
    return lowered(words.split(maxsplit=1)[0]) in words_of(ground.table, "bearers") or is_actor(words, ground.table, ground.names)


def _is_office(ground: Ground, word: str) -> bool:
    return lowered(word) in words_of(ground.table, "actors") or is_role(word, ground.table)


def _named(ground: Ground, found: re.Match[str]) -> tuple[Addressee, ...]:
    words = found.group(1).strip()
    words = words[:-1] if _ENDS.search(words) else words
    first, last = lowered(words.split()[0].rstrip(".")), lowered(words.split()[-1])
    titled = first in words_of(ground.table, "honorifics") or is_role(last, ground.table)
    somebody = titled or is_actor(words, ground.table, ground.names)
    return (Addressee(words, Span(found.start(1), found.start(1) + len(words))),) if somebody else ()
