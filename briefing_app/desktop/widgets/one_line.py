"""Widgets in one line whatever its width: where they do not all fit, all give their air, then the widest give way."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from briefing_app.desktop.widgets.item_layout import ItemLayout
from briefing_app.desktop.widgets.sharing import shared


class OneLine(ItemLayout):
    """Lays widgets out from the left, as wide as their hints, none narrower than its minimum.

    ``air``: so much of its width each may lose before any loses more; ``last_at_right``: the last stands at the right edge.
    """

    def __init__(self, gap: int, air: int = 0, parent: QWidget | None = None, *, last_at_right: bool = False) -> None:
        super().__init__(parent)
        self._gap, self._air = gap, air
        self._last_at_right = last_at_right

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Place the widgets."""
        super().setGeometry(rect)
        x = float(rect.left())
        for item, width in zip(self.items, self._widths(rect.width()), strict=True):
            if self._last_at_right and item is self.items[-1]:
                x = rect.right() + 1 - width
            height = item.sizeHint().height()
            item.setGeometry(QRect(round(x), rect.top() + (rect.height() - height) // 2, int(width), height))
            x += width + self._gap

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room in which nothing gives way."""
        return self._sum([item.sizeHint() for item in self.items])

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room below which nothing can give way any more."""
        return self._sum([item.minimumSize() for item in self.items])

    def _widths(self, room: int) -> list[float]:
        wanted = [float(item.sizeHint().width()) for item in self.items]
        lacking = sum(wanted) + self._gaps() - room
        if lacking <= 0 or not wanted:
            return wanted
        air = min(self._air, lacking / len(wanted))
        least = [float(item.minimumSize().width()) for item in self.items]
        over = [max(0.0, width - air - low) for width, low in zip(wanted, least, strict=True)]
        given = shared(over, room - self._gaps() - sum(least))
        return [low + more for low, more in zip(least, given, strict=True)]

    def _gaps(self) -> int:
        return self._gap * max(0, len(self.items) - 1)

    def _sum(self, sizes: list[QSize]) -> QSize:
        return QSize(sum(size.width() for size in sizes) + self._gaps(), max((size.height() for size in sizes), default=0))
