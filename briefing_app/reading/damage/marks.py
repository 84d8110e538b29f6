"""Brackets and quotation marks that never close, or close what was never opened.

A quotation over several paragraphs opens each with a mark and closes only the last (some open only the first): that is
style. What nothing closes is damage.
"""

import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing_app.domain.reading import BlockKind, Damage, DamageKind
from briefing_app.reading.seen import Seen

_PAIRS = {")": "(", "]": "["}
_OPENERS = {"“": '"', "«": "«", '"': '"'}
_CLOSERS = {"”": '"', "»": "«"}
_QUOTATION_MARK = re.compile('[“”«»"]')
_BRACKET = re.compile(r"[()\[\]]")
_WAYS = {"“": True, "«": True, "”": False, "»": False}
"""Whether a mark opens, for those whose form tells."""
_ENUMERATES = re.compile(r"(?:^|[\s;,:.])(?:\d{1,3}|[A-Za-z]|[ivxIVX]{2,5})$")
_BRACKET_REACH = 2
"""Paragraphs further down in which a bracket may still close."""
_REACH = 8
"""Paragraphs a quotation may run over, without a mark to open them, until it closes."""


@dataclass(slots=True)
class _Open:
    """A mark that waits to be closed: its family, its block and its place there."""

    family: str
    block: int
    place: int


@dataclass(frozen=True, slots=True)
class _Mark:
    family: str
    place: int
    opens: bool
    sure: bool
    """Whether form and place agree on that."""
    closes_word: bool


def unbalanced(blocks: Sequence[Seen]) -> list[Damage]:
    """Return one damage for each bracket or quotation mark without its other half: the mark itself."""
    return [*_brackets(blocks), *_quotations(blocks), *_single(blocks), *_unopened(blocks)]


def _brackets(blocks: Sequence[Seen]) -> Iterator[Damage]:
    waiting: deque[_Open] = deque()
    many = Counter[str]()
    for at, seen in enumerate(blocks):
        while waiting and at - waiting[0].block > _BRACKET_REACH:
            many[waiting[0].family] -= 1
            yield _damage(blocks, waiting.popleft())
        for match in _BRACKET.finditer(seen.words):
            place, sign = match.start(), match.group()
            if sign in "([":
                waiting.append(_Open(sign, at, place))
                many[sign] += 1
            elif (family := _PAIRS.get(sign)) and many[family]:
                while (last := waiting.pop()).family != family:
                    many[last.family] -= 1
                    yield _damage(blocks, last)
                many[family] -= 1
            elif family and not (sign == ")" and _ENUMERATES.search(seen.words[max(0, place - 6) : place])):
                yield _damage(blocks, _Open(sign, at, place))
    yield from (_damage(blocks, one) for one in waiting)


def _quotations(blocks: Sequence[Seen]) -> Iterator[Damage]:
    waiting: list[_Open] = []
    for at, seen in enumerate(blocks):
        marks = list(_marks(seen.words))
        if waiting and not _goes_on(blocks, waiting[-1], at, marks):
            yield _damage(blocks, waiting[0])
            waiting = []
        if waiting and marks and marks[0].place == 0:
            # The mark that a further paragraph of the same quotation opens with.
            waiting = [_Open(marks.pop(0).family, at, 0)]
        yield from (_damage(blocks, _Open(mark.family, at, mark.place)) for mark in _paired(seen.words, at, marks, waiting))
        ends = bool(marks) and not marks[-1].opens and len(seen.words) - marks[-1].place <= 2
        if ends and len(waiting) == 1 and waiting[0].block == at:
            # One closing mark may end an inner and an outer quotation at once.
            waiting = []
    if waiting:
        yield _damage(blocks, waiting[0])


def _paired(words: str, at: int, marks: Sequence[_Mark], waiting: list[_Open]) -> Iterator[_Mark]:
    """Pair the marks of one block, leaving in ``waiting`` what stays open, and yield those that close nothing."""
    for mark in marks:
        is_open = any(one.family == mark.family for one in waiting)
        if mark.opens if mark.sure else not is_open and not mark.closes_word:
            waiting.append(_Open(mark.family, at, mark.place))
        elif is_open:
            while waiting.pop().family != mark.family:
                pass
        elif not (words[mark.place] == '"' and words[mark.place - 1 : mark.place].isdigit()):  # inches
            yield mark


def _goes_on(blocks: Sequence[Seen], before: _Open, at: int, marks: list[_Mark]) -> bool:
    """Tell whether the quotation still open goes on in block ``at``: it opens with a mark, or something below closes it."""
    if marks and marks[0].place == 0:
        return marks[0].family == before.family
    for seen in blocks[at : at + _REACH]:
        if seen.block.kind is BlockKind.HEADING:
            return False
        first = next((mark for mark in _marks(seen.words) if mark.family == before.family), None)
        if first:
            return not first.opens or (first.place == 0 and seen is not blocks[at])
    return False


def _marks(words: str) -> Iterator[_Mark]:
    for match in _QUOTATION_MARK.finditer(words):
        place, sign = match.start(), match.group()
        family = _OPENERS.get(sign) or _CLOSERS[sign]
        before, after = words[place - 1 : place], words[place + 1 : place + 2]
        could_open = bool(after) and not after.isspace() and (not before or before.isspace() or before in "([—–-‘'«“¿¡")
        could_close = bool(before) and not before.isspace() and (not after or after.isspace() or after in ".,;:!?)]—–’'»”")
        wrong_way = sign in "“”" and (could_close if _WAYS[sign] else could_open)
        if sign in _WAYS and not wrong_way:
            yield _Mark(family, place, opens=_WAYS[sign], sure=True, closes_word=False)
        else:
            # A straight mark, or a curly one the wrong way round: what stands beside it tells, else what is open.
            yield _Mark(family, place, opens=could_open, sure=sign == '"' and could_open != could_close, closes_word=could_close)


def _single(blocks: Sequence[Seen]) -> Iterator[Damage]:
    """Yield opening single marks that no mark of any kind could close: apostrophes look like closing ones."""
    for at, seen in enumerate(blocks):
        words = seen.words
        place = words.rfind("‘")
        if place < 0 or words[place - 1 : place].isalpha() or words[place + 1 : place + 2].isdigit():
            continue
        below = blocks[at + 1].words if at + 1 < len(blocks) else ""
        if not re.search("[’']", words[place:]) and not re.search("^‘|[’'](?!\\w)", below):
            yield _damage(blocks, _Open("‘", at, place))


_SAID = re.compile(r"\w[.,!?]?['’],?\s+(?:said|says|added|adds|told|he|she|they|(?:Mr|Mrs|Ms|Dr)\b[^,.]{1,40}\bsaid)\b")
_SINGLE_OPENS = re.compile(r"(?:^|[\s(\"“])['‘](?=\w)")


def _unopened(blocks: Sequence[Seen]) -> Iterator[Damage]:
    """Yield single marks that close direct speech, as the verb after them shows, where nothing opened it."""
    for at, seen in enumerate(blocks):
        said = _SAID.search(seen.words) if "'" in seen.words or "’" in seen.words else None
        if not said or _SINGLE_OPENS.search(seen.words, 0, said.start()) or said.group()[1] not in ".,!?'’":
            continue
        above = blocks[at - 1].words if at else ""
        if not above.startswith(("'", "‘")):
            yield _damage(blocks, _Open("’", at, seen.words.index(next(s for s in said.group() if s in "'’"), said.start())))


def _damage(blocks: Sequence[Seen], mark: _Open) -> Damage:
    return Damage(DamageKind.UNBALANCED, blocks[mark.block].back(mark.place, mark.place + 1))
