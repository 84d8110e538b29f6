"""Recovery copies of what a session has not saved: written while working, offered after a kill, dropped when nobody needs them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing_app.domain.pack import Pack
from briefing_app.library.store import Library
from briefing_app.packs import recovery
from briefing_app.paths import data_folder
from briefing_app.workbench.session import Session

RecoveryCopy = recovery.RecoveryCopy
copies_in = recovery.copies


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a recovery copy holds: all of a session at one instant that is not on the disk yet."""

    pack: Pack
    media: Mapping[str, bytes]
    path: Path | None


def recovery_folder() -> Path:
    """Return the folder under which every running app keeps a folder of its own; it need not exist yet."""
    return data_folder() / "recovery"


def snapshot(session: Session, pack: Pack | None = None) -> Snapshot:
    """Return the session as it is now, or with the pack as it would be; it shares values and copies nothing."""
    return Snapshot(pack or session.pack, session.media, session.path)


def keep(folder: Path, taken: Snapshot) -> None:
    """Write the copy, in place of the pack's copy before; FileNotWritten when it cannot be done."""
    recovery.write(folder, taken.pack.id, taken.pack, taken.media, taken.path)


def drop(folder: Path, pack: str) -> None:
    """Remove the copy of a pack, if it is there."""
    recovery.drop(folder, pack)


def restored(library: Library, folder: Path, copy: RecoveryCopy) -> Session:
    """Return a session over a copy, unsaved; it saves where the pack was saved before. FileNotRead when the copy will not do."""
    pack, media = recovery.read(folder, copy.key)
    return Session(library, pack, media, Path(copy.file) if copy.file else None, saved=False)
