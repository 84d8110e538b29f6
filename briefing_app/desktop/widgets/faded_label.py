"""A line of words that fades where it does not fit: names and titles are a source's words too."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.text_painter import paint_line


class FadedLabel(QWidget):
    """One line in a type and a colour of the theme; all its words are its tooltip and what is read out."""

    def __init__(self, type_name: str, tone: str = "ink", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._type, self._tone, self._words = type_name, tone, ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room all words take."""
        theme = theme_of()
        return QSize(int(QFontMetricsF(theme.font(self._type)).horizontalAdvance(self._words)) + 1, theme.line(self._type))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for next to nothing: the rest fades."""
        return QSize(theme_of().px(40), theme_of().line(self._type))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the line; the tooltip says all of it when it does not fit."""
        theme = theme_of()
        painter = QPainter(self)
        font = theme.font(self._type)
        paint_line(painter, self._words, QRectF(self.rect()), font, theme.colour(self._tone))
        painter.end()
        cut = QFontMetricsF(font).horizontalAdvance(self._words) > self.width()
        self.setToolTip(self._words if cut else "")
