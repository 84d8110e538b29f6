"""Writing a composed document as a Word file: sections, furniture, body, and the parts around them."""

import dataclasses
import io
from collections.abc import Mapping, Sequence

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import nsmap, qn
from docx.package import Package
from lxml import etree

from briefing_app.domain.brand import Brand
from briefing_app.domain.briefing import (
    Briefing,
    Composed,
    Copy,
    Cover,
    InternalBriefing,
    Part,
    Sheet,
    Table,
    copy_of,
    shared_part,
    with_cover,
)
from briefing_app.domain.layout import LayoutReport
from briefing_app.export.pdf.paging import paged
from briefing_app.export.word import furniture as around
from briefing_app.export.word.base import WordBase, word_base
from briefing_app.export.word.blocks import elements_of
from briefing_app.export.word.desk import Desk, Elements, tagged
from briefing_app.export.word.estimating import height, pages
from briefing_app.export.word.geometry import PAGES, with_margins
from briefing_app.export.word.images import ImageParts
from briefing_app.export.word.looks import LOOK_OF, NUMBERED, Look, Shape
from briefing_app.export.word.names import Style
from briefing_app.export.word.particulars import add_part, core_properties, font_table, parsed, settings
from briefing_app.export.word.sections import Around, section_properties
from briefing_app.export.word.shapes import number_look
from briefing_app.export.word.styles import style_ids, styles_part
from briefing_app.export.written import Written
from briefing_app.wordfile.elements import w
from briefing_app.wordfile.footnotes import Kind, Notes, NoteStyles
from briefing_app.wordfile.numbering import Numbers
from briefing_app.wordfile.order import Element
from briefing_app.wordfile.package import repacked

_SPACE_AFTER_TABLE = 10.0


