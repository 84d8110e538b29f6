"""The words of a quotation being trimmed: read, selected by whole words and pointed at, never typed into.

It shows a ``Display`` and speaks its places, code points; Qt's UTF-16 units stay inside. Nothing is ever read out of the widget.
"""

import math
from collections.abc import Mapping
from enum import StrEnum
from itertools import pairwise

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from briefing_app.desktop.theme import Theme, theme_of
from briefing_app.desktop.widgets.text_units import Units
from briefing_app.workbench.trim_display import Display, DisplayKind, DisplayRun


class Asked(StrEnum):
    """What a key asks the editor for."""

    LEAVE_OUT = "leave-out"
    PUT_BACK = "put-back"
    CASE = "case"
    UNDO = "undo"
    REDO = "redo"
    RESTORE = "restore"
    DONE = "done"
    UNFOLD = "unfold"
    """Show a long omission word for word, or close it again."""


KEYS: Mapping[str, Asked] = {
    "Del": Asked.LEAVE_OUT,
    "Backspace": Asked.LEAVE_OUT,
    "Ins": Asked.PUT_BACK,
    "Alt+C": Asked.CASE,
    "Ctrl+Z": Asked.UNDO,
    "Ctrl+Shift+Z": Asked.REDO,
    "Ctrl+Y": Asked.REDO,
    "Esc": Asked.RESTORE,
    "Ctrl+Return": Asked.DONE,
    "Ctrl+Enter": Asked.DONE,
    "Return": Asked.UNFOLD,
    "Enter": Asked.UNFOLD,
}
"""Keys while trimming, in portable names; they win over the window's own."""

_BY_SEQUENCE = {QKeySequence(key): asked for key, asked in KEYS.items()}


def asked_by(event: QKeyEvent) -> Asked | None:
    """Return what a key press asks for, or None."""
    # The keypad's Del and Ins are as good as the others.
    pressed = event.keyCombination()
    plain = QKeySequence(pressed.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier | pressed.key())
    return next((asked for keys, asked in _BY_SEQUENCE.items() if keys == plain), None)


_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def typed_by(event: QKeyEvent) -> str:
    """Return the bracket, letter or digit that a key press types; empty for all else. AltGr counts as typing: ``[`` may need it."""
    held = event.modifiers() & (_ALT_GR | Qt.KeyboardModifier.MetaModifier)
    text = event.text()
    types = held in {Qt.KeyboardModifier.NoModifier, _ALT_GR} and (text == "[" or text.isalnum())
    return text if types and text.isprintable() else ""


