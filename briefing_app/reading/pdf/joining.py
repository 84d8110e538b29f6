"""Pieces of one row joined into a line, with the small raised signs among them."""

from collections.abc import Sequence

from briefing_app.reading.pdf.pieces import Piece

_SPACE = 0.14
_RAISED = 0.12
_SMALL = 0.85
_LONGEST_CALL = 3


def joined(pieces: Sequence[Piece]) -> Piece:
    """Return the pieces of a row, from left to right, as one line."""
    if len(pieces) == 1:
        return pieces[0]
    main = max(pieces, key=lambda piece: (piece.size * len(piece.text), piece.size))
    text = ""
    stops: list[tuple[int, float]] = []
    raised: list[tuple[int, int]] = []
    right = pieces[0].left
    for piece in pieces:
        if text and piece.left - right > _SPACE * main.size:
            text += " "
        start = len(text)
        stops += [(start + at, x) for at, x in piece.stops if at or not text or text[-1] == " "]
        small = piece.size < _SMALL * main.size or len(piece.text) <= _LONGEST_CALL
        high = small and piece is not main and piece.baseline < main.baseline - _RAISED * main.size
        text += piece.text
        if high:
            raised.append((start, len(text)))
        else:
            raised += [(start + one, start + two) for one, two in piece.raised]
        right = max(right, piece.right)
    letters = sum(len(piece.text) for piece in pieces)
    return Piece(
        text,
        pieces[0].left,
        max(piece.right for piece in pieces),
        main.baseline,
        main.size,
        2 * sum(len(piece.text) for piece in pieces if piece.bold) > letters,
        2 * sum(len(piece.text) for piece in pieces if piece.italic) > letters,
        main.font,
        stops,
        raised,
        next((piece.tag for piece in pieces if piece.tag and piece.tag.heading), pieces[0].tag),
    )
