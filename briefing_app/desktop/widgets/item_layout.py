"""What every layout of our own must do for Qt: hold items in order, and give them away again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class ItemLayout(QLayout):
    """Whoever derives lays ``items`` out; no room is asked for beyond what they say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Take an item to the end."""
        self.items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self.items)

    def itemAt(self, index: int) -> QLayoutItem:  # noqa: N802 - Qt's name
        """Return an item, or None past the end, as Qt asks."""
        return self.items[index] if 0 <= index < len(self.items) else None  # type: ignore[return-value]  # Qt's own contract

    def takeAt(self, index: int) -> QLayoutItem:  # noqa: N802 - Qt's name
        """Give an item away, or None past the end, as Qt asks."""
        return self.items.pop(index) if 0 <= index < len(self.items) else None  # type: ignore[return-value]  # Qt's own contract

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Take no more room than asked for."""
        return Qt.Orientation(0)
