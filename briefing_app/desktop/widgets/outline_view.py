"""The tree of the outline: keys and presses that move, remove and edit, and one editor at a time, open in its row."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QStyle, QStyleOptionViewItem, QTreeView, QWidget

from briefing_app.desktop.models.outline_model import OthersRow, OutlineModel
from briefing_app.desktop.theme import moves, theme_of
from briefing_app.desktop.widgets.growing import Growing
from briefing_app.desktop.widgets.outline_drops import OutlineDrops
from briefing_app.workbench.outlining import PlacementRow, SectionRow

CHEVRON_ROOM = 44
"""How far from the left edge, in pixels at 100 %, a press means a section's chevron."""

MENU_ROOM = 36
"""How far from the right edge a press means a row's menu."""

EDGE_CLEAR = 8
"""So far from the edges, in pixels at 100 %, is a row that was brought into view."""

_BY_KEY = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
_SELECTED, _KEYBOARD, _POINTED = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_HasFocus, QStyle.StateFlag.State_MouseOver


class OutlineView(OutlineDrops):
    """Shows an ``OutlineModel``. It asks for edits by signals and makes none."""

    width_changed = Signal(int)
    """How wide the view is now, its scroll bar with it."""
    removal_asked = Signal()
    move_asked = Signal(int)
    """One up (-1) or down (1)."""
    edit_asked = Signal(QModelIndex)
    menu_asked = Signal(QModelIndex, object)
    """A row and the place on the screen."""
    others_asked = Signal(str)
    """The section whose placements for other audiences are to be shown or hidden."""

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._editing = QPersistentModelIndex()
        self._editor: QWidget | None = None
        self._grown = False
        self._height: int | None = None
        self._opening = Growing(self._show_height, self)
        self._opening.ended.connect(lambda: self._show_height(None))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self._pointed = QPersistentModelIndex()
        self._by_key = False
        """Whether the keyboard was last used here: only then does a row that is not selected show that it is on it."""
        model.rowsAboutToBeRemoved.connect(self._close_with)
        model.modelAboutToBeReset.connect(self.close_editor)

    # one editor at a time

    def open_editor(self, index: QModelIndex, editor: QWidget) -> None:
        """Show a widget in the place of a row, as high as it wants to be, until ``close_editor``."""
        self.close_editor()
        closed = self.visualRect(index).height()
        self._editing, self._editor = QPersistentModelIndex(index), editor
        self.setIndexWidget(index, editor)
        changed = getattr(editor, "height_changed", None)
        if changed is not None:
            changed.connect(lambda _height: self._editor_grew())
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self._reveal_editor(opening=True)
        if moves():
            self._opening.go(closed, editor.sizeHint().height())
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_editor(self) -> None:
        """Take the editor away; what it held is its owner's to keep."""
        if self._editor is None:
            return
        self._opening.stop()
        editor, self._editor, self._height = self._editor, None, None
        focused = QApplication.focusWidget()
        held = focused is not None and (focused is editor or editor.isAncestorOf(focused))
        if self._editing.isValid():
            index = self.model().index(self._editing.row(), 0, self._editing.parent())
            self.setIndexWidget(index, None)  # type: ignore[arg-type]  # no widget: the one there is let go of
        self._editing = QPersistentModelIndex()
        self.scheduleDelayedItemsLayout()
        if held:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def editor_height(self, index: QModelIndex | QPersistentModelIndex) -> int | None:
        """Return the height of the editor that is open in a row; None where none is."""
        if self._editor is None or not self._editing.isValid() or QPersistentModelIndex(index) != self._editing:
            return None
        wanted = self._editor.sizeHint().height()
        return wanted if self._height is None else min(wanted, self._height)

    @property
    def editor(self) -> QWidget | None:
        """The editor that is open, if any."""
        return self._editor

    def _close_with(self, parent: QModelIndex, first: int, last: int) -> None:
        at = self._editing
        if at.isValid() and at.parent() == parent and first <= at.row() <= last:
            self.close_editor()

    def doItemsLayout(self) -> None:  # noqa: N802 - Qt's name
        """Lay the rows out; an editor that grew is shown as before."""
        super().doItemsLayout()
        if self._grown:
            self._grown = False
            self._reveal_editor(opening=False)

    def _editor_grew(self) -> None:
        self._grown = True
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _show_height(self, height: int | None) -> None:
        self._height = height
        self._editor_grew()

    def _reveal_editor(self, *, opening: bool) -> None:
        """Scroll as little as shows all of the editor; of one higher than the room, its top when it is opened."""
        if self._editor is None or not self._editing.isValid():
            return
        row, room = self.visualRect(self.model().index(self._editing.row(), 0, self._editing.parent())), self.viewport().height()
        above = row.top() < 0 and (opening or row.height() <= room)
        by = row.top() if above else max(0, min(row.top(), row.bottom() + 1 - room))
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + by)

    # choosing

    def select_placements(self, identifiers: Iterable[str], current: str = "") -> None:
        """Select these placements alone, and make one of them the current row."""
        selection = self.selectionModel()
        selection.clearSelection()
        for identifier in identifiers:
            index = self._model.index_of_placement(identifier)
            if index.isValid():
                selection.select(index, selection.SelectionFlag.Select)
                if identifier == current or not current:
                    selection.setCurrentIndex(index, selection.SelectionFlag.NoUpdate)
                    current = current or identifier

    def selectAll(self) -> None:  # noqa: N802 - Qt's name
        """Select every placement that is shown."""
        shown = self._model.outline.sections
        rows = [self._model.index_of(f"placement:{row.id}") for section in shown for row in section.rows]
        selection = self.selectionModel()
        for index in rows:
            if index.isValid():
                selection.select(index, selection.SelectionFlag.Select)

    def scrollTo(  # noqa: N802 - Qt's name
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into view, its ring clear of the edges."""
        super().scrollTo(index, hint)
        if hint is not QAbstractItemView.ScrollHint.EnsureVisible or not index.isValid():
            return
        row, edge = self.visualRect(index), theme_of().px(EDGE_CLEAR)
        below = row.bottom() + edge - self.viewport().height()
        by = min(row.top() - edge, 0) if row.top() < edge else max(0, min(below, row.top() - edge))
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + by)

    # keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move, remove, edit; what is no key of ours moves through the rows as in any tree."""
        self._by_key = True
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and alt:
            self.move_asked.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.matches(QKeySequence.StandardKey.Delete) or event.key() == Qt.Key.Key_Backspace:
            self.removal_asked.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2} and not event.modifiers():
            self._enter(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space and not event.modifiers() and isinstance(self._value(self.currentIndex()), SectionRow):
            self._turn(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Select by mouse: no ring says where the keyboard was."""
        self._by_key = False
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Notice that the keyboard came by a key."""
        self._by_key = event.reason() in _BY_KEY
        super().focusInEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Fold or open a section at its chevron; show or hide what is for others."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        value = self._value(index)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if isinstance(value, SectionRow) and event.position().x() < theme_of().px(CHEVRON_ROOM):
            self._turn(index)
        elif isinstance(value, OthersRow):
            self.others_asked.emit(value.section)
        elif isinstance(value, SectionRow | PlacementRow) and self._at_menu(event):
            self.menu_asked.emit(index, event.globalPosition().toPoint())

    def selectionCommand(  # noqa: N802 - Qt's name
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Leave several selected rows selected when the menu of one of them is pressed: it is for all of them."""
        if isinstance(event, QMouseEvent) and self._at_menu(event) and self.selectionModel().isSelected(index):
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    def _turn(self, index: QModelIndex) -> None:
        """Open or close a section as a person asked: in a moment one can follow with the eyes."""
        self.setAnimated(moves())
        self.setExpanded(index, not self.isExpanded(index))
        self.setAnimated(False)

    def _at_menu(self, event: QMouseEvent) -> bool:
        return event.position().x() > self.width() - theme_of().px(MENU_ROOM)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Notice which row is under the pointer."""
        super().mouseMoveEvent(event)
        self._point(self.indexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Notice that no row is under the pointer any more."""
        super().leaveEvent(event)
        self._point(QModelIndex())

    def _point(self, index: QModelIndex) -> None:
        if QPersistentModelIndex(index) != self._pointed:
            self._pointed = QPersistentModelIndex(index)
            self.viewport().update()

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:  # noqa: N802 - Qt's name
        """Have the delegate paint the whole row in its state; a row that is being edited is its editor's."""
        if self.editor_height(index) is not None:
            return
        state = option.state & ~(_SELECTED | _KEYBOARD | _POINTED)
        if self.selectionModel().isSelected(index):
            state |= _SELECTED
            state |= _KEYBOARD if self.hasFocus() else QStyle.StateFlag.State_None
        elif self._by_key and self.hasFocus() and index == self.currentIndex():
            state |= _KEYBOARD
        if QPersistentModelIndex(index) == self._pointed:
            state |= _POINTED
        option.state = state
        option.rect = self.visualRect(index)
        self.itemDelegate().paint(painter, option, index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Edit the row."""
        index = self.indexAt(event.position().toPoint())
        beside = isinstance(self._value(index), SectionRow) and event.position().x() < theme_of().px(CHEVRON_ROOM)
        if event.button() == Qt.MouseButton.LeftButton and not beside and not isinstance(self._value(index), OthersRow):
            self._enter(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the menu of the row under the pointer, or of the current one when a key asked."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        place = self.visualRect(index).center() if by_key else event.pos()
        self.menu_asked.emit(index, self.viewport().mapToGlobal(place))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay rows out anew for another width."""
        super().resizeEvent(event)
        self.width_changed.emit(self.width())
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _enter(self, index: QModelIndex) -> None:
        value = self._value(index)
        if isinstance(value, OthersRow):
            self.others_asked.emit(value.section)
        elif value is not None:
            self.edit_asked.emit(index)

    def _value(self, index: QModelIndex) -> object:
        return self._model.value(index)
