"""What every copy of a pack is printed with: a cover, and room for binding."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from briefing_app.desktop.dialogs.foot import foot
from briefing_app.desktop.dialogs.form import form
from briefing_app.desktop.dialogs.sheet import Sheet
from briefing_app.desktop.theme import theme_of
from briefing_app.domain.pack import Pack
from briefing_app.words import Words

MOST_ROOM = 9
"""Millimetres: more would push the text too near the paper's other edge."""
_ROOM_WIDTH = 88
_LONG, _ALWAYS = "long", "always"


class PaperDialog(Sheet):
    """Asks for both; nothing changes before it is set."""

    asked = Signal(bool, float)
    """Whether there is always a cover, and the room for binding in millimetres."""

    def __init__(self, words: Words, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        say = words.say
        self.setWindowTitle(say("window.paper.title"))
        self.setMinimumWidth(440)
        heading, line = QLabel(say("window.paper.title")), QLabel(say("window.paper.line"))
        heading.setProperty("type", "title")
        line.setWordWrap(True)
        line.setProperty("tone", "ink2")
        self.cover = QComboBox()
        for key in (_LONG, _ALWAYS):
            self.cover.addItem(say(f"window.paper.cover.{key}"), key)
        self.cover.setCurrentIndex(self.cover.findData(_ALWAYS if pack.cover else _LONG))
        self.binding = QSpinBox()
        self.binding.setRange(0, MOST_ROOM)
        self.binding.setSuffix(say("window.paper.millimetres", number=""))
        self.binding.setValue(round(pack.binding))
        self.binding.setFixedWidth(theme_of().px(_ROOM_WIDTH))
        self.binding.setAlignment(Qt.AlignmentFlag.AlignRight)
        stay = QPushButton(say("window.cancel"))
        stay.clicked.connect(self.reject)
        self.set = QPushButton(say("window.paper.do"))
        self.set.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(line)
        column.addLayout(form((say("window.paper.cover"), self.cover), (say("window.paper.binding"), self.binding)))
        column.addLayout(foot(stay, self.set))

    def accept(self) -> None:
        """Tell what was chosen, and close."""
        self.asked.emit(self.cover.currentData() == _ALWAYS, float(self.binding.value()))
        super().accept()
