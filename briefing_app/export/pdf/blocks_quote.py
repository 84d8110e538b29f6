"""Quotations: set apart by a bar or a block, the opening mark hung, the speaker beneath."""

from collections.abc import Iterator

from briefing_app.domain.brand import QuoteShape
from briefing_app.domain.briefing import Quotation, Text, plain
from briefing_app.export.pdf.blocks_text import LEAST_LINES
from briefing_app.export.pdf.desk import Desk, marks_of
from briefing_app.export.pdf.geometry import AXIS, HALF_LINE, MEASURE
from briefing_app.export.pdf.marks import Box, Mark, lowered
from briefing_app.export.pdf.setting import Manner, Setting, width_of
from briefing_app.export.pdf.slabs import Frame, Slab, Spot
from briefing_app.export.pdf.tagging.elements import Element
from briefing_app.export.pdf.words import Piece

PULL_LETTERS = 200
"""Up to so many characters a quotation is set as a pull quote."""
MEDIUM_LETTERS = 450
"""Up to so many it is set at medium size and never split."""
BAR = 2.5
BAR_LEFT = 14.0
"""How far left of the axis the bar stands."""
BLOCK_BAR = 4.0
_BESIDE_BAR = 1.0
"""Between the bar and a hung mark, at least."""
_OPENING = "“«‘‹\"'„"
_SPACES = "\u202f\u00a0 "


def quotation(desk: Desk, block: Quotation) -> Iterator[Slab]:
    """Yield a quotation: one slab, or for a long one a slab a paragraph, of which the last bears translation and speaker."""
    letters = sum(len(plain(text)) for text in block.paragraphs)
    role = "pull" if letters <= PULL_LETTERS else "lead" if letters <= MEDIUM_LETTERS else "body"
    in_block = desk.scale.brand.shape.quote is QuoteShape.BLOCK
    measure = MEASURE - (14 if in_block else 6)
    longest_hang = BAR_LEFT - (BLOCK_BAR if in_block else BAR) - _BESIDE_BAR
    paragraphs = [_paragraph(desk, text, role, measure, longest_hang) for text in block.paragraphs if plain(text).strip()]
    quote = desk.element("BlockQuote")
    under, under_height = _under(desk, block, measure, quote)
    frame = _frame(desk, in_block=in_block)
    groups = _groups(paragraphs) if letters > MEDIUM_LETTERS else [paragraphs]
    for place, group in enumerate(groups):
        last = place + 1 == len(groups)
        y = HALF_LINE if in_block and place == 0 else 0.0
        marks: list[Mark] = []
        for number, text in enumerate(group):
            y += 2.5 if number else 0.0
            marks += marks_of(text, AXIS, y, desk.element("P", quote, language=block.language))
            y += text.height
        if last:
            y += 5 if group and under else 0
            marks += [lowered(mark, y) for mark in under]
            y += under_height + (HALF_LINE if in_block else 0)
        yield Slab(
            y, tuple(marks), before=HALF_LINE if place == 0 else 2.5, after=15.0 if last else 0.0, snap=place == 0, frame=frame,
            spots=(Spot(block.placement, AXIS - BAR_LEFT, 0, MEASURE + BAR_LEFT, y),) if block.placement else (),
        )  # fmt: skip


def _paragraph(desk: Desk, text: Text, role: str, measure: float, longest_hang: float) -> Setting:
    words = plain(text)
    mark = words[:1] if words[:1] in _OPENING else ""
    if mark and words[1:2] in _SPACES:
        mark += words[1:2]
    hang = (
        min(longest_hang, width_of((Piece(mark + "x", desk.style(role)),)) - width_of((Piece("x", desk.style(role)),)))
        if mark
        else 0.0
    )
    return desk.set(desk.pieces(text, role), role, measure, Manner.RUNNING, hang=hang)


def _under(desk: Desk, block: Quotation, measure: float, quote: Element) -> tuple[tuple[Mark, ...], float]:
    """Return what stands beneath the words: the working translation, who spoke."""
    marks: list[Mark] = []
    y = 0.0
    if block.translation:
        label = (Piece(f"{block.translation_label} ", desk.style("speaker", colour="muted")),) if block.translation_label else ()
        text = desk.set((*label, Piece(block.translation, desk.style("speaker", colour="ink"))), "speaker", measure, Manner.RUNNING)
        marks += marks_of(text, AXIS, y, desk.element("P", quote))
        y += text.height + 5
    if block.speaker or block.role:
        name = (Piece(block.speaker, desk.style("speaker", strong=True, colour="ink")),) if block.speaker else ()
        comma = (Piece(", ", desk.style("speaker")),) if block.speaker and block.role else ()
        text = desk.set((*name, *comma, Piece(block.role, desk.style("speaker"))), "speaker", measure)
        marks += marks_of(text, AXIS, y, desk.element("P", quote))
        y += text.height
    return tuple(marks), y


def _groups(paragraphs: list[Setting]) -> list[list[Setting]]:
    """Return the paragraphs of a long quotation in groups of at least three lines, between which a page may end."""
    groups: list[list[Setting]] = []
    for text in paragraphs:
        if groups and sum(len(one.lines) for one in groups[-1]) < LEAST_LINES:
            groups[-1].append(text)
        else:
            groups.append([text])
    if len(groups) > 1 and sum(len(one.lines) for one in groups[-1]) < LEAST_LINES:
        last = groups.pop()
        groups[-1] += last
    return groups or [[]]


def _frame(desk: Desk, *, in_block: bool) -> Frame:
    def paint(height: float) -> tuple[Mark, ...]:
        accent = desk.colour("accent")
        if in_block:
            tint = Box(AXIS - BAR_LEFT, 0, MEASURE + BAR_LEFT, height, desk.colour("tint"))
            return (tint, Box(AXIS - BAR_LEFT, 0, BLOCK_BAR, height, accent))
        return (Box(AXIS - BAR_LEFT, 2, BAR, max(height - 3, 1), accent),)

    return Frame(paint)
