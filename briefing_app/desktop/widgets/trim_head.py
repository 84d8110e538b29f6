"""The head of a quotation being trimmed: its kind, who says it, for whom the wording is, and the grade in words."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.buttons import icon_button
from briefing_app.desktop.widgets.chip import Pill
from briefing_app.desktop.widgets.choice_button import Choice, ChoiceButton
from briefing_app.desktop.widgets.kind_icon import kind_icon
from briefing_app.desktop.widgets.text_painter import paint_line
from briefing_app.domain.audience import MASTER, in_words
from briefing_app.domain.fidelity.grades import PRINTABLE, Grade
from briefing_app.domain.source import titled
from briefing_app.words import Words
from briefing_app.workbench.trimming import Trimming, says


class TrimHead(QWidget):
    """Says what is trimmed, and lets one choose for whom."""

    audience_chosen = Signal(str)
    restored = Signal()
    """The quotation is to be as it was, and closed."""

    def __init__(self, trimming: Trimming, words: Words, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        theme = theme_of()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        kind = trimming.pack.excerpt(trimming.placement.excerpts[0]).kind
        shape = QLabel()
        shape.setPixmap(kind_icon(kind).pixmap(QSize(theme.px(16), theme.px(16)), self.devicePixelRatioF()))
        shape.setAccessibleName(words.say(f"kind.{kind.value}"))
        row.addWidget(shape)
        first, second = _who(trimming, words)
        self._add_words(row, f"{first}," if first and second else first, "strong", "ink", 0)
        self._add_words(row, second, "body", "ink2", 1)
        row.addStretch(0)
        # Within this at once: shown alone it would be a window.
        self.audience = ChoiceButton(words.say("window.tip.trim.audience"), self)
        self.audience.setVisible(trimming.looked_at != MASTER)
        if trimming.looked_at != MASTER:
            name = in_words(trimming.pack.audience(trimming.looked_at).name, words.language)
            alone = Choice(trimming.looked_at, words.say("window.trim.for-one", audience=name))
            self.audience.offer([Choice(MASTER, words.say("window.trim.for-all")), alone], trimming.audience)
        self.audience.chosen.connect(self.audience_chosen)
        row.addWidget(self.audience)
        self.grade = Pill()
        row.addWidget(self.grade)
        self.close_button = icon_button("x", words.say("window.trim.restore"), "ink3", 14)
        self.close_button.setToolTip(words.say("window.tip.trim.restore", key=key))
        self.close_button.setStyleSheet(f"min-width: {theme.px(24)}px; min-height: {theme.px(24)}px;")
        self.close_button.clicked.connect(self.restored)
        row.addWidget(self.close_button)

    def show_grade(self, grade: Grade) -> None:
        """Say a grade in words."""
        tone, sign = ("ok", "check") if grade in PRINTABLE else ("block", "x")
        self.grade.show_words(self._words.say(f"window.grade.{grade.value}"), tone, sign)

    @staticmethod
    def _add_words(row: QHBoxLayout, text: str, type_: str, tone: str, stretch: int) -> None:
        if not text:
            return
        label = _YieldingLabel(text)
        label.setProperty("type", type_)
        label.setProperty("tone", tone)
        row.addWidget(label, stretch)


class _YieldingLabel(QLabel):
    """A label that gives way: what does not fit fades, the tooltip has it whole."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setToolTip(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return next to no width: others go first."""
        return QSize(theme_of().px(24), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw as much as there is room for."""
        painter = QPainter(self)
        paint_line(painter, self.text(), QRectF(self.rect()), self.font(), self.palette().color(self.foregroundRole()))
        painter.end()


def _who(trimming: Trimming, words: Words) -> tuple[str, str]:
    """Return who speaks and in which role; of a recommendation to whom it is; of context where it stands."""
    speaker, role = says(trimming)
    if speaker:
        return speaker, role
    excerpt = trimming.pack.excerpt(trimming.placement.excerpts[0])
    source = titled(trimming.pack.document(excerpt.document))
    if excerpt.addressees:
        return words.say("window.trim.to", names=words.join([each.words for each in excerpt.addressees])), source
    return "", source
