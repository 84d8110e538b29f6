"""Bugs of ours, told in a dialog: what happened, on what, to be copied; the work is kept first, and the app goes on."""

import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion
from PySide6.QtGui import QGuiApplication

from briefing_app import __version__
from briefing_app.errors import BriefingError
from briefing_app.words import Words

if TYPE_CHECKING:  # loaded with the first bug
    from briefing_app.desktop.dialogs.bug import BugDialog

_SEVERE = {QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}


class Crashes(QObject):
    """Hears of every exception nobody caught, and of what Qt calls critical, from any thread."""

    _heard = Signal(str)
    refused = Signal(object)
    """A ``BriefingError`` that no pane caught: no bug, but something to be told."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._keepers: list[Callable[[], object]] = []
        self._dialog: BugDialog | None = None
        self._before = (sys.excepthook, threading.excepthook)
        self._said_before: Callable[[QtMsgType, QMessageLogContext, str], object] | None = None
        self._heard.connect(self._show)

    def keep_by(self, keep: Callable[[], object]) -> None:
        """Have the work kept by a function before a bug is told of."""
        self._keepers.append(keep)

    def install(self) -> None:
        """Listen from now on."""
        sys.excepthook = self.caught
        threading.excepthook = lambda fallen: self.caught(fallen.exc_type, fallen.exc_value, fallen.exc_traceback)
        self._said_before = qInstallMessageHandler(self._said)

    def uninstall(self) -> None:
        """Listen no more."""
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(self._said_before)

    def caught(self, kind: type[BaseException], value: BaseException | None, trace: TracebackType | None) -> None:
        """Tell of an exception that nobody caught."""
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        if isinstance(value, BriefingError):
            self.refused.emit(value)
            return
        import traceback  # noqa: PLC0415 - bugs are rare

        report = "".join(traceback.format_exception(kind, value, trace))
        sys.stderr.write(report)
        self._heard.emit(report)

    def _said(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        sys.stderr.write(f"{message}\n")
        if kind in _SEVERE:
            self._heard.emit(f"{message}\n{context.file or ''}")

    def _show(self, report: str) -> None:
        for keep in self._keepers:
            # What keeps the work may be what is broken; that must not stand in the way of telling.
            with suppress(Exception):
                keep()
        if self._dialog is not None:
            return
        from briefing_app.desktop.dialogs.bug import BugDialog  # noqa: PLC0415 - bugs are rare

        self._dialog = BugDialog(self._words, f"{environment()}\n\n{report}")
        self._dialog.finished.connect(self._told)
        self._dialog.open()

    def _told(self) -> None:
        self._dialog = None


def environment() -> str:
    """Return what the app runs on, a line each."""
    import platform  # noqa: PLC0415 - bugs are rare

    return "\n".join(
        (
            f"Briefing-pack builder {__version__}",
            f"Python {platform.python_version()}, Qt {qVersion()}, {QGuiApplication.platformName()}",
            platform.platform(),
        )
    )
