"""Mending beside the text: C1 controls that were quotation marks, mojibake, character references; nothing in the text changes."""

import html
import re
import unicodedata

import ftfy
from ftfy import badness

from briefing_app.domain.reading import Repair
from briefing_app.domain.span import Span

C1 = "c1"
MOJIBAKE = "mojibake"
ENTITY = "entity"
ESCAPE = "escape"

_BYTE_OF = {bytes([byte]).decode("cp1252", "ignore"): byte for byte in range(0x80, 0xA0)} | {
    chr(byte): byte for byte in range(0x80, 0x100)
}
_BYTE_OF.pop("", None)
_FOLLOWS = "".join(sign for sign, byte in _BYTE_OF.items() if byte < 0xC0)
_LEADS = "".join(sign for sign, byte in _BYTE_OF.items() if 0xC2 <= byte <= 0xF4)
_STRETCH = re.compile(f"(?:[{_LEADS}][{re.escape(_FOLLOWS)}]{{1,3}})+")
_LIKELY_LEADS = frozenset("ÂÃâÎÏïðÐÑ")
"""First bytes of what Western texts lose: accented letters, typographic marks, bullets, Greek, Cyrillic, emoji."""
_MARKS = frozenset("\u00a0»«“”‘’…–—¡¿")
_CYRILLIC = frozenset("ÐÑ")
_C1_SIGNS = re.compile("[\u0080-\u009f]")
_ESCAPED = re.compile(r"\\(?=[\"'])")
_FEWEST_ESCAPED = 3
"""So many quotation marks behind a backslash are a program's way of writing them, not somebody's."""
_REFERENCE = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z][A-Za-z0-9]{1,20});")
_SYMBOL_BULLETS = frozenset("\uf0b7\uf0a7\uf0d8\uf0fc")
_HALF = re.compile(r"(?:(?<=[\s’'(a-zà-ÿ])|^)Ã(?:[ \u00a0](?=[ \u00a0]|$)|(?=[ \u00a0,.;]))|Â (?=[\wÂ»:;!?%])", re.MULTILINE)
_WORD = re.compile(r"\S{2,60}")
_ELSEWHERE = re.compile(r"^(?=[^\u0080-\u009f]+$).*(?:‚Ä|√|[\u0400-\u045f][\u2010-\u2122]|[\u4e00-\u9fff])")
"""What UTF-8 read as Mac Roman, windows-1251 or GBK has in it; C1 controls say that it was none of these."""
_SIGNS_OF_OTHERS = re.compile(r"‚Ä|√|[\u0400-\u045f][\u2010-\u2122]|[\u4e00-\u9fff]")
_ROUNDS = 3
"""How often a text may have been read in the wrong character set one after the other."""


def repairs_of(text: str) -> tuple[Repair, ...]:
    """Return the repairs that a text needs, in order, disjoint."""
    found: list[Repair] = []
    taken: list[Span] = []
    for match in _STRETCH.finditer(text):
        if repair := _mojibake(text, match):
            found.append(repair)
            taken.append(repair.span)
    covered = {place for span in taken for place in range(span.start, span.end)}
    if found:
        found += _halves(text, covered)
    found += _in_other_sets(text, covered)
    for match in _C1_SIGNS.finditer(text):
        sign = bytes([ord(match.group())]).decode("cp1252", "ignore")
        if sign and match.start() not in covered:
            found.append(Repair(Span(*match.span()), sign, C1, certain=True))
    for match in _REFERENCE.finditer(text):
        sign = html.unescape(match.group())
        if sign != match.group() and not sign.endswith(";"):
            found.append(Repair(Span(*match.span()), sign, ENTITY, certain=True))
    escaped = [match.span() for match in _ESCAPED.finditer(text)]
    if len(escaped) >= _FEWEST_ESCAPED:
        found += [Repair(Span(*span), "", ESCAPE, certain=True) for span in escaped]
    return tuple(sorted(found, key=lambda repair: repair.span))


def _halves(text: str, covered: set[int]) -> list[Repair]:
    """Return repairs of "Ã" and "Â" whose second half, a no-break space, was made a plain one or dropped."""
    halves = []
    for match in _HALF.finditer(text):
        if match.start() not in covered:
            shown = "à" if match.group()[0] == "Ã" else "\u00a0"
            halves.append(Repair(Span(*match.span()), shown, MOJIBAKE, certain=False))
            covered.update(range(*match.span()))
    return halves


def _in_other_sets(text: str, covered: set[int]) -> list[Repair]:
    """Return repairs of words that were read in a set other than windows-1252, as ftfy knows them; none of them certain."""
    if not _SIGNS_OF_OTHERS.search(text) or not badness.is_bad(text):
        return []
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        if not (_ELSEWHERE.search(word) and covered.isdisjoint(range(*match.span())) and badness.is_bad(word)):
            continue
        mended = ftfy.fix_encoding(word)
        if mended != word and all(sign.isprintable() and _is_western(sign) for sign in mended):
            found.append(Repair(Span(*match.span()), mended, MOJIBAKE, certain=False))
            covered.update(range(*match.span()))
    return found


def _is_western(sign: str) -> bool:
    return ord(sign) < 0x250 or 0x2010 <= ord(sign) < 0x2123


def with_bullets(text: str, repairs: tuple[Repair, ...]) -> str:
    """Return the text, as long as before, with each stretch that was a bullet written as bullets: for finding lists."""
    parts: list[str] = []
    end = 0
    for repair in repairs:
        if repair.shown == "•":
            parts += [text[end : repair.span.start], "•" * len(repair.span)]
            end = repair.span.end
    return "".join([*parts, text[end:]])


def _mojibake(text: str, match: re.Match[str]) -> Repair | None:
    words = match.group()
    if words[0] not in _LIKELY_LEADS or not _lost(text, match):
        return None
    mended, rounds = words, 0
    while rounds < _ROUNDS and (back := _undone(mended)):
        mended, rounds = back, rounds + 1
    if not rounds:
        return None
    mended = "".join("•" if sign in _SYMBOL_BULLETS else sign for sign in mended)
    certain = all(sign.isprintable() and _is_western(sign) for sign in mended)
    if any(unicodedata.category(sign)[0] == "C" for sign in mended):
        return None  # controls, formats and code points that are no characters were never what stood there
    if not certain and _MARKS.intersection(words):
        return None  # "â –": a rare sign is a poor reason to take a dash away
    return Repair(Span(*match.span()), mended, MOJIBAKE, certain)


def _lost(text: str, match: re.Match[str]) -> bool:
    # A capital before a closing mark or a no-break space is ordinary in "CHÂ »" or "MAÇÃ”": the word before is in capitals too.
    words = match.group()
    if words[0] in _CYRILLIC and len(words) < 4:
        return False  # a Spanish word may end in "Ñ" before a mark; Cyrillic comes in words
    before = text[match.start() - 1 : match.start()]
    return not (len(words) == 2 and words[1] in _MARKS and before.isupper())


def _undone(words: str) -> str | None:
    """Return the words as they were before UTF-8 was read as cp1252, or None where that is not what happened."""
    try:
        data = bytes(_BYTE_OF.get(sign) or (ord(sign) if ord(sign) < 0x80 else -1) for sign in words)
        back = data.decode("utf-8")
    except ValueError:
        return None
    return back if back != words else None
