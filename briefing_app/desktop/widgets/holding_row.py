"""A document of the library at a glance: its title, how many excerpts of each kind, how many damaged."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from briefing_app.desktop.icons import paint_icon
from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.kind_shape import paint_kind
from briefing_app.desktop.widgets.text_painter import paint_line
from briefing_app.words import Words
from briefing_app.workbench.holdings import Holding

_ICON = 44
"""Where the words begin, right of the document's icon, in pixels at 100 %."""


class HoldingRow(QWidget):
    """Draws one document; the hairline above parts it from the one before."""

    def __init__(self, holding: Holding, words: Words, *, first: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._holding = holding
        self._first = first
        self._damaged = words.count("window.start.damaged", holding.damaged) if holding.damaged else ""
        counted = [words.count(f"window.start.{kind.value}s", number) for kind, number in holding.kinds.items() if number]
        self.setAccessibleName(". ".join([holding.title, *counted, self._damaged]).rstrip(". "))
        self.setToolTip(", ".join([*counted, *([self._damaged] if self._damaged else [])]))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for two lines."""
        return QSize(200, theme_of().px(64))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw it."""
        theme = theme_of()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = theme.px
        left = px(_ICON)
        if not self._first:
            painter.fillRect(QRectF(left, 0, self.width() - left - 1, 1), theme.colour("line"))
        paint_icon(painter, "file-text", QRectF(px(15), px(13), px(18), px(18)), theme.colour("ink3"))
        room = QRectF(left, px(11), self.width() - left - px(14), theme.line("strong"))
        paint_line(painter, self._holding.title, room, theme.font("strong"), theme.colour("ink"))
        below = px(11) + theme.line("strong") + px(3)
        for kind, number in self._holding.kinds.items():
            if number:
                paint_kind(painter, kind, QRectF(left, below + px(1), px(13), px(13)), theme)
                left += px(18) + self._write(painter, str(number), left + px(18), below, "small", "ink2") + px(12)
        if self._damaged:
            paint_icon(painter, "triangle-alert", QRectF(left, below + px(1), px(14), px(14)), theme.colour("warn"))
            self._write(painter, self._damaged, left + px(19), below, "small_strong", "warn")
        painter.end()

    @staticmethod
    def _write(painter: QPainter, text: str, left: float, top: float, font: str, tone: str) -> int:
        theme = theme_of()
        width = QFontMetrics(theme.font(font)).horizontalAdvance(text)
        painter.setFont(theme.font(font))
        painter.setPen(theme.colour(tone))
        painter.drawText(QRectF(left, top, width + 2, theme.line(font)), Qt.AlignmentFlag.AlignVCenter, text)
        return width
