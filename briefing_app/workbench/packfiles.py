"""Pack files: opened whole, saved whole."""

from collections.abc import Mapping
from pathlib import Path

from briefing_app.domain.pack import Pack
from briefing_app.errors import FileNotWritten
from briefing_app.packs.storing import load, save


def open_pack(path: Path) -> tuple[Pack, Mapping[str, bytes]]:
    """Return a pack and its media by SHA-256; FileNotRead when it is none, damaged, or from a newer version."""
    return load(path)


def save_pack(path: Path, pack: Pack, media: Mapping[str, bytes], *, overwrite: bool = False) -> None:
    """Save a pack; FileNotWritten ``file-exists`` when there is such a file and it may not be replaced."""
    if not overwrite and path.exists():
        raise FileNotWritten("file-exists", path=path)
    save(path, pack, media)
