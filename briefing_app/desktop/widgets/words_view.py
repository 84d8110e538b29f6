"""Words of a source in the serif, all of them, wrapped."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.text_painter import Mark, WordsBlock


class WordsView(QWidget):
    """As high as its words are at its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_words("")

    def show_words(self, words: str, marks: tuple[Mark, ...] = ()) -> None:
        """Show other words, some of them marked."""
        self._words, self._marks = words, marks
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Tell that the height hangs on the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return how high the words stand at a width."""
        return self._block().height_for(max(1, width))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height at the width there is."""
        return QSize(240, self.heightForWidth(self.width() or 240))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the words."""
        painter = QPainter(self)
        self._block().paint(painter, QRectF(self.rect()), theme_of())
        painter.end()

    def _block(self) -> WordsBlock:
        theme = theme_of()
        return WordsBlock(self._words, theme.font("words"), self._marks, line=theme.px(21))
