"""An empty, busy or failed place: a small picture, a title, a sentence, at most one thing to do."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.buttons import push_button
from briefing_app.desktop.widgets.icon_picture import IconPicture
from briefing_app.desktop.widgets.spinner import Spinner

_ICON = 26
_WIDEST = 264
_BAR = 180
_STEPS = 1_000


class EmptyState(QWidget):
    """Stands in the middle of what is empty. ``icon_name`` empty: the place is busy, and a ring turns instead."""

    action_asked = Signal()

    def __init__(
        self, icon_name: str, title: str, line: str = "", action: str = "", *, tone: str = "ink3", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme = theme_of()
        self._title = _label("strong", "ink")
        self._line = _label("small", "ink2")
        self._bar = QProgressBar(textVisible=False, maximum=_STEPS)
        self._bar.setFixedWidth(theme.px(_BAR))
        self.action = push_button("", "link")
        self.action.clicked.connect(self.action_asked)
        picture = IconPicture(icon_name, tone, _ICON) if icon_name else Spinner(_ICON, "accent")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 24, 16, 24)
        column.setSpacing(theme.px(4))
        column.addStretch(1)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.px(8))
        for words in (self._title, self._line):
            # Stretches keep it in the middle; an alignment would take the height away that its wrapped words need.
            middle = QHBoxLayout()
            middle.addStretch(1)
            middle.addWidget(words, _WIDEST)
            middle.addStretch(1)
            column.addLayout(middle)
        column.addSpacing(theme.px(8))
        column.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.tell(title, line, action)
        self.set_progress(None)

    def tell(self, title: str, line: str = "", action: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        for widget, words in ((self._line, line), (self.action, action)):
            widget.setText(words)
            widget.setVisible(bool(words))
        self._title.setMaximumWidth(_even(title, "strong"))
        self._line.setMaximumWidth(_even(line, "small"))
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)

    def set_progress(self, share: float | None) -> None:
        """Show how much is done, 0 to 1; None: no bar."""
        self._bar.setVisible(share is not None)
        self._bar.setValue(round((share or 0) * _STEPS))


def _even(words: str, type_name: str) -> int:
    """Return the least width at which words take no more lines than at the widest: no last word stands alone."""
    theme = theme_of()
    metrics, widest = QFontMetrics(theme.font(type_name)), theme.px(_WIDEST)

    def high(width: int) -> int:
        return metrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, words).height()

    least, most = widest // 2, widest
    while least < most:
        middle = (least + most) // 2
        least, most = (middle + 1, most) if high(middle) > high(widest) else (least, middle)
    # Two pixels more: a label leaves a margin that metrics do not know.
    return min(widest, most + 2) if high(widest) > metrics.height() else widest


def _label(type_name: str, tone: str) -> QLabel:
    label = QLabel(wordWrap=True)
    label.setProperty("type", type_name)
    label.setProperty("tone", tone)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    return label
