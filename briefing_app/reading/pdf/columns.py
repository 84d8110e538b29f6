"""Lines in reading order: columns are chains of lines, and follow one another as a reader goes from one to the next."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing_app.domain.printed import Box
from briefing_app.reading.pdf.joining import joined
from briefing_app.reading.pdf.lanes import lanes_of
from briefing_app.reading.pdf.leaves import Leaf
from briefing_app.reading.pdf.marks import with_marks
from briefing_app.reading.pdf.pieces import Piece
from briefing_app.reading.pdf.reading_order import ordered
from briefing_app.reading.pdf.rows import Row, gutters
from briefing_app.reading.pdf.tables import Table, aligned_tables, ruled_tables
from briefing_app.reading.pdf.tagged import tagged_tables

_SLIVER = 1.5
"""Points by which two lines may overlap sideways and still stand side by side."""
_SPECK = 0.01
"""Points of a line's length that nothing can stand under."""
_FRAME_WIDTH, _FRAME_HEIGHT = 80.0, 30.0
_INDENT = 40.0
_TELLING = 6
"""Lines from which a column's own edges are known."""
_INDENTED = 1.2
"""Ems that a line may stand in without leaving its column."""
_FURTHEST = 5.0
"""Ems from line to line beyond which a column ends."""
_FEWEST_PAGES = 2
"""Pages with a column at one place, from which two lines beside each other on another page are known to be two columns'."""
_FEWEST_FRAMED = 2
_MOST_FRAMED = 0.85
"""Share of a page's pieces: a frame that holds more is the page's border."""


@dataclass(slots=True)
class Column:
    """Lines one below the other, or a table; ``framed``: in a box of its own, beside the text.

    ``left`` and ``right`` are the edges that its lines could reach, as lines above or below in the same column show.
    """

    lines: list[Piece]
    left: float
    right: float
    table: Table | None = None
    framed: bool = False
    sideways: bool = False
    """Whether it runs in another direction than the page's text."""
    reach: dict[int, float] = field(default_factory=dict)
    """The right edge of its longest line by the size of type, in whole points."""
    flush: bool = True
    """Whether a third of its lines begin at its left edge."""

    def __post_init__(self) -> None:
        """Measure the lines once."""
        for line in self.lines:
            size = round(line.size)
            self.reach[size] = max(self.reach.get(size, 0.0), line.right)
        self.flush = 3 * sum(line.left < self.left + 1.5 for line in self.lines) >= len(self.lines)


def columns_of(leaf: Leaf, known: Counter[int]) -> list[Column]:
    """Return the columns of a page in reading order.

    ``known`` counts on how many pages before a column began at that point; what this page adds is put in.
    """
    rows = [Row(with_marks(row.pieces), row.baseline, row.size) for row in leaf.rows]
    tables = list(tagged_tables(rows))
    rows = _without(rows, tables)
    ruled = list(ruled_tables(rows, leaf.rules))
    tables += ruled
    rows = _without(rows, ruled)
    frames = _frames(rows, leaf.frames)
    groups: list[tuple[list[Column], Box]] = []
    for frame in frames:
        inside = [Row([one for one in row.pieces if _holds(frame, one)], row.baseline, row.size) for row in rows]
        inside = [row for row in inside if row.pieces]
        if len(inside) < _FEWEST_FRAMED:
            continue
        rows = [Row([one for one in row.pieces if not _holds(frame, one)], row.baseline, row.size) for row in rows]
        rows = [row for row in rows if row.pieces]
        columns = _arranged(inside, [], known=Counter())
        for column in columns:
            column.framed = True
        groups.append((columns, _box([line for column in columns for line in column.lines])))
    return _arranged(rows, tables, groups, known=known)


def sideways_columns(pieces: Sequence[Piece]) -> list[Column]:
    """Return the columns of text that runs in another direction than the page's."""
    return [Column([piece], piece.left, piece.right, sideways=True) for piece in pieces]


