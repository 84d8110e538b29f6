"""Blocks of words: title band, panel, headings, running text, and asks under their addressees."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from briefing_app.domain.brand import Masthead, NumberShape
from briefing_app.domain.brand import Panel as PanelShape
from briefing_app.domain.briefing import Ask, AskGroup, Heading, Meta, Panel, Paragraph, SourceLine, TitleBand, plain
from briefing_app.export.pdf.desk import Desk, beside, marks_of
from briefing_app.export.pdf.geometry import AXIS, COLUMN, GUTTER, HALF_LINE, LIVE, MEASURE, column
from briefing_app.export.pdf.marks import Box, Mark, Rule
from briefing_app.export.pdf.setting import Manner, Setting, width_of
from briefing_app.export.pdf.slabs import Bookmark, Frame, Slab, Spot
from briefing_app.export.pdf.tagging.elements import Element
from briefing_app.export.pdf.words import Piece

TITLE_LETTERS = 60
TITLE_LINES = 2
PANEL_LINES = 3
PADDING = 12.5
LABEL = COLUMN + 2
"""Width of a label in the hang column."""
INSET = 10.0
"""Where a label begins inside a panel."""
FILLED = COLUMN + GUTTER - 12
"""How much of an outlined panel stands on the accent, behind its label."""
NUMBER = 36.0
"""How far left of the axis a number begins."""
LEAST_LINES = 3
"""Lines of a paragraph that stay together on either side of a page's end."""
ASK_AFTER, ASK_AFTER_ROOMY = 8.75, 13.75
GROUP_BEFORE, GROUP_BEFORE_ROOMY = 7.5, 15.0


def title_band(desk: Desk, block: TitleBand) -> Iterator[Slab]:
    """Yield the head of a first page, or of a sheet: kicker in the hang column, title, subtitle, labels and values in a row."""
    front = not desk.own_sheet or bool(block.kicker or block.meta)
    title = desk.set(block.title, "title" if front else "h1", MEASURE, Manner.BALANCED)
    letters = len(block.title)
    if front and (letters > TITLE_LETTERS or len(title.lines) > TITLE_LINES):
        desk.report("title-too-long", block.title, letters, TITLE_LETTERS)
    y = HALF_LINE if desk.scale.brand.shape.masthead is Masthead.BLOCK and not desk.own_sheet else 0.0
    marks: list[Mark] = [
        *beside(desk.set(block.kicker, "hang", LABEL), title, 0, y, desk.element("P")),
        *marks_of(title, AXIS, y, desk.element("H", level=1)),
    ]
    y += title.height + (5.0 if desk.own_sheet else HALF_LINE)
    if block.subtitle:
        subtitle = desk.set(block.subtitle, "lead", MEASURE - 20, Manner.RUNNING, colour="muted")
        marks += marks_of(subtitle, AXIS, y, desk.element("P"))
        y += subtitle.height + HALF_LINE
    meta, height = meta_row(desk, block.meta, y)
    after = 10.0 if block.meta else HALF_LINE
    yield Slab(y + height, (*marks, *meta), after=after, closed=True, bookmark=Bookmark(0, block.title) if desk.own_sheet else None)


def meta_row(desk: Desk, entries: tuple[Meta, ...], top: float) -> tuple[list[Mark], float]:
    """Return labels and values in a row of four over the text columns, and how high they stand."""
    marks: list[Mark] = []
    y = top
    for first in range(0, len(entries), 4):
        lowest = y
        for place, entry in enumerate(entries[first : first + 4], 1):
            label = desk.set(entry.label, "label", COLUMN)
            marks += marks_of(label, column(place), y, desk.element("P"))
            below = y + label.height
            # A little of the gutter may be taken, but nothing beyond the last column: there the margin is.
            room = COLUMN + (3 if place < 4 else 0)
            for line in entry.lines:
                value = desk.set(line, "meta", room)
                marks += marks_of(value, column(place), below, desk.element("P"))
                below += value.height
            lowest = max(lowest, below)
        y = lowest + (5.0 if first + 4 < len(entries) else 0.0)
    return marks, y - top


def panel(desk: Desk, block: Panel) -> Iterator[Slab]:
    """Yield a short text set off over the live width."""
    text = desk.set(desk.pieces(block.text, "lead"), "lead", MEASURE - 12, Manner.RUNNING)
    if len(text.lines) > PANEL_LINES:
        desk.report("panel-too-long", block.label or plain(block.text), len(text.lines), PANEL_LINES)
    filled = outlined(desk)
    label = desk.set(block.label, "hang", (FILLED if filled else AXIS) - INSET - 4, colour="on_accent" if filled else None)
    around = desk.element("Div")
    marks = (
        *beside(label, text, INSET, PADDING, desk.element("P", around)),
        *marks_of(text, AXIS, PADDING, desk.element("P", around)),
    )
    height = max(text.height, label.height) + 2 * PADDING
    yield Slab(height, marks, after=10.0, closed=True, snap=True, frame=panel_frame(desk, filled_label=True))


def outlined(desk: Desk) -> bool:
    """Tell whether the brand's panels are outlined rather than tinted."""
    return desk.scale.brand.shape.panel is PanelShape.OUTLINE


def panel_frame(desk: Desk, *, filled_label: bool, rule: bool = True) -> Frame:
    """Return what a panel stands on: a tint under a rule, or an outline whose label may stand on the accent."""

    def paint(height: float) -> tuple[Mark, ...]:
        if outlined(desk):
            filled = (Box(0, 0, FILLED, height, desk.colour("accent")),) if filled_label else ()
            # The line is drawn on either side of its edge: inside the live width all the same.
            line = 1.5 if filled_label else 0.75
            outline = Box(line / 2, line / 2, LIVE - line, height - line, desk.colour("accent"), outline=line)
            return (outline, *filled)
        ruled = (Rule(0, 0, LIVE, 1.5, desk.colour("accent")),) if rule else ()
        return (Box(0, 0, LIVE, height, desk.colour("tint")), *ruled)

    return Frame(paint)


