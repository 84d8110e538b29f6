"""What the start page lists: recent packs, documents, templates, each a button that draws itself."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from briefing_app.desktop.theme import Theme, theme_of
from briefing_app.desktop.tokens import LIGHT
from briefing_app.desktop.widgets.text_painter import paint_line

_SCHEME = ("ask", "ask", "ask", "quote", "text")
"""What the drawing of a template's page shows from the top."""


class PackRow(QAbstractButton):
    """A pack to open: a page, its title, a line beneath."""

    HEIGHT = 84

    def __init__(self, title: str, line: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._line = title, line
        self.setAccessibleName(f"{title}. {line}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for a page in small."""
        return QSize(240, theme_of().px(self.HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw it."""
        theme = theme_of()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(whole, theme.radius("card"), theme.radius("card"))
        sheet = QRectF(theme.px(14), (whole.height() - theme.px(64)) / 2, theme.px(50), theme.px(64))
        _draw_sheet(painter, theme, sheet)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("outline", 0.8))
        unit = sheet.width() / 50
        painter.drawRect(QRectF(sheet.left() + 7 * unit, sheet.top() + 9 * unit, 26 * unit, 2.5 * unit))
        painter.setBrush(theme.colour("outline", 0.45))
        for place, width in enumerate((36, 34, 36, 28, 36, 33, 36, 30, 22)):
            painter.drawRect(QRectF(sheet.left() + 7 * unit, sheet.top() + (16 + place * 4.6) * unit, width * unit, 1.6 * unit))
        left = theme.px(80)
        room = whole.width() - left - theme.px(12)
        top = whole.center().y() - (theme.line("strong") + theme.line("small") + 2) / 2
        _draw_line(painter, theme, self._title, QRectF(left, top, room, theme.line("strong")), "strong", "ink")
        below = QRectF(left, top + theme.line("strong") + 2, room, theme.line("small"))
        _draw_line(painter, theme, self._line, below, "small", "ink3")
        painter.end()


class TemplateCard(QAbstractButton):
    """A template to begin from: its pages in small, its name, what it is for, how many pages."""

    HEIGHT = 148

    def __init__(self, name: str, line: str, pages: int, pages_line: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._line, self._pages, self._pages_line = name, line, pages, pages_line
        self.setAccessibleName(f"{name}. {line} {pages_line}")
        self.setToolTip(line)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the drawing and its words."""
        return QSize(theme_of().px(258), theme_of().px(self.HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw it."""
        theme = theme_of()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour("outline" if self.underMouse() else "line"), 1))
        painter.setBrush(theme.colour("card"))
        painter.drawRoundedRect(card, theme.radius("card"), theme.radius("card"))
        px = theme.px
        for back in range(min(self._pages, 3) - 1, -1, -1):
            sheet = QRectF(card.left() + px(18) + back * px(6), card.top() + px(18) + back * px(5), px(58), px(75))
            painter.setPen(QPen(theme.colour("outline" if theme.dark else "line"), 1))
            painter.setBrush(theme.colour("page"))
            painter.drawRoundedRect(sheet, 2, 2)
        _draw_scheme(painter, theme, card.left() + px(25), card.top() + px(26))
        left = card.left() + px(106)
        room = card.right() - left - px(12)
        _draw_line(painter, theme, self._name, QRectF(left, card.top() + px(16), room, theme.line("strong")), "strong", "ink")
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("ink2"))
        box = QRectF(left, card.top() + px(38), room, card.height() - px(38) - px(34))
        painter.drawText(box, Qt.TextFlag.TextWordWrap, _fitting(self._line, theme, box))
        foot = QRectF(card.left() + px(18), card.bottom() - px(34), card.width() - px(36), theme.line("small"))
        _draw_line(painter, theme, self._pages_line, foot, "small", "ink3")
        painter.end()


def _fitting(text: str, theme: Theme, box: QRectF) -> str:
    """Return our own words as far as whole lines of a box hold them; an ellipsis says that there are more."""
    metrics = QFontMetrics(theme.font("small"))

    def fits(some: str) -> bool:
        return metrics.boundingRect(box.toRect(), Qt.TextFlag.TextWordWrap, some).height() <= box.height()

    if fits(text):
        return text
    words = text.split()
    while words and not fits(" ".join(words).rstrip(".,:;") + "…"):
        words.pop()
    return " ".join(words).rstrip(".,:;") + "…"


def _draw_line(painter: QPainter, theme: Theme, text: str, box: QRectF, font: str, colour: str) -> None:
    paint_line(painter, text, box, theme.font(font), theme.colour(colour))


def _draw_sheet(painter: QPainter, theme: Theme, sheet: QRectF) -> None:
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.setBrush(theme.colour("page"))
    painter.drawRoundedRect(sheet, 2, 2)


def _draw_scheme(painter: QPainter, theme: Theme, left: float, top: float) -> None:
    unit = theme.scale
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("page_ink", 0.75))
    painter.drawRoundedRect(QRectF(left, top, 26 * unit, 3.5 * unit), 1.5, 1.5)
    top += 10 * unit
    for part in _SCHEME:
        if part != "text":
            mark = QRectF(left, top, 4 * unit, 4 * unit) if part == "ask" else QRectF(left + unit, top - unit, 2 * unit, 9 * unit)
            painter.setBrush(QColor(LIGHT.rec if part == "ask" else LIGHT.quote))
            painter.drawRoundedRect(mark, 1, 1)
        painter.setBrush(theme.colour("page_ink", 0.3))
        indent = 0 if part == "text" else 8 * unit
        painter.drawRoundedRect(QRectF(left + indent, top, 44 * unit - indent, 2 * unit), 1, 1)
        painter.drawRoundedRect(QRectF(left + indent, top + 4 * unit, 34 * unit - indent, 2 * unit), 1, 1)
        top += 11 * unit
