"""How the export table and its list of files are painted: the ticks, what became of each file, heads over groups of columns."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from briefing_app.desktop.icons import paint_icon
from briefing_app.desktop.models import export_model, files_model
from briefing_app.desktop.models.export_model import AUDIENCE, FIRST, PAGES, ExportModel, State
from briefing_app.desktop.theme import Theme, theme_of
from briefing_app.desktop.widgets.text_painter import paint_line
from briefing_app.workbench.exporting import FILES

Index = QModelIndex | QPersistentModelIndex

ROW, HEAD, FILE_ROW = 42, 58, 28
SIGN = 18
_APART = 3
"""Half the distance between two groups of columns."""

_ICONS: dict[State, tuple[str, str]] = {
    State.HELD: ("octagon-x", "block"),
    State.FAILED: ("x", "block"),
    State.WAITING: ("ellipsis", "ink3"),
    State.WRITING: ("loader-circle", "accent"),
    State.OFF: ("minus", "ink3"),
    State.STOPPED: ("minus", "ink3"),
}


def paint_state(
    painter: QPainter, state: State, square: QRectF, theme: Theme, *, angle: float = 0.0, tickable: bool = False
) -> None:
    """Draw what became of a file into a square; ``tickable``: as a box to tick, while that may still change."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if tickable and state in {State.ON, State.OFF}:
        _paint_box(painter, square.adjusted(1, 1, -1, -1), theme, ticked=state is State.ON)
    elif state in {State.WRITTEN, State.ON}:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("ok"))
        painter.drawEllipse(square.adjusted(0.5, 0.5, -0.5, -0.5))
        _paint_tick(painter, square, theme, "surface")
    else:
        name, tone = _ICONS[state]
        if angle:
            painter.translate(square.center())
            painter.rotate(angle)
            painter.translate(-square.center())
        paint_icon(painter, name, square, theme.colour(tone))
    painter.restore()


def _paint_box(painter: QPainter, square: QRectF, theme: Theme, *, ticked: bool) -> None:
    painter.setPen(QPen(theme.colour("accent_fill" if ticked else "outline"), 1))
    painter.setBrush(theme.colour("accent_fill" if ticked else "card"))
    painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if ticked:
        _paint_tick(painter, square, theme, "on_accent")


