"""The excerpts found, as rows of a list: more whenever the list is looked through to its end, each told when it is seen."""

from collections.abc import Collection, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from briefing_app.desktop.models.card import Card, spoken
from briefing_app.domain.audience import Naming
from briefing_app.domain.harm import harm
from briefing_app.words import Words
from briefing_app.workbench.excerpt_cards import told
from briefing_app.workbench.finding_excerpts import Entry, Finder, Found
from briefing_app.workbench.placing import Placed

MIME_TYPE = "application/x-briefing-excerpts"
"""Identifiers of excerpts, one a line."""

PAGE = 60
"""How many rows are shown before the list asks for more."""

SCATTERED = 24
"""More changes apart than this are shown as a new list, for the view lays out once for each."""

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What the delegate asks for."""

    CARD = Qt.ItemDataRole.UserRole + 1
    EXCERPT = Qt.ItemDataRole.UserRole + 2
    PLACED = Qt.ItemDataRole.UserRole + 3
    DAMAGED = Qt.ItemDataRole.UserRole + 4
    ID = Qt.ItemDataRole.UserRole + 5


class LibraryModel(QAbstractListModel):
    """Rows of what was found last."""

    def __init__(self, finder: Finder, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._finder = finder
        self._words = words
        self._naming = Naming()
        self._found = Found()
        self._placed = Placed()
        self._shown = 0
        self._cards: dict[str, Card] = {}
        self._plain: dict[str, str] = {}

    @property
    def found(self) -> Found:
        """What was found last."""
        return self._found

    def use(self, finder: Finder) -> None:
        """Take the words from another library from now on; ``show`` what is found in it next."""
        self._finder = finder
        self._plain = {}
        self.show(Found(), self._naming, self._placed)

    def show(self, found: Found, naming: Naming, placed: Placed) -> None:
        """Show what a search found, from the first row."""
        self.beginResetModel()
        self._take(found, naming, placed)
        self._shown = min(PAGE, len(found.entries))
        self.endResetModel()

    def renew(self, found: Found, naming: Naming, changed: Collection[str]) -> bool:
        """Show the same search after some excerpts changed, row by row; return False where that took a new list."""
        before = [entry.excerpt.id for entry in self._found.entries[: self._shown]]
        shown = min(len(found.entries), max(self._shown, PAGE))
        after = [entry.excerpt.id for entry in found.entries[:shown]]
        gone, new = set(before) - set(after), set(after) - set(before)
        if len(gone) + len(new) > SCATTERED or [each for each in before if each not in gone] != [
            each for each in after if each not in new
        ]:
            self.beginResetModel()
            self._take(found, naming, self._placed)
            self._shown = shown
            self.endResetModel()
            return False
        old = list(self._found.entries[: self._shown])
        for row in reversed([row for row, each in enumerate(before) if each in gone]):
            self.beginRemoveRows(QModelIndex(), row, row)
            del old[row]
            self._rest(old)
            self.endRemoveRows()
        for row in [row for row, each in enumerate(after) if each in new]:
            self.beginInsertRows(QModelIndex(), row, row)
            old.insert(row, found.entries[row])
            self._rest(old)
            self.endInsertRows()
        self._found, self._naming = found, naming
        for identifier in changed:
            self._cards.pop(identifier, None)
            self._plain.pop(identifier, None)
        if not changed:
            self._cards, self._plain = {}, {}
        self._tell([row for row, each in enumerate(after) if each in changed or not changed])
        return True

    def mark_placed(self, placed: Placed) -> None:
        """Show what is in the pack now."""
        before, self._placed = self._placed, placed
        rows = [
            row
            for row, entry in enumerate(self._found.entries[: self._shown])
            if before.holds(entry.excerpt) != placed.holds(entry.excerpt)
        ]
        for row in rows:
            self._cards.pop(self._found.entries[row].excerpt.id, None)
        self._tell(rows)

    def entry(self, index: Index) -> Entry:
        """Return the entry of a row."""
        return self._found.entries[index.row()]

    def row_among_first(self, identifier: str) -> int:
        """Return the row of an excerpt among those shown; -1 when it is not there."""
        return next((row for row, entry in enumerate(self._found.entries[: self._shown]) if entry.excerpt.id == identifier), -1)

    def card(self, index: Index) -> Card:
        """Return what a row's card says."""
        entry = self.entry(index)
        held = self._cards.get(entry.excerpt.id)
        if held is None:
            say = told(self._finder, self._found, entry, self._naming, self._words)
            held = Card(entry.excerpt, say, self._placed.holds(entry.excerpt))
            self._cards[entry.excerpt.id] = held
        return held

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        """Return how many rows are shown."""
        return 0 if parent.isValid() else self._shown

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 - Qt's name
        """Tell whether there is another page."""
        return not parent.isValid() and self._shown < len(self._found.entries)

    def fetchMore(self, parent: Index) -> None:  # noqa: N802 - Qt's name
        """Show another page."""
        until = min(self._shown + PAGE, len(self._found.entries))
        if parent.isValid() or until == self._shown:
            return
        self.beginInsertRows(QModelIndex(), self._shown, until - 1)
        self._shown = until
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a value of a row."""
        if not index.isValid() or index.row() >= self._shown:
            return None
        match role:
            case Role.ID:
                return self.entry(index).excerpt.id
            case Role.CARD:
                return self.card(index)
            case Role.EXCERPT:
                return self.entry(index).excerpt
            case Role.PLACED:
                return self._placed.holds(self.entry(index).excerpt)
            case Role.DAMAGED:
                return bool(harm(self.entry(index).excerpt))
            case Qt.ItemDataRole.DisplayRole:
                return self._plain_words(self.entry(index))
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(self.card(index), self._words)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that rows can be selected and dragged."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """Return that dragging copies: the library keeps what is placed."""
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Return what a drag carries."""
        return [MIME_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """Return the identifiers of rows, top to bottom."""
        identifiers = [self.entry(index).excerpt.id for index in sorted(indexes, key=QModelIndex.row)]
        data = QMimeData()
        data.setData(MIME_TYPE, QByteArray("\n".join(identifiers).encode()))
        return data

    def _plain_words(self, entry: Entry) -> str:
        # A list measures far more rows than it paints; their words change with their excerpts alone.
        held = self._plain.get(entry.excerpt.id)
        if held is None:
            held = self._plain[entry.excerpt.id] = self._finder.words_of(entry)
        return held

    def _take(self, found: Found, naming: Naming, placed: Placed) -> None:
        self._found, self._naming, self._placed = found, naming, placed
        self._cards = {}

    def _rest(self, entries: list[Entry]) -> None:
        # Between two row changes Qt may ask for any row: what is there must be what was told.
        self._found = Found(self._found.query, tuple(entries), self._found.counts, self._found.why)
        self._shown = len(entries)

    def _tell(self, rows: Collection[int]) -> None:
        for row in rows:
            self.dataChanged.emit(self.index(row), self.index(row))
