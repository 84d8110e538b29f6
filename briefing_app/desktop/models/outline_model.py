"""The outline as a tree: the pack's own texts, its sections, what is placed in each. Rows change one by one, never all at once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing_app.workbench.outlining import FrontRow, Outline, PlacementRow, RowKind, SectionRow

PLACEMENTS = "application/x-briefing-placements"
"""Placements dragged within the outline: identifiers, newline separated."""
EXCERPTS = "application/x-briefing-excerpts"
"""Excerpts dragged from the library: identifiers, newline separated."""

ROW = Qt.ItemDataRole.UserRole + 1
"""The value that a row shows: one of ``Shown``."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class OthersRow:
    """Stands for what a section holds for other audiences; ``revealed``: it is shown among the rest."""

    section: str
    count: int
    revealed: bool


@dataclass(frozen=True, slots=True)
class EmptyRow:
    """Says what to do with a section that holds nothing."""

    section: str
    asks: bool


Shown = FrontRow | SectionRow | PlacementRow | OthersRow | EmptyRow


def key_of(value: Shown) -> str:
    """Return what tells a row from all others, whatever becomes of it."""
    match value:
        case FrontRow(name=name):
            return f"front:{name}"
        case SectionRow(id=identifier):
            return f"section:{identifier}"
        case PlacementRow(id=identifier):
            return f"placement:{identifier}"
        case OthersRow(section=section):
            return f"others:{section}"
        case EmptyRow(section=section):
            return f"empty:{section}"


@dataclass(slots=True, eq=False)
class _Node:
    serial: int
    key: str
    value: Shown | None
    parent: "_Node | None"
    children: "list[_Node]" = field(default_factory=list)


Aloud = Callable[[Shown], str]


