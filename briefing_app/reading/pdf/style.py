"""How a document is set: the size of its text and the distance of its lines, by what most of it has."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefing_app.reading.pdf.leaves import Leaf

_EDGE = 2.0
_FULL = 0.9
_LOOSEST = 3.2


@dataclass(frozen=True, slots=True)
class Style:
    """The commonest size in points, distance of lines in ems, and whether most text is bold."""

    size: float
    leading: float
    bold: bool


def style_of(leaves: Sequence[Leaf]) -> Style:
    """Return the style that most letters of a document have."""
    sizes: Counter[float] = Counter()
    leadings: Counter[float] = Counter()
    bold = letters = 0
    for leaf in leaves:
        above: dict[int, tuple[float, float, float]] = {}
        reach: dict[int, float] = {}
        for row in leaf.rows:
            for piece in row.pieces:
                edge = round(piece.left / _EDGE)
                reach[edge] = max(reach.get(edge, 0.0), piece.right - piece.left)
        for row in leaf.rows:
            for piece in row.pieces:
                many = len(piece.text)
                sizes[round(piece.size, 1)] += many
                letters += many
                bold += many if piece.bold else 0
                edge = round(piece.left / _EDGE)
                baseline, size, width = above.get(edge, (0.0, 0.0, 0.0))
                if abs(size - piece.size) < 0.1 and piece.baseline - baseline < _LOOSEST * size:
                    # Below a full line stands the next of its paragraph; below a short one, the next paragraph.
                    full = width > _FULL * reach[edge]
                    leadings[round((piece.baseline - baseline) / size, 1)] += many * (3 if full else 1)
                above[edge] = (piece.baseline, piece.size, piece.right - piece.left)
    near = [(many, leading) for leading, many in leadings.items() if leading >= 0.8]
    return Style(
        sizes.most_common(1)[0][0] if sizes else 10.0,
        max(near)[1] if near else 1.2,
        2 * bold > letters,
    )
