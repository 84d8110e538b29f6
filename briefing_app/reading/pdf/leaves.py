"""A page as the layout rules look at it: its pieces by direction, its rules and frames, and how much of it is picture."""

from collections import Counter
from dataclasses import dataclass

import pypdfium2 as pdfium

from briefing_app.domain.printed import Box
from briefing_app.reading.pdf.characters import page_text
from briefing_app.reading.pdf.drawings import Drawings, Rule, drawings_of
from briefing_app.reading.pdf.frames import OBLIQUE, PageSize, turned_box
from briefing_app.reading.pdf.initials import with_initials
from briefing_app.reading.pdf.pieces import Piece, pieces_of
from briefing_app.reading.pdf.rows import Row, rows_of
from briefing_app.reading.pdf.visibility import visible


@dataclass(slots=True)
class Leaf:
    """One page. ``turn`` is the direction most of its text runs in; ``rows`` are of that, ``others`` of all other directions."""

    page: int
    size: PageSize
    turn: int
    rows: list[Row]
    others: list[tuple[int, list[Piece]]]
    rules: list[Rule]
    frames: list[Box]
    pictured: float
    """Share of the page that pictures cover."""
    strokes: int

    @property
    def height(self) -> float:
        """The height of the page when its text is upright."""
        return self.size.width if self.turn % 2 else self.size.height

    @property
    def width(self) -> float:
        """The width of the page when its text is upright."""
        return self.size.height if self.turn % 2 else self.size.width

    @property
    def empty(self) -> bool:
        """Whether there is no text on it."""
        return not self.rows and not self.others


def leaf_of(page: pdfium.PdfPage, number: int) -> Leaf:
    """Return page ``number`` (from 0) with all that a person sees of its text."""
    text = page_text(page)
    size = text.size
    drawn = drawings_of(page, size)
    runs = visible(text.runs, size, drawn)
    letters: Counter[int] = Counter()
    for run in runs:
        letters[run.ink.turn] += run.letters
    turns = [turn for turn, _ in letters.most_common()]
    turn = next((one for one in turns if one != OBLIQUE), OBLIQUE if turns else 0)
    by_turn = {one: with_initials(pieces_of([run for run in runs if run.ink.turn == one])) for one in turns}
    return Leaf(
        number,
        size,
        turn,
        rows_of(by_turn.pop(turn, [])),
        list(by_turn.items()),
        [_rule(size, turn, rule) for rule in drawn.rules],
        [turned_box(size, turn, box) for box in drawn.frames],
        _share(drawn, size),
        drawn.strokes,
    )


def _rule(size: PageSize, turn: int, rule: Rule) -> Rule:
    if turn in {0, OBLIQUE}:
        return rule
    box = turned_box(size, turn, Box(rule.left, rule.top, rule.right, rule.bottom))
    return Rule(box.left, box.top, box.right, box.bottom)


def _share(drawn: Drawings, size: PageSize) -> float:
    area = size.width * size.height
    covered = sum(
        max(0.0, min(box.right, size.width) - max(box.left, 0)) * max(0.0, min(box.bottom, size.height) - max(box.top, 0))
        for box in drawn.pictures
    )
    return covered / area if area else 0.0
