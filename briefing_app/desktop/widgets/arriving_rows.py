"""Files on their way in, below the documents that are there: the one being read, and those that come next."""

from pathlib import Path

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.faded_label import FadedLabel
from briefing_app.desktop.widgets.spinner import Spinner
from briefing_app.words import Words

_SHOWN = 3


class ArrivingRows(QFrame):
    """Takes no room while nothing is read."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        theme = theme_of()
        self.setAccessibleName(words.say("window.sources.arriving"))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(8), theme.px(12), theme.px(10))
        column.setSpacing(theme.px(4))
        self.names = [FadedLabel("small", "ink2" if place else "ink") for place in range(_SHOWN)]
        for place, name in enumerate(self.names):
            row = QHBoxLayout()
            row.setSpacing(theme.px(8))
            if place == 0:
                row.addWidget(Spinner(14))
            else:
                row.addSpacing(theme.px(22))
            row.addWidget(name, 1)
            column.addLayout(row)
        self.rest = QLabel()
        self.rest.setProperty("type", "small")
        self.rest.setProperty("tone", "ink3")
        self.rest.setContentsMargins(theme.px(22), 0, 0, 0)
        column.addWidget(self.rest)
        self.hide()

    def show_files(self, files: tuple[Path, ...]) -> None:
        """Show the first of these as being read, the next ones as waiting."""
        for place, name in enumerate(self.names):
            name.setVisible(place < len(files))
            name.set_words(files[place].name if place < len(files) else "")
        more = len(files) - _SHOWN
        self.rest.setVisible(more > 0)
        self.rest.setText(self._words.count("window.sources.more", max(more, 1)))
        self.setVisible(bool(files))
