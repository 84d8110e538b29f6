"""A small field that opens at the caret of a quotation, for words of our own that will stand in brackets."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from briefing_app.desktop.theme import theme_of


class InsertionField(QLineEdit):
    """Takes words, but no brackets. Enter puts them in, and so does leaving it; Esc lets them go."""

    written = Signal(str)
    """The words to be put in."""
    left = Signal()
    """It closed without words."""

    def __init__(self, name: str, first: str, at: QRect, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = False
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setFont(theme_of().font("words"))
        self.setMaxLength(200)
        self.textChanged.connect(self._without_brackets)
        theme = theme_of()
        wide = QFontMetrics(theme_of().font("words")).horizontalAdvance(name) + theme.px(40)
        wide = min(wide, parent.width())
        left = max(0, min(at.left(), parent.width() - wide))
        high = theme.px(32)
        self.setGeometry(left, at.center().y() - high // 2, wide, high)
        self.setText(first)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close on Enter and Esc; write otherwise."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._close(self.text())
        elif event.key() == Qt.Key.Key_Escape:
            self._close("")
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Put the words in when the person goes on elsewhere; a menu or another window does not close it."""
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self._close(self.text())

    def _close(self, words: str) -> None:
        if self._over:
            return
        self._over = True
        if any(map(str.isalnum, words)):
            self.written.emit(words)
        else:
            self.left.emit()
        self.hide()
        self.deleteLater()

    def _without_brackets(self, text: str) -> None:
        bare = "".join(character for character in text if character not in "[]" and character.isprintable())
        if bare != text:
            place = self.cursorPosition() - (len(text) - len(bare))
            self.setText(bare)
            self.setCursorPosition(max(0, place))
