"""Which files of which audience are to be written, as a table of ticks, and what became of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.audience import MASTER, in_words
from briefing_app.domain.briefing import Copy
from briefing_app.workbench.exporting import FILES, Prospect
from briefing_app.workbench.orders import Format, Order, all_orders

Index = QModelIndex | QPersistentModelIndex


class State(StrEnum):
    """What is to become of a file, or has become of it."""

    OFF = "off"
    ON = "on"
    HELD = "held"
    WAITING = "waiting"
    WRITING = "writing"
    WRITTEN = "written"
    FAILED = "failed"
    STOPPED = "stopped"


class Role(IntEnum):
    """What a cell answers besides Qt's own roles."""

    STATE = Qt.ItemDataRole.UserRole + 1
    DETAIL = Qt.ItemDataRole.UserRole + 2
    SHORT = Qt.ItemDataRole.UserRole + 3
    """An audience's short name, for where the one at the head of its pack has no room."""


@dataclass(frozen=True, slots=True)
class Line:
    """One audience: its name at the head of a pack and in short, and its paper and language."""

    id: str
    name: str
    short: str
    detail: str


AUDIENCE, FIRST, PAGES = 0, 1, 1 + len(FILES)
"""Columns: the audience, then a column a file, then the pages."""

Cell = tuple[str, Copy, Format]


