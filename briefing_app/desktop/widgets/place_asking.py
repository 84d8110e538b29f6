"""What is asked about an excerpt whose words the newest version of its document lacks: where they are now, or to let it go."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.buttons import push_button
from briefing_app.desktop.widgets.words_label import WordsLabel
from briefing_app.words import Words


class PlaceAsking(QFrame):
    """Stands above the particulars of such an excerpt."""

    found = Signal()
    """The words selected in the text are where it stands now."""
    let_go = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = theme_of()
        self.setProperty("kind", "message")
        self.setProperty("severity", "warn")
        self.setAccessibleName(words.say("window.places.lead"))
        self.this = push_button(words.say("window.places.this"))
        self.this.setToolTip(words.say("window.places.this.tip"))
        self.this.setEnabled(False)
        self.go = push_button(words.say("window.places.let-go"), "link")
        self.this.clicked.connect(self.found)
        self.go.clicked.connect(self.let_go)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10))
        column.setSpacing(theme.px(8))
        column.addWidget(WordsLabel(words.say("window.places.lead")))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.this)
        row.addWidget(self.go)
        row.addStretch(1)
        column.addLayout(row)

    def allow(self, *, passage: bool) -> None:
        """Say whether words are selected that can be meant."""
        self.this.setEnabled(passage)
