"""Fields: values that Word fills in by itself, such as the number of a page, with what they show until it does."""

import re
from collections.abc import Sequence

from briefing_app.wordfile.elements import XML_SPACE, run, w
from briefing_app.wordfile.order import Element

PAGE = "PAGE"
"""The number of the page."""
ALL_PAGES = "NUMPAGES"
"""How many pages the document has."""
SECTION_PAGES = "SECTIONPAGES"
"""How many pages the section has."""
CONTENTS = 'TOC \\o "1-1" \\h \\z'
"""Contents made of the first level of headings, with links."""


def page_of(anchor: str) -> str:
    """Return the instruction for the page on which a bookmark stands."""
    return f"PAGEREF {anchor} \\h"


def field_ends(instruction: str) -> tuple[list[Element], list[Element]]:
    """Return what stands before and what behind the content of a field that goes on over several paragraphs."""
    asked = w("instrText")
    asked.text = f" {instruction} "
    asked.set(XML_SPACE, "preserve")
    begin, separate, end = (run(w("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end"))
    return [begin, run(asked), separate], [end]


def bookmarked(name: str, number: int, content: Sequence[Element]) -> list[Element]:
    """Return paragraph content with a bookmark of a name around it; ``number`` is its own in the document."""
    return [w("bookmarkStart", id=number, name=name), *content, w("bookmarkEnd", id=number)]


def field(instruction: str, shown: str, style: str | None = None) -> list[Element]:
    """Return the runs of a complex field (ISO/IEC 29500-1, 17.16.18); ``shown`` stands there until Word computes it."""
    asked = w("instrText")
    asked.text = f" {instruction} "
    asked.set(XML_SPACE, "preserve")
    begin, separate, end = (w("fldChar", fldCharType=kind) for kind in ("begin", "separate", "end"))
    return [run(part, style=style) for part in (begin, asked, separate, shown, end)]


def patterned(pattern: str, values: dict[str, tuple[str, str]], style: str | None = None) -> list[Element]:
    """Return the runs of a sentence in which each {name} is a field: ``values`` gives its instruction and what it shows."""
    runs: list[Element] = []
    for piece in re.split(r"(\{\w+\})", pattern):
        if piece[1:-1] in values and piece.startswith("{"):
            runs += field(*values[piece[1:-1]], style=style)
        elif piece:
            runs.append(run(piece, style=style))
    return runs
