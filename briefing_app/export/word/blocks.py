"""The blocks that all copies share, as paragraphs and tables."""

from collections.abc import Callable, Mapping
from typing import Any

from briefing_app.domain.audience import in_words
from briefing_app.domain.briefing import (
    Ask,
    AskGroup,
    Block,
    ContactPanel,
    Cover,
    FigureStrip,
    Heading,
    Matrix,
    Panel,
    Paragraph,
    Picture,
    Quotation,
    SheetBlock,
    SourceList,
    Table,
    TitleBand,
    plain,
)
from briefing_app.export.imaging import prepared
from briefing_app.export.photographs import Refused
from briefing_app.export.word.cover import cover
from briefing_app.export.word.desk import Desk, Elements, space_between
from briefing_app.export.word.names import Style
from briefing_app.export.word.sheets import SHEET_BLOCKS
from briefing_app.export.word.tables import figure_strip, matrix, meta, plain_table
from briefing_app.wordfile.elements import run, w
from briefing_app.wordfile.order import Element

PULL_LENGTH, MEDIUM_LENGTH = 200, 450
"""Quotations of so many characters at most are set large, or a little larger than the text."""
_PICTURE_HEIGHT = 330.0
"""Greatest height of a picture: half a page."""


def elements_of(desk: Desk, block: Block | SheetBlock) -> Elements:
    """Return a block's paragraphs and tables, in order."""
    return _MADE[type(block)](desk, block)


def _panel(desk: Desk, panel: Panel) -> Elements:
    return [desk.labelled(Style.BOTTOM_LINE, panel.label, Style.LABEL, desk.text(panel.text))]


def _heading(desk: Desk, heading: Heading) -> Elements:
    if heading.level > 1:
        return [desk.paragraph(Style.HEADING, desk.say(heading.text))]
    return [desk.paragraph(Style.SECTION, *desk.anchored(desk.section, [desk.say(heading.text)]))]


def _paragraph(desk: Desk, paragraph: Paragraph) -> Elements:
    return [desk.paragraph(Style.NORMAL, *desk.text(paragraph.text))]


def _figures(desk: Desk, strip: FigureStrip) -> Elements:
    figures = [figure_strip(desk, strip)] if strip.figures else []
    return [*figures, desk.paragraph(Style.TABLE_NOTE, desk.say(desk.source_line(strip.source)))]


def _table(desk: Desk, table: Table) -> Elements:
    return [plain_table(desk, table)]


def _title_band(desk: Desk, band: TitleBand) -> Elements:
    made: Elements = []
    if band.kicker or band.title:
        made.append(desk.labelled(Style.TITLE, band.kicker, Style.LABEL, [desk.say(band.title)]))
    if band.subtitle:
        made.append(desk.paragraph(Style.SUBTITLE, desk.say(band.subtitle)))
    return made + ([meta(desk, band.meta)] if band.meta else [])


def _ask_group(desk: Desk, group: AskGroup) -> Elements:
    head = desk.labelled(Style.GROUP, group.label, Style.GROUP_LABEL, [desk.say(group.title)])
    return [head, *(element for ask in group.asks for element in _ask(desk, ask))]


def _ask(desk: Desk, ask: Ask) -> Elements:
    between = space_between(plain(ask.lead), plain(ask.rest))
    words = [*desk.text(ask.lead, strong=True), *([desk.say(between)] if between else []), *desk.text(ask.rest)]
    asked = desk.paragraph(Style.ASK, *words, number=ask.number)
    return [asked, desk.paragraph(Style.SOURCE_LINE, desk.say(desk.source_line(ask.source)))]


def quote_style(quotation: Quotation) -> Style:
    """Return the style for a quotation of its length."""
    length = sum(len(plain(text)) for text in quotation.paragraphs)
    if length <= PULL_LENGTH:
        return Style.PULL_QUOTE
    return Style.MEDIUM_QUOTE if length <= MEDIUM_LENGTH else Style.LONG_QUOTE


def _quotation(desk: Desk, quotation: Quotation) -> Elements:
    style = quote_style(quotation)
    made = [
        desk.paragraph(style, *desk.anchored(quotation.placement, desk.text(text, quotation.language)))
        for text in quotation.paragraphs
    ]
    if made and style is Style.LONG_QUOTE:
        # Long ones may run over a page between paragraphs, but never away from their speaker.
        properties = made[-1][0]
        properties[:] = list(w("pPr", *properties, w("keepNext")))
    if quotation.translation:
        label = [desk.say(quotation.translation_label, Style.STRONG)] if quotation.translation_label else []
        between = space_between(quotation.translation_label, quotation.translation)
        made.append(desk.paragraph(Style.TRANSLATION, *label, desk.say(between + quotation.translation)))
    return [*made, _speaker(desk, quotation)] if quotation.speaker or quotation.role else made


def _speaker(desk: Desk, quotation: Quotation) -> Element:
    named = [desk.say(quotation.speaker, Style.SPEAKER_NAME)] if quotation.speaker else []
    role = f"{', ' if named else ''}{quotation.role}" if quotation.role else ""
    return desk.paragraph(Style.SPEAKER, *named, *([desk.say(role)] if role else []))


def _picture(desk: Desk, picture: Picture) -> Elements:
    photo = prepared(desk.media.get(picture.media, b""), desk.page.measure, _PICTURE_HEIGHT)
    made: Elements = []
    if isinstance(photo, Refused):
        desk.report(photo.code, picture.placement or picture.media)
    else:
        made.append(run(desk.picture(photo.data, photo.kind, (photo.width, photo.height), picture.alternative)))
    caption = [desk.say(picture.caption, Style.STRONG)] if picture.caption else []
    between = space_between(picture.caption, picture.credit)
    words = [*caption, *([desk.say(between + picture.credit)] if picture.credit else [])]
    shown = [desk.paragraph(Style.PICTURE, *made)] if made else []
    return [*shown, *([desk.paragraph(Style.TABLE_NOTE, *words)] if words else [])]


def _sources(desk: Desk, sources: SourceList) -> Elements:
    made: Elements = []
    for entry in sources.entries:
        stop = "" if not entry.description or entry.publisher.endswith((".", "!", "?")) else "."
        words = [desk.say(entry.publisher + stop, Style.STRONG)] if entry.publisher else []
        space = " " if words and entry.description else ""
        made.append(desk.paragraph(Style.SOURCE_ENTRY, *words, desk.say(space + entry.description), number=entry.number))
        made += [desk.paragraph(Style.SOURCE_DETAIL, desk.say(detail)) for detail in entry.details]
    return made


def _contact(desk: Desk, panel: ContactPanel) -> Elements:
    contact = desk.brand.contact
    lines = [*contact.lines, in_words(desk.brand.boilerplate, desk.language)]
    words = [run("\n", line) for line in lines if line]
    return [desk.labelled(Style.CONTACT, panel.label, Style.LABEL, [desk.say(contact.team, Style.STRONG), *words])]


_MADE: Mapping[type[object], Callable[[Desk, Any], Elements]] = {
    Cover: cover,
    TitleBand: _title_band,
    Panel: _panel,
    Heading: _heading,
    AskGroup: _ask_group,
    Quotation: _quotation,
    Paragraph: _paragraph,
    FigureStrip: _figures,
    Picture: _picture,
    Matrix: matrix,
    SourceList: _sources,
    Table: _table,
    ContactPanel: _contact,
    **SHEET_BLOCKS,
}
"""How each kind of block is written."""
