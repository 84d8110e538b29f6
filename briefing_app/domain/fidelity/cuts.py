"""Where a text may be cut: between whole words, and between whole sentences. In doubt neither: a mark too many misleads nobody."""

import re

from briefing_app.domain.span import Span

_UNSEEN = r"[\u00ad\u200b-\u200d\u2060\ufeff]*"
_LETTERS = rf"[^\W_](?:{_UNSEEN}(?:[^\W_]|[\u0300-\u036f]))*"
_FIGURE = r"[$€£¥]?\d+(?:[.,:/]\d+)*(?:[ \u00a0\u202f\u2009]?[%‰°])?"
_INITIALS = r"[^\W\d_](?:\.[^\W\d_])+(?![^\W_])"
_ATOM = rf"(?:{_FIGURE}(?:{_LETTERS})?|{_INITIALS}|{_LETTERS})"
_ELIDED = r"(?:lorsqu|puisqu|jusqu|quoiqu|qu|[ldjmtsc])['’ʼ](?=[^\W_])"
_WORD = re.compile(rf"(?<![^\W_]){_ELIDED}|{_ATOM}(?:{_UNSEEN}[-‐‑'’ʼ/]{_UNSEEN}{_ATOM})*", re.IGNORECASE)
"""What counts as one word: "can’t", "non-refugees", "2.5", "$5", "32 %", "U.S"; but "l’" and "asile" are two.

French n’ stays with its word, because what follows it without it says the contrary.
"""

_REACH = 80
"""How many code points around a place are looked at."""


def between_words(text: str, place: int) -> bool:
    """Tell whether a cut at ``place`` leaves whole words on both sides."""
    return _word_around(text, place) is None


def whole_words(text: str, span: Span) -> Span:
    """Return the smallest span of whole words that holds ``span``; an empty one moves to the start of the word it stands in."""
    first, last = _word_around(text, span.start), _word_around(text, span.end)
    start = first.start if first else span.start
    return Span(start, (last.end if last else span.end) if len(span) else start)


def _word_around(text: str, place: int) -> Span | None:
    floor = max(0, place - _REACH)
    for found in _WORD.finditer(text, floor, min(len(text), place + _REACH)):
        if found.start() < place < found.end():
            return Span(found.start(), found.end())
        if found.start() >= place:
            break
    return None


_STOPS = ".!?…"
_CLOSERS = "”’»›\"')]*_"
_OPENERS = "“«‘‹\"'([¿¡*_"

ABBREVIATIONS: dict[str, tuple[str, ...]] = {
    "en": (
        "Mr", "Mrs", "Ms", "Dr", "Prof", "Sr", "Jr", "St", "Gen", "Gov", "Sen", "Rep", "Hon", "Rev", "Lt", "Col", "Capt", "Sgt",
        "Amb", "vs", "etc", "cf", "al", "approx", "Inc", "Ltd", "Co", "Corp", "Dept", "Univ", "est", "incl", "Ph.D",
    ),
    "es": (
        "Sr", "Sra", "Sres", "Srta", "Dr", "Dra", "Lic", "Ing", "Prof", "Gral", "Cnel", "Ud", "Uds", "Vd", "EE.UU", "EE", "UU",
        "RR", "HH", "FF", "AA", "Excmo", "Excma", "etc", "ej", "aprox", "Cía", "Av",
    ),
    "fr": ("M", "MM", "Mme", "Mmes", "Mlle", "Dr", "Pr", "Me", "Mgr", "St", "Ste", "cf", "etc", "env", "éd", "ex", "Cie"),
}  # fmt: skip
"""Words whose full stop does not end a sentence, but at the end of a paragraph. Single letters (J., U.S.) need no entry."""

BEFORE_NUMBERS: dict[str, tuple[str, ...]] = {
    "en": ("No", "Nos", "no", "Fig", "fig", "Art", "art", "para", "paras", "pp", "Sec", "sec", "vol", "Vol", "ch",
           "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"),
    "es": ("núm", "núms", "Núm", "art", "arts", "Art", "pág", "págs", "párr", "cap", "fig", "vol"),
    "fr": ("art", "Art", "pp", "chap", "fig", "vol", "par", "janv", "févr", "juill", "sept", "oct", "nov", "déc"),
}  # fmt: skip
"""Words whose full stop does not end a sentence where a number follows."""

_SHORT = frozenset(word for words in ABBREVIATIONS.values() for word in words)
_COUNTED = frozenset(word for words in BEFORE_NUMBERS.values() for word in words)
_SINGLE_LETTERS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
_LAST_WORD = re.compile(r"[^\s“”«»‘’‹›\"'()\[\]¿¡*_—–]*\Z")
_CLOSING = re.compile(r"(?:\]\([^()\s]*\)|[”’»›\"')\]*_]|[ \u00a0\u202f](?=[»›]))*")
_PARAGRAPH_END = re.compile(r"[^\S\n]*(?:\n\s*\n|\n?\s*\Z)")
_LINK_TAIL = re.compile(r"\]\([^()\s]*\)\Z")


def ends_sentence(text: str, place: int) -> bool:
    """Tell whether the words up to ``place`` end a sentence (closing marks and white space may follow its full stop).

    Not one after an abbreviation, a title or single letters, inside a figure or an address, or where a small letter goes on.
    """
    return _ended(text, place, 0)


def starts_sentence(text: str, place: int, floor: int = 0) -> bool:
    """Tell whether a sentence starts at ``place``, of a passage that starts at ``floor``: a stop before, no small letter at it."""
    before = place
    while before > floor and (text[before - 1].isspace() or text[before - 1] in _OPENERS):
        before -= 1
    return not _first(text, place).islower() and (before == floor or _ended(text, before, floor))


def _ended(text: str, place: int, floor: int) -> bool:
    stop = _after_stop(text, place, max(floor, place - 240))
    if stop <= floor or text[stop - 1] not in _STOPS:
        return False
    closed = _CLOSING.match(text, stop)
    after = closed.end() if closed else stop
    if text[after : after + 1].isalnum():
        return False
    if _PARAGRAPH_END.match(text, after):
        return True
    first = _first(text, after)
    return not (first.islower() or (text[stop - 1] == "." and _abbreviated(text[max(floor, stop - 40) : stop - 1], first)))


def _after_stop(text: str, place: int, floor: int) -> int:
    while place > floor:
        link = _LINK_TAIL.search(text, floor, place) if text[place - 1] == ")" else None
        if link:
            place = link.start()
        elif text[place - 1].isspace() or text[place - 1] in _CLOSERS:
            place -= 1
        else:
            break
    return place


def _abbreviated(said: str, first: str) -> bool:
    found = _LAST_WORD.search(said)
    word = found.group() if found else ""
    return bool(_SINGLE_LETTERS.fullmatch(word)) or word in _SHORT or (word in _COUNTED and first.isdigit())


def _first(text: str, place: int) -> str:
    """Return the first letter or digit from ``place`` on, over spaces, marks and signs; empty when there is none near."""
    return next((character for character in text[place : place + _REACH] if character.isalnum()), "")
