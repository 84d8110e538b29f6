"""The blocks of an internal copy's own sheets, as paragraphs."""

from collections.abc import Callable, Mapping
from typing import Any

from briefing_app.domain.briefing import LikelyQuestion, PrivateRemark, Questions, Room, TalkingPoints, WritingLines
from briefing_app.export.word.desk import Desk, Elements
from briefing_app.export.word.names import Style
from briefing_app.wordfile.elements import run


def _talking_points(desk: Desk, block: TalkingPoints) -> Elements:
    label = desk.paragraph(Style.SHEET_LABEL, desk.say(block.label))
    points = [
        desk.paragraph(Style.TALKING_POINT, desk.say(point), number=str(place)) for place, point in enumerate(block.points, 1)
    ]
    return [label, *points]


def _remark(desk: Desk, block: PrivateRemark) -> Elements:
    labels = [block.label, *[""] * len(block.paragraphs)]
    return [
        desk.labelled(Style.PRIVATE_REMARK, label, Style.LABEL, [desk.say(words)])
        for label, words in zip(labels, block.paragraphs, strict=False)
    ]


def _writing_lines(desk: Desk, block: WritingLines) -> Elements:
    label = [desk.paragraph(Style.SHEET_LABEL, desk.say(block.label))] if block.label else []
    return [*label, *(desk.paragraph(Style.WRITING_LINE, run("\t")) for _ in range(block.count))]


def _questions(desk: Desk, block: Questions) -> Elements:
    return [element for question in block.questions for element in _question(desk, question)]


def _room(desk: Desk, room: Room) -> Elements:
    made: Elements = []
    for place, side in enumerate(room.sides):
        title = [desk.say(side.title, Style.SIDE)]
        if place == 0:
            made.append(desk.labelled(Style.SHEET_LABEL, room.label, Style.LABEL, title))
        else:
            made.append(desk.paragraph(Style.SHEET_SIDE, *title))
        for who, follows in side.people:
            heard = [run("\t", follows)] if follows else []
            made.append(desk.paragraph(Style.PERSON, desk.say(who, Style.SPEAKER_NAME), *heard))
    return made or [desk.paragraph(Style.SHEET_LABEL, desk.say(room.label))]


def _question(desk: Desk, question: LikelyQuestion) -> Elements:
    likely = [run("  ", question.likelihood, style=desk.ids[Style.LIKELIHOOD])] if question.likelihood else []
    made = [desk.paragraph(Style.QUESTION, desk.say(question.question), *likely, number=question.number)]
    if question.answer:
        made.append(desk.paragraph(Style.ANSWER, desk.say(question.answer)))
    if question.source:
        made.append(desk.paragraph(Style.SOURCE_LINE, desk.say(desk.source_line(question.source))))
    return made


SHEET_BLOCKS: Mapping[type[object], Callable[[Desk, Any], Elements]] = {
    Room: _room,
    TalkingPoints: _talking_points,
    PrivateRemark: _remark,
    Questions: _questions,
    WritingLines: _writing_lines,
}
"""How each kind of block that only sheets have is written."""