class TrimView(QTextEdit):
    """Shows a display; its selection is one of whole words, signs and insertions."""

    asked = Signal(object)
    """An ``Asked``."""
    typed = Signal(str)
    """A bracket, letter or digit: words are to be put in at the caret."""
    moved = Signal()
    """The caret or the selection moved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._display: Display | None = None
        self._units = Units("")
        self._anchor = 0
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setCursorWidth(2)
        self.document().setDocumentMargin(0)
        self.viewport().setMouseTracking(True)
        self.cursorPositionChanged.connect(self.moved)
        self.selectionChanged.connect(self.moved)

    @property
    def display(self) -> Display:
        """What is shown; ValueError before anything was."""
        if self._display is None:
            raise ValueError("nothing is shown yet")
        return self._display

    def show_display(self, display: Display, caret: int) -> None:
        """Show a display with the caret at one of its positions."""
        self._display = display
        self._units = Units(display.text)
        theme = theme_of()
        self.blockSignals(True)
        self.document().clear()
        cursor = QTextCursor(self.document())
        cursor.setBlockFormat(_paragraph(theme, first=True))
        for run, start in zip(display.runs, display.starts, strict=True):
            for text, look in self._pieces(run, start, theme):
                for index, line in enumerate(text.split("\n")):
                    if index:
                        cursor.insertBlock(_paragraph(theme, first=False))
                    cursor.insertText(line, look)
        self.blockSignals(False)
        self.choose(caret, caret)
        self.moved.emit()

    def height_for(self, width: int) -> int:
        """Return how high the words stand at a width."""
        self.document().setTextWidth(width)
        return math.ceil(self.document().size().height())

    def selection(self) -> tuple[int, int]:
        """Return where the selection starts and ends in the display; twice the caret when nothing is selected."""
        cursor = self.textCursor()
        return self._units.to_domain(cursor.selectionStart()), self._units.to_domain(cursor.selectionEnd())

    def caret(self) -> int:
        """Return the caret's position in the display."""
        return self._units.to_domain(self.textCursor().position())

    def choose(self, anchor: int, caret: int) -> None:
        """Select from one position of the display to another; the caret stands at the second."""
        self._anchor = anchor
        self._select(anchor, caret)

    def rectangle(self, position: int) -> QRect:
        """Return where a position is, as a caret's rectangle in this widget."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._units.to_qt(position))
        return self.cursorRect(cursor).translated(self.viewport().pos())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for what the key stands for, or move and select by whole words."""
        asked, typed = asked_by(event), typed_by(event)
        if asked:
            self.asked.emit(asked)
        elif typed:
            self.typed.emit(typed)
        elif event.key() in _SIDEWAYS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._extend(forward=event.key() == Qt.Key.Key_Right)
        else:
            before = self.caret()
            super().keyPressEvent(event)
            if self.caret() != before:
                self._after_key(before, selecting=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin a selection; a press on what is selected begins anew too, for words are not dragged out of here."""
        if event.button() == Qt.MouseButton.LeftButton and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
        super().mousePressEvent(event)
        if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._anchor = self.caret()
        self._snap()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Select whole words while dragging; point at a closed omission as at something that opens."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            position = self._units.to_domain(self.cursorForPosition(event.position().toPoint()).position())
            self._select(self._anchor, position)
            self._snap()
            return
        super().mouseMoveEvent(event)
        run = self._run_under(event.position())
        opens = run is not None and run.kind is DisplayKind.CLOSED
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.IBeamCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open a closed omission that was clicked."""
        super().mouseReleaseEvent(event)
        start, end = self.selection()
        run = self._run_under(event.position())
        if event.button() == Qt.MouseButton.LeftButton and start == end and run and run.kind is DisplayKind.CLOSED:
            self.asked.emit(Asked.UNFOLD)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Select the word under the pointer."""
        super().mouseDoubleClickEvent(event)
        self._anchor = self.selection()[0]
        self._snap()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the menu to whoever holds the view: Qt's own would offer what is of no use here."""
        event.ignore()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """Return the words selected, their no-break spaces with them."""
        data = QMimeData()
        start, end = self.selection()
        data.setText(self.display.text[start:end])
        return data

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Set the words anew when the theme changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange} and self._display is not None:
            self.show_display(self._display, self.caret())

    def _run_under(self, point: QPointF) -> DisplayRun | None:
        if self._display is None:
            return None
        position = self._units.to_domain(self.cursorForPosition(point.toPoint()).position())
        found = self._display.run_at(position)
        return found[0] if found else None

    def _select(self, anchor: int, caret: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self._units.to_qt(anchor))
        cursor.setPosition(self._units.to_qt(caret), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _snap(self) -> None:
        """Make the selection one of whole words; the anchor stays where it was put."""
        caret = self.caret()
        start, end = self.selection()
        if start == end:
            return
        start, end = self.display.whole(min(self._anchor, caret), max(self._anchor, caret))
        self._select(*((end, start) if caret < self._anchor else (start, end)))

    def _extend(self, *, forward: bool) -> None:
        """Move the selection's end by one word, sign or insertion."""
        caret, text = self.caret(), self.display.text
        step = 1 if forward else -1
        reached = caret + step
        while 0 < reached < len(text) and not (text[min(caret, reached) : max(caret, reached)].strip()):
            reached += step
        reached = max(0, min(len(text), reached))
        if forward:
            caret = self.display.whole(caret, reached)[1] if reached > caret else caret
        else:
            caret = self.display.whole(reached, caret)[0] if reached < caret else caret
        start, end = sorted((self._anchor, caret))
        start, end = self.display.whole(start, end) if start < end else (start, end)
        self._select(*((end, start) if caret < self._anchor else (start, end)))

    def _after_key(self, before: int, *, selecting: bool) -> None:
        if selecting:
            self._snap()
            return
        caret = self.caret()
        run, there = self.display.run_at(caret) or (None, None)
        if run and there and run.kind in _ATOMS and there.start < caret:
            caret = there.end if caret > before else there.start
        self.choose(caret, caret)

    def _pieces(self, run: DisplayRun, start: int, theme: Theme) -> list[tuple[str, QTextCharFormat]]:
        """Return the run cut where its look changes: at outer marks, and at damaged words."""
        display = self.display
        end = start + len(run.text)
        marked = [*((span, "soft") for span in display.soft), *((span, "damaged") for span in display.damaged)]
        cuts = {start, end, *(edge for span, _ in marked for edge in (span.start, span.end) if start < edge < end)}
        edges = sorted(cuts)
        pieces = []
        for first, last in pairwise(edges):
            within = {kind for span, kind in marked if span.start <= first and last <= span.end}
            pieces.append((display.text[first:last], _look(run.kind, within, theme)))
        return pieces


_SIDEWAYS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})
_ATOMS = frozenset({DisplayKind.SIGN, DisplayKind.CLOSED, DisplayKind.INSERTED, DisplayKind.CASE})
_OURS = frozenset({DisplayKind.SIGN, DisplayKind.INSERTED, DisplayKind.CASE})


def _look(kind: DisplayKind, within: set[str], theme: Theme) -> QTextCharFormat:
    look = QTextCharFormat()
    font: QFont = theme.font("small") if kind is DisplayKind.CLOSED else theme.font("words")
    ink: QColor = theme.colour("ink3" if kind in {DisplayKind.OMITTED, DisplayKind.CLOSED} or "soft" in within else "ink")
    if kind in _OURS:
        font.setWeight(QFont.Weight.DemiBold)
        ink = theme.colour("accent")
        look.setBackground(theme.colour("accent_tint"))
    look.setFont(font)
    look.setForeground(ink)
    if kind is DisplayKind.OMITTED:
        look.setFontStrikeOut(True)
    if "damaged" in within and kind is not DisplayKind.OMITTED:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(theme.colour("warn"))
    return look


def _paragraph(theme: Theme, *, first: bool) -> QTextBlockFormat:
    paragraph = QTextBlockFormat()
    paragraph.setLineHeight(theme.line("words"), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    paragraph.setTopMargin(0 if first else theme.px(6))
    return paragraph
