"""The margin of a document that is read: paragraph numbers, and beside the words a rail for each excerpt, with its kind's shape."""

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt, SignalInstance
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from briefing_app.desktop.theme import Theme, theme_of
from briefing_app.desktop.widgets.kind_shape import KIND_TONES, paint_kind
from briefing_app.desktop.widgets.text_painter import paint_line
from briefing_app.domain.excerpt import ExcerptKind
from briefing_app.domain.span import Span
from briefing_app.workbench.reading_view import SeenBlock, SeenMark, SeenText

LANE = 19
_LANES = 2
_NUMBERS = 54
_SHAPE = 14
_FEW = 50
"""Marks after one that are looked at for whether it holds them: those that begin within it stand right after it."""


def lanes(marks: Sequence[SeenMark]) -> Mapping[str, int]:
    """Return the lane of each mark by its excerpt, 0 next to the words: of two that overlap, the longer stands further out."""
    lane: dict[str, int] = {}
    # In each lane the ends of those that stand in it, in order: they never overlap, so that neighbours alone are looked at.
    held: list[list[tuple[int, int]]] = []
    for mark in sorted(marks, key=lambda each: (len(each.span), each.span.start)):
        span = (mark.span.start, mark.span.end)
        number = next((at for at, there in enumerate(held) if _fits(there, span)), len(held))
        if number == len(held):
            held.append([])
        insort(held[number], span)
        lane[mark.excerpt.id] = number
    return lane


def _fits(there: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    at = bisect_left(there, span)
    return (at == 0 or there[at - 1][1] <= span[0]) and (at == len(there) or there[at][0] >= span[1])


def holders(marks: Sequence[SeenMark]) -> frozenset[str]:
    """Return the excerpts of marks, in order, that hold another one whole: the shorter shows its tint, the longer a rail alone."""
    found: set[str] = set()
    for place, mark in enumerate(marks):
        for other in marks[place + 1 : place + 1 + _FEW]:
            if other.span.start >= mark.span.end:
                break
            if mark.span.holds(other.span) and mark.span != other.span:
                found.add(mark.excerpt.id)
                break
    return frozenset(found)


def _stand_alike(before: tuple[SeenMark, ...], after: tuple[SeenMark, ...]) -> bool:
    """Tell whether the same excerpts are marked at the same places."""
    if len(before) != len(after):
        return False
    pairs = zip(before, after, strict=True)
    return all(a is b or (a.excerpt.id, a.span) == (b.excerpt.id, b.span) for a, b in pairs)


class Text(Protocol):
    """What the margin asks of the words it stands beside."""

    seen: SeenText | None
    marks: tuple[SeenMark, ...]
    chosen: Span | None
    mark_clicked: SignalInstance

    def viewport(self) -> QWidget:
        """Return where the words are painted."""

    def blocks_in_view(self) -> list[int]:
        """Return the numbers of the blocks in view, in order."""

    def line_rect(self, place: int, *, before: bool = False) -> QRectF:
        """Return the line at a place of the shown text, in the viewport; ``before``: the line of what stands before it."""


class ReadingMargin(QWidget):
    """Painted beside words that are read; a click on a rail chooses its excerpt."""

    def __init__(self, text: Text, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = text
        self._lanes: Mapping[str, int] = {}
        self._shown: tuple[SeenMark, ...] = ()
        self.rails_alone: frozenset[str] = frozenset()
        """The excerpts that hold another one, and have no tint of their own."""
        self.setMouseTracking(True)

    def show_marks(self, marks: tuple[SeenMark, ...]) -> None:
        """Give each excerpt its lane."""
        if not _stand_alike(self._shown, marks):
            self._lanes, self.rails_alone = lanes(marks), holders(marks)
        self._shown = marks
        self.update()

    def rail(self, mark: SeenMark) -> QRectF | None:
        """Return where a mark's rail stands, its shape at the top included; None when its lane has no room or it is not set yet."""
        lane = self._lanes.get(mark.excerpt.id, _LANES)
        if lane >= _LANES:
            return None
        theme = theme_of()
        top, bottom = self._text.line_rect(mark.span.start), self._text.line_rect(mark.span.end, before=True)
        x = self.width() - theme.px(LANE) * (lane + 1) + theme.px(2)
        y = self._text.viewport().y()
        return QRectF(x - theme.px(_SHAPE) / 2, top.top() + y, theme.px(_SHAPE), max(top.height(), bottom.bottom() - top.top()))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw what belongs to the blocks in view."""
        text = self._text
        if text.seen is None:
            return
        theme = theme_of()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in text.blocks_in_view():
            self._paint_number(painter, text.seen.blocks[number], theme)
        held = self._in_view()
        rails = {each.excerpt.id: rail for each in held if (rail := self.rail(each))}
        for mark in held:
            if rail := rails.get(mark.excerpt.id):
                # A rail ends where the next one in its lane begins, though both touch one line.
                below = [other.top() for other in rails.values() if other.left() == rail.left() and other.top() > rail.top()]
                rail.setBottom(min(rail.bottom(), *below, rail.bottom()))
                self._paint_rail(painter, mark, rail, theme)
        painter.end()

    def _in_view(self) -> list[SeenMark]:
        text, shown = self._text, self._text.blocks_in_view()
        if text.seen is None or not shown:
            return []
        view = Span(text.seen.blocks[shown[0]].start, text.seen.blocks[shown[-1]].end + 1)
        return [each for each in text.marks if each.span.meets(view)]

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the excerpt whose rail is clicked."""
        under = [each for each in self._in_view() if (rail := self.rail(each)) and rail.contains(event.position())]
        if under:
            self._text.mark_clicked.emit(min(under, key=lambda each: len(each.span)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show by the pointer what can be clicked."""
        over = any((rail := self.rail(each)) and rail.contains(event.position()) for each in self._in_view())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll the words."""
        QApplication.sendEvent(self._text.viewport(), event)

    def _paint_number(self, painter: QPainter, held: SeenBlock, theme: Theme) -> None:
        if not held.block.number:
            return
        first = self._text.line_rect(held.start)
        line = QRectF(0, first.top() + self._text.viewport().y(), theme.px(_NUMBERS), first.height())
        paint_line(painter, f"¶ {held.block.number}", line, theme.font("small"), theme.colour("ink3"), Qt.AlignmentFlag.AlignRight)

    def _paint_rail(self, painter: QPainter, mark: SeenMark, rail: QRectF, theme: Theme) -> None:
        kind = mark.excerpt.kind
        colour = theme.colour(KIND_TONES[kind])
        side = theme.px(_SHAPE)
        shape = QRectF(rail.left(), rail.top() + theme.px(4), side, side)
        paint_kind(painter, kind, shape, theme)
        x, top, bottom = rail.center().x(), shape.bottom() + theme.px(3), rail.bottom() - theme.px(4)
        if bottom <= top:
            return
        chosen = self._text.chosen == mark.span
        offsets = (-1.5, 1.5) if kind is ExcerptKind.QUOTE else (0.0,)
        style = Qt.PenStyle.DotLine if kind is ExcerptKind.CONTEXT else Qt.PenStyle.SolidLine
        width = (1.2 if kind is ExcerptKind.QUOTE else 2.0) + (1.0 if chosen else 0.0)
        painter.setPen(QPen(colour, width, style, Qt.PenCapStyle.FlatCap))
        for offset in offsets:
            painter.drawLine(QPointF(x + offset, top), QPointF(x + offset, bottom))
