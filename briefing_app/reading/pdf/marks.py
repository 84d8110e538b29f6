"""Marks that open list items, numbered headings and notes, as pieces and at the start of lines."""

import re
from collections.abc import Sequence

from briefing_app.reading.pdf.joining import joined
from briefing_app.reading.pdf.pieces import Piece

BULLET = re.compile(r"(?P<mark>[•▪◦‣●○■□·∙◆◇➢➤➔►▶✓✔❖\ue000-\uf8ff])\s*(?=[^\s\ue000-\uf8ff])")
"""Signs that mean nothing else at the start of a line."""
DASH = re.compile(r"(?P<mark>[–—-]|o|\*)\s+(?=\S)")
NUMBER = re.compile(r"(?P<mark>\(?(?P<value>\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.)])\s+(?=\S)")
_ALONE = re.compile(
    r"[•▪◦‣●○■□·∙◆◇➢➤➔►▶✓✔❖\ue000-\uf8ff–—-]|o|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.)]|\d{1,2}(?:\.\d{1,2}){0,3}\.?|\[\d{1,3}\]"
)
_BARE = re.compile(r"\d{1,3}")
_FURTHEST = 4.0
_OFF_LINE = 0.5
"""Ems by which a bullet may stand higher or lower than its words."""
_FURTHEST_BARE = 2.6


def with_marks(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of a row with each lone mark joined to the words that it stands before."""
    kept: list[Piece] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        if after is not None and _marks(piece, after) and not (kept and _ends_sentence(kept[-1], piece, after)):
            kept.append(joined([piece, after]))
            at += 2
        else:
            kept.append(piece)
            at += 1
    return kept


def _ends_sentence(before: Piece, piece: Piece, after: Piece) -> bool:
    """Tell whether what looks like a mark ("a.") is the last word of a sentence: it is nearer to the words before it."""
    nearer = piece.left - before.right < min(after.left - piece.right, _FURTHEST_BARE * piece.size)
    return nearer and piece.text[:1].isalnum() and piece.text.endswith(".") and before.text[-1:].isalpha()


def opens_item(words: str) -> bool:
    """Tell whether words are nothing but a mark that opens a list item; a bare number may be anything."""
    return bool(_ALONE.fullmatch(words)) and not words.isdigit()


def _marks(piece: Piece, after: Piece) -> bool:
    gap = after.left - piece.right
    off = abs(piece.baseline - after.baseline) / min(piece.size, after.size)
    if off > (_OFF_LINE if BULLET.match(piece.text + "x") else 0.1) or len(piece.text) > 8 or not _ALONE.fullmatch(piece.text):
        return False
    if _BARE.fullmatch(piece.text):
        # A number alone may be a table's cell as well.
        return gap < _FURTHEST_BARE * after.size and after.text[:1].isalpha() and (" " in after.text or piece.bold)
    return gap < _FURTHEST * max(piece.size, after.size)
