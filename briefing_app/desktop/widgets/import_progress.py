"""Documents on their way in, told in place: how many of how many, how long the rest may take, and a way to stop."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QWidget

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.buttons import push_button
from briefing_app.desktop.widgets.spinner import Spinner

_BAR = 160
_STEPS = 1_000


class ImportProgress(QFrame):
    """Stays while numbers change in it, so that its button can be pressed."""

    action_asked = Signal()
    closed = Signal()
    """Never emitted: it goes with the last document. It is told among messages, which have this."""

    def __init__(self, stop: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = theme_of()
        self.setProperty("kind", "message")
        self.setProperty("severity", "info")
        self.sentence = QLabel(wordWrap=True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(textVisible=False, maximum=_STEPS)
        self.bar.setFixedWidth(theme.px(_BAR))
        self.action = push_button(stop, "link")
        self.action.clicked.connect(self.action_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        row.setSpacing(theme.px(12))
        row.addWidget(Spinner(16))
        row.addWidget(self.sentence, 1)
        row.addWidget(self.bar)
        row.addWidget(self.action)

    def show_progress(self, sentence: str, share: float) -> None:
        """Say how far it is, in words and as a share of the whole."""
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.bar.setValue(round(share * _STEPS))
