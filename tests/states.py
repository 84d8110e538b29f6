"""The states of what the window is made of, on one board: at rest, under the pointer, pressed, with the keyboard, off, dragged.

``board(opened)`` takes a window and returns the picture; each piece is a real one of that window, put into its state and drawn.
"""

from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QCursor, QHoverEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QMenu, QRadioButton, QWidget

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.buttons import icon_button, push_button
from briefing_app.desktop.widgets.card_delegate import SHADOW
from briefing_app.desktop.widgets.card_list import CardList
from briefing_app.desktop.widgets.chip import Pill
from briefing_app.desktop.widgets.choice_button import Choice, ChoiceButton
from briefing_app.desktop.widgets.empty_state import EmptyState
from briefing_app.desktop.widgets.inline_message import InlineMessage
from briefing_app.desktop.widgets.key_button import KeyButton
from briefing_app.desktop.widgets.kind_chip import KindChip
from briefing_app.desktop.widgets.meter import paint_meter
from briefing_app.desktop.widgets.outline_drops import Landing
from briefing_app.desktop.widgets.paper import dim_paper, paint_bars, paint_paper
from briefing_app.desktop.widgets.search_field import SearchField
from briefing_app.desktop.widgets.segments import Segments
from briefing_app.domain.excerpt import ExcerptKind
from briefing_app.workbench.outlining import PlacementRow
from tests.desktop.opened import until

WIDE, EDGE, BESIDE = 1504, 32, 12
HIGH = 3600
"""More than the board takes; what is left over is cut off."""
CARD = 300
CONTROLS = ("rest", "pointer", "pressed", "keyboard", "off")
LOOKED_FOR = "migration"


class Board:
    """Pictures set in rows, each under its name."""

    def __init__(self, ratio):
        self.picture = QPixmap(QSize(WIDE, HIGH) * ratio)
        self.picture.setDevicePixelRatio(ratio)
        self.picture.fill(theme_of().colour("desk"))
        self.painter = QPainter(self.picture)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.at, self.next = QPoint(EDGE, EDGE), EDGE

    def begin(self, title):
        """Begin a row under a heading."""
        self.line()
        self.next += BESIDE
        self._write(title, "heading", "ink", self.next)
        self.at = QPoint(EDGE, self.next + theme_of().line("heading") + 8)
        self.next = self.at.y()

    def line(self):
        """Begin another row."""
        self.at, self.next = QPoint(EDGE, self.next), self.next

    def put(self, name, picture, width=0):
        """Put a picture under its name, as far right as what stands before it."""
        size = picture.deviceIndependentSize().toSize()
        room = max(width, size.width())
        if self.at.x() + room > WIDE - EDGE + BESIDE:
            self.line()
        self._write(name, "small", "ink3", self.at.y(), self.at.x() + 6)
        top = self.at.y() + (theme_of().line("small") + 2 if name else 0)
        self.painter.drawPixmap(self.at.x(), top, picture)
        self.next = max(self.next, top + size.height() + BESIDE)
        self.at.setX(self.at.x() + room + BESIDE)

    def done(self):
        """Return the picture, as high as it became."""
        self.painter.end()
        ratio = self.picture.devicePixelRatio()
        return self.picture.copy(QRect(0, 0, round(WIDE * ratio), round((self.next + EDGE) * ratio)))

    def _write(self, words, kind, tone, top, left=EDGE):
        theme = theme_of()
        self.painter.setFont(theme.font(kind))
        self.painter.setPen(theme.colour(tone))
        self.painter.drawText(QRectF(left, top, WIDE, theme.line(kind)), Qt.AlignmentFlag.AlignVCenter, words)


class Stage:
    """Lies over a window while pieces are put into their states on it; nothing else is seen of the window."""

    def __init__(self, window):
        self.window = window
        # Without the keyboard in its window no piece has it, and none shows its ring.
        window.activateWindow()
        until(window.isActiveWindow)
        # Nothing that is drawn lies under the real pointer.
        QCursor.setPos(window.mapToGlobal(window.rect().bottomRight()))
        self.page = QWidget(window)
        self.page.setProperty("ground", "desk")
        self.page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.page.setGeometry(window.rect())
        self.page.show()
        self.page.raise_()

    def picture(self, widget, state="rest", size=None, beside=8):
        """Return a piece in a state, with room around for its ring; the piece is gone afterwards."""
        widget.setParent(self.page)
        widget.setGeometry(QRect(QPoint(beside, beside), size or widget.sizeHint()))
        widget.show()
        self.page.setFocus()
        if state == "off":
            widget.setEnabled(False)
        widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, state in {"pointer", "pressed"})
        if state in {"pointer", "pressed"}:
            # A push button looks for itself whether the pointer is on it.
            within = QPointF(widget.rect().center())
            none = Qt.MouseButton.NoButton
            QApplication.sendEvent(
                widget, QMouseEvent(QEvent.Type.MouseMove, within, within, none, none, Qt.KeyboardModifier.NoModifier)
            )
        if state == "pressed" and hasattr(widget, "setDown"):
            widget.setDown(True)
        if state == "keyboard":
            widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        taken = self.window.grab(QRect(self.page.mapTo(self.window, QPoint(0, 0)), widget.size() + QSize(2 * beside, 2 * beside)))
        self.page.setFocus()
        widget.hide()
        widget.deleteLater()
        return taken

    def end(self):
        """Show the window again."""
        self.page.hide()
        self.page.deleteLater()


