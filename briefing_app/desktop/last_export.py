"""What the last export was like, for the next to begin so: the folder, and which files of each audience."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from briefing_app.domain.briefing import Copy
from briefing_app.errors import FileNotRead, FileNotWritten
from briefing_app.files import read_whole, write_whole
from briefing_app.paths import data_folder
from briefing_app.typed import dump, from_json, load, to_json
from briefing_app.workbench.exporting import FILES
from briefing_app.workbench.orders import Format


@dataclass(frozen=True, slots=True)
class File:
    """One column of the export table."""

    copy: Copy
    format: Format


@dataclass(frozen=True, slots=True)
class LastExport:
    """A folder, and the files ticked. What cannot be remembered stops nobody."""

    folder: str
    files: tuple[File, ...]


def last_export() -> LastExport:
    """Return what the last export was like; before the first: all files, into the user's documents."""
    path = data_folder() / "export.json"
    with suppress(FileNotRead):
        last = load(LastExport, from_json(read_whole(path), source=str(path)), source=str(path))
        if last.files and Path(last.folder).is_dir():
            return last
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return LastExport(documents or str(Path.home()), tuple(File(copy, format_) for copy, format_ in FILES))


def remember_export(folder: Path, files: tuple[tuple[Copy, Format], ...]) -> None:
    """Remember an export for the next."""
    last = LastExport(str(folder), tuple(File(copy, format_) for copy, format_ in files))
    with suppress(FileNotWritten):
        write_whole(data_folder() / "export.json", to_json(dump(last)))
