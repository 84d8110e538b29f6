"""Says in the middle of an empty list why it is empty, and offers the one thing to do about it."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from briefing_app.desktop.icons import icon

_ICON = 22


class NothingFound(QWidget):
    """An icon, a title, a line, and perhaps a button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._does: Callable[[], None] | None = None
        self._sign, self.title, self.line = QLabel(), QLabel(), QLabel()
        self.button = QPushButton()
        self.title.setProperty("type", "strong")
        self.line.setProperty("type", "small")
        self.line.setProperty("tone", "ink3")
        self.button.setProperty("kind", "link")
        self.button.clicked.connect(self._do)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 48, 24, 24)
        column.setSpacing(8)
        for each in (self._sign, self.title, self.line):
            each.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            each.setWordWrap(each is not self._sign)
            each.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(each)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def tell(self, sign: str, title: str, line: str, button: str = "", does: Callable[[], None] | None = None) -> None:
        """Say this now; ``does`` is what the button does."""
        self._sign.setPixmap(icon(sign, "ink3").pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))
        self.title.setText(title)
        self.line.setText(line)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self._does = does

    def _do(self) -> None:
        if self._does:
            self._does()
