"""Asks who answers for an edit that touches a word which turns the meaning, and why: the sentence before and after it."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from briefing_app.desktop.dialogs.foot import foot
from briefing_app.desktop.dialogs.form import form
from briefing_app.desktop.dialogs.sheet import Sheet
from briefing_app.desktop.theme import theme_of
from briefing_app.words import Words
from briefing_app.workbench.trim_sentences import Question


class TurningDialog(Sheet):
    """One question; without a name and a reason there is no answer."""

    answered = Signal(str, str)
    """Who, and why."""

    def __init__(self, question: Question, words: Words, who: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("turning")
        say = words.say
        theme = theme_of()
        self.setWindowTitle(say("window.turning.title"))
        self.setMinimumWidth(theme.px(480))
        self._tip = say("window.tip.turning.confirm")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(_label(say("window.turning.title"), "title"))
        column.addWidget(_label(say(f"window.turning.{question.code.removeprefix('turning-')}", words=question.words), "body"))
        told = "".join(f"<b>{escape(said.text)}</b>" if said.turns else escape(said.text) for said in question.before)
        self.source = self._sentence(column, say("window.turning.before"), told)
        self.printed = self._sentence(column, say("window.turning.after"), escape(question.after))
        self.who, self.reason = QLineEdit(who), QLineEdit()
        for key, field in (("who", self.who), ("reason", self.reason)):
            field.setAccessibleName(say(f"window.turning.{key}"))
            field.textChanged.connect(self._allow)
        column.addSpacing(4)
        column.addLayout(form((say("window.turning.who"), self.who), (say("window.turning.reason"), self.reason)))
        column.addSpacing(4)
        stay = QPushButton(say("window.cancel"))
        stay.clicked.connect(self.reject)
        self.confirm = QPushButton(say("window.turning.confirm"))
        self.confirm.clicked.connect(self.accept)
        column.addLayout(foot(stay, self.confirm))
        self._allow()
        width = self.minimumWidth()
        self.resize(width, column.totalHeightForWidth(width))
        (self.reason if who else self.who).setFocus()

    def accept(self) -> None:
        """Give the answer and close."""
        if self.confirm.isEnabled():
            self.answered.emit(self.who.text().strip(), self.reason.text().strip())
            super().accept()

    def _allow(self) -> None:
        full = bool(self.who.text().strip() and self.reason.text().strip())
        self.confirm.setEnabled(full)
        self.confirm.setToolTip("" if full else self._tip)

    @staticmethod
    def _sentence(column: QVBoxLayout, title: str, told: str) -> QLabel:
        """Add a sentence of the source beneath what it is, in the serif; ``told`` is escaped already."""
        frame = QFrame()
        frame.setProperty("kind", "box")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(12, 8, 12, 10)
        inside.setSpacing(2)
        name = _label(title, "small")
        name.setProperty("tone", "ink3")
        inside.addWidget(name)
        sentence = _label(told, "words")
        sentence.setTextFormat(Qt.TextFormat.RichText)
        sentence.setAccessibleName(title)
        inside.addWidget(sentence)
        column.addWidget(frame)
        return sentence


def _label(text: str, type_: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("type", type_)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
