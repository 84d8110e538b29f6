"""A chip drawn as tight as it can be, so that all kinds stand beside each other in a narrow pane with their words whole."""

import math

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QIcon, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.chip import Chip
from briefing_app.desktop.widgets.text_painter import paint_line

_SIDE, _SHAPE, _APART, _HEIGHT = 5, 14, 4, 26


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
        """Return the same: a kind's word is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the style's ground, then the shape and the words close to each other."""
        theme = theme_of()
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        side, left = theme.px(_SHAPE), theme.px(_SIDE)
        self.icon().paint(painter, QRect(left, (self.height() - side) // 2, side, side))
        left += side + theme.px(_APART)
        room = QRectF(left, 0, self.width() - left, self.height())
        paint_line(painter, self.text(), room, theme.font("small"), theme.colour("ink" if self.isChecked() else "ink2"))
        painter.end()
