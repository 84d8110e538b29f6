"""Running heads, running feet and page numbers: outermost rows, set apart from the text, that other pages have in the same place.

A row is taken off only for good reason: body lines may differ in their digits alone, or be nothing but a number.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing_app.reading.pdf.leaves import Leaf
from briefing_app.reading.pdf.marks import opens_item
from briefing_app.reading.pdf.pieces import Piece
from briefing_app.reading.pdf.rows import Row

_DEEPEST = 4
"""Rows from either edge that are looked at."""
_NEAR = 2
"""Pages apart: heads differ on left and right pages."""
_PLACE = 4.0
"""Points by which its place may differ."""
_PLACE_OF_NAMED, _NAMED = 12.0, 12
"""The same for rows of so many signs or more that are alike in all of them."""
_MARGIN = 0.12
"""Share of the page's height where a row with nothing beside it counts as set apart."""
_APART = 1.55
_OTHER_SIZE = 0.93
_MOST_CELLS = 4
"""A row of more pieces is a table's."""
_LONGEST = 160
_WORDY = 4
_BESIDE = 4.0
_SPOT, _FEWEST_SPOTS = 0.5, 2
"""Points by which the place and size of one that stands close to the text may differ, and how many pages have it on that spot."""
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–—|•\s]*(?:(?:page|p\.|pág\.|página)\s*)?(?P<number>\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of|de|sur)\s*\d{1,4})?[-–—|•\s]*",
    re.IGNORECASE,
)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class _Edge:
    """A row at one edge of a page: its words without numbers, the numbers, and its distance from the edge of the page."""

    page: int
    mask: str
    numbers: tuple[int, ...]
    place: float
    row: Row
    apart: bool
    number: int | None
    """The page number that one of its pieces is, if any."""


def without_furniture(leaves: Sequence[Leaf], leading: float) -> None:
    """Take running heads, feet and page numbers off the leaves. ``leading`` is the usual distance of lines, in ems.

    Where nothing else would be left of any of them, they are what the file says, and stay.
    """
    whole = [list(leaf.rows) for leaf in leaves]
    for top in (True, False):
        for _ in range(_DEEPEST):
            edges = [edge for leaf in leaves if (edge := _edge(leaf, leading, top=top))]
            gone = _recurring(edges) | _in_sequence(edges) or _lone_number(leaves, edges)
            if not gone:
                break
            gone |= _close(edges, gone)
            for leaf in leaves:
                leaf.rows = [row for row in leaf.rows if id(row) not in gone]
    _margins(leaves)
    _sideways(leaves)
    if not any(leaf.rows for leaf in leaves):
        for leaf, rows in zip(leaves, whole, strict=True):
            leaf.rows = rows


def _edge(leaf: Leaf, leading: float, *, top: bool) -> _Edge | None:
    if not leaf.rows:
        return None
    row = leaf.rows[0] if top else leaf.rows[-1]
    text = row.text
    if len(text) > _LONGEST or len(row.pieces) > _MOST_CELLS:
        return None
    number = next((value for piece in row.pieces if (value := _page_number(piece.text)) is not None), None)
    place = row.baseline if top else leaf.height - row.baseline
    numbers = tuple(int(one) for one in _NUMBER.findall(text)[:12] if len(one) < 10)
    return _Edge(leaf.page, _NUMBER.sub("#", text).casefold(), numbers, place, row, _apart(leaf, row, leading, top=top), number)


def _apart(leaf: Leaf, row: Row, leading: float, *, top: bool) -> bool:
    in_margin = (row.baseline if top else leaf.height - row.baseline) < _MARGIN * leaf.height
    if len(leaf.rows) == 1:
        return in_margin
    after = leaf.rows[1] if top else leaf.rows[-2]
    distance = abs(after.baseline - row.baseline) / max(row.size, after.size)
    sizes = min(row.size, after.size) / max(row.size, after.size)
    return distance > _APART * leading or (in_margin and sizes < _OTHER_SIZE and distance > 1.1)


def _recurring(edges: Sequence[_Edge]) -> set[int]:
    """Return the rows (by identity) that a near page has in the same place, their numbers equal or running with the pages."""
    by_page = {edge.page: edge for edge in edges}
    gone: set[int] = set()
    for edge in edges:
        if not edge.apart:
            continue
        for page in range(edge.page - _NEAR, edge.page + _NEAR + 1):
            other = by_page.get(page)
            if other is None or other is edge or not other.apart:
                continue
            # A first page may have its head a little higher; what says the very same is the same.
            named = len(edge.mask) >= _NAMED and edge.mask == other.mask and edge.numbers == other.numbers
            if abs(other.place - edge.place) > (_PLACE_OF_NAMED if named else _PLACE):
                continue
            if _same(edge, other) or _numbered(edge, other):
                gone.add(id(edge.row))
                break
    return gone


def _same(one: _Edge, two: _Edge) -> bool:
    if one.mask != two.mask or len(one.numbers) != len(two.numbers):
        return False
    pages = two.page - one.page
    steps = {second - first for first, second in zip(one.numbers, two.numbers, strict=True)}
    return steps <= {0, pages}


