"""The user's library: opened where it lies or where it is named."""

from pathlib import Path

from briefing_app.library.copying import backup
from briefing_app.library.maintenance import check, repair
from briefing_app.library.search import search
from briefing_app.library.store import Library, open_library
from briefing_app.paths import library_file

OpenLibrary = Library
"""What a library is called by those above the workbench."""


def user_library(named: Path | None = None) -> Library:
    """Open the library named, or the user's own; made when there is none."""
    return open_library(named or library_file())


problems_of = check
repaired = repair
find_excerpts = search


def backup_of(library: Library, to: Path | None, day: str) -> Path:
    """Copy a library whole, to the file named or beside it under the day's name; return where it is."""
    target = to or library.path.with_name(f"{library.path.stem}-{day}{library.path.suffix}")
    backup(library, target)
    return target
