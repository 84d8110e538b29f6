"""The foot of a quotation being trimmed: a button for everything that has a key, and the one that keeps the edits."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.flow_row import FlowRow
from briefing_app.desktop.widgets.key_button import KeyButton
from briefing_app.desktop.widgets.trim_view import Asked
from briefing_app.words import Words

BUTTONS: dict[Asked | None, tuple[str, str]] = {
    Asked.LEAVE_OUT: ("window.key.delete", "leave-out"),
    Asked.PUT_BACK: ("window.key.insert", "put-back"),
    None: ("[", "add"),
    Asked.CASE: ("Alt C", "case"),
}
"""The buttons at the foot: what each asks for (None: words of our own), its key's cap and its name."""


class TrimFoot(QWidget):
    """Buttons by what they ask for; they go on in a second line where one is too narrow."""

    asked = Signal(object)
    """An ``Asked``; None: words of our own are to be put in."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = words.say
        theme = theme_of()
        row = FlowRow(theme.px(3), self)
        self.buttons: dict[Asked | None, KeyButton] = {}
        for asked, (cap, name) in BUTTONS.items():
            shown = say(cap) if cap.startswith("window.") else cap
            button = KeyButton(shown, say(f"window.trim.{name}"), say(f"window.tip.trim.{name}"))
            button.clicked.connect(lambda _checked=False, asked=asked: self.asked.emit(asked))
            row.addWidget(button)
            self.buttons[asked] = button
        self.done = QPushButton(say("window.trim.done"))
        self.done.setProperty("kind", "primary")
        self.done.setStyleSheet(f"QPushButton {{ min-height: {theme.px(24)}px; }}")
        self.done.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(self.done)
        self._row = row

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return how high the lines stand at a width."""
        return self._row.heightForWidth(width)

    def allow_done(self, hindrance: str, tip: str) -> None:
        """Let the edits be kept, or say what is in the way."""
        self.done.setEnabled(not hindrance)
        self.done.setToolTip(hindrance or tip)
        self.done.setAccessibleDescription(hindrance or tip)
