"""Paints the rows of the outline: the pack's own texts, sections with their meter, and what is placed, in two voices."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from briefing_app.desktop.icons import paint_icon
from briefing_app.desktop.models.outline_model import ROW, EmptyRow, OthersRow, Shown
from briefing_app.desktop.theme import Theme, theme_of
from briefing_app.desktop.tokens import FOCUS_WIDTH
from briefing_app.desktop.widgets.inline_editor import InlineEditor
from briefing_app.desktop.widgets.kind_shape import NOTE, paint_kind
from briefing_app.desktop.widgets.meter import paint_meter
from briefing_app.desktop.widgets.outline_drops import SIDE
from briefing_app.desktop.widgets.outline_extras import GUTTER, paint_empty, paint_others, paint_signs
from briefing_app.desktop.widgets.own_shapes import OWN, paint_own
from briefing_app.desktop.widgets.sharing import shared
from briefing_app.desktop.widgets.text_painter import Mark, MarkKind, WordsBlocks, paint_line
from briefing_app.words import Words
from briefing_app.workbench.outlining import FrontRow, PlacementRow, RowKind, SectionRow
from briefing_app.workbench.row_wording import (
    asked_words,
    budget_words,
    damage_words,
    grade_words,
    over_budget,
    source_words,
    stand_in,
)
from briefing_app.workbench.voices import Voice

SECTION_HEIGHT = 40
OTHERS_HEIGHT = 30
EMPTY_HEIGHT = 68
CHEVRON = 18
"""From a section's chevron to its name."""
RING_LEFT = SIDE - 13
"""How far from the left edge the ring of a row stands, and from the right one."""
EDGE = 6
"""Above and below the words of a row."""

_MARKS = {Voice.OURS: MarkKind.SIGN, Voice.DAMAGE: MarkKind.DAMAGED, Voice.STRONG: MarkKind.STRONG}
_BETWEEN = "  ·  "


@dataclass(frozen=True, slots=True)
class _Text:
    """What a row's words are painted with."""

    text: str
    font: QFont
    marks: tuple[Mark, ...]
    lines: int
    tone: str


