"""Whole pages and texts that lie in a Word file and are set into it when Word first opens it (ISO/IEC 29500-1, 17.17.2)."""

from briefing_app.reading.blocks import blocks_of
from briefing_app.reading.decoding import decoded, is_binary, plain_text
from briefing_app.reading.html.article import whole_of
from briefing_app.reading.html.charset import page_text
from briefing_app.reading.html.saved import page_in
from briefing_app.reading.html.tree import tree_of
from briefing_app.reading.html.writing import written_page
from briefing_app.reading.markup import HTML, MHTML, markup_of
from briefing_app.reading.sheet import Written

_LOOKED_AT = 2**16
_OTHERS = (b"PK\x03\x04", b"{\\rtf", b"\xd0\xcf\x11\xe0")
"""How parts begin that are files of other programs."""


def chunk_of(data: bytes) -> Written | None:
    """Return what a part says that is a page or a text; None for one of another kind, or a damaged one."""
    if data.lstrip().startswith(_OTHERS):
        return None
    try:
        kind = markup_of(data[:_LOOKED_AT].decode("latin-1").replace("\r\n", "\n").lstrip("\ufeffï»¿ \n\t"))
        if kind in {HTML, MHTML}:
            page = page_in(data) if kind == MHTML else page_text(data)
            return None if page is None else written_page(whole_of(tree_of(page)), "")
        text = plain_text(decoded(data))
    except (UnicodeError, ValueError, LookupError):
        return None
    if kind or is_binary(data, text):
        return None
    found = blocks_of(text, markdown=False)
    return Written(text, tuple(found), tuple(() for _ in found))
