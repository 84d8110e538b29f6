"""A label of several lines in two voices: the app's own words in the sans, a source's among them in the serif, damage waved."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.text_painter import Mark, WordsBlock

_WIDTH = 480
"""The width a hint is given for."""


class WordsLabel(QWidget):
    """``type_name`` of ``tokens.TYPE``; a line is as high as the serif needs, so that lines stand evenly."""

    def __init__(
        self, text: str, marks: tuple[Mark, ...] = (), type_name: str = "body", tone: str = "ink", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme = theme_of()
        self._tone = tone
        line = theme.line("words" if marks else type_name)
        self._block = WordsBlock(text, theme.font(type_name), marks, line=line)
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """Return the words."""
        return self._block.text

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room the words take at a usual width."""
        return QSize(_WIDTH, self._block.height_for(theme_of().px(_WIDTH)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return one line of a few words: the height follows the width."""
        return QSize(theme_of().px(80), self._block.line)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return how high the words stand."""
        return self._block.height_for(width)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the words, in the middle of the height there is."""
        painter = QPainter(self)
        high = self._block.height_for(self.width())
        top = max(0.0, (self.height() - high) / 2)
        self._block.paint(painter, QRectF(0, top, self.width(), high), theme_of(), self._tone)
        painter.end()