class OutlineDelegate(QStyledItemDelegate):
    """Paints the values of an ``OutlineModel``. Its owner sets what lies beside the model."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._blocks = WordsBlocks()
        self._front_blocks = WordsBlocks(8)
        self.audience_name = ""
        """The audience shown, for texts that are its own."""
        self.absences: Mapping[str, str] = {}
        """Why placements are not in the copy, by identifier."""
        self.pages: Mapping[str, float] = {}
        """What each section takes, in pages, as laid out."""
        self.landing = ""
        """The section that a drop would land in."""
        self.dragged: frozenset[str] = frozenset()
        self.width = 0
        """Of the view with its scroll bar, which stands in the rows' right margin: so nothing moves when it comes and goes."""
        self.editor_height: Callable[[QModelIndex | QPersistentModelIndex], int | None] = lambda _index: None
        """How high the editor is that is open in a row."""

    def take_width(self, width: int) -> None:
        """Lay rows out for a view of this width."""
        self.width = width

    # sizes

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        """Return the height that a row's words take at the view's width."""
        theme = theme_of()
        value: Shown | None = index.data(ROW)
        opened = self.editor_height(index)
        if opened is not None:
            return QSize(self.width, opened)
        match value:
            case SectionRow():
                height = theme.px(SECTION_HEIGHT)
            case OthersRow():
                height = theme.px(OTHERS_HEIGHT)
            case EmptyRow():
                height = theme.px(EMPTY_HEIGHT)
            case FrontRow():
                height = self._front_height(theme, value)
            case PlacementRow():
                height = self._placement_height(theme, value)
            case None:
                height = 0
        return QSize(self.width, height)

    def _placement_height(self, theme: Theme, row: PlacementRow) -> int:
        text = self._text(theme, row)
        width = self._text_width(theme)
        height = self._blocks.height(width, text.text, text.font, text.marks, text.lines, line=theme.line("words"))
        lines = bool(self._below(row)) + bool(row.absence)
        return height + 2 * theme.px(EDGE) + lines * (theme.line("small") + theme.px(2))

    def _front_height(self, theme: Theme, row: FrontRow) -> int:
        font, line = self._front_font(theme, row)
        width = self.width - 2 * theme.px(SIDE)
        label = theme.line("small") if _labelled(row) else 0
        words = self._front_blocks.height(width, self._front_words(row), font, (), 3, line=line)
        return words + label + theme.px(EDGE + 4) + self._room_above(theme, row)

    def _room_above(self, theme: Theme, row: FrontRow) -> int:
        return theme.px(8) if row.name == "title" else 0

    def _text_width(self, theme: Theme) -> int:
        return max(60, self.width - 2 * theme.px(SIDE) - theme.px(GUTTER))

    # painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint a row in its state: at rest, under the pointer, selected, dragged."""
        theme = theme_of()
        value: Shown | None = index.data(ROW)
        rect = QRectF(option.rect)
        rect.setWidth(self.width)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(value, PlacementRow) and value.id in self.dragged:
            painter.setOpacity(0.38)
        self._ground(painter, theme, rect, option, value)
        match value:
            case SectionRow():
                self._section(painter, theme, rect, value, opened=bool(option.state & QStyle.StateFlag.State_Open))
            case PlacementRow():
                self._placement(painter, theme, rect, value)
            case FrontRow():
                self._front(painter, theme, rect, value)
            case OthersRow():
                paint_others(painter, theme, rect, value, self._words)
            case EmptyRow():
                paint_empty(painter, theme, rect, value, self._words)
            case None:
                pass
        if option.state & QStyle.StateFlag.State_MouseOver and isinstance(value, PlacementRow | SectionRow):
            paint_signs(painter, theme, rect, value)
        painter.restore()

    def updateEditorGeometry(  # noqa: N802 - Qt's name
        self, editor: QWidget, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Stand fields where the ring of a selected row would be; the editor of a quote has margins of its own."""
        theme = theme_of()
        rect = QRect(option.rect.topLeft(), QSize(self.width, option.rect.height()))
        beside = theme.px(RING_LEFT)
        editor.setGeometry(rect.adjusted(beside, 1, -beside, -1) if isinstance(editor, InlineEditor) else rect)

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:  # noqa: N802 - Qt's name
        """Leave the editor alone: what is being written stays when its row changes."""

    def _ground(self, painter: QPainter, theme: Theme, rect: QRectF, option: QStyleOptionViewItem, value: Shown | None) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        keyboard = bool(option.state & QStyle.StateFlag.State_HasFocus)
        lit = isinstance(value, SectionRow) and value.id == self.landing
        if selected or lit:
            fill = "accent_tint"
        elif option.state & QStyle.StateFlag.State_MouseOver and not isinstance(value, EmptyRow):
            fill = "hover"
        elif keyboard:
            fill = "surface"
        else:
            return
        painter.setPen(QPen(theme.colour("accent"), FOCUS_WIDTH) if keyboard else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(fill))
        inner = rect.adjusted(theme.px(RING_LEFT), 1, -theme.px(RING_LEFT), -1)
        painter.drawRoundedRect(inner, theme.radius("control"), theme.radius("control"))

    def _section(self, painter: QPainter, theme: Theme, rect: QRectF, section: SectionRow, *, opened: bool) -> None:
        side, middle = theme.px(SIDE), rect.center().y()
        right = rect.right() - side
        chevron = QRectF(rect.left() + side - 4, middle - 8, 16, 16)
        paint_icon(painter, "chevron-down" if opened else "chevron-right", chevron, theme.colour("ink3"))
        right -= self._beside(painter, theme, rect, section, right)
        left = rect.left() + side + theme.px(CHEVRON)
        tone = "ink" if section.printed else "ink2"
        room = QRectF(left, rect.top(), max(40.0, right - left - theme.px(12)), rect.height())
        used = paint_line(painter, section.title, room, theme.font("heading"), theme.colour(tone))
        if section.internal:
            self._lock(painter, theme, rect, left + used + theme.px(10), right)

    def _lock(self, painter: QPainter, theme: Theme, rect: QRectF, left: float, right: float) -> None:
        if right - left < theme.px(60):
            return
        paint_icon(painter, "lock", QRectF(left, rect.center().y() - 7, 14, 14), theme.colour("ink3"))
        room = QRectF(left + theme.px(19), rect.top(), right - left - theme.px(19), rect.height())
        paint_line(painter, self._words.say("window.outline.internal"), room, theme.font("small"), theme.colour("ink3"))

    def _beside(self, painter: QPainter, theme: Theme, rect: QRectF, section: SectionRow, right: float) -> float:
        """Paint meter and budget at the right of a section and return the room they took."""
        used = self.pages.get(section.id)
        text = budget_words(section, used, self._words)
        if not text:
            return 0
        over = over_budget(section, used)
        font = theme.font("small_strong" if over else "small", figures=True)
        width = QFontMetricsF(font).horizontalAdvance(text) + 1
        column = max(width, theme.px(98))
        room = QRectF(right - width, rect.top(), width, rect.height())
        paint_line(painter, text, room, font, theme.colour("warn" if over else "ink3"), Qt.AlignmentFlag.AlignRight)
        if used is not None and section.budget:
            bar = QRectF(
                right - column - theme.px(64) - theme.px(8), rect.center().y() - theme.px(5) / 2, theme.px(64), theme.px(5)
            )
            paint_meter(painter, bar, used, section.budget, theme)
        return column + theme.px(64) + theme.px(8)

    def _placement(self, painter: QPainter, theme: Theme, rect: QRectF, row: PlacementRow) -> None:
        left, top = rect.left() + theme.px(SIDE), rect.top() + theme.px(EDGE)
        self._gutter(painter, theme, left, top, row)
        text = self._text(theme, row)
        width, x = self._text_width(theme), left + theme.px(GUTTER)
        block = self._blocks.block(text.text, text.font, text.marks, text.lines, line=theme.line("words"))
        height = block.height_for(width)
        block.paint(painter, QRectF(x, top, width, height), theme, text.tone)
        y = top + height + theme.px(2)
        small = theme.line("small")
        if below := self._below(row):
            self._line_below(painter, theme, QRectF(x, y, width, small), row, below)
            y += small + theme.px(2)
        if row.absence:
            said = self.absences.get(row.id, "")
            paint_line(painter, said, QRectF(x, y, width, small), theme.font("small"), theme.colour("ink3"))

    def _gutter(self, painter: QPainter, theme: Theme, left: float, top: float, row: PlacementRow) -> None:
        square = QRectF(left - 4, top + theme.px(2), theme.px(16), theme.px(16))
        opacity = painter.opacity()
        if row.absence:
            painter.setOpacity(opacity * 0.5)
        if row.kind in OWN:
            paint_own(painter, row.kind, square, theme)
        else:
            paint_kind(painter, _SHAPES.get(row.kind, NOTE), square, theme)
        painter.setOpacity(opacity)
        if row.number:
            room = QRectF(left + theme.px(15), top, theme.px(GUTTER - 15), theme.line("words"))
            paint_line(painter, row.number, room, theme.font("small_strong"), theme.colour("rec"))

    def _line_below(
        self, painter: QPainter, theme: Theme, room: QRectF, row: PlacementRow, parts: tuple[tuple[str, str, str], ...]
    ) -> None:
        grade = grade_words(row, self._words)
        right = room.right()
        if grade:
            right -= paint_line(
                painter, grade, room, theme.font("small"), theme.colour("ink2"), Qt.AlignmentFlag.AlignRight
            ) + theme.px(12)
        font, faint = theme.font("small"), theme.colour("ink3")
        metrics = QFontMetricsF(font)
        tail = source_words(row, self._words)[1]
        between, sign = metrics.horizontalAdvance(_BETWEEN), float(theme.px(19))
        wanted = [QFontMetricsF(theme.font(kind)).horizontalAdvance(words) for words, kind, _ in parts]
        signs = sum(sign for _, _, tone in parts if tone == "warn")
        rest = right - room.left() - metrics.horizontalAdvance(tail) - between * (len(parts) - 1) - signs
        at = room.left()
        for place, ((words, kind, tone), width) in enumerate(zip(parts, shared(wanted, rest), strict=True)):
            if place:
                at += paint_line(painter, _BETWEEN, _from(room, at, at + between), font, faint)
            if tone == "warn":
                paint_icon(painter, "triangle-alert", QRectF(at, room.top() + 1, 14, 14), theme.colour("warn"))
                at += sign
            at += paint_line(painter, words, _from(room, at, at + width), theme.font(kind), theme.colour(tone))
        paint_line(painter, tail, _from(room, at, right), font, faint)

    def _below(self, row: PlacementRow) -> tuple[tuple[str, str, str], ...]:
        """Return what stands under a row's words: words, type, colour."""
        speaker = ", ".join(part for part in (row.speaker, row.role) if part)
        parts = (
            (damage_words(row, self._words), "small_strong", "warn"),
            (asked_words(row, self._words), "small", "ink2"),
            (speaker, "small", "ink2"),
            (source_words(row, self._words)[0], "small", "ink3"),
        )
        return tuple(part for part in parts if part[0])

    def _text(self, theme: Theme, row: PlacementRow) -> _Text:
        marks: list[Mark] = []
        at = 0
        for run in row.words:
            if run.voice in _MARKS:
                marks.append(Mark(at, at + len(run.text), _MARKS[run.voice]))
            at += len(run.text)
        lines = 4 if any(mark.kind is MarkKind.DAMAGED for mark in marks) else 2
        tone = "ink3" if row.absence else "ink2" if row.kind in {RowKind.NOTE, RowKind.IMAGE} else "ink"
        if not row.words:
            return _Text(stand_in(row, self._words), theme.font("body"), (), lines, "ink3")
        font = "strong" if row.kind is RowKind.HEADING else "body" if row.own else "words"
        return self._from_damage(theme, _Text(row.text, theme.font(font), tuple(marks), lines, tone))

    def _from_damage(self, theme: Theme, text: _Text) -> _Text:
        """Return the words from the sentence on in which damage stands, where it would not show otherwise."""
        harmed = next((mark.start for mark in text.marks if mark.kind is MarkKind.DAMAGED), None)
        if harmed is None:
            return text
        block = self._blocks.block(text.text, text.font, text.marks, text.lines, line=theme.line("words"))
        if block.line_of(harmed, self._text_width(theme)) is not None:
            return text
        start = max(text.text.rfind(end, 0, harmed) for end in (". ", "? ", "! ")) + 2
        if start == 1:
            return replace(text, lines=text.lines * 2)
        marks = (Mark(max(0, mark.start - start), mark.end - start, mark.kind) for mark in text.marks)
        kept = tuple(mark for mark in marks if mark.end > 0)
        return _Text(text.text[start:], text.font, kept, text.lines + 2, text.tone)

    def _front(self, painter: QPainter, theme: Theme, rect: QRectF, row: FrontRow) -> None:
        font, line = self._front_font(theme, row)
        left, width = rect.left() + theme.px(SIDE), self.width - 2 * theme.px(SIDE)
        y = rect.top() + theme.px(EDGE) / 2 + self._room_above(theme, row)
        small = theme.line("small")
        if row.differs and self.audience_name:
            only = self._words.say("window.outline.differs", audience=self.audience_name)
            place = QRectF(left, y, width, small)
            paint_line(painter, only, place, theme.font("small"), theme.colour("ink3"), Qt.AlignmentFlag.AlignRight)
        if _labelled(row):
            label = self._words.say(f"window.outline.front.{row.name}")
            paint_line(painter, label, QRectF(left, y, width * 0.6, small), theme.font("small"), theme.colour("ink3"))
            y += small
        block = self._front_blocks.block(self._front_words(row), font, (), 3, line=line)
        block.paint(painter, QRectF(left, y, width, block.height_for(width)), theme, "ink" if row.text else "ink3")

    def _front_font(self, theme: Theme, row: FrontRow) -> tuple[QFont, int]:
        name = "heading" if row.name == "title" else "body"
        return theme.font(name), theme.line(name)

    def _front_words(self, row: FrontRow) -> str:
        return row.text or self._words.say(f"window.outline.front-empty.{row.name}")


_SHAPES = {RowKind.RECOMMENDATION: "recommendation", RowKind.QUOTE: "quote", RowKind.CONTEXT: "context"}


def _labelled(row: FrontRow) -> bool:
    # A title needs no name, but room for the words that say whose it is.
    return row.name != "title" or row.differs


def _from(room: QRectF, left: float, right: float) -> QRectF:
    return QRectF(left, room.top(), max(0.0, right - left), room.height())
