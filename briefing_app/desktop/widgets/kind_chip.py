"""A chip that gives way, so that all kinds stand side by side in a narrow pane: first its air, then its word, never its count."""

import math

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QIcon, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.chip import Chip
from briefing_app.desktop.widgets.text_painter import paint_line

_SIDE, _SHAPE, _APART, _HEIGHT = 6, 14, 4, 28
_LEAST_SIDE, _LEAST_APART, _LEAST_WORD = 3, 3, 24
AIR = 2 * (_SIDE - _LEAST_SIDE) + _APART - _LEAST_APART
"""So much narrower, in pixels, a chip shows all it says."""


class KindChip(Chip):
    """A ``Chip`` without the air that a style gives tool buttons, as wide for few as for many."""

    _reserved = ""

    def reserve(self, most: int) -> None:
        """Keep room for this count, so that nothing moves while somebody types."""
        held, self._reserved = self.text(), ""
        self.set_count(most)
        self._reserved = self.text()
        self.setText(held)
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the shape and all words, no more."""
        theme = theme_of()
        metrics = QFontMetricsF(theme.font("small"))
        words = max(metrics.horizontalAdvance(self.text()), metrics.horizontalAdvance(self._reserved))
        return QSize(math.ceil(words) + theme.px(2 * _SIDE + _SHAPE + _APART), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the shape, a few letters and the count."""
        theme = theme_of()
        metrics = QFontMetricsF(theme.font("small"))
        count = max(metrics.horizontalAdvance(self.text()), metrics.horizontalAdvance(self._reserved))
        count -= metrics.horizontalAdvance(self._word)
        least = math.ceil(count) + theme.px(2 * _LEAST_SIDE + _SHAPE + _LEAST_APART + _LEAST_WORD)
        return QSize(min(least, self.sizeHint().width()), theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the style's ground, then the shape and the words close to each other."""
        theme = theme_of()
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        tight = min(1.0, max(0.0, self.sizeHint().width() - self.width()) / theme.px(AIR))
        side = theme.scale * (_SIDE - tight * (_SIDE - _LEAST_SIDE))
        apart = theme.scale * (_APART - tight * (_APART - _LEAST_APART))
        shape = theme.px(_SHAPE)
        self.icon().paint(painter, QRect(round(side), (self.height() - shape) // 2, shape, shape))
        left = side + shape + apart
        tone = theme.colour("ink3" if not self.isEnabled() else "ink" if self.isChecked() else "ink2")
        font = theme.font("small")
        count = self.text().removeprefix(self._word)
        room = QRectF(left, 0, self.width() - left - side - QFontMetricsF(font).horizontalAdvance(count), self.height())
        left = room.left() + paint_line(painter, self._word, room, font, tone)
        paint_line(painter, count, QRectF(left, 0, self.width() - left, self.height()), font, tone)
        painter.end()
