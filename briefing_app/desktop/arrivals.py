"""What became of documents that were brought in, told where one looks, each with what to do next: look through, mend, unlock."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefing_app.desktop.dialogs.brought_in import BroughtInDialog
from briefing_app.desktop.dialogs.password import PasswordDialog
from briefing_app.desktop.notice import Notice
from briefing_app.desktop.telling import Telling
from briefing_app.desktop.workspace import Workspace
from briefing_app.words import Words
from briefing_app.workbench.arriving import Imported, Kinship
from briefing_app.workbench.versions import kinship_words, made_version, noted

MOST = 3
"""So many files are told of by name in the tray; a folder may hold hundreds, and a list shows them all."""

_ABOUTS = ("import", "locked", "faults", "skipped", *(f"{kind}-{place}" for kind in ("kin", "fault") for place in range(MOST)))

LOCKED = frozenset({"file-needs-password", "wrong-password"})


class Arrivals(QObject):
    """Tells of every import, and asks for the passwords of locked files."""

    look_asked = Signal(str)
    """A document is to be looked through."""
    mending_asked = Signal(str)
    """A damaged document is to be mended from a cleaner copy."""
    unlock_asked = Signal(object, str)
    """Files, and the password to try on them."""

    def __init__(
        self, words: Words, telling: Telling, window: QWidget, workspace: Callable[[], Workspace], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._words, self._telling, self._window, self._workspace = words, telling, window, workspace
        self._asking: PasswordDialog | None = None

    def tell(self, imported: tuple[Imported, ...], skipped: Mapping[str, int], *, quiet: bool = False) -> None:
        """Say what became of files; ``quiet``: only of those that could not be read. ``skipped``: how many were none to read."""
        for about in _ABOUTS:
            self._telling.quieten(about)
        for each in imported:
            if each.was:
                noted(self._workspace().session, each)
        locked = [each for each in imported if each.fault and each.fault.code in LOCKED]
        if self._asking:
            self._asking.answer(tuple(each.path for each in locked))
        elif locked:
            self._tell_locked(locked)
        if not quiet:
            self._tell_kept([each for each in imported if each.document], skipped)
            self._tell_kin([each for each in imported if each.kinship])
        self._tell_faults([each for each in imported if each.fault and each.fault.code not in LOCKED])

    def ask_password(self, paths: Iterable[Path]) -> None:
        """Ask for the password of locked files; it is tried on all of them."""
        self._asking = asking = PasswordDialog(tuple(paths), self._words, self._window)
        asking.given.connect(self.unlock_asked)
        asking.finished.connect(self._asked)
        asking.open()

    def _asked(self) -> None:
        self._asking = None

    def _tell_locked(self, locked: list[Imported]) -> None:
        sentence = self._words.count("window.import.locked", len(locked), name=locked[0].path.name)
        paths = [each.path for each in locked]
        self._notice("locked", sentence, "warn", self._words.say("window.import.password"), lambda: self.ask_password(paths))

    def _tell_kept(self, kept: list[Imported], skipped: Mapping[str, int]) -> None:
        count, say = self._words.count, self._words.say
        new = [each for each in kept if not each.known]
        sentences = [count("window.import.done", len(new))] if new else []
        if known := len(kept) - len(new):
            sentences.append(count("window.import.known", known))
        if skipped:
            kinds = ", ".join(f"{self._words.number(number)} {kind}" for kind, number in list(skipped.items())[:MOST])
            sentences.append(count("window.import.skipped", sum(skipped.values()), kinds=kinds))
        if sentences and kept:
            first = (new or kept)[0].document
            opened = first.id if first else ""
            self._notice("import", " ".join(sentences), "ok", say("window.import.look"), lambda: self.look_asked.emit(opened))
        elif sentences:
            self._notice("skipped", " ".join(sentences), "info")

    def _tell_kin(self, kin: list[Imported]) -> None:
        if len(kin) > MOST:
            sentence = self._words.count("window.import.kin", len(kin))
            self._notice("kin-0", sentence, "info", self._words.say("window.import.show"), lambda: self._list(kin))
            return
        for place, each in enumerate(kin):
            self._notice(f"kin-{place}", f"{each.path.name}: {self._kin_words(each)}", "info", *self._next_step(each))

    def _next_step(self, each: Imported) -> tuple[str, Callable[[], object] | None]:
        say, document, other = self._words.say, each.document, each.other
        if document is None or other is None:
            return "", None
        match each.kinship:
            case Kinship.CLEANER:
                return say("window.mending.compare"), lambda: self.mending_asked.emit(other.id)
            case Kinship.MORE_DAMAGED:
                return say("window.mending.compare"), lambda: self.mending_asked.emit(document.id)
            case Kinship.VERSION:
                return say("window.import.look"), lambda: self.look_asked.emit(document.id)
            case Kinship.COPY:
                return say("window.import.version"), lambda: self._take_as_version(document.id, other.id)
        return "", None

    def _kin_words(self, each: Imported) -> str:
        words = kinship_words(each, self._words)
        return f"{words} {self._words.count('window.import.queued', each.queued)}" if each.queued else words

    def _take_as_version(self, document: str, of: str) -> None:
        waiting: list[int] = []
        if self._workspace().carry_out(lambda session: waiting.append(made_version(session, document, of))):
            sentence = self._words.say("window.import.is-version")
            if waiting[0]:
                sentence += f" {self._words.count('window.import.queued', waiting[0])}"
            self._notice("kin-0", sentence, "ok", self._words.say("window.import.look"), lambda: self.look_asked.emit(of))

    def _tell_faults(self, faults: list[Imported]) -> None:
        if len(faults) > MOST:
            sentence = self._words.count("window.import.faults", len(faults))
            self._notice("faults", sentence, "warn", self._words.say("window.import.show"), lambda: self._list(faults))
            return
        for place, each in enumerate(faults):
            if each.fault:
                self._notice(f"fault-{place}", each.fault.line(self._words), "warn")

    def _list(self, files: list[Imported]) -> None:
        lines = tuple((each.path.name, each.fault.line(self._words) if each.fault else self._kin_words(each)) for each in files)
        BroughtInDialog(lines, self._words, self._window).open()

    def _notice(self, about: str, *told: object) -> None:
        self._telling.notice(Notice(about, *told))  # type: ignore[arg-type]  # as Notice has them
