"""The pane of sources: search, bring in, and the tree of documents with what was found in each."""

from pathlib import Path

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QMenu, QStackedWidget, QToolButton, QTreeView, QVBoxLayout, QWidget

from briefing_app.desktop.looking import Looking
from briefing_app.desktop.models.sources_model import Role, SourcesModel
from briefing_app.desktop.widgets.arriving_rows import ArrivingRows
from briefing_app.desktop.widgets.buttons import icon_button, push_button
from briefing_app.desktop.widgets.empty_state import EmptyState
from briefing_app.desktop.widgets.search_field import SearchField
from briefing_app.desktop.widgets.source_delegate import SourceDelegate
from briefing_app.words import Words
from briefing_app.workbench.libraries import OpenLibrary
from briefing_app.workbench.sources import matching

DEBOUNCE = 120
"""Milliseconds of rest before what is typed is searched for."""
_MANY = 600
"""Excerpts of a document whose rows are shown in the next turn of the event loop: Qt measures each."""


class SourcesTree(QTreeView):
    """Documents that open to their excerpts; a click on the chevron opens, anywhere else shows the document."""

    menu_asked = Signal(QPoint, QModelIndex)
    deletion_asked = Signal()

    def __init__(self, model: SourcesModel, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._delegate = SourceDelegate(words, self)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setUniformRowHeights(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.menu_asked.emit(self.viewport().mapToGlobal(at), self.indexAt(at)))

    def keyboardSearch(self, _search: str) -> None:  # noqa: N802 - Qt's name
        """Let letters be: the search field looks for words."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Delete asks for the row to go; Space opens and closes a document."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Delete and index.isValid():
            self.deletion_asked.emit()
        elif event.key() == Qt.Key.Key_Space and index.isValid() and not index.parent().isValid():
            self.setExpanded(index, not self.isExpanded(index))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open or close by the chevron, without looking at another document."""
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and not index.parent().isValid():
            rect = self.visualRect(index).toRectF()
            rect.setLeft(0)
            if self._delegate.chevron(rect).contains(event.position()):
                self.setExpanded(index, not self.isExpanded(index))
                return
        super().mousePressEvent(event)


class SourcesPanel(QWidget):
    """Shows the library's documents and says which is looked at, and which excerpt."""

    bring_in_asked = Signal()
    removal_asked = Signal(str)
    """A document is to be taken out; whoever hears it asks first."""

    def __init__(self, looking: Looking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looking = looking
        self._words = words = looking.workspace.words
        self.model = SourcesModel(self._library, words, self)
        self.search = SearchField(words.say("window.sources.search"), words.say("window.library.clear-search"))
        self.add = icon_button("plus", words.say("window.sources.add"))
        self.tree = SourcesTree(self.model, words)
        self.tree.setAccessibleName(words.say("window.sources.list"))
        self.arriving = ArrivingRows(words)
        self.doubtful = QToolButton()
        self.doubtful.setText(words.say("window.sources.doubtful-first"))
        self.doubtful.setToolTip(words.say("window.sources.doubtful-first.tip"))
        self.doubtful.setCheckable(True)
        self.doubtful.setProperty("kind", "chip")
        self.doubtful.setProperty("type", "small")
        self.doubtful.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.empty = EmptyState(
            "file-text",
            words.say("window.library.empty"),
            words.say("window.library.empty.hint"),
            words.say("window.sources.choose"),
        )
        self.nothing = EmptyState("search", "", "", words.say("window.library.clear-filters"))
        self._resting = QTimer(self, singleShot=True, interval=DEBOUNCE)
        self._unfolding = QTimer(self, singleShot=True, interval=0)
        self._quiet = False
        self._lay_out()
        self._connect()
        self._count_waiting()
        self.renew()

    def renew(self) -> None:
        """Show the library's documents as they are now; the one looked at is opened."""
        self._resting.stop()
        typed = self.search.text().strip()
        only = matching(self._library, typed) if typed else None
        opened = {self._id(self.model.index(row, 0)) for row in range(self.model.rowCount()) if self._is_open(row)}
        self._quiet = True
        self.model.show(self._library, only)
        for identifier in opened:
            self.tree.expand(self.model.document_index(identifier))
        self._quiet = False
        self.doubtful.setVisible(self.model.rowCount() > 0)
        if self.model.rowCount():
            self._pages.setCurrentWidget(self.tree)
        elif typed:
            self.nothing.tell(
                self._words.say("window.library.nothing", words=typed), self._words.say("window.library.nothing.hint")
            )
            self._pages.setCurrentWidget(self.nothing)
        else:
            self._pages.setCurrentWidget(self.empty)
        self._follow()

    def open_first(self) -> None:
        """Look at the first document when none is looked at."""
        if not self._looking.document and self.model.rowCount():
            self._looking.open(self._id(self.model.index(0, 0)))

    def show_arriving(self, files: tuple[Path, ...]) -> None:
        """Show which files are being read and which come next."""
        self.arriving.show_files(files)

    def _reorder(self) -> None:
        self._quiet = True
        self.model.sort_doubtful_first(on=self._looking.doubtful_first)
        self._quiet = False
        self._follow()

    def _count_waiting(self) -> None:
        number = len(self._looking.waiting())
        self.waiting.setVisible(number > 0)
        words = self._words.count("window.sources.waiting", number)
        self.waiting.setText(f" {words}")
        self.waiting.setAccessibleName(words)

    def focus_search(self) -> None:
        """Give the keyboard to the search field, its words selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @property
    def _library(self) -> OpenLibrary:
        return self._looking.workspace.session.library

    def _lay_out(self) -> None:
        self.setProperty("ground", "desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self._words.say("window.sources.name"))
        self.setFocusProxy(self.tree)
        self.waiting = push_button("", "link", "triangle-alert")
        self._pages = QStackedWidget()
        for page in (self.tree, self.empty, self.nothing):
            self._pages.addWidget(page)
        head = QHBoxLayout()
        head.setContentsMargins(12, 14, 12, 6)
        head.setSpacing(8)
        head.addWidget(self.search, 1)
        head.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        beneath = QHBoxLayout()
        beneath.setContentsMargins(12, 0, 12, 4)
        beneath.addWidget(self.doubtful)
        beneath.addWidget(self.waiting)
        beneath.addStretch(1)
        column.addLayout(beneath)
        column.addWidget(self._pages, 1)
        column.addWidget(self.arriving)

    def _connect(self) -> None:
        looking = self._looking
        looking.documents_changed.connect(self.renew)
        looking.source_changed.connect(self._renew_one)
        looking.document_opened.connect(self._open)
        looking.excerpt_selected.connect(lambda _excerpt: self._follow())
        looking.workspace.library_changed.connect(lambda _changed: self._count_waiting())
        looking.workspace.session_replaced.connect(self._count_waiting)
        self.doubtful.toggled.connect(lambda on: looking.look_doubtful_first(on=on))
        looking.order_changed.connect(self._reorder)
        self.waiting.clicked.connect(looking.select_waiting)
        self.search.textChanged.connect(self._resting.start)
        self._resting.timeout.connect(self.renew)
        self._unfolding.timeout.connect(self._unfold)
        self.nothing.action_asked.connect(self.search.clear)
        self.empty.action_asked.connect(self.bring_in_asked)
        self.add.clicked.connect(self.bring_in_asked)
        self.tree.selectionModel().selectionChanged.connect(self._selected)
        self.tree.menu_asked.connect(self._menu)
        self.tree.deletion_asked.connect(self._delete)

    def _id(self, index: QModelIndex) -> str:
        return str(index.data(Role.ID) or "")

    def _is_open(self, row: int) -> bool:
        return self.tree.isExpanded(self.model.index(row, 0))

    def _open(self, document: str) -> None:
        index = self.model.document_index(document)
        for row in range(self.model.rowCount()):
            if row != index.row() and self._is_open(row):
                self.tree.collapse(self.model.index(row, 0))
        held = self._looking.source
        if index.isValid() and held:
            self.model.hold(held)
        if index.isValid() and held and held.of > _MANY and not self.tree.isExpanded(index):
            self._unfolding.start()
        else:
            self._unfold()

    def _unfold(self) -> None:
        """Show the rows of the document looked at."""
        self._unfolding.stop()
        index = self.model.document_index(self._looking.document)
        if index.isValid():
            self.tree.expand(index)
        self._follow()

    def _renew_one(self, document: str) -> None:
        self._quiet = True
        self.model.renew(document, self._looking.source if document == self._looking.document else None)
        self._quiet = False
        self._follow()

    def _follow(self) -> None:
        """Select the row of what is looked at."""
        looking = self._looking
        index = self.model.document_index(looking.document)
        if looking.excerpt and index.isValid() and self.tree.isExpanded(index):
            inner = self.model.excerpt_index(looking.document, looking.excerpt)
            index = inner if inner.isValid() else index
        if index != self.tree.currentIndex() or not self.tree.selectionModel().isSelected(index):
            self._quiet = True
            self.tree.setCurrentIndex(index)
            self._quiet = False
        if index.isValid():
            self.tree.scrollTo(index)
        self.tree.viewport().update()

    def _selected(self, selected: QItemSelection, _before: QItemSelection) -> None:
        indexes = selected.indexes()
        if self._quiet or not indexes:
            return
        index = indexes[0]
        if index.parent().isValid():
            self._looking.select(self._id(index))
        else:
            self._looking.open(self._id(index))
            self._looking.select("")

    def _delete(self) -> None:
        index = self.tree.currentIndex()
        if index.parent().isValid():
            self._looking.reject()
        elif index.isValid():
            self.removal_asked.emit(self._id(index))

    def _menu(self, at: QPoint, index: QModelIndex) -> None:
        if not index.isValid():
            return
        self.tree.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        of_excerpt = index.parent().isValid()
        action = QAction(self._words.say("window.sources.not-an-excerpt" if of_excerpt else "window.sources.remove-document"), menu)
        action.setShortcut(QKeySequence("Del"))
        action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(self._delete)
        menu.addAction(action)
        menu.popup(at)
