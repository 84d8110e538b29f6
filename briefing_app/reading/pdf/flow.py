"""Paragraphs that run on over columns and pages, joined into one; where it is not sure that they do, that is kept."""

import re
from collections.abc import Sequence

from briefing_app.domain.reading import BlockKind
from briefing_app.reading.pdf.marks import BULLET, DASH, NUMBER
from briefing_app.reading.pdf.paragraphs import Paragraph, first_word
from briefing_app.reading.pdf.style import Style
from briefing_app.reading.smallwords import stops_short

_ENDS = re.compile(r"[.!?:…][\"'”’»)\]]{0,3}(?:\d{1,3})?$")
_RUNS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_ASIDE = 6
"""Paragraphs (a table, a caption, a box) that may stand between the halves of one."""
_OPENING = "\"'“”‘’«»([¿¡"


def flowing(paragraphs: Sequence[Paragraph], style: Style) -> list[Paragraph]:
    """Return the paragraphs with those that a column's or page's end parts made one."""
    kept: list[Paragraph] = []
    indented = _are_indented(paragraphs)
    for one in paragraphs:
        before = _before(kept, one, style, indented=indented)
        if before is None:
            kept.append(one)
            continue
        if not _surely(before, one):
            before.unsure.append(len(before.lines))
        before.lines += one.lines
    return kept


def _are_indented(paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether the document's paragraphs begin with an indent, so that one without goes on from the column before."""
    long = [one for one in paragraphs if one.kind is BlockKind.PARAGRAPH and len(one.lines) > 1]
    return 2 * sum(_begins_new(one) for one in long) > len(long)


def _before(kept: Sequence[Paragraph], one: Paragraph, style: Style, *, indented: bool) -> Paragraph | None:
    if one.kind is not BlockKind.PARAGRAPH or not _could_go_on(one, style):
        return None
    for before in reversed(kept[-_ASIDE:]):
        if before.kind is BlockKind.HEADING and before.page == one.page:
            return None
        if before.kind in _RUNS and before.column.framed == one.column.framed:
            if before.column is one.column and before.page == one.page:
                return None  # one column's own breaks are known
            if _waits(before, one, style, indented=indented):
                return before
            alike = 0.95 < before.size / style.size < 1.05 or 0.95 < before.size / one.size < 1.05
            if alike and not before.column.table:
                return None
    return None


def _could_go_on(one: Paragraph, style: Style) -> bool:
    words = one.lines[0].piece.text
    return not (BULLET.match(words) or DASH.match(words) or NUMBER.match(words)) and one.size > 0.7 * style.size


def _waits(before: Paragraph, one: Paragraph, style: Style, *, indented: bool) -> bool:
    if not 0.95 < before.lines[-1].piece.size / one.size < 1.05 or before.lines[-1].piece.bold != one.lines[0].piece.bold:
        return False
    words = before.lines[-1].piece.text
    if _ENDS.search(words):
        # No sentence is parted; a full line says that the paragraph may go on, and an indent that it does not.
        return indented and len(before.lines) > 1 and _no_room(before, one) and _is_long(one) and not _begins_new(one)
    first = one.lines[0].piece.text.lstrip(_OPENING)[:1]
    if first.islower() or words.endswith("-"):
        return True
    if len(before.lines) < 2 and len(before.text) < 40:
        return False
    return stops_short(words) or (_is_full(before) and one.size > 0.88 * style.size and len(one.text) > 30)


def _is_full(before: Paragraph) -> bool:
    last = before.lines[-1].piece
    return before.column.right - last.right < 3.5 * last.size


def _no_room(before: Paragraph, one: Paragraph) -> bool:
    last = before.lines[-1].piece
    return before.column.right - last.right < first_word(one.lines[0].piece) + 0.2 * last.size


def _is_long(one: Paragraph) -> bool:
    first = one.lines[0].piece
    return len(one.lines) > 1 or first.width > 0.6 * (one.column.right - one.column.left)


def _begins_new(one: Paragraph) -> bool:
    first = one.lines[0].piece
    beside = one.lines[1].piece.left if len(one.lines) > 1 else one.column.left
    return first.left > beside + 0.8 * first.size


def _surely(before: Paragraph, one: Paragraph) -> bool:
    words = before.lines[-1].piece.text
    small = one.lines[0].piece.text.lstrip(_OPENING)[:1].islower()
    return small or words.endswith("-") or stops_short(words) or bool(_ENDS.search(words))
