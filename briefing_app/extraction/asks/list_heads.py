"""Headings of recommendations that stand in one paragraph with what they head, parted from it by a line alone."""

import re
from dataclasses import replace
from itertools import pairwise

from briefing_app.domain.reading import Block, BlockKind
from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.text.bullets import BULLET
from briefing_app.extraction.text.phrases import likely

_HEAD = re.compile(r"\s*[A-ZÀ-Þ¿¡][^\n.!?]{2,90}\n")
_LINE = re.compile(r"\n(?=\s*\S)")
_NEXT_ITEM = re.compile(r"\s*[A-ZÀ-Þ¿¡«“\"]")


def part_heads(plain: str, blocks: tuple[Block, ...], table: CueTable) -> tuple[Block, ...]:
    """Return the blocks, a heading of recommendations apart from its items: "Demandas:", "1. Abrir los pozos.", ..."""
    found: list[Block] = []
    for block in blocks:
        span = block.span
        head = _HEAD.match(plain, span.start, span.end) if block.kind is BlockKind.PARAGRAPH else None
        if not head or not plain[head.end() : span.end].strip() or not _heads(plain, Span(*head.span()), span.end, table):
            found.append(block)
            continue
        lines = [line.end() for line in _LINE.finditer(plain, head.end(), span.end)]
        starts = [place for place in lines if BULLET.match(plain, place, span.end) or _NEXT_ITEM.match(plain, place, span.end)]
        edges = [head.end(), *starts, span.end]
        found.append(replace(block, span=Span(span.start, head.end())))
        items = [Span(*pair) for pair in pairwise(edges)]
        found += [replace(block, span=item, kind=BlockKind.LIST_ITEM) for item in items]
    return tuple(found)


def _heads(plain: str, line: Span, end: int, table: CueTable) -> bool:
    words = line.of(plain)
    heading = any(pattern.before.search(words) for pattern in likely((table.recommendation_headings,), words))
    return heading and (words.rstrip().endswith(":") or BULLET.match(plain, line.end, end) is not None)