def _arranged(
    rows: Sequence[Row], tables: list[Table], groups: Sequence[tuple[list[Column], Box]] = (), *, known: Counter[int]
) -> list[Column]:
    lanes = lanes_of(rows)
    edges = [edge for edge, many in known.items() if many >= _FEWEST_PAGES]
    known.update(round(edge) for edge in lanes)
    aligned = [table for part in _by_lane(rows, lanes) for table in aligned_tables(part, alone=not lanes)]
    rows = _without(rows, aligned)
    lines = [line for part in _by_lane(rows, lanes) for line in _lines(part, edges)]
    boxes = [(table, _box(table.pieces)) for table in [*tables, *aligned]]
    items: list[tuple[list[Column], Box]] = [(_table(table, box), box) for table, box in boxes]
    items += groups
    chains = [(chain, _box(chain)) for chain in _chains(lines, [box for _, box in items], lanes)]
    items += [([Column(chain, *_edges(chain, box, [other for _, other in chains], lanes))], box) for chain, box in chains]
    return [column for at in ordered([box for _, box in items]) for column in items[at][0]]


def _table(table: Table, box: Box) -> list[Column]:
    if not table.beside:
        return [Column(table.pieces, box.left, box.right, table)]
    columns = [lines for lines in table.columns if lines]
    return [Column(lines, min(one.left for one in lines), max(one.right for one in lines)) for lines in columns]


def _edges(chain: Sequence[Piece], box: Box, others: Sequence[Box], lanes: Sequence[float]) -> tuple[float, float]:
    """Return the left and right edge of a column: its own, or where it is short those of the widest one that it stands in."""
    if len(chain) >= _TELLING:
        return box.left, box.right
    limit = next((edge for edge in lanes if box.right < edge), float("inf"))
    beside = [one for one in others if -1 <= box.left - one.left < _INDENT and box.right <= one.right < limit]
    widest = max(beside, key=lambda one: one.right - one.left, default=box)
    return widest.left, widest.right


def _by_lane(rows: Sequence[Row], lanes: Sequence[float]) -> list[list[Row]]:
    """Return the rows of what spans columns, and those of each column."""
    if not lanes:
        return [list(rows)]
    edges = [*lanes, float("inf")]
    starts = [edge - 1 for edge in lanes]
    parts: list[list[Row]] = [[] for _ in range(len(edges) + 1)]
    for row in rows:
        pieces: dict[int, list[Piece]] = {}
        for piece in row.pieces:
            lane = bisect_right(starts, piece.left)
            pieces.setdefault(-1 if piece.right > edges[lane] else lane, []).append(piece)
        for at, own in pieces.items():
            parts[at].append(Row(own, row.baseline, row.size))
    return parts


def _lines(rows: Sequence[Row], edges: Sequence[int]) -> list[Piece]:
    parted = gutters(rows, edges)
    lines: list[Piece] = []
    for at, row in enumerate(rows):
        starts = parted.get(at, ())
        group: list[Piece] = []
        for piece in row.pieces:
            if group and (piece.left in starts or _is_heading_apart(group[-1], piece)):
                lines.append(joined(group))
                group = []
            group.append(piece)
        lines.append(joined(group))
    return lines


def _is_heading_apart(one: Piece, two: Piece) -> bool:
    """Tell whether the file itself says that one of two pieces beside each other is a heading, and the other none."""
    if one.tag is None or two.tag is None or bool(one.tag.heading) == bool(two.tag.heading):
        return False
    other = two if one.tag.heading else one
    return bool(other.tag and other.tag.item) or not 0.6 < one.size / two.size < 1.6


def _without(rows: Sequence[Row], tables: Sequence[Table]) -> list[Row]:
    if not tables:
        return list(rows)
    boxes = [_box(table.pieces) for table in tables]
    kept = []
    for row in rows:
        pieces = [one for one in row.pieces if not any(_holds(box, one) for box in boxes)]
        if pieces:
            kept.append(Row(pieces, row.baseline, row.size))
    return kept


def _holds(box: Box, piece: Piece) -> bool:
    x, y = (piece.left + piece.right) / 2, piece.baseline - 0.3 * piece.size
    return box.left <= x <= box.right and box.top <= y <= box.bottom


def _frames(rows: Sequence[Row], frames: Sequence[Box]) -> list[Box]:
    many = sum(len(row.pieces) for row in rows)
    kept: list[Box] = []
    for frame in sorted(frames, key=lambda box: (box.left - box.right) * (box.bottom - box.top)):
        if frame.right - frame.left < _FRAME_WIDTH or frame.bottom - frame.top < _FRAME_HEIGHT:
            continue
        if sum(_holds(frame, one) for row in rows for one in row.pieces) > _MOST_FRAMED * many:
            continue
        if not any(min(frame.right, one.right) > max(frame.left, one.left) and _within(frame, one) for one in kept):
            kept.append(frame)
    return kept


