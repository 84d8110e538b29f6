"""Notes for a meeting, audience by audience: what is written is in the pack as soon as a field is left, each time as one edit."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from briefing_app.desktop.dialogs.foot import foot
from briefing_app.desktop.dialogs.sheet import Sheet
from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.choice_button import Choice, ChoiceButton
from briefing_app.desktop.widgets.meeting_form import MeetingForm
from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.audience import MASTER, in_words
from briefing_app.domain.briefing import Copy
from briefing_app.domain.pack import MeetingNotes, Pack
from briefing_app.workbench.editing import Edited
from briefing_app.workbench.meeting import Draft, asks_of, drafted, has_sheets, sources_of, written

_SIZE = (760, 680)


class MeetingDialog(Sheet):
    """Edits the notes of one audience at a time. Nothing waits for a button: closing keeps everything, undo takes it back."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Make the dialog for a pack with audiences; it opens on the one shown, or on the first."""
        super().__init__(parent)
        self.setObjectName("meeting")
        self._workspace = workspace
        self._say = workspace.words.say
        self._start = workspace.pack
        self._held = Draft(MeetingNotes())
        """What the form was given, or what of it is in the pack."""
        ordered = sorted(workspace.pack.audiences, key=lambda each: (each.order, each.id))
        self._named = [Choice(each.id, in_words(each.formal, workspace.words.language)) for each in ordered]
        self._audience = ordered[0].id if workspace.audience == MASTER else workspace.audience
        self.setWindowTitle(self._say("window.meeting.title"))
        self.form = MeetingForm(workspace.words)
        self.audience = ChoiceButton(self._say("window.meeting.audience"))
        self.audience.offer(self._named, self._audience)
        self.audience.chosen.connect(self._turn)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.form)
        self._lay_out()
        self._show()
        self.form.left.connect(self.keep)
        self.form.typed.connect(lambda: workspace.typing(self._as_typed, "sheet"))
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.accept)
        self.form.lines["when"].setFocus()

    def keep(self) -> None:
        """Put what is written into the pack, if it is not there yet."""
        self._workspace.typing(None, "sheet")
        draft, audience = self.form.draft(), self._audience
        if draft != self._held:
            self._held = draft
            self._workspace.do(lambda pack: written(pack, audience, draft))

    def done(self, code: int) -> None:
        """Keep what is written, show the copy it is for if anything was, and close."""
        self.keep()
        if self._workspace.pack != self._start:
            self._workspace.show_audience(self._audience)
            self._workspace.show_copy(Copy.INTERNAL)
        super().done(code)

    def _as_typed(self, pack: Pack) -> Edited:
        return written(pack, self._audience, self.form.draft())

    def _turn(self, audience: str) -> None:
        self.keep()
        self._audience = audience
        self._show()

    def _show(self) -> None:
        pack: Pack = self._workspace.pack
        self._held = drafted(pack, self._audience)
        audience = self._audience
        self.form.show_draft(self._held, lambda: (asks_of(pack, audience), sources_of(pack, audience)))
        name = next(choice.words for choice in self._named if choice.key == self._audience)
        self.form.theirs_name(name)
        self.area.verticalScrollBar().setValue(0)

    def _lay_out(self) -> None:
        theme = theme_of()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 20, 1, 16)  # the sheet's own edge stays in sight
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setContentsMargins(24, 0, 24, 0)
        title = _label(self._say("window.meeting.title"), "title")
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.audience)
        column.addLayout(head)
        lines = ["line"] if has_sheets(self._workspace.pack) else ["line", "no-sheets"]
        for key in lines:
            told = _label(self._say(f"window.meeting.{key}"), "small")
            told.setProperty("tone", "ink2" if key == "line" else "warn")
            told.setWordWrap(True)
            told.setContentsMargins(24, 0, 24, 0)
            column.addWidget(told)
        column.addSpacing(theme.px(6))
        column.addWidget(_rule())
        column.addWidget(self.area, 1)
        column.addWidget(_rule())
        close = QPushButton(self._say("window.meeting.done"))
        close.clicked.connect(self.accept)
        row = foot(close)
        row.setContentsMargins(24, 8, 24, 0)
        column.addLayout(row)
        parent = self.parentWidget()
        room = parent.window().height() - theme.px(40) if parent else theme.px(_SIZE[1])
        self.resize(theme.px(_SIZE[0]), min(theme.px(_SIZE[1]), room))


def _rule() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "line")
    line.setFixedHeight(1)
    return line


def _label(text: str, kind: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("type", kind)
    return label


def open_meeting(workspace: Workspace, parent: QWidget | None = None) -> MeetingDialog | None:
    """Open the notes of the audience shown; nothing for a pack without audiences, which meets nobody."""
    if not workspace.pack.audiences:
        return None
    dialog = MeetingDialog(workspace, parent)
    dialog.open()
    return dialog
