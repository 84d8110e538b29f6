"""Bringing a file in as a job for the process that reads: it is known or read, and kept in the library, and nobody waits for it."""

from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.reading.limits import LIMITS
from briefing_app.workbench.limited import next_stage
from briefing_app.workbench.reading_jobs import found_in

if TYPE_CHECKING:  # what the job sends back is loaded when it comes
    from briefing_app.workbench.arriving import Imported


def brought_in(path: Path, password: str | None, library: Path) -> "Imported":
    """Bring a file into the library at a path, and return what became of it; a file that is there already is not read.

    FileNotRead when it cannot be read, another BriefingError when the library cannot take it. Whoever has the library open sees it.
    """
    from briefing_app.library.store import open_library  # noqa: PLC0415 - all readers, which the window does without
    from briefing_app.workbench.already_read import known  # noqa: PLC0415 - all readers, which the window does without
    from briefing_app.workbench.arriving import keep_found  # noqa: PLC0415 - all readers, which the window does without

    with open_library(library) as held:
        already = known(held, path)
    if already:
        return already
    found = found_in(path, password)
    next_stage(LIMITS.looking_through)
    with open_library(library) as held:
        return keep_found(held, path, found)
