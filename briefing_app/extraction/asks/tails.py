"""What stands behind those who are asked and is no part of who they are: "leaders meeting in the capital"."""

import re
from functools import cache

from briefing_app.domain.span import Span
from briefing_app.extraction.asks.heads import relative
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.text.phrases import either, lowered, words_of

_BRACKET = re.compile(r"[ \n]\(")
_WITH = re.compile(r"\s(?:with|avec|con)\s(?=[a-zà-ÿ])")
_STOP = re.compile(r"(?<![\w.])[\w’'-]{5,}\.$")
"""A sentence's full stop, and none of an abbreviation."""
_OF_DEED = re.compile(r"\s(?:de|d['’])\s?(?:no\s)?([a-zà-ÿ]+)(?=\s|$)")


def untailed(plain: str, span: Span, table: CueTable) -> Span:
    """Return the words on somebody without a bracket at their end ("the Commission (EC)"), a clause, or when, how and in what."""
    words = span.of(plain)
    bracket = _BRACKET.search(words, 1)
    cut = bracket.start() if bracket else len(words)
    clause = relative(table).search(words) or _WITH.search(words)
    if clause and clause.start() > 0 and lowered(words[: clause.start()]) not in words_of(table, "whoever"):
        cut = min(cut, clause.start())
    for tail in _tails(table):
        found = tail.search(words, 1, cut)
        cut = found.start() if found else cut
    trimmed = words[:cut].rstrip(" ,;:–—-\n\u00a0“”\"'‘’«»")
    deed = _of_deed(trimmed, table)
    trimmed = trimmed[:deed] if deed else trimmed
    left = _left_by_verb(table).search(trimmed, 1) if table.left_by_verb else None
    trimmed = trimmed[: left.start()] if left else trimmed
    if _STOP.search(trimmed):
        trimmed = trimmed[:-1]
    return Span(span.start, span.start + len(trimmed))


def _of_deed(words: str, table: CueTable) -> int | None:
    """Return where an infinitive begins that says what is asked: "al Consejo de remitir el caso"."""
    for link in _OF_DEED.finditer(words, 1) if table.infinitives else ():
        if link.group(1).endswith(table.infinitives) and link.group(1) not in table.like_infinitives:
            return link.start()
    return None


@cache
def _tails(table: CueTable) -> tuple[re.Pattern[str], ...]:
    """Return what may stand behind somebody, in the order in which it is cut off."""
    does = rf"(?:(?<=s)\s(?:[a-z]+ing|{either(table.done_by_many)})|\s{either(table.doing)})\s{either(table.attaching)}\s"
    told_in = rf"\s{either(table.in_which)}\s{either(table.indefinite + table.their_own)}\s"
    return (
        *((re.compile(does),) if table.doing else ()),
        re.compile(rf"\s{either(table.lasting)}\b"),
        *((re.compile(told_in),) if table.in_which else ()),
        re.compile(rf"\s(?:{either(table.behind_asked)}|[a-z]{{3,16}}ly|[a-zé]{{3,16}}mente)\s*$"),
    )


@cache
def _left_by_verb(table: CueTable) -> re.Pattern[str]:
    return re.compile(rf"\s{either(table.left_by_verb)}$")
