"""Whole files or none: reading bytes with one clear line when that fails, and writing so that a file is never half there."""

import errno
import os
import secrets
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from briefing_app.errors import FileNotRead, FileNotWritten


def read_whole(path: Path) -> bytes:
    """Return a file's bytes; FileNotRead when it is missing, a folder, or may not be read."""
    return beginning(path, -1)


def beginning(path: Path, length: int) -> bytes:
    """Return a file's first ``length`` bytes, all that there are when it is shorter; FileNotRead as ``read_whole``."""
    try:
        with path.open("rb") as file:
            return file.read(length)
    except FileNotFoundError as error:
        raise FileNotRead("file-missing", path=path) from error
    except IsADirectoryError as error:
        raise FileNotRead("file-is-folder", path=path) from error
    except PermissionError as error:
        raise FileNotRead("file-is-folder" if path.is_dir() else "file-forbidden", path=path) from error
    except OSError as error:
        raise FileNotRead("file-unreadable", path=path, reason=error.strerror or str(error)) from error


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that at every instant the old one or the new one is there, whole: aside, fsync, replace.

    Makes the folder when it is missing. FileNotWritten when it cannot be done; the old file is then as it was.
    """
    put_whole(path, lambda aside: _written(aside, data))


def put_whole(path: Path, make: Callable[[Path], None]) -> None:
    """Put a file that ``make`` writes, at a path beside it, in its place once it is complete and on the disk.

    For what cannot be had as bytes; otherwise as ``write_whole``. Whatever ``make`` raises, the old file is as it was.
    """
    # Through links, so that a linked pack stays linked; and a short name, so that any name a disk takes will do.
    target = Path(os.path.realpath(path))
    aside = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            # Replacing would put a file in the place of the device, as root even of the null device.
            raise FileNotWritten("target-is-device", path=path)
        target.parent.mkdir(parents=True, exist_ok=True)
        make(aside)
        with aside.open("rb+") as file:
            os.fsync(file.fileno())
        if target.is_file():
            shutil.copymode(target, aside)
        aside.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        raise _not_written(path, error) from error
    finally:
        with suppress(OSError):
            aside.unlink()


def _written(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)


def make_folder(path: Path) -> None:
    """Make a folder and those above it where they are missing; FileNotWritten when that cannot be done."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _not_written(path, error) from error


def _sync_folder(folder: Path) -> None:
    # The replacement itself must reach the disk; Windows has no handle on a folder and needs none.
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


_CODES = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-full",
    errno.EACCES: "not-allowed",
    errno.EPERM: "not-allowed",
    errno.EROFS: "not-allowed",
    errno.EISDIR: "target-is-folder",
    errno.ENOTDIR: "folder-is-file",
    errno.EEXIST: "folder-is-file",
    errno.ENAMETOOLONG: "name-too-long",
}


def _not_written(path: Path, error: OSError) -> FileNotWritten:
    code = _CODES.get(error.errno or 0, "not-written")
    return FileNotWritten(code, path=path, reason=error.strerror or str(error))
