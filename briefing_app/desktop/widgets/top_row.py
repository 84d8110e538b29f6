"""The one row along the top: menus, rooms where there are several, undo, redo, print, and Export as the primary button."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QMenuBar, QPushButton, QSizePolicy, QToolButton, QWidget

from briefing_app.desktop.actions import Actions
from briefing_app.words import Words

HEIGHT = 48
ICON = 18
BUTTONS = ("undo", "redo", "print")


class TopRow(QWidget):
    """Menus at the left, what is asked for most at the right."""

    def __init__(self, actions: Actions, words: Words, recent: Callable[[QMenu], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top-row")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.menus = QMenuBar(self)
        self.menus.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        actions.fill(self.menus, recent)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(self.menus, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self._packed: list[QWidget] = [self._button(actions, identifier) for identifier in BUTTONS]
        for button in self._packed:
            row.addWidget(button)
        export = _PrimaryButton(actions, words)
        row.addSpacing(4)
        row.addWidget(export)
        self._packed.append(export)
        self.setFixedHeight(max(HEIGHT, export.sizeHint().height() + 12))

    def show_pack(self, there: bool) -> None:
        """Show the buttons that are about a pack, or not."""
        for button in self._packed:
            button.setVisible(there)

    def _button(self, actions: Actions, identifier: str) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(actions[identifier])
        button.setAutoRaise(True)
        button.setIconSize(QSize(ICON, ICON))
        button.setFixedSize(32, 32)
        return button


class _PrimaryButton(QPushButton):
    """A push button that does what an action does, and can be used when the action can."""

    def __init__(self, actions: Actions, words: Words) -> None:
        super().__init__(words.say("window.action.export"))
        action = actions["export"]
        self.setProperty("kind", "primary")
        self.clicked.connect(action.trigger)
        action.changed.connect(lambda: self.setEnabled(action.isEnabled()))
        self.setEnabled(action.isEnabled())
        self.setToolTip(action.toolTip())
