"""Answering for a finding by name and reason: a small dialog over the window."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from briefing_app.desktop.dialogs.foot import foot
from briefing_app.desktop.dialogs.sheet import Sheet
from briefing_app.desktop.widgets.text_painter import Mark
from briefing_app.desktop.widgets.words_label import WordsLabel
from briefing_app.words import Words

_WIDTH = 480


class Confirming(Sheet):
    """Asks who lets something stand, and why. Deletes itself when it is closed."""

    answered = Signal(str, str)
    """Name and reason."""

    def __init__(
        self, words: Words, about: str, marks: tuple[Mark, ...] = (), who: str = "", parent: QWidget | None = None
    ) -> None:
        """Make the dialog; ``about`` says what is let stand, with a source's words marked; ``who`` is proposed."""
        super().__init__(parent)
        self._words = words
        say = words.say
        self.setWindowTitle(say("window.confirming.title"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(WordsLabel(about, marks, "strong"))
        column.addSpacing(4)
        column.addWidget(_label(say("window.confirming.lead"), "body", "ink2"))
        column.addSpacing(8)
        self.who = self._field(column, say("window.confirming.who"), who)
        self.reason = self._field(column, say("window.confirming.reason"), "")
        column.addSpacing(8)
        self._needs = _label("", "small", "ink3")
        cancel = QPushButton(say("window.confirming.cancel"))
        cancel.clicked.connect(self.reject)
        self.go = QPushButton(say("window.confirming.go"))
        self.go.clicked.connect(self.accept)
        column.addLayout(foot(cancel, self.go, beside=self._needs))
        for field in (self.who, self.reason):
            field.textChanged.connect(self._check)
        self._check()
        (self.reason if who else self.who).setFocus()
        # Wrapped words tell their height only once they know their width.
        self.resize(_WIDTH, column.heightForWidth(_WIDTH))

    def accept(self) -> None:
        """Tell the answer and close; without both words nothing happens."""
        who, reason = self._answer()
        if who and reason:
            self.answered.emit(who, reason)
            super().accept()

    def _field(self, column: QVBoxLayout, name: str, text: str) -> QLineEdit:
        label = _label(name, "small_strong", "ink2")
        field = QLineEdit(text)
        field.setAccessibleName(name)
        label.setBuddy(field)
        column.addWidget(label)
        column.addWidget(field)
        return field

    def _answer(self) -> tuple[str, str]:
        return self.who.text().strip(), self.reason.text().strip()

    def _check(self) -> None:
        whole = all(self._answer())
        self.go.setEnabled(whole)
        self._needs.setText("" if whole else self._words.say("window.confirming.needs"))


def _label(text: str, kind: str, tone: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("type", kind)
    label.setProperty("tone", tone)
    return label