def heading(desk: Desk, block: Heading) -> Iterator[Slab]:
    """Yield a heading; it stays with what follows."""
    if not block.text.strip():
        return
    role, before, after = {1: ("h1", 22.5, 7.5), 2: ("h2", 12.5, 2.5)}.get(block.level, ("h3", 10.0, 2.5))
    text = desk.set(block.text, role, MEASURE, Manner.BALANCED)
    tag = desk.element("H", level=block.level + 1)
    yield Slab(
        text.height, marks_of(text, AXIS, 0, tag), before, after, collapse=True, snap=block.level == 1, glue=True,
        spots=spot(block.placement, AXIS, text), bookmark=Bookmark(min(block.level, 2) - 1, block.text),
    )  # fmt: skip


def spot(placement: str | None, x: float, text: Setting, y: float = 0.0) -> tuple[Spot, ...]:
    """Return where a placement's words stand; nothing for words of no placement."""
    return (Spot(placement, x, y, MEASURE, text.height),) if placement and text.lines else ()


def paragraph(desk: Desk, block: Paragraph) -> Iterator[Slab]:
    """Yield running text, which may go on over the page with three lines on either side."""
    text = desk.set(desk.pieces(block.text, "body"), "body", MEASURE, Manner.RUNNING)
    yield from divisible(text, block.placement, desk.element("P"), after=HALF_LINE)


def divisible(text: Setting, placement: str, tag: Element, after: float, x: float = AXIS) -> Iterator[Slab]:
    """Yield a paragraph's lines in slabs: the first three, each of those between, the last three; whole when under six."""
    count = len(text.lines)
    cuts = [0, count] if count < 2 * LEAST_LINES else [0, *range(LEAST_LINES, count - LEAST_LINES + 1), count]
    for start, end in pairwise(cuts):
        part = replace(text, lines=text.lines[start:end])
        if part.lines:
            yield Slab(part.height, marks_of(part, x, 0, tag), after=after if end == count else 0.0, spots=spot(placement, x, part))


def ask_group(desk: Desk, block: AskGroup, *, roomy: bool = False) -> Iterator[Slab]:
    """Yield asks under their addressees' name, which stays with the first; asks are never split."""
    title = desk.set(block.title, "h2", MEASURE, Manner.BALANCED)
    label = desk.set(block.label, "label", LABEL)
    marks = (
        Rule(0, 0, LIVE, 0.75, desk.colour("ink")),
        *beside(label, title, 0, 5, desk.element("P")),
        *marks_of(title, AXIS, 5, desk.element("H", level=3)),
    )
    height = max(title.height, label.height) + 10
    before = GROUP_BEFORE_ROOMY if roomy else GROUP_BEFORE
    bookmark = Bookmark(1, block.title) if block.title.strip() else None
    yield Slab(height, marks, before, snap=True, glue=bool(block.asks), bookmark=bookmark)
    listed = desk.element("L", numbering="Decimal")
    for one in block.asks:
        yield _ask(desk, one, ASK_AFTER_ROOMY if roomy else ASK_AFTER, listed)


def _ask(desk: Desk, block: Ask, after: float, listed: Element) -> Slab:
    lead, rest = desk.pieces(block.lead, "body", strong=True), desk.pieces(block.rest, "body")
    between = (Piece(" ", desk.style("body")),) if plain(block.lead) and plain(block.rest) else ()
    text = desk.set((*lead, *between, *rest), "body", MEASURE, Manner.RUNNING)
    source = source_line(desk, block.source, block.placement)
    y = text.height + 1.25
    item = desk.element("LI", listed)
    number = hung_number(desk, block.number, text, tag=desk.element("Lbl", item))
    body = desk.element("LBody", item)
    marks = (*number, *marks_of(text, AXIS, 0, desk.element("P", body)), *marks_of(source, AXIS, y, desk.element("P", body)))
    height = y + source.height
    where = (Spot(block.placement, AXIS - NUMBER, 0, MEASURE + NUMBER, height),) if block.placement else ()
    return Slab(height, marks, after=after, spots=where)


def source_line(desk: Desk, source: SourceLine, where: str) -> Setting:
    """Return a source on one line, in the first form that fits; one that no form makes fit runs over and is reported."""
    for form in (source.text, *source.shorter):
        if width_of((Piece(form, desk.style("source")),)) <= MEASURE:
            return desk.set(form, "source", MEASURE)
    last = (source.text, *source.shorter)[-1]
    desk.report("source-line-too-long", where or last, width_of((Piece(last, desk.style("source")),)), MEASURE)
    return desk.set(last, "source", MEASURE)


def hung_number(desk: Desk, number: str, text: Setting, y: float = 0.0, *, tag: Element) -> tuple[Mark, ...]:
    """Return a number left of the axis, on the text's first baseline: plain, or on a chip of the accent."""
    if desk.scale.brand.shape.number is NumberShape.CHIP:
        label = desk.set(number, "chip", AXIS)
        if not label.lines:
            return ()
        width = max(26.0, label.width + 8)
        x = min(AXIS - NUMBER, AXIS - 10 - width)
        return (Box(x, y + 0.5, width, 14, desk.colour("accent")), *marks_of(label, x, y, tag, measure=width, align=0.5))
    label = desk.set(number, "number", AXIS - 10)
    return beside(label, text, min(AXIS - NUMBER, AXIS - 8 - label.width), y, tag)
