"""Sentences of a paragraph, by rules and a table of abbreviations; brackets are not broken."""

import re
from collections import deque

from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.cues.form import CueTable

_STOP = re.compile(
    r"[.!?…]+(?:[ \u00a0\u202f]?[”’»›\"')\]*_\\]{1,4})?(?=\s|$)|:[ \t]*\n|(?<=[.!?])\n"
    r"|(?<=[a-zà-ÿ][a-zà-ÿ][a-zà-ÿ])[.!?](?=[A-ZÀ-Þ][a-zà-ÿ’' ])|(?<=[»”)])\.(?=[A-ZÀ-Þ][a-zà-ÿ’' ])"
)
"""The last two: a blank was lost behind the sentence."""
_ADDRESS = re.compile(r"^www|[/@]")
_BRACKET = re.compile(r"[()]")
_WORD_BEFORE = re.compile(r"[^\s(\[“”\"«»‘]+$")
_WORD = re.compile(r"\w+")
_OPENERS = "“”\"«‹‘'([¿¡—–-*_ \u00a0\u202f"
_LONGEST_WORD = 24


def sentences(plain: str, span: Span, table: CueTable) -> tuple[Span, ...]:
    """Return the sentences in ``span`` of ``plain``, without white space around them, in order; linear in its length."""
    found: list[Span] = []
    start = span.start
    inside = deque(_bracketed(plain, span))
    for stop in _STOP.finditer(plain, span.start, span.end):
        while inside and inside[0].end <= stop.start():
            inside.popleft()
        if inside and inside[0].start < stop.start() and stop.end() < inside[0].end:
            continue
        if _ends(plain, Span(start, span.end), stop, table):
            _add(found, plain, Span(start, stop.end()))
            start = stop.end()
    _add(found, plain, Span(start, span.end))
    return tuple(found)


def _add(found: list[Span], plain: str, span: Span) -> None:
    # A bar that breaks the line is no part of it.
    sentence = stripped(plain, Span(span.start, span.start + len(span.of(plain).rstrip("\\ \n"))))
    if len(sentence):
        found.append(sentence)


def _bracketed(plain: str, span: Span) -> list[Span]:
    pairs: list[Span] = []
    opened: int | None = None
    for bracket in _BRACKET.finditer(plain, span.start, span.end):
        if bracket.group() == "(" and opened is None:
            opened = bracket.start()
        elif bracket.group() == ")" and opened is not None:
            pairs.append(Span(opened, bracket.end()))
            opened = None
    return pairs


def _ends(plain: str, rest: Span, stop: re.Match[str], table: CueTable) -> bool:
    if stop.group().startswith((":", "\n")):
        return True
    after = stop.end()
    while after < rest.end and (plain[after].isspace() or plain[after] in _OPENERS):
        after += 1
    if after >= rest.end:
        return True
    follower = _WORD.match(plain, after, min(rest.end, after + _LONGEST_WORD))
    if plain[after].islower():
        return False
    if not stop.group().startswith(".") or stop.group().startswith(".."):
        return True
    before = _WORD_BEFORE.search(plain[max(rest.start, stop.start() - _LONGEST_WORD) : stop.start()])
    if not before:
        return True
    word = before.group().lower()
    if _ADDRESS.search(word):
        return False
    if word.isdigit() and before.start() == 0 and stop.start() - rest.start <= len(word) + 1:
        return False
    if word in table.abbreviations or (len(word) == 1 and word.isalpha()):
        return follower is not None and "." in word and follower.group().lower() in table.starters
    return True
