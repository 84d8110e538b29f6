"""Recent packs, newest first, remembered in a small file of the user's data folder."""

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from briefing_app.errors import FileNotRead, FileNotWritten
from briefing_app.files import read_whole, write_whole
from briefing_app.paths import data_folder
from briefing_app.typed import dump, from_json, load, to_json

MOST = 8


@dataclass(frozen=True, slots=True)
class Recent:
    """A pack opened or saved: where it lies, what it was called then, for how many audiences, and the day (ISO 8601)."""

    path: str
    title: str
    audiences: int
    day: str


@dataclass(frozen=True, slots=True)
class _Remembered:
    recent: tuple[Recent, ...]


def recents_file() -> Path:
    """Return where recent packs are remembered; it need not exist yet."""
    return data_folder() / "recent.json"


def recent_packs() -> tuple[Recent, ...]:
    """Return the packs used lately that are still there. A file that will not do counts as none: it is no more than a comfort."""
    path = recents_file()
    try:
        remembered = load(_Remembered, from_json(read_whole(path), source=str(path)), source=str(path))
    except FileNotRead:
        return ()
    return tuple(recent for recent in remembered.recent if Path(recent.path).is_file())


def remember(file: Path, title: str, audiences: int) -> None:
    """Put a pack's file first, with its title and how many audiences it has; that it cannot be remembered stops nobody."""
    path = str(file.absolute())
    today = dt.datetime.now().astimezone().date().isoformat()
    newest = Recent(path, title, audiences, today)
    others = tuple(recent for recent in recent_packs() if recent.path != path)
    with suppress(FileNotWritten):
        write_whole(recents_file(), to_json(dump(_Remembered((newest, *others)[:MOST]))))
