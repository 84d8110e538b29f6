"""All keys at a glance, from the same table that makes the menus, and those that panes answer to by themselves."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from briefing_app.desktop.actions import LINE, MENUS, RECENT, keys_shown
from briefing_app.desktop.dialogs.foot import foot
from briefing_app.desktop.dialogs.sheet import Sheet
from briefing_app.words import Words

_BETWEEN = 8
"""Pixels that part one menu's keys from the next, beside the lines' own distance."""

IN_PANES = (("Return", "place"), ("Return", "open-quote"), ("Esc", "restore"))
"""Keys that act only where the keyboard is: the key, and ``window.keys.<name>`` for what it does there."""

IN_WORDS = (
    ("R", "recommendation"),
    ("Q", "quote"),
    ("C", "context"),
    ("Shift+Right", "more"),
    ("Shift+Left", "less"),
    ("Alt+Shift+Left", "earlier"),
    ("K", "right"),
    ("N", "next"),
    ("Del", "wrong"),
    ("Return", "place-passage"),
)
"""The same for the words of a source. The letters can be turned off (View)."""


class KeysDialog(Sheet):
    """Lists menus with their keys."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keys")
        say = words.say
        self.setWindowTitle(say("window.keys.title"))
        self.resize(520, 620)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        heading = QLabel(say("window.keys.title"))
        heading.setProperty("type", "title")
        column.addWidget(heading)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        # Words and keys stand at the margins of the title; the bar has room beside them.
        grid.setContentsMargins(0, 0, 16, 0)
        for name, held in MENUS.items():
            self._group(grid, say(f"window.menu.{name}").replace("&", ""))
            for entry in held:
                if entry not in {LINE, RECENT} and entry.keys:
                    self._row(grid, say(f"window.action.{entry.id}").rstrip("…"), keys_shown(entry))
        self._group(grid, say("window.keys.in-panes"))
        for key, does in IN_PANES:
            self._row(grid, say(f"window.keys.{does}"), QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText))
        self._group(grid, say("window.keys.in-words"))
        for key, does in IN_WORDS:
            self._row(grid, say(f"window.keys.{does}"), QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText))
        inside = QWidget()
        inside.setProperty("ground", "clear")
        inside.setLayout(grid)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        column.addWidget(area, 1)
        done = QPushButton(say("window.close"))
        done.clicked.connect(self.accept)
        column.addLayout(foot(done))

    @staticmethod
    def _group(grid: QGridLayout, words: str) -> None:
        if grid.rowCount() > 1:
            grid.setRowMinimumHeight(grid.rowCount(), _BETWEEN)
        label = QLabel(words)
        label.setProperty("type", "heading")
        grid.addWidget(label, grid.rowCount(), 0, 1, 2)

    @staticmethod
    def _row(grid: QGridLayout, words: str, key: str) -> None:
        place = grid.rowCount()
        what, keys = QLabel(words), QLabel(key)
        what.setProperty("tone", "ink2")
        what.setWordWrap(True)
        keys.setProperty("type", "strong")
        grid.addWidget(what, place, 0)
        grid.addWidget(keys, place, 1, Qt.AlignmentFlag.AlignRight)
