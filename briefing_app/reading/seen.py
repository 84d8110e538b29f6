"""A block as a person sees it, with the way back to the code points of the reading: what all damage rules look at."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing_app.domain.reading import Block, BlockKind, Inline, InlineKind, Shown
from briefing_app.domain.span import Span

_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTE})


@dataclass(frozen=True, slots=True)
class Seen:
    """A block, its shown words with their origins, and its inlines."""

    block: Block
    shown: Shown
    inlines: tuple[Inline, ...]

    @property
    def words(self) -> str:
        """What a person sees of the block."""
        return self.shown.text

    @property
    def runs(self) -> bool:
        """Whether it is running text of the body: a counted paragraph or quotation, no heading, list item or title line."""
        return self.block.kind in _RUNNING and self.block.number > 0

    @property
    def is_code(self) -> bool:
        """Whether all of it is code, whose words follow no language's rules."""
        return any(one.kind is InlineKind.CODE and one.content.holds(self.block.span) for one in self.inlines)

    def back(self, start: int, end: int) -> Span:
        """Return the code points of the reading that the shown words from ``start`` up to ``end`` came from."""
        origins = self.shown.origins
        return Span(origins[start], origins[end - 1] + 1) if start < end else Span(origins[start], origins[start])


def written(blocks: Iterable[Seen]) -> Iterator[Seen]:
    """Yield the blocks that show any words of a language."""
    return (seen for seen in blocks if seen.words and not seen.is_code)
