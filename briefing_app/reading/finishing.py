"""From blocks and inlines to the finished reading and its card: numbers, paths, language and damage, the same for all formats."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from briefing_app.domain.reading import REJOINED, Block, BlockKind, Damage, DamageKind, Inline, Reading, Repair, Shown, shown_of
from briefing_app.domain.source import Card
from briefing_app.domain.span import Span, covered
from briefing_app.reading.blocks import RawBlock
from briefing_app.reading.card import card_of
from briefing_app.reading.damage.find import damage_of
from briefing_app.reading.head import head_of
from briefing_app.reading.language import language_of
from briefing_app.reading.seen import Seen
from briefing_app.reading.structure import structured


def finished(
    bare: Reading, raw: Sequence[RawBlock], inlines: Sequence[Sequence[Inline]], repairs: Sequence[Repair]
) -> tuple[Reading, Card]:
    """Return the reading with structure, language and damage, and what its words say for the card.

    ``bare`` has the text, and what the reader knows of pages; ``inlines`` are those of each block, in order.
    """
    kept = _outside_marks(repairs, inlines)
    views = [
        _packed(shown_of(bare.text, block.span, own, _within(kept, block.span))) for block, own in zip(raw, inlines, strict=True)
    ]
    words = [view.text for view in views]
    head = head_of([block.kind for block in raw], words)
    blocks = structured(raw, words, head)
    seen = [Seen(*parts) for parts in zip(blocks, views, map(tuple, inlines), strict=True)]
    damage = damage_of(seen, bare.text, repairs)
    reading = replace(
        bare,
        language=language_of("\n".join(words)),
        blocks=blocks,
        inlines=tuple(inline for own in inlines for inline in own),
        repairs=tuple(sorted((*kept, *_rejoined(bare.text, blocks, damage)), key=lambda repair: repair.span)),
        damage=damage,
    )
    return reading, card_of(reading, words, head)


def _rejoined(text: str, blocks: Sequence[Block], damage: Sequence[Damage]) -> list[Repair]:
    """Return the blank lines amid sentences as repairs: the two halves read on, wherever a passage spans them."""
    starts = [block.span.start for block in blocks]
    found = []
    for one in damage:
        at = bisect_right(starts, one.span.start) - 1
        if one.kind is not DamageKind.SPLIT or at < 0 or at + 1 == len(blocks):
            continue
        block, after = blocks[at], blocks[at + 1]
        gap = Span(block.span.end, after.span.start)
        kinds = block.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM} and after.kind is BlockKind.PARAGRAPH
        if kinds and one.span.holds(gap) and len(gap) and gap.of(text).isspace():
            found.append(Repair(gap, " ", REJOINED, certain=True))
    return found


def _packed(shown: Shown) -> Shown:
    """Return the same with its origins as machine numbers: a book's would fill hundreds of megabytes as objects."""
    return Shown(shown.text, cast("tuple[int, ...]", array("I", shown.origins)))  # it is looked up and cut alike


def _outside_marks(repairs: Sequence[Repair], inlines: Sequence[Sequence[Inline]]) -> tuple[Repair, ...]:
    """Return the repairs that are not wholly in what nobody reads: a mended bullet is a list's mark."""
    hidden = covered(mark for own in inlines for inline in own for mark in inline.marks())
    starts = [span.start for span in hidden]
    kept = []
    for repair in repairs:
        at = bisect_right(starts, repair.span.start) - 1
        if at < 0 or not hidden[at].holds(repair.span):
            kept.append(repair)
    return tuple(kept)


def _within(repairs: tuple[Repair, ...], span: Span) -> tuple[Repair, ...]:
    first = bisect_left(repairs, span.start, key=lambda repair: repair.span.start)
    last = bisect_left(repairs, span.end, key=lambda repair: repair.span.start)
    return repairs[first:last]
