"""The pages of a source document as they are printed: words are selected on them by dragging, and letters make excerpts of them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.page_view import PageView
from briefing_app.desktop.widgets.paper import paint_tint
from briefing_app.domain.layout import Place


@dataclass(frozen=True, slots=True)
class PagePoint:
    """A point of a page (from 1), in points from its top left corner."""

    page: int
    x: float
    y: float


class OriginalView(PageView):
    """Says between which points somebody dragged, and shows what was selected by that; which words those are is known elsewhere."""

    dragged = Signal(object, object)
    """The ``PagePoint`` where a drag began, and where it is now."""
    pressed = Signal(str)
    """A letter, or Del or F2, pressed without Ctrl or Alt; or Return."""

    paint_selected: Callable[..., None] = staticmethod(paint_tint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passage: tuple[Place, ...] = ()
        self._from: QPointF | None = None
        self._drags = False

    def show_passage(self, places: tuple[Place, ...]) -> None:
        """Show the places of words as selected."""
        self._passage = places
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the pages, then what is selected on them."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for place in self._passage:
            if place.page <= self.pages:
                paint_tint(painter, self._on_page(place.page, place.box), theme_of(), small=True)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin what may become a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._from, self._drags = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go on dragging, or show by the pointer what is under it."""
        at = event.position()
        if self._from is None:
            super().mouseMoveEvent(event)
            if self.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor and self._point(at, on_paper=True):
                self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
            return
        self._drags = self._drags or (at - self._from).manhattanLength() >= QApplication.startDragDistance()
        began, now = self._point(self._from), self._point(at)
        if self._drags and began and now:
            self.dragged.emit(began, now)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """End a drag; what was none is a click on the passage there."""
        if event.button() == Qt.MouseButton.LeftButton and self._from is not None:
            dragged, self._from = self._drags, None
            if not dragged:
                super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Hand on letters, Enter and Del."""
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.pressed.emit("Enter")
        elif plain and (Qt.Key.Key_A <= key <= Qt.Key.Key_Z or key in {Qt.Key.Key_Delete, Qt.Key.Key_F2}):
            self.pressed.emit(Qt.Key(key).name.removeprefix("Key_"))
        else:
            super().keyPressEvent(event)

    def _point(self, at: QPointF, *, on_paper: bool = False) -> PagePoint | None:
        """Return the point of a page under one of the view; between pages that of the nearest, unless it must be on paper."""
        seen = [(page, self._rect(page)) for page in self._seen()]
        if on_paper:
            seen = [(page, rect) for page, rect in seen if rect.contains(at)]
        if not seen:
            return None
        page, rect = min(seen, key=lambda each: max(each[1].top() - at.y(), at.y() - each[1].bottom(), 0))
        scale = self.scale / self.viewport().devicePixelRatioF()
        return PagePoint(page, (at.x() - rect.left()) / scale, (at.y() - rect.top()) / scale)
