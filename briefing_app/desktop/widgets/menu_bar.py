"""A menu bar whose letters are underlined only while Alt is down or the bar has the keyboard: until then they say nothing."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenuBar, QStyle, QStyleOptionMenuItem, QWidget


class MenuBar(QMenuBar):
    """Its owner tells it when Alt goes down and up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._alt = False

    @property
    def letters_shown(self) -> bool:
        """Whether the letters that open menus with Alt are underlined."""
        return self._alt or self.hasFocus()

    def show_letters(self, *, alt: bool) -> None:
        """Underline the letters while Alt is down."""
        if alt != self._alt:
            self._alt = alt
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the names of the menus."""
        if self.letters_shown:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        for action in self.actions():
            option = QStyleOptionMenuItem()
            self.initStyleOption(option, action)
            option.rect = self.actionGeometry(action)
            option.text = plain(action.text())
            self.style().drawControl(QStyle.ControlElement.CE_MenuBarItem, option, painter, self)
        painter.end()


def plain(text: str) -> str:
    """Return a menu's name without the sign before its letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&&")
