"""The one row along the top: menus, rooms where there are several, undo, redo, print, and Export as the primary button."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from briefing_app.desktop.actions import Actions
from briefing_app.desktop.widgets.menu_bar import MenuBar
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
        self.menus = MenuBar(self)
        self.menus.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        actions.fill(self.menus, recent)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 16, 0)
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
        line = QFrame(self)
        line.setProperty("kind", "line")
        line.setFixedHeight(1)
        self._packed.append(line)
        self._line = line
        self.setFixedHeight(max(HEIGHT, export.sizeHint().height() + 12))

    def show_pack(self, *, there: bool) -> None:
        """Show the buttons that are about a pack, and the line that parts the row from the panes; or neither."""
        for widget in self._packed:
            widget.setVisible(there)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the line at the foot."""
        super().resizeEvent(event)
        self._line.setGeometry(0, self.height() - 1, self.width(), 1)

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