def _paint_tick(painter: QPainter, square: QRectF, theme: Theme, tone: str) -> None:
    side = square.width()
    painter.setPen(QPen(theme.colour(tone), side / 9, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corners = (QPointF(0.29, 0.52), QPointF(0.44, 0.67), QPointF(0.72, 0.36))
    painter.drawPolyline(QPolygonF([square.topLeft() + corner * side for corner in corners]))


def _ground(rect: QRectF, column: int, *, first: bool, last: bool, theme: Theme) -> QPainterPath:
    """Return a group's ground within one of its cells: apart from its neighbours, round at the group's corners."""
    copy = FILES[column - FIRST][0]
    opens = column == FIRST or FILES[column - FIRST - 1][0] is not copy
    closes = column == PAGES - 1 or FILES[column - FIRST + 1][0] is not copy
    inner = rect.adjusted(_APART if opens else 0, 0, -_APART if closes else 0, 0)
    path = QPainterPath()
    path.addRect(inner)
    radius = theme.radius("control")
    corners = (
        (first and opens, inner.topLeft(), 1, 1),
        (first and closes, inner.topRight(), -1, 1),
        (last and opens, inner.bottomLeft(), 1, -1),
        (last and closes, inner.bottomRight(), -1, -1),
    )
    for rounded, corner, across, down in corners:
        if rounded:
            square = QPainterPath()
            square.addRect(QRectF(corner, corner + QPointF(across * radius, down * radius)).normalized())
            disc = QPainterPath()
            disc.addEllipse(corner + QPointF(across * radius, down * radius), radius, radius)
            path -= square - disc
    return path


class CopyHeader(QHeaderView):
    """Two lines: the copy over its formats. A click on a format ticks it for everybody."""

    def __init__(self, model: ExportModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._table = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return two lines and the room about them."""
        return QSize(super().sizeHint().width(), theme_of().px(HEAD))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw grounds, formats, and each copy over all of its formats."""
        theme = theme_of()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), theme.colour("surface"))
        half = self.height() / 2
        groups: dict[str, QRectF] = {}
        for column in range(self.count()):
            rect = QRectF(self.sectionViewportPosition(column), 0, self.sectionSize(column), self.height())
            words = str(self._table.headerData(column, Qt.Orientation.Horizontal))
            line = QRectF(rect.left(), half - 2, rect.width(), half)
            if column == AUDIENCE:
                paint_line(painter, words, line, theme.font("small"), theme.colour("ink3"))
            elif column < PAGES:
                painter.fillPath(_ground(rect, column, first=True, last=False, theme=theme), theme.colour("desk"))
                painter.setFont(theme.font("small"))
                painter.setPen(theme.colour("ink3"))
                painter.drawText(line, Qt.AlignmentFlag.AlignCenter, words)
                copy = self._table.copy_words(FILES[column - FIRST][0])
                groups[copy] = groups.get(copy, rect).united(rect)
        for copy, rect in groups.items():
            painter.setFont(theme.font("small_strong"))
            painter.setPen(theme.colour("ink"))
            painter.drawText(QRectF(rect.left(), 6, rect.width(), half - 4), Qt.AlignmentFlag.AlignCenter, copy)
        painter.end()


class CellDelegate(QStyledItemDelegate):
    """Paints an audience with its paper and language, ticks, states and pages; ticks by click and by Space."""

    angle = 0.0
    """How far the sign of a file being written has turned, in degrees."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        theme, rect = theme_of(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.column() == AUDIENCE:
            self._paint_audience(painter, rect, index, theme)
        elif index.column() == PAGES:
            line = rect.adjusted(theme.px(8), 0, 0, 0)
            paint_line(
                painter, str(index.data() or ""), line, theme.font("small"), theme.colour("ink2"), Qt.AlignmentFlag.AlignRight
            )
        else:
            last = index.row() == index.model().rowCount() - 1
            painter.fillPath(_ground(rect, index.column(), first=False, last=last, theme=theme), theme.colour("desk"))
            side = theme.px(SIGN)
            square = QRectF(0, 0, side, side)
            square.moveCenter(rect.center())
            square.moveTopLeft(QPointF(round(square.left()), round(square.top())))
            state = State(index.data(export_model.Role.STATE))  # Qt hands over the text alone
            tickable = bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)
            paint_state(painter, state, square, theme, angle=self.angle if state is State.WRITING else 0, tickable=tickable)
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(theme.colour("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(rect.adjusted(_APART + 2, 3, -_APART - 2, -3), theme.radius("chip"), theme.radius("chip"))
        painter.restore()

    def editorEvent(  # noqa: N802 - Qt's name
        self, event: QEvent, model: QAbstractItemModel, _option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Tick by a click anywhere in the cell, and by Space."""
        clicked = (
            event.type() == QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and event.button() is Qt.MouseButton.LeftButton
        )
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if not (clicked or pressed) or not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
        return model.setData(
            model.index(index.row(), index.column()),
            Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked,
            Qt.ItemDataRole.CheckStateRole,
        )

    @staticmethod
    def _paint_audience(painter: QPainter, rect: QRectF, index: Index, theme: Theme) -> None:
        upper, lower = theme.line("strong"), theme.line("small")
        top = rect.center().y() - (upper + lower) / 2
        detail = str(index.data(export_model.Role.DETAIL))
        name = QRectF(rect.left(), top if detail else rect.center().y() - upper / 2, rect.width() - 8, upper)
        paint_line(painter, shown_name(index, name.width()), name, theme.font("strong"), theme.colour("ink"))
        below = QRectF(rect.left(), top + upper, rect.width() - 8, lower)
        paint_line(painter, detail, below, theme.font("small"), theme.colour("ink3"))


def shown_name(index: Index, room: float) -> str:
    """Return an audience's name as at the head of its pack, or in short where that has no room; a name cut short says nothing."""
    whole = str(index.data())
    fits = QFontMetricsF(theme_of().font("strong")).horizontalAdvance(whole) <= room
    return whole if fits else str(index.data(export_model.Role.SHORT))


class FileDelegate(QStyledItemDelegate):
    """Paints a file on one line: what became of it, its name, its size or what it is at."""

    angle = 0.0
    """As in ``CellDelegate``."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return one line's height."""
        return QSize(0, theme_of().px(FILE_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        theme, rect = theme_of(), QRectF(option.rect)
        state = State(index.data(files_model.Role.STATE))
        side = theme.px(16)
        square = QRectF(rect.left() + theme.px(2), round(rect.center().y() - side / 2), side, side)
        paint_state(painter, state, square, theme, angle=self.angle if state is State.WRITING else 0)
        size = str(index.data(files_model.Role.SIZE))
        tone = {State.WRITING: "accent", State.HELD: "block", State.FAILED: "block"}.get(state, "ink3")
        words = rect.adjusted(theme.px(28), 0, -theme.px(4), 0)
        used = paint_line(painter, size, words, theme.font("small"), theme.colour(tone), Qt.AlignmentFlag.AlignRight)
        words.setRight(words.right() - used - theme.px(8))
        faint = state in {State.WAITING, State.STOPPED}
        paint_line(painter, str(index.data()), words, theme.font("small"), theme.colour("ink3" if faint else "ink"))
