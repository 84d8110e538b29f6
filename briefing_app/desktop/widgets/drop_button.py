"""A quiet button that names what is chosen and drops a menu of what else there is."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QStyle, QStyleOptionToolButton, QToolButton, QWidget

from briefing_app.desktop.icons import paint_icon
from briefing_app.desktop.theme import theme_of

_SIDE, _APART, _ARROW, _HEIGHT, _WIDEST = 4, 6, 14, 26, 164


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: what it stands for, and its words. ``rule``: a line above it in the menu."""

    key: str
    words: str
    rule: bool = False


class DropButton(QToolButton):
    """Shows the choice in force; words that do not fit end in an ellipsis, the tooltip has them whole."""

    chosen = Signal(str)
    """A person chose: the key."""

    def __init__(self, purpose: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._purpose = purpose
        self._choices: tuple[Choice, ...] = ()
        self._key = ""
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self.setMenu(self._menu)
        self.setProperty("kind", "drop")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu.triggered.connect(self._choose)

    @property
    def key(self) -> str:
        """The key of the choice in force."""
        return self._key

    def offer(self, choices: Iterable[Choice], key: str) -> None:
        """Offer these choices, one of them in force; the first when there is none of that key."""
        self._choices = tuple(choices)
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
            self._menu.addAction(action)
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
        """Return the size at which all words are to be read, if they are not too many."""
        theme = theme_of()
        wide = QFontMetrics(theme.font("small")).horizontalAdvance(self.text()) + theme.px(2 * _SIDE + _APART + _ARROW) + 2
        return QSize(min(wide, theme.px(_WIDEST)), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least size: a few letters and the arrow."""
        return QSize(theme_of().px(56), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ground as the style has it, then words and arrow."""
        theme = theme_of()
        painter = QPainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option, painter, self)
        side, arrow = theme.px(_SIDE), theme.px(_ARROW)
        room = self.width() - 2 * side - arrow - theme.px(_APART)
        font = theme.font("small")
        shown = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(theme.colour("ink2" if self.isEnabled() else "ink3"))
        painter.drawText(QRectF(side, 0, room, self.height()), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        square = QRectF(self.width() - side - arrow, (self.height() - arrow) / 2, arrow, arrow)
        paint_icon(painter, "chevron-down", square, theme.colour("ink2"))
        painter.end()

    def _choose(self, action: QAction) -> None:
        self.set_key(str(action.data()))
        self.chosen.emit(self._key)
