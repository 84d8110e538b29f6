"""The document looked at: its head, its words with what was found marked in them, or its pages, and the keys to look it through."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from briefing_app.desktop.looking import Looking
from briefing_app.desktop.original_pages import OriginalPages
from briefing_app.desktop.tasks import Tasks
from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.empty_state import EmptyState
from briefing_app.desktop.widgets.faded_label import FadedLabel
from briefing_app.desktop.widgets.flow_row import FlowRow
from briefing_app.desktop.widgets.key_button import KeyButton
from briefing_app.desktop.widgets.original_view import OriginalView
from briefing_app.desktop.widgets.reading_handles import Edge, moved
from briefing_app.desktop.widgets.reading_text import ReadingText
from briefing_app.desktop.widgets.reading_turns import ReadingTurns
from briefing_app.desktop.widgets.segments import Segments
from briefing_app.domain.excerpt import ExcerptKind
from briefing_app.domain.reading import locate
from briefing_app.domain.source import titled
from briefing_app.domain.span import Span
from briefing_app.errors import BriefingError
from briefing_app.workbench import looking_through
from briefing_app.workbench.original_pages import has_pages
from briefing_app.workbench.reading_view import SeenMark, SeenText, marks
from briefing_app.workbench.sources import Source, particulars

KINDS = {"R": ExcerptKind.RECOMMENDATION, "Q": ExcerptKind.QUOTE, "C": ExcerptKind.CONTEXT}
"""The letters that make a passage an excerpt of a kind; they act while the words have the keyboard, and can be turned off."""

NEXT, RIGHT, MORE = "N", "K", "Shift →"

_BESIDE_SOURCES = 29
"""How much lower, in pixels, nothing is said where no document is open: level with what the empty list of sources says."""


class ReadingPanel(QWidget):
    """Text or pages of the document looked at."""

    place_asked = Signal(str)
    """An excerpt is to be placed in the pack."""
    passage_selected = Signal(bool)
    """Whether words are selected now."""

    def __init__(self, looking: Looking, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looking = looking
        self._words_of = ReadingTurns(self)
        self._words = words = looking.workspace.words
        self._letters = True
        """Whether single letters act (WCAG 2.2, 2.1.4)."""
        self.text = ReadingText(words.say("window.reading.text"))
        self.pages = OriginalView()
        self.pages.setAccessibleName(words.say("window.reading.pages"))
        self._empty = EmptyState("file-text", words.say("window.reading.nothing"), words.say("window.reading.nothing.hint"))
        self._empty.setContentsMargins(0, theme_of().px(_BESIDE_SOURCES), 0, 0)
        self._originals = OriginalPages(looking, tasks, self.pages, self)
        self._title = FadedLabel("heading")
        self._about = FadedLabel("small", "ink3")
        self._seen = QLabel()
        self._seen.setProperty("type", "small")
        self._seen.setProperty("tone", "ink2")
        self.view = Segments(
            (("text", words.say("window.reading.as-text")), ("page", words.say("window.reading.as-page"))),
            words.say("window.reading.view"),
        )
        self._lay_out()
        self._connect()
        self._show()

    def enter(self) -> None:
        """Give the keyboard to the words."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_letters(self, *, on: bool) -> None:
        """Let single letters act, or not; their buttons do what they say either way, with the caps greyed."""
        self._letters = on
        for letter in (*KINDS, RIGHT, NEXT):
            self.keys[letter].show_key(on=on)

    def propose(self, span: Span | None) -> None:
        """Select a passage of the reading, where one is known, for an excerpt that needs a place."""
        seen = self.text.seen.seen(span) if span and self.text.seen else None
        if seen and self.text.selected() is None:
            self.text.select(seen)

    def put_in_place(self) -> None:
        """Have the excerpt that needs a place stand for the words selected."""
        passage, seen = self.text.selected(), self.text.seen
        span = seen.read(passage) if passage and seen else None
        if span and self._looking.lost and self._looking.put_in_place(span):
            self.text.unselect()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Set the words anew in another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.text.seen:
            self.text.restyle()

    def _lay_out(self) -> None:
        theme = theme_of()
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self._words.say("window.reading.name"))
        self.setFocusProxy(self.text)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._about)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(24, 10, 20, 10)
        row.setSpacing(14)
        row.addLayout(names, 1)
        row.addWidget(self._seen)
        row.addWidget(self.view)
        self._stack = QStackedWidget()
        words = QWidget()
        inner = QVBoxLayout(words)
        inner.setContentsMargins(0, theme.px(16), 0, 0)
        inner.addWidget(self.text)
        self._sheet = words
        for page in (words, self.pages, self._empty):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head, self._foot = head, self._made_foot()
        for widget in (head, _line(), self._stack, _line(), self._foot):
            column.addWidget(widget, 1 if widget is self._stack else 0)

    def _made_foot(self) -> QWidget:
        say = self._words.say
        foot = QWidget()
        theme = theme_of()
        foot.setContentsMargins(theme.px(22), theme.px(7), theme.px(12), theme.px(7))
        inner = QVBoxLayout(foot)
        inner.setContentsMargins(0, 0, 0, 0)
        keys = QWidget()
        inner.addWidget(keys)
        row = FlowRow(0, keys, apart=False)
        make = QLabel(say("window.reading.make"))
        make.setProperty("type", "small")
        make.setProperty("tone", "ink3")
        row.addWidget(make)
        self.keys: dict[str, KeyButton] = {}
        for letter, kind in KINDS.items():
            self.keys[letter] = KeyButton(letter, say(f"kind.{kind.value}"), say("window.reading.make.tip"))
        self.keys[MORE] = KeyButton(MORE, say("window.reading.more"), say("window.reading.more.tip"))
        self.keys[RIGHT] = KeyButton(RIGHT, say("window.reading.right"), say("window.reading.right.tip"))
        self.keys[NEXT] = KeyButton(NEXT, say("window.reading.next"), say("window.reading.next.tip"))
        self.keys["Enter"] = KeyButton(_native("Return"), say("window.card.place"), say("window.reading.place.tip"))
        for letter, button in self.keys.items():
            button.clicked.connect(lambda _checked=False, letter=letter: self._do(letter))
            row.addWidget(button)
        return foot

    def _connect(self) -> None:
        looking = self._looking
        self._words_of.arrived.connect(self._arrived)
        looking.document_opened.connect(lambda _document: self._show())
        looking.source_changed.connect(lambda document: self._renew() if document == looking.document else None)
        looking.excerpt_selected.connect(lambda _excerpt: self._choose())
        self.text.mark_clicked.connect(self._clicked)
        self.text.edge_moved.connect(self._edge_moved)
        self.text.edge_stepped.connect(self._edge_stepped)
        self.text.placed.connect(lambda: self._do("Enter"))
        self.text.pressed.connect(self._pressed)
        self.text.selectionChanged.connect(self._tell_keys)
        self.pages.pressed.connect(self._pressed)
        self._originals.passage_dragged.connect(self._dragged)
        self.view.chosen.connect(self._turn)
        self._originals.failed.connect(self._pages_failed)

    def _show(self) -> None:
        """Show another document."""
        source, reading = self._looking.source, self._looking.reading
        there = source is not None and reading is not None
        for widget in (self._head, self._foot):
            widget.setVisible(there)
        if source is None or reading is None:
            self._words_of.stop()
            self._stack.setCurrentWidget(self._empty)
            self.text.show_text(None)
            return
        with_pages = has_pages(reading)
        self.view.setVisible(with_pages)
        if not with_pages:
            self.view.choose("text")
        self._tell_of(source)
        if not self._words_of.begin(reading):
            self.text.show_text(None)

    def _arrived(self, seen: SeenText) -> None:
        """Show the words of the document."""
        self.text.show_text(seen)
        self._renew()
        self._turn(self.view.value)

    def _renew(self) -> None:
        """Take what changed in the document."""
        source, reading = self._looking.source, self._looking.reading
        if source is None or reading is None:
            return
        seen = self.text.seen
        if seen is None or seen.reading.id != reading.id:
            if not self._words_of.on_the_way(reading):
                self._show()
            return
        self._tell_of(source)
        self.text.mark(marks(seen, source.excerpts, self.text.marks), self._words_of.damage)
        self._choose()

    def _tell_of(self, source: Source) -> None:
        """Say in the head what document it is; how many words it has, once they are counted."""
        reading = self._looking.reading
        self._title.set_words(titled(source.document))
        self._about.set_words(particulars(source.document, reading.pages if reading else None, self._words_of.words, self._words))
        self._seen.setText(self._words.say("window.reading.looked-at", number=source.looked_at, of=source.of) if source.of else "")

    def _choose(self) -> None:
        excerpt, seen = self._looking.selected, self.text.seen
        span = seen.seen(excerpt.span) if excerpt and seen and excerpt.reading == seen.reading.id else None
        if span:
            self.text.unselect()
        self.text.choose(span)
        self._tell_keys()

    def _tell_keys(self) -> None:
        chosen, seen = self.text.selected(), self.text.seen
        self._originals.show_passage(seen.read(chosen) if chosen and seen else None)
        passage, excerpt = chosen is not None, self._looking.selected is not None
        for letter in KINDS:
            self.keys[letter].setEnabled(passage or excerpt)
        self.keys[MORE].setEnabled(excerpt and not passage and not self._looking.lost)
        for letter in (RIGHT, "Enter"):
            self.keys[letter].setEnabled(excerpt)
        self.passage_selected.emit(passage)

    def _dragged(self, span: Span) -> None:
        """Select the words that were dragged over on a page: what is selected is the same in either view."""
        seen = self.text.seen.seen(span) if self.text.seen else None
        if seen:
            self.text.select(seen)

    def _clicked(self, mark: SeenMark | None) -> None:
        self._looking.select(mark.excerpt.id if mark else "")

    def _pressed(self, key: str) -> None:
        if key == "Delete":
            self._looking.reject()
        elif key == "Enter" or (self._letters and key in self.keys):
            self._do(key)

    def _do(self, letter: str) -> None:
        looking = self._looking
        if letter in KINDS:
            self._make(KINDS[letter])
        elif letter == NEXT:
            looking.select_next()
        elif letter == MORE:
            self._edge_stepped(Edge.END, 1)
        elif letter == RIGHT and looking.selected:
            looking.edit("confirm-excerpt", looking_through.confirmed)
            looking.select_next()
        elif letter == "Enter" and looking.lost:
            self.put_in_place()
        elif letter == "Enter" and looking.excerpt:
            self.place_asked.emit(looking.excerpt)

    def _make(self, kind: ExcerptKind) -> None:
        passage, seen = self.text.selected(), self.text.seen
        if passage and seen:
            span = seen.read(passage)
            if span and self._looking.make(kind, span):
                self.text.unselect()
        elif self._looking.selected:
            self._looking.edit("edit-excerpt", lambda excerpt: looking_through.of_kind(excerpt, kind))

    def _edge_moved(self, edge: Edge, place: int) -> None:
        chosen, seen = self.text.chosen, self.text.seen
        if chosen is None or seen is None:
            return
        passage = moved(chosen, edge, place)
        span = seen.read(passage) if passage else None
        if span:
            self._set_over(span)
        else:
            self._choose()

    def _edge_stepped(self, edge: Edge, words: int) -> None:
        excerpt, reading = self._looking.selected, self._looking.reading
        if excerpt and reading and excerpt.reading == reading.id:
            start, end = (words, 0) if edge is Edge.START else (0, words)
            self._set_over(looking_through.wider(reading, excerpt.span, start=start, end=end))

    def _set_over(self, span: Span) -> None:
        reading = self._looking.reading
        if reading:
            self._looking.edit("edit-excerpt", lambda excerpt: looking_through.over(excerpt, reading, span))

    def _turn(self, view: object) -> None:
        if view == "page":
            there = self._page_in_view()
            self._stack.setCurrentWidget(self.pages)
            self._originals.show(there)
            self.pages.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            page = self.pages.page if self._stack.currentWidget() is self.pages else 0
            self._stack.setCurrentWidget(self._sheet)
            self._go_to_page(page)

    def _page_in_view(self) -> int:
        """Return the page of the words at the top of the view."""
        seen, reading = self.text.seen, self._looking.reading
        place = self.text.top_place() if seen else None
        if seen is None or reading is None or place is None:
            return 0
        block = seen.block_at(place)
        return locate(reading, block.block.span).page or 0 if block else 0

    def _go_to_page(self, page: int) -> None:
        """Have the words of a page at the top, unless the passage that is selected stands on it or its words are there already."""
        seen, reading, excerpt = self.text.seen, self._looking.reading, self._looking.selected
        if seen is None or reading is None or not page or page == self._page_in_view():
            return
        if excerpt and excerpt.reading == reading.id and locate(reading, excerpt.span).page == page:
            return
        first = next((each for each in seen.blocks if (locate(reading, each.block.span).page or 0) >= page), None)
        if first:
            self.text.go_to(first.start)

    def _pages_failed(self, fault: BriefingError) -> None:
        self.view.choose("text")
        self._turn("text")
        self._looking.workspace.refuse(fault)


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "line")
    line.setFixedHeight(1)
    return line
