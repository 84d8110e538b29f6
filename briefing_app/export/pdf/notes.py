"""Notes at the foot of a page: their lines, how much room they take, and going over the page when one is longer than that."""

from dataclasses import dataclass

from briefing_app.domain.briefing import Note
from briefing_app.export.pdf.desk import Desk, marks_of
from briefing_app.export.pdf.geometry import AXIS, COLUMN, MEASURE
from briefing_app.export.pdf.marks import Mark, Rule, lowered
from briefing_app.export.pdf.setting import Manner

HANG = 12.0
BETWEEN = 2.0
ABOVE = 8.0
"""From the body's end to the first note, the rule between them."""


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One line of a note; ``height`` holds the space behind its last line."""

    marks: tuple[Mark, ...]
    height: float


def note_lines(desk: Desk, note: Note) -> tuple[NoteLine, ...]:
    """Return a note as lines, the number hung before the first."""
    around = desk.element("Note", name=f"note-{note.number}")
    told, tag = desk.element("Lbl", around), desk.element("P", around)
    number = desk.set(str(note.number), "note_number", AXIS)
    hang = max(HANG, number.width + 5)
    text = desk.set(desk.pieces(note.text, "note"), "note", MEASURE - hang, Manner.RUNNING)
    lines: list[NoteLine] = []
    for place, mark in enumerate(marks_of(text, AXIS + hang, 0, tag)):
        first = marks_of(number, AXIS, 0, told) if place == 0 else ()
        last = place + 1 == len(text.lines)
        lines.append(NoteLine((*first, lowered(mark, -mark.y)), text.leading + (BETWEEN if last else 0.0)))
    return tuple(lines) or (NoteLine(marks_of(number, AXIS, 0, told), number.leading + BETWEEN),)


def height_of(lines: list[NoteLine]) -> float:
    """Return the room that notes take at the foot of a page, their rule counted."""
    return ABOVE + sum(line.height for line in lines) if lines else 0.0


def set_notes(desk: Desk, lines: list[NoteLine], bottom: float) -> tuple[Mark, ...]:
    """Return the marks of a page's notes, ending at ``bottom``."""
    if not lines:
        return ()
    y = bottom - height_of(lines) + 3
    marks: list[Mark] = [Rule(AXIS, y, COLUMN, 0.5, desk.colour("ink"))]
    y += 5
    for line in lines:
        marks += [lowered(mark, y) for mark in line.marks]
        y += line.height
    return tuple(marks)
