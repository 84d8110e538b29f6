"""Who is asked too, behind the first who are: "calls on A to pay and on B to publish"."""

import re

from briefing_app.domain.excerpt import Addressee
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.asks.actors import phrase_end, who_act
from briefing_app.extraction.asks.addressees import listed
from briefing_app.extraction.asks.ground import Ground
from briefing_app.extraction.text.phrases import lowered, word_list, words_of
from briefing_app.extraction.text.verb_forms import is_passive

_COMMA = re.compile(r",\s")


def asked_too(ground: Ground, sentence: Span, start: int) -> tuple[Addressee, ...]:
    """Return whom the same verb asks again behind what it asks first: "calls on A to pay and on B to publish"."""
    plain, table = ground.plain, ground.table
    found: tuple[Addressee, ...] = ()
    first = word_list(table.to_do).search(plain, start, sentence.end)
    if not first or start >= sentence.end:
        return ()
    joints = [(link.end(), table.articles) for link in word_list(table.and_words).finditer(plain, first.end(), sentence.end)]
    joints += [(comma.end(), ()) for comma in _COMMA.finditer(plain, first.end(), sentence.end)]
    for behind, articles in sorted(joints):
        begin = stripped(plain, Span(behind, sentence.end)).start
        again = word_list(table.heading_addressee + table.upon + articles).match(plain, begin, sentence.end)
        end = phrase_end(plain, begin, sentence.end, table) if again else begin
        follows = word_list(table.to_do).match(plain, stripped(plain, Span(end, sentence.end)).start, sentence.end)
        if again and follows and end > again.end() and _same_link(follows.group(), first.group()):
            more = listed(plain, Span(begin, end), table)
            found += who_act(tuple(map(ground.bared, more)), table, ground.names)
    return found


def _same_link(one: str, other: str) -> bool:
    # "demande à l'État de financer et au maire d'ouvrir".
    return lowered(one).rstrip("e'") == lowered(other).rstrip("e'")


def and_of_others(ground: Ground, verb: re.Match[str], rest: Span) -> tuple[Addressee, ...]:
    """Return of whom more is asked, where things are asked for: "pide al ministro la retirada y a los alcaldes más plazas"."""
    plain, table = ground.plain, ground.table
    preposition = verb.group().split()[-1]
    if lowered(preposition) not in words_of(table, "heading_addressee"):
        return ()
    linked = word_list(tuple(word for word in table.heading_addressee if " " not in word))
    joined = word_list(table.and_words).search(plain, rest.start, rest.end)
    again = linked.match(plain, stripped(plain, Span(joined.end(), rest.end)).start, rest.end) if joined else None
    if not joined or not again or linked.search(plain, rest.start, joined.start()):
        return ()
    end = phrase_end(plain, again.end(), rest.end, table)
    more = listed(plain, Span(again.end(), max(end, again.end())), table)
    return who_act(more, table, ground.names)


def further_clauses(ground: Ground, sentence: Span, verb: re.Match[str], start: int) -> tuple[Addressee, ...]:
    """Return who is asked in clauses that repeat the verb's conjunction: "demand that A pay and that B publish"."""
    plain, table = ground.plain, ground.table
    conjunction = lowered(verb.group().split()[-1])
    if conjunction not in words_of(table, "clause_words"):
        return ()
    found: tuple[Addressee, ...] = ()
    for link in word_list(tuple(f"{word} {conjunction}" for word in table.and_words)).finditer(plain, start, sentence.end):
        begin = stripped(plain, Span(link.end(), sentence.end)).start
        end = phrase_end(plain, begin, sentence.end, table)
        if end > begin and not is_passive(plain[end : sentence.end], table):
            found += who_act(listed(plain, Span(begin, end), table), table, ground.names)
    return found
