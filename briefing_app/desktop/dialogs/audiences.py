"""Chooses for whom placements are: whoever they concern, or these audiences alone."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from briefing_app.desktop.dialogs.foot import foot
from briefing_app.desktop.dialogs.sheet import Sheet
from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.audience import Audience, in_words
from briefing_app.words import Words
from briefing_app.workbench import editing

_WIDTH = 440
_MOST_BOXES = 9
"""How many audiences are seen at once."""
_INDENT = 26
"""Where the words of a radio button begin: what belongs to it begins there too."""
_BOX = 28
"""How high the line of an audience is, in pixels at 100 %."""


class AudiencesDialog(Sheet):
    """Takes a choice for one placement or several; where theirs differ, none is made yet."""

    chosen = Signal(object)
    """The audiences' identifiers as a tuple; None for whoever it concerns."""

    def __init__(
        self, audiences: Sequence[Audience], held: Sequence[tuple[str, ...] | None], words: Words, parent: QWidget | None = None
    ) -> None:
        """Make the dialog; ``held`` says for whom each of the placements is now."""
        super().__init__(parent)
        self.setObjectName("audiences")
        self._words = words
        say = words.say
        self.setWindowTitle(say("window.audiences.title"))
        self.setMinimumWidth(theme_of().px(_WIDTH))
        self.concerned = QRadioButton(say("window.audiences.concerned"))
        self.concerned.setAccessibleDescription(say("window.audiences.concerned-line"))
        self.only = QRadioButton(say("window.audiences.chosen"))
        self.boxes = {each.id: QCheckBox(in_words(each.formal, words.language)) for each in audiences}
        self._area = self._made_area()
        self.keep = QPushButton(say("window.audiences.keep"))
        self._lay_out(len(held))
        self._show(held)
        for button in (self.concerned, self.only, *self.boxes.values()):
            button.toggled.connect(self._allow)
        self._allow()
        (self.only if self.only.isChecked() else self.concerned).setFocus()

    def accept(self) -> None:
        """Tell the choice and close; without one nothing happens."""
        if self.keep.isEnabled():
            self.chosen.emit(None if self.concerned.isChecked() else self._ticked())
            super().accept()

    def _ticked(self) -> tuple[str, ...]:
        return tuple(identifier for identifier, box in self.boxes.items() if box.isChecked())

    def _show(self, held: Sequence[tuple[str, ...] | None]) -> None:
        first = held[0]
        if any(each != first for each in held):
            # Neither is on until somebody chooses: what is there is not the same for all.
            return
        self.concerned.setChecked(first is None)
        self.only.setChecked(first is not None)
        for identifier, box in self.boxes.items():
            box.setChecked(identifier in (first or ()))

    def _allow(self) -> None:
        self._area.setEnabled(self.only.isChecked())
        ready = self.concerned.isChecked() or (self.only.isChecked() and bool(self._ticked()))
        self.keep.setEnabled(ready)
        lacking = self.only.isChecked() and not ready
        self.keep.setToolTip(self._words.say("window.tip.audiences.keep") if lacking else "")

    def _lay_out(self, placements: int) -> None:
        say = self._words.say
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(4)
        column.addWidget(_label(say("window.audiences.title"), "title"))
        if placements > 1:
            column.addWidget(_label(self._words.count("window.audiences.several", placements), "body"))
        column.addSpacing(8)
        column.addWidget(self.concerned, 0, Qt.AlignmentFlag.AlignLeft)
        line = _label(say("window.audiences.concerned-line"), "small")
        line.setIndent(theme_of().px(_INDENT))
        column.addWidget(line)
        column.addSpacing(8)
        column.addWidget(self.only, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._area)
        column.addSpacing(12)
        stay = QPushButton(say("window.cancel"))
        stay.clicked.connect(self.reject)
        self.keep.clicked.connect(self.accept)
        column.addLayout(foot(stay, self.keep))

    def _made_area(self) -> QScrollArea:
        theme = theme_of()
        inside = QWidget()
        inside.setProperty("ground", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(_INDENT), 6, 12, 6)
        column.setSpacing(0)
        for box in self.boxes.values():
            box.setFixedHeight(theme.px(_BOX))
            column.addWidget(box)
        area = QScrollArea()
        area.setProperty("kind", "framed")
        area.setAccessibleName(self._words.say("window.audiences.chosen"))
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFixedHeight(theme.px(_BOX) * min(_MOST_BOXES, max(1, len(self.boxes))) + 16)
        area.setWidget(inside)
        return area


def _label(text: str, kind: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setProperty("type", kind)
    if kind != "title":
        label.setProperty("tone", "ink2")
    return label


def open_audiences(workspace: Workspace, placements: Sequence[str], parent: QWidget | None = None) -> AudiencesDialog:
    """Open the dialog for placements and put the choice into the pack as one edit; KeyError for one that is not there."""
    ordered = sorted(workspace.pack.audiences, key=lambda each: (each.order, each.id))
    held = [editing.placement_of(workspace.pack, each).audiences for each in placements]
    dialog = AudiencesDialog(ordered, held, workspace.words, parent)
    dialog.chosen.connect(lambda audiences: workspace.do(lambda pack: editing.choose_audiences(pack, placements, audiences)))
    dialog.open()
    return dialog
