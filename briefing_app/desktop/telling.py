"""What is told in place: what could not be done, documents on their way, work that an app left behind."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from briefing_app.desktop.widgets.tray import Tray
from briefing_app.errors import BriefingError
from briefing_app.words import Words
from briefing_app.workbench.pace import time_left

if TYPE_CHECKING:  # loaded with the first message
    from briefing_app.desktop.notice import Notice
    from briefing_app.desktop.widgets.import_progress import ImportProgress
    from briefing_app.desktop.widgets.inline_message import InlineMessage, Weight


class Telling(QObject):
    """Puts messages into the tray of the page that is looked at; one about a thing takes the place of the one before."""

    stop_asked = Signal()
    """To read no more documents."""

    def __init__(self, words: Words, tray: Callable[[], Tray]) -> None:
        super().__init__()
        self._words = words
        self._tray = tray
        self._trays: set[Tray] = set()

    def refused(self, fault: BriefingError) -> None:
        """Say that something could not be done, and what to do about it."""
        self._tell("refused", self._closing(fault.line(self._words), "block"))

    def notice(self, notice: "Notice") -> None:
        """Say what a room has told."""
        message = self._closing(notice.sentence, notice.severity, notice.action)
        if then := notice.then:
            message.action_asked.connect(lambda: self._answered(notice.about, then))
        self._tell(notice.about, message)

    def offer(self, title: str, restore: Callable[[], object], discard: Callable[[], object]) -> None:
        """Offer work that was left behind."""
        say = self._words.say
        message = self._message(
            say("window.recovery", pack=title or say("window.recovery.untitled")), say("window.recovery.restore")
        )
        message.setObjectName("recovery")
        refusal = QPushButton(say("window.recovery.discard"), message)
        refusal.setProperty("kind", "link")
        refusal.setObjectName("discard")
        row = message.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(row.count() - 1, refusal)
        message.action_asked.connect(lambda: self._answered("recovery", restore))
        refusal.clicked.connect(lambda: self._answered("recovery", discard))
        self._tell("recovery", message)

    def importing(self, done: int, total: int, left: float | None = None) -> None:
        """Say how far documents have come, and in how many seconds the rest may be where that is known."""
        sentence = self._words.say("window.import.progress", done=done, all=total)
        if left is not None:
            sentence += " " + time_left(left, self._words)
        self._progress(sentence, done / total if total else 0.0)

    def surveying(self) -> None:
        """Say that folders are being looked over."""
        self._progress(self._words.say("window.import.surveying"), 0.0)

    def _progress(self, sentence: str, share: float) -> None:
        from briefing_app.desktop.widgets.import_progress import ImportProgress  # noqa: PLC0415 - as with the first message

        told = self._held("import")
        if not isinstance(told, ImportProgress):
            told = ImportProgress(self._words.say("window.import.stop"))
            told.action_asked.connect(self.stop_asked)
            self._tell("import", told)
        told.show_progress(sentence, share)

    def follow(self) -> None:
        """Bring what stands in other trays to the page that is looked at now."""
        here = self._tray()
        for tray in self._trays - {here}:
            tray.hand_over(here)
        self._trays.add(here)

    def quieten(self, about: str) -> None:
        """Take the message about something away, if it stands."""
        self._quieten(about)

    def standing(self, about: str) -> "InlineMessage | None":
        """Return the message about something that stands now ("recovery", "refused", "import")."""
        return cast("InlineMessage | None", self._held(about))

    def _held(self, about: str) -> "QWidget | None":
        return next((told for tray in self._trays if (told := tray.told(about)) is not None), None)

    def _closing(self, sentence: str, severity: "Weight" = "warn", action: str = "") -> "InlineMessage":
        return self._message(sentence, action, severity=severity, close_name=self._words.say("window.close"))

    @staticmethod
    def _message(sentence: str, action: str = "", severity: "Weight" = "warn", close_name: str = "") -> "InlineMessage":
        from briefing_app.desktop.widgets.inline_message import InlineMessage  # noqa: PLC0415 - not for a window's first moment

        return InlineMessage(sentence, action, severity=severity, close_name=close_name)

    def _tell(self, about: str, message: "InlineMessage | ImportProgress") -> None:
        self._quieten(about)
        tray = self._tray()
        self._trays.add(tray)
        # Queued: the message must not go while its own button is being pressed.
        message.closed.connect(lambda: self._quieten(about), Qt.ConnectionType.QueuedConnection)
        tray.tell(message, about)

    def _answered(self, about: str, then: Callable[[], object]) -> None:
        self._quieten(about)
        then()

    def _quieten(self, about: str) -> None:
        for tray in self._trays:
            tray.quieten(about)
