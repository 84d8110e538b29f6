"""A chip that shows how many excerpts of a kind were found, and shows those alone when it is pressed."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.kind_shape import paint_kind
from briefing_app.domain.excerpt import ExcerptKind

_HEIGHT, _SIDE, _SHAPE, _APART = 26, 6, 14, 4


class KindChip(QAbstractButton):
    """Checkable; the kind by shape and word, the count beside it. Where there is little room the word gives way first."""

    def __init__(self, kind: ExcerptKind, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._name, self._count = kind, name, 0
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_count(0)

    @property
    def count(self) -> int:
        """How many there are."""
        return self._count

    def set_count(self, count: int) -> None:
        """Show a count."""
        self._count = count
        self.setText(f"{self._name} {count}")
        self.setToolTip(self.text())
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size at which the word is whole."""
        theme = theme_of()
        metrics = QFontMetricsF(theme.font("small"))
        return QSize(self._around() + round(metrics.horizontalAdvance(self.text()) + 1.5), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least size: shape and count."""
        metrics = QFontMetricsF(theme_of().font("small"))
        return QSize(self._around() + round(metrics.horizontalAdvance(f"{self._count}") + 1.5), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the chip in its state."""
        theme = theme_of()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, hovered = self.isChecked() or self.isDown(), self.underMouse()
        painter.setPen(QPen(theme.colour("ink2" if on else "outline" if hovered else "well"), 1.5 if on else 1))
        painter.setBrush(theme.colour("card" if on else "well"))
        inside = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.drawRoundedRect(inside, inside.height() / 2, inside.height() / 2)
        side, shape = theme.px(_SIDE), theme.px(_SHAPE)
        paint_kind(painter, self._kind, QRectF(side, (self.height() - shape) / 2, shape, shape), theme)
        left = side + shape + theme.px(_APART)
        metrics = QFontMetricsF(theme.font("small"))
        count = f" {self._count}"
        room = self.width() - left - side
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, max(0.0, room - metrics.horizontalAdvance(count) + 1))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("ink" if on else "ink2"))
        text = f"{name}{count}" if len(name) > 1 else count.strip()
        painter.drawText(QRectF(left, 0, room + 1, self.height()), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()

    def _around(self) -> int:
        theme = theme_of()
        return 2 * theme.px(_SIDE) + theme.px(_SHAPE) + theme.px(_APART)