def board(opened):
    """Return the picture of all states in a window's language and scheme; the window is as it was afterwards."""
    stage = Stage(opened.window)
    made = Board(opened.window.devicePixelRatioF())
    words = opened.workspace.words
    _cards(made, stage, opened)
    _controls(made, stage, words)
    _places(made, stage, words)
    _menus(made, opened, words)
    stage.end()
    _rows(made, opened)
    return made.done()


# cards


def _cards(made, stage, opened):
    made.begin("Cards")
    model, words = opened.room.library.model, opened.workspace.words
    entries = {row: model.entry(model.index(row)) for row in range(model.rowCount())}
    placed = next(row for row in entries if not model.index(row).data(_role("PLACED")) and _recommends(entries[row]))
    known = next(row for row in entries if model.index(row).data(_role("PLACED")))
    harmed = next((row for row in entries if model.index(row).data(_role("PLACED")) and _card_of(model, row).told.damage), known)
    for name, row, how in (
        ("At rest", placed, ""),
        ("Under the pointer", placed, "pointer"),
        ("Its action under the pointer", placed, "action"),
        ("Left behind while dragged", placed, "dragged"),
        ("Selected, this pane has the keyboard", placed, "keyboard"),
        ("Selected, another pane has it", placed, "selected"),
        ("In this pack, damaged", harmed, ""),
        ("The keyboard is here, not selected", placed, "current"),
    ):
        made.put(name, _card(stage, CardList(model, words), row, how), CARD)
    dragged = CardList(model, words, stage.page)
    dragged.resize(CARD, 800)
    dragged.show()
    QApplication.processEvents()
    made.put("Dragged, under the pointer", dragged.picture(model.index(placed)), CARD + SHADOW)
    dragged.hide()
    dragged.deleteLater()


def _card(stage, cards, row, how):
    index = cards.model().index(row)
    cards.setParent(stage.page)
    cards.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    cards.resize(CARD, 300)
    cards.show()
    identifier = cards.model().entry(index).excerpt.id
    if how in {"keyboard", "selected"}:
        cards.choose(row)
    if how == "current":
        cards.selectionModel().setCurrentIndex(index, cards.selectionModel().SelectionFlag.NoUpdate)
    if how == "dragged":
        cards.cards.dragged = frozenset({identifier})
    stage.page.setFocus()
    if how in {"keyboard", "current"}:
        cards.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    cards.resize(CARD, cards.visualRect(index).height() - 6)
    cards.scrollTo(index, CardList.ScrollHint.PositionAtTop)
    if how in {"pointer", "action"}:
        point_at(cards.viewport(), cards.visualRect(index).center())
        cards.cards.pointed = identifier if how == "action" else ""
    QApplication.processEvents()
    return stage.picture(cards, "keyboard" if how in {"keyboard", "current"} else "", cards.size(), 0)


def _card_of(model, row):
    return model.index(row).data(_role("CARD"))


def _role(name):
    from briefing_app.desktop.models.library_model import Role

    return getattr(Role, name)


def _recommends(entry):
    return entry.excerpt.kind is ExcerptKind.RECOMMENDATION


def point_at(viewport, point):
    """Have a view's row under the pointer."""
    at, before = QPointF(point), QPointF(-1, -1)
    QApplication.sendEvent(viewport, QHoverEvent(QEvent.Type.HoverEnter, at, at, before))
    QApplication.sendEvent(viewport, QHoverEvent(QEvent.Type.HoverMove, at, at, before))


# buttons, fields, chips


