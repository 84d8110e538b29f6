"""A composed document written as a PDF: laid out first, then drawn, then told what became of it."""

import gc
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from briefing_app.domain.brand import Brand
from briefing_app.domain.briefing import Composed, Cover, InternalBriefing, TitleBand, shared_part
from briefing_app.domain.layout import LayoutReport
from briefing_app.export.pdf.desk import Desk
from briefing_app.export.pdf.document import Outline, described, new_canvas
from briefing_app.export.pdf.drawing import Drawing
from briefing_app.export.pdf.fonts import faces_of
from briefing_app.export.pdf.furniture import Around, around, filled, internal
from briefing_app.export.pdf.geometry import PAPERS, Geometry
from briefing_app.export.pdf.layout import Laid, shared_pages, sheet_pages
from briefing_app.export.pdf.logo import load_logo
from briefing_app.export.pdf.marks import lowered
from briefing_app.export.pdf.notes import set_notes
from briefing_app.export.pdf.pages import Page, Placed
from briefing_app.export.pdf.pictures import prepared_pictures
from briefing_app.export.pdf.reporting import budget_overruns, page_map, section_pages
from briefing_app.export.pdf.slabs import Frame
from briefing_app.export.pdf.tagging.canvas import PAGINATION
from briefing_app.export.pdf.typescale import Typescale
from briefing_app.export.photographs import Photograph
from briefing_app.export.written import Written


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A page and what stands around it."""

    page: Page
    around: Around
    geometry: Geometry


def write_pdf(composed: Composed, brand: Brand, media: Mapping[str, bytes]) -> Written:
    """Return a composed document as a PDF in a brand's look; FileNotRead when a typeface of the brand is missing or of no use.

    ``media`` are pictures by SHA-256. The same input gives the same bytes. What does not fit is printed all the same and reported.
    """
    with _unswept():
        return _written(composed, brand, media)


@contextmanager
def _unswept() -> Iterator[None]:
    """Let nothing search for garbage: pages are many small values without cycles, and each search would look at all of them."""
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()


def _written(composed: Composed, brand: Brand, media: Mapping[str, bytes]) -> Written:
    briefing = shared_part(composed)
    geometry = PAPERS[briefing.paper]
    typescale = Typescale(brand, faces_of(brand))
    pictures = prepared_pictures(briefing, media)
    desk = Desk(typescale, briefing.metadata.language, pictures, bottom=geometry.bottom)
    logo = load_logo(brand)
    if logo is None and brand.logo.file:
        desk.report("logo-broken", brand.logo.file, 0, 0)

    laid = shared_pages(desk, briefing, geometry)
    briefing, shared = laid.briefing, laid.pages
    sheets = list(_sheets(desk, composed, geometry))
    inside = isinstance(composed, InternalBriefing)
    wide = logo.width if logo else 0.0
    leaves = [*sheets, *_shared(desk, laid, geometry, len(sheets), inside=inside, logo_width=wide)]

    file = io.BytesIO()
    canvas = new_canvas(file, geometry, typescale.faces.chain("text").first, briefing.metadata, brand)
    drawing = Drawing(
        canvas, geometry, {key: one.data for key, one in pictures.items() if isinstance(one, Photograph)}, logo,
        described(briefing.metadata.language),
        [note.number for note in briefing.notes], notes_at_foot=not briefing.endnotes_title,
    )  # fmt: skip
    outline = Outline(canvas)
    for number, leaf in enumerate(leaves):
        _draw(drawing, outline, leaf, desk, first=number == 0)
        canvas.showPage()
    canvas.save()

    taken = section_pages(briefing, shared, geometry)
    report = LayoutReport(
        pages=len(leaves),
        section_pages=taken,
        overruns=(*desk.overruns, *budget_overruns(briefing, taken, shared)),
        missing_glyphs=tuple(desk.missing),
    )
    covered = briefing is not shared_part(composed)
    return Written(file.getvalue(), page_map([(leaf.page, leaf.geometry) for leaf in leaves]), report, covered)


def _sheets(desk: Desk, composed: Composed, geometry: Geometry) -> Iterator[_Leaf]:
    if not isinstance(composed, InternalBriefing):
        return
    furniture = composed.shared.furniture
    own = Desk(desk.scale, desk.language, desk.pictures, own_sheet=True, overruns=desk.overruns, missing=desk.missing)
    count = 0
    for sheet in composed.sheets:
        name = filled(furniture.sheet, sheet=sheet.letter)
        for page in sheet_pages(own, sheet, geometry):
            count += 1
            paper = geometry.bound(count, composed.shared.binding, hatched=True)
            yield _Leaf(page, internal(own, furniture, paper, name, odd=count % 2 == 1), paper)


def _shared(desk: Desk, laid: Laid, geometry: Geometry, before: int, *, inside: bool, logo_width: float) -> Iterator[_Leaf]:
    """Yield the pages that all copies share, ``before`` pages coming first in the file."""
    briefing, pages = laid.briefing, laid.pages
    furniture = briefing.furniture
    banded = any(isinstance(block, TitleBand | Cover) for part in briefing.parts[:1] for block in part.blocks[:1])
    for number, page in enumerate(pages, 1):
        paper = geometry.bound(before + number, briefing.binding, hatched=inside)
        if inside:
            name = filled(furniture.page_of, page=number, pages=len(pages))
            yield _Leaf(page, internal(desk, furniture, paper, name, odd=(before + number) % 2 == 1), paper)
        else:
            first = number == 1 and banded
            yield _Leaf(page, around(desk, furniture, paper, number, len(pages), first=first, logo_width=logo_width), paper)


def _draw(drawing: Drawing, outline: Outline, leaf: _Leaf, desk: Desk, *, first: bool) -> None:
    geometry = leaf.geometry
    drawing.turn_to(geometry)
    for mark in leaf.around.before:
        drawing.draw(mark, PAGINATION, read=first)
    for frame, placed in _framed(leaf.page.placed):
        if frame:
            top = placed[0].top
            for mark in frame.paint(placed[-1].bottom - top):
                drawing.draw(lowered(mark, top))
        for one in placed:
            if one.slab.bookmark:
                outline.add(one.slab.bookmark, one.top, geometry.height)
            for mark in one.slab.marks:
                drawing.draw(lowered(mark, one.top), read=not one.slab.repeated)
    for mark in set_notes(desk, leaf.page.notes, geometry.bottom):
        drawing.draw(mark)
    for mark in leaf.around.after:
        drawing.draw(mark, PAGINATION, read=False)


def _framed(placed: list[Placed]) -> Iterator[tuple[Frame | None, list[Placed]]]:
    """Yield slabs with what frames them: those of one frame in a row together."""
    run: list[Placed] = []
    for one in placed:
        if run and (one.slab.frame is None or one.slab.frame is not run[-1].slab.frame):
            yield run[-1].slab.frame, run
            run = []
        run.append(one)
    if run:
        yield run[-1].slab.frame, run
