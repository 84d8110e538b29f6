"""A field to type what is looked for, with a glass at its start and a cross to empty it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from briefing_app.desktop.icons import paint_icon
from briefing_app.desktop.live_icons import icon
from briefing_app.desktop.theme import theme_of

_SIDE, _GLASS, _CROSS = 10, 16, 24


class SearchField(QLineEdit):
    """A line of text; the cross is there while there is something to clear."""

    def __init__(self, invitation: str, clear: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = theme_of()
        self.setPlaceholderText(invitation)
        self.setAccessibleName(invitation)
        self.setTextMargins(theme.px(_GLASS + 6), 0, theme.px(_CROSS - 4), 0)
        self._cross = QToolButton(self)
        self._cross.setIcon(icon("x", "ink3"))
        self._cross.setIconSize(QSize(theme.px(14), theme.px(14)))
        self._cross.setStyleSheet("min-width: 0; min-height: 0;")
        self._cross.setFixedSize(theme.px(_CROSS), theme.px(_CROSS))
        self._cross.setCursor(Qt.CursorShape.ArrowCursor)
        # Escape empties the field by key.
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.setToolTip(clear)
        self._cross.setAccessibleName(clear)
        self._cross.hide()
        self._cross.clicked.connect(self.clear)
        self.textChanged.connect(lambda typed: self._cross.setVisible(bool(typed)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the cross at the end."""
        super().resizeEvent(event)
        gap = (self.height() - self._cross.height()) // 2
        self._cross.move(self.width() - self._cross.width() - gap, gap)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the glass in the margin."""
        super().paintEvent(event)
        theme = theme_of()
        side = theme.px(_GLASS)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, "search", QRectF(theme.px(_SIDE), (self.height() - side) / 2, side, side), theme.colour("ink3"))
        painter.end()
