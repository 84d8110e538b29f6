"""Widgets in a row that goes on in the next line where they do not fit."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from briefing_app.desktop.widgets.item_layout import ItemLayout


class FlowRow(ItemLayout):
    """Lays widgets out from the left; the last one stands at the right edge of its line."""

    def __init__(self, gap: int, parent: QWidget | None = None, *, apart: bool = True) -> None:
        """Make an empty row; without ``apart`` the last widget follows the one before it."""
        super().__init__(parent)
        self._gap, self._apart = gap, apart

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Tell that the height hangs on the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return how high the lines stand at a width."""
        return self._lay(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Place the widgets."""
        super().setGeometry(rect)
        self._lay(rect, place=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of all in one line."""
        sizes = [item.sizeHint() for item in self.items]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the widest widget."""
        sizes = [item.minimumSize() for item in self.items]
        return QSize(max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0))

    def _lay(self, rect: QRect, *, place: bool) -> int:
        lines = self._lines(rect.width())
        y = rect.top()
        for line in lines:
            high = max(item.sizeHint().height() for item in line)
            x = rect.left()
            for item in line:
                size = item.sizeHint()
                if item is self.items[-1] and self._apart:
                    x = rect.right() + 1 - size.width()
                if place:
                    item.setGeometry(QRect(x, y + (high - size.height()) // 2, size.width(), size.height()))
                x += size.width() + self._gap
            y += high + self._gap
        return y - self._gap - rect.top() if lines else 0

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self.items:
            wide = item.sizeHint().width()
            if lines and used + self._gap + wide <= width:
                lines[-1].append(item)
                used += self._gap + wide
            else:
                lines.append([item])
                used = wide
        return lines
