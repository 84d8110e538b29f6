"""Begins a pack: what it is called, for which audiences, from which template, in which language it prints."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefing_app.desktop.dialogs.foot import foot
from briefing_app.desktop.dialogs.form import form
from briefing_app.desktop.dialogs.sheet import Sheet
from briefing_app.desktop.theme import theme_of
from briefing_app.domain.audience import Audience, in_words
from briefing_app.domain.dates import PartialDate
from briefing_app.domain.template import Template
from briefing_app.words import LANGUAGES, Words
from briefing_app.workbench.beginning import Wish

_AUDIENCES_SEEN = 8
"""So many are seen at once; beyond that the list scrolls."""
_BOX, _EDGE = 28, 6
"""How high an audience's line is, and how far the first and the last stand from the frame, in pixels at 100 %."""


class NewPackDialog(Sheet):
    """Asks for what a new pack needs; everything but the audiences has a sensible value already."""

    wished = Signal(object)
    """A ``Wish``."""

    def __init__(
        self,
        words: Words,
        templates: Sequence[Template],
        audiences: Sequence[Audience],
        template: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("new-pack")
        self._words = words
        say = words.say
        self.setWindowTitle(say("window.new.title"))
        self.setMinimumWidth(520)
        self.title = QLineEdit()
        self.title.setPlaceholderText(say("window.new.title-hint"))
        self.event_name = QLineEdit()
        self.event_name.setPlaceholderText(say("window.new.event-hint"))
        self.day = QDateEdit(QDate.currentDate())
        self.day.setCalendarPopup(True)
        self.day.setLocale(QLocale(words.language))
        self.day.setDisplayFormat("d MMMM yyyy")
        self.template = QComboBox()
        for each in templates:
            self.template.addItem(in_words(each.name, words.language), each.id)
        self.template.setCurrentIndex(max(0, self.template.findData(template)))
        self.language = QComboBox()
        for code in LANGUAGES:
            self.language.addItem(say(f"language.{code}"), code)
        self.language.setCurrentIndex(self.language.findData(words.language))
        self.audiences = {each.id: QCheckBox(in_words(each.name, words.language)) for each in audiences}
        self.fill = QCheckBox(say("window.new.fill"))
        self.fill.setChecked(True)
        self._build()
        self._allow()
        self.title.setFocus()

    def chosen(self) -> tuple[str, ...]:
        """Return the audiences chosen."""
        return tuple(identifier for identifier, box in self.audiences.items() if box.isChecked())

    def accept(self) -> None:
        """Tell what is wished for and close."""
        day = self.day.date()
        event = self.event_name.text().strip()
        self.wished.emit(
            Wish(
                self.template.currentData(),
                self.chosen(),
                self.title.text().strip() or event,
                event,
                PartialDate(day.year(), day.month(), day.day()),
                self.language.currentData(),
                self.fill.isChecked(),
            )
        )
        super().accept()

    def _audience_list(self) -> QFrame:
        inside = QWidget()
        inside.setProperty("ground", "clear")
        column = QVBoxLayout(inside)
        theme = theme_of()
        column.setContentsMargins(12, theme.px(_EDGE), 12, theme.px(_EDGE))
        column.setSpacing(0)
        for box in self.audiences.values():
            box.setFixedHeight(theme.px(_BOX))
            column.addWidget(box)
        area = QScrollArea()
        area.setAccessibleName(self._words.say("window.new.audiences"))
        area.setWidgetResizable(True)
        area.setWidget(inside)
        framed = QFrame()
        framed.setProperty("kind", "box")
        framed.setFixedHeight(theme.px(_BOX * min(len(self.audiences), _AUDIENCES_SEEN) + 2 * _EDGE) + 2)
        frame = QVBoxLayout(framed)
        frame.setContentsMargins(1, 1, 1, 1)
        frame.addWidget(area)
        return framed

    def _build(self) -> None:
        say = self._words.say
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        heading = QLabel(say("window.new.title"))
        heading.setProperty("type", "title")
        column.addWidget(heading)
        audiences = self._audience_list()
        rows: tuple[tuple[str, QWidget], ...] = (
            (say("window.new.name"), self.title),
            (say("window.new.event"), self.event_name),
            (say("window.new.day"), self.day),
            (say("window.new.audiences"), audiences),
            (say("window.new.template"), self.template),
            (say("window.new.language"), self.language),
            ("", self.fill),
        )
        column.addLayout(form(*rows, first_lines={audiences: _BOX + 2 * _EDGE + 4}))
        stay = QPushButton(say("window.cancel"))
        stay.clicked.connect(self.reject)
        self.begin = QPushButton(say("window.new.begin"))
        self.begin.clicked.connect(self.accept)
        column.addLayout(foot(stay, self.begin))
        self.title.textChanged.connect(self._allow)
        self.event_name.textChanged.connect(self._allow)
        for box in self.audiences.values():
            box.toggled.connect(self._allow)

    def _allow(self) -> None:
        named = bool(self.title.text().strip() or self.event_name.text().strip())
        ready = named and bool(self.chosen())
        self.begin.setEnabled(ready)
        self.begin.setToolTip("" if ready else self._words.say("window.new.lacking"))
