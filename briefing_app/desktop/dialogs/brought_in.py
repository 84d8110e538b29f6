"""Files and what became of each, all of them, where there are too many for the tray."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from briefing_app.desktop.dialogs.foot import foot
from briefing_app.desktop.dialogs.sheet import Sheet
from briefing_app.desktop.theme import theme_of
from briefing_app.words import Words

_SIZE = (620, 520)
_LINE = "between-files"


class BroughtInDialog(Sheet):
    """A line or two a file; the words can be selected, to be sent to whoever has the file."""

    def __init__(self, lines: tuple[tuple[str, str], ...], words: Words, parent: QWidget | None = None) -> None:
        """Make the dialog; ``lines``: the file's name, and what became of it."""
        super().__init__(parent)
        self.setObjectName("brought-in")
        theme = theme_of()
        self.setWindowTitle(words.count("window.brought-in.title", len(lines)))
        self.resize(theme.px(_SIZE[0]), theme.px(_SIZE[1]))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(_label(self.windowTitle(), "title", "ink"))
        inside = QWidget()
        inside.setProperty("ground", "clear")
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(0, 0, 12, 0)
        stack.setSpacing(2)
        self.names: list[QLabel] = []
        for place, (name, line) in enumerate(lines):
            if place:
                stack.addSpacing(6)
                stack.addWidget(_line())
                stack.addSpacing(6)
            self.names.append(_label(name, "strong", "ink"))
            stack.addWidget(self.names[-1])
            stack.addWidget(_label(line, "small", "ink2"))
        stack.addStretch(1)
        self._inside = inside
        self._area = area = QScrollArea(widgetResizable=True)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.windowTitle())
        area.setWidget(inside)
        column.addWidget(area, 1)
        done = QPushButton(words.say("window.close"))
        done.clicked.connect(self.accept)
        column.addLayout(foot(done))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """End with a whole line: one that is cut through its words cannot be read, and looks as if it were."""
        super().showEvent(event)
        ends = [each.geometry().top() for each in self._inside.findChildren(QFrame, _LINE)]
        room = self._area.viewport().height()
        if self._inside.height() > room and (whole := max((end for end in ends if end <= room), default=0)):
            self.resize(self.width(), self.height() - room + whole)


def _label(text: str, kind: str, tone: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setProperty("type", kind)
    label.setProperty("tone", tone)
    return label


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName(_LINE)
    line.setProperty("kind", "line")
    line.setFixedHeight(1)
    return line
