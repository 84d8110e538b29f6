"""Wishes: "Let the inspectors in", "Que los diputados bajen", "Qu'ils répondent"."""

import re
from functools import cache

from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.asks.actors import phrase_end, who_act
from briefing_app.extraction.asks.addressees import listed
from briefing_app.extraction.asks.ask import Ask
from briefing_app.extraction.asks.ground import Ground
from briefing_app.extraction.asks.slots import NO_DEED
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.text.phrases import either, lowered, word_list, words_of
from briefing_app.extraction.text.verb_forms import is_passive

_LONGEST_LET = 6
"""How many words say who is to be let do something."""
_SHORTEST_WISH = 3
"""A wish of fewer words is a saying: "Que así sea"."""
_LOOKED_BACK = 200
"""How many characters before a wish are looked at."""
_SO_FOLLOWS = re.compile(r",\s+(?:et\s+|y\s+)?(?:c['’]est|ce\ssera|será)\s")
"""What makes a wish a condition: "qu'ils répondent, et c'est la porte"."""
_SAID_BEHIND = re.compile(r",\s+(?=[a-zà-ÿ'’]+(?:\s[a-zà-ÿ'’]+)?\s(?:el|la|los|las|un|una|le|les|l['’]|une?)\b|si\s)")
"""Where a clause may begin that says who wishes: ", demandó el padre", ", fue la exigencia"."""


def wished(ground: Ground, sentence: Span) -> Ask | None:
    """Return the ask of a sentence that begins with a wish: "Let the minister come", "Que los diputados bajen"."""
    plain, table = ground.plain, ground.table
    wish = word_list(table.optative).match(plain, sentence.start, sentence.end)
    rest = plain[wish.end() : sentence.end] if wish else ""
    if not wish or _is_no_wish(ground, sentence, rest):
        return None
    start = stripped(plain, Span(wish.end(), sentence.end)).start
    end = phrase_end(plain, start, sentence.end, table)
    passive = is_passive(plain[end : sentence.end], table)
    found = () if passive or end == start else listed(plain, Span(start, end), table)
    addressees = who_act(found, table, ground.names)
    words = " ".join(plain[wish.start() : end].split())
    if _is_let(rest, table.let_in, table) or (not addressees and _is_let(rest, table.permitted, table)):
        return Ask(sentence, "ask.wish", 0.5, (), words or wish.group())
    if len(rest.split()) < _SHORTEST_WISH or (table.language == "en" and not addressees):
        return None
    return Ask(sentence, "ask.wish", 0.5, addressees, words)


def _is_no_wish(ground: Ground, sentence: Span, rest: str) -> bool:
    """Tell whether what begins as a wish tells, sets a condition, or says what somebody fears or refuses."""
    table = ground.table
    told = _SAID_BEHIND.split(rest, maxsplit=1)[0]
    if word_list(table.statives).search(told) or _SO_FOLLOWS.search(rest) or word_list(table.no_wishes).match(rest.lstrip()):
        return True
    return _is_feared(rest, table) or _goes_on(ground, sentence)


def _goes_on(ground: Ground, sentence: Span) -> bool:
    # "No permitiremos que vengan. Que entren": what the sentence before will not have.
    before = Span(max(0, sentence.start - _LOOKED_BACK), sentence.start)
    return bool(ground.table.hopes_against) and _refused(ground.table).search(ground.plain, before.start, before.end) is not None


@cache
def _refused(table: CueTable) -> re.Pattern[str]:
    return re.compile(rf"{either(table.hopes_against)}\w*\s(?:que|qu['’])[^.?!]*[.?!][\s”»\"]*$")


def _is_let(rest: str, what: tuple[str, ...], table: CueTable) -> bool:
    # "Let the inspectors in", "Let them stay": who is to let them is not said.
    words = rest.split()
    known = words_of(table, "articles") | words_of(table, "object_pronouns") | NO_DEED
    found = word_list(what).search(rest, rest.find(words[0]) + len(words[0])) if words and lowered(words[0]) in known else None
    return found is not None and len(rest[: found.start()].split()) <= _LONGEST_LET


def _is_feared(rest: str, table: CueTable) -> bool:
    # "Que ce régime ne s'installe": a denial of which half is missing says what somebody fears.
    half = re.search(r"\b(?:ne\s|n['’])", rest) if table.language == "fr" else None
    return half is not None and re.search(r"\b(?:pas|plus|jamais|rien|personne|aucune?|que|ni)\b", rest[half.end() :]) is None
