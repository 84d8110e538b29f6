"""Order that extraction broke: the marks of a list by themselves, torn from their items, and items that count out of turn."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing_app.domain.reading import BlockKind, Damage, DamageKind
from briefing_app.domain.span import Span
from briefing_app.reading.seen import Seen

_MARK = re.compile(r"\(?(?P<value>\d{1,2}|[a-z])[.)]|[•▪◦●■]")
_MARKS = re.compile(rf"(?:{_MARK.pattern.replace('?P<value>', '?:')})(?:\s+(?:{_MARK.pattern.replace('?P<value>', '?:')}))*")
_OPENS = re.compile(r"(?P<mark>\(?(?P<value>\d{1,2})[.)])\s+(?=\S)")
_LISTED = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_FEWEST, _FEWEST_IN_LINE = 2, 3
"""Marks that make a torn list; two side by side in one line are as often a drawing's."""
_FEWEST_ITEMS = 4


@dataclass(frozen=True, slots=True)
class _Item:
    seen: Seen
    value: int
    form: str


def scrambled(blocks: Sequence[Seen], text: str) -> Iterator[Damage]:
    """Yield the marks of lists that stand without their items, and the items at which a list's numbers go back.

    ``text`` is the whole with its marks, which a person is not shown where an item has its own.
    """
    yield from _torn(blocks, text)
    yield from _out_of_turn(blocks, text)


def _torn(blocks: Sequence[Seen], text: str) -> Iterator[Damage]:
    run: list[str] = []
    start = end = 0
    for seen in [*blocks, None]:
        words = seen.block.span.of(text).strip() if seen is not None and seen.block.kind in _LISTED else ""
        if seen is not None and _MARKS.fullmatch(words):
            start, end = (start if run else seen.block.span.start), seen.block.span.end
            run.append(words)
            continue
        marks = [match for one in run for match in _MARK.finditer(one)]
        values = [_value(match["value"]) for match in marks if match["value"]]
        enough = len(marks) >= (_FEWEST if any("\n" in one for one in run) or len(run) > 1 else _FEWEST_IN_LINE)
        if enough and all(two == one + 1 for one, two in pairwise(values)):
            yield Damage(DamageKind.SCRAMBLED, Span(start, end))
        run = []


def _value(words: str) -> int:
    return int(words) if words.isdigit() else ord(words)


def _out_of_turn(blocks: Sequence[Seen], text: str) -> Iterator[Damage]:
    """Yield the items of lists whose numbers are all there, each once, in another order than they count."""
    for items in _lists(blocks, text):
        values = [item.value for item in items]
        if len(values) < _FEWEST_ITEMS or sorted(values) != list(range(1, len(values) + 1)):
            continue
        for before, item in pairwise(items):
            if item.value < before.value:
                yield Damage(DamageKind.SCRAMBLED, item.seen.block.span)


def _lists(blocks: Sequence[Seen], text: str) -> Iterator[list[_Item]]:
    """Yield the numbered paragraphs and items that follow one another."""
    items: list[_Item] = []
    for seen in blocks:
        found = _OPENS.match(text, seen.block.span.start, seen.block.span.end) if seen.block.kind in _LISTED else None
        item = _Item(seen, int(found["value"]), found["mark"].replace(found["value"], "1")) if found else None
        if items and (item is None or item.form != items[0].form):
            yield items
            items = []
        if item:
            items.append(item)
    yield items
