"""The library's documents as a tree: a row each, and under it, once it is opened, a row for each excerpt found in it."""

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing_app.domain.showing import Showing
from briefing_app.domain.source import SourceDocument, titled
from briefing_app.words import Words
from briefing_app.workbench.libraries import OpenLibrary
from briefing_app.workbench.sources import FoundExcerpt, Source, about, by_doubt, found, source, worded

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row gives besides what Qt asks for."""

    ID = Qt.ItemDataRole.UserRole
    """The identifier of the document or excerpt."""
    DOCUMENT = ID + 1
    """A ``Source`` of a document's row; None of an excerpt's."""
    FOUND = ID + 2
    """A ``FoundExcerpt`` of an excerpt's row; None of a document's."""
    ABOUT = ID + 3
    """The line under a document's title."""
    DEEPER = ID + 4
    """Whether an excerpt stands within another one."""


_WORDED = frozenset({Qt.ItemDataRole.DisplayRole, Role.FOUND, Qt.ItemDataRole.AccessibleTextRole})
"""What of an excerpt's row its words are needed for."""


@dataclass(slots=True)
class _Row:
    """A document's row; what was found in it is looked up when it is first asked for."""

    document: SourceDocument
    place: int
    source: Source | None = None
    found: list[FoundExcerpt] | None = None
    shown: int = field(default=0)
    """How many excerpts Qt knows of."""


