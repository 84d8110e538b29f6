"""A quotation opened in its outline row to be trimmed: nothing reaches the pack before it is kept, and Esc lets all of it go."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QWidget

from briefing_app.desktop.dialogs.turning import TurningDialog
from briefing_app.desktop.widgets.insertion_field import InsertionField
from briefing_app.desktop.widgets.trim_frame import TrimFrame
from briefing_app.desktop.widgets.trim_view import Asked, asked_by, typed_by
from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.dates import PartialDate
from briefing_app.workbench import trimming
from briefing_app.workbench.session import Changed
from briefing_app.workbench.trim_display import Display, DisplayKind, displayed
from briefing_app.workbench.trim_sentences import damage_left, past_damage, question
from briefing_app.workbench.trimming import Part, Place, Trimming


@dataclass(frozen=True, slots=True)
class _Step:
    """The trimming at one moment, and where the caret stood."""

    trimming: Trimming
    caret: Place


class TrimEditor(TrimFrame):
    """Trims one placed quotation. KeyError when the placement is none of an excerpt."""

    finished = Signal(bool)
    """It is to be closed; True: what was trimmed is in the pack."""

    def __init__(self, workspace: Workspace, placement: str, parent: QWidget | None = None) -> None:
        now = trimming.opened(workspace.pack, placement, workspace.audience)
        super().__init__(now, workspace.words, _native("Esc"), parent)
        self._workspace = workspace
        self._now = now
        self._past: list[_Step] = []
        self._future: list[_Step] = []
        self._unfolded: set[Place] = set()
        self._field: InsertionField | None = None
        self._over = False
        self._wire()
        self._show(_first_kept(now))

    @property
    def trimming(self) -> Trimming:
        """What is kept and marked as it stands now."""
        return self._now

    def keep(self) -> None:
        """Put what was trimmed into the pack and ask to be closed; where somebody has to answer for it first, ask that."""
        if not trimming.something_left(self._now):
            return
        if trimming.to_answer(self._now):
            self.ask()
            return
        changed, now = self._now.changed, self._now
        self._over = True
        if changed and not self._workspace.do(lambda pack: trimming.edit(now, pack)):
            self._over = False
            return
        self._workspace.typing(None)
        self.finished.emit(changed)

    def _keep_unasked(self) -> None:
        """Keep what was trimmed when the row is taken away without Done or Esc, as when another is opened: undo is at hand."""
        now = self._now
        if self._over:
            return
        self._over = True
        self._workspace.typing(None)
        if now.changed and trimming.can_be_kept(now):
            self._workspace.do(lambda pack: trimming.edit(now, pack))

    def restore(self) -> None:
        """Let all edits go and ask to be closed."""
        self._over = True
        self._workspace.typing(None)
        self.finished.emit(False)

    def ask(self) -> TurningDialog | None:
        """Open the question who answers for what turns the meaning, and why; None where there is nothing to answer for."""
        points = trimming.to_answer(self._now)
        if not points:
            return None
        point = points[0]
        dialog = TurningDialog(question(point), self._workspace.words, self._workspace.answering, self)

        def answered(who: str, reason: str) -> None:
            self._workspace.answering = who
            self._do(lambda now: trimming.answer(now, point, who, reason, _today()))

        dialog.answered.connect(answered)
        dialog.open()
        return dialog

    def event(self, event: QEvent) -> bool:
        """Take our keys before the window's own shortcuts do, whichever part has the keyboard."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if asked_by(event) or (self.view.hasFocus() and typed_by(event)):
                event.accept()
                return True
        elif event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.arrange()
        elif event.type() == QEvent.Type.DeferredDelete:
            self._keep_unasked()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Do what a key asks for that none of the parts had a use for; none goes on to the outline beneath."""
        event.accept()
        asked = asked_by(event)
        if asked not in {None, Asked.UNFOLD}:
            self._asked(asked)

    def _wire(self) -> None:
        self.view.asked.connect(self._asked)
        self.view.typed.connect(self._type)
        self.view.moved.connect(self._allow)
        self.head.restored.connect(self.restore)
        self.head.audience_chosen.connect(lambda audience: self._do(lambda now: trimming.for_audience(now, audience)))
        self.damage.followed.connect(lambda: self._do(lambda now: past_damage(now) or now))
        self.turning.followed.connect(self.ask)
        self.foot.done.clicked.connect(self.keep)
        self.foot.asked.connect(self._clicked)
        self._workspace.pack_changed.connect(self._pack_changed)
        self._workspace.session_replaced.connect(self.restore)

    def _clicked(self, asked: Asked | None) -> None:
        self.view.setFocus()
        if asked is None:
            self._type("")
        else:
            self._asked(asked)

    def _asked(self, asked: Asked) -> None:
        match asked:
            case Asked.UNDO:
                self._step(self._past, self._future)
            case Asked.REDO:
                self._step(self._future, self._past)
            case Asked.RESTORE:
                self.restore()
            case Asked.DONE:
                self.keep()
            case Asked.UNFOLD:
                self._unfold()
            case Asked.LEAVE_OUT | Asked.PUT_BACK | Asked.CASE:
                self._do(self._change(asked))

    def _change(self, asked: Asked) -> Callable[[Trimming], Trimming]:
        """Return what Leave out, Put back or Change case would do to what is selected, or to the word at the caret."""
        display = self.view.display
        start, end = self.view.selection()
        at = display.place_at(start)
        if asked is Asked.CASE:
            return lambda now: trimming.change_case(now, at)
        if asked is Asked.PUT_BACK:
            chosen = display.chosen(start, end) if start < end else self._marked_at(start)
            return lambda now: trimming.put_back(now, chosen)
        if start < end:
            inserted, parts = display.insertions(start, end), [part for part in display.chosen(start, end) if len(part.span)]
            return lambda now: trimming.leave_out(trimming.put_back(now, inserted), parts)
        word = trimming.word_at(self._now, at)
        return lambda now: trimming.leave_out(now, [word] if word else [])

    def _marked_at(self, position: int) -> tuple[Part, ...]:
        """Return what is left out, put in or changed at the caret, or just before it."""
        for place in (position, position - 1):
            run, there = self.view.display.run_at(place) or (None, None)
            if run and there and run.kind not in {DisplayKind.KEPT, DisplayKind.BREAK, DisplayKind.GAP}:
                return self.view.display.chosen(there.start, there.end)
        return ()

    def _do(self, change: Callable[[Trimming], Trimming]) -> None:
        made = change(self._now)
        if made == self._now:
            return
        caret = self.view.display.place_at(self.view.selection()[1])
        self._past.append(_Step(self._now, caret))
        self._future.clear()
        self._now = made
        self._show(caret)
        self._announce()

    def _step(self, back: list[_Step], forth: list[_Step]) -> None:
        if not back:
            return
        step = back.pop()
        forth.append(_Step(self._now, step.caret))
        self._now = step.trimming
        self.head.audience.set_key(self._now.audience) if self._now.looked_at != self._now.audience else None
        self._show(step.caret)
        self._announce()

    def _unfold(self) -> None:
        position = self.view.selection()[0]
        for place in (position, position - 1):
            run, _ = self.view.display.run_at(place) or (None, None)
            if run and run.kind in {DisplayKind.CLOSED, DisplayKind.OMITTED, DisplayKind.SIGN}:
                self._unfolded ^= {Place(run.stretch, run.span.start)}
                self._show(Place(run.stretch, run.span.start))
                return

    def _type(self, first: str) -> None:
        """Open the field for words of our own at the caret."""
        if self._field is not None:
            return
        position = self.view.selection()[0]
        at = self.view.display.place_at(position)
        rectangle = self.view.rectangle(position).translated(self.view.pos())
        field = InsertionField(self._workspace.words.say("window.trim.insertion"), first.strip("["), rectangle, self)
        field.written.connect(lambda words: self._insert(at, words))
        field.left.connect(self._field_left)
        field.textEdited.connect(lambda words: self._tell_typing(at, words))
        self._field = field

    def _insert(self, at: Place, words: str) -> None:
        self._field_left()
        if trimming.insertable(words):
            self._do(lambda now: trimming.insert(now, at, words))
            self.view.choose(*(self.view.display.position_after(at),) * 2)

    def _field_left(self) -> None:
        self._field = None
        self._tell_typing()
        self.view.setFocus()

    def _tell_typing(self, at: Place | None = None, words: str = "") -> None:
        """Have the trimming in the recovery copy too, with the words that are being put in at a place."""
        now = trimming.insert(self._now, at, words) if at and trimming.insertable(words) else self._now
        written = now.changed and trimming.something_left(now)
        self._workspace.typing((lambda pack: trimming.unfinished(now, pack)) if written else None)

    def _show(self, caret: Place) -> None:
        display = self._displayed()
        self.view.show_display(display, min(display.position_of(caret), len(display.text)))
        self.head.show_grade(trimming.grade(self._now))
        say = self._workspace.words.say
        points = trimming.to_answer(self._now)
        if not trimming.something_left(self._now):
            self.turning.tell(say("window.trim.nothing-left"), can_follow=False)
        elif points:
            words = ", ".join(turning.word for turning in points[0].words)
            self.turning.tell(say(f"window.trim.{TURNED[points[0].code]}", words=words))
        else:
            self.turning.tell("")
        damaged = bool(damage_left(self._now))
        self.damage.tell(say("window.trim.damage") if damaged else "", can_follow=damaged and past_damage(self._now) is not None)
        self._tell_typing()
        self.foot.allow_done(self.turning.sentence, say("window.tip.trim.done", key=_native("Ctrl+Return")))
        self._allow()
        self.arrange()

    def _announce(self) -> None:
        """Let a screen reader say what an edit led to: the grade, and what is in the way."""
        told = " ".join(part for part in (self.head.grade.accessibleName(), self.turning.sentence) if part)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    def _displayed(self) -> Display:
        words = self._workspace.words
        return displayed(self._now, lambda number: words.count("window.trim.left-out", number), self._unfolded)

    def _allow(self) -> None:
        """Offer what would change something where the caret is."""
        for asked, button in self.foot.buttons.items():
            button.setEnabled(asked is None or self._change(asked)(self._now) != self._now)

    def _pack_changed(self, _changed: Changed) -> None:
        """Close when the placement was changed or taken out by somebody else: an edit would undo that unseen."""
        if self._over:
            return
        there = next((each for _, each in self._workspace.pack.placements() if each.id == self._now.placement.id), None)
        if there != self._now.placement:
            self.restore()


TURNED = {
    "turning-omitted": "turned-omitted",
    "turning-inserted": "turned-inserted",
    "turning-outside": "turned-outside",
}


def _first_kept(now: Trimming) -> Place:
    """Return where the first words that are kept begin, past an opening mark."""
    for index, stretch in enumerate(now.stretches):
        for span in stretch.kept():
            word = trimming.word_at(now, Place(index, span.start))
            if word and span.holds(word.span):
                return Place(index, word.span.start)
    return Place(0, now.stretches[0].excerpt.span.start)


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _today() -> PartialDate:
    day = dt.datetime.now().astimezone().date()
    return PartialDate(day.year, day.month, day.day)
