"""Tables: fixed columns, a head row that repeats, rows that stay whole."""

from collections.abc import Sequence

from briefing_app.wordfile.elements import w
from briefing_app.wordfile.order import Element


def cell(width: int, *content: Element, fill: Element | None = None, span: int = 1) -> Element:
    """Return a cell of a width in twips; ``content`` ends with a paragraph, as Word demands. ``fill`` is its shading."""
    properties = w("tcPr", w("tcW", w=width, type="dxa"), w("gridSpan", val=span) if span > 1 else None, fill)
    return w("tc", properties, *content)


def row(cells: Sequence[Element], *, head: bool = False) -> Element:
    """Return a row that no page breaks in two; a head row is repeated on each page."""
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader") if head else None), *cells)


def table(style: str, widths: Sequence[int], rows: Sequence[Element], *, left: int = 0, head: bool = False) -> Element:
    """Return a table in a table style, its columns of these widths in twips, its left edge ``left`` twips from the margin."""
    look = w(
        "tblLook", val="06A0" if head else "0600", firstRow=int(head), lastRow=0, firstColumn=int(head), lastColumn=0, noHBand=1,
        noVBand=1,
    )  # fmt: skip
    properties = w(
        "tblPr", w("tblStyle", val=style), w("tblW", w=sum(widths), type="dxa"), w("tblInd", w=left, type="dxa"),
        w("tblLayout", type="fixed"), look,
    )  # fmt: skip
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in widths)), *rows)
