"""The frame of a quotation being trimmed: the card with its ring, what stands in it one below the other, and how high that is."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.trim_foot import TrimFoot
from briefing_app.desktop.widgets.trim_head import TrimHead
from briefing_app.desktop.widgets.trim_notice import TrimNotice
from briefing_app.desktop.widgets.trim_view import TrimView
from briefing_app.words import Words
from briefing_app.workbench.trimming import Trimming

_OUTER_X, _OUTER_Y, _PADDING_X, _PADDING_Y, _GAP = 14, 4, 16, 12, 8
_WIDTH = 560
"""The width a hint is given for before the frame stands anywhere."""


class TrimFrame(QWidget):
    """Holds head, words, notices and foot; asks for the height they need."""

    height_changed = Signal(int)
    """It needs so many pixels at its present width."""

    def __init__(self, trimming: Trimming, words: Words, escape: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = words.say
        self._height = 0
        self.setAccessibleName(say("window.trim.name"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.head = TrimHead(trimming, words, escape, self)
        self.view = TrimView(self)
        self.view.setAccessibleName(say("window.trim.words"))
        self.damage = TrimNotice(say("window.trim.past-damage"), self)
        self.turning = TrimNotice(say("window.trim.answer"), self)
        self.foot = TrimFoot(words, self)
        self.setFocusProxy(self.view)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size needed at the present width."""
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else _WIDTH
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Tell that the height hangs on the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height needed at a width."""
        return self._lay(width, place=False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay everything out anew."""
        super().resizeEvent(event)
        self.arrange()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Lay everything out in the typefaces in force."""
        super().showEvent(event)
        self.arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the card: a soft shadow, the ring of what is being worked on, a hairline above the buttons."""
        theme = theme_of()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(theme.px(_OUTER_X), theme.px(_OUTER_Y), -theme.px(_OUTER_X), -theme.px(_OUTER_Y))
        painter.setPen(Qt.PenStyle.NoPen)
        for spread in range(4, 0, -1):
            painter.setBrush(theme.colour("shadow", 0.018))
            painter.drawRoundedRect(card.adjusted(-spread, 1 - spread, spread, spread), 10 + spread, 10 + spread)
        painter.setBrush(theme.colour("card"))
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), 10, 10)
        line = self.foot.y() - theme.px(_GAP)
        painter.fillRect(QRectF(card.left() + 2, line, card.width() - 4, 1), theme.colour("line"))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep presses beside the words from the outline beneath."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep these too."""
        event.accept()

    def _lay(self, width: int, *, place: bool) -> int:
        """Return the height needed at a width; place everything there when asked to."""
        theme = theme_of()
        left, inner = theme.px(_OUTER_X + _PADDING_X), width - 2 * theme.px(_OUTER_X + _PADDING_X)
        y = theme.px(_OUTER_Y + _PADDING_Y)
        heights: list[tuple[QWidget, int, int]] = [
            (self.head, max(theme.px(24), self.head.sizeHint().height()), 2),
            (self.view, self.view.height_for(inner), _GAP),
            (self.damage, self.damage.height_for(inner), 2),
            (self.turning, self.turning.height_for(inner), 2),
            (self.foot, self.foot.heightForWidth(inner + theme.px(4)), _GAP),
        ]
        for widget, height, after in heights:
            if widget is self.foot:
                y += theme.px(_GAP) + 1
            if place:
                # The buttons' own air reaches out, so that their caps stand where the words do.
                air = theme.px(4) if widget is self.foot else 0
                widget.setGeometry(QRect(left - air, y, inner + air, height))
            y += height + (theme.px(after) if height else 0)
        return y + theme.px(_OUTER_Y)

    def arrange(self) -> None:
        """Lay everything out for the present width, and tell the height when it is another."""
        height = self._lay(self.width(), place=True)
        if height != self._height and self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self._height = height
            self.updateGeometry()
            self.height_changed.emit(height)
        self.update()
