"""The start page: a place for documents, recent packs, what the library holds, templates to begin from; never empty."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.drop_zone import DropZone
from briefing_app.desktop.widgets.icon_picture import IconPicture
from briefing_app.desktop.widgets.tray import Tray
from briefing_app.words import Words

if TYPE_CHECKING:  # loaded once the page stands
    from briefing_app.desktop.recents import Recent
    from briefing_app.domain.template import Template
    from briefing_app.workbench.holdings import Holding

WIDEST = 1120
RIGHT = 372
NARROW = 1000
"""Under this width the right column is narrower."""
DRAWN_FROM = 680
"""Under this height the drop zone stands without its drawing too, so that the templates are seen at once."""
RECENTS_FROM = ((940, 3), (DRAWN_FROM, 2), (0, 1))
"""From which height how many recent packs are listed."""
HOLDING = 64
"""How high the row of a document is."""
REST = 412
"""How high the page is without its margins, packs and documents: its title, its headings and the templates."""
LEAST_HOLDINGS = 1
"""So many documents are listed even where there is little room."""
TEMPLATES_IN_A_ROW = 4
TEMPLATE_HEIGHT = 148
"""The room kept for the templates' cards."""


class StartPage(QScrollArea):
    """Shows what there is; everything on it is a signal. It stands at once, with room kept for what it is told to list."""

    files_dropped = Signal(object)
    choose_asked = Signal()
    open_asked = Signal()
    sample_asked = Signal()
    look_asked = Signal()
    """To look into the library."""
    recent_chosen = Signal(str)
    template_chosen = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tray = Tray()
        self.drop = DropZone(words)
        self.drop.choose.clicked.connect(self.choose_asked)
        self.drop.files_dropped.connect(self.files_dropped)
        self._recents = _stack(6)
        self._holdings = _stack(0)
        self._held: Sequence[Holding] = ()
        self._fits = 0
        self._opened_before: Sequence[Recent] = ()
        self._packs_listed = 0
        self._holdings_heading = _text(words.say("window.start.library"), "heading")
        self._right = QWidget()
        self._templates = QGridLayout()
        self._build()
        # What lists nothing yet keeps its room, so that nothing jumps when there is something to list.
        kept = self._right.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._right.setSizePolicy(kept)
        self._right.hide()

    def show_recents(self, recents: "Sequence[Recent]") -> None:
        """List recent packs, newest first; the sample pack comes after them."""
        self._opened_before = recents
        self._list_recents()

    def _list_recents(self) -> None:
        from briefing_app.domain.dates import PartialDate  # noqa: PLC0415 - see above

        say = self._words.say
        self._right.show()
        self._packs_listed = self._packs_fitting()
        _clear(self._recents)
        for recent in self._opened_before[: self._packs_listed]:
            day = PartialDate.from_iso(recent.day)
            line = self._words.count("window.start.audiences", recent.audiences, day=self._words.date(day.year, day.month, day.day))
            self._add_pack(recent.title, line, partial(self.recent_chosen.emit, recent.path))
        self._add_pack(say("window.start.sample"), say("window.start.sample.detail"), self.sample_asked.emit)

    def _packs_fitting(self) -> int:
        """Return how many recent packs are listed beside the sample pack: fewer on a low screen."""
        theme = theme_of()
        return next(packs for height, packs in RECENTS_FROM if self.height() >= theme.px(height))

    def show_holdings(self, holdings: "Sequence[Holding]", *, sample: bool) -> None:
        """List what the library holds; ``sample``: only the documents that come with the app."""
        self._holdings_heading.setText(self._words.say("window.start.sample-library" if sample else "window.start.library"))
        self._right.show()
        self._held = holdings
        self._list_holdings(self._fitting())

    def _fitting(self) -> int:
        """Return how many documents are listed without making the page higher than its window."""
        theme = theme_of()
        margins = self._column.contentsMargins()
        others = theme.px(REST) + margins.top() + margins.bottom() + self._recents.sizeHint().height()
        return max(LEAST_HOLDINGS, (self.height() - others) // theme.px(HOLDING))

    def _list_holdings(self, room: int) -> None:
        from briefing_app.desktop.widgets.holding_row import HoldingRow  # noqa: PLC0415 - see above

        # The line that says how many more there are takes no room that would have held the last of them.
        listed = len(self._held) if len(self._held) <= room else max(LEAST_HOLDINGS, room - 1)
        self._fits = room
        _clear(self._holdings)
        for place, holding in enumerate(self._held[:listed]):
            self._holdings.addWidget(HoldingRow(holding, self._words, first=place == 0))
        if len(self._held) > listed:
            more = _text(self._words.count("window.start.more", len(self._held) - listed), "small", "ink3")
            more.setContentsMargins(theme_of().px(44), 4, 16, theme_of().px(12))
            self._holdings.addWidget(more)
        if not self._held:
            empty = _text(self._words.say("window.start.no-documents"), "body", "ink3")
            empty.setWordWrap(True)
            empty.setContentsMargins(16, 12, 16, 12)
            self._holdings.addWidget(empty)

    def show_templates(self, templates: "Sequence[Template]") -> None:
        """List the templates to begin from."""
        from briefing_app.desktop.widgets.start_rows import TemplateCard  # noqa: PLC0415 - see above
        from briefing_app.domain.audience import in_words  # noqa: PLC0415 - see above

        _clear(self._templates)
        for place, template in enumerate(templates):
            language = self._words.language
            pages = self._words.count("window.start.pages-cover" if template.cover else "window.start.pages", template.pages)
            card = TemplateCard(in_words(template.name, language), in_words(template.description, language), template.pages, pages)
            card.clicked.connect(lambda _checked=False, chosen=template.id: self.template_chosen.emit(chosen))
            # Few templates take more room each: their lines are read whole, and the row ends where the column does.
            span = max(1, TEMPLATES_IN_A_ROW // len(templates))
            self._templates.addWidget(card, place * span // TEMPLATES_IN_A_ROW, place * span % TEMPLATES_IN_A_ROW, 1, span)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Make do with less room."""
        super().resizeEvent(event)
        theme = theme_of()
        narrow = self.width() < theme.px(NARROW)
        self._right.setFixedWidth(theme.px(300 if narrow else RIGHT))
        low = self.height() < theme.px(DRAWN_FROM)
        self.drop.draw_less(low)
        self._column.setContentsMargins(0, theme.px(16 if low else 40), 0, theme.px(8 if low else 32))
        if self._opened_before and self._packs_fitting() != self._packs_listed:
            self._list_recents()
        if self._held and self._fitting() != self._fits:
            self._list_holdings(self._fitting())

    def _build(self) -> None:
        say = self._words.say
        theme = theme_of()
        inner = QWidget()
        inner.setMaximumWidth(theme.px(WIDEST))
        column = self._column = QVBoxLayout(inner)
        column.setSpacing(0)
        column.addWidget(_text(say("window.start.title"), "display"))
        column.addSpacing(4)
        guidance = _text(say("window.start.guidance"), "body", "ink2")
        guidance.setWordWrap(True)
        column.addWidget(guidance)
        column.addSpacing(theme.px(24))
        middle = QHBoxLayout()
        middle.setSpacing(theme.px(32))
        middle.addWidget(self.drop, 1)
        middle.addWidget(self._build_right())
        column.addLayout(middle, 1)
        column.addSpacing(theme.px(30))
        column.addWidget(_text(say("window.start.templates"), "heading"))
        column.addSpacing(theme.px(12))
        column.addLayout(self._build_templates())
        column.addSpacing(theme.px(22))
        column.addLayout(_foot(say("window.start.offline")))
        whole = QWidget()
        whole.setProperty("ground", "clear")
        outer = QVBoxLayout(whole)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.tray)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 0)
        row.addStretch(1)
        row.addWidget(inner, 1000)
        row.addStretch(1)
        outer.addLayout(row, 1)
        self.setWidget(whole)

    def _build_right(self) -> QWidget:
        say = self._words.say
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(_heading(_text(say("window.start.recent"), "heading"), self._link("window.start.open", self.open_asked)))
        column.addLayout(self._recents)
        column.addSpacing(16)
        column.addLayout(_heading(self._holdings_heading, self._link("window.start.look", self.look_asked)))
        box = QFrame()
        box.setProperty("kind", "box")
        box.setLayout(self._holdings)
        column.addWidget(box)
        column.addStretch(1)
        return self._right

    def _build_templates(self) -> QGridLayout:
        grid = self._templates
        grid.setSpacing(theme_of().px(16))
        grid.setRowMinimumHeight(0, theme_of().px(TEMPLATE_HEIGHT))
        for place in range(TEMPLATES_IN_A_ROW):
            grid.setColumnStretch(place, 1)
        return grid

    def _link(self, key: str, asked: SignalInstance) -> QPushButton:
        button = QPushButton(self._words.say(key))
        button.setProperty("kind", "link")
        button.setProperty("edge", "right")
        button.clicked.connect(asked)
        return button

    def _add_pack(self, title: str, line: str, then: Callable[[], object]) -> None:
        from briefing_app.desktop.widgets.start_rows import PackRow  # noqa: PLC0415 - see above

        row = PackRow(title, line)
        row.clicked.connect(lambda _checked=False: then())
        self._recents.addWidget(row)


def _text(words: str, kind: str, tone: str = "ink") -> QLabel:
    label = QLabel(words)
    label.setProperty("type", kind)
    label.setProperty("tone", tone)
    return label


def _stack(spacing: int) -> QVBoxLayout:
    stack = QVBoxLayout()
    stack.setContentsMargins(0, 0, 0, 0)
    stack.setSpacing(spacing)
    return stack


def _heading(title: QLabel, link: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(title)
    row.addStretch(1)
    row.addWidget(link)
    return row


def _foot(words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(IconPicture("hard-drive", side=15))
    row.addWidget(_text(words, "small", "ink3"))
    row.addStretch(1)
    return row


def _clear(stack: QLayout) -> None:
    while stack.count():
        item = stack.takeAt(0)
        if item and (widget := item.widget()):
            widget.hide()
            widget.deleteLater()
