"""On which pages a briefing's sections and passages stand, for files whose own pages only a word processor will know."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefing_app.domain.brand import Brand
from briefing_app.domain.briefing import Briefing
from briefing_app.errors import FileNotRead
from briefing_app.export.pdf.desk import Desk
from briefing_app.export.pdf.fonts import faces_of
from briefing_app.export.pdf.geometry import PAPERS
from briefing_app.export.pdf.layout import names_pages, shared_pages
from briefing_app.export.pdf.pictures import prepared_pictures
from briefing_app.export.pdf.typescale import Typescale


@dataclass(frozen=True, slots=True)
class Paging:
    """A briefing in the form it has on paper, and the pages of its sections and placements, as printed."""

    briefing: Briefing
    pages: Mapping[str, str]


def paged(briefing: Briefing, brand: Brand, media: Mapping[str, bytes]) -> Paging:
    """Return a briefing as its PDF would have it; as it is and without pages where it names none, or no typeface can be had."""
    if briefing.cover is None and not names_pages(briefing):
        return Paging(briefing, {})
    try:
        typescale = Typescale(brand, faces_of(brand))
    except FileNotRead:
        return Paging(briefing, {})
    geometry = PAPERS[briefing.paper]
    laid = shared_pages(
        Desk(typescale, briefing.metadata.language, prepared_pictures(briefing, media), bottom=geometry.bottom), briefing, geometry
    )
    return Paging(laid.briefing, laid.numbers)
