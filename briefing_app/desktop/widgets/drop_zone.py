"""The place to drop documents on: a dashed frame, a drawing of marked pages, and the one obvious button."""

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from briefing_app.desktop.theme import Theme, theme_of
from briefing_app.desktop.widgets.kind_shape import paint_kind
from briefing_app.words import Words

_SHEET = QRectF(-46, -60, 92, 120)
_FAN = ((-9.0, -83.0, 13.0, "context"), (9.0, 83.0, 13.0, "quote"), (0.0, 0.0, 0.0, "rec"))
"""Each sheet's turn in degrees, how far it lies from the middle, and the kind of passage marked on it."""
_LINES = (40, 62, 58, 62, 50, 62, 34, 60, 62, 44)
_MARKED = range(3, 7)
_SIGNS = {"rec": "recommendation", "quote": "quote", "context": "context"}
_DRAWN = 212
"""How high the drawing stands above the words, in pixels at 100 %."""


class DropZone(QWidget):
    """Takes files dropped on it; ``choose`` is its button."""

    files_dropped = Signal(object)
    """A tuple of paths."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._lit = False
        say = words.say
        theme = theme_of()
        title, line = QLabel(say("window.start.drop")), QLabel(say("window.start.drop.detail"))
        title.setProperty("type", "title")
        line.setProperty("tone", "ink2")
        line.setWordWrap(True)
        for label in (title, line):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.choose = QPushButton(say("window.start.choose"))
        self.choose.setProperty("kind", "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(theme.px(4))
        column.addStretch(1)
        self._room = QWidget()
        self._room.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._room.setMinimumHeight(0)
        self._room.setFixedHeight(theme.px(_DRAWN))
        column.addWidget(self._room)
        column.addWidget(title)
        column.addWidget(line)
        column.addSpacing(theme.px(14))
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Leave the drawing out where there is little room."""
        return QSize(280, super().minimumSizeHint().height())

    def draw_less(self, less: bool) -> None:
        """Leave the drawing out, or not."""
        self._room.setVisible(not less)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Light up for files."""
        if local_files(event):
            event.acceptProposedAction()
            self._light(on=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """Go dark again."""
        event.accept()
        self._light(on=False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take the files."""
        self._light(on=False)
        if files := local_files(event):
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw the frame and the fan of pages."""
        theme = theme_of()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("accent" if self._lit else "outline"), 1.5)
        pen.setDashPattern([4, 4])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(theme.colour("accent_tint" if self._lit else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 14, 14)
        if not self._room.isHidden():
            room = QRectF(self._room.geometry())
            scale = 1.3 * theme.scale
            _draw_fan(painter, theme, QPointF(room.center().x(), room.center().y() - 10 * theme.scale), scale)
        painter.end()

    def _light(self, *, on: bool) -> None:
        self._lit = on
        self.update()


def local_files(event: QDropEvent) -> tuple[Path, ...]:
    """Return the files and folders that a drag brings from another program."""
    return tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())


def _draw_fan(painter: QPainter, theme: Theme, middle: QPointF, scale: float) -> None:
    for turn, aside, below, kind in _FAN:
        painter.save()
        painter.translate(middle.x() + aside * theme.scale, middle.y() + below * theme.scale)
        painter.rotate(turn)
        painter.scale(scale, scale)
        _shade(painter, theme)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("card" if theme.dark else "raised"))
        painter.drawRoundedRect(_SHEET, 4, 4)
        _draw_lines(painter, theme, kind)
        painter.restore()


def _shade(painter: QPainter, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for spread in range(6, 0, -1):
        painter.setBrush(theme.colour("shadow", 0.02))
        painter.drawRoundedRect(_SHEET.adjusted(-spread, -spread + 4, spread, spread + 4), 4 + spread, 4 + spread)


def _draw_lines(painter: QPainter, theme: Theme, kind: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    top = -44.0
    for place, width in enumerate(_LINES):
        painter.setBrush(theme.colour(kind, 0.35) if place in _MARKED else theme.colour("line"))
        painter.drawRoundedRect(QRectF(-31, top, width, 4 if place else 5), 2, 2)
        if place == _MARKED.start:
            # The kind's sign stands on the paper's outer edge, so that all three are seen.
            across = _SHEET.right() - 10 if kind == "quote" else _SHEET.left() + 1
            paint_kind(painter, _SIGNS[kind], QRectF(across, top - 2, 9, 9), theme)
            painter.setPen(Qt.PenStyle.NoPen)
        top += 10 if place else 13
