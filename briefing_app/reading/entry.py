"""The one entry: a file, or its bytes, to a reading and a card; FileNotRead with one clear line for all else."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from briefing_app.domain.reading import Reading
from briefing_app.domain.source import Card
from briefing_app.errors import FileNotRead
from briefing_app.files import read_whole
from briefing_app.reading.card import with_short_publisher
from briefing_app.reading.formats import format_of
from briefing_app.reading.sidecar import read_sidecar

LARGEST = 32 * 2**20
"""Bytes of the largest file that is read: a text of 5,000 pages has 15 MB."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as read: what its reader made of it, its card, its name and its bytes."""

    reading: Reading
    card: Card
    name: str
    data: bytes


def read_file(path: Path, *, password: str | None = None) -> ReadFile:
    """Read a file, and the card that lies beside it; what the card says wins over what the text says.

    FileNotRead when it is missing, a folder, too large, empty, or of a kind that is not read, or when its card is wrong.
    """
    try:
        too_large = path.stat().st_size > LARGEST and path.is_file()
    except OSError:
        too_large = False  # reading it will say why it cannot be read
    if too_large:
        raise _too_large(str(path))
    made = _read(read_whole(path), path.name, str(path), password)
    card = with_short_publisher(read_sidecar(path, made.card), made.reading.text)
    return ReadFile(made.reading, card, made.name, made.data)


def read_bytes(data: bytes, name: str, *, password: str | None = None) -> ReadFile:
    """Read the bytes of a file of that name; FileNotRead as for ``read_file``."""
    made = _read(data, name, name, password)
    return replace(made, card=with_short_publisher(made.card, made.reading.text))


def _read(data: bytes, name: str, path: str, password: str | None) -> ReadFile:
    if len(data) > LARGEST:
        raise _too_large(path)
    if not data.strip():
        raise FileNotRead("file-empty", path=path)
    form = format_of(data)
    if form.read is None:
        raise FileNotRead("file-of-other-kind", path=path, kind=form.label)
    try:
        reading, card = form.read(data, name, hashlib.sha256(data).hexdigest(), password=password)
    except FileNotRead as error:
        raise FileNotRead(error.code, **{**error.parameters, "path": path}) from error
    return ReadFile(reading, card, name, data)


def _too_large(path: str) -> FileNotRead:
    return FileNotRead("file-too-large", path=path, limit=LARGEST // 2**20)
