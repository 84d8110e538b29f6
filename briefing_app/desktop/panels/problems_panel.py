"""The problems along the foot: how many of each severity, a line each with its mends; closed, one line for all."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QMenu, QToolButton, QVBoxLayout, QWidget

from briefing_app.desktop.dialogs.confirming import Confirming
from briefing_app.desktop.dialogs.meeting import open_meeting
from briefing_app.desktop.dialogs.picture import open_picture
from briefing_app.desktop.dialogs.wording import open_wording
from briefing_app.desktop.live_icons import icon
from briefing_app.desktop.models.problems_model import ProblemsModel, Role, Row
from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.finding_delegate import HEIGHT, FindingDelegate
from briefing_app.desktop.widgets.growing import Growing
from briefing_app.desktop.widgets.severity_shape import SEVERITIES
from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.dates import PartialDate
from briefing_app.domain.finding import Severity
from briefing_app.workbench.mending import Does, Offer, answered, last_name, mended, place_of

OPEN_HEAD, CLOSED_HEAD = 40, 36
MOST_ROWS = 4
"""How many rows are shown before the list scrolls."""
_FOOT = 10


class ProblemsPanel(QWidget):
    """Lists the workspace's findings and does about them what the app can do."""

    closed_changed = Signal(bool)
    clearance_asked = Signal()
    """Somebody wants the pack cleared."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._say = workspace.words.say
        self.closed = False
        self.setProperty("ground", "desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self._say("window.problems.name"))
        self.model = ProblemsModel(workspace, self)
        self.list = _List()
        self.list.setAccessibleName(self._say("window.problems.list"))
        self.list.setModel(self.model)
        self._growing = Growing(self._show_height, self)
        self._growing.ended.connect(self._show_counts)
        self._delegate = FindingDelegate(workspace.words, self.list)
        self.list.setItemDelegate(self._delegate)
        self._delegate.taken_up.connect(lambda index, number: self.take_up(index, self._row(index).offers[number]))
        self.list.opened.connect(self._go_to)
        self.list.clicked.connect(self._go_to)
        self.list.menu_asked.connect(self._show_menu)
        line = QFrame()
        line.setFixedHeight(1)
        line.setProperty("kind", "line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        column.addWidget(self._made_head())
        column.addWidget(self.list)
        self._foot = QWidget()
        self._foot.setFixedHeight(_FOOT)
        column.addWidget(self._foot)
        self.setFocusProxy(self.list)
        self.model.rowsInserted.connect(self._show_counts)
        self.model.rowsRemoved.connect(self._show_counts)
        workspace.findings_found.connect(self._show_counts)
        self._show_counts()

    def set_closed(self, closed: bool) -> None:
        """Be one line, or as many as there are findings."""
        if closed != self.closed:
            height = self.list.height() if self.list.isVisibleTo(self) else 0
            self.closed = closed
            if self.isVisible():
                self._growing.go(height, self._wanted_height())
            self._show_counts()
            self.closed_changed.emit(closed)

    def go_to_next(self) -> None:
        """Go to the finding after the selected one; after the last comes the first."""
        rows = self.model.rowCount()
        if rows:
            index = self.model.index((self.list.currentIndex().row() + 1) % rows, 0)
            self.list.setCurrentIndex(index)
            self._go_to(index)

    def take_up(self, index: QModelIndex, offer: Offer) -> None:
        """Do what an offer of a row says."""
        row = self._row(index)
        self.list.setCurrentIndex(index)
        match offer.does:
            case Does.EDIT:
                self._workspace.do(lambda pack: mended(pack, row.finding, offer))
            case Does.ANSWER:
                self._ask(row)
            case Does.CLEAR:
                self.clearance_asked.emit()
            case Does.REWORD:
                open_wording(self._workspace, row.finding.placement or "", self)
            case Does.DESCRIBE:
                open_picture(self._workspace, row.finding.placement or "", self)
            case Does.MEET:
                open_meeting(self._workspace, self)
            case Does.GO:
                self._select(place_of(self._workspace.pack, row.finding, offer))

    def _row(self, index: QModelIndex) -> Row:
        row: Row = index.data(Role.ROW)
        return row

    def _go_to(self, index: QModelIndex) -> None:
        finding = self._row(index).finding
        if finding.section and not finding.placement:
            self._workspace.enter_section(finding.section)
        self._select(place_of(self._workspace.pack, finding))

    def _select(self, placement: str) -> None:
        if placement:
            self._workspace.select_placement(placement)

    def _ask(self, row: Row) -> None:
        dialog = Confirming(self._workspace.words, row.message, row.marks, last_name(self._workspace.pack), self)
        today = dt.datetime.now().astimezone().date()
        day = PartialDate(today.year, today.month, today.day)
        dialog.answered.connect(lambda who, reason: self._workspace.do(lambda pack: answered(pack, row.finding, who, reason, day)))
        dialog.open()

    def _show_menu(self, index: QModelIndex, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for offer in self._row(index).offers:
            menu.addAction(self._say(f"window.mend.{offer.code}"), partial(self.take_up, index, offer))
        if menu.actions():
            menu.popup(at)

    # The head

    def _made_head(self) -> QWidget:
        self._head = _Head(lambda: self.set_closed(not self.closed))
        row = QHBoxLayout(self._head)
        row.setContentsMargins(10, 0, 20, 0)
        row.setSpacing(6)
        self._toggle = QToolButton(autoRaise=True)
        self._toggle.setProperty("kind", "quiet")
        self._toggle.setIconSize(QSize(16, 16))
        self._toggle.clicked.connect(lambda: self.set_closed(not self.closed))
        self._title = _label("strong", "ink", self._say("window.problems.name"))
        row.addWidget(self._toggle)
        row.addSpacing(-6)
        row.addWidget(self._title)
        row.addSpacing(6)
        self._counts: dict[Severity, tuple[QWidget, QLabel]] = {}
        for severity, (name, tone) in SEVERITIES.items():
            sign = _Sign(name, tone)
            count = _label("small", "ink2")
            row.addWidget(sign)
            row.addWidget(count)
            row.addSpacing(10)
            self._counts[severity] = (sign, count)
        self._fine = _Sign("circle-check", "ok")
        self._nothing = _label("small_strong", "ink2", self._say("window.problems.empty"))
        self._matches = _label("small", "ink3", self._say("window.problems.empty-line"))
        for widget in (self._fine, self._nothing, self._matches):
            row.addWidget(widget)
        row.addStretch(1)
        self._hint = _label("small", "ink3", self._say("window.problems.hint"))
        row.addWidget(self._hint)
        return self._head

    def _show_counts(self) -> None:
        theme, counts = theme_of(), self.model.counts()
        some = any(counts.values())
        for severity, (sign, label) in self._counts.items():
            number = counts[severity]
            label.setText(self._workspace.words.count(f"window.problems.{severity.value}", number))
            for widget in (sign, label):
                widget.setVisible(number > 0)
        for widget in (self._fine, self._nothing, self._matches):
            widget.setVisible(not some)
        self._hint.setVisible(some)
        self._title.setVisible(not self.closed)
        self._toggle.setEnabled(some)
        self._toggle.setIcon(icon("chevron-up" if self.closed else "chevron-down"))
        name = self._say("window.problems.open" if self.closed else "window.problems.close")
        self._toggle.setToolTip(name)
        self._toggle.setAccessibleName(name)
        self._head.setFixedHeight(theme.px(CLOSED_HEAD if self.closed else OPEN_HEAD))
        if not self._growing.moving:
            self._show_height(self._wanted_height())

    def _wanted_height(self) -> int:
        return 0 if self.closed else min(MOST_ROWS, self.model.rowCount()) * theme_of().px(HEIGHT)

    def _show_height(self, height: int) -> None:
        self.list.setFixedHeight(height)
        self.list.setVisible(height > 0)
        self._foot.setVisible(height > 0)


class _List(QListView):
    """Rows of findings; Enter goes to one, the menu key shows what can be done."""

    opened = Signal(QModelIndex)
    menu_asked = Signal(QModelIndex, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the row with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _ask_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        index = index if index.isValid() else self.currentIndex()
        if index.isValid():
            self.menu_asked.emit(index, self.viewport().mapToGlobal(at))


class _Head(QWidget):
    """The line above the rows; a click anywhere on it opens and closes them."""

    def __init__(self, turn: Callable[[], None]) -> None:
        super().__init__()
        self._turn = turn

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open or close."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._turn()


class _Sign(QWidget):
    """An icon in a line of words; it follows the theme."""

    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self._icon = icon(name, tone)
        side = theme_of().px(14)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw it."""
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())
        painter.end()


def _label(kind: str, tone: str, text: str = "") -> QLabel:
    label = QLabel(text)
    label.setProperty("type", kind)
    label.setProperty("tone", tone)
    return label
