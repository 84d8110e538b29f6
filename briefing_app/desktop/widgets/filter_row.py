"""What narrows a search of the library: kinds with their counts, a source, an addressee; and whom the order serves."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing_app.desktop.widgets.choice_button import Choice, ChoiceButton
from briefing_app.desktop.widgets.kind_chip import AIR, KindChip
from briefing_app.desktop.widgets.one_line import OneLine
from briefing_app.domain.audience import Audience, in_words
from briefing_app.domain.excerpt import ExcerptKind
from briefing_app.domain.source import SourceDocument
from briefing_app.words import Words
from briefing_app.workbench.excerpt_cards import source_name
from briefing_app.workbench.finding_excerpts import Asked, Asking, Query

_ANY, _NOBODY, _BEST, _NEWEST = "", "nobody", "best", "newest"


class FilterRow(QWidget):
    """Two rows of controls that make a ``Query`` together."""

    query_changed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._audiences: tuple[Audience, ...] = ()
        self._audience: Audience | None = None
        self._wished = _BEST
        say = words.say
        self.chips = {kind: KindChip(kind, say(f"window.library.kind.{kind.value}")) for kind in ExcerptKind}
        self.source = ChoiceButton(say("window.library.sources"))
        self.addressee = ChoiceButton(say("window.library.addressees"))
        self.order = ChoiceButton(say("window.library.order"))
        kinds = OneLine(3, air=AIR)
        for chip in self.chips.values():
            kinds.addWidget(chip)
            chip.toggled.connect(self._told)
        drops = OneLine(2, last_at_right=True)
        for drop in (self.source, self.addressee, self.order):
            drops.addWidget(drop)
            drop.chosen.connect(self._told)
        self.order.chosen.connect(self._wish)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(kinds)
        column.addLayout(drops)
        self.offer((), (), (), {})
        self.serve(None)

    def query(self, typed: str) -> Query:
        """Return what is looked for, with the words typed."""
        kinds = frozenset(kind for kind, chip in self.chips.items() if chip.isChecked())
        best_for = self._audience if self.order.key == _BEST else None
        return Query(typed, kinds, self.source.key or None, self._asking(), best_for)

    def offer(
        self,
        documents: tuple[SourceDocument, ...],
        audiences: tuple[Audience, ...],
        addressees: tuple[str, ...],
        most: Mapping[ExcerptKind, int],
    ) -> None:
        """Offer sources and addressees; what was chosen stays while it is there. ``most``: how many of a kind there are."""
        for kind, chip in self.chips.items():
            chip.reserve(most.get(kind, 0))
        say, language = self._words.say, self._words.language
        self._audiences = audiences
        sources = sorted((Choice(each.id, source_name(each)) for each in documents), key=lambda each: each.words.casefold())
        self.source.offer((Choice(_ANY, say("window.library.all-sources")), *_ruled(sources)), self.source.key)
        named = [
            Choice(f"audience:{each.id}", say("window.library.to", whom=in_words(each.in_sentence or each.name, language)))
            for each in audiences
        ]
        worded = [Choice(f"words:{each}", say("window.library.to", whom=f"“{each}”")) for each in addressees]
        nobody = Choice(_NOBODY, say("window.library.to-nobody"))
        anyone = Choice(_ANY, say("window.library.to-anyone"))
        self.addressee.offer((anyone, nobody, *_ruled(named), *_ruled(worded)), self.addressee.key)

    def serve(self, audience: Audience | None) -> None:
        """Let the order serve an audience; None: none is shown, so the newest come first."""
        say = self._words.say
        newest = Choice(_NEWEST, say("window.library.newest"))
        self._audience = audience
        if audience is None:
            self.order.offer((newest,), _NEWEST)
            return
        name = in_words(audience.in_sentence or audience.name, self._words.language)
        self.order.offer((Choice(_BEST, say("window.library.best-for", audience=name)), newest), self._wished)

    def count(self, counts: Mapping[ExcerptKind, int]) -> None:
        """Show how many of each kind there are."""
        for kind, chip in self.chips.items():
            chip.set_count(counts.get(kind, 0))

    def clear(self) -> None:
        """Let everything through again."""
        for chip in self.chips.values():
            chip.setChecked(False)
        self.source.set_key(_ANY)
        self.addressee.set_key(_ANY)

    def _asking(self) -> Asking | None:
        how, _, which = self.addressee.key.partition(":")
        match how:
            case "audience":
                return Asking(Asked.AUDIENCE, next((each for each in self._audiences if each.id == which), None))
            case "words":
                return Asking(Asked.WORDS, words=which)
            case "nobody":
                return Asking(Asked.NOBODY)
        return None

    def _wish(self, key: str) -> None:
        # The master serves nobody, whatever is wished for the audiences.
        if self._audience:
            self._wished = key

    def _told(self) -> None:
        self.query_changed.emit()


def _ruled(choices: list[Choice]) -> list[Choice]:
    return [replace(choice, rule=place == 0) for place, choice in enumerate(choices)]
