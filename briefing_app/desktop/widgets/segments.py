"""A switch of a few words side by side, one of them chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget


class Segments(QWidget):
    """Choices by value; arrow keys go from one to the next."""

    chosen = Signal(object)
    """A person chose another value."""

    def __init__(self, choices: Sequence[tuple[object, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("segments")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._values = [value for value, _ in choices]
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for place, (_, words) in enumerate(choices):
            button = QToolButton(self)
            button.setText(words)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAccessibleName(f"{name}: {words}")
            self._group.addButton(button, place)
            row.addWidget(button)
        self._last = 0
        self.choose(self._values[0])
        self._group.idToggled.connect(self._toggled)

    @property
    def value(self) -> object:
        """The value chosen now."""
        return self._values[self._group.checkedId()]

    def button(self, value: object) -> QToolButton:
        """Return the button of a value, to switch it off or give it a tooltip; ValueError when there is none."""
        button = self._group.button(self._values.index(value))
        assert isinstance(button, QToolButton)
        return button

    def choose(self, value: object) -> None:
        """Show a value as chosen without saying that a person chose it; ValueError when there is none such."""
        self._last = self._values.index(value)
        self.button(value).setChecked(True)

    def _toggled(self, place: int, on: bool) -> None:
        if on and place != self._last:
            self._last = place
            self.chosen.emit(self._values[place])
