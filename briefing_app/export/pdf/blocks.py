"""Which block is measured by what: one table for briefings, one for the sheets of internal copies."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from briefing_app.domain.briefing import (
    AskGroup,
    Block,
    ContactPanel,
    Cover,
    FigureStrip,
    Heading,
    Matrix,
    Panel,
    Paragraph,
    Part,
    Picture,
    PrivateRemark,
    Questions,
    Quotation,
    Room,
    SheetBlock,
    SourceList,
    Table,
    TalkingPoints,
    TitleBand,
    WritingLines,
)
from briefing_app.export.pdf.blocks_annex import contact_panel, source_list
from briefing_app.export.pdf.blocks_cover import cover
from briefing_app.export.pdf.blocks_figures import figure_strip, picture
from briefing_app.export.pdf.blocks_quote import quotation
from briefing_app.export.pdf.blocks_sheet import private_remark, questions, room, talking_points, writing_lines
from briefing_app.export.pdf.blocks_tables import matrix, table
from briefing_app.export.pdf.blocks_text import ask_group, heading, panel, paragraph, title_band
from briefing_app.export.pdf.desk import Desk
from briefing_app.export.pdf.slabs import Slab

_MEASURED: dict[type, Callable[[Desk, Any], Iterator[Slab]]] = {
    Cover: cover,
    TitleBand: title_band,
    Panel: panel,
    Heading: heading,
    Quotation: quotation,
    Paragraph: paragraph,
    FigureStrip: figure_strip,
    Picture: picture,
    Matrix: matrix,
    SourceList: source_list,
    Table: table,
    ContactPanel: contact_panel,
    Room: room,
    TalkingPoints: talking_points,
    Questions: questions,
    WritingLines: writing_lines,
}


def slabs_of(desk: Desk, block: Block, *, roomy: bool = False) -> Iterator[Slab]:
    """Yield a block's slabs; ``roomy`` spreads asks."""
    if isinstance(block, AskGroup):
        yield from ask_group(desk, block, roomy=roomy)
    else:
        yield from _MEASURED[type(block)](desk, block)


def part_slabs(desk: Desk, part: Part, *, roomy: bool = False) -> Iterator[Slab]:
    """Yield a section's slabs."""
    for block in part.blocks:
        yield from slabs_of(desk, block, roomy=roomy)


def sheet_slabs(desk: Desk, blocks: Iterable[SheetBlock]) -> Iterator[Slab]:
    """Yield a sheet's slabs; private remarks in a row are told so."""
    before: SheetBlock | None = None
    for block in blocks:
        if isinstance(block, PrivateRemark):
            yield from private_remark(desk, block, follows_another=isinstance(before, PrivateRemark))
        else:
            yield from _MEASURED[type(block)](desk, block)
        before = block
