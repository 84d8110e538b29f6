"""A drop button that names what is chosen among several and offers the rest."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.buttons import DropButton

_WIDEST = 184


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: what it stands for, and its words. ``rule``: a line above it in the menu."""

    key: str
    words: str
    rule: bool = False


class ChoiceButton(DropButton):
    """Shows the choice in force; of long words the end gives way, the tooltip has them whole."""

    chosen = Signal(str)
    """A person chose: the key."""

    def __init__(self, purpose: str, parent: QWidget | None = None) -> None:
        super().__init__("", type_name="small", parent=parent)
        self._purpose = purpose
        self._choices: tuple[Choice, ...] = ()
        self._key = ""
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self.setMenu(self._menu)
        self._menu.triggered.connect(self._choose)
        # Of many buttons few are opened: a menu has its choices when somebody is about to see it.
        self._menu.aboutToShow.connect(self._fill)
        self._filled: tuple[Choice, ...] = ()

    def menu(self) -> QMenu:
        """Return the menu with its choices."""
        self._fill()
        return self._menu

    @property
    def key(self) -> str:
        """The key of the choice in force."""
        return self._key

    def offer(self, choices: Iterable[Choice], key: str) -> None:
        """Offer these choices, one of them in force; the first when there is none of that key."""
        self._choices = tuple(choices)
        self.set_key(key)

    def set_key(self, key: str) -> None:
        """Put a choice in force without telling."""
        held = next((choice for choice in self._choices if choice.key == key), self._choices[0])
        self._key = held.key
        for action in self._group.actions():
            action.setChecked(action.data() == held.key)
        self.setText(held.words)
        self.setToolTip(f"{self._purpose}: {held.words}")
        self.setAccessibleName(f"{self._purpose}: {held.words}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the words, if they are not too many."""
        return super().sizeHint().boundedTo(QSize(theme_of().px(_WIDEST), super().sizeHint().height()))

    def _fill(self) -> None:
        if self._filled == self._choices:
            return
        self._filled = self._choices
        self._menu.clear()
        for action in self._group.actions():
            self._group.removeAction(action)
            action.deleteLater()
        for choice in self._choices:
            if choice.rule:
                self._menu.addSeparator()
            action = QAction(choice.words.replace("&", "&&"), self._group)
            action.setData(choice.key)
            action.setCheckable(True)
            action.setChecked(choice.key == self._key)
            self._menu.addAction(action)

    def _choose(self, action: QAction) -> None:
        self.set_key(str(action.data()))
        self.chosen.emit(self._key)
