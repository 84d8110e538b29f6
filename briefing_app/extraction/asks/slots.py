"""Where the words on those who are asked begin and end, behind a phrase of asking."""

import re

from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.asks.actors import phrase_end
from briefing_app.extraction.asks.ground import Ground
from briefing_app.extraction.text.phrases import Pattern, lowered, word_list, words_of
from briefing_app.extraction.text.spelling import FOLLOWING, LAST_WORD, NEXT_WORD

BEFORE_DEED = frozenset({"to", "a", "à", "de", "d'"})
NO_DEED = frozenset(
    {"the", "this", "that", "these", "those", "all", "both", "which", "whom", "their", "its", "our", "his", "her", "a", "an"}
)
"""Words that open a noun: behind "to" no infinitive, at a sentence's start no imperative."""
_NAMED_BEHIND = re.compile(r"(?:(?:the|a|an|their|its|his|her)\s|[A-Z][\w’'-]*\s?[a-z])")
"""Whoever follows "to" where it opens no infinitive: "warned the crews in a note to the mayor"."""
_OPENED = re.compile(r"[\s“«\"]*")
_PLACED = frozenset(
    {"in", "at", "during", "within", "en", "desde", "durante", "dentro", "dans", "lors", "pendant", "depuis", "dès"}
)
"""How a clause begins that says where first: "que desde la cumbre se busque"."""
_FROM = frozenset({"del", "de", "du", "des"})
"""How one begins that says whence: "que del foro surjan"."""


def slot_behind(ground: Ground, sentence: Span, pattern: Pattern, start: int) -> Span | None:
    """Return the words behind a phrase of asking, at ``start``, on those who are asked; None where they make it none."""
    if pattern.after is None:
        return _open_slot(ground, sentence, pattern, start)
    depth_free = _list_end(pattern.after, ground, start, sentence.end)
    if depth_free is None:
        return None
    slot = stripped(ground.plain, Span(start, depth_free))
    leading = NEXT_WORD.match(ground.plain, slot.start, slot.end)
    unasked = words_of(ground.table, "introductions")
    unasked |= words_of(ground.table, "clause_words") if ground.table.infinitives else frozenset()
    if leading and lowered(leading.group(1)) in unasked:
        # "Requests for delay are to": whoever stands behind a preposition is not asked; "llama a que los" opens a clause.
        return None
    word = NEXT_WORD.match(ground.plain, depth_free)
    if slot.of(ground.plain).endswith(",") and word and lowered(word.group(1)) in words_of(ground.table, "subordinators"):
        # "asked the ministry to stop the dam, which ...": a relative clause, not what is asked.
        return None
    clause = re.search(r"[;:?!]|\.\s", slot.of(ground.plain))
    return slot if len(slot) and not clause else None


def _open_slot(ground: Ground, sentence: Span, pattern: Pattern, start: int) -> Span | None:
    plain = ground.plain
    # "exige que «el Estado": the words of those who ask may begin here.
    opened = _OPENED.match(plain, start, sentence.end)
    start = opened.end() if opened else start
    leading = NEXT_WORD.match(plain, start, sentence.end)
    placed = leading is not None and lowered(leading.group(1)) in (_PLACED | _FROM if pattern.actor else _PLACED)
    placed = placed or (
        leading is not None and pattern.actor and lowered(leading.group(1)) in words_of(ground.table, "clause_words")
    )
    slot = Span(start, start if placed else phrase_end(plain, start, sentence.end, ground.table))
    return slot if pattern.cue.rule != "ask.verb.insist" or _is_wanted(ground, slot.end) else None


def _is_wanted(ground: Ground, end: int) -> bool:
    # "Insists that ministers publish", not "that ministers knew": the verb has the form that it has in a command.
    verb = NEXT_WORD.match(ground.plain, end)
    return verb is not None and lowered(verb.group(1)) in words_of(ground.table, "imperatives") | {"be", "not"}


def _list_end(pattern: re.Pattern[str], ground: Ground, start: int, end: int) -> int | None:
    passed: int | None = None
    for match in pattern.finditer(ground.plain, start, min(end, start + 400)):
        before = ground.plain[start : match.start()]
        last = LAST_WORD.search(before)
        if any(one.end() == len(before.rstrip()) for one in word_list(ground.table.including).finditer(before)):
            # "a la comunidad internacional, y en especial a los donantes, a": the list goes on.
            continue
        if last and last.start() and lowered(last.group().strip()) in words_of(ground.table, "and_words"):
            # "al Gobierno y a los ayuntamientos que": the list goes on.
            continue
        if before.count("(") > before.count(")"):
            continue
        if opens_deed(ground, match):
            return match.start()
        if passed is None and not _NAMED_BEHIND.match(ground.plain, match.end()):
            passed = match.start()
    return passed


def opens_deed(ground: Ground, link: re.Match[str]) -> bool:
    """Tell whether an infinitive follows "to", "a", "de": none does in "the parties to the conflict"."""
    plain, table = ground.plain, ground.table
    if lowered(link.group().strip()) not in BEFORE_DEED:
        return True
    for word in FOLLOWING.finditer(plain, link.end(), min(len(plain), link.end() + 60)):
        token = lowered(word.group())
        if not table.infinitives:
            return token not in NO_DEED and not word.group()[0].isupper() and not token[0].isdigit()
        if token not in words_of(table, "before_infinitive"):
            return token.endswith(table.infinitives) and word.group()[0].islower()
    return True
