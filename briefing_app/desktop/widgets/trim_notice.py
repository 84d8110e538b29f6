"""One line in a quotation being trimmed that says what is in the way, with the one thing to do about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.buttons import push_button
from briefing_app.desktop.widgets.icon_picture import IconPicture


class TrimNotice(QWidget):
    """A triangle, a sentence and a link; hidden while there is nothing to say."""

    followed = Signal()

    def __init__(self, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = theme_of()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        self._sign = IconPicture("triangle-alert", "warn", 14)
        self._sentence = QLabel()
        self._sentence.setProperty("type", "small_strong")
        self._sentence.setProperty("tone", "warn")
        self._sentence.setWordWrap(True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.link = push_button(action, "link")
        self.link.setMinimumHeight(24)
        self.link.clicked.connect(self.followed)
        row.addWidget(self._sign)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.link)
        self.setVisible(False)

    @property
    def sentence(self) -> str:
        """What is said; empty for nothing."""
        return self._sentence.text()

    def tell(self, sentence: str, *, can_follow: bool = True) -> None:
        """Say something, or nothing."""
        self._sentence.setText(sentence)
        self.link.setVisible(can_follow)
        self.setVisible(bool(sentence))

    def height_for(self, width: int) -> int:
        """Return how high the line, or the lines, stand at a width; 0 while nothing is said."""
        if not self.sentence:
            return 0
        theme = theme_of()
        link = 0 if self.link.isHidden() else self.link.sizeHint().width() + theme.px(6)
        room = max(60, width - link - theme.px(20))
        wrapped = QFontMetrics(theme.font("small_strong")).boundingRect(0, 0, room, 10_000, Qt.TextFlag.TextWordWrap, self.sentence)
        return max(24, wrapped.height() + theme.px(4))