class SourcesModel(QAbstractItemModel):
    """Documents in the order they were brought in, or those a search leaves."""

    def __init__(self, library: OpenLibrary, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._words = library, words
        self._rows: list[_Row] = []
        self._doubtful_first = False
        self._showing: Showing | None = None
        """The reading whose passages were worded last, ready for more."""

    def show(self, library: OpenLibrary, only: Collection[str] | None = None) -> None:
        """Show a library's documents anew; ``only``: these alone."""
        self.beginResetModel()
        self._library = library
        held = [each for each in library.documents() if only is None or each.id in only]
        self._rows = [_Row(document, place) for place, document in enumerate(held)]
        self.endResetModel()

    def sort_doubtful_first(self, *, on: bool) -> None:
        """Show the suggestions nobody looked at first, the least sure of them at the top; or all in the order of the text."""
        if on == self._doubtful_first:
            return
        self._doubtful_first = on
        for row in self._rows:
            if row.found is not None:
                self.renew(row.document.id)

    def _found(self, row: _Row) -> list[FoundExcerpt]:
        rows = found(self._source(row), row.found or ())
        return list(by_doubt(rows) if self._doubtful_first else rows)

    def _worded(self, held: list[FoundExcerpt], place: int) -> FoundExcerpt:
        """Return a row of an excerpt with its words, which are worked out when somebody first sees it: there may be thousands."""
        if not held[place].words:
            reading = held[place].excerpt.reading
            if self._showing is None or self._showing.reading.id != reading:
                self._showing = Showing(self._library.reading(reading))
            held[place] = worded(self._showing, held[place], self._words)
        return held[place]

    def hold(self, held: Source) -> None:
        """Take a document as somebody has looked it up already."""
        row = next((each for each in self._rows if each.document.id == held.document.id), None)
        if row and row.found is None:
            row.source = held

    def renew(self, document: str, held: Source | None = None) -> None:
        """Take what changed in a document: its card, or what was found in it; ``held`` is what it is now, where that is known."""
        row = next((each for each in self._rows if each.document.id == document), None)
        if row is None:
            return
        index = self.index(row.place, 0)
        row.document = self._library.document(document)
        row.source = held
        was = row.shown
        now = self._found(row) if was or row.found is not None else None
        if now is None or len(now) == was:
            other = [place for place, (a, b) in enumerate(zip(row.found or (), now or (), strict=True)) if a is not b]
            row.found = now
            if other:
                self.dataChanged.emit(self.index(other[0], 0, index), self.index(other[-1], 0, index))
        else:
            self._exchange(row, index, now)
        self.dataChanged.emit(index, index)

    def document_index(self, document: str) -> QModelIndex:
        """Return a document's row; an invalid index when it is not shown."""
        row = next((each for each in self._rows if each.document.id == document), None)
        return self.index(row.place, 0) if row else QModelIndex()

    def excerpt_index(self, document: str, excerpt: str) -> QModelIndex:
        """Return an excerpt's row, its document's rows fetched; an invalid index when it is not shown."""
        parent = self.document_index(document)
        if not parent.isValid():
            return parent
        self.fetchMore(parent)
        rows = self._rows[parent.row()].found or ()
        place = next((place for place, each in enumerate(rows) if each.excerpt.id == excerpt), -1)
        return self.index(place, 0, parent) if place >= 0 else QModelIndex()

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's default
        """Return the index of a row; an excerpt's carries its document's place plus one, a document's nothing."""
        # Qt asks for each of thousands of rows several times when it lays the tree out.
        holder = parent.row() + 1
        if column or row < 0 or parent.internalId() or row >= (self._rows[holder - 1].shown if holder else len(self._rows)):
            return QModelIndex()
        return self.createIndex(row, 0, holder)

    def sibling(self, row: int, column: int, index: Index) -> QModelIndex:
        """Return the index of another row beside one: what Qt would find by way of its parent."""
        there = not column and 0 <= row < self._beside(index)
        return self.createIndex(row, 0, index.internalId()) if there else QModelIndex()

    def _beside(self, index: Index) -> int:
        if not index.isValid():
            return 0
        holder = index.internalId()
        return self._rows[holder - 1].shown if holder else len(self._rows)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # Qt's other parent() is its object's
        """Return a row's document; nothing for a document."""
        holder = index.internalId() if index.isValid() else 0
        return self.createIndex(holder - 1, 0, 0) if holder else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        """Return how many rows a row has that Qt knows of."""
        if not parent.isValid():
            return len(self._rows)
        return 0 if parent.internalId() else self._rows[parent.row()].shown

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        """Return one."""
        return 1

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: N802, B008 - Qt's name and default
        """Tell that documents can be opened, without looking into them."""
        return bool(self._rows) if not parent.isValid() else not parent.internalId()

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 - Qt's name
        """Tell whether a document was not opened yet."""
        return parent.isValid() and not parent.internalId() and self._rows[parent.row()].found is None

    def fetchMore(self, parent: Index) -> None:  # noqa: N802 - Qt's name
        """Look into a document."""
        if not self.canFetchMore(parent):
            return
        row = self._rows[parent.row()]
        row.found = self._found(row)
        if row.found:
            self.beginInsertRows(self.index(row.place, 0), 0, len(row.found) - 1)
            row.shown = len(row.found)
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a value of a row."""
        if not index.isValid():
            return None
        if index.internalId():
            return self._of_excerpt(self._rows[index.internalId() - 1], index.row(), role)
        return self._of_document(self._rows[index.row()], role)

    def _of_document(self, row: _Row, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return titled(row.document)
            case Role.ID:
                return row.document.id
            case Role.DOCUMENT:
                return self._source(row)
            case Role.ABOUT:
                return about(row.document, self._words)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(self._source(row))
        return None

    def _of_excerpt(self, row: _Row, place: int, role: int) -> object:
        if row.found is None or place >= len(row.found):
            return None
        if role == Role.ID:
            return row.found[place].excerpt.id
        if role == Role.DEEPER:
            return row.found[place].inside
        if role not in _WORDED:
            return None
        held = self._worded(row.found, place)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return held.words
            case Role.FOUND:
                return held
            case Qt.ItemDataRole.AccessibleTextRole:
                kind = self._words.say(f"kind.{held.excerpt.kind.value}")
                where = self._words.say("window.sources.no-place") if held.lost else held.place
                return f"{kind}. {held.words}. {where}"
        return None

    def _spoken(self, held: Source) -> str:
        say = self._words
        parts = [titled(held.document), about(held.document, say)]
        parts += [say.count(f"window.sources.count.{kind.value}", number) for kind, number in held.kinds.items() if number]
        parts += [say.count("window.sources.damaged", held.damaged)] if held.damaged else []
        return ". ".join(parts)

    def _source(self, row: _Row) -> Source:
        if row.source is None:
            row.source = source(self._library, row.document)
        return row.source

    def _exchange(self, row: _Row, index: QModelIndex, now: list[FoundExcerpt]) -> None:
        # Rows come and go at one place as a rule: what is the same before and after it stays, so that the selection does.
        before = row.found or []
        old, new = [each.excerpt.id for each in before], [each.excerpt.id for each in now]
        ahead = next((place for place, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
        if len(new) < len(old):
            self.beginRemoveRows(index, ahead, ahead + len(old) - len(new) - 1)
        else:
            self.beginInsertRows(index, ahead, ahead + len(new) - len(old) - 1)
        row.found, row.shown = now, len(now)
        if len(new) < len(old):
            self.endRemoveRows()
        else:
            self.endInsertRows()
        known = {each.excerpt.id: each for each in before}
        other = [place for place, each in enumerate(now) if known.get(each.excerpt.id) is not each]
        if other:
            self.dataChanged.emit(self.index(other[0], 0, index), self.index(other[-1], 0, index))
