"""Where the edge of a passage stands in words that are read: at the line of what it holds, not of what follows."""

from typing import cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextCursor, QTextLine
from PySide6.QtWidgets import QTextEdit


def edge_rect(text: QTextEdit, at: int, last: int | None = None) -> QRectF:
    """Return the line at a position of Qt's in the viewport; ``last``: that of the letter before it, where a passage ends."""
    cursor = QTextCursor(text.document())
    cursor.setPosition(at)
    rect = QRectF(text.cursorRect(cursor))
    if last is None:
        return rect
    cursor.setPosition(last)
    before = QRectF(text.cursorRect(cursor))
    if abs(before.top() - rect.top()) < 1:
        return rect
    before.moveLeft(before.left() + _advance(cursor))
    return before


def bring_into_view(text: QTextEdit, start: QRectF, end: QRectF) -> None:
    """Scroll so that a passage from one line to another is seen, with room above it; nothing moves where it is seen already."""
    height = text.viewport().height()
    if start.top() < 0 or end.bottom() > height:
        room = max(40.0, (height - (end.bottom() - start.top())) / 3)
        bar = text.verticalScrollBar()
        bar.setValue(round(bar.value() + start.top() - room))


def _advance(cursor: QTextCursor) -> float:
    """Return how wide the letter after a cursor is."""
    line, place = cursor.block().layout().lineForTextPosition(cursor.positionInBlock()), cursor.positionInBlock()
    return _x(line, place + 1) - _x(line, place) if line.isValid() else 0.0


def _x(line: QTextLine, place: int) -> float:
    """Return where a place stands in its line; Qt gives the place back too, in the same breath."""
    found = cast("tuple[float, int] | float", line.cursorToX(place))
    return found[0] if isinstance(found, tuple) else found
