"""The one entry: a file, or its bytes, to a reading and a card; FileNotRead with one clear line for all else."""

import hashlib
import stat
from dataclasses import dataclass, replace
from pathlib import Path
from unicodedata import category

from briefing_app.domain.reading import Reading
from briefing_app.domain.source import Card
from briefing_app.errors import FileNotRead
from briefing_app.files import read_whole
from briefing_app.reading.card import with_short_publisher
from briefing_app.reading.formats import TEXT, Format, format_of
from briefing_app.reading.limits import LIMITS
from briefing_app.reading.naming import says_other
from briefing_app.reading.sidecar import read_sidecar


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as read: what its reader made of it, its card, its name and its bytes.

    ``form`` is the label of its format, by what is in it; ``misnamed``: its name's ending says another.
    """

    reading: Reading
    card: Card
    name: str
    data: bytes
    form: str
    misnamed: bool = False


def read_file(path: Path, *, password: str | None = None) -> ReadFile:
    """Read a file, and the card that lies beside it; what the card says wins over what the text says.

    FileNotRead when it is missing, a folder, no file of its own (a pipe), too large, empty, of a kind that is not read, locked
    with another password, or when its card is wrong.
    """
    try:
        there = path.stat()
    except (OSError, ValueError):
        pass  # reading it will say why it cannot be read
    else:
        if not stat.S_ISREG(there.st_mode) and not stat.S_ISDIR(there.st_mode):
            # Opening a pipe would wait for somebody to write into it.
            raise FileNotRead("file-not-regular", path=path)
        if stat.S_ISREG(there.st_mode) and there.st_size > LIMITS.file:
            raise _too_large(str(path), LIMITS.file)
    made = _read(read_whole(path), path.name, str(path), password)
    return replace(made, card=with_short_publisher(read_sidecar(path, made.card), made.reading.text))


def read_bytes(data: bytes, name: str, *, password: str | None = None) -> ReadFile:
    """Read the bytes of a file of that name; FileNotRead as for ``read_file``."""
    made = _read(data, name, name, password)
    return replace(made, card=with_short_publisher(made.card, made.reading.text))


def _read(data: bytes, name: str, path: str, password: str | None) -> ReadFile:
    form = format_of(data)
    largest = LIMITS.text if form is TEXT else LIMITS.file
    if len(data) > largest:
        raise _too_large(path, largest)
    if not data.strip():
        raise FileNotRead("file-empty", path=path)
    if form.read is None:
        raise FileNotRead("file-of-other-kind", path=path, kind=form.label)
    reading, card = _made(form, data, name, path, password)
    if not any(sign.isalnum() or category(sign)[0] in "LNPS" for sign in reading.text):
        raise FileNotRead("file-without-words", path=path)
    if len(reading.text) > LIMITS.characters or len(reading.blocks) > LIMITS.blocks:
        raise FileNotRead("file-too-much-text", path=path, limit=LIMITS.characters)
    return ReadFile(reading, card, name, data, form.label, says_other(name, form.label))


def _made(form: Format, data: bytes, name: str, path: str, password: str | None) -> tuple[Reading, Card]:
    assert form.read is not None
    try:
        return form.read(data, name, hashlib.sha256(data).hexdigest(), password=password)
    except FileNotRead as error:
        raise FileNotRead(error.code, **{**error.parameters, "path": path}) from error
    except RecursionError as error:
        raise FileNotRead("file-too-nested", path=path) from error


def _too_large(path: str, limit: int) -> FileNotRead:
    return FileNotRead("file-too-large", path=path, limit=limit // 2**20)
