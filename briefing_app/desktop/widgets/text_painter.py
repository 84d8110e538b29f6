"""Words painted by delegates: wrapped, marked by range, and faded where they do not fit, never cut with an ellipsis.

Offsets are code points, as everywhere in the domain; Qt counts UTF-16 units, so both are mapped here and nowhere else.
"""

import math
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from briefing_app.desktop.theme import Theme
from briefing_app.desktop.widgets.text_units import Units


class MarkKind(StrEnum):
    """What a stretch of words is to its reader."""

    HIT = "hit"
    """Found by the search."""
    OMITTED = "omitted"
    """Left out by a person; shown struck while trimming."""
    SIGN = "sign"
    """``[…]``, or brackets round a changed letter."""
    INSERTED = "inserted"
    """Added by a person in brackets."""
    DAMAGED = "damaged"
    MUTED = "muted"
    CHOSEN = "chosen"
    """The passage that is selected."""
    STRONG = "strong"
    OURS = "ours"
    """The app's own words among a source's, in the sans."""
    SOURCE = "source"
    """A source's words among the app's own, in the serif."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of words in code points, and what it is. Marks may overlap."""

    start: int
    end: int
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class _Look:
    """How a mark shows; every one shows by more than colour alone, or beside a word that says it. Colours by name."""

    ink: str = ""
    under: str = ""
    weight: int = 0
    struck: bool = False
    waved: str = ""
    type: str = ""


_LOOKS: Mapping[MarkKind, _Look] = MappingProxyType(
    {
        MarkKind.MUTED: _Look(ink="ink3"),
        MarkKind.OURS: _Look(ink="ink3", type="small"),
        MarkKind.SOURCE: _Look(type="words"),
        MarkKind.STRONG: _Look(weight=600),
        MarkKind.CHOSEN: _Look(under="select"),
        MarkKind.SIGN: _Look(ink="accent", under="accent_tint", weight=600),
        MarkKind.INSERTED: _Look(ink="accent", under="accent_tint", weight=600),
        MarkKind.HIT: _Look(under="hit"),
        MarkKind.OMITTED: _Look(ink="ink3", struck=True),
        MarkKind.DAMAGED: _Look(waved="warn"),
    }
)
"""Where marks overlap, the later ones in this table win what both say."""

_ORDER = {kind: rank for rank, kind in enumerate(_LOOKS)}

FADE = 96
"""How many pixels at the end of the last line fade out when more follows."""

_FADE_LINE = 48
"""The same for a line of names, titles and places."""
_FADE_LEAST = 8
_SLACK = 0.5
"""So much wider than its room, in pixels, words still fit."""


