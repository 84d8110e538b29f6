"""Who is asked elsewhere than beside the verb: named ahead and taken up, or as who is to do what is asked for."""

import re

from briefing_app.domain.excerpt import Addressee
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.asks.actors import all_act, phrase_end, who_act
from briefing_app.extraction.asks.addressees import listed
from briefing_app.extraction.asks.ground import Ground
from briefing_app.extraction.asks.heads import of_it
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.text.phrases import is_role, lowered, word_list, words_of
from briefing_app.extraction.text.spelling import LAST_WORD
from briefing_app.extraction.text.verb_forms import is_participle

_AHEAD = re.compile(r"(?i)\s*(?:(?:y|et|pero|mais)\s+)?(?:(?:en cuanto|quant)\s+)?")
_TAKEN_UP = re.compile(
    r"(?i)(?:,\s+nous|,?\s+(?:(?:nous|on|il|elle|ils|elles|je|también|además)\s+)?(?:les?|lui|leur))\s+(?=\w+(?:ons|ent|e|mos|n|o)\b)"
)
"""What stands between those named ahead and the verb that asks them."""
_BESIDE_SUBJECT = re.compile(r"(?i),\s(?!(?:a|al|à|aux?|y|et)\s)[^,;:.!?]{3,80}\s(?:les?|leur|lui)\s(?=\w+\b)")
"""The same with those who ask in between: "A los alcaldes, las maestras les exigieron"."""
_OF_ONE = re.compile(r"\s+(?:d['’]une?|de\suna?)\s")
_LONGEST_AGENT = 60
_LONGEST_AHEAD = 90
_LONGEST_TAIL = 40
"""How many characters may follow those named ahead, before the comma."""
_LONGEST_LETTER = 60
"""How far behind "wrote" stands to whom."""
_NEAR = 16
_SHORT = 3


def named_ahead(ground: Ground, sentence: Span, verb: Span) -> tuple[Addressee, ...]:
    """Return who is named ahead and taken up beside the verb: "A los donantes les pedimos", "Aux élus, nous demandons"."""
    plain, table = ground.plain, ground.table
    begin = _AHEAD.match(plain, sentence.start, sentence.end)
    link = word_list((*table.heading_addressee, "a")).match(plain, begin.end() if begin else sentence.start, sentence.end)
    if not link or link.end() >= verb.start or not table.infinitives:
        return ()
    start = stripped(plain, Span(link.end(), sentence.end)).start
    taken_up = _BESIDE_SUBJECT.search(plain, start, verb.end) or _TAKEN_UP.search(plain, start, verb.end)
    if not taken_up or not taken_up.start() <= verb.start <= taken_up.end() or taken_up.start() - start > _LONGEST_AHEAD:
        return _set_before(ground, Span(start, verb.start))
    return listed(plain, Span(start, taken_up.start()), table)


def _set_before(ground: Ground, lead: Span) -> tuple[Addressee, ...]:
    # "Aux élus, le réseau demande deux puits": a comma parts them from who asks. "En Norlande, ..." is where; so is a name alone.
    plain, table = ground.plain, ground.table
    comma = plain.find(",", lead.start, lead.end)
    if comma < 0 or len(plain[comma : lead.end].split()) == 1:
        return ()
    end = phrase_end(plain, lead.start, comma, table)
    found = listed(plain, Span(lead.start, end if comma - end > _LONGEST_TAIL else comma), table)
    return found if all(_is_officer(one.words, table) for one in found) else ()


def _is_officer(words: str, table: CueTable) -> bool:
    # "Aux élus", "À la police", not "Au Parlement": a house may be where they speak.
    head = lowered(words.split(maxsplit=1)[0])
    several = head.removesuffix("s") if len(head) > _SHORT else head
    return is_role(several, table) or head in words_of(table, "rulers") | words_of(table, "addressed")


def taken_up(ground: Ground, sentence: Span, verb: Span) -> tuple[Addressee, ...] | None:
    """Return whom a pronoun before the verb means: "a écrit au ministre pour lui demander de"; None when that one cannot act.

    Nobody when no pronoun stands there, or none is named before it.
    """
    them = _pronoun_before(ground, sentence, verb)
    if them is None:
        return ()
    return turned_to(ground, Span(sentence.start, them))


def turned_to(ground: Ground, before: Span) -> tuple[Addressee, ...] | None:
    """Return to whom somebody turns: "a écrit au ministre", "a saisi le ministre"; None when that one cannot act."""
    plain, table = ground.plain, ground.table
    turned = list(word_list(table.turning_to).finditer(plain, before.start, before.end)) if table.turning_to else []
    links = [
        link.end()
        for word in turned
        if (link := word_list(table.upon).search(plain, word.end(), min(before.end, word.end() + _LONGEST_LETTER)))
    ]
    met = list(word_list(table.meeting).finditer(plain, before.start, before.end)) if table.meeting else []
    links += [
        article.start()
        for word in met
        if (article := word_list(table.articles).search(plain, word.end(), min(before.end, word.end() + _LONGEST_LETTER)))
    ]
    for start in links:
        end = phrase_end(plain, start, before.end, table)
        found = who_act(listed(plain, Span(start, end), table), table, ground.names)
        if found:
            return found
    return None if links else ()


def _pronoun_before(ground: Ground, sentence: Span, verb: Span) -> int | None:
    words = word_list(ground.table.to_them)
    opens = words.match(ground.plain, verb.start, verb.end)
    if opens:
        return opens.start()
    near = Span(max(sentence.start, verb.start - _NEAR), verb.start)
    last = next((word for word in words.finditer(ground.plain, near.start, near.end)), None)
    between = ground.plain[last.end() : near.end].split() if last else []
    return last.start() if last and all(lowered(word) in ground.table.auxiliaries for word in between) else None


def named_as_doer(ground: Ground, within: Span) -> tuple[Addressee, ...]:
    """Return who is to do what is asked for: "una investigación por parte de la Fiscalía", "la création par l'OTAN d'un fonds"."""
    link = word_list(ground.table.part_of).search(ground.plain, within.start, within.end) or _by_doers(ground, within)
    if not link:
        return ()
    end = phrase_end(ground.plain, link.end(), within.end, ground.table)
    deed = _of_what(ground, link.end(), within.end) if lowered(link.group().strip()) in ground.table.by_words else None
    found = listed(ground.plain, Span(link.end(), deed.start() if deed else end), ground.table)
    return who_act(found, ground.table, ground.names)


def _by_doers(ground: Ground, within: Span) -> re.Match[str] | None:
    # "We call for action by the council", "for wells to be dug by the council"; "la création par la Ligue d'un fonds".
    for link in word_list(ground.table.by_words + ground.table.given_by).finditer(ground.plain, within.start, within.end):
        before = LAST_WORD.search(ground.plain, max(within.start, link.start() - 30), link.start())
        word = lowered(before.group().strip()) if before else ""
        if word_list(ground.table.dates + ground.table.months).match(ground.plain, link.end() + 1, within.end):
            continue
        if word and ground.table.infinitives and before and before.group()[0].isupper() and before.start() > within.start:
            # "la Red por los Derechos de la Infancia": a name.
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
    deed = _OF_ONE.search(ground.plain, agent + 1, near) or of_it(ground.table).search(ground.plain, agent + 1, near)
    found = listed(ground.plain, Span(agent, deed.start()), ground.table) if deed else ()
    acts = bool(all_act(found, ground.table, ground.names))
    return deed if acts else None
