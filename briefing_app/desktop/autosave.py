"""Recovery copies while working: at most a second behind, written beside the window's own work, offered again after a kill.

Every running app has a folder of its own under the recovery folder and a lock on it; a folder whose lock is free was left behind.
"""

import secrets
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from briefing_app.desktop.workspace import Workspace
from briefing_app.domain.pack import Pack
from briefing_app.errors import FileNotWritten
from briefing_app.files import make_folder
from briefing_app.workbench.recovering import RecoveryCopy, Snapshot, copies_in, drop, keep, snapshot

DELAY_MS = 500
"""Writing takes time as well, more of it on a busy machine: together no more than a second."""


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """A copy that an app left when it was killed, and the folder it lies in."""

    folder: Path
    copy: RecoveryCopy


class Home:
    """A folder of recovery copies that is ours for as long as we run; FileNotWritten when it cannot be made."""

    def __init__(self, root: Path) -> None:
        make_folder(root)
        self.root = root
        self.folder = root / secrets.token_hex(8)
        self._locks = [_locked(self.folder)]

    def left_behind(self) -> tuple[LeftBehind, ...]:
        """Return what apps that are gone left in the recovery folder, newest first; it is ours from now on."""
        found: list[LeftBehind] = []
        for folder in self.root.iterdir():
            if folder == self.folder or not folder.is_dir():
                continue
            lock = QLockFile(_lock_of(folder))
            lock.setStaleLockTime(0)
            if not lock.tryLock(0):
                continue
            self._locks.append(lock)
            held = [LeftBehind(folder, copy) for copy in copies_in(folder)]
            if not held:
                self.forget(folder)
            found += held
        return tuple(sorted(found, key=lambda left: -left.copy.written))

    def drop(self, left: LeftBehind) -> None:
        """Remove a copy that was left behind."""
        drop(left.folder, left.copy.key)
        self.forget(left.folder)

    def forget(self, folder: Path) -> None:
        """Remove a folder, if no copy lies in it any more."""
        if not copies_in(folder):
            shutil.rmtree(folder, ignore_errors=True)

    def close(self) -> None:
        """Give the folder up; what lies in it is left behind."""
        self.forget(self.folder)
        for lock in self._locks:
            lock.unlock()


def _lock_of(folder: Path) -> str:
    return f"{folder}.lock"


def _locked(folder: Path) -> QLockFile:
    lock = QLockFile(_lock_of(folder))
    lock.setStaleLockTime(0)
    lock.lock()
    return lock


class Autosave(QObject):
    """Keeps the recovery copy of a workspace's pack in step with it."""

    failed = Signal(object)
    """A ``BriefingError``: the copy could not be written."""

    def __init__(self, workspace: Workspace, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._folder = folder
        # One thread: copies are written and dropped in the order they were asked for. Packs are frozen, so it may look at them.
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="recovery")
        self._soon = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._soon.timeout.connect(self.write)
        self._of = workspace.pack.id
        workspace.pack_changed.connect(self._later)
        workspace.typed.connect(self._later)
        workspace.saved.connect(self.drop)
        workspace.session_replaced.connect(self._another)
        self.failed.connect(workspace.refuse)
        self._another()

    def write(self) -> None:
        """Have the copy written as the pack is now, if anything would be lost without it."""
        self._soon.stop()
        taken = self._taken()
        if taken is None:
            self.drop()
            return
        self._writer.submit(self._tried, lambda: keep(self._folder, taken))

    def write_now(self) -> None:
        """Write the copy before anything else happens; for when the app may not live on."""
        self._soon.stop()
        taken = self._taken()
        if taken is not None:
            keep(self._folder, taken)

    def drop(self) -> None:
        """Have the copy removed: the pack is saved, or nobody wants it."""
        self._soon.stop()
        self._drop(self._folder, self._of)

    def drop_left(self, left: LeftBehind) -> None:
        """Have a copy removed that was left behind, once all that was asked for before is written."""
        self._drop(left.folder, left.copy.key)

    def wait(self) -> None:
        """Return once all that was asked for is written or dropped."""
        self._writer.submit(int).result()

    def close(self) -> None:
        """Remove the copy and end; nothing is written after this."""
        self.drop()
        self._writer.shutdown()

    def _taken(self) -> Snapshot | None:
        """Return what would be lost, with what is being written just now; None when that is nothing."""
        session, pack = self._workspace.session, self._workspace.pack_as_typed
        return snapshot(session, pack) if session.unsaved or pack != session.pack else None

    def _drop(self, folder: Path, key: str) -> None:
        self._writer.submit(drop, folder, key)

    def _later(self) -> None:
        # Not put off by the next edit: whoever types on and on is still kept up with.
        if not self._soon.isActive():
            self._soon.start()

    def _another(self) -> None:
        pack: Pack = self._workspace.pack
        if pack.id != self._of:
            self.drop()
        self._of = pack.id
        if self._workspace.session.unsaved:
            self.write()

    def _tried(self, what: Callable[[], None]) -> None:
        try:
            what()
        except FileNotWritten as fault:
            self.failed.emit(fault)
