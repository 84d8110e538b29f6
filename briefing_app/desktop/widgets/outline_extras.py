"""Paints the rows of the outline that hold nothing of the pack, and the signs that appear under the pointer."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from briefing_app.desktop.icons import paint_icon
from briefing_app.desktop.models.outline_model import EmptyRow, OthersRow
from briefing_app.desktop.theme import Theme
from briefing_app.desktop.widgets.outline_drops import SIDE
from briefing_app.desktop.widgets.text_painter import paint_line
from briefing_app.words import Words
from briefing_app.workbench.outlining import PlacementRow, SectionRow

GUTTER = 40
"""Where shapes and numbers stand, in pixels at 100 %."""


def paint_others(painter: QPainter, theme: Theme, rect: QRectF, row: OthersRow, words: Words) -> None:
    """Paint what shows or hides what is for other audiences."""
    key = "window.outline.hide-others" if row.revealed else "window.outline.show-others"
    said = words.say(key) if row.revealed else words.count(key, row.count)
    room = QRectF(
        rect.left() + theme.px(SIDE) + theme.px(GUTTER), rect.top(), rect.width() - theme.px(2 * SIDE + GUTTER), rect.height()
    )
    paint_line(painter, said, room, theme.font("small"), theme.colour("accent"))


def paint_empty(painter: QPainter, theme: Theme, rect: QRectF, row: EmptyRow, words: Words) -> None:
    """Paint what a section that holds nothing says."""
    box = rect.adjusted(theme.px(SIDE) + 0.5, 4.5, -theme.px(SIDE) - 0.5, -4.5)
    pen = QPen(theme.colour("line"), 1, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, theme.radius("card"), theme.radius("card"))
    title = words.say("window.outline.empty-title" if row.asks else "window.outline.empty-title-other")
    line = words.say("window.outline.empty-line")
    centre = Qt.AlignmentFlag.AlignHCenter
    half = (theme.line("body") + theme.line("small")) / 2
    top = box.center().y() - half
    first = QRectF(box.left() + 8, top, box.width() - 16, theme.line("body"))
    paint_line(painter, title, first, theme.font("strong"), theme.colour("ink"), centre)
    second = QRectF(first.left(), first.bottom(), first.width(), theme.line("small"))
    paint_line(painter, line, second, theme.font("small"), theme.colour("ink3"), centre)


def paint_signs(painter: QPainter, theme: Theme, rect: QRectF, value: PlacementRow | SectionRow) -> None:
    """Paint what appears under the pointer: the grip of what can be dragged, the sign of the menu."""
    top = rect.top() + (theme.px(8) if isinstance(value, PlacementRow) else (rect.height() - 16) / 2)
    if isinstance(value, PlacementRow):
        paint_icon(painter, "grip-vertical", QRectF(rect.left() + 1, top, 14, 14), theme.colour("ink3"))
    dots = QRectF(rect.right() - theme.px(32), top, 16, 16)
    paint_icon(painter, "ellipsis", dots, theme.colour("ink2"))
