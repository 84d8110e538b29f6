"""Where the catalogue's files stand: those that ship, and the user's own, which win by identifier."""

from enum import StrEnum
from pathlib import Path

from briefing_app.errors import FileNotRead, UsageError
from briefing_app.paths import template_file, user_templates


class Shelf(StrEnum):
    """A kind of entry; its value is its folder. An entry's identifier is its file's name, a brand's its folder's."""

    TEMPLATES = "packs"
    AUDIENCES = "audiences"
    GROUPS = "groups"
    BRANDS = "brands"


_UNKNOWN = {
    Shelf.TEMPLATES: "unknown-template",
    Shelf.AUDIENCES: "unknown-audience",
    Shelf.GROUPS: "unknown-group",
    Shelf.BRANDS: "unknown-brand",
}


def ids(shelf: Shelf) -> tuple[str, ...]:
    """Return the identifiers of all entries there are, sorted."""
    return tuple(sorted(_files(shelf)))


def file_of(shelf: Shelf, identifier: str) -> Path:
    """Return the file of an entry; UsageError, naming the identifiers there are, when there is none."""
    files = _files(shelf)
    if identifier not in files:
        raise UsageError(_UNKNOWN[shelf], id=identifier, known=", ".join(sorted(files)))
    return files[identifier]


def own_file(shelf: Shelf, identifier: str) -> Path:
    """Return where an entry of the user's own is kept; it need not exist."""
    folder = user_templates() / shelf
    return folder / identifier / "brand.toml" if shelf is Shelf.BRANDS else folder / f"{identifier}.toml"


def _files(shelf: Shelf) -> dict[str, Path]:
    pattern, depth = ("*/brand.toml", 1) if shelf is Shelf.BRANDS else ("*.toml", 0)
    files: dict[str, Path] = {}
    for folder in (template_file(shelf), user_templates() / shelf):
        try:
            found = [path for path in folder.glob(pattern) if not path.name.startswith(".")]
        except OSError as error:
            raise FileNotRead("file-unreadable", path=folder, reason=error.strerror or str(error)) from error
        files |= {(path.parent.name if depth else path.stem): path for path in found}
    return files
