"""What is to be read of the files and folders somebody names, and what a folder holds besides, by kind."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing_app.errors import FileNotRead
from briefing_app.files import beginning
from briefing_app.reading.naming import left_out
from briefing_app.reading.sidecar import SUFFIX

_LOOKED_AT = 4096
_PARTS = ("_files", "_fichiers", "_archivos", "-Dateien", "_file")
"""How browsers call the folder of pictures and styles beside a page they save."""


@dataclass(frozen=True, slots=True)
class Survey:
    """The files to read, in order, and how many in folders are no documents, by kind ("PNG": 3), the most first."""

    files: tuple[Path, ...]
    skipped: Mapping[str, int]


def survey(paths: Iterable[Path]) -> Survey:
    """Return the files named, and the documents in folders named and in theirs, each once, in the order of their names.

    Left out of folders: hidden files, sidecars and parts of saved pages; and what is of no kind that is read or tells about the
    folder itself (README), which is counted.
    """
    skipped: Counter[str] = Counter()
    files: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            files.update(dict.fromkeys(each for each in sorted(_inside(path)) if _read(each, skipped)))
        else:
            files[path] = None
    return Survey(tuple(files), dict(skipped.most_common()))


_ABOUT_FOLDERS = frozenset({"readme", "read me", "leeme", "léeme", "lisezmoi", "lisez-moi"})
_TYPED = frozenset({"", ".txt", ".md", ".markdown", ".rst"})


def _about_its_folder(path: Path) -> bool:
    """Tell whether a file in a folder tells about that folder rather than being one of its documents."""
    return path.stem.casefold() in _ABOUT_FOLDERS and path.suffix.casefold() in _TYPED


def is_sidecar(path: Path) -> bool:
    """Tell whether a file is the card of another file that lies beside it."""
    return path.name.endswith(SUFFIX) and path.with_name(path.name.removesuffix(SUFFIX)).exists()


def _inside(folder: Path) -> Iterator[Path]:
    unreadable: list[Path] = []
    for name, folders, files in os.walk(folder, onerror=lambda error: unreadable.append(Path(error.filename or folder))):
        here = Path(name)
        folders[:] = [each for each in folders if not each.startswith(".") and not _parts_of_page(each, files)]
        yield from (here / each for each in files if not each.startswith("."))
    # What may not be looked into is told as a file that cannot be read is.
    yield from unreadable


def _parts_of_page(folder: str, files: list[str]) -> bool:
    stem = next((folder.removesuffix(end) for end in _PARTS if folder.endswith(end)), "")
    return bool(stem) and any(f"{stem}{suffix}" in files for suffix in (".html", ".htm", ".xhtml"))


def _read(path: Path, skipped: Counter[str]) -> bool:
    if is_sidecar(path):
        return False
    if not path.is_file():
        # A link that leads nowhere and a folder that may not be looked into are told of; pipes and sockets are nobody's documents.
        return path.is_symlink() or path.is_dir()
    try:
        kind = left_out(path.name, beginning(path, _LOOKED_AT))
    except FileNotRead:
        return True
    if not kind and _about_its_folder(path):
        kind = "README"
    if kind:
        skipped[kind] += 1
    return not kind
