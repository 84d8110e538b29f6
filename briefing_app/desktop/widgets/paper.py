"""Drawing on the table: paper and its shadow, grey bars while a page is made, the outline of what is selected, damage waved."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from briefing_app.desktop.theme import Theme
from briefing_app.desktop.tokens import LIGHT, RADIUS
from briefing_app.desktop.widgets.text_painter import paint_wave

BESIDE_BOX = 5
"""How far out the outline of a placement stands, in pixels."""

_SHADOW = ((1, 16), (2, 12), (4, 8), (7, 5), (11, 3))
"""How far the shadow reaches, and how dark it is there (of 255)."""
_BARS = (0.34, 0.76, 0.62)


def paint_paper(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Draw a sheet of paper with its shadow on the table."""
    painter.setPen(Qt.PenStyle.NoPen)
    for reach, dark in _SHADOW:
        shadow = theme.colour("shadow")
        shadow.setAlpha(dark * (3 if theme.dark else 1))
        painter.setBrush(shadow)
        painter.drawRoundedRect(rect.adjusted(-reach, -reach / 2, reach, reach + 2), RADIUS["page"] + reach, RADIUS["page"] + reach)
    painter.setBrush(Qt.GlobalColor.white)
    painter.drawRect(rect)


def paint_bars(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Draw three grey bars where a page's head will stand."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(LIGHT.well))
    height = max(4.0, rect.width() * 0.022)
    for place, share in enumerate(_BARS):
        bar = QRectF(
            rect.left() + rect.width() * 0.12, rect.top() + rect.width() * (0.15 + 0.06 * place), rect.width() * share, height
        )
        painter.drawRoundedRect(bar, theme.px(4), theme.px(4))


def dim_paper(painter: QPainter, page: QRectF, theme: Theme) -> None:
    """Take a little of the paper's light away in the dark."""
    if theme.dark:
        painter.fillRect(page, theme.colour("table", 0.08))


def paint_box(painter: QPainter, box: QRectF, theme: Theme, *, small: bool) -> None:
    """Outline a placement on its page; ``small`` on the rail's pages."""
    beside = 2 if small else BESIDE_BOX
    painter.setBrush(theme.colour("accent_fill", 0.08))
    painter.setPen(QPen(theme.colour("accent_fill"), 1.5))
    painter.drawRoundedRect(box.adjusted(-beside, -beside, beside, beside), beside, beside)


def paint_tint(painter: QPainter, box: QRectF, _theme: Theme, *, small: bool) -> None:
    """Mark a line of a page as with a pen: what is printed stays as dark as it is; the paper is white in every scheme."""
    beside = 0 if small else 1
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(box.adjusted(-beside, -beside, beside, beside), QColor(LIGHT.select))
    painter.restore()


def paint_damage(painter: QPainter, box: QRectF) -> None:
    """Wave the words in a box; the paper is white in every scheme, so the colour is the light one's."""
    paint_wave(painter, box.adjusted(0, 0, 0, 4), QColor(LIGHT.warn))
