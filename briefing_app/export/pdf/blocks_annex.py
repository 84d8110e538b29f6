"""Blocks of the annex: the list of sources, the contact panel at the foot of its page."""

from collections.abc import Iterator

from briefing_app.domain.audience import in_words
from briefing_app.domain.briefing import ContactPanel, SourceEntry, SourceList
from briefing_app.export.pdf.blocks_text import INSET, PADDING, hung_number, panel_frame
from briefing_app.export.pdf.desk import Desk, beside, marks_of
from briefing_app.export.pdf.geometry import AXIS, COLUMN, GUTTER, LIVE, MEASURE, column
from briefing_app.export.pdf.marks import Mark
from briefing_app.export.pdf.setting import Manner
from briefing_app.export.pdf.slabs import Slab
from briefing_app.export.pdf.tagging.elements import Element
from briefing_app.export.pdf.words import Piece, linked

_STOPS = ".!?…"


def source_list(desk: Desk, block: SourceList) -> Iterator[Slab]:
    """Yield the sources, a slab each."""
    listed = desk.element("L", numbering="Decimal")
    for entry in block.entries:
        yield _entry(desk, entry, listed)


def _entry(desk: Desk, entry: SourceEntry, listed: Element) -> Slab:
    stop = "" if not entry.publisher or entry.publisher[-1] in _STOPS else "."
    publisher = (Piece(entry.publisher + stop, desk.style("body", strong=True)),) if entry.publisher else ()
    between = (Piece(" ", desk.style("body")),) if entry.publisher and entry.description else ()
    text = desk.set((*publisher, *between, Piece(entry.description, desk.style("body"))), "body", MEASURE, Manner.RUNNING)
    item = desk.element("LI", listed)
    number = hung_number(desk, entry.number, text, tag=desk.element("Lbl", item))
    body = desk.element("LBody", item)
    marks: list[Mark] = [*number, *marks_of(text, AXIS, 0, desk.element("P", body))]
    y = text.height + 1.25
    for detail in entry.details:
        line = desk.set(linked(detail, desk.style("source")), "source", MEASURE)
        marks += marks_of(line, AXIS, y, desk.element("P", body))
        y += line.height
    return Slab(y, tuple(marks), after=8.75, snap=True)


def contact_panel(desk: Desk, block: ContactPanel) -> Iterator[Slab]:
    """Yield the brand's address and boilerplate in a panel at the foot of the page."""
    contact = desk.scale.brand.contact
    team = desk.set(contact.team, "cell", 2 * COLUMN, strong=True)
    label = desk.set(block.label, "hang", AXIS - INSET - 4, colour="accent")
    around = desk.element("Div")
    marks: list[Mark] = [
        *beside(label, team, INSET, PADDING, desk.element("P", around)),
        *marks_of(team, AXIS, PADDING, desk.element("P", around)),
    ]
    y = PADDING + team.height
    for words in contact.lines:
        line = desk.set(linked(words, desk.style("cell")), "cell", 2 * COLUMN + GUTTER - 10)
        marks += marks_of(line, AXIS, y, desk.element("P", around))
        y += line.height
    about = desk.set(
        in_words(desk.scale.brand.boilerplate, desk.language), "cell", LIVE - column(3) - INSET, Manner.RUNNING, colour="muted"
    )
    marks += marks_of(about, column(3), PADDING, desk.element("P", around))
    height = max(y, PADDING + about.height, PADDING + label.height) + PADDING
    yield Slab(height, tuple(marks), before=10.0, at_foot=True, frame=panel_frame(desk, filled_label=False))
