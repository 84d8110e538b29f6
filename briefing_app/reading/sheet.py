"""The text of a marked-up file as it is set down block by block, with links, emphasis and calls of notes where they stand."""

import re
import unicodedata
from dataclasses import dataclass, replace

from briefing_app.domain.reading import BlockKind, Inline, InlineKind
from briefing_app.domain.span import Span
from briefing_app.reading.blocks import RawBlock

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Written:
    """A text with its blocks in order and the inlines of each: an empty line stands between blocks, and in none of them."""

    text: str
    blocks: tuple[RawBlock, ...]
    inlines: tuple[tuple[Inline, ...], ...]


@dataclass(slots=True)
class _Open:
    """An inline that waits to be closed; a block that ends meanwhile ends it, and the next one begins it again."""

    kind: InlineKind
    target: str | None
    start: int = 0
    idle: bool = False
    """The same is open already, so that this one says nothing."""


class Sheet:
    """Takes words and marks in reading order. A block without words leaves no trace; words are in Unicode NFC."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[RawBlock] = []
        self._inlines: list[tuple[Inline, ...]] = []
        self._words: list[str] = []
        """The pieces of the block being written, none of them empty."""
        self._size = 0
        self._block: RawBlock | None = None
        self._open: list[_Open] = []
        self._closed: list[Inline] = []

    @property
    def in_block(self) -> bool:
        """Whether a block has been begun and not ended."""
        return self._block is not None

    def begin(self, kind: BlockKind, level: int = 0, label: str = "", *, literal: bool = False) -> None:
        """Begin a block; one that is open ends. Of a ``literal`` one the text keeps how far it is indented."""
        self.end()
        self._block = RawBlock(kind, 0, 0, level, label=label, literal=literal)
        for waiting in self._open:
            waiting.start = 0

    def put(self, words: str, *, literal: bool = False) -> None:
        """Write words; runs of blanks and line feeds become one space, or stay as they are (``literal``).

        An empty line parts the block in two of its kind.
        """
        if not literal:
            words = _BLANKS.sub(" ", words)
            if not self._size or self._last() in " \n\t":
                words = words.removeprefix(" ")
            self._add(words)
            return
        for at, piece in enumerate(_EMPTY_LINES.split(words)):
            if at:
                self._part()
            self._add(piece)

    def line_break(self) -> None:
        """Go to a new line; the second one in a row begins a new block of the same kind."""
        if not self._size:
            return
        if self._tail().rstrip(" \t").endswith("\n"):
            self._part()
        else:
            self._add("\n")

    def cell(self) -> None:
        """Write the tab that parts the cells of a table's row."""
        self._add("\t")

    def call(self, sign: str, label: str) -> None:
        """Write the sign that calls the footnote with this label."""
        if sign:
            start = self._size
            self._add(sign)
            self._closed.append(Inline(InlineKind.NOTE, Span(start, self._size), Span(self._size, self._size), label))

    def open(self, kind: InlineKind, target: str | None = None) -> None:
        """Begin a link or emphasis."""
        again = any(one.kind is kind and one.target == target and not one.idle for one in self._open)
        self._open.append(_Open(kind, target, self._size, again))

    def close(self) -> None:
        """End the link or emphasis that was begun last."""
        last = self._open.pop()
        self._ended(last)

    def end(self) -> None:
        """End the block that is open, if any."""
        block, self._block = self._block, None
        for waiting in self._open:
            self._ended(waiting)
            waiting.start = 0
        words, closed = "".join(self._words), self._closed
        self._words, self._size, self._closed = [], 0, []
        keep = words.rstrip(" \t\n\r\f")
        lead = 0 if block and block.kind is BlockKind.TABLE_ROW else len(keep) - len(keep.lstrip(" \t\n\r\f"))
        if block is None or not keep.strip():
            return
        indent = lead - (keep.rfind("\n", 0, lead) + 1) if block.literal else 0
        start = self._length + (len(_BETWEEN) if self._blocks else 0) + indent
        self._parts.append(keep[lead - indent :])
        self._length = start + len(keep) - lead
        block.start, block.end = start, self._length
        moved = (_clipped(inline, start - lead, start, self._length) for inline in closed)
        self._blocks.append(block)
        kept = {inline for inline in moved if inline is not None}
        self._inlines.append(
            tuple(sorted(kept, key=lambda one: (one.span.start, -one.span.end, one.content.start, one.kind.value)))
        )

    def take(self, written: Written) -> None:
        """Write what was written elsewhere, block by block."""
        self.end()
        for block, own in zip(written.blocks, written.inlines, strict=True):
            start = self._length + (len(_BETWEEN) if self._blocks else 0)
            self._parts.append(block.span.of(written.text))
            self._length = start + len(block.span)
            by = start - block.start
            marks = [Span(mark.start + by, mark.end + by) for mark in block.marks]
            self._blocks.append(replace(block, start=start, end=self._length, marks=marks))
            moved = (_clipped(inline, by, start, self._length) for inline in own)
            self._inlines.append(tuple(inline for inline in moved if inline is not None))

    def written(self) -> Written:
        """End the last block and return all that was written."""
        self.end()
        return Written(_BETWEEN.join(self._parts), tuple(self._blocks), tuple(self._inlines))

    def _add(self, words: str) -> None:
        if not words:
            return
        if self._block is None:
            self.begin(BlockKind.PARAGRAPH)
        words = unicodedata.normalize("NFC", words)
        if self._words and not unicodedata.is_normalized("NFC", self._words[-1][-1:] + words[:1]):
            # An accent that stands in another element than its letter.
            last = self._words.pop()
            self._size -= len(last)
            words = unicodedata.normalize("NFC", last + words)
        self._words.append(words)
        self._size += len(words)

    def _last(self) -> str:
        return self._words[-1][-1]

    def _tail(self) -> str:
        return "".join(self._words[-3:])

    def _part(self) -> None:
        if self._size and self._block is not None:
            self.begin(self._block.kind, self._block.level, self._block.label, literal=self._block.literal)

    def _ended(self, waiting: _Open) -> None:
        if waiting.start < self._size and not waiting.idle:
            span = Span(waiting.start, self._size)
            self._closed.append(Inline(waiting.kind, span, span, waiting.target))


def _clipped(inline: Inline, by: int, start: int, end: int) -> Inline | None:
    """Return an inline moved ``by`` so many code points and held inside its block; None if nothing of it is left."""
    span = Span(*(min(max(place + by, start), end) for place in (inline.span.start, inline.span.end)))
    if not len(span):
        return None
    content = Span(*(min(max(place + by, start), end) for place in (inline.content.start, inline.content.end)))
    return replace(inline, span=span, content=content)
