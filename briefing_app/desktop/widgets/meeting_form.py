"""The form of the meeting notes: the meeting, who is in the room, what to say, what may be asked, what stays with us."""

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.meeting_rows import Paragraphs, PersonRow, PointRow, QuestionRow, tone
from briefing_app.desktop.widgets.row_list import FieldRow, RowList, Value
from briefing_app.domain.audience import Person
from briefing_app.domain.pack import MeetingNotes
from briefing_app.words import Words
from briefing_app.workbench.meeting import MOST_POINTS, Draft, Offered

_LINES = ("when", "where", "lead", "leave_behind")
"""The fields of one line, two in a row."""


class MeetingForm(QWidget):
    """Shows a draft and says what was made of it; it keeps nothing itself."""

    left = Signal()
    """Something was written and left, or rows were changed: what is written now may be kept."""
    typed = Signal()
    """Something is being written."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._offered: Callable[[], tuple[tuple[Offered, ...], tuple[Offered, ...]]] = lambda: ((), ())
        self._to_show: list[Callable[[], None]] = []
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._show_more)
        say = words.say
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 14, 24, 16)
        self.column.setSpacing(6)
        self.lines = {name: QLineEdit() for name in _LINES}
        self._lay_lines()
        self.outcome = Paragraphs(say("window.meeting.outcome"), 2)
        self._head("outcome", buddy=self.outcome)
        self.column.addWidget(self.outcome)
        self.their_side = self._head("theirs")
        self.theirs = self._list(lambda: PersonRow(words), "add-person")
        self._head("ours")
        self.ours = self._list(lambda: PersonRow(words), "add-person")
        self.points_count = self._head("points", line="points-line")
        self.points = self._list(lambda: PointRow(words, self._offered()[0]), "add-point")
        self._head("questions", line="questions-line")
        self.questions = self._list(lambda: QuestionRow(words, self._offered()[1]), "add-question")
        self.private = Paragraphs(say("window.meeting.private"), 3)
        self._head("private", line="private-line", buddy=self.private)
        self.column.addWidget(self.private)
        self.column.addStretch(1)
        for field in self.lines.values():
            field.editingFinished.connect(self.left)
            field.textEdited.connect(self.typed)
        for text in (self.outcome, self.private):
            text.left.connect(self.left)
            text.textChanged.connect(self.typed)
        self.points.changed.connect(self._count)

    def show_draft(self, draft: Draft, offered: Callable[[], tuple[tuple[Offered, ...], tuple[Offered, ...]]]) -> None:
        """Show notes; ``offered`` tells the asks and the excerpts that they may point to.

        Rows follow one at a time, so that the window answers in between; ``finish`` has them there at once.
        """
        notes = draft.notes
        self.blockSignals(True)
        for name, field in self.lines.items():
            field.setText(getattr(notes, name))
            field.setCursorPosition(0)
        self.outcome.setPlainText(notes.outcome)
        self.private.setPlainText(notes.private)
        self.blockSignals(False)
        self._offered = cache(offered)
        self._to_show = [
            *self.theirs.steps(draft.theirs),
            *self.ours.steps(notes.ours),
            self._look_up,
            *self.points.steps(notes.talking_points),
            *self.questions.steps(notes.questions),
        ]
        self._turns.start()

    def finish(self) -> None:
        """Show what is not shown yet."""
        while self._to_show:
            self._show_more()

    def draft(self) -> Draft:
        """Return the notes as they are written now, without the rows nobody wrote in."""
        texts = {name: " ".join(field.text().split()) for name, field in self.lines.items()}
        points = [row.point() for row in self.points.rows if isinstance(row, PointRow)] + self.points.coming
        questions = [row.written() for row in self.questions.rows if isinstance(row, QuestionRow)] + self.questions.coming
        notes = MeetingNotes(
            **texts,
            outcome=self.outcome.line(),
            ours=_people(self.ours),
            talking_points=tuple(point for point in points if point.text),
            questions=tuple(question for question in questions if question.question or question.answer),
            private=self.private.lines(),
        )
        return Draft(notes, _people(self.theirs))

    def theirs_name(self, name: str) -> None:
        """Say whose side the first list of people is."""
        self.their_side.setText(name)

    def _show_more(self) -> None:
        if self._to_show:
            show = self._to_show.pop(0)
            self.blockSignals(True)
            show()
            self.blockSignals(False)
        if not self._to_show:
            self._turns.stop()
            self._count()

    def _look_up(self) -> None:
        """Learn what rows may point to in a turn of its own."""
        self._offered()

    def _lay_lines(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for place, (name, field) in enumerate(self.lines.items()):
            key = name.replace("_", "-")
            label = _label(self._words.say(f"window.meeting.{key}"), "strong")
            label.setBuddy(field)
            field.setAccessibleName(label.text())
            field.setPlaceholderText(self._words.say(f"window.meeting.{key}-hint"))
            row, column = divmod(place, 2)
            grid.addWidget(label, row * 3, column)
            grid.addWidget(field, row * 3 + 1, column)
            grid.setRowMinimumHeight(row * 3 + 2, theme_of().px(10))
        self.column.addLayout(grid)

    def _head(self, key: str, line: str = "", buddy: QWidget | None = None) -> QLabel:
        """Put a heading into the column, a line of explanation under it, and return the label at its right."""
        say = self._words.say
        title, aside = _label(say(f"window.meeting.{key}"), "strong"), _label("", "small")
        if buddy is not None:
            title.setBuddy(buddy)
        row = QHBoxLayout()
        row.addWidget(title)
        row.addStretch(1)
        row.addWidget(aside)
        self.column.addSpacing(theme_of().px(10))
        self.column.addLayout(row)
        if line:
            told = _label(say(f"window.meeting.{line}"), "small")
            told.setWordWrap(True)
            tone(told, "ink2")
            self.column.addWidget(told)
        return aside

    def _list(self, make: Callable[[], FieldRow[Value]], add: str) -> RowList[Value]:
        rows = RowList(make, self._words.say(f"window.meeting.{add}"))
        rows.changed.connect(self.left)
        rows.typed.connect(self.typed)
        self.column.addWidget(rows)
        return rows

    def _count(self) -> None:
        number = sum(bool(row.point().text) for row in self.points.rows if isinstance(row, PointRow))
        self.points_count.setText(self._words.say("window.meeting.points-count", number=number, most=MOST_POINTS))
        many = number > MOST_POINTS
        self.points_count.setToolTip(self._words.say("window.meeting.many", number=number, most=MOST_POINTS) if many else "")
        tone(self.points_count, "warn" if many else "ink3")


def _people(rows: RowList[Person]) -> tuple[Person, ...]:
    people = [row.person() for row in rows.rows if isinstance(row, PersonRow)] + rows.coming
    return tuple(each for each in people if each.role or each.name or each.follows)


def _label(text: str, kind: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("type", kind)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
