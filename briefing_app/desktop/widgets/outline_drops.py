"""What can be dragged within the outline and dropped on it, and the line that shows where it would land."""

from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from briefing_app.desktop.models.outline_model import EXCERPTS, PLACEMENTS, EmptyRow, OthersRow, OutlineModel
from briefing_app.desktop.theme import theme_of
from briefing_app.workbench.outlining import PlacementRow, SectionRow

SIDE = 28
"""The outline's margin on both sides, in pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class Landing:
    """Where a drop would put things: before the placement at ``index`` of a section; the line is drawn at ``y`` of the viewport."""

    section: str
    index: int
    y: int


class OutlineDrops(QTreeView):
    """A tree over an ``OutlineModel`` that takes drops. It asks for edits by signals and makes none."""

    placements_dropped = Signal(object, str, int)
    """Identifiers (a tuple), section, index."""
    excerpts_dropped = Signal(object, str, int)
    landing_refused = Signal(str)
    """The section that takes no drops."""
    landing_changed = Signal(str)
    """The section a drop would land in; empty for none. Also when what is dragged is picked up or let go of."""

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._model = model
        self.landing: Landing | None = None
        self.dragged: frozenset[str] = frozenset()
        self._refused = ""
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def chosen(self) -> tuple[str, ...]:
        """Return the placements selected, in the pack's order."""
        return self._model.placements_of(self.selectionModel().selectedIndexes())

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's name
        """Drag the selected placements; they stay behind faded until they land."""
        chosen = self.chosen()
        if not chosen:
            return
        drag = QDrag(self)
        drag.setMimeData(self._model.mimeData(self.selectionModel().selectedIndexes()))
        drag.setPixmap(self.viewport().grab(self.visualRect(self._model.index_of(f"placement:{chosen[0]}"))))
        drag.setHotSpot(QPoint(20, 12))
        self.dragged = frozenset(chosen)
        self.landing_changed.emit("")
        drag.exec(actions, Qt.DropAction.MoveAction)
        self.dragged = frozenset()
        self.landing_changed.emit("")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take what can land here."""
        if _wanted(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Show where it would land."""
        super().dragMoveEvent(event)  # scrolls at the edges
        if not _wanted(event.mimeData()):
            event.ignore()
            return
        landing = self.landing_at(event.position().toPoint().y())
        self._show_landing(landing)
        if landing is None:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.MoveAction if event.mimeData().hasFormat(PLACEMENTS) else Qt.DropAction.CopyAction)
            event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """Take the landing line away."""
        super().dragLeaveEvent(event)
        self._show_landing(None)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Say what landed where."""
        landing = self.landing_at(event.position().toPoint().y())
        super().dragLeaveEvent(QDragLeaveEvent())  # ends scrolling at the edges
        self._show_landing(None)
        data = event.mimeData()
        if landing is None or not _wanted(data):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction if data.hasFormat(PLACEMENTS) else Qt.DropAction.CopyAction)
        event.accept()
        dropped = self.placements_dropped if data.hasFormat(PLACEMENTS) else self.excerpts_dropped
        dropped.emit(_identifiers(data), landing.section, landing.index)

    def landing_at(self, y: int) -> Landing | None:
        """Return where a drop at a height of the viewport would put things; None where nothing can be put."""
        index = self.indexAt(QPoint(self.viewport().width() // 2, y))
        value = self._model.value(index)
        rect = self.visualRect(index)
        match value:
            case SectionRow() if not self.isExpanded(index):
                return self._in(value, len(value.rows), rect.bottom())
            case SectionRow():
                return self._in(value, 0, rect.bottom())
            case PlacementRow():
                section = self._section(value.section)
                after = y > rect.center().y()
                place = [row.id for row in section.rows].index(value.id) + after
                return self._in(section, place, rect.bottom() if after else rect.top())
            case EmptyRow() | OthersRow():
                section = self._section(value.section)
                return self._in(section, len(section.rows), rect.top())
            case None:
                return self._at_the_end()
            case _:
                return None

    def _at_the_end(self) -> Landing | None:
        open_ = [section for section in self._model.outline.sections if not section.internal]
        if not open_:
            return None
        above = self._model.index_of(f"section:{open_[-1].id}")
        last = self._model.index(self._model.rowCount(above) - 1, 0, above) if self.isExpanded(above) else above
        return Landing(open_[-1].id, len(open_[-1].rows), self.visualRect(last).bottom())

    def _in(self, section: SectionRow, index: int, y: int) -> Landing | None:
        if section.internal:
            if self._refused != section.id:
                self._refused = section.id
                self.landing_refused.emit(section.id)
            return None
        return Landing(section.id, index, y)

    def _section(self, identifier: str) -> SectionRow:
        return next(section for section in self._model.outline.sections if section.id == identifier)

    def _show_landing(self, landing: Landing | None) -> None:
        if landing is not None:
            self._refused = ""
        if landing != self.landing:
            self.landing = landing
            self.landing_changed.emit(landing.section if landing else "")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the rows, and over them the landing line with its round head."""
        super().paintEvent(event)
        if self.landing is None:
            return
        theme = theme_of()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.setBrush(theme.colour("surface"))
        left, right, y = theme.px(SIDE), self.width() - theme.px(SIDE), max(5, self.landing.y)
        painter.drawLine(QPointF(left + 4, y), QPointF(right, y))
        painter.drawEllipse(QPointF(left, y), 4, 4)
        painter.end()


def _wanted(data: QMimeData) -> bool:
    return data.hasFormat(PLACEMENTS) or data.hasFormat(EXCERPTS)


def _identifiers(data: QMimeData) -> tuple[str, ...]:
    held = data.data(PLACEMENTS if data.hasFormat(PLACEMENTS) else EXCERPTS)
    return tuple(line for line in bytes(held.data()).decode().split("\n") if line)