class ExportModel(QAbstractTableModel):
    """A row an audience, a column a file. Ticks change until writing begins; what is held back cannot be ticked."""

    def __init__(self, workspace: Workspace, columns: Iterable[tuple[Copy, Format]] = FILES, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = workspace.words
        self._pack = workspace.pack
        self.lines = self._lines()
        ticked = frozenset(columns)
        self._ticks: dict[Cell, bool] = {
            (line.id, copy, format_): (copy, format_) in ticked for line in self.lines for copy, format_ in FILES
        }
        self._states: dict[Cell, State] = {}
        self._prospects: dict[tuple[str, Copy], Prospect] = {}
        self.running = False
        """Whether writing has begun: ticks stay as they are from then on."""

    def state(self, cell: Cell) -> State:
        """Return what is to become, or became, of a file."""
        if cell in self._states:
            return self._states[cell]
        if self.held(cell[0], cell[1]):
            return State.HELD
        return State.ON if self._ticks[cell] and not self.running else State.OFF

    def held(self, audience: str, copy: Copy) -> bool:
        """Tell whether a copy is known to be held back."""
        prospect = self._prospects.get((audience, copy))
        return prospect is not None and prospect.held

    @property
    def prospects(self) -> tuple[Prospect, ...]:
        """What is known of the copies, audience by audience."""
        return tuple(
            self._prospects[key] for key in ((line.id, copy) for line in self.lines for copy in Copy) if key in self._prospects
        )

    def orders(self, folder: Path) -> tuple[Order, ...]:
        """Return an order for each file that is ticked and not held back, as the table has them."""
        audiences = [line.id for line in self.lines]
        there = all_orders(self._pack, folder, audiences=audiences)
        chosen = (order for order in there if self.state(cell_of(order)) is State.ON)
        return tuple(sorted(chosen, key=lambda each: (audiences.index(each.audience), FILES.index((each.copy, each.format)))))

    def columns_ticked(self) -> tuple[tuple[Copy, Format], ...]:
        """Return the files that are ticked for somebody, for another time."""
        return tuple(file for file in FILES if any(self._ticks[line.id, *file] for line in self.lines))

    def forget_prospects(self) -> None:
        """Know nothing of the copies any more, as when the brand is another."""
        self._prospects.clear()
        self._tell_all()

    def take_in(self, prospect: Prospect) -> None:
        """Learn what a copy would come to."""
        self._prospects[prospect.audience, prospect.copy] = prospect
        self._tell_row(prospect.audience)

    def begin(self, orders: Iterable[Order]) -> None:
        """Keep the ticks as they are: these files are to be written now."""
        self.running = True
        self._states = {cell_of(order): State.WAITING for order in orders}
        self._tell_all()

    def show_state(self, order: Order, state: State) -> None:
        """Show what a file has come to."""
        self._states[cell_of(order)] = state
        self._tell_row(order.audience)

    def stop(self) -> tuple[Cell, ...]:
        """Show that files not begun will not be, and return them."""
        left = tuple(cell for cell, state in self._states.items() if state is State.WAITING)
        self._states |= dict.fromkeys(left, State.STOPPED)
        self._tell_all()
        return left

    def toggle_column(self, column: int) -> None:
        """Tick a column's files for everybody; when all are, for nobody."""
        if self.running or not FIRST <= column < PAGES:
            return
        cells = [(line.id, *FILES[column - FIRST]) for line in self.lines]
        on = not all(self._ticks[cell] for cell in cells)
        self._ticks |= dict.fromkeys(cells, on)
        self._tell_all()

    # Qt's own

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many audiences there are."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return the audience, the files and the pages."""
        return 0 if parent is not None and parent.isValid() else PAGES + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what may be done with a cell."""
        flags = Qt.ItemFlag.ItemIsEnabled
        if FIRST <= index.column() < PAGES:
            flags |= Qt.ItemFlag.ItemIsSelectable
            if not self.running and self.state(self._cell(index)) is not State.HELD:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Answer with words, the tick, the state, or what a reader of the screen says."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if index.column() == AUDIENCE:
            if role in {Role.DETAIL, Role.SHORT}:
                return line.detail if role == Role.DETAIL else line.short
            return line.name if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole} else None
        if index.column() == PAGES:
            return self._pages(line) if role == Qt.ItemDataRole.DisplayRole else None
        cell = self._cell(index)
        match role:
            case Role.STATE:
                return self.state(cell)
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if self._ticks[cell] else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join((line.name, self.copy_words(cell[1]), self.format_words(cell[2]), self.state_words(cell)))
            case Qt.ItemDataRole.ToolTipRole:
                return self.state_words(cell)
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's name
        """Tick a file or take the tick away."""
        if role != Qt.ItemDataRole.CheckStateRole or not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        self._ticks[self._cell(index)] = Qt.CheckState(value) is Qt.CheckState.Checked
        self.dataChanged.emit(index, index)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 - Qt's name
        """Return what a column is: its format, or copy and format for a reader of the screen."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        spoken = role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}
        if not spoken and role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == AUDIENCE:
            return self._words.say("window.export.audience")
        if section == PAGES:
            return ""
        copy, format_ = FILES[section - FIRST]
        return f"{self.copy_words(copy)}, {self.format_words(format_)}" if spoken else self.format_words(format_)

    # Words

    def copy_words(self, copy: Copy) -> str:
        """Return a copy's name in short."""
        return self._words.say(f"window.export.copy.{copy.value}")

    def format_words(self, format_: Format) -> str:
        """Return a format's name."""
        return self._words.say(f"window.export.format.{format_.value}")

    def state_words(self, cell: Cell) -> str:
        """Return a state in words."""
        return self._words.say(f"window.export.state.{self.state(cell).value}")

    def short_name(self, audience: str) -> str:
        """Return an audience's name in short."""
        return next(line.short for line in self.lines if line.id == audience)

    def _pages(self, line: Line) -> str:
        prospect = self._prospects.get((line.id, Copy.HAND_OVER))
        return self._words.count("window.export.pages", prospect.pages) if prospect and prospect.pages else ""

    def _lines(self) -> tuple[Line, ...]:
        say, spoken = self._words.say, self._words.language
        if not self._pack.audiences:
            name = say("window.export.master")
            return (Line(MASTER, name, name, ""),)
        return tuple(
            Line(
                each.id,
                in_words(each.formal, spoken) or in_words(each.name, spoken),
                in_words(each.name, spoken),
                f"{say(f'window.export.paper.{each.paper.value}')} · {self._language(each.language)}",
            )
            for each in sorted(self._pack.audiences, key=lambda each: (each.order, in_words(each.name, spoken)))
        )

    def _language(self, code: str) -> str:
        return self._words.say(f"language.{code}") if self._words.has(f"language.{code}") else code

    def _cell(self, index: Index) -> Cell:
        return (self.lines[index.row()].id, *FILES[index.column() - FIRST])

    def _tell_row(self, audience: str) -> None:
        row = next(place for place, line in enumerate(self.lines) if line.id == audience)
        self.dataChanged.emit(self.index(row, 0), self.index(row, PAGES))

    def _tell_all(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, PAGES))


def cell_of(order: Order) -> Cell:
    """Return the cell an order stands in."""
    return order.audience, order.copy, order.format