def write_docx(composed: Composed, brand: Brand, media: Mapping[str, bytes]) -> Written:
    """Return a composed document as a Word file. ``media`` are the images by SHA-256. The same input gives the same bytes.

    Only the reader's Word lays pages out: the report is an estimate from counted lines, and the page map is empty, since a map
    of guesses would be taken for one. A mark or an image that does not open is left out and reported. ExportRefused when the
    brand's Word base cannot be read.
    """
    paging = paged(shared_part(composed), brand, media)
    is_covered = paging.briefing is not shared_part(composed)
    composed = with_cover(composed) if is_covered else composed
    shared = shared_part(composed)
    package = Package()
    main = XmlPart(PackURI("/word/document.xml"), CONTENT_TYPE.WML_DOCUMENT_MAIN, w("document"), package)
    package.relate_to(main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    base = word_base(brand)
    desk = _desk(shared, brand, media, main, base)
    desk.pages, desk.anchors = paging.pages, _anchors(shared)
    sheets = composed.sheets if isinstance(composed, InternalBriefing) else ()
    own = [(sheet, _joined(desk, [(False, elements_of(desk, block)) for block in sheet.blocks])) for sheet in sheets]
    parts = [(part, _elements(desk, part)) for part in shared.parts]
    body = _joined(desk, [(part.new_page and first, block) for part, made in parts for first, block in _marked(made)])
    if desk.notes and desk.notes.kind is Kind.ENDNOTE:
        body.append(desk.paragraph(Style.SECTION, desk.say(shared.endnotes_title)))
    report = _report(desk, parts, body)
    root = main.element
    root.append(w("body", *_sections(desk, shared, own, body, report.pages, internal=isinstance(composed, InternalBriefing))))
    _surround(desk, composed, package, base)
    report = dataclasses.replace(report, overruns=tuple(desk.overruns))
    return Written(_bytes(package), {}, report, is_covered)


def _anchors(shared: Briefing) -> dict[str, str]:
    """Return a bookmark for each section in the contents and each placement in a table of pages, numbered in order."""
    blocks = [block for part in shared.parts for block in part.blocks]
    sections = [entry.section for block in blocks if isinstance(block, Cover) for entry in block.contents]
    places = [place for block in blocks if isinstance(block, Table) for place in block.places or ()]
    named = {section: f"_Toc{number}" for number, section in enumerate(dict.fromkeys(sections), 1)}
    return named | {place: f"_Place{number}" for number, place in enumerate(dict.fromkeys(places), 1)}


def _elements(desk: Desk, part: Part) -> list[Elements]:
    desk.section = part.section
    return [elements_of(desk, block) for block in part.blocks]


def _desk(shared: Briefing, brand: Brand, media: Mapping[str, bytes], main: XmlPart, base: WordBase) -> Desk:
    page = with_margins(PAGES[shared.paper], base.margins) if base.margins else PAGES[shared.paper]
    ids = style_ids(base)
    looks = {ids[style]: number_look(LOOK_OF[style].shape, brand, page) for style in sorted(NUMBERED)}
    at_end = bool(shared.endnotes_title)
    text, call = (Style.ENDNOTE_TEXT, Style.ENDNOTE_CALL) if at_end else (Style.FOOTNOTE_TEXT, Style.FOOTNOTE_CALL)
    notes = Notes(Kind.ENDNOTE if at_end else Kind.FOOTNOTE, NoteStyles(ids[text], ids[call], ids[Style.NOTE_NUMBER]))
    return Desk(
        brand, page, shared.metadata.language, ids, Numbers(looks), notes, ImageParts(main.package), media,
        {note.number: note for note in shared.notes}, main,
    )  # fmt: skip


def _marked(made: Sequence[Elements]) -> list[tuple[bool, Elements]]:
    """Return blocks, the first one that shows something marked."""
    shown = [block for block in made if block]
    return [(place == 0, block) for place, block in enumerate(shown)]


def _joined(desk: Desk, blocks: Sequence[tuple[bool, Elements]]) -> Elements:
    """Return the elements of blocks in a row; those marked begin a page, unless they come first."""
    body: Elements = []
    for begins_page, block in blocks:
        if begins_page and body:
            _begin_page(block[0])
        if body and block and (bar := _bar(desk, body[-1])) is not None and bar == _bar(desk, block[0]):
            _set_apart(block)
        for element in block:
            if body and body[-1].tag == qn("w:tbl"):
                if element.tag == qn("w:tbl"):
                    # Word would make one table of two that touch.
                    body.append(desk.paragraph(Style.TABLE_END))
                else:
                    _space_above(desk, element)
            body.append(element)
    if body and body[-1].tag == qn("w:tbl"):
        # A section ends in a paragraph, never in a table.
        body.append(desk.paragraph(Style.TABLE_END))
    return body


def _look(desk: Desk, element: Element) -> Look | None:
    """Return how a paragraph of a style of ours looks; None for a table."""
    if element.tag != qn("w:p"):
        return None
    return {desk.ids[style]: look for style, look in LOOK_OF.items()}.get(element[0][0].get(qn("w:val"), ""))


def _bar(desk: Desk, element: Element) -> str | None:
    """Return where the bar beside a quotation's paragraph stands, as far as the paragraph says so itself; None beside others."""
    look = _look(desk, element)
    if look is None or look.shape is not Shape.QUOTE:
        return None
    indent = element[0].find(qn("w:ind"))
    return "" if indent is None else indent.get(qn("w:left"), "")


def _set_apart(quotation: Elements) -> None:
    # Paragraphs in a row with the same border and indent get one bar, along all of them: a twentieth of a point parts them.
    for paragraph in quotation:
        _add_properties(paragraph, w("ind", left=1))


def _begin_page(element: Element) -> None:
    paragraph = element if element.tag == qn("w:p") else next(element.iter(qn("w:p")))
    _add_properties(paragraph, w("pageBreakBefore"), w("spacing", before=0))


def _space_above(desk: Desk, paragraph: Element) -> None:
    # A table style has no space after; only a paragraph whose own style leaves none needs it.
    look = _look(desk, paragraph)
    begins_page = paragraph[0].find(qn("w:pageBreakBefore")) is not None
    if look and look.before < _SPACE_AFTER_TABLE / 2 and not begins_page:
        _add_properties(paragraph, w("spacing", before=round(_SPACE_AFTER_TABLE * 20)))


def _add_properties(paragraph: Element, *added: Element) -> None:
    properties = paragraph[0]
    properties[:] = list(w("pPr", *properties, *added))


def _report(desk: Desk, parts: Sequence[tuple[Part, Sequence[Elements]]], body: Elements) -> LayoutReport:
    looks = {desk.ids[style]: look for style, look in LOOK_OF.items()}
    measure = desk.page.measure

    def of(elements: Elements) -> float:
        return pages(height(elements, looks, measure), desk.page)

    sections = {part.section: of([element for block in made for element in block]) for part, made in parts if part.section}
    # Each part that begins a page leaves the rest of the one before empty.
    stretches: list[float] = [0.0]
    for part, _ in parts:
        if part.new_page and stretches[-1]:
            stretches.append(0.0)
        stretches[-1] += sections.get(part.section, 1.0)
    counted = sum(max(1, -int(-stretch // 1)) for stretch in stretches) if body else 1
    return LayoutReport(counted, sections, estimated=True)


def _sections(
    desk: Desk, shared: Briefing, own: Sequence[tuple[Sheet, Elements]], body: Elements, count: int, *, internal: bool
) -> Elements:
    """Return the body: each sheet in a section of its own, then the shared pages, counted from one."""
    furniture = shared.furniture
    if not internal:
        first, first_id = add_part(desk.main, "header", w("hdr"), 1)
        first.element.extend(list(around.masthead(desk, furniture, first)))
        head = add_part(desk.main, "header", around.running_head(desk, furniture), 2)[1]
        foots = [add_part(desk.main, "footer", around.foot(desk, furniture, count), number)[1] for number in (1, 2)]
        return [*body, section_properties(desk.page, Around(head, foots[1], first_id, foots[0]))]
    head = add_part(desk.main, "header", around.internal_head(desk, furniture), 1)[1]
    made: Elements = []
    for number, (sheet, elements) in enumerate(own, 1):
        foot = add_part(desk.main, "footer", around.sheet_foot(desk, furniture, sheet.letter), number)[1]
        content = elements or [desk.paragraph(Style.TABLE_END)]
        _add_properties(content[-1], section_properties(desk.page, Around(head, foot)))
        made += content
    foot = add_part(desk.main, "footer", around.internal_foot(desk, furniture, count), len(own) + 1)[1]
    return [*made, *body, section_properties(desk.page, Around(head, foot), restart=bool(own))]


def _surround(desk: Desk, composed: Composed, package: Package, base: WordBase) -> None:
    """Add the parts that the body refers to, and the properties."""
    shared = shared_part(composed)
    language = tagged(shared.metadata.language)
    lists = {style: number for style in NUMBERED if (number := desk.numbers.list_of(desk.ids[style])) is not None}
    add_part(desk.main, "styles", styles_part(desk.brand, desk.page, base, language, lists))
    add_part(desk.main, "settings", settings(desk.notes, language, anonymous=copy_of(composed) is Copy.HAND_OVER))
    add_part(desk.main, "fontTable", font_table(desk.brand))
    if lists:
        add_part(desk.main, "numbering", w("numbering", *desk.numbers.elements()))
    if base.theme is not None:
        add_part(desk.main, "theme", parsed(base.theme), 1)
    if desk.notes:
        part, relationship = desk.notes.part(package)
        desk.main.relate_to(part, relationship)
    package.relate_to(core_properties(shared.metadata, desk.brand, package), RELATIONSHIP_TYPE.CORE_PROPERTIES)


def _bytes(package: Package) -> bytes:
    for part in package.iter_parts():
        if isinstance(part, XmlPart):
            used = {prefix: nsmap[prefix] for prefix in ("w", "r", "wp", "a", "pic")}
            etree.cleanup_namespaces(part.element, top_nsmap=used)
    target = io.BytesIO()
    package.save(target)
    return repacked(target.getvalue())
