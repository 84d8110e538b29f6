"""The cover of a long pack: a drawing, the title large, for whom and when, and what is in the pack with its pages."""

from collections.abc import Iterator
from dataclasses import replace

from briefing_app.domain.brand import CoverDrawing, Masthead
from briefing_app.domain.briefing import ContentsEntry, Cover
from briefing_app.export.pdf.blocks_text import LABEL, meta_row
from briefing_app.export.pdf.desk import Desk, beside, marks_of
from briefing_app.export.pdf.geometry import AXIS, HALF_LINE, LIVE, MEASURE, TOP, column
from briefing_app.export.pdf.marks import Mark, Rule, lowered
from briefing_app.export.pdf.setting import Manner
from briefing_app.export.pdf.slabs import Slab
from briefing_app.export.pdf.strokes import Strokes, drawn
from briefing_app.export.pdf.tagging.elements import Element
from briefing_app.export.pdf.words import Piece, clean

DRAWING = 228.0
TITLE_TOP = 330.0
CONTENTS = 120.0
"""How far above the body's end the contents begin, at least."""
TITLE_LINES = 5
_MASTHEAD_END = {Masthead.RULE: 66.75, Masthead.BLOCK: 69.5}
_BLOCK_END, _ARCS_END = 500.0, 292.0
_SPREAD = 12.0
"""How far a block stands out on either side of the live width."""
_ABOVE_CONTENTS = 30.0
MOST_RAISED = 132.0
"""How much of the drawing may be given up so that the contents stand on the cover."""
_BETWEEN = 2.5
"""Between two lines of the contents."""
_BETWEEN_WORDS = 14.0
"""Between a section's title and what it is about, at least."""
_TITLE_AT = 20.0
"""Where a section's title stands, from where its page does."""


def cover(desk: Desk, block: Cover) -> Iterator[Slab]:
    """Yield the front and the contents, a slab a section; contents that do not fit under the title have pages of their own."""
    words, words_end, end = _front(desk, block)
    listed = desk.element("TOC")
    lines = [_entry(desk, block, entry, listed) for entry in block.contents]
    height = HALF_LINE + sum(line.height for line in lines)
    # A drawing that is less high leaves room for a long title or many sections; one that is too little for that stays as it is.
    wanted = max(end + _ABOVE_CONTENTS + height - desk.bottom, 0.0)
    raised = wanted if lines and wanted <= MOST_RAISED else 0.0
    end -= raised
    top = max(end + _ABOVE_CONTENTS, min(desk.bottom - CONTENTS, desk.bottom - height))
    fits = top + height <= desk.bottom + 0.01
    marks = (_drawing(desk, words_end - raised, raised), *(lowered(mark, -raised) for mark in words))
    yield Slab(
        (top if fits and lines else end) - TOP, tuple(lowered(mark, -TOP) for mark in marks), glue=fits and bool(lines), front=True
    )
    if not lines:
        return
    label = desk.set(block.label, "label", LABEL)
    rule = Rule(0, 0, LIVE, 0.75, desk.colour("ink"))
    first = lines[0]
    head = (rule, *marks_of(label, 0, HALF_LINE + 1.25, desk.element("P")), *(lowered(mark, HALF_LINE) for mark in first.marks))
    lines = [replace(line, front=True) for line in lines]
    yield replace(lines[0], height=first.height + HALF_LINE, marks=head, new_page=not fits, glue=len(lines) > 1)
    yield from lines[1:]


def anchors(block: Cover) -> dict[str, str]:
    """Return what the contents lead to, by section: a name for each section whose title can be printed."""
    titled = (entry.section for entry in block.contents if clean(entry.title).strip())
    return {section: f"section-{number}" for number, section in enumerate(titled, 1)}


def _entry(desk: Desk, block: Cover, entry: ContentsEntry, listed: Element) -> Slab:
    """Return a line of the contents: page, title, what it is about."""
    anchor = anchors(block).get(entry.section)
    named = Piece(entry.title, desk.style("contents_title"), target=f"#{anchor}" if anchor else None)
    page = desk.set(desk.pages.get(entry.section, ""), "contents_page", _TITLE_AT)
    widest = max(desk.set(each.title, "contents_title", MEASURE).width for each in block.contents)
    about_at = min(max(column(2) + _TITLE_AT, AXIS + _TITLE_AT + widest + _BETWEEN_WORDS), column(3))
    title = desk.set((named,), "contents_title", about_at - AXIS - _TITLE_AT - 12)
    about = desk.set(entry.about, "contents", LIVE - about_at)
    item = desk.element("TOCI", listed)
    marks = tuple(
        mark
        for text, x in ((page, AXIS), (title, AXIS + _TITLE_AT), (about, about_at))
        for mark in marks_of(text, x, 0, desk.element("P", item))
    )
    return Slab(max(title.height, about.height, page.height) + _BETWEEN, marks)


def _front(desk: Desk, block: Cover) -> tuple[list[Mark], float, float]:
    """Return the words above the contents, points from the page's top, where title and subtitle end, and where all of it does."""
    brand = desk.scale.brand
    arcs = brand.shape.cover is CoverDrawing.ARCS
    colour = "on_accent" if arcs else None
    title = desk.set(block.title, "cover", MEASURE, Manner.BALANCED, colour=colour)
    if len(title.lines) > TITLE_LINES:
        desk.report("title-too-long", block.title, len(title.lines), TITLE_LINES)
    subtitle = desk.set(block.subtitle, "lead", MEASURE - 20, Manner.RUNNING, colour=colour or "muted")
    height = title.height + (10 + subtitle.height if subtitle.lines else 0)
    y = max(_ARCS_END + HALF_LINE, _BLOCK_END - 30 - height) if arcs else TITLE_TOP
    words_end = y + height
    marks: list[Mark] = [*beside(desk.set(block.kicker, "hang", LABEL, colour=colour), title, 0, y, desk.element("P"))]
    marks += marks_of(title, AXIS, y, desk.element("H", level=1))
    y += title.height
    if subtitle.lines:
        marks += marks_of(subtitle, AXIS, y + 10, desk.element("P"))
        y += 10 + subtitle.height
    y += 55 if arcs else 20
    meta, meta_height = meta_row(desk, block.meta, y)
    return [*marks, *meta], words_end, y + meta_height


def _drawing(desk: Desk, words_end: float, raised: float) -> Strokes:
    brand = desk.scale.brand
    top = _MASTHEAD_END[brand.shape.masthead]
    beyond = _SPREAD if brand.shape.masthead is Masthead.BLOCK else 0.0
    if brand.shape.cover is CoverDrawing.ARCS:
        end = max(_BLOCK_END - raised, words_end + 30)
        return drawn(brand.shape.cover, brand.colour, (-beyond, top, LIVE + 2 * beyond, end - top), end - _ARCS_END + raised)
    return drawn(brand.shape.cover, brand.colour, (-beyond, top, LIVE + 2 * beyond, DRAWING - raised), 0.0)
