"""The password of locked files: asked once for all of them, tried, and kept nowhere; a wrong one is said in place."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from briefing_app.desktop.dialogs.foot import foot
from briefing_app.desktop.dialogs.sheet import Sheet
from briefing_app.desktop.theme import theme_of
from briefing_app.words import Words

_WIDTH = 460


class PasswordDialog(Sheet):
    """Stays open until every file is read or the person gives up."""

    given = Signal(object, str)
    """The files that are still locked, and what was typed."""

    def __init__(self, paths: tuple[Path, ...], words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("password")
        self._words, self._paths = words, paths
        self.setWindowModality(Qt.WindowModality.WindowModal)
        theme = theme_of()
        self.setMinimumWidth(theme.px(_WIDTH))
        self.setWindowTitle(words.count("window.password.title", len(paths)))
        self._names = _label("body", "ink2")
        self.field = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(words.say("window.password.field"))
        self.field.textChanged.connect(self._allow)
        self.told = _label("small", "block")
        stay = QPushButton(words.say("window.cancel"))
        stay.clicked.connect(self.reject)
        self.go = QPushButton(words.say("window.password.go"))
        self.go.clicked.connect(self._try)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        title = _label("title", "ink")
        title.setText(self.windowTitle())
        for widget in (title, self._names, self.field, self.told):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addLayout(foot(stay, self.go))
        self._show_names()
        self.told.hide()
        self._allow()
        self.field.setFocus()
        self.resize(self.minimumWidth(), column.totalHeightForWidth(self.minimumWidth()))

    def answer(self, locked: tuple[Path, ...]) -> None:
        """Take which files the password did not open; none: the dialog has done its work."""
        if not locked:
            self.accept()
            return
        self._paths = locked
        self._show_names()
        self.told.setText(self._words.say("window.password.wrong"))
        self.told.setProperty("tone", "block")
        self.told.style().polish(self.told)
        self.told.show()
        self.field.setEnabled(True)
        self.field.selectAll()
        self.field.setFocus()
        self._allow()
        self.adjustSize()

    def _try(self) -> None:
        self.field.setEnabled(False)
        self.go.setEnabled(False)
        self.told.setText(self._words.say("window.password.trying"))
        self.told.setProperty("tone", "ink2")
        self.told.style().polish(self.told)
        self.told.show()
        self.given.emit(self._paths, self.field.text())

    def _show_names(self) -> None:
        self._names.setText("\n".join(path.name for path in self._paths[:4]) + ("\n…" if len(self._paths) > 4 else ""))

    def _allow(self) -> None:
        self.go.setEnabled(bool(self.field.text()))


def _label(kind: str, tone: str) -> QLabel:
    label = QLabel(wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("type", kind)
    label.setProperty("tone", tone)
    return label
