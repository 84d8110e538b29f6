"""Notices to whoever reads: what a page offers them, and when the press may come."""

import re

from briefing_app.domain.reading import Block
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.cues.form import Cue, CueTable
from briefing_app.extraction.text.phrases import likely, role_words, word_list

_QUOTED = re.compile(r"[“”«»\"]")
_BREAK = re.compile(r"\w{4}[.!?]\s+[A-ZÀ-Þ¿¡“«\"]")
_HOUR = re.compile(r"\d\s?(?:[ap]\.?\s?m\b|h\b|hrs\b)|\d[.:]\d\d|\b\d{1,2}\s(?:horas|heures|hours|o'clock)\b", re.IGNORECASE)
_MARK = re.compile(r"[*†‡_]{1,3}\s?(?=[A-ZÀ-Þ])")
_LONGEST_TITLE = 40
_NEAR = 60
_LONGEST_AUTHOR = 60
_AT_START = 0.1
_AT_END = 0.5


def is_notice(plain: str, span: Span, table: CueTable) -> bool:
    """Tell whether a paragraph offers readers something, or asks the press to come at an hour; never amid the text."""
    place = span.start / len(plain)
    words = span.of(plain)
    if _AT_START < place < _AT_END or _QUOTED.search(words):
        return False
    return _fires(table.offers, plain, span) or (_HOUR.search(words) is not None and _fires(table.press_events, plain, span))


def is_title(plain: str, block: Block, table: CueTable) -> bool:
    """Tell whether a line says what the text below it is: "Speech by Ana Silva to the Council, 14 May"."""
    span = stripped(plain, block.span)
    words = span.of(plain)
    short = len(words.split()) <= _LONGEST_TITLE and not _BREAK.search(words)
    return short and any(pattern.before.match(plain, span.start, span.end) for pattern in likely((table.titles,), words))


def is_of_author(plain: str, span: Span, table: CueTable) -> bool:
    """Tell whether a paragraph at a text's end says who wrote it: "* Ana Silva is director of ..."."""
    words = span.of(plain)
    if len(words.split()) > _LONGEST_AUTHOR or _QUOTED.search(words):
        return False
    named = _MARK.match(words) or word_list(table.authors).match(words.lstrip("*_ "))
    if named is None:
        return False
    verb = word_list(table.copulas).search(words, named.end(), named.end() + _NEAR)
    return verb is not None and role_words(table).search(words, verb.end(), verb.end() + _NEAR) is not None


def _fires(cue: Cue, plain: str, span: Span) -> bool:
    return any(pattern.before.search(plain, span.start, span.end) for pattern in likely((cue,), span.of(plain)))
