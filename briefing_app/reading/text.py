"""The reader of plain text and Markdown: bytes to a Reading with the file's text, untouched, and to what its card can say."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from briefing_app.domain.reading import Inline, InlineKind, Reading, Repair, shown_with_origins
from briefing_app.domain.source import Card
from briefing_app.domain.span import Span, covered
from briefing_app.errors import FileNotRead
from briefing_app.reading.blocks import RawBlock, blocks_of, is_markdown
from briefing_app.reading.card import card_of, completed
from briefing_app.reading.damage.find import damage_of
from briefing_app.reading.decoding import decoded, is_binary, plain_text
from briefing_app.reading.front_matter import card_from, front_matter
from briefing_app.reading.head import head_of
from briefing_app.reading.inlines import inlines_of
from briefing_app.reading.language import language_of
from briefing_app.reading.repairs import repairs_of, with_bullets
from briefing_app.reading.seen import Seen
from briefing_app.reading.structure import structured

READER = "text-1"


def read_text(
    data: bytes,
    name: str,
    file: str,
    *,
    password: str | None = None,  # noqa: ARG001 - every reader is called alike, and a text has no lock
) -> tuple[Reading, Card]:
    """Read a ``.txt`` or ``.md`` file; plain text that holds Markdown is read as such. FileNotRead when it is no text."""
    try:
        text = decoded(data)
    except UnicodeDecodeError as error:
        raise FileNotRead("file-binary", path=name) from error
    if is_binary(data, text):
        raise FileNotRead("file-binary", path=name)
    text = plain_text(text)
    if not text.strip():
        raise FileNotRead("file-empty", path=name)
    says_so = name.lower().endswith((".md", ".markdown"))
    markdown = says_so or is_markdown(text)
    raw = blocks_of(text, markdown=markdown, strict=says_so)
    repairs = repairs_of(text)
    front, entries = front_matter(text)
    raw = blocks_of(with_bullets(text, repairs), front, markdown=markdown, strict=says_so)
    bare = Reading(f"{READER}:{file}", file, READER, text)
    inlines = [_inlines(text, block, markdown=markdown) for block in raw]
    found, repairs = repairs, _outside_marks(repairs, inlines)
    views = [
        shown_with_origins(replace(bare, inlines=tuple(own), repairs=_within(repairs, block.span)), block.span)
        for block, own in zip(raw, inlines, strict=True)
    ]
    words = [view.text for view in views]
    head = head_of([block.kind for block in raw], words)
    blocks = structured(raw, words, head)
    seen = [Seen(*parts) for parts in zip(blocks, views, map(tuple, inlines), strict=True)]
    reading = replace(
        bare,
        language=language_of("\n".join(words)),
        blocks=blocks,
        inlines=tuple(inline for own in inlines for inline in own),
        repairs=repairs,
        damage=damage_of(seen, text, found),
    )
    return reading, completed(card_from(entries), card_of(reading, words, head))


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


def _inlines(text: str, block: RawBlock, *, markdown: bool) -> list[Inline]:
    marks = [Inline(InlineKind.MARKER, mark, Span(mark.end, mark.end)) for mark in block.marks]
    if block.literal:
        return marks
    words = block.span.of(text)
    for mark in block.marks:
        # Marks of the block are no words of its sentences, yet places must not move.
        words = words[: mark.start - block.start] + " " * len(mark) + words[mark.end - block.start :]
    found = inlines_of(words, block.start, markdown=markdown)
    return sorted([*marks, *found], key=lambda inline: (inline.span.start, -inline.span.end, inline.content.start))
