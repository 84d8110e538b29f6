"""Pages on a table: stacked, zoomed and scrolled, with the selected placement outlined and damaged words waved."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from briefing_app.desktop.theme import Theme, theme_of
from briefing_app.desktop.widgets.page_pictures import PagePictures
from briefing_app.desktop.widgets.paper import BESIDE_BOX, dim_paper, paint_bars, paint_box, paint_damage, paint_paper
from briefing_app.desktop.widgets.stacking import PAGES, RAIL, Spread, Stacking, spread
from briefing_app.domain.layout import PageMap
from briefing_app.workbench.pages import Box, PageImage

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
"""The steps of zooming; 1 is the paper's own size at 96 pixels an inch."""

POINT = 96 / 72
"""Pixels a point at zoom 1."""

_PATIENCE = 300
"""Milliseconds before a page that is still being made shows grey bars."""
_LINE = 40


class PageView(QAbstractScrollArea):
    """Shows pages whose pictures come in later, one by one; old pictures stay until then, so that nothing flashes."""

    placement_clicked = Signal(str)
    page_clicked = Signal(int)
    page_reached = Signal(int)
    """The page (from 1) that fills most of the view, when it became another."""
    zoomed = Signal()
    pictures_wanted = Signal()
    """Something came into view or changed its size: see ``wanted``."""
    paint_selected: Callable[..., None] = staticmethod(paint_box)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.zoom: float | None = None
        """A step of ``ZOOMS``; None: as wide as the view."""
        self.selected = ""
        self._stacking: Stacking = PAGES
        self._key = ""
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._page_map: PageMap = {}
        self._damaged: Mapping[int, tuple[Box, ...]] = {}
        self._pictures = PagePictures()
        self._spread: Spread = spread((), 1.0, 0, PAGES)
        self._page = 0
        self._late = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._late.timeout.connect(self.viewport().update)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)

    # What is shown

    @property
    def page(self) -> int:
        """The page that fills most of the view, from 1; 0 when there is none."""
        return self._page

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def scale(self) -> float:
        """Device pixels a point, as pictures are to be drawn."""
        return self._spread.scale * self.viewport().devicePixelRatioF()

    def wait_for_pages(self) -> None:
        """Note that pages are being made: where there are none yet, bars are shown after a while."""
        if not self._sizes and not self._late.isActive():
            self._late.start()

    def show_pages(self, key: str, sizes: tuple[tuple[float, float], ...], page_map: PageMap) -> None:
        """Take another layout; zoom and place stay. ``sizes`` in points; ``key`` names what pictures must be of."""
        if key != self._key:
            self._damaged = {}
        self._key, self._sizes, self._page_map = key, sizes, page_map
        self._pictures.drop_after(len(sizes))
        self._late.start()
        self._lay()
        self.viewport().update()

    def show_picture(self, image: PageImage) -> None:
        """Take a page's picture; one of another layout is dropped."""
        if image.key == self._key and image.page <= len(self._sizes):
            self._pictures.take(image, self._page)
            self.viewport().update()

    def show_damage(self, damaged: Mapping[int, tuple[Box, ...]]) -> None:
        """Wave the words in these boxes (in points, by page)."""
        self._damaged = damaged
        self.viewport().update()

    def clear(self) -> None:
        """Show no page any more."""
        self.show_pages("", (), {})
        self.verticalScrollBar().setValue(0)

    def wanted(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the pages in view that lack a sharp picture of this layout, and their neighbours that do."""
        if not self.isVisible():
            return (), ()
        seen = self._seen()
        beside = [page for page in (seen[0] - 1, seen[-1] + 1) if 1 <= page <= len(self._sizes)] if seen else []
        return tuple(filter(self._lacks, seen)), tuple(filter(self._lacks, beside))

    # Where one looks

    def select(self, placement: str) -> None:
        """Outline a placement's places, and bring the first into view if none is."""
        self.selected = placement
        boxes = self._boxes(placement)
        height = self.viewport().height()
        if boxes and not any(box.top() >= 0 and box.bottom() <= height for box in boxes):
            bar = self.verticalScrollBar()
            room = max(0.0, min(48.0, (height - boxes[0].height()) / 2))
            above = boxes[0].top() < 0 or boxes[0].height() > height
            bar.setValue(round(bar.value() + (boxes[0].top() - room if above else boxes[0].bottom() - height + room)))
        self.viewport().update()

    def go_to_page(self, page: int) -> None:
        """Bring a page's head to the top."""
        if 1 <= page <= len(self._sizes):
            self.verticalScrollBar().setValue(round(self._spread.pages[page - 1].top() - self._stacking.top))

    def set_zoom(self, zoom: float | None, at: float | None = None) -> None:
        """Zoom, keeping what stands at height ``at`` of the view (its middle) where it is."""
        held = min(max(zoom, ZOOMS[0]), ZOOMS[-1]) if zoom else None
        if held != self.zoom:
            self.zoom = held
            self._relaid(self.viewport().height() / 2 if at is None else at)
            self.zoomed.emit()

    def step_zoom(self, step: int, at: float | None = None) -> None:
        """Zoom to the next step up or down from what is seen now."""
        now = self.percent / 100
        steps = [zoom for zoom in ZOOMS if (zoom > now + 0.01 if step > 0 else zoom < now - 0.01)]
        if steps:
            self.set_zoom(steps[0] if step > 0 else steps[-1], at)

    @property
    def percent(self) -> int:
        """How large pages are seen now, of their own size."""
        return round(100 * self._spread.scale / POINT)

    def set_rail(self, rail: bool) -> None:
        """Show small pages with their numbers beneath, or pages to read."""
        self._stacking = RAIL if rail else PAGES
        self._relaid(0)

    # Laying

    def _lay(self) -> None:
        theme, width = theme_of(), self.width()
        fitting = self._stacking.fit(self._sizes, width)
        scale = self.zoom * POINT * theme.scale if self.zoom and self._stacking is PAGES else fitting
        self._spread = spread(self._sizes, scale, width, self._stacking)
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setPageStep(self.viewport().height())
        vertical.setSingleStep(_LINE)
        vertical.setRange(0, max(0, round(self._spread.height) - self.viewport().height()))
        horizontal.setPageStep(width)
        horizontal.setSingleStep(_LINE)
        horizontal.setRange(0, max(0, round(self._spread.width) - width))
        self._scrolled()

    def _relaid(self, at: float) -> None:
        anchor = self._spread.anchor(at + self.verticalScrollBar().value())
        across = self._middle()
        self._lay()
        self.verticalScrollBar().setValue(round(self._spread.place_of(anchor) - at))
        self.horizontalScrollBar().setValue(round(across * self._spread.width - self.width() / 2))
        self.viewport().update()

    def _middle(self) -> float:
        return (self.horizontalScrollBar().value() + self.width() / 2) / max(1.0, self._spread.width)

    def _scrolled(self) -> None:
        self.viewport().update()
        seen = self._seen()
        middle = self.verticalScrollBar().value() + self.viewport().height() * 0.4
        page = min(seen, key=lambda page: abs(self._spread.pages[page - 1].center().y() - middle), default=0)
        if page != self._page:
            self._page = page
            self.page_reached.emit(page)
        self.pictures_wanted.emit()

    def _seen(self) -> list[int]:
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        return [number for number, rect in enumerate(self._spread.pages, 1) if rect.bottom() > top and rect.top() < bottom]

    def _lacks(self, page: int) -> bool:
        return self._pictures.lacks(page, self._key, self.scale)

    def _rect(self, page: int) -> QRectF:
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return self._spread.pages[page - 1].translated(-left, -top)

    def _on_page(self, page: int, box: Box) -> QRectF:
        rect, scale = self._rect(page), self._spread.scale
        return QRectF(rect.left() + box[0] * scale, rect.top() + box[1] * scale, box[2] * scale, box[3] * scale)

    def _boxes(self, placement: str) -> list[QRectF]:
        places = [place for place in self._page_map.get(placement, ()) if place.page <= len(self._sizes)]
        return [self._on_page(place.page, place.box) for place in places]

    def placement_at(self, point: QPoint) -> str:
        """Return the placement under a point of the view, the smallest of several; empty for none."""
        under = [
            (box.width() * box.height(), placement)
            for placement in self._page_map
            for box in self._boxes(placement)
            if box.adjusted(-BESIDE_BOX, -2, BESIDE_BOX, 2).contains(QPointF(point))
        ]
        return min(under)[1] if under else ""

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw what is in view."""
        theme = theme_of()
        painter = QPainter(self.viewport())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), theme.colour("table"))
        for page in self._seen():
            self._paint_page(painter, page, theme)
        if not self._sizes and not self._late.isActive() and self._key == "":
            self._paint_waiting(painter)
        for box in self._boxes(self.selected):
            self.paint_selected(painter, box, theme, small=self._stacking is RAIL)
        painter.end()

    def _paint_page(self, painter: QPainter, page: int, theme: Theme) -> None:
        rect = self._rect(page)
        picture = self._pictures.of(page)
        paint_paper(painter, rect, theme)
        if picture is None:
            if not self._late.isActive():
                paint_bars(painter, rect, theme)
        elif picture.sharp(self.scale):
            picture.pixmap.setDevicePixelRatio(self.viewport().devicePixelRatioF())
            painter.drawPixmap(rect.topLeft(), picture.pixmap)
        else:
            painter.drawPixmap(rect, picture.near(rect.size().toSize()), QRectF())
        dim_paper(painter, rect, theme)
        if picture and picture.key == self._key and self._stacking is PAGES:
            for box in self._damaged.get(page, ()):
                paint_damage(painter, self._on_page(page, box))
        if self._stacking.numbered:
            self._number(painter, page, rect)

    def _number(self, painter: QPainter, page: int, rect: QRectF) -> None:
        theme = theme_of()
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("ink2"))
        below = QRectF(rect.left(), rect.bottom() + 4, rect.width(), theme.line("small"))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(page))

    def _paint_waiting(self, painter: QPainter) -> None:
        waiting = spread(
            ((612.0, 792.0),),
            self._stacking.fit(((612.0, 792.0),), self.width()),
            self.width(),
            self._stacking,
        )
        theme = theme_of()
        paint_paper(painter, waiting.pages[0], theme)
        paint_bars(painter, waiting.pages[0], theme)
        dim_paper(painter, waiting.pages[0], theme)

    def event(self, event: QEvent) -> bool:
        """Ask for sharper pictures on a sharper screen."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.pictures_wanted.emit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay anew; what is at the top stays there."""
        super().resizeEvent(event)
        self._relaid(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the first and the last page with Home and End; the rest is the scroll bars'."""
        if event.key() == Qt.Key.Key_Home:
            self.verticalScrollBar().setValue(0)
        elif event.key() == Qt.Key.Key_End:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom with Ctrl, around the pointer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._stacking is PAGES:
            if event.angleDelta().y():
                self.step_zoom(1 if event.angleDelta().y() > 0 else -1, event.position().y())
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell what was clicked."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position()
        if self._stacking is RAIL:
            page = next((page for page in self._seen() if self._rect(page).contains(point)), 0)
            if page:
                self.page_clicked.emit(page)
        elif placement := self.placement_at(point.toPoint()):
            self.placement_clicked.emit(placement)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show by the pointer what can be clicked."""
        over = self._stacking is PAGES and self.placement_at(event.position().toPoint())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
