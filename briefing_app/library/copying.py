"""A whole copy of a library elsewhere, for the day the disk dies."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from briefing_app.errors import FileNotRead, UsageError
from briefing_app.files import make_folder, put_whole
from briefing_app.library.database import told
from briefing_app.library.originals import Originals
from briefing_app.library.store import Library


def backup(library: Library, to: Path) -> None:
    """Write a copy of the library and its originals; a copy already there is replaced when the new one is complete.

    Originals are written before the database, and those an earlier copy has are kept. An original that is gone or was changed
    is left out (``check`` names it). UsageError for the library's own path or a folder; FileNotWritten when it cannot be written.
    """
    if to.resolve() == library.path.resolve():
        raise UsageError("backup-onto-itself", path=to)
    if to.is_dir():
        raise UsageError("target-is-folder", path=to)
    make_folder(to.parent)
    kept = Originals(to)
    for document in library.documents():
        with suppress(FileNotRead):
            kept.keep(library.original(document.file))

    def copy(aside: Path) -> None:
        with library.looking() as connection, told(to), closing(sqlite3.connect(aside)) as target:
            connection.backup(target)

    put_whole(to, copy)
