"""Blocks of an internal copy's own sheets: who is in the room, talking points, private remarks, questions, lines to write on."""

from collections.abc import Iterator

from briefing_app.domain.briefing import LikelyQuestion, PrivateRemark, Questions, Room, RoomSide, TalkingPoints, WritingLines
from briefing_app.export.pdf.blocks_text import LABEL, hung_number, source_line
from briefing_app.export.pdf.desk import Desk, beside, marks_of
from briefing_app.export.pdf.geometry import AXIS, COLUMN, GUTTER, HALF_LINE, LIVE, MEASURE, column
from briefing_app.export.pdf.marks import Mark, Rule, Unseen
from briefing_app.export.pdf.setting import Manner, Setting
from briefing_app.export.pdf.slabs import Frame, Slab
from briefing_app.export.pdf.tagging.elements import Element

_SIDE = 2 * COLUMN + GUTTER
_LINE_APART = 25.0
_FIRST_LINE = 27.5
_SURE_LINES, _MOST_LINES = 2, 30
"""Lines to write on that a sheet always has, and how many it has where there is room."""


def _ruled(desk: Desk) -> Mark:
    return Rule(0, 0, LIVE, 0.75, desk.colour("ink"))


def room(desk: Desk, block: Room) -> Iterator[Slab]:
    """Yield who is in the room, side by side."""
    marks: list[Mark] = [_ruled(desk)]
    top = 5.0
    label = desk.set(block.label, "hang", LABEL)
    for first in range(0, max(len(block.sides), 1), 2):
        lowest = top
        for place, side in enumerate(block.sides[first : first + 2]):
            told = desk.element("P") if first == 0 and place == 0 else None
            side_marks, height, title = _side(desk, side, column(1 + 2 * place), top)
            if told:
                marks += beside(label, title, 0, top, told)
            marks += side_marks
            lowest = max(lowest, top + height)
        top = lowest + 5.0
    yield Slab(top, tuple(marks), before=2.5, after=2.5)


def _side(desk: Desk, side: RoomSide, x: float, top: float) -> tuple[list[Mark], float, Setting]:
    title = desk.set(side.title, "table_head", _SIDE)
    marks: list[Mark] = [*marks_of(title, x, top, desk.element("P"))]
    y = top + title.height + 2.5
    listed = desk.element("L")
    for who, follows in side.people:
        body = desk.element("LBody", desk.element("LI", listed))
        for words, strong, colour in ((who, True, "ink"), (follows, False, "muted")):
            text = desk.set(words, "cell", _SIDE, strong=strong, colour=colour)
            marks += marks_of(text, x, y, desk.element("P", body))
            y += text.height
        y += 2.5
    return marks, y - top, title


def talking_points(desk: Desk, block: TalkingPoints) -> Iterator[Slab]:
    """Yield what to say, numbered, a slab each; the first bears the label."""
    listed = desk.element("L", numbering="Decimal")
    for place, point in enumerate(block.points):
        item = desk.element("LI", listed)
        text = desk.set(point, "point", MEASURE + 5, Manner.RUNNING)
        y = HALF_LINE if place == 0 else 0.0
        number = desk.set(str(place + 1), "point_number", LABEL)
        marks: list[Mark] = [
            *beside(number, text, AXIS - 18 - max(0.0, number.width - 10), y, desk.element("Lbl", item)),
            *marks_of(text, AXIS, y, desk.element("P", desk.element("LBody", item))),
        ]
        if place == 0:
            marks = [_ruled(desk), *beside(desk.set(block.label, "hang", LABEL - 20), text, 0, y, desk.element("P")), *marks]
        last = place + 1 == len(block.points)
        yield Slab(y + text.height, tuple(marks), before=2.5 if place == 0 else 0.0, after=5.0 if last else 2.5)


def private_remark(desk: Desk, block: PrivateRemark, *, follows_another: bool) -> Iterator[Slab]:
    """Yield what never leaves the house, beside a dotted bar; remarks in a row share one rule."""
    top = 0.0 if follows_another else 8.0

    def bar(height: float) -> tuple[Mark, ...]:
        return (Rule(AXIS - 12, top + 1, max(height - top - 1, 1), 1.6, desk.colour("ink"), dash=(1.6, 2.6), upright=True),)

    around = desk.element("Div")
    told = desk.element("P", around)
    label = desk.set(block.label, "meta", LABEL - 14)
    marks: list[Mark] = [] if follows_another else [_ruled(desk)]
    y = top
    for place, words in enumerate(block.paragraphs):
        text = desk.set(words, "cell", MEASURE, Manner.RUNNING)
        marks += (*(beside(label, text, 0, y, told) if place == 0 else ()), *marks_of(text, AXIS, y, desk.element("P", around)))
        y += text.height + (2.5 if place + 1 < len(block.paragraphs) else 0.0)
    if not block.paragraphs:
        marks += marks_of(label, 0, y, told)
    before = 0.0 if follows_another else 2.5
    yield Slab(max(y, top + label.height), tuple(marks), before=before, after=7.5, frame=Frame(bar))


def questions(desk: Desk, block: Questions) -> Iterator[Slab]:
    """Yield likely questions with our answers, hairlines between them; the likelihood stands in the hang column."""
    listed = desk.element("L", numbering="Decimal")
    for place, one in enumerate(block.questions):
        yield _question(desk, one, desk.element("LI", listed), first=place == 0)


def _question(desk: Desk, one: LikelyQuestion, item: Element, *, first: bool) -> Slab:
    y = 0.0 if first else HALF_LINE
    marks: list[Mark] = [] if first else [Rule(AXIS, 0, MEASURE, 0.5, desk.colour("line"))]
    question = desk.set(one.question, "question", MEASURE, Manner.BALANCED)
    answer = desk.set(one.answer, "body", MEASURE, Manner.RUNNING)
    likelihood = desk.set(one.likelihood, "label", AXIS - 40)
    told, body = desk.element("Lbl", item), desk.element("LBody", item)
    asked, likely = desk.element("P", body), desk.element("P", body)
    # Number and question are heard before the likelihood, which is drawn first: it stands left of them.
    marks += (Unseen(y, told), Unseen(y, asked), *beside(likelihood, question, 0, y, likely))
    marks += (*hung_number(desk, one.number, question, y, tag=told), *marks_of(question, AXIS, y, asked))
    y += question.height + 1.25
    marks += marks_of(answer, AXIS, y, desk.element("P", body))
    y += answer.height
    if one.source:
        source = source_line(desk, one.source, one.number)
        marks += marks_of(source, AXIS, y + 1.25, desk.element("P", body))
        y += source.height + 1.25
    return Slab(y, tuple(marks), after=HALF_LINE)


def writing_lines(desk: Desk, block: WritingLines) -> Iterator[Slab]:
    """Yield dotted lines to write on: two for certain, others as far down as the page has room."""
    colour = desk.colour("muted")

    def line(y: float) -> Mark:
        return Rule(AXIS, y, MEASURE, 0.6, colour, dash=(1, 2.5))

    sure = min(block.count, _SURE_LINES)
    label = desk.set(block.label, "meta", LABEL)
    lines = [line(_FIRST_LINE + number * _LINE_APART) for number in range(sure)]
    height = max(_FIRST_LINE + (sure - 1) * _LINE_APART, 8 + label.height)
    yield Slab(height, (_ruled(desk), *marks_of(label, 0, 8, desk.element("P")), *lines), before=2.5)
    for _ in range(_MOST_LINES - sure if sure else 0):
        yield Slab(_LINE_APART, (line(_LINE_APART),), optional=True)
