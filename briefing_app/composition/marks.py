"""Marks and spaces as each language prints them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

NARROW = "\u202f"
NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Marks:
    """How a language marks quotations. ``stop`` tells where the final stop and a note's call go."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str
    call_before_stop: bool
    stop_outside: bool


MARKS: dict[str, Marks] = {
    "en": Marks("“", "”", "‘", "’", call_before_stop=False, stop_outside=False),
    "es": Marks("«", "»", "“", "”", call_before_stop=True, stop_outside=True),
    "fr": Marks(f"«{NARROW}", f"{NARROW}»", "“", "”", call_before_stop=True, stop_outside=False),
}
"""By language: Chicago Manual of Style 6.9; RAE, Ortografía 3.4.8; Lexique des règles typographiques, Imprimerie nationale."""


def marks_of(language: str) -> Marks:
    """Return the marks of a language; English ones for a language that has no entry."""
    return MARKS.get(language.split("-", maxsplit=1)[0], MARKS["en"])


_BEFORE_SIGN = re.compile(r"(?<=\S)[ \u00a0\u202f](?=[;!?])")
_IN_MARKS = re.compile(r"(?<=«)[ \u00a0]|(?<=\S)[ \u00a0](?=»)")
_BEFORE_COLON = re.compile(r"(?<=\S)[ \u202f](?=:(?:\s|$))")
_BEFORE_PERCENT = re.compile(r"(?<=\d)[ \u00a0\u202f](?=%)")

_SPACES: dict[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    "fr": ((_BEFORE_SIGN, NARROW), (_IN_MARKS, NARROW), (_BEFORE_COLON, NO_BREAK), (_BEFORE_PERCENT, NARROW)),
    "fr-ca": ((_BEFORE_SIGN, ""), (_IN_MARKS, NARROW), (_BEFORE_COLON, NO_BREAK), (_BEFORE_PERCENT, NARROW)),
    "es": ((_BEFORE_PERCENT, NO_BREAK),),
}
"""By language: spaces typed before signs, and the one that print has there. What nobody typed is not put in."""


def own_words(text: str, language: str) -> str:
    """Return words of our own with the spaces their language prints; a source's words are never given to this."""
    tag = language.casefold().replace("_", "-")
    for pattern, space in _SPACES.get(tag, _SPACES.get(tag.split("-", maxsplit=1)[0], ())):
        text = pattern.sub(space, text)
    return text


_BEFORE_SEMICOLON = {"fr": NARROW, "fr-ca": ""}


def apart(parts: Iterable[str], language: str) -> str:
    """Return several things in a row, a semicolon between them as the language prints it; empty ones are left out."""
    tag = language.casefold().replace("_", "-")
    before = _BEFORE_SEMICOLON.get(tag, _BEFORE_SEMICOLON.get(tag.split("-", maxsplit=1)[0], ""))
    return f"{before}; ".join(filter(None, parts))


_BARE_PERCENT = re.compile(r"(?<=\d)(?=%)")
_BEFORE_BARE_PERCENT = {"fr": NARROW, "es": NO_BREAK}


def own_figure(number: str, language: str) -> str:
    """Return a key figure's number with the space that its language prints before a percent sign."""
    return _BARE_PERCENT.sub(
        _BEFORE_BARE_PERCENT.get(language.split("-", maxsplit=1)[0].casefold(), ""), own_words(number, language)
    )


_OPENING = "“«\"„‘'‹"
_CLOSING = "”»\"“’'›"
_PAIRS = {"“": "”", "«": "»", '"': '"', "„": "“", "‘": "’", "'": "'", "‹": "›"}


def without_outer(words: str) -> tuple[int, int]:
    """Return the range of ``words`` between its outer quotation marks (either may be missing), less one terminal comma.

    A mark at the end belongs to the outside when the first mark has opened it or none is left open within.
    """
    start = 0
    end = len(words)
    opener = words[:1] if words[:1] in _OPENING else ""
    if opener and _closes_early(words, opener):
        opener = ""
    elif opener:
        start = 1
    closer = words[-1:] if end > start and words[-1:] in _CLOSING else ""
    if closer and _is_outer(words[start : end - 1], opener, closer):
        end -= 1
    if words[start:end].endswith(","):
        end -= 1
    inside = words[start:end]
    return start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())


def _closes_early(words: str, opener: str) -> bool:
    # “A” and “B”: the first mark's own pair stands before the end, so neither is outer. Straight marks cannot tell.
    closer = _PAIRS[opener]
    if closer == opener:
        return False
    depth = 0
    for place, character in enumerate(words):
        depth += (character == opener) - (character == closer and not _apostrophe(words, place))
        if depth == 0:
            return place < len(words.rstrip()) - 1
    return False


def _apostrophe(words: str, place: int) -> bool:
    return words[place] == "’" and words[place + 1 : place + 2].isalpha()


def _is_outer(inside: str, opener: str, closer: str) -> bool:
    if opener:
        return _PAIRS[opener] == closer
    # No opening mark of its own (the rest of a stretch): outer when nothing inside waits for it.
    opening = next((mark for mark, pair in _PAIRS.items() if pair == closer), "")
    return inside.count(opening) <= inside.count(closer) if opening != closer else inside.count(closer) % 2 == 0


def with_inner(words: str, marks: Marks) -> str:
    """Return the words with marks inside that look like the outer ones set as inner marks; nothing else changes."""
    opening, closing = marks.opening.strip(NARROW), marks.closing.strip(NARROW)
    return words.replace(opening, marks.inner_opening).replace(closing, marks.inner_closing)


_STOPPED = re.compile(r"\.$")


def split_stop(words: str) -> tuple[str, str]:
    """Return the words without a final full stop, and that stop."""
    return (words[:-1], ".") if _STOPPED.search(words) and not words.endswith("..") else (words, "")
