"""Sections of a Word file: paper, margins, what stands at head and foot."""

from dataclasses import dataclass

from docx.oxml.ns import qn

from briefing_app.export.word.geometry import Geometry
from briefing_app.export.word.shapes import twips
from briefing_app.wordfile.elements import w
from briefing_app.wordfile.order import Element


@dataclass(frozen=True, slots=True)
class Around:
    """Relationship ids of the headers and footers; the first page has its own where they are given."""

    head: str
    foot: str
    first_head: str = ""
    first_foot: str = ""


def section_properties(page: Geometry, around: Around, *, restart: bool = False) -> Element:
    """Return a section's properties; ``restart`` counts its pages from one."""
    references = [
        _reference(tag, kind, identifier)
        for tag, kind, identifier in (
            ("headerReference", "first", around.first_head),
            ("headerReference", "default", around.head),
            ("footerReference", "first", around.first_foot),
            ("footerReference", "default", around.foot),
        )
        if identifier
    ]
    margins = {
        "top": page.top, "right": page.right, "bottom": page.bottom, "left": page.left, "header": page.head, "footer": page.foot,
        "gutter": 0,
    }  # fmt: skip
    return w(
        "sectPr",
        *references,
        w("type", val="nextPage"),
        w("pgSz", w=twips(page.width), h=twips(page.height)),
        w("pgMar", **{name: twips(size) for name, size in margins.items()}),
        w("pgNumType", start=1) if restart else None,
        w("titlePg") if around.first_head else None,
    )


def _reference(tag: str, kind: str, identifier: str) -> Element:
    made = w(tag, type=kind)
    made.set(qn("r:id"), identifier)
    return made
