"""Whom an open letter is to: its reader, whom it asks."""

import re
from functools import cache

from briefing_app.domain.excerpt import Addressee
from briefing_app.domain.span import Span
from briefing_app.extraction.asks.addressees import listed
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.text.phrases import either, patterns

_TITLE_WITHIN = 1500
_BEFORE_LETTER = 4
"""How many words may stand before "letter to" in a title."""


def letter_to(plain: str, table: CueTable) -> tuple[Addressee, ...]:
    """Return whom an open letter is to, as its title says; nobody when the text is none."""
    head = Span(0, min(len(plain), _TITLE_WITHIN))
    for pattern in patterns((table.letters,)):
        match = next((found for found in pattern.before.finditer(plain, head.start, head.end) if _is_title(plain, found)), None)
        line = re.compile(r"[^\n:]*").match(plain, match.end()) if match else None
        if line:
            about = _about(table).search(plain, line.start(), line.end())
            return listed(plain, Span(line.start(), about.start() if about else line.end()), table)
    return ()


@cache
def _about(table: CueTable) -> re.Pattern[str]:
    return re.compile(rf"\s{either(table.letter_about)}\s")


def _is_title(plain: str, letter: re.Match[str]) -> bool:
    # "An open letter to the mayor", not "groups wrote in a letter to the mayor on Monday."
    start = plain.rfind("\n", 0, letter.start()) + 1
    end = plain.find("\n", letter.end())
    line = plain[start : end if end >= 0 else len(plain)].strip()
    return len(plain[start : letter.start()].split()) <= _BEFORE_LETTER and not line.endswith(".")
