"""The head of the pack's pane: event, saved or not, paper and language, the audience and the copy that are shown."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing_app.desktop.icons import paint_icon
from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.outline_drops import SIDE
from briefing_app.desktop.widgets.segments import Segments
from briefing_app.desktop.widgets.text_painter import paint_line
from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.audience import MASTER, Paper, in_words
from briefing_app.domain.briefing import Copy


class PackHead(QWidget):
    """Shows and chooses whose copy is looked at; hears the workspace and asks it, as any pane does."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._say = workspace.words.say
        self._pages = 0
        self.event_line = _line(_Elided())
        self.saved_line = _line(QLabel())
        self.paper_line = _line(QLabel())
        self.audience = _AudienceButton(self)
        self._menu = QMenu(self.audience)
        self._group = QActionGroup(self)
        self._build_audience()
        names = [(copy, self._say(f"window.outline.copy.{copy.value}")) for copy in Copy]
        self.copies = Segments(names, self._say("window.outline.copy"), self)
        self.copies.chosen.connect(workspace.show_copy)
        self._lay_out()
        workspace.session_replaced.connect(self.refresh)
        workspace.pack_changed.connect(self.refresh)
        workspace.saved.connect(self.refresh)
        workspace.audience_changed.connect(self.refresh)
        workspace.copy_changed.connect(self.copies.choose)
        self.refresh()

    def set_pages(self, pages: int) -> None:
        """Say how many pages the copy shown has; 0 while none are laid out."""
        self._pages = pages
        self._show_lines()

    def refresh(self) -> None:
        """Show the session as it is now."""
        self._offer_audiences()
        self.copies.choose(self._workspace.copy)
        self._show_lines()

    def _build_audience(self) -> None:
        button = self.audience
        button.setObjectName("audience")
        button.setProperty("type", "title")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setMenu(self._menu)
        self._menu.triggered.connect(lambda action: self._workspace.show_audience(str(action.data())))

    def _lay_out(self) -> None:
        theme = theme_of()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(SIDE - _EDGE), theme.px(10), theme.px(SIDE), theme.px(10))
        column.setSpacing(theme.px(5))
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(theme.px(6))
        first.addWidget(self.event_line, 1)
        first.addWidget(self.saved_line)
        first.addStretch(0)
        first.addSpacing(theme.px(12))
        first.addWidget(self.paper_line)
        second.setSpacing(theme.px(12))
        # The name itself stands at the margin, its button's edge a little outside.
        first.setContentsMargins(theme.px(_EDGE), 0, 0, 0)
        second.addWidget(self.audience, 1)
        second.addStretch(0)
        second.addWidget(self.copies)
        column.addLayout(first)
        column.addLayout(second)

    def _offer_audiences(self) -> None:
        workspace = self._workspace
        words = workspace.words
        offered = [(MASTER, words.say("window.outline.master"))]
        ordered = sorted(workspace.pack.audiences, key=lambda each: (each.order, each.id))
        offered += [(each.id, in_words(each.formal, words.language)) for each in ordered]
        self._menu.clear()
        for action in self._group.actions():
            self._group.removeAction(action)
            action.deleteLater()
        for identifier, name in offered:
            action = QAction(name.replace("&", "&&"), self._group)
            action.setData(identifier)
            action.setCheckable(True)
            action.setChecked(identifier == workspace.audience)
            self._menu.addAction(action)
        shown = dict(offered).get(workspace.audience, "")
        self.audience.setText(shown)
        audience = workspace.audience_shown
        self.audience.short = in_words(audience.name, words.language) if audience else shown
        self.audience.setMaximumWidth(self.audience.sizeHint().width())
        self.audience.setAccessibleName(f"{words.say('window.outline.audience')}: {shown}")
        self.audience.setToolTip(self.audience.accessibleName())

    def _show_lines(self) -> None:
        workspace, words = self._workspace, self._workspace.words
        state = words.say("window.outline.unsaved" if workspace.session.unsaved else "window.outline.saved")
        self.event_line.setText(workspace.pack.event)
        self.event_line.setToolTip(workspace.pack.event)
        self.event_line.setMaximumWidth(self.event_line.sizeHint().width())
        self.saved_line.setText(f"·  {state}" if workspace.pack.event else state)
        audience = workspace.audience_shown
        paper = audience.paper if audience else Paper.A4
        language = (audience.language if audience else workspace.pack.language).split("-", maxsplit=1)[0]
        key = f"window.outline.language.{language}"
        parts = [words.say(f"window.outline.paper.{paper.value}"), words.say(key) if words.has(key) else language]
        parts += [words.count("window.outline.pages", self._pages)] if self._pages else []
        self.paper_line.setText(" · ".join(parts))


class _AudienceButton(QToolButton):
    """The audience's name as a title, then an arrow; where the formal name does not fit, the short one stands."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.short = ""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for the whole name."""
        theme = theme_of()
        words = QFontMetrics(theme.font("title")).horizontalAdvance(self.text())
        return QSize(words + theme.px(_EDGE * 2 + _GAP + _ARROW) + 1, theme.px(34))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least: a word and the arrow."""
        return QSize(theme_of().px(110), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ground as the style has it, then name and arrow."""
        theme = theme_of()
        painter = QPainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option, painter, self)
        edge, arrow, gap = theme.px(_EDGE), theme.px(_ARROW), theme.px(_GAP)
        room = QRectF(edge, 0, self.width() - 2 * edge - gap - arrow, self.height())
        whole = QFontMetricsF(theme.font("title")).horizontalAdvance(self.text()) <= room.width()
        shown = self.text() if whole else self.short
        used = paint_line(painter, shown, room, theme.font("title"), theme.colour("ink"))
        paint_icon(
            painter, "chevron-down", QRectF(edge + used + gap, (self.height() - arrow) / 2, arrow, arrow), theme.colour("ink2")
        )
        painter.end()


_EDGE, _GAP, _ARROW = 4, 8, 18


class _Elided(QLabel):
    """A line that gives way: it fades where there is no room, and the tooltip has it whole."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for all of it."""
        theme = theme_of()
        return QSize(QFontMetrics(theme.font("small")).horizontalAdvance(self.text()) + 2, theme.line("small"))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for a few letters."""
        return QSize(theme_of().px(40), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw what there is room for."""
        theme = theme_of()
        painter = QPainter(self)
        paint_line(painter, self.text(), QRectF(self.rect()), theme.font("small"), theme.colour("ink3"))
        painter.end()


def _line(label: QLabel) -> QLabel:
    label.setProperty("type", "small")
    label.setProperty("tone", "ink3")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
