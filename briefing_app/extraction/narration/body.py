"""A text's body: the blocks that are no furniture, headline, signature or publisher's word about itself."""

import re

from briefing_app.domain.reading import Block, BlockKind, DamageKind
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.narration.boilerplate import (
    begins,
    ends_open,
    is_about,
    is_boilerplate,
    is_heading_like,
    is_headline,
    is_marked_title,
    is_salutation,
    is_self_description,
    is_signature,
)
from briefing_app.extraction.narration.notices import is_of_author, is_title
from briefing_app.extraction.text.bullets import is_bulleted
from briefing_app.extraction.text.near import Near
from briefing_app.extraction.text.plain import Plain

_SHORT = 3
"""A text of no more paragraphs has no foot that tells of its publisher."""
_LONG_HALF = 10
_CUT = frozenset({DamageKind.CUT_AT_END, DamageKind.CUT_AT_START, DamageKind.SPLIT})
_MARK = re.compile(r"[“”\"«»‘—]")


def text_blocks(near: Near, seen: Plain, blocks: tuple[Block, ...], table: CueTable) -> tuple[Block, ...]:
    """Return the blocks that are no furniture; what stands under "About us" is all furniture."""
    kept: list[Block] = []
    about = signed = headed = False
    for number, block in enumerate(blocks):
        if begins(seen.text, block, table.readers, whole=True):
            # What readers wrote, to the end.
            break
        if signed and is_signature(seen.text, block):
            continue
        signed = begins(seen.text, block, table.sign_offs)
        if signed:
            continue
        goes_on = bool(kept) and ends_open(seen.text, kept[-1])
        if number + 1 < len(blocks) and _is_first_half(seen.text, block, blocks[number + 1]):
            kept.append(block)
        elif _is_furniture(near, seen, block, table, goes_on=goes_on):
            headed = headed or not is_boilerplate(seen.text, block, table)
            heads = block.kind is BlockKind.HEADING or len(block.span.of(seen.text).split()) > 1
            about = is_about(seen.text, block, table) or (about and not heads)
        elif not kept and (
            is_title(seen.text, block, table) or (len(blocks) > _SHORT and _heads(near, seen, block, table, headed=headed))
        ):
            headed = True
        elif not about:
            kept.append(block)
    while len(kept) > _SHORT and _tells_of_maker(seen.text, stripped(seen.text, kept[-1].span), table):
        kept.pop()
    return tuple(kept)


def _is_first_half(plain: str, block: Block, following: Block) -> bool:
    # "The council has called for a new road, following", and below it "the floods of May.": lines, not a headline.
    half, rest = block.span.of(plain).split(), following.span.of(plain).strip()
    broken = half[-1][-1].islower() or half[-1].endswith(",") if half else False
    whole = rest[:1].islower() and not ends_open(plain, following) and following.kind is BlockKind.PARAGRAPH
    return len(half) >= _LONG_HALF and broken and whole and half[0][:1].isupper()


def _tells_of_maker(plain: str, span: Span, table: CueTable) -> bool:
    return is_self_description(plain, span, table) or is_of_author(plain, span, table)


def _heads(near: Near, seen: Plain, block: Block, table: CueTable, *, headed: bool) -> bool:
    # Below a headline, only a cry or a question is one more.
    if headed and not block.span.of(seen.text).rstrip().endswith(("!", "?")):
        return False
    cut = any(damage.kind in _CUT for damage in near.damage(seen.original(block.span)))
    return not cut and block.kind is BlockKind.PARAGRAPH and is_headline(seen.text, block, table)


def _is_furniture(near: Near, seen: Plain, block: Block, table: CueTable, *, goes_on: bool) -> bool:
    plain = seen.text
    cut = any(damage.kind in _CUT for damage in near.damage(seen.original(block.span)))
    if block.kind is BlockKind.LIST_ITEM or is_bulleted(plain, block):
        return is_boilerplate(plain, block, table) or (ends_open(plain, block) and near.is_link(seen.original(block.span)))
    marked = _MARK.search(block.span.of(plain)[:3]) and "{#" not in block.span.of(plain)
    heading = is_heading_like(plain, block, cut=cut, goes_on=goes_on) and (not marked or is_marked_title(plain, block))
    told = is_boilerplate(plain, block, table) or is_about(plain, block, table)
    return heading or told or is_salutation(plain, block, table)
