"""Blocks as a reading keeps them: kinds, numbers and heading paths, headings told from short lines where nothing marks them."""

import re
from collections.abc import Sequence

from briefing_app.domain.reading import Block, BlockKind
from briefing_app.reading.blocks import RawBlock
from briefing_app.reading.head import Head, is_label, is_page_number
from briefing_app.reading.smallwords import stops_short

_COUNTED = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE})
_LONGEST_HEADING = 90
_MOST_WORDS = 14
_ENDS = re.compile(r"[.,;:!…\"'“”’»)\]*^]$|^[\"'“‘«*(\[•–—-]")


def structured(raw: Sequence[RawBlock], words: Sequence[str], head: Head) -> tuple[Block, ...]:
    """Return the blocks numbered, with their paths. ``words`` are what a person sees of each.

    Paragraphs, list items and block quotes count from 1 after the head; page numbers do not. The title is in no path.
    """
    marked = any(block.kind is BlockKind.HEADING for block in raw)
    path: list[tuple[int, str]] = []
    number = 0
    blocks = []
    for at, one in enumerate(raw):
        kind, level = one.kind, one.level
        if at == head.title:
            kind, level = BlockKind.HEADING, one.level or 1
        elif not marked and at >= head.length and _heads(raw, words, at):
            kind, level = BlockKind.HEADING, 2
        counted = 0
        if kind is BlockKind.HEADING and at != head.title:
            path = [(above, heading) for above, heading in path if above < level]
        elif kind in _COUNTED and at >= head.length and not is_page_number(words[at]):
            number += 1
            counted = number
        blocks.append(Block(kind, one.span, level, counted, tuple(heading for _, heading in path), one.page, one.label))
        if kind is BlockKind.HEADING and at != head.title:
            path.append((level, words[at]))
    return tuple(blocks)


def _heads(raw: Sequence[RawBlock], words: Sequence[str], at: int) -> bool:
    """Tell whether an unmarked line is a heading: short, no sentence, and the text it heads comes right after."""
    line = words[at]
    if raw[at].kind is not BlockKind.PARAGRAPH or len(line) > _LONGEST_HEADING or len(line.split()) > _MOST_WORDS:
        return False
    if (
        not line
        or not (line[0].isupper() or line[0].isdigit())
        or _ENDS.search(line)
        or is_label(line)
        or stops_short(line)
        or at + 1 == len(raw)
    ):
        return False
    after = words[at + 1]
    if raw[at + 1].kind is BlockKind.LIST_ITEM:
        return True
    return raw[at + 1].kind is BlockKind.PARAGRAPH and len(after) > _LONGEST_HEADING and not after[0].islower()
