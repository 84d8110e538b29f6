"""Where messages stand in place, one above the other, above what they are about; no room is taken when there are none."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Tray(QWidget):
    """Holds messages until each closes itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 8, 16, 8)
        self._column.setSpacing(8)
        self._told: dict[str, QWidget] = {}
        self.hide()

    def tell(self, message: QWidget, about: str) -> None:
        """Show a message; it takes the place of one about the same thing."""
        if about in self._told:
            self.quieten(about)
        self._told[about] = message
        self._column.addWidget(message)
        message.show()
        self.show()

    def told(self, about: str) -> QWidget | None:
        """Return the message about something that stands now."""
        return self._told.get(about)

    def hand_over(self, other: "Tray") -> None:
        """Give all messages to another tray, in their order."""
        told, self._told = self._told, {}
        for about, message in told.items():
            self._column.removeWidget(message)
            other.tell(message, about)
        self.setVisible(False)

    def quieten(self, about: str) -> None:
        """Take the message about something away, if it stands."""
        message = self._told.pop(about, None)
        if message:
            self._column.removeWidget(message)
            message.hide()
            message.deleteLater()
        self.setVisible(bool(self._told))

    def clear(self) -> None:
        """Take all messages away."""
        for about in tuple(self._told):
            self.quieten(about)
