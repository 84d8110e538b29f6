"""Long sentences: the clause that asks, where most of the sentence tells something else."""

import re
from dataclasses import replace
from itertools import pairwise

from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.asks.ask import Ask
from briefing_app.extraction.asks.find import ask_in
from briefing_app.extraction.asks.ground import Ground
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.text.phrases import lowered, word_list

_LONG = 140
"""A shorter sentence is shown whole."""
_MOST = 0.45
"""What tells something else must be at least this part of the sentence."""
_LONGEST_LINK = 20
_FEW = 0.4
_OPENED = ("«", "“", '"')
_CLOSED = ("»", "”", '"')
_MARKS = (("«", "»"), ("“", "”"))
"""A clause does not cut what somebody says."""


def ask_of(ground: Ground, sentence: Span) -> Ask | None:
    """Return the ask that a sentence makes, or None; of a long one the clause alone that asks, when the rest only tells."""
    ask = ask_in(ground, _unlinked(ground, sentence))
    if not ask or len(ask.span) < _LONG or ask.span != sentence:
        return ask
    begin, end = _verb(ground, ask)
    cut = _before_turn(ground, sentence, end)
    if cut and ask_in(ground, Span(cut, sentence.end)) is None:
        return _still(ground, ask, Span(sentence.start, cut))
    cut = _behind_reason(ground, sentence, begin)
    if cut and ask_in(ground, Span(sentence.start, cut)) is None:
        return _still(ground, ask, Span(cut, sentence.end))
    return ask


def opens_need(plain: str, quoted: Span, table: CueTable) -> bool:
    """Tell whether quoted words end what the narrator begins: "il est « urgent de rouvrir »"."""
    before = plain[max(0, quoted.start - 40) : quoted.start].rstrip()
    return any(found.end() == len(before) for found in word_list(table.opens_need).finditer(before))


def _unlinked(ground: Ground, sentence: Span) -> Span:
    # "RSF pidió que lo busquen, pues “nadie ...”": what leads over to quoted words is no part of the ask.
    links = word_list(ground.table.turning_away + ground.table.and_words)
    tail = max(sentence.start, sentence.end - _LONGEST_LINK)
    last = next((link for link in links.finditer(ground.plain, tail, sentence.end) if link.end() == sentence.end), None)
    before = ground.plain[sentence.start : last.start()].rstrip() if last else ""
    return Span(sentence.start, sentence.start + len(before.rstrip(", "))) if last and before.endswith(",") else sentence


def with_quoted(plain: str, ask: Ask, sentences: tuple[Span, ...]) -> Ask:
    """Return an ask that stands behind a few quoted words of the narrator's own sentence with all of that sentence."""
    whole = next((sentence for sentence in sentences if sentence.holds(ask.span)), ask.span)
    before = plain[whole.start : ask.span.start].rstrip(" ,;\n")
    opened = max(before.rfind(mark, 0, -1) for mark in _OPENED)
    closed = before.endswith(_CLOSED) and before.count('"') % 2 == 0
    narrated = closed and opened > 0 and len(before) - opened < _FEW * len(whole)
    return replace(ask, span=whole) if narrated else ask


def joined_with_asker(plain: str, asks: list[Ask]) -> list[Ask]:
    """Return asks, one in quoted words made one with the words that say who asks it of whom: "« Partez », demandent aux élus"."""
    found: list[Ask] = []
    for ask in asks:
        said = found[-1] if found else None
        between = plain[said.span.end : ask.span.start] if said else ""
        by_verb = ask.rule.startswith("ask.verb.") and ask.verb == ask.span.start
        if said and by_verb and any(mark in between for mark in _CLOSED) and not any(map(str.isalnum, between)):
            found[-1] = replace(said, addressees=ask.addressees or said.addressees)
        else:
            found.append(ask)
    return found


def parted(plain: str, sentences: tuple[Span, ...], asks: list[Ask]) -> tuple[Span, ...]:
    """Return sentences, those that hold an asking clause taken apart there: what else they tell stands alone."""
    parts: list[Span] = []
    for sentence in sentences:
        edges = {sentence.start, sentence.end}
        for ask in asks:
            edges |= {place for place in (ask.span.start, ask.span.end) if sentence.start < place < sentence.end and ask.clause}
        parts += [stripped(plain, Span(*pair)) for pair in pairwise(sorted(edges))]
    return tuple(part for part in parts if len(part))


def _verb(ground: Ground, ask: Ask) -> tuple[int, int]:
    """Return where the words that fired the rule begin and end."""
    words = re.compile(r"\s+".join(map(re.escape, ask.evidence.split())) or r"(?!)")
    found = words.search(ground.plain, ask.verb or ask.span.start, ask.span.end)
    return found.span() if found else (ask.span.start, ask.span.end)


def _before_turn(ground: Ground, sentence: Span, verb: int) -> int | None:
    # "Solicitan al consejo que abra, sin embargo la obra sigue ...": what turns away from the ask tells.
    for turn in word_list(ground.table.turning_away).finditer(ground.plain, verb, sentence.end):
        apart = ground.plain[sentence.start : turn.start()].rstrip().endswith((",", ";"))
        if apart and sentence.end - turn.start() > _MOST * len(sentence):
            return turn.start()
    return None


def _behind_reason(ground: Ground, sentence: Span, verb: int) -> int | None:
    # "La obra sigue desde mayo ..., por ello exhortó al consejo": what leads to the ask tells.
    for link in reversed(list(word_list(ground.table.concluding).finditer(ground.plain, sentence.start, verb))):
        apart = ground.plain[sentence.start : link.start()].rstrip().endswith((",", ";"))
        if apart and link.start() - sentence.start > _MOST * len(sentence):
            return link.start()
    # "Salieron en caravana hacia la capital ... y demandar al consejo": what they set out for asks, the rest tells.
    first = ground.plain[verb : sentence.end].split(maxsplit=1)[:1]
    endings = ground.table.infinitives + ground.table.participles if ground.table.infinitives else ("\0",)
    aim = bool(first) and lowered(first[0]).endswith(endings)
    return verb if aim and verb - sentence.start > _MOST * len(sentence) else None


def _still(ground: Ground, ask: Ask, clause: Span) -> Ask:
    """Return the ask of the clause alone when it still is one, with those whom the sentence named."""
    clause = stripped(ground.plain, clause)
    alone = ask_in(ground, clause)
    whole = all(clause.of(ground.plain).count(opening) == clause.of(ground.plain).count(closing) for opening, closing in _MARKS)
    if not whole or (clause.start != ask.verb and (not alone or alone.rule != ask.rule)):
        return ask
    if not alone:
        # "appelant à maintenir": whose subject stands in what is cut off.
        return replace(ask, span=clause, clause=True)
    return replace(alone, addressees=alone.addressees or ask.addressees, clause=True)
