"""Rows of fields that can be added, moved and removed, by button and by key; an empty row is always there to write in."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefing_app.desktop.widgets.buttons import icon_button, push_button
from briefing_app.words import Words

Value = TypeVar("Value")


class FieldRow(QWidget, Generic[Value]):
    """One row. Whoever derives lays its fields into ``fields`` and lists them in ``stops`` as the Tab key meets them."""

    removal_asked = Signal()
    next_asked = Signal()
    move_asked = Signal(int)
    edited = Signal()
    """Something was typed or chosen in it, and the field left."""
    typed = Signal()
    """Something is being typed in it."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.stops: tuple[QWidget, ...] = ()
        self.fields = QVBoxLayout()
        self.fields.setSpacing(4)
        self.remover = icon_button("x", words.say("window.rows.remove"), "ink3", 14)
        self.remover.clicked.connect(self.removal_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addLayout(self.fields, 1)
        row.addWidget(self.remover, 0, Qt.AlignmentFlag.AlignTop)
        for key, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.move_asked.emit(step))

    def put(self, value: Value) -> None:
        """Show a value in the fields; whoever derives says how."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go on to the next row with Enter; the dialog's own button is not pressed by it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.next_asked.emit()
        else:
            super().keyPressEvent(event)


class RowList(QWidget, Generic[Value]):
    """Rows of one kind below each other, and a button that adds one."""

    changed = Signal()
    """Rows were added, removed or moved, or something was written in one."""
    typed = Signal()
    """Something is being typed in a row."""

    def __init__(self, make: Callable[[], FieldRow[Value]], add: str, parent: QWidget | None = None) -> None:
        """Make an empty list; ``make`` makes a row, ``add`` names the button."""
        super().__init__(parent)
        self._make = make
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.add = push_button(add, "link", "plus")
        self.add.setAutoDefault(False)
        self.add.clicked.connect(lambda: self._focus(self.append()))
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows: list[FieldRow[Value]] = []
        self.coming: list[Value] = []
        """Values whose rows are still to be made."""

    def steps(self, values: Sequence[Value]) -> list[Callable[[], None]]:
        """Let go of the rows there are, and return what is to be called, one after the other, to have a row for each value."""
        for row in self.rows:
            self._let_go(row)
        self.rows, self.coming = [], list(values)
        return [*([self._put_next] * len(self.coming)), self._settle]

    def _put_next(self) -> None:
        if self.coming:
            row = self._made(len(self.rows))
            self.rows.append(row)
            row.put(self.coming.pop(0))

    def _settle(self) -> None:
        self._chain()
        self.changed.emit()

    def append(self) -> FieldRow[Value]:
        """Put a new row last and return it."""
        while self.coming:
            self._put_next()
        row = self._made(len(self.rows))
        self.rows.append(row)
        self._settle()
        return row

    def _made(self, place: int) -> FieldRow[Value]:
        row = self._make()
        self._column.insertWidget(place, row)
        row.removal_asked.connect(lambda: self.remove(row))
        row.next_asked.connect(lambda: self._go_on(row))
        row.move_asked.connect(lambda step: self.move_row(row, step))
        row.edited.connect(self.changed)
        row.typed.connect(self.typed)
        return row

    def remove(self, row: FieldRow[Value]) -> None:
        """Take a row out; the keyboard goes to the next one."""
        place = self.rows.index(row)
        self.rows.remove(row)
        self._let_go(row)
        if self.rows:
            self._focus(self.rows[min(place, len(self.rows) - 1)])
        else:
            self.add.setFocus()
        self.changed.emit()

    def move_row(self, row: FieldRow[Value], step: int) -> None:
        """Move a row up or down by one."""
        place = self.rows.index(row)
        if not 0 <= place + step < len(self.rows):
            return
        within = self.window().focusWidget()
        self.rows.insert(place + step, self.rows.pop(place))
        self._column.removeWidget(row)
        self._column.insertWidget(place + step, row)
        self._chain()
        if within is not None:
            within.setFocus()
        self.changed.emit()

    def _go_on(self, row: FieldRow[Value]) -> None:
        place = self.rows.index(row) + 1
        self._focus(self.rows[place] if place < len(self.rows) else self.append())

    def _chain(self) -> None:
        """Have the Tab key go through the rows as they stand, then to the button; Qt would go as they were made."""
        ours = [field for row in self.rows for field in (*row.stops, row.remover)]
        before = cast("QWidget", self.add.previousInFocusChain())
        while before in ours or (before is not self.add and not before.focusPolicy() & Qt.FocusPolicy.TabFocus):
            before = cast("QWidget", before.previousInFocusChain())
        for field in (*ours, self.add):
            QWidget.setTabOrder(before, field)
            before = field

    def _let_go(self, row: FieldRow[Value]) -> None:
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    @staticmethod
    def _focus(row: FieldRow[Value]) -> None:
        row.stops[0].setFocus(Qt.FocusReason.OtherFocusReason)
