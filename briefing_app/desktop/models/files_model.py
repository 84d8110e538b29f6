"""The files of an export in the order they are written, with what became of each and how large it is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing_app.desktop.models.export_model import State
from briefing_app.errors import BriefingError
from briefing_app.words import Words
from briefing_app.workbench.orders import Order

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row answers besides Qt's own roles."""

    STATE = Qt.ItemDataRole.UserRole + 1
    SIZE = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file: its short name, what became of it, its size in bytes once written, why it was not."""

    order: Order
    name: str
    state: State = State.WAITING
    size: int | None = None
    fault: BriefingError | None = None


class FilesModel(QAbstractListModel):
    """A row a file."""

    def __init__(self, words: Words, name: Callable[[Order], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._name = name
        self.rows: list[FileRow] = []

    def show_orders(self, orders: Iterable[Order]) -> None:
        """List other files; nothing has become of them yet."""
        rows = [FileRow(order, self._name(order)) for order in orders]
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def show_state(self, order: Order, state: State, size: int | None = None, fault: BriefingError | None = None) -> int:
        """Show what became of a file and return its row."""
        row = next(place for place, each in enumerate(self.rows) if each.order == order)
        self.rows[row] = replace(self.rows[row], state=state, size=size, fault=fault)
        self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
        return row

    def stop(self) -> None:
        """Show that what has not begun will not."""
        for each in [row.order for row in self.rows if row.state is State.WAITING]:
            self.show_state(each, State.STOPPED)

    def counted(self, *states: State) -> int:
        """Return how many files are in one of these states."""
        return sum(row.state in states for row in self.rows)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many files there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Answer with the name, the state, the size, or all of it in words."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        state = self._words.say(f"window.export.state.{row.state.value}")
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Role.STATE:
                return row.state
            case Role.SIZE:
                return self._size(row.size) if row.size is not None else state if row.state is not State.WAITING else ""
            case Qt.ItemDataRole.ToolTipRole:
                return row.fault.line(self._words) if row.fault else str(row.order.path)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.name}, {state}"
            case _:
                return None

    def _size(self, size: int) -> str:
        kilobytes = max(1, round(size / 1000))
        if kilobytes < 1000:
            return self._words.say("window.export.size.kb", size=kilobytes)
        return self._words.say("window.export.size.mb", size=round(size / 1_000_000, 1))
