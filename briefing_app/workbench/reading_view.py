"""A document as it is read in the window: its paragraphs as a person sees them, with excerpts and damage at their places there."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.reading import Block, BlockKind, Damage, DamageKind, Reading, Shown
from briefing_app.domain.showing import Showing
from briefing_app.domain.span import Span


@dataclass(frozen=True, slots=True)
class SeenBlock:
    """A block as a person sees it, and where in the whole shown text it begins, in code points."""

    block: Block
    shown: Shown
    start: int

    @property
    def end(self) -> int:
        """Where in the whole shown text it ends."""
        return self.start + len(self.shown.text)


@dataclass(frozen=True, slots=True)
class SeenText:
    """A whole document as a person sees it: blocks in order, one newline between them.

    ``place`` and ``span`` turn places of the reading into places of ``text`` and back, in code points both.
    """

    reading: Reading
    blocks: tuple[SeenBlock, ...]
    text: str
    """A break within a block is a line separator here, so that a newline always ends a block."""

    def seen(self, span: Span) -> Span | None:
        """Return where a passage of the reading stands in ``text``; None when nothing of it is shown."""
        # Blocks stand in the order of the reading: those around the passage's edges are found without going through all.
        low = bisect_right(self.blocks, span.start, key=lambda each: each.block.span.end)
        high = bisect_left(self.blocks, span.end, key=lambda each: each.block.span.start)
        touched = [each for each in self.blocks[max(0, low - 1) : high] if each.block.span.meets(span)]
        if not touched:
            return None
        first, last = touched[0], touched[-1]
        start = first.start + first.shown.place_of(max(span.start, first.block.span.start))
        end = last.start + last.shown.place_of(min(span.end, last.block.span.end))
        return Span(start, end) if start < end else None

    def read(self, seen: Span) -> Span | None:
        """Return the passage of the reading that a stretch of ``text`` shows; None when it shows nothing but breaks."""
        low = bisect_right(self.blocks, seen.start, key=lambda each: each.end)
        high = bisect_left(self.blocks, seen.end, key=lambda each: each.start)
        touched = [each for each in self.blocks[low:high] if each.start < seen.end and seen.start < each.end]
        if not touched:
            return None
        return Span(self._read_place(touched[0], seen.start), self._read_end(touched[-1], seen.end))

    def block_at(self, place: int) -> SeenBlock | None:
        """Return the block that holds a place of ``text``; one at a break belongs to the block before it."""
        index = bisect_right(self.blocks, place, key=lambda each: each.start) - 1
        return self.blocks[index] if index >= 0 else None

    @staticmethod
    def _read_place(within: SeenBlock, place: int) -> int:
        at = max(0, place - within.start)
        return within.shown.origins[at] if at < len(within.shown.origins) else within.block.span.end

    def _read_end(self, within: SeenBlock, place: int) -> int:
        """Return where the text ends that is shown for the last code point before ``place``: a repair is shown for all it mends."""
        last = within.shown.origins[min(place, within.end) - within.start - 1]
        return next((each.span.end for each in self.reading.repairs if each.span.start == last and len(each.span)), last + 1)


_NOT_READ = frozenset({BlockKind.RULE})
_AT_ONCE = 300
"""Blocks that are worked out between two answers to a person."""


def seen_in_parts(reading: Reading) -> Iterator[SeenText | None]:
    """Yield None while a long document is being worked out, some hundred blocks at a time, and last the document as it is read.

    Blocks that show no words are left out, and rules.
    """
    blocks: list[SeenBlock] = []
    start = 0
    showing = Showing(reading)
    for number, block in enumerate(reading.blocks):
        if number and number % _AT_ONCE == 0:
            yield None
        shown = showing.of(block.span)
        if block.kind in _NOT_READ or not shown.text.strip():
            continue
        shown = Shown(shown.text.replace("\n", "\N{LINE SEPARATOR}"), shown.origins)
        blocks.append(SeenBlock(block, shown, start))
        start += len(shown.text) + 1
    yield SeenText(reading, tuple(blocks), "\n".join(each.shown.text for each in blocks))


@dataclass(frozen=True, slots=True)
class SeenMark:
    """An excerpt at its place in the shown text."""

    excerpt: Excerpt
    span: Span


def marks(text: SeenText, excerpts: Iterable[Excerpt], before: Iterable[SeenMark] = ()) -> tuple[SeenMark, ...]:
    """Return the excerpts of this reading at their places, in order; longer ones first where two begin together.

    What stands in the reading where it stood in ``before``, marks in the same text, is not looked for anew.
    """
    known = {each.excerpt.span: each for each in before}
    found = []
    for excerpt in excerpts:
        if excerpt.reading != text.reading.id:
            continue
        same = known.get(excerpt.span)
        if same:
            found.append(same if same.excerpt is excerpt else SeenMark(excerpt, same.span))
        elif span := text.seen(excerpt.span):
            found.append(SeenMark(excerpt, span))
    return tuple(sorted(found, key=lambda each: (each.span.start, -each.span.end)))


@dataclass(frozen=True, slots=True)
class SeenDamage:
    """Damage at its place in the shown text; something missing stands at the word next to it."""

    kind: DamageKind
    span: Span


def seen_damage(text: SeenText) -> tuple[SeenDamage, ...]:
    """Return the damage that can be pointed at, in order."""
    found = ((each, text.seen(_pointed(text.reading, each))) for each in sorted(text.reading.damage, key=lambda each: each.span))
    return tuple(SeenDamage(each.kind, span) for each, span in found if span)


def _pointed(reading: Reading, damage: Damage) -> Span:
    if len(damage.span):
        return damage.span
    text, place = reading.text, damage.span.start
    before = text[:place].rstrip()
    start = max(before.rfind(" "), before.rfind("\n")) + 1
    after = next((at for at in range(place, len(text)) if text[at].isspace() and text[place:at].strip()), len(text))
    block = reading.block_at(place) or reading.block_at(max(0, place - 1))
    if block is None:
        return damage.span
    # Missing at a block's start: its first word; else the word before the gap.
    return (
        Span(block.span.start, min(after, block.span.end))
        if place <= block.span.start
        else Span(max(start, block.span.start), place)
    )
