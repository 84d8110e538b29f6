"""Loads and saves pack files: whole or not at all, and never what cannot be loaded again."""

from collections.abc import Mapping
from pathlib import Path

from briefing_app.domain.pack import Pack
from briefing_app.errors import FileNotRead
from briefing_app.files import read_whole, write_whole
from briefing_app.packs.archive import LARGEST_WHOLE, opened, packed
from briefing_app.packs.parts import (
    CONTENTS,
    Plain,
    check_names,
    checked_media,
    contents_of,
    media_member,
    members_of,
    pack_of,
    reading_member,
)
from briefing_app.packs.upgrade import upgraded
from briefing_app.packs.wholeness import gaps
from briefing_app.typed import from_json


def load(path: Path) -> tuple[Pack, Mapping[str, bytes]]:
    """Return the pack in a file, and its pictures by SHA-256.

    FileNotRead with one line for whatever is wrong: no pack (``pack-not-pack``), written by a later program
    (``pack-newer``), damaged (``pack-damaged``), too large (``pack-too-large``), a member that no pack has (``pack-stray``),
    a key that points to nothing (``pack-dangling``) or outside its text (``pack-outside``), or a key or value that is not known.
    """
    data = _bytes_of(path)
    return unpacked(data, str(path))


def unpacked(data: bytes, source: str) -> tuple[Pack, Mapping[str, bytes]]:
    """Return the pack in a file's bytes, and its pictures; see ``load``."""
    archive = opened(data, source)
    if CONTENTS not in archive.names:
        raise FileNotRead("pack-not-pack", path=source)
    # The version first: a later program's file may be laid out otherwise.
    contents = contents_of(archive.read(CONTENTS), source)
    check_names(archive.names, contents, source)
    readings = {
        identifier: from_json(archive.read(reading_member(identifier)), source=f"{source} ({reading_member(identifier)})")
        for identifier in contents.readings
    }
    pack = pack_of(upgraded(Plain(contents.pack, readings), contents.format_version, source), source)
    media = {name: checked_media(name, archive.read(media_member(name)), source) for name in contents.media}
    for gap in gaps(pack, media):
        raise FileNotRead(gap.code, path=source, key=gap.key, value=gap.value)
    return pack, media


def save(path: Path, pack: Pack, media: Mapping[str, bytes]) -> None:
    """Write a pack with its pictures; the old file or the new one is there at every instant.

    FileNotWritten when it cannot be written. ValueError, with nothing written, for a pack that could not be loaded again as it
    is: one that points to something it does not hold, which no edit makes.
    """
    write_whole(path, packed_bytes(pack, media, str(path)))


def packed_bytes(pack: Pack, media: Mapping[str, bytes], source: str) -> bytes:
    """Return the bytes of a pack's file, proved by opening them: the same for the same pack."""
    data = packed(members_of(pack, media), source)
    try:
        again = unpacked(data, source)
    except FileNotRead as error:
        raise ValueError(str(error)) from error
    if again != (pack, media):
        raise ValueError("the pack does not come back as it was")
    return data


def _bytes_of(path: Path) -> bytes:
    try:
        size = path.stat().st_size
    except OSError:
        size = 0  # reading it says what is wrong
    if size > LARGEST_WHOLE:
        raise FileNotRead("pack-too-large", path=path, part="zip")
    return read_whole(path)
