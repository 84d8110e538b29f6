"""A list of cards: one opens when it is chosen, its painted action places it, and it can be dragged away as it looks."""

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from briefing_app.desktop.models.library_model import LibraryModel
from briefing_app.desktop.widgets.card_delegate import SHADOW, CardDelegate, paint_shadow
from briefing_app.words import Words

Index = QModelIndex | QPersistentModelIndex

_PLACE_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CardList(QListView):
    """Shows a ``LibraryModel``. It asks; whoever holds it does."""

    place_asked = Signal(object)
    """A tuple of excerpt identifiers, top to bottom."""
    menu_asked = Signal(QPoint)
    """Where, in screen coordinates."""
    left_upwards = Signal()
    """Up was pressed on the first card."""

    def __init__(self, model: LibraryModel, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.cards = CardDelegate(words, self)
        self._pressed: QPersistentModelIndex | None = None
        # Before the view hears of a change: it will ask at once how high the rows are now.
        model.dataChanged.connect(self.cards.forget)
        self.setModel(model)
        self.setItemDelegate(self.cards)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there: a bar that comes and goes would wrap all words anew.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setUniformItemSizes(False)
        self.verticalScrollBar().setSingleStep(24)

    def chosen(self) -> tuple[str, ...]:
        """Return the identifiers of the selected excerpts, top to bottom."""
        rows = sorted(self.selectionModel().selectedIndexes(), key=QModelIndex.row)
        return tuple(self._model.entry(index).excerpt.id for index in rows)

    def choose(self, row: int) -> None:
        """Select one row and make it current."""
        self.setCurrentIndex(self._model.index(row))

    def reset(self) -> None:
        """Begin anew: nothing is current, so nothing is open."""
        self.cards.opened = ""
        super().reset()

    def toggle(self) -> None:
        """Open the current card to all its words, or close it."""
        index = self.currentIndex()
        if index.isValid():
            identifier = self._model.entry(index).excerpt.id
            self._open("" if self.cards.opened == identifier else identifier)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Open the card that became current; the one before closes."""
        self._open(self._model.entry(current).excerpt.id if current.isValid() else "")
        super().currentChanged(current, previous)
        if current.isValid() and self._pressed is None:
            self.scrollTo(current)

    def _open(self, identifier: str) -> None:
        if identifier == self.cards.opened:
            return
        # What is clicked must stay under the pointer while a card above it closes.
        index = self.currentIndex()
        before = self.visualRect(index).top() if index.isValid() else 0
        self.cards.opened = identifier
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        if index.isValid():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(index).top() - before)
        self.viewport().update()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802 - Qt's name
        """Repaint: whether an action shows hangs on it."""
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter places, Space opens and closes, Up on the first card goes back to where the search is typed."""
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if event.key() in _PLACE_KEYS and plain:
            if self.chosen():
                self.place_asked.emit(self.chosen())
        elif event.key() == Qt.Key.Key_Space and plain:
            self.toggle()
        elif event.key() == Qt.Key.Key_Up and plain and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)
            if event.key() == Qt.Key.Key_End and self._model.canFetchMore(QModelIndex()):
                self._model.fetchMore(QModelIndex())

    def keyboardSearch(self, _search: str) -> None:  # noqa: N802 - Qt's name
        """Let letters be: the search field looks for words."""

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Press the painted action, or select."""
        index = self._action_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._pressed = QPersistentModelIndex(index)
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Place what the painted action that was pressed belongs to."""
        if self._pressed is None:
            super().mouseReleaseEvent(event)
            return
        pressed, self._pressed = self._pressed, None
        index = self._action_at(event.position().toPoint())
        if index.isValid() and index == pressed:
            identifier = self._model.entry(index).excerpt.id
            self.place_asked.emit(self.chosen() if identifier in self.chosen() else (identifier,))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Place the card under the pointer."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        if self._action_at(at).isValid():
            self.mousePressEvent(event)
            return
        self.place_asked.emit((self._model.entry(index).excerpt.id,))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show whether the pointer is on a painted action."""
        if self._pressed is None:
            super().mouseMoveEvent(event)
        self._point(self._action_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Forget where the pointer was."""
        self._point(QModelIndex())
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the menu, by mouse where it was clicked, by key at the current card."""
        index = self.indexAt(event.pos()) if event.reason() == QContextMenuEvent.Reason.Mouse else self.currentIndex()
        if not index.isValid():
            return
        if not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        at = event.globalPos() if by_mouse else self.viewport().mapToGlobal(self.visualRect(index).topLeft() + QPoint(24, 24))
        self.menu_asked.emit(at)

    def startDrag(self, _actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's name
        """Carry the selected cards away: one with its shadow at the pointer, pale ones left behind."""
        rows = self.selectionModel().selectedIndexes()
        if not rows:
            return
        index = self.currentIndex() if self.currentIndex() in rows else rows[0]
        rect = self.visualRect(index)
        drag = QDrag(self)
        drag.setMimeData(self._model.mimeData(rows))
        drag.setPixmap(self.picture(index))
        at = self.viewport().mapFromGlobal(self.cursor().pos())
        drag.setHotSpot(at - rect.topLeft() + QPoint(SHADOW, SHADOW) if rect.contains(at) else QPoint(SHADOW + 12, SHADOW + 12))
        self.cards.dragged = frozenset(self.chosen())
        self.viewport().update()
        drag.exec(Qt.DropAction.CopyAction)
        self.cards.dragged = frozenset()
        self.viewport().update()

    def picture(self, index: QModelIndex) -> QPixmap:
        """Return a card as it looks under the pointer, with room for its shadow around."""
        rect = self.visualRect(index)
        ratio = self.devicePixelRatioF()
        picture = QPixmap((rect.size() + QSize(2 * SHADOW, 2 * SHADOW)) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = QRect(QPoint(SHADOW, SHADOW), rect.size())
        painter = QPainter(picture)
        paint_shadow(painter, self.cards.card_rect(option.rect))
        self.cards.paint(painter, option, index)
        painter.end()
        return picture

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap words anew when the width changed."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Select the first card when the keyboard comes and none is."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.choose(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Repaint: the ring shows who has the keyboard."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _action_at(self, at: QPoint) -> QModelIndex:
        index = self.indexAt(at)
        if index.isValid() and self.cards.action_rect(self.visualRect(index), index).contains(at):
            return index
        return QModelIndex()

    def _point(self, index: QModelIndex) -> None:
        pointed = self._model.entry(index).excerpt.id if index.isValid() else ""
        if pointed != self.cards.pointed:
            self.cards.pointed = pointed
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if pointed else Qt.CursorShape.ArrowCursor)
            self.viewport().update()
