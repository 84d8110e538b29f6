"""Large initials: the letter that opens a chapter over several lines belongs to its first word."""

from collections.abc import Sequence

from briefing_app.reading.pdf.pieces import ASCENT, Piece

_LARGE = 1.7
"""Times the size of the lines beside it."""
_LONGEST = 2
"""A letter, and a quotation mark before it."""
_FURTHEST = 1.6
"""Ems of the lines between it and them."""
_WORDS = frozenset("AIOYEÀ")
"""Letters that are words of their own."""


def with_initials(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of a page with each large initial written into the first of the lines that stand beside it."""
    initials = [piece for piece in pieces if _may_open(piece)]
    if not initials:
        return list(pieces)
    words = {word.strip(".,;:!?").lower() for piece in pieces for word in piece.text.split()}
    gone: set[int] = set()
    for initial in initials:
        beside = sorted((piece for piece in pieces if _stands_beside(piece, initial)), key=lambda piece: piece.baseline)
        if not beside or not (beside[0].text[:1].isalpha() or beside[0].text[:1] in "’' «“"):
            continue
        gone.add(id(initial))
        _write(initial, beside, words)
    return [piece for piece in pieces if id(piece) not in gone]


def _may_open(piece: Piece) -> bool:
    letter = piece.text.strip("\"'“‘«¡¿ ")
    return len(letter) == 1 and letter.isupper() and len(piece.text.replace(" ", "")) <= _LONGEST


def _stands_beside(piece: Piece, initial: Piece) -> bool:
    gap = piece.left - initial.right
    # Some programs set the first line over the initial; only a line that makes room for it may reach below.
    below = 1.0 if gap > -0.5 * piece.size else 0.35
    return (
        initial.size >= _LARGE * piece.size
        and len(piece.text) > 1
        and initial.left - 1 < piece.left
        and gap < _FURTHEST * piece.size
        and initial.baseline - ASCENT * initial.size - 0.3 * piece.size < piece.baseline <= initial.baseline + below * piece.size
    )


def _write(initial: Piece, beside: Sequence[Piece], words: set[str]) -> None:
    first = beside[0]
    after = first.text.split(" ", 1)[0].strip(".,;:!?").lower()
    letter = initial.text.strip("\"'“‘«¡¿ ")
    alone = letter in _WORDS and after in words and letter.lower() + after not in words
    opening = initial.text + (" " if alone else "")
    shift = len(opening)
    first.stops = [(0, initial.left), *((at + shift, x) for at, x in first.stops if at or alone)]
    first.raised = [(start + shift, end + shift) for start, end in first.raised]
    first.text = opening + first.text
    # The lines that make room for it begin where it does: no indent.
    for piece in beside:
        piece.left = initial.left
