"""Rows of the meeting notes: somebody in the room, a talking point with its letters counted, a likely question with its answer."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.choice_button import Choice, ChoiceButton
from briefing_app.desktop.widgets.row_list import FieldRow
from briefing_app.domain.audience import Person
from briefing_app.domain.pack import Question, TalkingPoint
from briefing_app.words import Words
from briefing_app.workbench.meeting import LIKELIHOODS, MOST_LETTERS, Offered

_CHOICE = 148
"""How wide the room of a choice is, in pixels at 100 %."""
_NAMED = 48
"""How many letters of an ask or an excerpt a choice shows."""


class Paragraphs(QPlainTextEdit):
    """A field of a few lines; Tab leaves it."""

    left = Signal()

    def __init__(self, name: str, lines: int, hint: str = "") -> None:
        super().__init__()
        theme = theme_of()
        self.setProperty("kind", "field")
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setFixedHeight(theme.line("body") * lines + theme.px(18))

    def line(self) -> str:
        """Return what was written as one line."""
        return " ".join(self.document().toPlainText().split())

    def lines(self) -> str:
        """Return what was written, its lines apart and none of them blank."""
        lines = (" ".join(line.split()) for line in self.document().toPlainText().splitlines())
        return "\n".join(line for line in lines if line)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()


class PersonRow(FieldRow[Person]):
    """Role, name, and what they follow or do."""

    def __init__(self, words: Words, person: Person | None = None) -> None:
        super().__init__(words)
        self.role, self.name, self.follows = (_field(words.say(f"window.meeting.{key}")) for key in ("role", "name", "follows"))
        line = QHBoxLayout()
        line.setSpacing(6)
        for field, share in ((self.role, 4), (self.name, 3), (self.follows, 5)):
            line.addWidget(field, share)
            field.editingFinished.connect(self.edited)
            field.textEdited.connect(self.typed)
        self.fields.addLayout(line)
        self.stops = (self.role, self.name, self.follows)
        self.put(person or Person(""))

    def put(self, value: Person) -> None:
        """Show somebody."""
        for field, text in ((self.role, value.role), (self.name, value.name), (self.follows, value.follows)):
            field.setText(text)
            field.setCursorPosition(0)

    def person(self) -> Person:
        """Return who was written."""
        return Person(_line(self.role), _line(self.name), _line(self.follows))


class PointRow(FieldRow[TalkingPoint]):
    """One line to say, its letters counted, and the ask it stands for."""

    def __init__(self, words: Words, asks: Sequence[Offered]) -> None:
        super().__init__(words)
        self._words = words
        self.text = _field(words.say("window.meeting.point"))
        self.count = QLabel()
        self.count.setProperty("type", "small")
        self.count.setMinimumWidth(theme_of().px(54))
        self.ask = _choice(words, "window.meeting.stands-for", "window.meeting.no-ask", asks)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.text, 1)
        line.addWidget(self.count)
        line.addWidget(_column(self.ask))
        self.fields.addLayout(line)
        self.stops = (self.text, self.ask)
        self.text.textChanged.connect(self._count)
        self.text.editingFinished.connect(self.edited)
        self.text.textEdited.connect(self.typed)
        self.ask.chosen.connect(self.edited)
        self._count()

    def put(self, value: TalkingPoint) -> None:
        """Show a point."""
        self.text.setText(value.text)
        self.text.setCursorPosition(0)
        self.ask.set_key(value.ask or "")

    def point(self) -> TalkingPoint:
        """Return the point as written."""
        return TalkingPoint(_line(self.text), self.ask.key or None)

    def _count(self) -> None:
        number = len(_line(self.text))
        self.count.setText(self._words.say("window.meeting.letters", number=number, most=MOST_LETTERS))
        long = number > MOST_LETTERS
        told = self._words.say("window.meeting.long", number=number, most=MOST_LETTERS) if long else ""
        self.count.setToolTip(told)
        self.text.setAccessibleDescription(told or self.count.text())
        tone(self.count, "warn" if long else "ink3")


class QuestionRow(FieldRow[Question]):
    """A likely question, how likely it is, our answer, and the excerpt that answer stands on."""

    def __init__(self, words: Words, sources: Sequence[Offered]) -> None:
        super().__init__(words)
        say = words.say
        self.question = _field(say("window.meeting.question"))
        self.answer = Paragraphs(say("window.meeting.answer"), 3, say("window.meeting.answer"))
        self.likelihood = ChoiceButton(say("window.meeting.likelihood"))
        self.likelihood.offer([Choice(key, say(f"window.meeting.{key}")) for key in LIKELIHOODS], "possible")
        self.source = _choice(words, "window.meeting.source", "window.meeting.no-source", sources)
        for widgets in ((self.question, self.likelihood), (self.answer, self.source)):
            line = QHBoxLayout()
            line.setSpacing(6)
            line.addWidget(widgets[0], 1)
            aside = Qt.AlignmentFlag.AlignTop if widgets[0] is self.answer else Qt.AlignmentFlag.AlignVCenter
            line.addWidget(_column(widgets[1]), 0, aside)
            self.fields.addLayout(line)
        self.stops = (self.question, self.likelihood, self.answer, self.source)
        self.question.editingFinished.connect(self.edited)
        self.question.textEdited.connect(self.typed)
        self.answer.textChanged.connect(self.typed)
        self.answer.left.connect(self.edited)
        self.likelihood.chosen.connect(self.edited)
        self.source.chosen.connect(self.edited)

    def put(self, value: Question) -> None:
        """Show a question."""
        self.question.setText(value.question)
        self.question.setCursorPosition(0)
        self.answer.setPlainText(value.answer)
        self.likelihood.set_key(value.likelihood)
        self.source.set_key(value.excerpt or "")

    def written(self) -> Question:
        """Return the question as written."""
        return Question(_line(self.question), self.answer.line(), self.likelihood.key, self.source.key or None)


def tone(label: QLabel, name: str) -> None:
    """Set the colour of a label's words."""
    if label.property("tone") != name:
        label.setProperty("tone", name)
        label.style().unpolish(label)
        label.style().polish(label)


def _field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(name)
    return field


def _line(field: QLineEdit) -> str:
    return " ".join(field.text().split())


def _choice(words: Words, purpose: str, none: str, offered: Sequence[Offered]) -> ChoiceButton:
    button = ChoiceButton(words.say(purpose))
    choices = [Choice(each.id, _named(each)) for each in offered]
    button.offer([Choice("", words.say(none)), *choices], "")
    return button


def _column(button: ChoiceButton) -> QWidget:
    """Return room for a choice that is as wide in all rows, so that the fields beside it end below each other."""
    room = QWidget()
    room.setFixedWidth(theme_of().px(_CHOICE))
    row = QHBoxLayout(room)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(button)
    row.addStretch(1)
    return room


def _named(each: Offered) -> str:
    words = " ".join(each.words.split())
    cut = words if len(words) <= _NAMED else words[:_NAMED].rsplit(" ", 1)[0]
    return " · ".join(part for part in (each.number, cut) if part)
