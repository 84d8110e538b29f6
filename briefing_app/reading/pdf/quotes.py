"""Block quotations: paragraphs set in from both sides of the text around them."""

from collections.abc import Sequence

from briefing_app.domain.reading import BlockKind
from briefing_app.reading.pdf.marks import BULLET, DASH, NUMBER
from briefing_app.reading.pdf.paragraphs import Paragraph
from briefing_app.reading.pdf.style import Style

_IN = 1.2
"""Ems that it stands in from either side at least."""
_DEEPEST = 9.0
_FEWEST_LETTERS = 60
_EVEN = 2.0
_REACH = 4
"""Paragraphs that one quotation may have before the last one looked at."""
_OPENING = frozenset('“«"‘')


def mark_quotes(paragraphs: Sequence[Paragraph], style: Style) -> None:
    """Make block quotations of paragraphs set in from both edges of the text before them, or after where a mark opens them.

    What is set in right below a heading is an abstract as often.
    """
    for at, one in enumerate(paragraphs):
        if one.kind is BlockKind.PARAGRAPH and one.tag and one.tag.quoted and not one.tag.tabled:
            one.kind = BlockKind.BLOCK_QUOTE
            continue
        if not _runs(one, style):
            continue
        first = one.lines[0].piece.text[:1] in _OPENING
        above = paragraphs[max(0, at - _REACH) : at][::-1]
        before = next((other for other in above if other.kind is not BlockKind.BLOCK_QUOTE), None)
        around = [other for other in (before, paragraphs[at + 1] if first and at + 1 < len(paragraphs) else None) if other]
        if (
            len(one.lines) > 1
            and len(one.text) >= _FEWEST_LETTERS
            and _is_even(one)
            and any(_runs(other, style) and _stands_in(one, other) for other in around)
        ):
            one.kind = BlockKind.BLOCK_QUOTE


def _runs(one: Paragraph, style: Style) -> bool:
    words = one.lines[0].piece.text
    return (
        one.kind in {BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTE}
        and not (one.column.framed or one.column.sideways or one.column.table)
        and 0.8 < one.size / style.size < 1.12
        and not (BULLET.match(words) or DASH.match(words) or NUMBER.match(words))
    )


def _is_even(one: Paragraph) -> bool:
    lefts = [line.piece.left for line in one.lines]
    return max(lefts) - min(lefts) < _EVEN


def _stands_in(one: Paragraph, other: Paragraph) -> bool:
    if other.page != one.page or other.kind is BlockKind.BLOCK_QUOTE or len(other.lines) < 2:
        return False
    size = one.size
    left = min(line.piece.left for line in other.lines if line.page == one.page)
    right = max(line.piece.right for line in other.lines if line.page == one.page)
    own_left, own_right = one.lines[0].piece.left, max(line.piece.right for line in one.lines)
    return _IN * size < own_left - left < _DEEPEST * size and _IN * size < right - own_right < 2 * _DEEPEST * size
