"""Damaged passages beside the clean ones of a copy, to be mended one by one or all at once."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from briefing_app.desktop.dialogs.foot import foot
from briefing_app.desktop.dialogs.sheet import Sheet
from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.faded_label import FadedLabel
from briefing_app.desktop.widgets.text_painter import Mark, MarkKind
from briefing_app.desktop.widgets.words_view import WordsView
from briefing_app.domain.harm import harm
from briefing_app.domain.source import titled
from briefing_app.words import Words
from briefing_app.workbench.cleaner_copies import CleanerCopy, Passage
from briefing_app.workbench.comparing_copies import differences
from briefing_app.workbench.excerpt_cards import short_place

_SIZE = (920, 640)
"""How wide it is, and how high at most."""
_MARGIN = 24
_WITHIN = 15
"""Where the words of a passage begin within its frame."""


class PassagePair(QFrame):
    """One damaged passage, the clean one beside it, and whether it is to be mended."""

    def __init__(self, offer: CleanerCopy, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offer = offer
        self.setProperty("kind", "box")
        hurt, clean = differences(offer.damaged.words, offer.clean.words)
        self.before, self.after = WordsView(), WordsView()
        self.before.show_words(offer.damaged.words, tuple(Mark(each.start, each.end, MarkKind.DAMAGED) for each in hurt))
        self.after.show_words(offer.clean.words, tuple(Mark(each.start, each.end, MarkKind.HIT) for each in clean))
        kinds = " · ".join(words.say(f"window.damage.{kind.value.replace(' ', '-')}") for kind in harm(offer.excerpt))
        self.wanted = QCheckBox(words.say("window.mending.mend"))
        self.wanted.setChecked(True)
        self.wanted.setAccessibleName(f"{words.say('window.mending.mend')}: {offer.damaged.words[:80]}")
        damage = QLabel(kinds)
        damage.setProperty("type", "small_strong")
        damage.setProperty("tone", "warn")
        head = QHBoxLayout()
        head.addWidget(damage, 1)
        head.addWidget(self.wanted)
        theme = theme_of()
        grid = QGridLayout(self)
        grid.setContentsMargins(_WITHIN - 1, theme.px(8), _WITHIN - 1, theme.px(12))
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(4))
        grid.addLayout(head, 0, 0, 1, 2)
        for column, (passage, view) in enumerate(((offer.damaged, self.before), (offer.clean, self.after))):
            grid.setColumnStretch(column, 1)
            grid.addWidget(_place(passage, words), 1, column)
            grid.addWidget(view, 2, column, Qt.AlignmentFlag.AlignTop)


class CleanerCopyDialog(Sheet):
    """All that is offered is marked to be mended; each can be left as it is."""

    accepted_copies = Signal(object)
    """A tuple of the ``CleanerCopy`` to mend from."""

    def __init__(self, offers: tuple[CleanerCopy, ...], words: Words, first: str = "", parent: QWidget | None = None) -> None:
        """Make the dialog; the passage of the excerpt ``first`` is in view."""
        super().__init__(parent)
        self.setObjectName("cleaner-copy")
        self._words = words
        say = words.say
        theme = theme_of()
        self.setWindowTitle(say("window.mending.title"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.pairs = [PassagePair(offer, words) for offer in offers]
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 20, _MARGIN, 20)
        column.setSpacing(12)
        column.addWidget(_label(say("window.mending.title"), "title", "ink"))
        column.addWidget(_label(say("window.mending.lead"), "body", "ink2"))
        heads = self._heads()
        column.addLayout(heads)
        column.addWidget(self._listed(), 1)
        bar = self._area.verticalScrollBar()
        # The heads stand over the passages' words, with the scroll bar and without.
        bar.rangeChanged.connect(lambda _low, high: heads.setContentsMargins(_WITHIN, 0, _WITHIN + (bar.width() if high else 0), 0))
        self.all = QCheckBox(say("window.mending.all"))
        self.all.setChecked(True)
        self.all.clicked.connect(self._take_all)
        self.all.setVisible(len(self.pairs) > 1)
        stay = QPushButton(say("window.cancel"))
        stay.clicked.connect(self.reject)
        self.go = QPushButton()
        self.go.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self.all)
        row.addLayout(foot(stay, self.go), 1)
        column.addLayout(row)
        for pair in self.pairs:
            pair.wanted.toggled.connect(lambda _on: self._count())
        self._count()
        self._fit()
        wanted = next((pair for pair in self.pairs if pair.offer.excerpt.id == first), self.pairs[0])
        wanted.wanted.setFocus()
        # Where it stands is known once the sheet is laid out.
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(wanted, 0, theme.px(40)))

    @property
    def chosen(self) -> tuple[CleanerCopy, ...]:
        """What is to be mended."""
        return tuple(pair.offer for pair in self.pairs if pair.wanted.isChecked())

    def accept(self) -> None:
        """Tell what is to be mended and close."""
        if chosen := self.chosen:
            self.accepted_copies.emit(chosen)
            super().accept()

    def _fit(self) -> None:
        """Be as high as the passages take, as far as that goes."""
        theme = theme_of()
        width = theme.px(_SIZE[0])
        inside, layout = self._stack, self.layout()
        if layout is None:
            return
        taken = inside.totalHeightForWidth(width - 2 * _MARGIN) if inside.hasHeightForWidth() else inside.totalSizeHint().height()
        rest = layout.totalHeightForWidth(width) - self._area.sizeHint().height()
        self.resize(width, min(theme.px(_SIZE[1]), rest + taken + 4))

    def _heads(self) -> QHBoxLayout:
        heads = QHBoxLayout()
        heads.setContentsMargins(_WITHIN, 0, _WITHIN, 0)
        heads.setSpacing(theme_of().px(24))
        for key in ("window.mending.damaged", "window.mending.clean"):
            heads.addWidget(_label(self._words.say(key), "small_strong", "ink2"), 1)
        return heads

    def _listed(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("ground", "clear")
        stack = self._stack = QVBoxLayout(inside)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(10)
        for pair in self.pairs:
            stack.addWidget(pair)
        stack.addStretch(1)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        return self._area

    def _take_all(self, on: bool) -> None:
        for pair in self.pairs:
            pair.wanted.setChecked(on)

    def _count(self) -> None:
        number = len(self.chosen)
        self.all.setChecked(number == len(self.pairs))
        self.go.setText(self._words.count("window.mending.go", number))
        self.go.setEnabled(number > 0)


def _place(passage: Passage, words: Words) -> QWidget:
    label = FadedLabel("small", "ink3")
    place = short_place(passage.place, words)
    label.set_words(" · ".join(each for each in (titled(passage.document), passage.document.name, place) if each))
    return label


def _label(text: str, kind: str, tone: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("type", kind)
    label.setProperty("tone", tone)
    return label
