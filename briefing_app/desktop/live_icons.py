"""Icons for what Qt draws by itself: tinted by the theme whenever they are drawn, so that they follow it.

Kept apart from the drawing of icons: a start page has nothing that needs them, and Qt's own icons take a while to load.
"""

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache

from briefing_app.desktop.icons import drawing, paint_icon
from briefing_app.desktop.theme import theme_of

Draw = Callable[[QPainter, QRectF, QColor], None]
"""Draws a shape into a square with one colour."""

_clones: list[QIconEngine] = []
"""Qt takes a clone for good when somebody changes a copy of an icon, and PySide would let it go: here it stays alive."""


@cache
def icon(name: str, tone: str = "ink2") -> QIcon:
    """Return an icon of ``resources/icons`` by name in a colour of ``tokens.Colours``; FileNotFoundError when there is none."""
    drawing(name)
    return drawn_icon(name, lambda painter, square, colour: paint_icon(painter, name, square, colour), tone)


def drawn_icon(key: str, draw: Draw, tone: str) -> QIcon:
    """Return an icon that ``draw`` paints, tinted as all are; ``key`` names the drawing among all."""
    return QIcon(_TintedEngine(key, draw, tone))


class _TintedEngine(QIconEngine):
    """Asks the theme for the colour each time; pictures are cached by colour and size."""

    def __init__(self, key: str, draw: Draw, tone: str) -> None:
        super().__init__()
        self._key, self._draw, self._tone = key, draw, tone

    def clone(self) -> QIconEngine:
        copy = _TintedEngine(self._key, self._draw, self._tone)
        _clones.append(copy)
        return copy

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter, square, self._colour(mode))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:  # noqa: N802 - Qt's name
        """Return the picture with ``scale`` device pixels to each of the layout's, in which ``size`` is."""
        key = f"icon {self._key} {self._colour(mode).name()} {size.width()}x{size.height()}@{scale}"
        found = QPixmap()
        if QPixmapCache.find(key, found):
            return found
        picture = QPixmap(size * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        QPixmapCache.insert(key, picture)
        return picture

    def _colour(self, mode: QIcon.Mode) -> QColor:
        return theme_of().colour("faint" if mode == QIcon.Mode.Disabled else self._tone)