def _controls(made, stage, words):
    say = words.say
    made.begin("Buttons, ticks, fields, chips")

    def ticked(kind, on=True):
        button = kind(say("window.outline.master"))
        button.setChecked(on)
        return button

    def choices():
        combo = QComboBox()
        combo.addItems([say("window.outline.master")])
        return combo

    def chosen_chip(on):
        chip = KindChip(ExcerptKind.RECOMMENDATION, say("window.library.kind.recommendation"))
        chip.set_count(12)
        chip.setChecked(on)
        return chip

    def drop():
        button = ChoiceButton(say("window.library.sources"))
        button.offer((Choice("", say("window.library.all-sources")),), "")
        return button

    def typed():
        field = SearchField(say("window.library.search"), say("window.library.clear-search"))
        field.setText(LOOKED_FOR)
        return field

    pieces = (
        (lambda: push_button(say("window.action.export"), "primary"), None),
        (lambda: push_button(say("window.start.choose")), None),
        (lambda: push_button(say("window.library.clear-filters"), "link"), None),
        (lambda: icon_button("printer", say("window.action.print")), QSize(32, 30)),
        (lambda: ticked(QCheckBox), None),
        (lambda: ticked(QCheckBox, on=False), None),
        (lambda: ticked(QRadioButton), None),
        (lambda: QLineEdit(LOOKED_FOR), QSize(180, 32)),
        (typed, QSize(180, 32)),
        (choices, QSize(180, 32)),
        (drop, None),
        (lambda: chosen_chip(False), None),
        (lambda: chosen_chip(True), None),
        (lambda: KeyButton("R", say("kind.recommendation"), ""), None),
    )
    names = ("At rest", "Under the pointer", "Pressed", "With the keyboard", "Off")
    for name, state in zip(names, CONTROLS, strict=True):
        made.put(name, _column([stage.picture(piece(), state, size) for piece, size in pieces]), 260)
    made.line()
    made.put("Its second word under the pointer", _switch(stage, say, "pointer"), 220)
    made.put("With the keyboard", _switch(stage, say, "keyboard"), 220)
    made.put("Off", _switch(stage, say, "off"), 220)
    for tone, key, sign in (
        ("ok", "marked", "check"),
        ("warn", "translated", "triangle-alert"),
        ("block", "not found", "octagon-x"),
    ):
        pill = Pill()
        pill.show_words(say(f"window.grade.{key}"), tone, sign)
        made.put("", stage.picture(pill))
    made.line()
    for used in (0.0, 0.5, 1.0, 1.2, 2.4):
        made.put(f"{used} of 1", _meter(used))


def _switch(stage, say, state):
    switch = Segments(
        [("hand-over", say("window.outline.copy.hand-over")), ("internal", say("window.outline.copy.internal"))], "copy"
    )
    if state == "off":
        switch.button("internal").setEnabled(False)
    piece = switch.button("internal")
    piece.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, state == "pointer")
    if state == "keyboard":
        switch.setFocusProxy(switch.button("hand-over"))
    return stage.picture(switch, "keyboard" if state == "keyboard" else "rest")


