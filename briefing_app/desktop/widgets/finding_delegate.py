"""A finding on one line: severity, what is wrong, where, and at the right what can be done about it, as links."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing_app.desktop.models.problems_model import Role, Row
from briefing_app.desktop.theme import Theme, theme_of
from briefing_app.desktop.widgets.severity_shape import paint_severity
from briefing_app.desktop.widgets.text_painter import WordsBlocks, paint_line
from briefing_app.words import Words

HEIGHT = 30
_LEFT, _WORDS, _GAP, _RIGHT = 17, 42, 24, 14
_SHARE = 0.43
"""How far across the row it says where."""

Index = QModelIndex | QPersistentModelIndex


class FindingDelegate(QStyledItemDelegate):
    """Paints rows and hears clicks on their links; every link is in the row's menu too."""

    taken_up = Signal(QModelIndex, int)
    """A row, and which of its offers was clicked."""

    def __init__(self, words: Words, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._words = words
        self._blocks = WordsBlocks()
        self._view = parent
        self._under: tuple[int, int] | None = None
        parent.setMouseTracking(True)
        parent.viewport().installEventFilter(self)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return one line's height."""
        return QSize(0, theme_of().px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        theme = theme_of()
        row: Row = index.data(Role.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, rect, theme, selected=selected, hovered=bool(option.state & QStyle.StateFlag.State_MouseOver))
        sign = QRectF(rect.left() + theme.px(_LEFT), rect.center().y() - theme.px(8), theme.px(16), theme.px(16))
        paint_severity(painter, row.finding.severity, sign, theme)
        links = self._links(rect, row, theme)
        end = min((place.left() for place in links), default=rect.right() - theme.px(_RIGHT)) - theme.px(_GAP)
        words = QRectF(rect.left() + theme.px(_WORDS), rect.top(), 0, rect.height())
        where = rect.left() + self._view.width() * _SHARE
        words.setRight(min(where - theme.px(_GAP), end))
        line = theme.line("body")
        block = self._blocks.block(row.message, theme.font("body"), row.marks, 1, line=line)
        words.setTop(rect.center().y() - line / 2)
        block.paint(painter, words, theme)
        place = QRectF(where, rect.top(), max(0.0, end - where), rect.height())
        paint_line(painter, row.where, place, theme.font("small"), theme.colour("ink3"))
        font = theme.font("small_strong")
        for number, link in enumerate(links):
            if self._under == (index.row(), number):
                font.setUnderline(True)
            paint_line(painter, self._name(row, number), link, font, theme.colour("accent"), Qt.AlignmentFlag.AlignRight)
            font.setUnderline(False)
        painter.restore()

    def link_places(self, rect: QRectF, index: Index) -> list[QRectF]:
        """Return where the links of a row stand in its rectangle, the first offer rightmost."""
        return self._links(rect, index.data(Role.ROW), theme_of())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the pointer over links, and hear clicks on them before the list does."""
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._point_at(self._link_at(event.position()))
        elif event.type() == QEvent.Type.Leave:
            self._point_at(None)
        elif event.type() in {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease} and isinstance(event, QMouseEvent):
            hit = self._link_at(event.position())
            if hit and event.button() == Qt.MouseButton.LeftButton:
                if event.type() == QEvent.Type.MouseButtonRelease:
                    self.taken_up.emit(self._view.model().index(hit[0], 0), hit[1])
                return True
        return False

    def _paint_ground(self, painter: QPainter, rect: QRectF, theme: Theme, *, selected: bool, hovered: bool) -> None:
        ground = rect.adjusted(theme.px(10), 0, 0, 0)
        ground.setRight(min(rect.left() + self._view.width() - theme.px(10), rect.right() - 1))
        focused = selected and self._view.hasFocus()
        painter.setPen(QPen(theme.colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
        if focused:
            painter.setBrush(theme.colour("accent_tint"))
        elif selected or hovered:
            painter.setBrush(theme.colour("hover"))
        else:
            return
        inner = ground.adjusted(1, 1, -1, -1) if focused else ground
        painter.drawRoundedRect(inner, theme.radius("control"), theme.radius("control"))

    def _links(self, rect: QRectF, row: Row, theme: Theme) -> list[QRectF]:
        metrics = QFontMetricsF(theme.font("small_strong"))
        # The scroll bar stands in the margin: nothing moves when it comes.
        right = rect.left() + self._view.width() - theme.px(_RIGHT) - theme.px(10)
        places = []
        for number in range(len(row.offers)):
            width = metrics.horizontalAdvance(self._name(row, number)) + 2
            places.append(QRectF(right - width, rect.top(), width, rect.height()))
            right -= width + theme.px(_GAP)
        return places

    def _name(self, row: Row, number: int) -> str:
        return self._words.say(f"window.mend.{row.offers[number].code}")

    def _link_at(self, point: QPointF) -> tuple[int, int] | None:
        index = self._view.indexAt(point.toPoint())
        if not index.isValid():
            return None
        links = self.link_places(QRectF(self._view.visualRect(index)), index)
        return next(((index.row(), number) for number, place in enumerate(links) if place.contains(point)), None)

    def _point_at(self, link: tuple[int, int] | None) -> None:
        if link != self._under:
            self._under = link
            self._view.viewport().setCursor(Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor)
            self._view.viewport().update()
