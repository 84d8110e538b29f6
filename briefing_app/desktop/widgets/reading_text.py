"""A document's words to be read: excerpts and damage marked in them, one passage chosen with handles at its edges.

It shows a ``SeenText`` and speaks its places, code points; Qt's UTF-16 units stay inside. Nothing is ever read out of the widget.
"""

from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.kind_shape import KIND_TONES
from briefing_app.desktop.widgets.reading_handles import Edge, Handles, moved
from briefing_app.desktop.widgets.reading_lines import bring_into_view, edge_rect
from briefing_app.desktop.widgets.reading_margin import ReadingMargin
from briefing_app.desktop.widgets.reading_setting import set_blocks
from briefing_app.desktop.widgets.text_units import Units
from briefing_app.domain.span import Span
from briefing_app.workbench.reading_view import SeenDamage, SeenMark, SeenText

MEASURE = 600
"""Pixels at 100 % that a line of text may be long: some 70 characters."""
_LEFT, _RIGHT = 112, 24
_AT_ONCE = 120
"""Blocks set in one turn of the event loop; a long paper follows in more turns, so that the window answers meanwhile."""


class ReadingText(QTextEdit):
    """Reads; edits nothing. What is chosen is said, what becomes of it is decided elsewhere."""

    mark_clicked = Signal(object)
    """A ``SeenMark`` that was clicked; None beside all of them."""
    edge_moved = Signal(object, int)
    """An ``Edge`` of the chosen passage was dragged to a place of the shown text."""
    edge_stepped = Signal(object, int)
    """An ``Edge`` of the chosen passage was moved by key, so many words to the right."""
    placed = Signal()
    """Enter, or a double-click on the chosen passage."""
    pressed = Signal(str)
    """A letter, or Del or F2, pressed without Ctrl or Alt."""
    all_shown = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(name)
        self.setProperty("kind", "reading")
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        # Qt wraps at the widget's width, which is another until the margins stand.
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.viewport().setMouseTracking(True)
        self.seen: SeenText | None = None
        self.marks: tuple[SeenMark, ...] = ()
        self.chosen: Span | None = None
        """The passage with handles, in places of the shown text."""
        self._damage: tuple[SeenDamage, ...] = ()
        self._units = Units("")
        self._set = 0
        self._wanted: Span | None = None
        self._handles = Handles(self._edges)
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._set_more)
        self.margin = ReadingMargin(self, self)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._fit()

    # What is shown

    def show_text(self, seen: SeenText | None) -> None:
        """Show another document from its start; what is marked in it follows by ``mark``."""
        self.seen, self.marks, self._damage, self.chosen = seen, (), (), None
        self._units = Units(seen.text if seen else "")
        self._more.stop()
        self.clear()
        self.setExtraSelections([])
        self.document().setDocumentMargin(0)
        self._set = 0
        self._set_more()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def mark(self, marks: tuple[SeenMark, ...], damage: tuple[SeenDamage, ...]) -> None:
        """Mark excerpts and damage."""
        self.marks, self._damage = marks, damage
        self.margin.show_marks(marks)
        self._paint_marks()

    def choose(self, span: Span | None, *, into_view: bool = True) -> None:
        """Show a passage as chosen, with handles; None: nothing is."""
        self.chosen = span
        self._wanted = span if into_view else None
        self._paint_marks()
        self._go()

    def selected(self) -> Span | None:
        """Return what a person selected, in places of the shown text; None for nothing."""
        cursor = self.textCursor()
        if not cursor.hasSelection() or self.seen is None:
            return None
        return Span(self._units.to_domain(cursor.selectionStart()), self._units.to_domain(cursor.selectionEnd()))

    def select(self, span: Span) -> None:
        """Select a passage of the shown text as a person would, and bring it into view once it is set."""
        if not self._is_set(span.end):
            self._set_all()
        cursor = self.textCursor()
        cursor.setPosition(self._at(span.start))
        cursor.setPosition(self._at(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._wanted = span
        self._go()

    def unselect(self) -> None:
        """Let go of what a person selected."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def restyle(self) -> None:
        """Set everything anew: the theme changed."""
        seen, marks, damage, chosen = self.seen, self.marks, self._damage, self.chosen
        self.show_text(seen)
        self._fit()
        self.mark(marks, damage)
        self.choose(chosen)

    def top_place(self) -> int:
        """Return the place of the shown text at the top of the view."""
        return self._units.to_domain(self.cursorForPosition(QPoint(0, 4)).position())

    def go_to(self, place: int) -> None:
        """Bring a place of the shown text to the top of the view."""
        if not self._is_set(place + 1):
            self._set_all()
        bar = self.verticalScrollBar()
        bar.setValue(round(bar.value() + self.line_rect(place).top()))

    # Where things stand, for the margin

    def blocks_in_view(self) -> list[int]:
        """Return the numbers of the blocks in view, in order."""
        last = self.cursorForPosition(QPoint(0, self.viewport().height())).block().blockNumber()
        first = self.cursorForPosition(QPoint(0, 0)).block().blockNumber()
        return [number for number in range(first, last + 1) if number < self._set]

    def line_rect(self, place: int, *, before: bool = False) -> QRectF:
        """Return the line at a place of the shown text, in the viewport; ``before``: the line of what stands before the place."""
        return edge_rect(self, self._at(place), self._at(place - 1) if before and place else None)

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the words, then the handles over them."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._handles.paint(painter, theme_of())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep lines short enough to be read."""
        super().resizeEvent(event)
        self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take hold of a handle, or begin to select."""
        self._handles.held = self._handles.at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        if self._handles.held is None:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drag the handle held to the word under the pointer."""
        held = self._handles.held
        if held is None:
            over = self._handles.at(event.position()) is not None
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.IBeamCursor)
            super().mouseMoveEvent(event)
        elif self.chosen:
            passage = moved(self.chosen, held, self._word_edge(event.position().toPoint(), held))
            if passage:
                self.choose(passage, into_view=False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let go of the handle; a click that selected nothing chooses the excerpt under it."""
        if self._handles.held and self.chosen:
            held, self._handles.held = self._handles.held, None
            self.edge_moved.emit(held, self.chosen.start if held is Edge.START else self.chosen.end)
            return
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.mark_clicked.emit(self.mark_at(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Place what is chosen when it is double-clicked; elsewhere a word is selected."""
        mark = self.mark_at(event.position().toPoint())
        if mark and self.chosen == mark.span:
            self.placed.emit()
        else:
            super().mouseDoubleClickEvent(event)

    def mark_at(self, point: QPoint) -> SeenMark | None:
        """Return the shortest excerpt under a point of the viewport."""
        cursor = self.cursorForPosition(point)
        place = self._units.to_domain(cursor.position())
        under = [each for each in self.marks if each.span.start <= place <= each.span.end]
        return min(under, key=lambda each: len(each.span), default=None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Hand on letters, Enter and Del; select by words with Shift and the arrows, and move the chosen passage's edges."""
        modifiers, key = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, event.key()
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        arrows = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        alt = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if key in arrows and shift and not control and self.chosen and self.selected() is None:
            self.edge_stepped.emit(Edge.START if alt else Edge.END, arrows[Qt.Key(key)])
        elif plain and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.placed.emit()
        elif plain and (Qt.Key.Key_A <= key <= Qt.Key.Key_Z or key in {Qt.Key.Key_Delete, Qt.Key.Key_F2}):
            self.pressed.emit(Qt.Key(key).name.removeprefix("Key_"))
        else:
            super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """Copy the words as the document has them: Qt's own copy would turn no-break spaces into plain ones."""
        data = QMimeData()
        span = self.selected()
        if span and self.seen:
            data.setText(span.of(self.seen.text).replace("\N{LINE SEPARATOR}", "\n"))
        return data

    def canInsertFromMimeData(self, _source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Take nothing: files dropped here are for the window."""
        return False

    # Setting

    def _set_more(self) -> None:
        if self.seen is None:
            return
        until = min(len(self.seen.blocks), self._set + _AT_ONCE)
        set_blocks(self.document(), self.seen.blocks[self._set : until], theme_of(), first=not self._set)
        self._set = until
        self._paint_marks()
        self._go()
        if until < len(self.seen.blocks):
            self._more.start()
        else:
            self.all_shown.emit()

    def _set_all(self) -> None:
        while self.seen and self._set < len(self.seen.blocks):
            self._set_more()

    def _scrolled(self) -> None:
        self._paint_marks()
        self.margin.update()

    def _paint_marks(self) -> None:
        # What is near the view alone: a long paper has thousands of marks, and Qt goes through all it is given at each painting.
        near = self._near()
        theme = theme_of()
        shown = [
            _marked(self, each.span, theme.colour(f"{KIND_TONES[each.excerpt.kind]}_tint"))
            for each in self.marks
            if each.span.meets(near) and each.excerpt.id not in self.margin.rails_alone and self._is_set(each.span.end)
        ]
        if self.chosen and self._is_set(self.chosen.end):
            shown.append(_marked(self, self.chosen, theme.colour("select")))
        waved = theme.colour("warn")
        hurt = (each.span for each in self._damage if each.span.meets(near))
        shown += [_marked(self, each, waved, waved=True) for each in hurt if self._is_set(each.end)]
        self.setExtraSelections(shown)
        self.viewport().update()

    def _near(self) -> Span:
        """Return what of the shown text is in view, with as much again on either side."""
        high = self.viewport().height()
        first = self._units.to_domain(self.cursorForPosition(QPoint(0, -high)).position())
        last = self._units.to_domain(self.cursorForPosition(QPoint(self.viewport().width(), 2 * high)).position())
        return Span(first, last + 1)

    def _go(self) -> None:
        """Bring the wanted passage into view, once it is set."""
        if self._wanted is None or not self._is_set(self._wanted.end):
            return
        start, end = self.line_rect(self._wanted.start), self.line_rect(self._wanted.end, before=True)
        self._wanted = None
        bring_into_view(self, start, end)

    def _fit(self) -> None:
        theme = theme_of()
        left = theme.px(_LEFT)
        right = max(theme.px(_RIGHT), self.width() - left - theme.px(MEASURE) - self.verticalScrollBar().width())
        self.setViewportMargins(left, 0, right, 0)
        self.setLineWrapColumnOrWidth(self.viewport().width())
        self.margin.setGeometry(0, 0, left, self.height())

    # Places

    def at_qt(self, place: int) -> int:
        """Return Qt's position of a place of the shown text."""
        return self._units.to_qt(place)

    def _at(self, place: int) -> int:
        return min(self._units.to_qt(max(0, place)), self.document().characterCount() - 1)

    def _is_set(self, place: int) -> bool:
        return self.seen is not None and self._set > 0 and place <= self.seen.blocks[self._set - 1].end

    def _edges(self) -> dict[Edge, QRectF]:
        if self.chosen is None or not self._is_set(self.chosen.end):
            return {}
        return {Edge.START: self.line_rect(self.chosen.start), Edge.END: self.line_rect(self.chosen.end, before=True)}

    def _word_edge(self, point: QPoint, edge: Edge) -> int:
        cursor = self.cursorForPosition(point)
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        return self._units.to_domain(cursor.selectionStart() if edge is Edge.START else cursor.selectionEnd())


def _marked(text: ReadingText, span: Span, colour: QColor, *, waved: bool = False) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    cursor = QTextCursor(text.document())
    cursor.setPosition(text.at_qt(span.start))
    cursor.setPosition(text.at_qt(span.end), QTextCursor.MoveMode.KeepAnchor)
    look = QTextCharFormat()
    if waved:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(colour)
    else:
        look.setBackground(colour)
    selection.cursor, selection.format = cursor, look
    return selection
