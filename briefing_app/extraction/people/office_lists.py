"""Offices whose names hold a list: "Minister for Relief, Harbours and Ports"; their commas part no descriptions."""

import re
from functools import cache

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.given import is_given
from briefing_app.extraction.text.phrases import either, is_role, lowered, words_of

_KEPT = "‚"
"""Stands for a comma within a list."""
_NEAR = 4
"""The noun for an office stands among so many words before its list."""
_BEFORE = 60


@cache
def _list(table: CueTable) -> re.Pattern[str]:
    item = r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3}"
    link, joined = either(table.at_words), either(table.and_words)
    return re.compile(rf"(?<= ){link}\s?(?:{item}, ){{1,5}}(?:{item},? )?(?:{joined}|&) (?={item})")


def with_lists(words: str, table: CueTable) -> str:
    """Return words of the same length in which the commas within the name of an office are none."""
    if ", " not in words:
        return words
    found = [match for match in _list(table).finditer(words) if _is_office(words, match, table)]
    for match in reversed(found):
        words = words[: match.start()] + match.group().replace(",", _KEPT) + words[match.end() :]
    return words


def without_lists(words: str | None) -> str | None:
    """Return words with their commas again."""
    return words.replace(_KEPT, ",") if words else words


def _is_office(words: str, found: re.Match[str], table: CueTable) -> bool:
    before = [lowered(word) for word in words[max(0, found.start() - _BEFORE) : found.start()].split()[-_NEAR:]]
    offices = words_of(table, "offices")
    known = any(word in offices or (not table.adjectives and is_role(word, table)) for word in before)
    openers = re.findall(r"(?:^| |, )([A-ZÀ-Þ][\w’'-]+)", found.group())
    named = any(is_given(word) or (is_role(word, table) and not word.endswith("s")) for word in openers[1:])
    titled = any(lowered(word) in words_of(table, "honorifics") for word in openers[1:])
    return known and not named and not titled
