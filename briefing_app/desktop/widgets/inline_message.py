"""What went wrong or well, told in place: one sentence, perhaps beneath whom it is about, one action."""

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.buttons import icon_button, push_button
from briefing_app.desktop.widgets.icon_picture import IconPicture
from briefing_app.desktop.widgets.text_painter import Mark
from briefing_app.desktop.widgets.words_label import WordsLabel

Weight = Literal["block", "warn", "info", "ok"]

_ICONS: dict[str, tuple[str, str]] = {
    "block": ("octagon-x", "block"),
    "warn": ("triangle-alert", "warn"),
    "info": ("info", "ink2"),
    "ok": ("circle-check", "ok"),
}


class InlineMessage(QFrame):
    """A tinted strip: an icon, the sentence, at most one thing to do.

    ``close_name``: what the cross is called; empty: none. ``about``: a line above the sentence. ``marks``: a source's words in it.
    ``quiet``: without a tint, for what only stands by.
    """

    action_asked = Signal()
    closed = Signal()

    def __init__(
        self,
        sentence: str,
        action: str = "",
        *,
        severity: Weight = "warn",
        close_name: str = "",
        about: str = "",
        marks: tuple[Mark, ...] = (),
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = theme_of()
        self.setProperty("kind", "message")
        self.setProperty("severity", "" if quiet else severity)
        self.setAccessibleName(f"{about} {sentence}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        small = bool(about) or quiet
        self.sentence = WordsLabel(sentence, marks, "small" if small else "body", "ink2" if small else "ink")
        self.action = push_button(action, "link", parent=self)
        self.action.clicked.connect(self.action_asked)
        self.action.setVisible(bool(action))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(6), theme.px(6))
        row.setSpacing(theme.px(8))
        row.addWidget(IconPicture(*_ICONS[severity], side=16))
        told = QVBoxLayout()
        told.setSpacing(0)
        if about:
            told.addWidget(WordsLabel(about, (), "strong"))
        told.addWidget(self.sentence)
        row.addLayout(told, 1)
        row.addWidget(self.action)
        if close_name:
            cross = icon_button("x", close_name, size=14)
            cross.clicked.connect(self._close)
            row.addWidget(cross)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
