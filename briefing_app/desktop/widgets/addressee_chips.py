"""Who is asked, as chips: each can be taken off, another be added by typing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.buttons import icon_button, push_button
from briefing_app.desktop.widgets.flow_row import FlowRow
from briefing_app.words import Words


class _Field(QLineEdit):
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape gives up typing."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class AddresseeChips(QWidget):
    """Shows names and asks for others."""

    wanted = Signal(object)
    """A tuple of the names a person wants now."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._names: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._row = QWidget()
        self._flow = FlowRow(6, self._row, apart=False)
        column.addWidget(self._row)
        self.field = _Field()
        self.field.setPlaceholderText(words.say("window.inspector.addressee"))
        self.field.setAccessibleName(words.say("window.inspector.addressee"))
        self.field.returnPressed.connect(self._typed)
        self.field.left.connect(self._give_up)
        self.field.hide()
        column.addWidget(self.field)
        self.show_names(())

    def show_names(self, names: tuple[str, ...]) -> None:
        """Show these names."""
        self._names = names
        while self._flow.count():
            held = self._flow.takeAt(0).widget()
            if held:
                held.hide()
                held.deleteLater()
        self.add = push_button(self._words.say("window.inspector.add"), "link", "plus")
        self.add.clicked.connect(self._ask)
        for widget in (*map(self._chip, names), self.add):
            self._flow.addWidget(widget)
        self._row.updateGeometry()

    def _chip(self, name: str) -> QWidget:
        theme = theme_of()
        chip = QFrame()
        chip.setProperty("kind", "chip")
        chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(chip)
        row.setContentsMargins(theme.px(8), 0, 0, 0)
        row.setSpacing(0)
        label = QLabel(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("type", "small_strong")
        off = icon_button("x", self._words.say("window.inspector.take-off", name=name), "ink3", 12)
        off.setProperty("kind", "small")
        off.setFixedSize(theme.px(24), theme.px(24))
        off.clicked.connect(lambda: self.wanted.emit(tuple(each for each in self._names if each != name)))
        row.addWidget(label)
        row.addWidget(off)
        chip.setFixedHeight(theme.px(26))
        return chip

    def _ask(self) -> None:
        self.field.clear()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> None:
        name = " ".join(self.field.text().split())
        self.field.hide()
        if name and name not in self._names:
            self.wanted.emit((*self._names, name))

    def _give_up(self) -> None:
        self.field.hide()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
