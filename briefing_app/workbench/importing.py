"""Bringing in documents: a file read, what is in it found, both kept in the library; one bad file costs that file alone."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self

from briefing_app.errors import FileNotRead
from briefing_app.files import beginning
from briefing_app.library.store import Library
from briefing_app.reading.formats import TEXT, format_of
from briefing_app.reading.limits import LIMITS
from briefing_app.workbench.already_read import known
from briefing_app.workbench.arriving import Found, Imported, keep_found
from briefing_app.workbench.limited import LimitedWorker
from briefing_app.workbench.reading_jobs import found_in, reading_worker


class FileReader:
    """Reads files one after the other: small plain text at once, all else in a process held to limits; use it in a ``with``.

    That process starts with the first file that needs it, and whatever such a file does to it, the next is read.
    """

    def __init__(self, password: str | None = None) -> None:
        """Begin; the password is tried on every file that asks for one."""
        self._password = password
        self._worker: LimitedWorker | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._worker:
            self._worker.close()

    def found(self, path: Path) -> Found:
        """Read a file and find what is in it, without any library; FileNotRead when it cannot be read."""
        if _is_small_text(path):
            return found_in(path)
        if self._worker is None:
            self._worker = reading_worker()
        return self._worker.submit(found_in, path, self._password).result()


def import_files(library: Library, files: Iterable[Path], password: str | None = None) -> Iterator[Imported]:
    """Bring files in one by one and yield what became of each; the password is tried on those that are locked.

    A file that cannot be read stops nothing. What was brought in stays when this is given up or interrupted on the way.
    """
    with FileReader(password) as reader:
        for path in files:
            try:
                yield known(library, path) or keep_found(library, path, reader.found(path))
            except FileNotRead as fault:
                yield Imported(path, fault=fault)


def _is_small_text(path: Path) -> bool:
    try:
        if not path.is_file():
            return True  # and reading it will say what it is
        return path.stat().st_size <= LIMITS.plain and format_of(beginning(path, LIMITS.plain)) is TEXT
    except (OSError, FileNotRead):
        return True  # reading it will say why it cannot be read
