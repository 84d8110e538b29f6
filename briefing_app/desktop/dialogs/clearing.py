"""Clears the pack: who answers for it as it stands, and on which day."""

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QDateEdit, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from briefing_app.desktop.dialogs.foot import foot
from briefing_app.desktop.dialogs.form import form
from briefing_app.desktop.dialogs.sheet import Sheet
from briefing_app.domain.dates import PartialDate
from briefing_app.words import Words


class ClearingDialog(Sheet):
    """Asks for a name and a day."""

    cleared = Signal(str, object)
    """The name, and the day as a ``PartialDate``."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clearing")
        say = words.say
        self.setWindowTitle(say("window.clear.title"))
        self.setMinimumWidth(440)
        heading, line = QLabel(say("window.clear.title")), QLabel(say("window.clear.line"))
        heading.setProperty("type", "title")
        line.setWordWrap(True)
        line.setProperty("tone", "ink2")
        self.who = QLineEdit()
        self.who.setPlaceholderText(say("window.clear.who-hint"))
        self.day = QDateEdit(QDate.currentDate())
        self.day.setCalendarPopup(True)
        self.day.setLocale(QLocale(words.language))
        self.day.setDisplayFormat("d MMMM yyyy")
        stay = QPushButton(say("window.cancel"))
        stay.clicked.connect(self.reject)
        self.clear = QPushButton(say("window.clear.do"))
        self.clear.setEnabled(False)
        self.clear.clicked.connect(self.accept)
        self.who.textChanged.connect(lambda text: self.clear.setEnabled(bool(text.strip())))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(line)
        column.addLayout(form((say("window.clear.who"), self.who), (say("window.clear.day"), self.day)))
        column.addLayout(foot(stay, self.clear))

    def accept(self) -> None:
        """Tell who clears, and close."""
        day = self.day.date()
        self.cleared.emit(self.who.text().strip(), PartialDate(day.year(), day.month(), day.day()))
        super().accept()
