"""Recovery copies of unsaved packs: one folder each, pictures by fingerprint, the copy itself as JSON written last.

A kill at any instant leaves the copy before or the new one: pictures are there before the JSON that names them, and go after it.
"""

import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from briefing_app.domain.pack import Pack
from briefing_app.errors import FileNotRead
from briefing_app.files import read_whole, write_whole
from briefing_app.packs.parts import FORMAT_VERSION, Plain, checked_media, pack_of
from briefing_app.packs.upgrade import upgraded
from briefing_app.typed import dump, from_json, load, to_json

_COPY = "copy.json"


@dataclass(frozen=True, slots=True)
class RecoveryCopy:
    """A copy found: its key, the file its pack was opened from or saved to (None: never saved), and when it was written.

    ``written`` is in seconds since 1970.
    """

    key: str
    file: str | None
    title: str
    written: float


@dataclass(frozen=True, slots=True)
class _Label:
    """What ``copy.json`` says besides the pack and its readings."""

    format_version: int
    title: str
    media: tuple[str, ...]
    file: str | None = None


def write(folder: Path, key: str, pack: Pack, media: Mapping[str, bytes], file: Path | None = None) -> None:
    """Write the copy of that key under ``folder``, in place of the one before; a key may be whatever may name a folder.

    FileNotWritten when it cannot be done; the copy before is then still there.
    """
    home = folder / key
    for fingerprint, data in media.items():
        if not (home / "media" / fingerprint).is_file():
            write_whole(home / "media" / fingerprint, data)
    contents = {
        "format_version": FORMAT_VERSION,
        "title": pack.title.text,
        "pack": dump(pack, without=("readings",)),
        "readings": [dump(reading) for reading in pack.readings],
        "media": sorted(media),
    }
    write_whole(home / _COPY, to_json(contents | ({"file": str(file)} if file else {})))
    _forget(path for path in (home / "media").glob("*") if path.name not in media)


def copies(folder: Path) -> tuple[RecoveryCopy, ...]:
    """Return the copies under ``folder``, newest first. One whose JSON will not do is listed without title and file."""
    found = [path for path in folder.glob(f"*/{_COPY}") if path.is_file()]
    return tuple(sorted((_seen(path) for path in found), key=lambda copy: -copy.written))


def read(folder: Path, key: str) -> tuple[Pack, Mapping[str, bytes]]:
    """Return the pack of a copy and its pictures, whatever an unsaved pack points to; FileNotRead when the copy will not do."""
    path = folder / key / _COPY
    source = str(path)
    label, plain = _opened(path)
    pack = pack_of(upgraded(plain, label.format_version, source), source)
    return pack, {name: checked_media(name, read_whole(path.parent / "media" / name), source) for name in label.media}


def drop(folder: Path, key: str) -> None:
    """Remove a copy, if it is there: first the JSON, so that half a copy is never found."""
    _forget([folder / key / _COPY])
    shutil.rmtree(folder / key, ignore_errors=True)


def _opened(path: Path) -> tuple[_Label, Plain]:
    source = str(path)
    contents = from_json(read_whole(path), source=source)
    try:
        plain = Plain(contents.pop("pack"), {reading["id"]: reading for reading in contents.pop("readings")})
    except (LookupError, TypeError, AttributeError) as error:
        raise FileNotRead("pack-damaged", path=source, part=_COPY) from error
    label = load(_Label, contents, source=source)
    if not 1 <= label.format_version <= FORMAT_VERSION:
        raise FileNotRead("pack-newer", path=source, found=label.format_version, known=FORMAT_VERSION)
    return label, plain


def _seen(path: Path) -> RecoveryCopy:
    try:
        label = _opened(path)[0]
    except FileNotRead:
        # Told apart by its time alone; reading it says what is wrong.
        return RecoveryCopy(path.parent.name, None, "", _time_of(path))
    return RecoveryCopy(path.parent.name, label.file, label.title, _time_of(path))


def _time_of(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0  # dropped meanwhile


def _forget(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink()
