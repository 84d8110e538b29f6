"""The preview: the pages of the copy shown as export would write them, or a rail of small ones where the window is narrow."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from briefing_app.desktop.live_icons import icon
from briefing_app.desktop.page_maker import PageMaker
from briefing_app.desktop.tasks import Tasks
from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.empty_state import EmptyState
from briefing_app.desktop.widgets.inline_message import InlineMessage
from briefing_app.desktop.widgets.page_view import ZOOMS, PageView
from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.briefing import Copy
from briefing_app.errors import BriefingError
from briefing_app.workbench.pages import Judged, Preview

RAIL_WIDTH = 112
_WIDEST = 16_777_215
"""QWIDGETSIZE_MAX: no limit of ours."""


class PreviewPanel(QWidget):
    """Shows pages, and says which placement was clicked by selecting it in the workspace."""

    pages_counted = Signal(int)
    """How many pages the copy shown has."""
    section_pages_measured = Signal(object)
    """How many pages each section takes, by its identifier."""
    unfold_asked = Signal()
    """The rail's button: somebody wants the whole preview back."""

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._say = workspace.words.say
        self._rail = False
        self._widths = (0, _WIDEST)
        self.setProperty("ground", "table")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self._say("window.preview.name"))

        self.view = PageView()
        self.view.setAccessibleName(self._say("window.preview.pages"))
        self._empty = EmptyState("file-text", self._say("window.preview.empty"), self._say("window.preview.empty-line"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        self._message: InlineMessage | None = None
        self._note = QLabel(self._say("window.preview.working"), wordWrap=True)
        self._note.setProperty("type", "small")
        self._note.setProperty("tone", "ink2")
        self._note.setContentsMargins(28, 0, 28, 10)
        self._note.hide()
        self._head = self._made_head()
        self._rail_head = self._made_rail_head()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._head, self._rail_head, self._note):
            column.addWidget(widget)
        self._tray = QVBoxLayout()
        self._tray.setContentsMargins(20, 0, 20, 0)
        column.addLayout(self._tray)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.view)

        self.maker = PageMaker(workspace, tasks, self.view, self)
        self.maker.begun.connect(self._begun)
        self.maker.laid_out.connect(self._laid_out)
        self.maker.drawn.connect(self.view.show_picture)
        self.maker.judged.connect(self._judged)
        self.maker.emptied.connect(self._emptied)
        self.maker.failed.connect(self._failed)
        self.view.pictures_wanted.connect(self.maker.go_on)
        self.view.page_reached.connect(self._count)
        self.view.page_clicked.connect(self.view.go_to_page)
        self.view.zoomed.connect(self._name_zoom)
        self.view.placement_clicked.connect(workspace.select_placement)
        workspace.placement_selected.connect(self.view.select)
        workspace.copy_changed.connect(lambda _copy: self._show_note())
        workspace.session_replaced.connect(self._replaced)
        self._replaced()
        self.maker.make()

    # What the window's actions ask for

    def zoom_in(self) -> None:
        """Show pages larger."""
        self.view.step_zoom(1)

    def zoom_out(self) -> None:
        """Show pages smaller."""
        self.view.step_zoom(-1)

    def zoom_fit(self) -> None:
        """Show pages as wide as the panel."""
        self.view.set_zoom(None)

    def set_rail(self, rail: bool) -> None:
        """Be a rail of small pages, or the whole preview."""
        if rail == self._rail:
            return
        self._rail = rail
        if rail:
            self._widths = (self.minimumWidth(), self.maximumWidth())
            self.setFixedWidth(theme_of().px(RAIL_WIDTH))
        else:
            self.setMinimumWidth(self._widths[0])
            self.setMaximumWidth(self._widths[1])
        self._head.setVisible(not rail)
        self._rail_head.setVisible(rail)
        self._show_note()
        self.view.set_rail(rail)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the pictures nobody looked at so far."""
        super().showEvent(event)
        self.maker.go_on()

    # What the maker tells

    def _begun(self) -> None:
        self._stack.setCurrentWidget(self.view)
        self.view.wait_for_pages()

    def _laid_out(self, preview: Preview) -> None:
        self._quieten()
        self.view.show_pages(preview.key, preview.sizes, preview.page_map)
        if preview.first:
            self.view.show_picture(preview.first)
        self.view.select(self._workspace.placement)
        self._count()
        self.pages_counted.emit(len(preview.sizes))
        self.section_pages_measured.emit(preview.report.section_pages)

    def _judged(self, judged: Judged) -> None:
        self.view.show_damage(judged.damaged)
        self._workspace.find(judged.findings)

    def _emptied(self) -> None:
        self._quieten()
        self.view.clear()
        self._stack.setCurrentWidget(self._empty)
        self._count()
        self.pages_counted.emit(0)
        self.section_pages_measured.emit({})
        self._workspace.find(())

    def _failed(self, fault: BriefingError | None) -> None:
        self._quieten()
        line = fault.line(self._workspace.words) if fault else self._say("window.preview.failed")
        self._message = InlineMessage(line, self._say("window.preview.again"), severity="block")
        self._message.action_asked.connect(self.maker.make)
        self._tray.addWidget(self._message)
        self._tray.setContentsMargins(20, 0, 20, 10)

    def _quieten(self) -> None:
        if self._message:
            self._message.hide()
            self._message.deleteLater()
            self._message = None
            self._tray.setContentsMargins(20, 0, 20, 0)

    def _replaced(self) -> None:
        self._quieten()
        self.view.clear()
        self._show_note()
        self._count()

    def _show_note(self) -> None:
        self._note.setVisible(self._workspace.copy is Copy.WORKING and not self._rail)

    # The head

    def _made_head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 12, 14, 10)
        row.setSpacing(2)
        self._page = QLabel()
        self._page.setProperty("type", "small_strong")
        self._page.setProperty("tone", "ink2")
        self._previous = self._tool("chevron-up", "window.preview.previous", lambda: self.view.go_to_page(self.view.page - 1))
        self._next = self._tool("chevron-down", "window.preview.next", lambda: self.view.go_to_page(self.view.page + 1))
        self._smaller = self._tool("minus", "window.action.zoom-out", self.zoom_out)
        self._larger = self._tool("plus", "window.action.zoom-in", self.zoom_in)
        self._zoom = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        self._zoom.setProperty("kind", "drop")
        self._zoom.setProperty("type", "small")
        self._zoom.setIcon(icon("chevron-down"))
        self._zoom.setIconSize(QSize(14, 14))
        self._zoom.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._zoom.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._zoom.setAccessibleName(self._say("window.preview.zoom"))
        self._zoom.setMenu(self._zoom_menu())
        row.addWidget(self._page)
        row.addSpacing(6)
        row.addWidget(self._previous)
        row.addWidget(self._next)
        row.addStretch(1)
        for widget in (self._smaller, self._zoom, self._larger):
            row.addWidget(widget)
        self._name_zoom()
        return head

    def _made_rail_head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 12, 0, 10)
        row.addWidget(self._tool("panel-right", "window.action.preview", self.unfold_asked.emit), 0, Qt.AlignmentFlag.AlignCenter)
        head.hide()
        return head

    def _tool(self, name: str, key: str, does: Callable[[], object]) -> QToolButton:
        button = QToolButton(autoRaise=True)
        button.setProperty("kind", "quiet")
        button.setIcon(icon(name))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(self._say(key))
        button.setAccessibleName(self._say(key))
        button.clicked.connect(lambda _checked: does())
        return button

    def _zoom_menu(self) -> QMenu:
        menu = QMenu(self)
        self._zooms = QActionGroup(menu)
        for zoom in (None, *ZOOMS):
            action = QAction(self._zoom_name(zoom), self._zooms, checkable=True)
            action.setData(zoom)
            action.triggered.connect(lambda _checked, zoom=zoom: self.view.set_zoom(zoom))
            menu.addAction(action)
        return menu

    def _zoom_name(self, zoom: float | None) -> str:
        return self._say("window.preview.percent", number=round(zoom * 100)) if zoom else self._say("window.preview.fit")

    def _name_zoom(self) -> None:
        self._zoom.setText(self._zoom_name(self.view.zoom))
        for action in self._zooms.actions():
            action.setChecked(action.data() == self.view.zoom)

    def _count(self) -> None:
        page, pages = self.view.page, self.view.pages
        self._page.setText(self._say("window.preview.page", page=page, pages=pages) if pages else "")
        self._previous.setEnabled(page > 1)
        self._next.setEnabled(page < pages)
        for widget in (self._previous, self._next, self._smaller, self._larger, self._zoom):
            widget.setVisible(pages > 0)
