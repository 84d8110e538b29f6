"""A field for a source's words whose invitation fades where it does not fit, where Qt's own would end in an ellipsis."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.text_painter import paint_line


class SourceField(QLineEdit):
    """While it is empty it shows what would hold without it, as who says the quotation around an ask."""

    _invitation = ""

    def invite(self, words: str) -> None:
        """Show these words while nothing is typed."""
        self._invitation = words
        self.setAccessibleDescription(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the invitation where the words would stand."""
        super().paintEvent(event)
        if self.text() or not self._invitation:
            return
        theme = theme_of()
        painter = QPainter(self)
        # Qt sets a field's words two pixels in.
        rect = QRectF(self.contentsRect()).adjusted(2, 0, -2, 0)
        paint_line(painter, self._invitation, rect, self.font(), theme.colour("ink3"))
        painter.end()
