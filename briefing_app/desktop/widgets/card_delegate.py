"""Paints the cards of the library: kind, words with what was searched for, who, where from, damage, and what can be done."""

import re
from collections import OrderedDict
from dataclasses import dataclass, replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing_app.desktop.icons import paint_icon
from briefing_app.desktop.models.card import Card, lead, led
from briefing_app.desktop.models.library_model import Role
from briefing_app.desktop.theme import Theme, theme_of
from briefing_app.desktop.widgets.kind_shape import KIND_TONES, paint_kind
from briefing_app.desktop.widgets.text_painter import Mark, MarkKind, WordsBlock, WordsBlocks, paint_line
from briefing_app.domain.excerpt import Excerpt, ExcerptKind
from briefing_app.words import Words

Index = QModelIndex | QPersistentModelIndex

LINES = 3
"""How many lines of words a closed card shows."""
SHADOW = 18
"""How far the shadow of a card that is dragged reaches, in pixels."""
LEFT_BEHIND = 0.38

_SIDE, _PAD, _GAP = 12, 14, 8
_HEAD, _LEAD, _SOURCE, _DAMAGE = 18, 18, 17, 22
_APART = 7
_TARGET = 24

_SENTENCE = re.compile(r"(?<=[.!?…])[”’»\")\]]*\s+")


@dataclass(frozen=True, slots=True)
class _Look:
    """How a card's frame is drawn in one state."""

    ground: str
    edge: str
    width: float
    opacity: float = 1.0


_AT_REST = _Look("card", "line", 1)
_HOVERED = _Look("card", "outline", 1)
_CHOSEN = _Look("accent_tint", "accent", 1.2, 0.6)
_CHOSEN_WITH_KEYS = _Look("accent_tint", "accent", 2)
_CURRENT = _Look("card", "accent", 2)


