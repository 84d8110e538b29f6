"""Looking folders over as a job for the process that reads: there may be thousands of files, and knowing them takes all readers."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Looked:
    """The files to read, in order, and how many in folders are no documents, by kind."""

    files: tuple[Path, ...]
    skipped: Mapping[str, int]


def looked_over(paths: tuple[Path, ...]) -> Looked:
    """Return what is to be read of files and folders."""
    from briefing_app.workbench.surveying import survey  # noqa: PLC0415 - it loads all readers, which the window does without

    found = survey(paths)
    return Looked(found.files, dict(found.skipped))
