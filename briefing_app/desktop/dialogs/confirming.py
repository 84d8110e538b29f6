"""Answering for a finding by name and reason: a small dialog over the window."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.text_painter import Mark, WordsBlock
from briefing_app.words import Words

_WIDTH = 480


class Confirming(QDialog):
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
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("window.confirming.title"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(_AboutLabel(about, marks))
        column.addSpacing(4)
        column.addWidget(_label(say("window.confirming.lead"), "body", "ink2"))
        column.addSpacing(8)
        self.who = self._field(column, say("window.confirming.who"), who)
        self.reason = self._field(column, say("window.confirming.reason"), "")
        column.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._needs = _label("", "small", "ink3")
        row.addWidget(self._needs, 1)
        cancel = QPushButton(say("window.confirming.cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.go = QPushButton(say("window.confirming.go"))
        self.go.setProperty("kind", "primary")
        self.go.setDefault(True)
        self.go.clicked.connect(self.accept)
        row.addWidget(cancel)
        row.addWidget(self.go)
        column.addLayout(row)
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


class _AboutLabel(QWidget):
    """What is let stand: our words in the sans, a source's in the serif."""

    def __init__(self, text: str, marks: tuple[Mark, ...]) -> None:
        super().__init__()
        theme = theme_of()
        self._block = WordsBlock(text, theme.font("strong"), marks, line=theme.line("words"))
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return how high the words stand."""
        return self._block.height_for(width)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the words."""
        painter = QPainter(self)
        self._block.paint(painter, QRectF(self.rect()), theme_of())
        painter.end()


def _label(text: str, kind: str, tone: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("type", kind)
    label.setProperty("tone", tone)
    return label
