"""The reader of plain text and Markdown: bytes to a Reading with the file's text, untouched, and to what its card can say."""

from briefing_app.domain.reading import Inline, InlineKind, Reading
from briefing_app.domain.source import Card
from briefing_app.domain.span import Span
from briefing_app.errors import FileNotRead
from briefing_app.reading.blocks import RawBlock, blocks_of, is_markdown
from briefing_app.reading.card import completed
from briefing_app.reading.decoding import decoded, is_binary, plain_text
from briefing_app.reading.finishing import finished
from briefing_app.reading.front_matter import card_from, front_matter
from briefing_app.reading.inlines import inlines_of
from briefing_app.reading.repairs import repairs_of, with_bullets

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
    repairs = repairs_of(text)
    front, entries = front_matter(text)
    raw = blocks_of(with_bullets(text, repairs), front, markdown=markdown, strict=says_so)
    bare = Reading(f"{READER}:{file}", file, READER, text)
    notes = {block.label for block in raw if block.label}
    inlines = [[one for one in _inlines(text, block, markdown=markdown) if _is_known(one, notes)] for block in raw]
    reading, card = finished(bare, raw, inlines, repairs)
    return reading, completed(card_from(entries), card)


def _is_known(inline: Inline, notes: set[str]) -> bool:
    """Tell whether an inline is no call of a note, or calls one that is there."""
    return inline.kind is not InlineKind.NOTE or inline.target in notes


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
