"""An editor that opens in a row: one or two fields, Enter keeps, Esc restores; for all audiences or only for the one shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.tokens import FOCUS_WIDTH
from briefing_app.desktop.widgets.text_painter import WordsBlock

_ELSEWHERE = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason}
"""The keyboard comes back from there: nothing is finished yet."""

_EDGE_X, _EDGE_Y, _GAP, _MARGIN = 10, 5, 4, 2


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the editor: its words, what a screen reader calls it, what it says while it is empty, and its type."""

    text: str
    name: str
    hint: str = ""
    font: str = "body"


class InlineEditor(QFrame):
    """Opened by a view in a row. ``only_for`` names the audience shown; empty: there is but one text to write."""

    finished = Signal(bool)
    """Whether what was written is to be kept."""
    height_changed = Signal(int)
    typed = Signal()
    """Something is being written, and not finished."""

    def __init__(
        self, fields: Sequence[Field], only_for: str = "", *, only: bool = False, indent: int = 0, parent: QWidget | None = None
    ) -> None:
        """``indent``: how far in the words stand, in pixels, so that they stay where the row had them."""
        super().__init__(parent)
        self._done = False
        self._before = (tuple(field.text for field in fields), only)
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(max(_EDGE_X, indent) - _MARGIN, _EDGE_Y, _EDGE_X, _EDGE_Y)
        layout.setSpacing(_GAP)
        self.fields = [_Words(field, self) for field in fields]
        for field in self.fields:
            field.installEventFilter(self)
            field.grown.connect(self._grown)
            field.textChanged.connect(self.typed)
            layout.addWidget(field)
        self.only = QCheckBox(only_for, self)
        self.only.setChecked(only)
        self.only.setVisible(bool(only_for))
        self.only.installEventFilter(self)
        layout.addWidget(self.only)
        layout.addStretch(1)
        self.setFocusProxy(self.fields[0])

    def texts(self) -> tuple[str, ...]:
        """Return what stands in the fields, each on one line."""
        return tuple(field.words() for field in self.fields)

    @property
    def changed(self) -> bool:
        """Whether anything is other than it was."""
        return (self.texts(), self.only.isChecked()) != self._before

    def finish(self, *, keep: bool) -> None:
        """Say once that the editing is over."""
        if not self._done:
            self._done = True
            self.finished.emit(keep)

    def resume(self) -> None:
        """Go on after all: what was written could not be kept as it is."""
        self._done = False
        self.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room that the words take at the present width."""
        heights = [field.needed() for field in self.fields]
        if not self.only.isHidden():
            heights.append(self.only.sizeHint().height())
        return QSize(200, sum(heights) + _GAP * (len(heights) - 1) + 2 * _EDGE_Y)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take Enter and Esc from the fields, and notice when the keyboard leaves them all."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # Enter, Esc and what edits text are the field's own here, whatever the window does with them.
            if event.key() in _KEEPS | {Qt.Key.Key_Escape}:
                event.accept()
                return True
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent) and event.reason() not in _ELSEWHERE:
            QTimer.singleShot(0, self, self._left)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ring that says: here one writes."""
        theme = theme_of()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent"), FOCUS_WIDTH))
        painter.setBrush(theme.colour("card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.radius("control"), theme.radius("control"))
        painter.end()

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.finish(keep=False)
            return True
        if event.key() in _KEEPS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.finish(keep=True)
            return True
        # A line of its own would be another paragraph; these are one.
        return event.key() in _KEEPS

    def _left(self) -> None:
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self.finish(keep=True)

    def _grown(self) -> None:
        self.updateGeometry()
        self.height_changed.emit(self.sizeHint().height())


_KEEPS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _Words(QPlainTextEdit):
    """A field that grows with its words."""

    grown = Signal()

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(theme_of().font(field.font))
        self.setPlainText(field.text)
        self.setPlaceholderText(field.hint)
        self.setAccessibleName(field.name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_MARGIN)
        self.viewport().setAutoFillBackground(False)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._height = 0
        self.textChanged.connect(self._look)

    def words(self) -> str:
        """Return the words on one line, their no-break spaces kept (``toPlainText`` would lose them)."""
        block, lines = self.document().begin(), []
        while block.isValid():
            lines.append(block.text().replace("\u2028", " ").strip(" \t"))
            block = block.next()
        return " ".join(line for line in lines if line)

    def needed(self) -> int:
        """Return the height that shows all the words at the present width."""
        line = self.fontMetrics().lineSpacing()
        block = self.document().begin()
        height = 0
        while block.isValid():
            words = WordsBlock(block.text() or " ", self.font(), line=line)
            height += words.height_for(self.viewport().width() - 2 * _MARGIN)
            block = block.next()
        return height + 2 * _MARGIN + 1

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take another height where another width asks for it."""
        super().resizeEvent(event)
        self._look()

    def _look(self) -> None:
        needed = self.needed()
        if needed != self._height:
            self._height = needed
            self.updateGeometry()
            self.grown.emit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room that the words take."""
        return QSize(120, self.needed())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same: a field never scrolls."""
        return QSize(60, self.needed())
