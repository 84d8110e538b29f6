"""Tells of a bug of ours: what happened, on what, to be copied; the work is kept and goes on."""

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from briefing_app.desktop.dialogs.foot import foot
from briefing_app.desktop.dialogs.sheet import Sheet
from briefing_app.words import Words


class BugDialog(Sheet):
    """Shows a report."""

    def __init__(self, words: Words, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bug")
        say = words.say
        self.setWindowTitle(say("window.bug.title"))
        self.resize(640, 420)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        heading = QLabel(say("window.bug.title"))
        heading.setProperty("type", "title")
        kept = QLabel(say("window.bug.kept"))
        kept.setWordWrap(True)
        kept.setProperty("tone", "ink2")
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setProperty("kind", "field")
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.report.setAccessibleName(say("window.bug.report"))
        self.report.setTabChangesFocus(True)
        self.copy = QPushButton(say("window.bug.copy"))
        self.go_on = QPushButton(say("window.bug.go-on"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        self.go_on.clicked.connect(self.accept)
        for widget in (heading, kept, self.report):
            column.addWidget(widget)
        column.addLayout(foot(self.copy, self.go_on))
