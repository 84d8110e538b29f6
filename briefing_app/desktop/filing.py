"""Packs and their files: new, open, save, save as, and the question that is asked before unsaved work would be lost."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

from briefing_app.errors import BriefingError
from briefing_app.words import Words
from briefing_app.workbench.readable import SUFFIXES_READ

if TYPE_CHECKING:  # loaded with the first pack
    from briefing_app.workbench.session import Session

SUFFIX = ".briefpack"


class Filing(QObject):
    """Keeps a session's file. It asks in dialogs that never nest an event loop, and goes on when they are answered."""

    refused = Signal(object)
    """A ``BriefingError``: a pack could not be opened or saved."""

    def __init__(self, window: QWidget, words: Words, session: "Callable[[], Session | None]") -> None:
        super().__init__(window)
        self._window = window
        self._words = words
        self._session = session

    def choose_pack(self, then: Callable[[Path], object]) -> None:
        """Ask for a pack file and go on with it."""
        dialog = self._dialog("window.files.open", QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.open()

    def choose_documents(self, then: Callable[[tuple[Path, ...]], object]) -> None:
        """Ask for documents and go on with them."""
        dialog = self._dialog("window.files.bring-in", QFileDialog.AcceptMode.AcceptOpen, "")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: then(tuple(Path(name) for name in names)))
        dialog.open()

    def save(self, then: Callable[[], object] = lambda: None) -> None:
        """Save where the pack was saved before, or ask where; go on once it is saved."""
        session = self._session()
        if session is None:
            return
        if session.path is None:
            self.save_as(then)
        elif session.changed_elsewhere:
            self._ask_over(session, session.path, then)
        else:
            self._saved(session, session.path, then)

    def save_as(self, then: Callable[[], object] = lambda: None) -> None:
        """Ask where to save, and go on once it is saved."""
        session = self._session()
        if session is None:
            return
        dialog = self._dialog("window.files.save", QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.selectFile(str(session.path or f"{file_name(session.pack.title.text)}{SUFFIX}"))
        dialog.fileSelected.connect(lambda name: self._saved(session, Path(name), then))
        dialog.open()

    def when_kept(self, then: Callable[[], object]) -> None:
        """Go on at once if nothing would be lost; else ask, and go on unless the person stays."""
        session = self._session()
        if session is None or not session.unsaved:
            then()
            return
        say = self._words.say
        question = self._question("unsaved", say("window.unsaved", pack=session.pack.title.text), say("window.unsaved.detail"))
        save = question.addButton(say("window.unsaved.save"), QMessageBox.ButtonRole.AcceptRole)
        discard = question.addButton(say("window.unsaved.discard"), QMessageBox.ButtonRole.DestructiveRole)
        stay = question.addButton(say("window.unsaved.stay"), QMessageBox.ButtonRole.RejectRole)
        _have_room(question, save)
        question.setEscapeButton(stay)
        # Wired to the buttons: which of them a QMessageBox's result stands for is not told by its code.
        save.clicked.connect(lambda: self.save(then))
        discard.clicked.connect(lambda _checked=False: then())
        question.open()

    def _question(self, name: str, text: str, detail: str) -> QMessageBox:
        question = QMessageBox(self._window)
        question.setObjectName(name)
        question.setWindowModality(Qt.WindowModality.WindowModal)
        question.setText(text)
        question.setInformativeText(detail)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return question

    def _ask_over(self, session: "Session", path: Path, then: Callable[[], object]) -> None:
        """Ask before somebody's work is overwritten: another window, or a colleague on a shared drive, saved the file meanwhile."""
        say = self._words.say
        told = say("window.changed-elsewhere", file=path.name), say("window.changed-elsewhere.detail")
        question = self._question("changed-elsewhere", *told)
        apart = question.addButton(say("window.changed-elsewhere.save-as"), QMessageBox.ButtonRole.AcceptRole)
        over = question.addButton(say("window.changed-elsewhere.over"), QMessageBox.ButtonRole.DestructiveRole)
        stay = question.addButton(say("window.unsaved.stay"), QMessageBox.ButtonRole.RejectRole)
        _have_room(question, apart)
        question.setEscapeButton(stay)
        apart.clicked.connect(lambda: self.save_as(then))
        over.clicked.connect(lambda: self._saved(session, path, then))
        question.open()

    def _saved(self, session: "Session", path: Path, then: Callable[[], object]) -> None:
        try:
            session.save(path)
        except BriefingError as fault:
            self.refused.emit(fault)
            return
        from briefing_app.desktop.recents import remember  # noqa: PLC0415 - loaded with the first pack

        remember(path, session.pack.title.text, len(session.pack.audiences))
        then()

    def _dialog(self, title: str, mode: QFileDialog.AcceptMode, suffix: str = SUFFIX) -> QFileDialog:
        say = self._words.say
        dialog = QFileDialog(self._window, say(title))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(mode)
        if suffix:
            dialog.setNameFilter(f"{say('window.files.packs')} (*{suffix})")
        else:
            # Capitals too: where names tell them apart, a scanner's REPORT.PDF would not be offered.
            patterns = " ".join(f"*.{form(suffix)}" for suffix in SUFFIXES_READ for form in (str.lower, str.upper))
            dialog.setNameFilters([f"{say('window.files.documents')} ({patterns})", f"{say('window.files.all')} (*)"])
        return dialog


def file_name(title: str) -> str:
    """Return a title as a file may be called on any system."""
    kept = "".join(letter if letter.isalnum() or letter in " -_" else " " for letter in title)
    return " ".join(kept.split())[:80].strip() or "pack"


def _have_room(question: QMessageBox, first: QPushButton) -> None:
    """Give a question the margins of the other dialogs, and make its first answer the primary one."""
    first.setProperty("kind", "primary")
    first.style().polish(first)
    question.setDefaultButton(first)
    layout = question.layout()
    if layout is not None:
        layout.setContentsMargins(24, 20, 24, 20)