def _meter(used):
    ratio = QApplication.primaryScreen().devicePixelRatio()
    picture = QPixmap(QSize(96, 24) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(theme_of().colour("surface"))
    painter = QPainter(picture)
    paint_meter(painter, QRectF(16, 10, 64, 5), used, 1.0, theme_of())
    painter.end()
    return picture


def _column(pictures):
    sizes = [picture.deviceIndependentSize().toSize() for picture in pictures]
    ratio = pictures[0].devicePixelRatio()
    whole = QPixmap(QSize(max(size.width() for size in sizes), sum(size.height() for size in sizes)) * ratio)
    whole.setDevicePixelRatio(ratio)
    whole.fill(theme_of().colour("desk"))
    painter = QPainter(whole)
    top = 0
    for picture, size in zip(pictures, sizes, strict=True):
        painter.drawPixmap(0, top, picture)
        top += size.height()
    painter.end()
    return whole


# empty, busy, failed


def _places(made, stage, words):
    say = words.say
    made.begin("Empty, busy, failed: one sentence, one thing to do")
    lacking = say("window.library.nothing", words=LOOKED_FOR)
    nothing = EmptyState("search", lacking, say("window.library.nothing.hint"), say("window.library.clear-filters"))
    busy = EmptyState("", *_sentences(say("window.import.progress", done=3, all=12)), say("window.import.stop"))
    busy.set_progress(0.28)
    none = EmptyState("file-text", say("window.preview.empty"), say("window.preview.empty-line"))
    failed = EmptyState("octagon-x", say("error.file-encrypted", path="Annex 4.pdf"), say("hint.file-encrypted"), tone="block")
    for state in (nothing, none, busy, failed):
        made.put("", stage.picture(state, size=QSize(320, 184)), 320)
    made.line()
    for severity in ("block", "warn", "ok", "info"):
        message = InlineMessage(
            say("error.file-encrypted", path="Annex 4.pdf"),
            say("window.start.choose"),
            severity=severity,
            close_name=say("window.close"),
        )
        made.put(severity, stage.picture(message, size=QSize(660, 56)), 680)
    theme = theme_of()
    made.line()
    page = QPixmap(QSize(240, 120) * made.picture.devicePixelRatio())
    page.setDevicePixelRatio(made.picture.devicePixelRatio())
    page.fill(theme.colour("table"))
    painter = QPainter(page)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_paper(painter, QRectF(20, 16, 200, 160), theme)
    paint_bars(painter, QRectF(20, 16, 200, 160), theme)
    dim_paper(painter, QRectF(20, 16, 200, 160), theme)
    painter.end()
    made.put("A page being made", page, 260)


# menus


def _sentences(words):
    first, _, rest = words.partition(". ")
    return first, rest


def _menus(made, opened, words):
    say = words.say
    menu = QMenu(opened.window)
    for key in ("undo", "redo"):
        menu.addAction(say(f"window.action.{key}")).setShortcut("Ctrl+Z")
    menu.addSeparator()
    ticked = menu.addAction(say("window.action.select-all"))
    ticked.setCheckable(True)
    ticked.setChecked(True)
    off = menu.addAction(say("window.action.print"))
    off.setEnabled(False)
    menu.addMenu(say("window.menu.view"))
    menu.resize(menu.sizeHint())
    menu.setActiveAction(menu.actions()[1])
    made.put("A menu", menu.grab(), 300)
    tip = QLabel(say("window.tip.audiences.keep"))
    tip.setObjectName("qtooltip_label")
    tip.setStyleSheet(f"QLabel {{ {_tip_rule()} }}")
    tip.resize(tip.sizeHint())
    made.put("A tooltip", tip.grab())
    menu.deleteLater()


def _tip_rule():
    sheet = QApplication.instance().styleSheet()
    start = sheet.index("QToolTip {") + len("QToolTip {")
    return sheet[start : sheet.index("}", start)]


# rows of the outline and of the problems


def _rows(made, opened):
    made.begin("Rows of a pack: under the pointer, with the keyboard, dragged, where it lands; a section that takes it")
    view, model = opened.outline.view, opened.outline.model
    delegate = view.itemDelegate()
    sections = [each for each in model.outline.sections if len(each.rows) > 3]
    first = sections[0]
    rows = [row for row in first.rows if isinstance(row, PlacementRow) and not row.absence][:4]
    with _kept(view, delegate):
        view.scrollTo(model.index_of(f"section:{first.id}"), view.ScrollHint.PositionAtTop)
        opened.workspace.select_placement(rows[1].id)
        view.scrollTo(model.index_of(f"section:{first.id}"), view.ScrollHint.PositionAtTop)
        view.setFocus()
        pointed = QPointF(view.visualRect(model.index_of(f"placement:{rows[0].id}")).center())
        none = Qt.MouseButton.NoButton
        move = QMouseEvent(QEvent.Type.MouseMove, pointed, pointed, none, none, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view.viewport(), move)
        delegate.dragged = view.dragged = frozenset({rows[2].id})
        bottom = view.visualRect(model.index_of(f"placement:{rows[2].id}")).bottom()
        view.landing = Landing(first.id, 3, bottom)
        QApplication.processEvents()
        high = view.visualRect(model.index_of(f"placement:{rows[3].id}")).bottom()
        made.put("", view.grab(QRect(0, 0, view.width(), min(high, view.height()))))
        view.landing = None
        delegate.dragged = view.dragged = frozenset()
        delegate.landing = first.id
        opened.cards.setFocus()
        view.viewport().update()
        QApplication.processEvents()
        made.put("", view.grab(QRect(0, 0, view.width(), min(high, view.height()))))
    _problems(made, opened)


@contextmanager
def _kept(view, delegate):
    yield
    view.landing, view.dragged, delegate.dragged, delegate.landing = None, frozenset(), frozenset(), ""
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    view.viewport().update()


def _problems(made, opened):
    panel = opened.room.problems
    panel.list.setCurrentIndex(panel.list.model().index(0, 0))
    panel.list.setFocus()
    point_at(panel.list.viewport(), panel.list.visualRect(panel.list.model().index(2, 0)).center())
    QApplication.processEvents()
    made.line()
    made.put("Problems: selected with the keyboard, under the pointer", panel.grab())
