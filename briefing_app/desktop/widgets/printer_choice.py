"""What an export makes for the printer besides: nothing, two pages on a sheet, or all copies in one file, so many of each."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.choice_button import Choice, ChoiceButton
from briefing_app.desktop.widgets.faded_label import FadedLabel
from briefing_app.words import Words
from briefing_app.workbench.orders import MOST_COPIES, Arrangement

_NONE = "none"
_ABREAST = 3
"""Audiences in a row."""
_COUNT_WIDTH = 60


class PrinterChoice(QWidget):
    """A choice of three; with all copies in one file, how many of each audience's."""

    changed = Signal()

    def __init__(self, words: Words, audiences: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Offer counts for ``audiences``, each by identifier and short name."""
        super().__init__(parent)
        say = words.say
        self._why_not = say("window.export.printer.needs")
        self.choice = ChoiceButton(say("window.export.printer"))
        self.choice.offer([Choice(key, say(f"window.export.printer.{key}")) for key in (_NONE, *Arrangement)], _NONE)
        self.choice.chosen.connect(self._choose)
        self._any_pages = True
        self.copies: dict[str, QSpinBox] = {}
        self._counts = QWidget()
        grid = QGridLayout(self._counts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme_of().px(10))
        grid.setVerticalSpacing(theme_of().px(4))
        for place, (identifier, name) in enumerate(audiences):
            count = self.copies[identifier] = QSpinBox()
            count.setRange(0, MOST_COPIES)
            count.setValue(1)
            count.setFixedWidth(theme_of().px(_COUNT_WIDTH))
            count.setAlignment(Qt.AlignmentFlag.AlignRight)
            count.setAccessibleName(say("window.export.printer.copies", audience=name))
            count.setToolTip(count.accessibleName())
            label = FadedLabel("small", "ink2")
            label.set_words(name)
            column = place % _ABREAST * 2
            grid.addWidget(label, place // _ABREAST, column)
            grid.addWidget(count, place // _ABREAST, column + 1)
            grid.setColumnStretch(column, 1)
        title = QLabel(say("window.export.printer"))
        title.setProperty("type", "strong")
        row = QHBoxLayout()
        row.addWidget(title)
        row.addWidget(self.choice)
        row.addStretch(1)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(theme_of().px(8))
        column_.addLayout(row)
        column_.addWidget(self._counts)
        self._counts.hide()

    @property
    def arrangement(self) -> Arrangement | None:
        """How pages are to lie; None: no print files, or nothing to make them of."""
        return Arrangement(self.choice.key) if self.choice.key != _NONE and self._any_pages else None

    @property
    def counts(self) -> dict[str, int]:
        """How many copies each audience is to get."""
        return {identifier: count.value() for identifier, count in self.copies.items()}

    def offer_for(self, *, any_pages: bool) -> None:
        """Let choose where there are pages to print; else say why not."""
        self._any_pages = any_pages
        self.choice.setEnabled(any_pages)
        self.choice.setToolTip("" if any_pages else self._why_not)
        self._counts.setEnabled(any_pages)

    def _choose(self, key: str) -> None:
        self._counts.setVisible(key == Arrangement.COLLATED)
        self.changed.emit()