class OutlineModel(QAbstractItemModel):
    """Rows of an ``Outline``. ``aloud`` says a row for a screen reader."""

    def __init__(self, aloud: Aloud, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._aloud = aloud
        self._serials = count(1)
        self._root = _Node(0, "", None, None)
        self._nodes: dict[int, _Node] = {}
        self._by_key: dict[str, _Node] = {}
        self._revealed: set[str] = set()
        self._outline = Outline((), ())
        self._draft: tuple[int, PlacementRow] | None = None

    # what is shown

    @property
    def outline(self) -> Outline:
        """The outline shown."""
        return self._outline

    def show(self, outline: Outline) -> None:
        """Show an outline: rows are put in, moved, taken out or said to have changed, so that views keep all else."""
        self._outline = outline
        self._bring(self._root, [*outline.front, *outline.sections])
        for section in outline.sections:
            self._bring(self._by_key[f"section:{section.id}"], list(self._rows(section)))

    def begin_anew(self, outline: Outline) -> None:
        """Show the outline of another pack: nothing of before is kept."""
        self.beginResetModel()
        self._root.children.clear()
        self._nodes.clear()
        self._by_key.clear()
        self._revealed.clear()
        self._draft = None
        self.endResetModel()
        self.show(outline)

    def reveal(self, section: str, *, revealed: bool = True) -> None:
        """Show what a section holds for other audiences among the rest, or hide it again."""
        (self._revealed.add if revealed else self._revealed.discard)(section)
        self.show(self._outline)

    def begin_draft(self, section: str, index: int, kind: RowKind) -> QModelIndex:
        """Make room for something that is being written and is no part of the pack yet, and return where it is."""
        self._draft = (index, PlacementRow("", section, kind, (), own=True))
        self.show(self._outline)
        return self.index_of("placement:")

    def end_draft(self) -> None:
        """Take the room away again."""
        if self._draft is not None:
            self._draft = None
            self.show(self._outline)

    def refresh(self) -> None:
        """Have every row drawn anew, for something besides the outline that it shows has changed."""
        for node in list(self._by_key.values()):
            index = self._index(node)
            self.dataChanged.emit(index, index)

    def _rows(self, section: SectionRow) -> Iterator[Shown]:
        revealed = section.id in self._revealed
        elsewhere = sum(row.absence is not None for row in section.rows)
        draft = self._draft if self._draft and self._draft[1].section == section.id else None
        for place, row in enumerate(section.rows):
            if draft and draft[0] == place:
                yield draft[1]
            if revealed or row.absence is None:
                yield row
        if draft and draft[0] >= len(section.rows):
            yield draft[1]
        if not section.rows and not draft:
            yield EmptyRow(section.id, section.role.value == "asks")
        if elsewhere:
            yield OthersRow(section.id, elsewhere, revealed)

    def _bring(self, parent: _Node, wanted: Sequence[Shown]) -> None:
        """Make a node's children the wanted ones in the fewest steps that keep each row's identity."""
        above = self._index(parent)
        keys = {key_of(value) for value in wanted}
        for row in reversed(range(len(parent.children))):
            if parent.children[row].key not in keys:
                self.beginRemoveRows(above, row, row)
                self._forget(parent.children.pop(row))
                self.endRemoveRows()
        for row, value in enumerate(wanted):
            key = key_of(value)
            if row < len(parent.children) and parent.children[row].key == key:
                continue
            there = next((at for at in range(row + 1, len(parent.children)) if parent.children[at].key == key), None)
            if there is not None:
                self.beginMoveRows(above, there, there, above, row)
                parent.children.insert(row, parent.children.pop(there))
                self.endMoveRows()
                continue
            if key in self._by_key:
                # It comes from another section, where it will not be any more.
                self._take_out(self._by_key[key])
            self.beginInsertRows(above, row, row)
            parent.children.insert(row, self._made(key, value, parent))
            self.endInsertRows()
        for node, value in zip(parent.children, wanted, strict=True):
            if node.value != value:
                node.value = value
                index = self._index(node)
                self.dataChanged.emit(index, index)

    def _made(self, key: str, value: Shown, parent: _Node) -> _Node:
        node = _Node(next(self._serials), key, value, parent)
        self._nodes[node.serial] = self._by_key[key] = node
        return node

    def _take_out(self, node: _Node) -> None:
        parent = node.parent or self._root
        row = parent.children.index(node)
        self.beginRemoveRows(self._index(parent), row, row)
        self._forget(parent.children.pop(row))
        self.endRemoveRows()

    def _forget(self, node: _Node) -> None:
        for child in node.children:
            self._forget(child)
        del self._nodes[node.serial], self._by_key[node.key]

    # where things are

    def index_of(self, key: str) -> QModelIndex:
        """Return where a row is (see ``key_of``); an invalid index when it is not shown."""
        node = self._by_key.get(key)
        return self._index(node) if node else QModelIndex()

    def index_of_placement(self, identifier: str) -> QModelIndex:
        """Return where a placement is; what was hidden for being others' is revealed."""
        index = self.index_of(f"placement:{identifier}")
        if index.isValid():
            return index
        home = next((each.id for each in self._outline.sections if any(row.id == identifier for row in each.rows)), None)
        if home is None:
            return QModelIndex()
        self.reveal(home)
        return self.index_of(f"placement:{identifier}")

    def placements_of(self, indexes: Iterable[Index]) -> tuple[str, ...]:
        """Return the placements among rows, in the pack's order."""
        chosen = {value.id for index in indexes if isinstance(value := self.value(index), PlacementRow)}
        return tuple(row.id for section in self._outline.sections for row in section.rows if row.id in chosen)

    def value(self, index: Index) -> Shown | None:
        """Return what a row shows; None for no row."""
        node = self._nodes.get(index.internalId()) if index.isValid() else None
        return node.value if node else None

    def _index(self, node: _Node) -> QModelIndex:
        if node is self._root:
            return QModelIndex()
        return self.createIndex((node.parent or self._root).children.index(node), 0, node.serial)

    def _node(self, index: Index) -> _Node:
        return self._nodes[index.internalId()] if index.isValid() else self._root

    # Qt's questions

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own default
        """Return the index of a row."""
        children = self._node(parent).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row].serial)

    def parent(self, index: Index = QModelIndex()) -> Any:  # noqa: B008 - Qt's own default
        """Return the section of a placement's row."""
        node = self._nodes.get(index.internalId()) if index.isValid() else None
        return self._index(node.parent) if node and node.parent else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        """Return how many rows there are under one."""
        return len(self._node(parent).children)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        """Return 1."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row's value, its words, or what a screen reader says."""
        value = self.value(index)
        if value is None:
            return None
        match role:
            case _ if role == ROW:
                return value
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.DisplayRole:
                return self._aloud(value)
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row: placements can be dragged; sections and what is in them take drops."""
        value = self.value(index)
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        match value:
            case PlacementRow(kind=RowKind.GENERATED):
                return plain | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
            case PlacementRow():
                return plain | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemIsEditable
            case SectionRow():
                return plain | Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemIsEditable
            case FrontRow():
                return plain | Qt.ItemFlag.ItemIsEditable
            case OthersRow() | EmptyRow():
                return plain | Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemNeverHasChildren
            case None:
                return Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """Return that rows are moved and excerpts copied."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """Return that rows are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Return what can be dropped."""
        return [PLACEMENTS, EXCERPTS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """Return dragged placements by identifier, in the pack's order, and their words for other programs."""
        chosen = self.placements_of(indexes)
        data = QMimeData()
        data.setData(PLACEMENTS, "\n".join(chosen).encode())
        rows = (row for section in self._outline.sections for row in section.rows if row.id in chosen)
        data.setText("\n".join(row.text for row in rows if row.text))
        return data
