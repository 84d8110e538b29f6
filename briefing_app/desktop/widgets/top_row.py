"""The one row along the top: menus, rooms where there are several, undo, redo, print, and Export as the primary button."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from briefing_app.desktop.actions import Actions
from briefing_app.desktop.widgets.menu_bar import MenuBar
from briefing_app.desktop.widgets.segments import Segments
from briefing_app.words import Words

HEIGHT = 48
ICON = 18
BUTTONS = {"undo": "undo-2", "redo": "redo-2", "print": "printer"}
"""Actions that have a button, and its icon."""


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
        self._buttons = {identifier: self._button(actions, identifier) for identifier in BUTTONS}
        for button in self._buttons.values():
            row.addWidget(button)
        self._packed: list[QWidget] = [*self._buttons.values()]
        export = _PrimaryButton(actions, words)
        row.addSpacing(4)
        row.addWidget(export)
        self._packed.append(export)
        line = QFrame(self)
        line.setProperty("kind", "line")
        line.setFixedHeight(1)
        self._packed.append(line)
        self._line = line
        self._actions, self._words = actions, words
        self.rooms: Segments | None = None
        self.setFixedHeight(max(HEIGHT, export.sizeHint().height() + 12))

    def show_room(self, room: str, *, pack: bool) -> None:
        """Show the switch of rooms with one of them chosen, and the buttons; or none of it, and no line either, on the start page.

        ``room``: "sources", "pack", or empty for the start page. Without a pack its room cannot be chosen.
        """
        for widget in self._packed:
            widget.setVisible(bool(room))
        if room:
            rooms = self.rooms or self._made_rooms()
            rooms.choose(room)
            rooms.button("pack").setEnabled(pack)
            rooms.button("pack").setToolTip("" if pack else self._words.say("window.rooms.no-pack"))
        if self.rooms:
            self.rooms.setVisible(bool(room))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the line at the foot, and the switch in the middle of the window."""
        super().resizeEvent(event)
        self._line.setGeometry(0, self.height() - 1, self.width(), 1)
        self._centre()

    def _made_rooms(self) -> Segments:
        say = self._words.say
        self.rooms = made = Segments(
            (("sources", say("window.rooms.sources")), ("pack", say("window.rooms.pack"))), say("window.rooms"), self
        )
        made.chosen.connect(lambda room: self._actions[f"room-{room}"].trigger())
        self._centre()
        from briefing_app.desktop.live_icons import icon  # noqa: PLC0415 - the start page shows none of the buttons

        for identifier, name in BUTTONS.items():
            # A button takes over what its action has each time that changes: the icon is the action's.
            self._actions[identifier].setIcon(icon(name))
            self._actions[identifier].setIconVisibleInMenu(False)
        return made

    def _centre(self) -> None:
        if self.rooms:
            size = self.rooms.sizeHint()
            left = max(self.menus.geometry().right() + 8, (self.width() - size.width()) // 2)
            self.rooms.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())

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
