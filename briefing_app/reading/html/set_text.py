"""Texts that stand in a page as they were typed, in ``<pre>`` alone: read by their lines, as files of plain text are."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from briefing_app.domain.reading import BlockKind, Inline, InlineKind
from briefing_app.domain.span import Span
from briefing_app.reading.blocks import RawBlock, blocks_of
from briefing_app.reading.lines import lines_of
from briefing_app.reading.set_pages import gaps_of
from briefing_app.reading.sheet import Written

_CODE = re.compile(r"[{}]|%[0-9A-F]{2}|</?\w|HTTP/\d|\\$|[=&]\w+[=&]|\+-{2,}|\w+\(.*[)/]$|\|\s.*\s\|", re.MULTILINE)
"""What stands in examples of protocols and in drawings made of signs."""
_NUMBER = re.compile(r"(?:[A-Z]|\d{1,2})\.(?:\d{1,2}\.)*")
_NO_HEADING = re.compile(r"\n|\S[ \t]{3,}\S|\.{4}|[.,;:\]]$|^[-*•o]\s")
"""Lines of two columns, of a table of contents, of a sentence, of a list."""
_LONGEST_HEADING = 90
_MIDDLE = 6
"""So much further in than the text stands a title set in the middle."""


def by_lines(written: Written) -> Written:
    """Return a page with what it holds of typed text in blocks by its lines: items of lists, and pages' heads and feet left out."""
    blocks: list[RawBlock] = []
    inlines: list[tuple[Inline, ...]] = []
    pairs = zip(written.blocks, written.inlines, strict=True)
    for literal, group in groupby(pairs, key=lambda pair: pair[0].literal):
        held = list(group)
        if not literal:
            blocks += [block for block, _ in held]
            inlines += [own for _, own in held]
            continue
        for block, own in _typed(written.text, held):
            blocks.append(block)
            inlines.append(own)
    return Written(written.text, tuple(blocks), tuple(inlines))


def _typed(text: str, held: Sequence[tuple[RawBlock, tuple[Inline, ...]]]) -> Iterator[tuple[RawBlock, tuple[Inline, ...]]]:
    # The blanks before its first words tell how far a line is indented.
    start = text.rfind("\n", 0, held[0][0].start) + 1
    stretch = text[start : held[-1][0].end]
    known = sorted((inline for _, own in held for inline in own), key=lambda inline: inline.span.start)
    scanned = blocks_of(stretch, markdown=False)
    body = _body(stretch)
    _head(stretch, scanned, body)
    at = 0
    for found in scanned:
        block = replace(
            found,
            start=found.start + start,
            end=found.end + start,
            marks=[Span(m.start + start, m.end + start) for m in found.marks],
        )
        while at < len(known) and known[at].span.end <= block.start:
            at += 1
        own = []
        for inline in known[at:]:
            if inline.span.start >= block.end:
                break
            clipped = _within(inline, block.span)
            if clipped and not any(mark.holds(clipped.span) for mark in block.marks):
                own.append(clipped)
        own += [Inline(InlineKind.MARKER, mark, Span(mark.end, mark.end)) for mark in block.marks]
        is_code = found.kind is BlockKind.PARAGRAPH and _indent(stretch, found) > body and _CODE.search(found.span.of(stretch))
        own += [Inline(InlineKind.CODE, block.span, block.span)] if is_code else []
        yield block, tuple(sorted(own, key=lambda one: (one.span.start, -one.span.end, one.content.start, one.kind.value)))


def _body(text: str) -> int:
    """Return how far most lines of a text are indented."""
    lines = lines_of(text)
    between = {at for gap in gaps_of(lines).values() for at in range(gap.first, gap.last)}
    counts = Counter(line.indent for at, line in enumerate(lines) if not line.blank and at not in between)
    return max(counts, key=lambda indent: counts[indent], default=0)


def _head(text: str, blocks: Sequence[RawBlock], body: int) -> None:
    """Make headings of the lines that stand out from an indented text, and of the title in the middle above them."""
    titled = False
    for block in blocks:
        words = block.span.of(text)
        if (
            block.kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
            or len(words) > _LONGEST_HEADING
            or _NO_HEADING.search(words)
        ):
            continue
        indent = _indent(text, block)
        if indent < body or (not titled and indent >= body + _MIDDLE):
            number = _NUMBER.match(words)
            block.level = 1 if not titled and indent > body else 1 + (number[0].count(".") if number else 1)
            block.kind, block.marks, titled = BlockKind.HEADING, [], True


def _indent(text: str, block: RawBlock) -> int:
    return block.start - text.rfind("\n", 0, block.start) - 1


def _within(inline: Inline, span: Span) -> Inline | None:
    start, end = max(inline.span.start, span.start), min(inline.span.end, span.end)
    if start >= end:
        return None
    content = Span(*(min(max(place, start), end) for place in (inline.content.start, inline.content.end)))
    return replace(inline, span=Span(start, end), content=content)