def _numbered(one: _Edge, two: _Edge) -> bool:
    """Tell whether both rows hold a page number, whatever stands beside it."""
    return one.number is not None and two.number is not None and two.number - one.number == two.page - one.page


def _close(edges: Sequence[_Edge], gone: set[int]) -> set[int]:
    """Return the rows that stand no further from the text than its lines do, but are what near pages have on the very spot."""
    taken = {edge.page: edge for edge in edges if id(edge.row) in gone}
    found = set()
    for edge in edges:
        if edge.apart or not ((edge.number is not None and len(edge.row.pieces) == 1) or len(edge.mask) >= _NAMED):
            continue
        near = [taken[page] for page in range(edge.page - _NEAR, edge.page + _NEAR + 1) if page in taken]
        spots = [
            other for other in near if abs(other.place - edge.place) < _SPOT and (_same(edge, other) or _numbered(edge, other))
        ]
        if len(spots) >= _FEWEST_SPOTS and all(abs(other.row.size - edge.row.size) < _SPOT for other in spots):
            found.add(id(edge.row))
    return found


def _in_sequence(edges: Sequence[_Edge]) -> set[int]:
    """Return the rows with nothing but a page number that runs with those of other pages, wherever on the page it stands."""
    numbered = [edge for edge in edges if edge.number is not None and edge.apart]
    offsets = Counter(edge.number - edge.page for edge in numbered if edge.number is not None)
    return {
        id(edge.row)
        for edge in numbered
        if edge.number is not None and offsets[edge.number - edge.page] > 2 and len(edge.row.pieces) == 1
    }


def _lone_number(leaves: Sequence[Leaf], edges: Sequence[_Edge]) -> set[int]:
    """Return the row of a single page, or of the one page that has any, that holds its page number and nothing else."""
    gone = set()
    for edge in edges:
        alone = len(edge.row.pieces) == 1 and edge.number is not None
        leaf = leaves[edge.page]
        in_margin = edge.place < _MARGIN * leaf.height and len(leaf.rows) > 1
        if alone and in_margin and edge.apart and edge.number == edge.page + 1:
            gone.add(id(edge.row))
    return gone


def _page_number(text: str) -> int | None:
    found = _PAGE_NUMBER.fullmatch(text)
    if not found:
        return None
    number = found["number"]
    return int(number) if number.isdigit() else _roman(number.lower())


def _roman(letters: str) -> int | None:
    digits = [_VALUES[letter] for letter in letters]
    value = sum(-one if one < after else one for one, after in zip(digits, [*digits[1:], 0], strict=True))
    return value if value < 100 else None


def _margins(leaves: Sequence[Leaf]) -> None:
    """Take off what stands beside the text in the same place of several pages: a running head set in the margin."""
    places: defaultdict[tuple[str, int, int], list[tuple[Leaf, Piece]]] = defaultdict(list)
    for leaf in leaves:
        long = [piece for row in leaf.rows for piece in row.pieces if piece.text.count(" ") > _WORDY]
        if not long:
            continue
        left, right = min(piece.left for piece in long), max(piece.right for piece in long)
        for row in leaf.rows:
            for piece in row.pieces:
                outside = piece.right < left - _BESIDE or piece.left > right + _BESIDE
                if outside and not (piece is row.pieces[0] and len(row.pieces) > 1 and opens_item(piece.text)):
                    key = (_NUMBER.sub("#", piece.text), round(piece.left / 8), round(piece.baseline / 8))
                    places[key].append((leaf, piece))
    gone = {id(piece) for found in places.values() for piece in _steady(found)}
    if gone:
        for leaf in leaves:
            for row in leaf.rows:
                row.pieces = [piece for piece in row.pieces if id(piece) not in gone]
            leaf.rows = [row for row in leaf.rows if row.pieces]


def _steady(found: Sequence[tuple[Leaf, Piece]]) -> list[Piece]:
    """Return the pieces if they say the same on several pages, or count with the pages."""
    told = [(leaf.page, [int(one) for one in _NUMBER.findall(piece.text) if len(one) < 10]) for leaf, piece in found]
    page, numbers = told[0]
    same = all(own == numbers for _, own in told)
    counts = all(len(own) == 1 == len(numbers) and own[0] - numbers[0] == on - page for on, own in told)
    return [piece for _, piece in found] if len({leaf.page for leaf, _ in found}) > 2 and (same or counts) else []


def _sideways(leaves: Sequence[Leaf]) -> None:
    """Take off what runs across or beside the text of several pages: a watermark, a stamp in the margin."""
    pages: defaultdict[str, set[int]] = defaultdict(set)
    for leaf, text in _others(leaves):
        pages[text].add(leaf.page)
    recurring = {text for text, on in pages.items() if len(on) > 1}
    for leaf in leaves:
        leaf.others = [
            (turn, kept)
            for turn, pieces in leaf.others
            if (kept := [piece for piece in pieces if _NUMBER.sub("#", piece.text) not in recurring])
        ]


def _others(leaves: Sequence[Leaf]) -> Iterator[tuple[Leaf, str]]:
    for leaf in leaves:
        for _, pieces in leaf.others:
            for piece in pieces:
                yield leaf, _NUMBER.sub("#", piece.text)
