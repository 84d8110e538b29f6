"""The card of a document, to be put right: each entry with how it is known; what a person types wins over all else."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from briefing_app.desktop.looking import Looking
from briefing_app.desktop.widgets.buttons import push_button
from briefing_app.desktop.widgets.tall_area import TallArea
from briefing_app.errors import BriefingError
from briefing_app.workbench.cards import FIELDS, Field, basis_of, entered, shown_value
from briefing_app.workbench.cleaner_copies import CleanerCopy
from briefing_app.workbench.sources import damage_told


class CardForm(QWidget):
    """One field an entry; what is typed is kept when the field is left, as one step of history."""

    def __init__(self, looking: Looking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looking = looking
        self._words = words = looking.workspace.words
        self.fields: dict[Field, QLineEdit] = {}
        self._bases: dict[Field, QLabel] = {}
        sheet = QWidget()
        sheet.setProperty("ground", "desk")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(6)
        head = QLabel(words.say("window.card-form.title"))
        head.setProperty("type", "heading")
        column.addWidget(head)
        column.addSpacing(6)
        for field in FIELDS:
            self._add(column, field)
        self._fault = QLabel(wordWrap=True)
        self._fault.setProperty("type", "small")
        self._fault.setProperty("tone", "block")
        self._fault.hide()
        column.addWidget(self._fault)
        self._damage_head = QLabel(words.say("window.card-form.damage"))
        self._damage_head.setProperty("type", "strong")
        self._damage = QLabel(wordWrap=True)
        self._damage.setTextFormat(Qt.TextFormat.PlainText)
        self._damage.setProperty("type", "small")
        self._damage.setProperty("tone", "warn")
        column.addSpacing(10)
        column.addWidget(self._damage_head)
        column.addWidget(self._damage)
        self._offer = QLabel(wordWrap=True)
        self._offer.setTextFormat(Qt.TextFormat.PlainText)
        self._offer.setProperty("type", "small")
        self._offer.setProperty("tone", "ink2")
        self.mend = push_button(words.say("window.mending.ask"))
        column.addSpacing(4)
        column.addWidget(self._offer)
        column.addWidget(self.mend, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_offers(())
        column.addStretch(1)
        area = TallArea()
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(sheet)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        looking.document_opened.connect(lambda _document: self.show_card())
        looking.source_changed.connect(lambda _document: self.show_card())
        self.show_card()

    def show_card(self) -> None:
        """Show the card of the document looked at."""
        source, reading = self._looking.source, self._looking.reading
        if source is None or reading is None:
            return
        self._fault.hide()
        for field, line in self.fields.items():
            line.setText(shown_value(source.document.card, field))
            line.setCursorPosition(0)
            basis = basis_of(source.document.card, field)
            self._bases[field].setText(self._words.say(f"window.card-form.basis.{basis.value.replace(' ', '-')}") if basis else "")
        damage = damage_told(reading, self._words)
        self._damage.setText("\n".join(damage))
        for widget in (self._damage_head, self._damage):
            widget.setVisible(bool(damage))

    def show_offers(self, offers: tuple[CleanerCopy, ...]) -> None:
        """Say which copy has how many of the damaged passages whole."""
        for widget in (self._offer, self.mend):
            widget.setVisible(bool(offers))
        if offers:
            self._offer.setText(self._words.count("window.mending.offered", len(offers), name=offers[0].clean.document.name))

    def _add(self, column: QVBoxLayout, field: Field) -> None:
        name = self._words.say(f"describe.card.{field.value}")
        head = QHBoxLayout()
        label, basis = QLabel(name), QLabel()
        for each, tone in ((label, "ink2"), (basis, "ink3")):
            each.setProperty("type", "small")
            each.setProperty("tone", tone)
        head.addWidget(label, 1)
        head.addWidget(basis)
        line = QLineEdit()
        line.setAccessibleName(name)
        label.setBuddy(line)
        line.editingFinished.connect(lambda: self._entered(field))
        self.fields[field], self._bases[field] = line, basis
        column.addLayout(head)
        column.addWidget(line)
        column.addSpacing(6)

    def _entered(self, field: Field) -> None:
        source = self._looking.source
        if source is None:
            return
        try:
            card = entered(source.document.card, field, self.fields[field].text())
        except BriefingError as fault:
            # What was typed stays in its field, beside the line that says what is wrong with it.
            self._fault.setText(fault.line(self._words))
            self._fault.show()
            return
        self._fault.hide()
        self._looking.workspace.put_card("card", source.document.id, card)
