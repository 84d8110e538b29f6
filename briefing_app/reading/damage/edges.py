"""Paragraphs that begin or end amid a sentence: split from their neighbour, or cut off."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from briefing_app.domain.reading import BlockKind, Damage, DamageKind
from briefing_app.domain.span import Span
from briefing_app.reading.head import is_label
from briefing_app.reading.seen import Seen
from briefing_app.reading.smallwords import LAST_WORD, stops_short

_CLOSING = "\"'“”‘’«»)]*_ \u00a0\u202f"
_OPENING = "\"'“”‘’«»([*_¿¡ \u00a0\u202f"
_ENDS = frozenset(".!?…:;")
_GOES_ON = re.compile(r"[;,]\s(?:and|or|y|o|e|u|et|ou)$", re.IGNORECASE)
_FIRST_WORD = re.compile(r"\S+")
_ENUMERATION = re.compile(r",\s(?:[^\W\d_]+\s){0,3}[^\W\d_]+,\s(?:[^\W\d_]+\s){0,1}[^\W\d_]+$")
_JOINS = re.compile(r"\b(?:and|or|y|e|o|u|ni|et|ou|as|such)\b", re.IGNORECASE)
_ENUMERATOR = re.compile(r"(?:[a-z]|[ivx]{1,5})[.)]|o\s|\d")
_PARTICLE = re.compile(r"(?:e-?mail|iphone|ipad|de|del|van|von|d’|al-|c/o|cc)\b", re.IGNORECASE)
_FEWEST_WORDS = 16
"""A line of fewer words that lacks its full stop may be a title, a caption or a byline."""
_SHORT = 60
_LONGEST_LABEL = 12
"""A line of so few signs is a label or a figure, and what comes after says what of: "For", "32 %"."""
_TAIL = 300
_SHORTEST_SPLIT = 40
_SHORTEST_START = 12
_STYLE = 0.75
"""Share of paragraphs without a full stop (or that begin small) beyond which that is the author's way, not damage."""


def cut_or_split(blocks: Sequence[Seen], open_marks: Sequence[Damage]) -> Iterator[Damage]:
    """Yield sentences parted by a break (last word to first word), and paragraphs cut at their start or end (that word)."""
    running = [seen for seen in blocks if seen.runs and len(seen.words.split()) >= _FEWEST_WORDS]
    stopless = sum(not _is_ended(seen.words) for seen in running) > max(2.0, _STYLE * len(running))
    small = sum(_begins_small(seen.words) for seen in running) > max(2.0, _STYLE * len(running))
    torn = sorted(damage.span.start for damage in open_marks)
    joined: set[int] = set()
    for at, seen in enumerate(blocks):
        after = _next(blocks, at)
        if after is not None and _is_split(seen, blocks[after], torn):
            joined.add(after)
            yield Damage(DamageKind.SPLIT, Span(_last_word(seen).start, _first_word(blocks[after]).end))
        elif _is_cut_at_end(seen, blocks[at + 1] if at + 1 < len(blocks) else None, stopless=stopless):
            yield Damage(DamageKind.CUT_AT_END, _last_word(seen))
        if at not in joined and not small and _is_cut_at_start(seen, blocks[at - 1] if at else None):
            yield Damage(DamageKind.CUT_AT_START, _first_word(seen))


def _next(blocks: Sequence[Seen], at: int) -> int | None:
    # Page numbers and other uncounted lines may stand between the halves of a sentence.
    for index in range(at + 1, min(at + 4, len(blocks))):
        seen = blocks[index]
        if seen.runs:
            return index
        if seen.block.kind is not BlockKind.PARAGRAPH:
            return None
    return None


def _is_ended(words: str) -> bool:
    bare = words.rstrip(_CLOSING)
    return not bare or bare[-1] in _ENDS or bool(_GOES_ON.search(bare))


def _begins_small(words: str) -> bool:
    return words.lstrip(_OPENING)[:1].islower()


def _is_text(seen: Seen) -> bool:
    return (seen.runs or seen.block.kind is BlockKind.LIST_ITEM) and not is_label(seen.words) and seen.words.count("|") < 2


def _is_split(seen: Seen, after: Seen, torn: Sequence[int]) -> bool:
    if not _is_text(seen) or _is_ended(seen.words) or is_label(after.words):
        return False
    span = seen.block.span
    if bisect_left(torn, span.start) < bisect_left(torn, span.end):
        return False  # what it leaves open is closed nowhere, so what comes next is not its end
    if _begins_small(after.words) and not _PARTICLE.match(after.words):
        return len(seen.words) > _SHORTEST_SPLIT or stops_short(seen.words)
    return len(seen.words) > _LONGEST_LABEL and stops_short(seen.words) and after.words[:1].isalpha()


def _is_cut_at_end(seen: Seen, after: Seen | None, *, stopless: bool) -> bool:
    words = seen.words.rstrip(_CLOSING)
    if not words.strip() or not _is_text(seen) or _is_ended(seen.words):
        return False
    follows = after is not None and after.block.kind in {BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE, BlockKind.TABLE_ROW}
    if follows and seen.block.kind is not BlockKind.LIST_ITEM:
        return False
    if words[-1] == ",":
        speaks = after is not None and after.words[:1] in {"“", "«", '"', "‘", "—", "–"}
        return seen.runs and len(words) > _SHORT and not speaks
    if words[-1] == "-" or stops_short(seen.words):
        return len(words) > _SHORT
    if not seen.runs:
        return False
    small = words.split()[-1][:1].islower()
    if small and _enumerates(words):
        return True
    many = len(words.split()) >= _FEWEST_WORDS
    return many and not stopless and small and not _is_titled(words)


def _enumerates(words: str) -> bool:
    """Tell whether a text ends amid an enumeration: "refugees, asylum" with no "and" before its last member."""
    found = _ENUMERATION.search(words[-120:])
    return bool(found) and len(words) > _SHORT and not _JOINS.search(found.group() if found else "")


def _is_titled(words: str) -> bool:
    """Tell whether most words of a line are capitalised, as a title's are."""
    letters = [word for word in words.split() if word[:1].isalpha() and len(word) > 3]
    return sum(word[0].isupper() for word in letters) > 0.5 * len(letters)


def _is_cut_at_start(seen: Seen, before: Seen | None) -> bool:
    words = seen.words
    if not seen.runs or len(words) < _SHORTEST_START or is_label(words):
        return False
    if words[0] in ",;)]" or (words[0] == "." and words[:3] != "..."):
        return True
    if not _begins_small(words) or _ENUMERATOR.match(words) or _PARTICLE.match(words):
        return False
    if before is None or before.block.kind is BlockKind.HEADING:
        return True
    end = before.words.rstrip(_CLOSING)
    if len(end) <= _LONGEST_LABEL and not _is_ended(end):
        return False
    return not (end[-1:] in {":", ";", ",", "…", "—", "–"} or _GOES_ON.search(end))


def _last_word(seen: Seen) -> Span:
    found = LAST_WORD.search(seen.words, max(0, len(seen.words) - _TAIL))
    return seen.back(*found.span()) if found else seen.back(len(seen.words) - 1, len(seen.words))


def _first_word(seen: Seen) -> Span:
    found = _FIRST_WORD.match(seen.words)
    return seen.back(*found.span()) if found else seen.back(0, 1)
