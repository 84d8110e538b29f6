"""Blocks that show: key figures side by side, pictures with caption and credit."""

from collections.abc import Iterator

from briefing_app.domain.briefing import FigureStrip, KeyFigure, Picture
from briefing_app.export.pdf.blocks_text import LABEL, source_line
from briefing_app.export.pdf.desk import Desk, beside, marks_of
from briefing_app.export.pdf.geometry import AXIS, COLUMN, GUTTER, LIVE, MEASURE
from briefing_app.export.pdf.marks import Image, Mark, Rule
from briefing_app.export.pdf.setting import width_of
from briefing_app.export.pdf.slabs import Slab, Spot
from briefing_app.export.pdf.words import Piece
from briefing_app.export.photographs import Refused

LABEL_LINES = 3
_ACROSS = 4


def figure_strip(desk: Desk, block: FigureStrip) -> Iterator[Slab]:
    """Yield key figures over the live width, as many side by side as their numbers leave room for, one source line under them."""
    across, width = _columns(desk, block.figures)
    marks: list[Mark] = [Rule(0, 0, LIVE, 1.5, desk.colour("accent"))]
    spots: list[Spot] = []
    listed = desk.element("L")
    y = 10.0
    for first in range(0, len(block.figures), across):
        row = block.figures[first : first + across]
        heights = []
        for place, one in enumerate(row):
            x = AXIS + place * (width + GUTTER)
            number = desk.set(one.number, "figure", width + GUTTER)
            label = desk.set(one.label, "figure_label", width)
            if len(label.lines) > LABEL_LINES:
                desk.report("figure-label-too-long", one.placement or one.label, len(label.lines), LABEL_LINES)
            if first == 0 and place == 0:
                marks += beside(desk.set(block.label, "hang", LABEL), number, 0, y, desk.element("P"))
            body = desk.element("LBody", desk.element("LI", listed))
            marks += marks_of(number, x, y, desk.element("P", body))
            marks += marks_of(label, x, y + number.height + 5, desk.element("P", body))
            heights.append(number.height + 5 + label.height)
            if one.placement:
                spots.append(Spot(one.placement, x, y, width, heights[-1]))
        y += max(heights) + (10.0 if first + across < len(block.figures) else 5.0)
    if not block.figures:
        marks += marks_of(desk.set(block.label, "hang", LABEL), 0, y, desk.element("P"))
        y += 20
    if block.source.text:
        source = source_line(desk, block.source, block.figures[0].placement if block.figures else "")
        marks += marks_of(source, AXIS, y, desk.element("P"))
        y += source.height
    marks.append(Rule(0, y + 5, LIVE, 0.5, desk.colour("line")))
    yield Slab(y + 5, tuple(marks), before=5.0, after=15.0, closed=True, snap=True, spots=tuple(spots))


def _columns(desk: Desk, figures: tuple[KeyFigure, ...]) -> tuple[int, float]:
    """Return how many figures stand side by side and how wide each is, so that the widest number stays on a line."""
    style = desk.style("figure")
    widest = max((width_of((Piece(figure.number, style),)) for figure in figures), default=0.0)
    across = next((count for count in (_ACROSS, 3, 2) if widest <= _width(count) + GUTTER - 4), 1)
    return across, COLUMN if across == _ACROSS else _width(across)


def _width(across: int) -> float:
    return (MEASURE - (across - 1) * GUTTER) / across


def picture(desk: Desk, block: Picture) -> Iterator[Slab]:
    """Yield a picture, fitted to the text measure, with caption and credit; one that does not open is reported and left out."""
    found = desk.pictures.get(block.media, Refused("image-broken"))
    around = desk.element("Div")
    caption = desk.element("Caption", around)
    marks: list[Mark] = []
    y = 0.0
    if isinstance(found, Refused):
        desk.report(found.code, block.placement or block.media, 0, 0)
    else:
        width, height = found.width, found.height
        said = block.alternative.strip() or block.caption.strip() or block.credit.strip()
        marks.append(Image(AXIS, 0, width, height, block.media, desk.element("Figure", around, alternative=said) if said else None))
        y = height + 5
    for words, colour in ((block.caption, "ink"), (block.credit, "muted")):
        text = desk.set(words, "source", MEASURE, colour=colour)
        marks += marks_of(text, AXIS, y, desk.element("P", caption))
        y += text.height
    if marks:
        spots = (Spot(block.placement, AXIS, 0, MEASURE, y),) if block.placement else ()
        yield Slab(y, tuple(marks), before=2.5, after=15.0, snap=True, spots=spots)
