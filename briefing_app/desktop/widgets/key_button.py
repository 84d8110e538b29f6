"""A quiet button that shows its key as a cap beside its name."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from briefing_app.desktop.theme import theme_of


class KeyButton(QAbstractButton):
    """Does what its key does; by mouse it takes no focus, so that what is selected stays so."""

    def __init__(self, cap: str, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cap, self._on = cap, True
        self.setText(name)
        self.setToolTip(tip)
        self.setAccessibleName(f"{name} ({cap})")
        self.setAccessibleDescription(tip)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_key(self, *, on: bool) -> None:
        """Grey the cap of a key that is turned off; the button does what it did."""
        self._on = on
        self.setAccessibleName(f"{self.text()} ({self._cap})" if on else self.text())
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of cap and name, never lower than a target may be."""
        theme = theme_of()
        name = QFontMetricsF(theme.font("small")).horizontalAdvance(self.text())
        return QSize(round(self._cap_width() + name) + theme.px(14), max(24, theme.px(26)))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the cap, then the name."""
        theme = theme_of()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("line" if self.isDown() else "hover"))
            painter.drawRoundedRect(whole, theme.radius("chip"), theme.radius("chip"))
        ink = theme.colour("ink2" if self.isEnabled() else "ink3")
        high = theme.px(20)
        cap = QRectF(theme.px(4) + 0.5, (whole.height() - high) / 2 + 0.5, self._cap_width() - 1, high - 1)
        lit = self.isEnabled() and self._on
        painter.setPen(QPen(theme.colour("outline" if lit else "line"), 1))
        painter.setBrush(theme.colour("card"))
        painter.drawRoundedRect(cap, theme.px(4), theme.px(4))
        painter.setFont(theme.font("small_strong"))
        painter.setPen(theme.colour("ink" if lit else "ink3"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._cap)
        painter.setFont(theme.font("small"))
        painter.setPen(ink)
        beside = whole.adjusted(cap.right() + theme.px(6), 0, 0, 0)
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.end()

    def _cap_width(self) -> float:
        theme = theme_of()
        return max(QFontMetricsF(theme.font("small_strong")).horizontalAdvance(self._cap) + theme.px(10), theme.px(20))
