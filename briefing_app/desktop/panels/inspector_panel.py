"""What is known of the excerpt that is selected, to be put right; while none is, the card of the document."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from briefing_app.desktop.looking import Looking
from briefing_app.desktop.panels.card_form import CardForm
from briefing_app.desktop.widgets.addressee_chips import AddresseeChips
from briefing_app.desktop.widgets.buttons import icon_button, push_button
from briefing_app.desktop.widgets.chip import Pill
from briefing_app.desktop.widgets.kind_icon import kind_icon
from briefing_app.desktop.widgets.place_asking import PlaceAsking
from briefing_app.desktop.widgets.segments import Segments
from briefing_app.desktop.widgets.source_field import SourceField
from briefing_app.desktop.widgets.tall_area import TallArea
from briefing_app.desktop.widgets.words_view import WordsView
from briefing_app.domain.excerpt import Excerpt, ExcerptKind, shown_words
from briefing_app.domain.harm import harm
from briefing_app.workbench import looking_through
from briefing_app.workbench.cleaner_copies import CleanerCopy
from briefing_app.workbench.inspecting import FACTS, Inspected, exact, inspected, stands_in

SAID = ("name", "role", "organisation")
"""Fields of an attribution."""

_LABELS = {
    "asked-of": "window.inspector.asked-of",
    "name": "window.inspector.name-field",
    "role": "window.inspector.role",
    "organisation": "window.inspector.organisation",
    "document": "window.inspector.document",
    "where": "window.inspector.where",
    "fingerprint": "window.inspector.fingerprint",
    "found-by": "window.inspector.found-by",
    "mended-from": "window.inspector.mended-from",
    "figures": "window.inspector.figures",
    "acronyms": "window.inspector.acronyms",
}


class InspectorPanel(QWidget):
    """Every field is an edit of the excerpt, by name in the history."""

    place_asked = Signal(str)
    """An excerpt is to be placed in the pack."""
    shown_in_pack = Signal(str)
    """A placement of the excerpt is to be shown in the pack."""
    begin_asked = Signal()
    """There is no pack yet, and one is wanted."""
    mending_asked = Signal(str)
    """An excerpt is to be mended from a cleaner copy; empty: all of the document that can be."""

    def __init__(self, looking: Looking, card: CardForm, parent: QWidget | None = None) -> None:
        """Make the pane round a document's card, which is made before it: both at once would keep the window from answering."""
        super().__init__(parent)
        self._looking = looking
        self._words = words = looking.workspace.words
        # The blank keeps the words from the shape; it is not read out.
        kinds = [(kind, f" {words.say(f'kind.{kind.value}')}") for kind in ExcerptKind]
        self.kinds = Segments(kinds, words.say("window.inspector.kind"))
        for kind in ExcerptKind:
            self.kinds.button(kind).setIcon(kind_icon(kind))
            self.kinds.button(kind).setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self.kinds.button(kind).setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            self.kinds.button(kind).setProperty("type", "small_strong")
        self.kinds.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.kinds.setProperty("dense", "yes")
        self.lost = PlaceAsking(words)
        self.words = WordsView()
        self.asked = AddresseeChips(words)
        self.said = {field: SourceField() for field in SAID}
        self.facts: dict[str, QLabel] = {}
        self._labels: dict[str, list[QWidget]] = {}
        self._mendable: frozenset[str] = frozenset()
        self.place = push_button("", "plain")
        self.where = QLabel()
        self.reject = icon_button("trash-2", words.say("window.sources.not-an-excerpt"))
        self.card = card
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        self.setProperty("ground", "desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self._words.say("window.inspector.name"))
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(14)
        column.addWidget(self.lost)
        column.addWidget(self.kinds)
        column.addWidget(self.words)
        self._exact = self._exact_line()
        self._damage = QLabel(wordWrap=True)
        self._damage.setProperty("type", "small_strong")
        self._damage.setProperty("tone", "warn")
        column.addWidget(self._damage)
        column.addWidget(self._exact)
        self.mend = push_button(self._words.say("window.mending.ask"), "link")
        self.mend.hide()
        column.addWidget(self.mend, 0, Qt.AlignmentFlag.AlignLeft)
        self._asked_box = self._box([("asked-of", self.asked)])
        column.addWidget(self._asked_box)
        for field, line in self.said.items():
            line.setProperty("kind", "bare")
            line.setAccessibleName(self._words.say(_LABELS[field]))
        self._said_box = self._box([(field, line) for field, line in self.said.items()])
        column.addWidget(self._said_box)
        for fact in FACTS:
            self.facts[fact] = QLabel(wordWrap=True)
            self.facts[fact].setTextFormat(Qt.TextFormat.PlainText)
            self.facts[fact].setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self._box(list(self.facts.items())))
        column.addStretch(1)
        area = TallArea()
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(sheet)
        sheet.setProperty("ground", "desk")
        whole = QWidget()
        inner = QVBoxLayout(whole)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(area, 1)
        inner.addLayout(self._foot())
        self._excerpt_page = whole
        self._nothing = QWidget()
        self._pages = QStackedWidget(self)
        for page in (whole, self.card, self._nothing):
            self._pages.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 10, 20, 14)
        foot.setSpacing(12)
        self.where.setProperty("type", "small")
        self.where.setProperty("tone", "ink3")
        foot.addWidget(self.place)
        foot.addWidget(self.where, 1)
        foot.addWidget(self.reject)
        return foot

    def _exact_line(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        pill, told = Pill(), QLabel(self._words.say("window.inspector.exact"))
        pill.show_words(self._words.say("window.grade.exact"), "ok", "check")
        told.setProperty("type", "small")
        told.setProperty("tone", "ink2")
        row.addWidget(pill)
        row.addWidget(told, 1)
        return line

    def _box(self, rows: list[tuple[str, QWidget]]) -> QFrame:
        box = QFrame()
        box.setProperty("kind", "box")
        grid = QGridLayout(box)
        grid.setContentsMargins(14, 9, 14, 9)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, 84)
        grid.setColumnStretch(1, 1)
        for place, (name, widget) in enumerate(rows):
            label = QLabel(self._words.say(_LABELS[name]))
            label.setProperty("type", "small")
            label.setProperty("tone", "ink3")
            label.setBuddy(widget)
            grid.addWidget(label, 2 * place, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(widget, 2 * place, 1)
            self._labels[name] = [label]
            if place:
                rule = QFrame()
                rule.setProperty("kind", "line")
                rule.setFixedHeight(1)
                grid.addWidget(rule, 2 * place - 1, 0, 1, 2)
                self._labels[name].append(rule)
        return box

    def _connect(self) -> None:
        looking = self._looking
        looking.excerpt_selected.connect(lambda _excerpt: self._show())
        looking.source_changed.connect(lambda document: self._show() if document == looking.document else None)
        looking.document_opened.connect(lambda _document: self._show())
        looking.workspace.pack_changed.connect(lambda _changed: self._show_place())
        looking.workspace.audience_changed.connect(lambda _audience: self._show_place())
        self.kinds.chosen.connect(lambda kind: self._edit(lambda excerpt: looking_through.of_kind(excerpt, kind)))
        self.asked.wanted.connect(lambda names: self._edit(lambda excerpt: looking_through.asked_of(excerpt, names)))
        for line in self.said.values():
            line.editingFinished.connect(self._said)
        self.reject.clicked.connect(looking.reject)
        self.lost.let_go.connect(looking.reject)
        self.mend.clicked.connect(lambda: self.mending_asked.emit(looking.excerpt))
        self.card.mend.clicked.connect(lambda: self.mending_asked.emit(""))
        self.place.clicked.connect(self._place)

    def show_offers(self, offers: tuple[CleanerCopy, ...]) -> None:
        """Take what cleaner copies offer the document looked at."""
        self._mendable = frozenset(each.excerpt.id for each in offers)
        self.mend.setVisible(self._looking.excerpt in self._mendable)
        self.card.show_offers(offers)

    def _show(self) -> None:
        excerpt = self._looking.selected
        if excerpt is None:
            self._pages.setCurrentWidget(self.card if self._looking.document else self._nothing)
            return
        self._pages.setCurrentWidget(self._excerpt_page)
        reading = self._looking.workspace.session.library.reading(excerpt.reading)
        self.lost.setVisible(self._looking.lost)
        self.kinds.choose(excerpt.kind)
        self.words.show_words(shown_words(excerpt, reading))
        self._show_damage(excerpt)
        self._asked_box.setVisible(excerpt.kind is ExcerptKind.RECOMMENDATION)
        self.asked.show_names(tuple(each.words for each in excerpt.addressees))
        self._said_box.setVisible(excerpt.kind is not ExcerptKind.CONTEXT or excerpt.attribution is not None)
        around = looking_through.said_around(excerpt, self._looking.source.excerpts if self._looking.source else ())
        for field, line in self.said.items():
            line.setText((excerpt.attribution and getattr(excerpt.attribution, field)) or "")
            line.invite((around and getattr(around, field)) or self._words.say("window.inspector.unknown"))
            line.setCursorPosition(0)
        facts: Inspected = inspected(self._looking.workspace.session.library, excerpt, self._words)
        for name, label in self.facts.items():
            label.setText(facts.facts[name])
            for widget in (label, *self._labels[name]):
                widget.setVisible(bool(facts.facts[name]))
        self._show_place()

    def _show_damage(self, excerpt: Excerpt) -> None:
        said = [self._words.say(f"window.damage.{kind.value.replace(' ', '-')}") for kind in harm(excerpt)]
        self._damage.setText(" · ".join(said))
        self._damage.setVisible(bool(said))
        self.mend.setVisible(excerpt.id in self._mendable)
        self._exact.setVisible(exact(self._looking.workspace.session.library, excerpt))

    def _show_place(self) -> None:
        say = self._words.say
        places = self._places()
        there = "show-in-pack" if places else "place" if self._looking.workspace.pack.sections else "begin"
        self.place.setText(say(f"window.inspector.{there}"))
        self.place.setToolTip(say("window.reading.place.tip") if there == "place" else "")
        self.where.setText(places[0][1] if places else "")

    def _places(self) -> tuple[tuple[str, str], ...]:
        excerpt = self._looking.selected
        workspace = self._looking.workspace
        return stands_in(workspace.pack, workspace.audience, excerpt, self._words) if excerpt else ()

    def _place(self) -> None:
        if places := self._places():
            self.shown_in_pack.emit(places[0][0])
        elif not self._looking.workspace.pack.sections:
            self.begin_asked.emit()
        elif self._looking.excerpt:
            self.place_asked.emit(self._looking.excerpt)

    def _said(self) -> None:
        name, role, organisation = (self.said[field].text() for field in SAID)
        self._edit(lambda excerpt: looking_through.said_by(excerpt, name, role, organisation))

    def _edit(self, change: Callable[[Excerpt], Excerpt]) -> None:
        self._looking.edit("edit-excerpt", change)
