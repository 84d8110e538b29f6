"""Asks behind a colon that a few words announce: "Our demand is simple: open the wells", "To the council we say: pay"."""

import re
from dataclasses import dataclass

from briefing_app.domain.excerpt import Addressee
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.asks.actors import all_act, phrase_end
from briefing_app.extraction.asks.addressees import listed
from briefing_app.extraction.asks.ground import Ground
from briefing_app.extraction.text.phrases import lowered, word_list, words_of
from briefing_app.extraction.text.verb_forms import deed_at

_LONGEST_HEAD = 160
_MOST_WORDS = 16
_BEHIND_VERB = 5
"""How many words may stand behind "is" before the colon: "is as simple as ever"."""
_BARE_WORDS = 8
"""How many words announce without a verb: "Key asks for the summit"."""
_NO_ORDER = re.compile(r"(?i)(?:please|then)\s+")
_WORD = re.compile(r"[\w’'-]+")


@dataclass(frozen=True, slots=True)
class Headed:
    """What announces an ask: where those words stand, and who is asked there."""

    words: Span
    addressees: tuple[Addressee, ...]


def headed(ground: Ground, sentence: Span) -> Headed | None:
    """Return what announces the ask behind a sentence's first colon; None when nothing does, or what follows asks nothing."""
    plain, table = ground.plain, ground.table
    colon = plain.find(":", sentence.start, min(sentence.end, sentence.start + _LONGEST_HEAD))
    head = Span(sentence.start, max(colon, sentence.start))
    rest = stripped(plain, Span(colon + 1, sentence.end)) if colon > 0 else sentence
    if colon < 0 or not len(rest) or len(head.of(plain).split()) > _MOST_WORDS:
        return None
    spoken_to = _told_them(ground, head)
    if spoken_to:
        return spoken_to if _orders(ground, rest) else None
    noun = word_list(table.announcing + table.messages).search(plain, head.start, head.end)
    if not noun or not _announces(ground, Span(noun.end(), head.end), head):
        return None
    said = Span(noun.end(), head.end)
    wanted = lowered(noun.group()) in words_of(table, "announcing") and _is_plain(ground, said) and _is_thing(ground, rest)
    return Headed(Span(noun.start(), noun.end()), _named(ground, said)) if wanted or _orders(ground, rest) else None


def _is_plain(ground: Ground, said: Span) -> bool:
    # "Our demand is simple", "Our demands", not "the demand is growing".
    told = word_list(ground.table.statives).search(ground.plain, said.start, said.end)
    return told is None or word_list(ground.table.plain_words).search(ground.plain, told.end(), said.end) is not None


def _told_them(ground: Ground, head: Span) -> Headed | None:
    # "To those who hold them we say again: free them".
    plain, table = ground.plain, ground.table
    opening = word_list(table.and_words + table.new_clause).match(plain, head.start, head.end)
    start = stripped(plain, Span(opening.end(), head.end)).start if opening else head.start
    link = word_list(table.heading_addressee).match(plain, start, head.end)
    said = word_list(table.own_saying).search(plain, link.end(), head.end) if link else None
    if not link or not said:
        return None
    named = stripped(plain, Span(link.end(), link.end() + len(plain[link.end() : said.start()].rstrip(", "))))
    first = lowered((named.of(plain).split() or [""])[0])
    if first in words_of(table, "whoever"):
        return Headed(Span(said.start(), said.end()), (Addressee(" ".join(named.of(plain).split()), named),))
    return Headed(Span(said.start(), said.end()), listed(plain, named, table))


def _announces(ground: Ground, behind: Span, head: Span) -> bool:
    verb = word_list(ground.table.statives).search(ground.plain, head.start, head.end)
    if not verb:
        return len(head.of(ground.plain).split()) <= _BARE_WORDS and not word_list(ground.table.pronouns).search(
            ground.plain, head.start, behind.start
        )
    return verb.start() >= behind.start and len(ground.plain[verb.end() : head.end].split()) <= _BEHIND_VERB


def _named(ground: Ground, behind: Span) -> tuple[Addressee, ...]:
    # "Our message to the council is".
    link = word_list(ground.table.heading_addressee).search(ground.plain, behind.start, behind.end)
    if link and lowered(link.group()) in words_of(ground.table, "for_whom"):
        # "Our asks for the summit".
        return ()
    end = phrase_end(ground.plain, link.end(), behind.end, ground.table) if link else behind.start
    found = listed(ground.plain, Span(link.end(), max(end, link.end())), ground.table) if link else ()
    return all_act(found, ground.table, ground.names)


def _orders(ground: Ground, rest: Span) -> bool:
    """Tell whether words begin with an imperative, or an infinitive that stands for one."""
    plain, table = ground.plain, ground.table
    please = _NO_ORDER.match(plain, rest.start, rest.end)
    start = please.end() if please else rest.start
    words = [lowered(word) for word in _WORD.findall(plain[start : min(rest.end, start + 60)])[:2]]
    command = word_list(table.commands + table.optative).match(plain, start, rest.end)
    if not words or (len(words) > 1 and words[1] in words_of(table, "statives")):
        return False
    return command is not None or words[0] in words_of(table, "imperatives") or deed_at(plain, table, start, opening=True)


def _is_thing(ground: Ground, rest: Span) -> bool:
    """Tell whether words state nothing: a list of nouns, or a clause of what is to be."""
    plain, table = ground.plain, ground.table
    if word_list(table.clause_words).match(plain, rest.start, rest.end):
        return True
    told = word_list(table.statives + table.pronouns + table.thing_pronouns).search(plain, rest.start, rest.end)
    return told is None and len(rest.of(plain).split()) > 1 and not any(one.isdigit() for one in rest.of(plain)[:20])
