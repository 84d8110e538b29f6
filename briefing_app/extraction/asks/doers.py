"""Who is asked elsewhere than beside the verb: named ahead and taken up, or as who is to do what is asked for."""

import re

from briefing_app.domain.excerpt import Addressee
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.asks.actors import is_actor, phrase_end
from briefing_app.extraction.asks.addressees import listed
from briefing_app.extraction.asks.ground import Ground
from briefing_app.extraction.text.phrases import lowered, word_list, words_of
from briefing_app.extraction.text.verb_forms import is_participle

_LAST_WORD = re.compile(r"[\w’'-]+\s*$")
_AHEAD = re.compile(r"(?i)\s*(?:(?:y|et|pero|mais)\s+)?(?:(?:en cuanto|quant)\s+)?")
_TAKEN_UP = re.compile(
    r"(?i)(?:,\s+nous|,?\s+(?:(?:nous|on|il|elle|ils|elles|je|también|además)\s+)?(?:les?|lui|leur))\s+(?=\w+(?:ons|ent|e|mos|n|o)\b)"
)
"""What stands between those named ahead and the verb that asks them."""
_OF_THAT = re.compile(r"\s+(?:de|del|du|des)\s|\s+d['’]")
"""What goes on with what is to be done, behind who is to do it."""
_OF_ONE = re.compile(r"\s+(?:d['’]une?|de\suna?)\s")
_LONGEST_AGENT = 60
_LONGEST_AHEAD = 90


def named_ahead(ground: Ground, sentence: Span, verb: Span) -> tuple[Addressee, ...]:
    """Return who is named ahead and taken up beside the verb: "A los donantes les pedimos", "Aux élus, nous demandons"."""
    plain, table = ground.plain, ground.table
    begin = _AHEAD.match(plain, sentence.start, sentence.end)
    link = word_list(table.heading_addressee).match(plain, begin.end() if begin else sentence.start, sentence.end)
    if not link or link.end() >= verb.start or not table.infinitives:
        return ()
    start = stripped(plain, Span(link.end(), sentence.end)).start
    taken_up = _TAKEN_UP.search(plain, start, verb.end)
    if not taken_up or not taken_up.start() <= verb.start <= taken_up.end() or taken_up.start() - start > _LONGEST_AHEAD:
        return ()
    return listed(plain, Span(start, taken_up.start()), table)


def named_as_doer(ground: Ground, within: Span) -> tuple[Addressee, ...]:
    """Return who is to do what is asked for: "una investigación por parte de la Fiscalía", "la création par l'OTAN d'un fonds"."""
    link = word_list(ground.table.part_of).search(ground.plain, within.start, within.end) or _by_doers(ground, within)
    if not link:
        return ()
    end = phrase_end(ground.plain, link.end(), within.end, ground.table)
    deed = _of_what(ground, link.end(), within.end) if lowered(link.group().strip()) in ground.table.by_words else None
    found = listed(ground.plain, Span(link.end(), deed.start() if deed else end), ground.table)
    return tuple(one for one in found if is_actor(one.words, ground.table, ground.names))


def _by_doers(ground: Ground, within: Span) -> re.Match[str] | None:
    # "We call for action by the council", "for wells to be dug by the council"; "la création par la Ligue d'un fonds".
    for link in word_list(ground.table.by_words + ground.table.given_by).finditer(ground.plain, within.start, within.end):
        before = _LAST_WORD.search(ground.plain, max(within.start, link.start() - 30), link.start())
        word = lowered(before.group().strip()) if before else ""
        if word_list(ground.table.dates + ground.table.months).match(ground.plain, link.end() + 1, within.end):
            continue
        if word in words_of(ground.table, "deeds") or _is_deed_of(ground, word, Span(link.end(), within.end)):
            return link
    return None


def _is_deed_of(ground: Ground, noun: str, behind: Span) -> bool:
    deed = _of_what(ground, behind.start, behind.end) if ground.table.infinitives and noun else None
    return deed is not None and not is_participle(noun, ground.table)


def _of_what(ground: Ground, agent: int, limit: int) -> re.Match[str] | None:
    """Return what goes on behind the one who is to do something: "par l'OTAN d'un fonds"; None when nobody stands there."""
    near = min(limit, agent + _LONGEST_AGENT)
    deed = _OF_ONE.search(ground.plain, agent + 1, near) or _OF_THAT.search(ground.plain, agent + 1, near)
    found = listed(ground.plain, Span(agent, deed.start()), ground.table) if deed else ()
    acts = bool(found) and all(is_actor(one.words, ground.table, ground.names) for one in found)
    return deed if acts else None
