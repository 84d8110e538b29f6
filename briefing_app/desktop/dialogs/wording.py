"""Says an ask in our own words: lead and rest with their words counted, the source beside them, for all or one audience."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefing_app.desktop.dialogs.foot import foot
from briefing_app.desktop.dialogs.sheet import Sheet
from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.choice_button import Choice, ChoiceButton
from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.audience import MASTER, in_words
from briefing_app.domain.pack import Adapted, Pack, Wording
from briefing_app.words import Words
from briefing_app.workbench.adapting import Adapting, adapting, count_words, reworded
from briefing_app.workbench.editing import Edited

_MARGIN = 24
_MOST_LINES = 7
"""How many lines of the source are seen at once."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen: a wording, and for whom."""

    wording: Wording
    audience: str


class WordingDialog(Sheet):
    """Takes lead and rest; what is too long is said, and may still be used: a finding remembers it."""

    chosen = Signal(object)
    """A ``Chosen``."""
    typed = Signal()
    """Something was written: ``written`` has it."""

    def __init__(self, what: Adapting, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wording")
        self._what, self._words = what, words
        say = words.say
        self.setWindowTitle(say("window.wording.title"))
        self.setMinimumWidth(theme_of().px(520))
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 20, _MARGIN, 20)
        column.setSpacing(10)
        column.addWidget(_label(say("window.wording.title"), "title"))
        column.addWidget(self._source())
        self.lead, self.lead_count = self._field(column, "lead", what.held.lead, 2)
        self.rest, self.rest_count = self._field(column, "rest", what.held.rest, 4)
        note = _label(say("window.wording.printed"), "small")
        note.setProperty("tone", "ink3")
        column.addWidget(note)
        self.audience = ChoiceButton(say("window.wording.for"))
        self._offer_audiences(column)
        column.addSpacing(4)
        self._add_buttons(column)
        self._count()
        width = self.minimumWidth()
        self.resize(width, column.totalHeightForWidth(width))
        self.lead.setFocus()

    def written(self) -> Chosen:
        """Return what is written now, and for whom."""
        return Chosen(Adapted(_line(self.lead), _line(self.rest)), self.audience.key or MASTER)

    def accept(self) -> None:
        """Tell the wording and close."""
        if self.keep.isEnabled():
            self.chosen.emit(self.written())
            super().accept()

    def _source(self) -> QWidget:
        frame = QFrame()
        frame.setProperty("kind", "box")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(12, 8, 12, 10)
        margins = inside.contentsMargins()
        inside.setSpacing(2)
        title = self._words.say("window.wording.source")
        name = _label(title, "small")
        name.setProperty("tone", "ink3")
        inside.addWidget(name)
        said = _label(self._what.source, "words")
        said.setAccessibleName(title)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        room = QScrollArea()
        room.setWidgetResizable(True)
        room.setWidget(said)
        said.setProperty("ground", "card")
        said.ensurePolished()  # its height is that of its own type
        beside = margins.left() + margins.right() + 2 * _MARGIN + 2
        high = said.heightForWidth(self.minimumWidth() - beside)
        room.setFixedHeight(min(high, theme_of().line("words") * _MOST_LINES) + 2)
        inside.addWidget(room)
        return frame

    def _field(self, column: QVBoxLayout, key: str, text: str, lines: int) -> tuple[QPlainTextEdit, QLabel]:
        theme = theme_of()
        name = self._words.say(f"window.wording.{key}")
        head = QHBoxLayout()
        title = _label(name, "strong")
        head.addWidget(title)
        head.addStretch(1)
        count = _label("", "small")
        head.addWidget(count)
        column.addLayout(head)
        field = QPlainTextEdit(text)
        field.setProperty("kind", "field")
        field.setTabChangesFocus(True)
        field.setAccessibleName(name)
        field.setFixedHeight(theme.line("body") * lines + theme.px(18))
        field.textChanged.connect(self._count)
        field.textChanged.connect(self.typed)
        title.setBuddy(field)
        column.addWidget(field)
        return field, count

    def _offer_audiences(self, column: QVBoxLayout) -> None:
        shown, say = self._what.looked_at, self._words.say
        if shown is None:
            self.audience.offer([Choice(MASTER, say("window.trim.for-all"))], MASTER)
            self.audience.setParent(self)
            self.audience.hide()
            return
        alone = Choice(shown.id, say("window.trim.for-one", audience=in_words(shown.name, self._words.language)))
        self.audience.offer([Choice(MASTER, say("window.trim.for-all")), alone], self._what.audience)
        row = QHBoxLayout()
        row.addWidget(_label(say("window.wording.for"), "strong"))
        row.addWidget(self.audience)
        row.addStretch(1)
        column.addLayout(row)

    def _add_buttons(self, column: QVBoxLayout) -> None:
        say = self._words.say
        self.verbatim = QPushButton(say("window.wording.verbatim"), self)
        self.verbatim.setAutoDefault(False)
        self.verbatim.clicked.connect(self._back_to_source)
        stay = QPushButton(say("window.cancel"))
        stay.clicked.connect(self.reject)
        self.keep = QPushButton(say("window.wording.keep"))
        self.keep.clicked.connect(self.accept)
        column.addLayout(foot(stay, self.keep, beside=self.verbatim))
        self.verbatim.setVisible(self._what.adapted)

    def _back_to_source(self) -> None:
        self.chosen.emit(Chosen(self._what.verbatim, self.audience.key or MASTER))
        self.reject()

    def _count(self) -> None:
        if not hasattr(self, "keep"):
            return
        lead, whole = count_words(_line(self.lead)), count_words(f"{_line(self.lead)} {_line(self.rest)}")
        for label, key, number, most in (
            (self.lead_count, "window.wording.count", lead, self._what.most_lead),
            (self.rest_count, "window.wording.count-all", whole, self._what.most_words),
        ):
            label.setText(self._words.count(key, number, most=most))
            label.setToolTip(self._words.say("window.tip.wording.long", number=number, most=most) if number > most else "")
            label.setProperty("tone", "warn" if number > most else "ink3")
            label.style().unpolish(label)
            label.style().polish(label)
        self.keep.setEnabled(bool(lead))
        self.keep.setToolTip("" if lead else self._words.say("window.tip.wording.keep"))


def _line(field: QPlainTextEdit) -> str:
    # Our own words: paragraphs and runs of spaces become one space each.
    return " ".join(field.document().toPlainText().split())


def _label(text: str, type_: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("type", type_)
    label.setWordWrap(type_ != "strong")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def open_wording(workspace: Workspace, placement: str, parent: QWidget | None = None) -> WordingDialog:
    """Open the dialog for a placed excerpt and put what is chosen into the pack; KeyError when no excerpt is placed there."""
    what = adapting(workspace.pack, placement, workspace.audience)
    dialog = WordingDialog(what, workspace.words, parent)

    def kept(said: Chosen) -> Callable[[Pack], Edited]:
        return lambda pack: reworded(pack, what, said.wording, said.audience)

    def tell_typing() -> None:
        said = dialog.written()
        workspace.typing(kept(said) if said.wording not in {what.held, Adapted("")} else None, "sheet")

    dialog.typed.connect(tell_typing)
    dialog.finished.connect(lambda _code: workspace.typing(None, "sheet"))
    dialog.chosen.connect(lambda said: workspace.do(kept(said)))
    dialog.open()
    return dialog
