"""Chips: a filter by kind with its count, and the small pill that says a grade."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from briefing_app.desktop.icons import paint_icon
from briefing_app.desktop.theme import Theme, theme_of
from briefing_app.desktop.widgets.kind_icon import kind_icon
from briefing_app.desktop.widgets.text_painter import paint_line

_ICON = 14
_PAD, _GAP, _HEIGHT = 7, 4, 18
_ENDS, _AIR, _BETWEEN = 7, 6, 6


class Chip(QToolButton):
    """A kind's shape, its word and how many there are; checked: only these are shown."""

    def __init__(self, kind: str, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = word
        self.setProperty("kind", "chip")
        self.setProperty("type", "small")
        self.setCheckable(True)
        self.setIcon(kind_icon(kind))
        side = theme_of().px(_ICON)
        # Wider than the shape, which stands in its middle: so much air is left and right of it.
        self.setIconSize(QSize(side + theme_of().px(_AIR), side))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_count(None)

    def set_count(self, count: int | None) -> None:
        """Show how many there are; None: not known yet."""
        words = self._word if count is None else f"{self._word} {count}"
        self.setText(words)
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for shape and words, without the air that the style gives a tool button."""
        theme = theme_of()
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(int(words + 1) + self.iconSize().width() + theme.px(2 * _ENDS) + _BETWEEN, theme.px(26))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same: a count is never cut."""
        return self.sizeHint()


class Pill(QWidget):
    """A word on a tint of its colour, perhaps with an icon before it: a grade, a state."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._tone, self._icon = "", "ok", ""

    def show_words(self, words: str, tone: str, icon_name: str = "") -> None:
        """Say something in a colour that has a tint: ok, warn, block, accent, rec, quote, context."""
        self._words, self._tone, self._icon = words, tone, icon_name
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the words."""
        theme = theme_of()
        return QSize(int(pill_width(self._words, theme, icon=bool(self._icon)) + 1), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same: a grade is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the pill in the middle of the height there is."""
        theme = theme_of()
        painter = QPainter(self)
        corner = QPointF(0, (self.height() - theme.px(_HEIGHT)) / 2)
        paint_pill(painter, corner, self._words, theme, self._tone, self._icon)
        painter.end()


def pill_width(words: str, theme: Theme, *, icon: bool = False) -> float:
    """Return how wide a pill with these words is."""
    width = QFontMetricsF(theme.font("small_strong")).horizontalAdvance(words) + 2 * theme.px(_PAD)
    return width + (theme.px(_ICON) + theme.px(_GAP) if icon else 0)


def paint_pill(painter: QPainter, corner: QPointF, words: str, theme: Theme, tone: str, icon_name: str = "") -> float:
    """Draw a pill with its top left corner at a point, and return its width."""
    width = pill_width(words, theme, icon=bool(icon_name))
    place = QRectF(corner.x(), corner.y(), width, theme.px(_HEIGHT))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(f"{tone}_tint"))
    painter.drawRoundedRect(place, theme.radius("chip"), theme.radius("chip"))
    left = place.left() + theme.px(_PAD)
    if icon_name:
        side = theme.px(_ICON)
        paint_icon(painter, icon_name, QRectF(left - theme.px(2), place.center().y() - side / 2, side, side), theme.colour(tone))
        left += side + theme.px(_GAP) - theme.px(2)
    paint_line(
        painter,
        words,
        QRectF(left, place.top(), place.right() - left, place.height()),
        theme.font("small_strong"),
        theme.colour(tone),
    )
    painter.restore()
    return width