def _within(one: Box, two: Box) -> bool:
    return min(one.bottom, two.bottom) > max(one.top, two.top)


def _box(lines: Sequence[Piece]) -> Box:
    return Box(
        min(line.left for line in lines),
        min(line.top for line in lines),
        max(line.right for line in lines),
        max(line.bottom for line in lines),
    )


def _chains(lines: Sequence[Piece], blocks: Sequence[Box], lanes: Sequence[float]) -> list[list[Piece]]:
    """Return chains of lines: each the only one below the last, and the last the only one above it; blocks part them."""
    items: list[Piece | Box] = sorted([*lines, *blocks], key=_height)
    extents = [_extent(item, lanes) for item in items]
    above: list[list[int]] = []
    below: list[list[int]] = [[] for _ in items]
    skyline: list[tuple[float, float, int]] = []
    for at, (own_left, own_right) in enumerate(extents):
        seen = {index for left, right, index in skyline if left < own_right - _SLIVER and own_left < right - _SLIVER}
        # An indented line leaves what is above it in sight: only the nearest counts.
        own = list(seen)
        if len(seen) > 1:
            own = [one for one in seen if not any(other > one and _overlap(extents[one], extents[other]) for other in seen)]
        above.append(own)
        for index in own:
            below[index].append(at)
        skyline = _covered(skyline, own_left, own_right, at)
    chains: list[list[Piece]] = []
    of: dict[int, list[Piece]] = {}
    for at, line in enumerate(items):
        if isinstance(line, Box):
            continue
        over = above[at]
        alone = len(over) == 1 and (below[over[0]] == [at] or _ends_paragraph(items, over[0], at, below))
        if alone and over[0] in of and _near(of[over[0]], line):
            chain = of[over[0]]
            chain.append(line)
        else:
            chain = [line]
            chains.append(chain)
        of[at] = chain
    return chains


def _covered(
    skyline: Sequence[tuple[float, float, int]], own_left: float, own_right: float, at: int
) -> list[tuple[float, float, int]]:
    """Return what a line further down would see above it once line ``at`` stands there: stretches, each with its line."""
    kept: list[tuple[float, float, int]] = []
    for part in skyline:
        left, right, index = part
        if right <= own_left or left >= own_right:
            kept.append(part)
            continue
        if own_left - left > _SPECK:
            kept.append((left, own_left, index))
        if right - own_right > _SPECK:
            kept.append((own_right, right, index))
    if own_right - own_left > _SPECK:
        kept.append((own_left, own_right, at))
    return kept


def _ends_paragraph(items: Sequence[Piece | Box], over: int, at: int, below: Sequence[Sequence[int]]) -> bool:
    """Tell whether a line is the short last one of a paragraph that spans the columns which begin below it."""
    one, two = items[over], items[at]
    if isinstance(one, Box) or isinstance(two, Box) or not 0.95 < one.size / two.size < 1.05 or abs(one.left - two.left) > 2:
        return False
    step = two.baseline - one.baseline
    lower = [items[other] for other in (*below[over], *below[at]) if other != at]
    return step < 1.7 * two.size and all(
        (item.top if isinstance(item, Box) else item.baseline) > two.baseline + 1.15 * step for item in lower
    )


def _near(chain: Sequence[Piece], two: Piece) -> bool:
    one = chain[-1]
    step = two.baseline - one.baseline
    if len(chain) == 1 and not 0.9 < one.size / two.size < 1.1 and step > 1.2 * two.size and abs(one.left - two.left) > one.size:
        return False  # a line in the middle that heads all columns stands above one of them as well
    return step < _FURTHEST * max(one.size, two.size)


def _height(item: Piece | Box) -> tuple[float, float]:
    return (item.baseline if isinstance(item, Piece) else item.top, item.left)


def _extent(item: Piece | Box, lanes: Sequence[float]) -> tuple[float, float]:
    """Return the edges of a line, an indent taken back: a short last line stands below the indented first one all the same."""
    if isinstance(item, Box):
        return item.left, item.right
    before = bisect_right(lanes, item.left + 1)
    lane = lanes[before - 1] if before else 0.0
    return max(item.left - _INDENTED * item.size, min(lane, item.left)), item.right


def _overlap(one: tuple[float, float], two: tuple[float, float]) -> bool:
    return min(one[1], two[1]) - max(one[0], two[0]) > _SLIVER
