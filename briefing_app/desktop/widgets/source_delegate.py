"""Paints the tree of sources: a document with its line and counts, and under it a line for each excerpt."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from briefing_app.desktop.icons import paint_icon
from briefing_app.desktop.models.sources_model import Role
from briefing_app.desktop.theme import Theme, theme_of
from briefing_app.desktop.widgets.kind_shape import paint_kind
from briefing_app.desktop.widgets.text_painter import WordsBlocks, paint_line
from briefing_app.domain.excerpt import Standing
from briefing_app.words import Words
from briefing_app.workbench.sources import FoundExcerpt, Source

Index = QModelIndex | QPersistentModelIndex

TITLE_LINES = 2
_SIDE, _INDENT, _ABOVE, _BELOW = 12, 20, 12, 10
_EXCERPT, _SHAPE, _DEEPER = 30, 14, 14
_GAP = 8


class SourceDelegate(QStyledItemDelegate):
    """One for a tree of a ``SourcesModel``."""

    def __init__(self, words: Words, view: QTreeView) -> None:
        super().__init__(view)
        self._words, self._view = words, view
        self._blocks = WordsBlocks()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return a row's height; its width is the view's."""
        theme = theme_of()
        if index.internalId():  # asked of thousands of rows at once, and dearer by way of their parents
            return QSize(0, theme.px(_EXCERPT))
        return QSize(0, theme.px(_ABOVE + _BELOW + 6) + self._title_height(index, theme) + 2 * theme.line("small"))

    def chevron(self, rect: QRectF) -> QRectF:
        """Return where a document's chevron stands in its row: a click there opens it."""
        theme = theme_of()
        return QRectF(rect.left() + theme.px(_SIDE - 4), rect.top() + theme.px(_ABOVE - 2), theme.px(24), theme.px(24))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row over the whole width of the view."""
        theme = theme_of()
        rect = QRectF(0, option.rect.top(), self._view.viewport().width(), option.rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, rect, option, theme)
        if index.parent().isValid():
            self._paint_excerpt(painter, rect, index, theme)
        else:
            self._paint_document(painter, rect, index, theme, selected=bool(option.state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, theme: Theme) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not (selected or hovered):
            return
        focused = selected and self._view.hasFocus()
        painter.setPen(QPen(theme.colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent_tint" if selected else "hover"))
        side = theme.px(8)
        painter.drawRoundedRect(rect.adjusted(side, 1, -side, -1), theme.radius("control"), theme.radius("control"))

    def _paint_document(self, painter: QPainter, rect: QRectF, index: Index, theme: Theme, *, selected: bool) -> None:
        held: Source = index.data(Role.DOCUMENT)
        mark = theme.px(14)
        corner = self.chevron(rect).center()
        opened = self._view.isExpanded(index.sibling(index.row(), 0))
        paint_icon(
            painter,
            "chevron-down" if opened else "chevron-right",
            QRectF(corner.x() - mark / 2, corner.y() - mark / 2, mark, mark),
            theme.colour("ink2"),
        )
        if index.row() and not selected:
            painter.setPen(QPen(theme.colour("line"), 1))
            y = rect.top() + 0.5
            painter.drawLine(QPointF(rect.left() + theme.px(_INDENT), y), QPointF(rect.right() - theme.px(_INDENT), y))
        words = self._words_rect(rect, theme)
        title = self._blocks.block(
            index.data(Qt.ItemDataRole.DisplayRole), theme.font("strong", weight=600), (), TITLE_LINES, line=theme.line("strong")
        )
        title.paint(painter, words, theme)
        top = words.top() + title.height_for(words.width()) + theme.px(2)
        line = QRectF(words.left(), top, words.width(), theme.line("small"))
        paint_line(painter, index.data(Role.ABOUT), line, theme.font("small"), theme.colour("ink3"))
        self._paint_counts(painter, line.translated(0, theme.line("small") + theme.px(4)), held, theme)

    def _paint_counts(self, painter: QPainter, line: QRectF, held: Source, theme: Theme) -> None:
        left, side = line.left(), theme.px(_SHAPE)
        font = theme.font("small")
        metrics = QFontMetricsF(font)
        for kind, number in held.kinds.items():
            if not number:
                continue
            paint_kind(painter, kind, QRectF(left, line.center().y() - side / 2, side, side), theme)
            left += side + theme.px(6)
            words = self._words.number(number)
            paint_line(painter, words, QRectF(left, line.top(), line.right() - left, line.height()), font, theme.colour("ink2"))
            left += metrics.horizontalAdvance(words) + theme.px(12)
        if held.damaged:
            paint_icon(painter, "triangle-alert", QRectF(left, line.center().y() - side / 2, side, side), theme.colour("warn"))
            left += side + theme.px(6)
            words = self._words.count("window.sources.damaged", held.damaged)
            place = QRectF(left, line.top(), line.right() - left, line.height())
            paint_line(painter, words, place, theme.font("small_strong"), theme.colour("warn"))

    def _paint_excerpt(self, painter: QPainter, rect: QRectF, index: Index, theme: Theme) -> None:
        held: FoundExcerpt = index.data(Role.FOUND)
        side = theme.px(_SHAPE)
        left = rect.left() + theme.px(_INDENT + 2) + (theme.px(_DEEPER) if held.inside else 0)
        seen = held.excerpt.standing is not Standing.SUGGESTED
        paint_kind(painter, held.excerpt.kind, QRectF(left, rect.center().y() - side / 2, side, side), theme)
        font = theme.font("small")
        place = QFontMetricsF(font).horizontalAdvance(held.place)
        end = rect.right() - theme.px(_INDENT)
        paint_line(painter, held.place, QRectF(end - place, rect.top(), place + 1, rect.height()), font, theme.colour("ink3"))
        end -= place + theme.px(_GAP)
        if seen or held.lost:
            tick = theme.px(14 if held.lost else 12)
            sign, tone = ("triangle-alert", "warn") if held.lost else ("check", "ok")
            paint_icon(painter, sign, QRectF(end - tick, rect.center().y() - tick / 2, tick, tick), theme.colour(tone))
            end -= tick + theme.px(_GAP)
        left += side + theme.px(10)
        line = theme.line("words")
        words = self._blocks.block(held.words, theme.font("words"), (), 1, line=line)
        words.paint(
            painter, QRectF(left, rect.center().y() - line / 2, max(1.0, end - left), line), theme, "ink2" if seen else "ink"
        )

    def _words_rect(self, rect: QRectF, theme: Theme) -> QRectF:
        return rect.adjusted(theme.px(_INDENT + 12), theme.px(_ABOVE), -theme.px(_INDENT), 0)

    def _title_height(self, index: Index, theme: Theme) -> int:
        width = self._words_rect(QRectF(0, 0, self._view.viewport().width(), 0), theme).width()
        return self._blocks.height(
            width,
            index.data(Qt.ItemDataRole.DisplayRole),
            theme.font("strong", weight=600),
            (),
            TITLE_LINES,
            line=theme.line("strong"),
        )