class CardDelegate(QStyledItemDelegate):
    """Cards of a ``LibraryModel``; which is open, pointed at or dragged is told by the list."""

    def __init__(self, words: Words, view: QListView) -> None:
        super().__init__(view)
        self.opened = ""
        """The excerpt whose card shows all its words."""
        self.pointed = ""
        """The excerpt whose painted action the pointer is on."""
        self.dragged: frozenset[str] = frozenset()
        self._words = words
        self._view = view
        self._blocks = WordsBlocks()
        self._measured: dict[str, int] = {}
        self._measured_for: tuple[Theme, int] | None = None
        self._closed: OrderedDict[tuple[object, ...], WordsBlock] = OrderedDict()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return a card's size with the gap below it, without looking up more than its words."""
        theme, width = theme_of(), self._view.viewport().width()
        if self._measured_for != (theme, width):
            self._measured_for = (theme, width)
            self._measured.clear()
        identifier: str = index.data(Role.ID)
        if identifier == self.opened:
            return QSize(theme.px(100), self._height(index, theme, width, None))
        height = self._measured.get(identifier)
        if height is None:
            height = self._measured[identifier] = self._height(index, theme, width, LINES)
        return QSize(theme.px(100), height)

    def forget(self, first: QModelIndex, last: QModelIndex) -> None:
        """Measure rows anew that changed."""
        for row in range(first.row(), last.row() + 1):
            self._measured.pop(first.siblingAtRow(row).data(Role.ID), None)

    def _height(self, index: Index, theme: Theme, width: int, most: int | None) -> int:
        excerpt: Excerpt = index.data(Role.EXCERPT)
        text: str = index.data(Qt.ItemDataRole.DisplayRole)
        words = self._blocks.height(self._text_width(width, theme), text, theme.font("words"), (), most, line=theme.line("words"))
        rest = _PAD - 2 + _HEAD + _APART + _APART + _SOURCE + _PAD - 3 + _GAP
        rest += (_LEAD if led(excerpt) else 0) + (_DAMAGE if index.data(Role.DAMAGED) else 0)
        return theme.px(rest) + words

    def card_rect(self, rect: QRect) -> QRectF:
        """Return where in its row a card is."""
        theme = theme_of()
        # The scroll bar is as wide as the margin on the other side.
        return QRectF(rect).adjusted(theme.px(_SIDE), 0, 0, -theme.px(_GAP))

    def action_rect(self, rect: QRect, index: Index) -> QRect:
        """Return where in its row a card's action is; nowhere on one that the pack has."""
        if index.data(Role.PLACED):
            return QRect()
        theme = theme_of()
        card = self.card_rect(rect)
        width = theme.px(17) + QFontMetricsF(theme.font("small_strong")).horizontalAdvance(self._words.say("window.card.place"))
        target, over = theme.px(_TARGET), theme.px(6)
        middle = card.top() + theme.px(_PAD - 2 + _HEAD / 2)
        right = card.right() - theme.px(_PAD)
        return QRectF(right - width - over, middle - target / 2, width + 2 * over, target).toRect()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a card in its state."""
        theme = theme_of()
        card: Card = index.data(Role.CARD)
        state = option.state
        rect: QRect = option.rect
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if card.excerpt.id in self.dragged:
            painter.setOpacity(LEFT_BEHIND)
        frame = self.card_rect(rect)
        self._paint_frame(painter, frame, self._look(index, selected=selected, hovered=hovered), theme)
        pad = theme.px(_PAD)
        inside = frame.adjusted(pad, theme.px(_PAD - 2), -pad, 0)
        self._paint_head(painter, inside, rect, card, index, theme, acting=selected or hovered)
        inside.setTop(inside.top() + theme.px(_HEAD + _APART))
        block = self._block(card, inside.width(), theme)
        block.paint(painter, inside, theme, "ink2" if card.placed else "ink")
        # As high as the row was measured, though a hit further down may leave fewer words to show.
        most = None if card.excerpt.id == self.opened else LINES
        height = self._blocks.height(inside.width(), card.told.words, theme.font("words"), (), most, line=theme.line("words"))
        inside.setTop(inside.top() + height + theme.px(_APART))
        self._paint_foot(painter, inside, card, theme)
        painter.restore()

    def _look(self, index: Index, *, selected: bool, hovered: bool) -> _Look:
        keys = self._view.hasFocus()
        if selected:
            return _CHOSEN_WITH_KEYS if keys else _CHOSEN
        if keys and index.row() == self._view.currentIndex().row():
            return _CURRENT
        return _HOVERED if hovered else _AT_REST

    @staticmethod
    def _paint_frame(painter: QPainter, frame: QRectF, look: _Look, theme: Theme) -> None:
        half = look.width / 2
        painter.setPen(QPen(theme.colour(look.edge, look.opacity), look.width))
        painter.setBrush(theme.colour(look.ground))
        painter.drawRoundedRect(frame.adjusted(half, half, -half, -half), theme.radius("card"), theme.radius("card"))

    def _paint_head(
        self, painter: QPainter, inside: QRectF, rect: QRect, card: Card, index: Index, theme: Theme, *, acting: bool
    ) -> None:
        say, small, strong = self._words.say, theme.font("small"), theme.font("small_strong")
        kind, height = card.excerpt.kind, theme.px(_HEAD)
        side = theme.px(16)
        paint_kind(painter, kind, QRectF(inside.left(), inside.top() + (height - side) / 2, side, side), theme)
        right = inside.right()
        sign = theme.px(14)
        if card.placed or acting:
            text, font, tone, name, ink = (
                (say("window.card.in-pack"), small, "ink3", "check", "ok")
                if card.placed
                else (say("window.card.place"), strong, "accent", "plus", "accent")
            )
            if not card.placed and card.excerpt.id == self.pointed:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("accent", 0.14))
                painter.drawRoundedRect(QRectF(self.action_rect(rect, index)), theme.radius("chip"), theme.radius("chip"))
            width = QFontMetricsF(font).horizontalAdvance(text)
            line = QRectF(right - width, inside.top(), width + 1, height)
            paint_line(painter, text, line, font, theme.colour(tone))
            right = line.left() - theme.px(4) - sign
            paint_icon(painter, name, QRectF(right, inside.top() + (height - sign) / 2, sign, sign), theme.colour(ink))
        left = inside.left() + theme.px(23)
        line = QRectF(left, inside.top(), max(0.0, right - left - theme.px(8)), height)
        taken = paint_line(painter, say(f"kind.{kind.value}"), line, strong, theme.colour(KIND_TONES[kind]))
        if card.told.why and not _asks(card):
            line.setLeft(left + taken)
            # Less room than this would show no more than a fading letter.
            if line.width() > theme.px(40):
                paint_line(painter, f" · {card.told.why}", line, small, theme.colour("ink3"))

    def _paint_foot(self, painter: QPainter, inside: QRectF, card: Card, theme: Theme) -> None:
        small, strong, faint = theme.font("small"), theme.font("small_strong"), theme.colour("ink3")
        metrics = QFontMetricsF(small)
        line = QRectF(inside.left(), inside.top(), inside.width(), theme.px(16))
        if led(card.excerpt):
            why = f" · {card.told.why}" if card.told.why and _asks(card) else ""
            pieces = lead(card.excerpt, self._words)
            named = sum(QFontMetricsF(strong if each.strong else small).horizontalAdvance(each.text) for each in pieces)
            line.setRight(inside.right() - room_for_reason(named, metrics.horizontalAdvance(why), inside.width()))
            for piece in pieces:
                font, tone = (strong, "ink2") if piece.strong else (small, "ink3")
                line.setLeft(line.left() + paint_line(painter, piece.text, line, font, theme.colour(tone)))
            line.setRight(inside.right() + 1)
            paint_line(painter, why, line, small, faint)
            line.moveTop(line.top() + theme.px(_LEAD))
        place = metrics.horizontalAdvance(card.told.place)
        line.setLeft(inside.left())
        line.setRight(inside.right() - place)
        line.setLeft(line.left() + paint_line(painter, card.told.source, line, small, faint))
        line.setRight(inside.right() + 1)
        paint_line(painter, card.told.place, line, small, faint)
        if card.told.damage:
            line.moveTop(line.top() + theme.px(_SOURCE + 5))
            line.setLeft(inside.left())
            sign = theme.px(14)
            triangle = QRectF(line.left(), line.top() + (line.height() - sign) / 2, sign, sign)
            paint_icon(painter, "triangle-alert", triangle, theme.colour("warn"))
            line.setLeft(line.left() + theme.px(20))
            paint_line(painter, card.told.damage, line, strong, theme.colour("warn"))

    def _text_width(self, width: int, theme: Theme) -> float:
        return float(width - theme.px(_SIDE) - 2 * theme.px(_PAD))

    def _block(self, card: Card, width: float, theme: Theme) -> WordsBlock:
        font, line = theme.font("words"), theme.line("words")
        marks = tuple(Mark(span.start, span.end, MarkKind.HIT) for span in card.told.marks)
        marks += tuple(Mark(span.start, span.end, MarkKind.DAMAGED) for span in card.told.hurt)
        if card.excerpt.id == self.opened:
            return self._blocks.block(card.told.words, font, marks, None, line=line)
        key = (card.told.words, marks, font.key(), width)
        if key not in self._closed:
            start = _start(card, self._blocks.block(card.told.words, font, marks, LINES, line=line), width)
            shifted = tuple(
                replace(mark, start=max(0, mark.start - start), end=mark.end - start) for mark in marks if mark.end > start
            )
            self._closed[key] = self._blocks.block(card.told.words[start:], font, shifted, LINES, line=line)
            if len(self._closed) > 256:
                self._closed.popitem(last=False)
        return self._closed[key]


def room_for_reason(named: float, reason: float, line: float) -> float:
    """Return how much of a line the reason for a card's rank has beside those it asks, all in pixels.

    Whom it asks is read first: of the two the reason gives way, down to a third of the line.
    """
    return min(reason, max(line - named, line / 3))


def _asks(card: Card) -> bool:
    """Tell whether the reason for its rank stands beside those it asks."""
    return card.excerpt.kind is ExcerptKind.RECOMMENDATION and led(card.excerpt)


def _start(card: Card, block: WordsBlock, width: float) -> int:
    """Return where the words of a closed card begin: at the sentence of the first hit when that would not be seen."""
    if not card.told.marks or block.line_of(card.told.marks[0].start, width) is not None:
        return 0
    hit = card.told.marks[0].start
    return max((found.end() for found in _SENTENCE.finditer(card.told.words) if found.end() <= hit), default=0)


def paint_shadow(painter: QPainter, rect: QRectF) -> None:
    """Paint the shadow of a card that is dragged."""
    theme = theme_of()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(SHADOW - 6, 0, -1):
        painter.setBrush(theme.colour("shadow", 0.035 * (1 - step / SHADOW) ** 2 * (2.2 if theme.dark else 1)))
        painter.drawRoundedRect(
            rect.adjusted(-step, -step + 5, step, step + 5), theme.radius("card") + step, theme.radius("card") + step
        )
    painter.restore()