class WordsBlock:
    """Words of one font at most ``max_lines`` high (None: as many as it takes), laid out for one width at a time.

    ``line`` is the height of a line in pixels; 0 takes the font's own. ``fade``: let the end fade when something does not fit.
    """

    def __init__(
        self,
        text: str,
        font: QFont,
        marks: tuple[Mark, ...] = (),
        max_lines: int | None = None,
        *,
        fade: bool = True,
        line: int = 0,
    ) -> None:
        self.text = text
        self.font = font
        self.marks = marks
        self.max_lines = max_lines
        self.fade = fade
        self.line = line or math.ceil(QFontMetricsF(font).lineSpacing())
        self._units = Units(text)
        self._for: tuple[float, Theme] | None = None
        self._theme = Theme()
        self._layout = QTextLayout()
        self._more = False

    def height_for(self, width: float) -> int:
        """Return how many pixels high the words stand at a width."""
        return self._laid(width).lineCount() * self.line

    def line_of(self, offset: int, width: float) -> int | None:
        """Return on which line, from 0, the code point at ``offset`` is shown; None when it lies beyond the last."""
        layout = self._laid(width)
        place = self._units.to_qt(offset)
        for number in range(layout.lineCount()):
            row = layout.lineAt(number)
            if row.textStart() <= place < row.textStart() + row.textLength():
                return number
        return None

    def rectangles(self, start: int, end: int, width: float) -> list[QRectF]:
        """Return where the code points from ``start`` to before ``end`` stand, a rectangle a line, from the block's corner."""
        layout = self._laid(width)
        found = (self._rectangle(layout, number, start, end) for number in range(layout.lineCount()))
        return [rectangle for rectangle in found if rectangle is not None]

    def paint(self, painter: QPainter, rect: QRectF, theme: Theme, tone: str = "ink") -> None:
        """Paint the words from the rectangle's top left corner at its width, in a colour of the theme."""
        layout = self._laid(rect.width(), theme)
        count = layout.lineCount()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.topLeft())
        fading = self.fade and self._more
        for number in range(count - 1 if fading else count):
            self._paint_line(painter, layout, number, theme, tone)
        if fading and count:
            self._paint_fading(painter, layout, rect.width(), theme, tone)
        painter.restore()

    def _paint_line(self, painter: QPainter, layout: QTextLayout, number: int, theme: Theme, tone: str) -> None:
        looks = [(mark, _LOOKS[mark.kind]) for mark in sorted(self.marks, key=lambda mark: _ORDER[mark.kind])]
        painter.setPen(Qt.PenStyle.NoPen)
        for mark, look in looks:
            if look.under and (place := self._rectangle(layout, number, mark.start, mark.end)):
                painter.setBrush(theme.colour(look.under))
                painter.drawRoundedRect(place.adjusted(-1.5, 1, 1.5, -1), 3, 3)
        painter.setPen(QPen(theme.colour(tone)))
        layout.lineAt(number).draw(painter, QPointF(0, 0))
        for mark, look in looks:
            if look.waved and (place := self._rectangle(layout, number, mark.start, mark.end)):
                paint_wave(painter, place, theme.colour(look.waved))

    def _paint_fading(self, painter: QPainter, layout: QTextLayout, width: float, theme: Theme, tone: str) -> None:
        # On a picture of its own the line can fade whatever it stands on, and whatever the painter's opacity.
        number = layout.lineCount() - 1
        over = 4.0
        ratio = painter.device().devicePixelRatio()
        picture = QPixmap((QSizeF(width + 2 * over, self.line + 2 * over) * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        end = over + min(width, layout.lineAt(number).naturalTextWidth())
        within = QPainter(picture)
        within.setRenderHint(QPainter.RenderHint.Antialiasing)
        within.translate(over, over - number * self.line)
        self._paint_line(within, layout, number, theme, tone)
        within.resetTransform()
        within.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        fade = QLinearGradient(max(over, end - FADE), 0, end, 0)
        fade.setColorAt(0, QColor(0, 0, 0, 255))
        fade.setColorAt(1, QColor(0, 0, 0, 0))
        within.fillRect(QRectF(QPointF(0, 0), picture.deviceIndependentSize()), fade)
        within.end()
        painter.drawPixmap(QPointF(-over, number * self.line - over), picture)

    def _rectangle(self, layout: QTextLayout, number: int, start: int, end: int) -> QRectF | None:
        row = layout.lineAt(number)
        first, last = row.textStart(), row.textStart() + row.textLength()
        begin, finish = max(self._units.to_qt(start), first), min(self._units.to_qt(end), last)
        shown = layout.text()
        while finish == last and begin < finish and shown[self._units.to_domain(finish) - 1].isspace():
            # The blank a line was broken at stands nowhere.
            last = finish = finish - 1
        if begin >= finish:
            return None
        left, right = _x(row, begin), _x(row, finish)
        return QRectF(min(left, right), number * self.line, abs(right - left), self.line)

    def _laid(self, width: float, theme: Theme | None = None) -> QTextLayout:
        theme = theme or self._theme
        if self._for == (width, theme):
            return self._layout
        self._for, self._theme = (width, theme), theme
        single = self.max_lines == 1
        # A separator breaks a line, as a new line in the words does; both are one unit long.
        layout = QTextLayout(self.text.replace("\n", "\N{LINE SEPARATOR}"), self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap if single else QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats(theme))
        metrics = QFontMetricsF(self.font)
        above = (self.line - metrics.height()) / 2 + metrics.ascent()
        layout.beginLayout()
        row = layout.createLine()
        while row.isValid():
            row.setLineWidth(width)
            row.setPosition(QPointF(0, round((layout.lineCount() - 1) * self.line + above) - row.ascent()))
            if layout.lineCount() == self.max_lines:
                break
            row = layout.createLine()
        layout.endLayout()
        last = layout.lineAt(layout.lineCount() - 1) if layout.lineCount() else None
        self._more = last is not None and (
            last.textStart() + last.textLength() < self._units.length or (single and last.naturalTextWidth() > width)
        )
        self._layout = layout
        return layout

    def _formats(self, theme: Theme) -> list[QTextLayout.FormatRange]:
        borders = sorted({at for mark in self.marks for at in (mark.start, mark.end)})
        ranges = []
        for start, end in pairwise(borders):
            kinds = {mark.kind for mark in self.marks if mark.start <= start and end <= mark.end}
            if kinds and start < end:
                piece = QTextLayout.FormatRange()
                piece.start = self._units.to_qt(start)
                piece.length = self._units.to_qt(end) - piece.start
                piece.format = _format(sorted(kinds, key=_ORDER.__getitem__), theme)
                ranges.append(piece)
        return ranges


class WordsBlocks:
    """Blocks that a delegate asks for again and again: the last ones are kept, and heights as long as the width stays."""

    def __init__(self, most: int = 256) -> None:
        self._most = most
        self._blocks: OrderedDict[tuple[object, ...], WordsBlock] = OrderedDict()
        self._heights: dict[tuple[object, ...], int] = {}
        self._width = -1.0

    def block(
        self, text: str, font: QFont, marks: tuple[Mark, ...] = (), max_lines: int | None = None, *, line: int = 0
    ) -> WordsBlock:
        """Return a block with these words, the same one when it was asked for lately."""
        key = (text, font.key(), marks, max_lines, line)
        found = self._blocks.get(key)
        if found is None:
            found = self._blocks[key] = WordsBlock(text, font, marks, max_lines, line=line)
            if len(self._blocks) > self._most:
                self._blocks.popitem(last=False)
        else:
            self._blocks.move_to_end(key)
        return found

    def height(
        self,
        width: float,
        text: str,
        font: QFont,
        marks: tuple[Mark, ...] = (),
        max_lines: int | None = None,
        *,
        line: int = 0,
    ) -> int:
        """Return the height of such a block at a width; remembered until another width is asked for."""
        if width != self._width:
            self._width = width
            self._heights.clear()
        key = (text, font.key(), marks, max_lines, line)
        height = self._heights.get(key)
        if height is None:
            height = self._heights[key] = self.block(text, font, marks, max_lines, line=line).height_for(width)
        return height


def paint_line(
    painter: QPainter,
    text: str,
    rect: QRectF,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> float:
    """Paint words on one line, in the middle of the rectangle's height, and return the width they took.

    What does not fit fades out: names and titles are a source's words too, and an ellipsis would say that somebody cut them.
    """
    width = QFontMetricsF(font).horizontalAdvance(text)
    painter.save()
    painter.setFont(font)
    if width <= rect.width() + _SLACK:
        painter.setPen(QPen(colour))
    else:
        # Of words that lack little, little fades.
        fade = min(_FADE_LINE, 3 * (width - rect.width()) + _FADE_LEAST, rect.width() / 2)
        width = max(0.0, rect.width())
        align = Qt.AlignmentFlag.AlignLeft
        painter.setPen(QPen(_fading(colour, rect.right() - fade, rect.right()), 1))
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), text)
    painter.restore()
    return width


def _fading(colour: QColor, start: float, end: float) -> QBrush:
    """Return a colour that is whole left of ``start`` and gone at ``end``."""
    gone = QColor(colour)
    gone.setAlpha(0)
    fade = QLinearGradient(start, 0, end, 0)
    fade.setColorAt(0, colour)
    fade.setColorAt(1, gone)
    return QBrush(fade)


def paint_wave(painter: QPainter, place: QRectF, colour: QColor) -> None:
    """Draw the wave that says "damaged" under the words in a rectangle one line high."""
    path = QPainterPath()
    y = place.bottom() - 2.5
    path.moveTo(place.left(), y)
    for step in range(1, max(2, int(place.width())) + 1):
        path.lineTo(place.left() + step, y + 1.3 * math.sin(step * 2 * math.pi / 5))
    painter.save()
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.restore()


def _x(row: QTextLine, place: int) -> float:
    # PySide returns the place too, which a stub knows nothing of.
    found: Any = row.cursorToX(place)
    return float(found[0])


def _format(kinds: list[MarkKind], theme: Theme) -> QTextCharFormat:
    result = QTextCharFormat()
    for look in (_LOOKS[kind] for kind in kinds):
        if look.type:
            result.setFont(theme.font(look.type))
        if look.ink:
            result.setForeground(theme.colour(look.ink))
        if look.weight:
            result.setFontWeight(look.weight)
        if look.struck:
            result.setFontStrikeOut(True)
    return result
