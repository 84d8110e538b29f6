"""The composition root: everything the window is made of is made and wired here, and ended here, once."""

import gc
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from briefing_app.desktop import theme
from briefing_app.desktop.crash import Crashes
from briefing_app.desktop.shell import Shell
from briefing_app.desktop.speech import system_words, translate
from briefing_app.errors import BriefingError, ExitCode
from briefing_app.words import Words

if TYPE_CHECKING:  # loaded once the window stands
    from briefing_app.workbench.libraries import OpenLibrary

NAME = "briefing-app"


def main(arguments: Sequence[str]) -> int:
    """Open the window, on a pack file when one is named first, and return the exit code once it is closed."""
    # Python's own answer to Ctrl-C waits for Python, and here Qt is running; what is not saved is in the recovery copy.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    QGuiApplication.setDesktopFileName(NAME)
    # What is loaded and made until the window stands stays to the end: looking through it for rubbish only holds the window up.
    gc.disable()
    app = QApplication([NAME, *theme.STYLE])
    app.setApplicationName(NAME)
    words = system_words()
    translate(app, words.language)
    theme.apply(app)
    app.setApplicationDisplayName(words.say("window.name"))
    crashes = Crashes(words)
    crashes.install()
    try:
        return run(_library, words, crashes, Path(arguments[0]) if arguments else None)
    finally:
        crashes.uninstall()


def run(library: "OpenLibrary | Callable[[], OpenLibrary]", words: Words, crashes: Crashes, pack: Path | None) -> int:
    """Show the window over a library, or over one to be opened once the window stands, until it is closed."""
    faults: list[BriefingError] = []
    shell = Shell(library, words)
    crashes.keep_by(shell.keep_now)
    crashes.refused.connect(shell.refuse)
    shell.library_refused.connect(faults.append)
    shell.library_refused.connect(lambda _fault: QApplication.exit())
    try:
        shell.begin(pack)
        QTimer.singleShot(0, _collect_again)
        code = 0 if faults else QApplication.exec()
    finally:
        shell.window.hide()
        shell.close()
    return _ended_by(faults[0], words) if faults else code


def _collect_again() -> None:
    gc.freeze()
    gc.enable()


def _library() -> "OpenLibrary":
    from briefing_app.workbench.libraries import user_library  # noqa: PLC0415 - see above

    return user_library()


def _ended_by(fault: BriefingError, words: Words) -> ExitCode:
    """Tell why there can be no window, where it is seen however the app was started."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - not for a window's first moment

    sys.stderr.write(f"{fault.line(words)}\n")
    box = QMessageBox(QMessageBox.Icon.Warning, words.say("window.name"), fault.line(words))
    box.finished.connect(lambda _code: QApplication.quit())
    box.open()
    QApplication.exec()
    return fault.exit_code
