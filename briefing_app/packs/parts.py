"""What a pack file holds: ``pack.json``, a member for each reading, a member for each picture; to and from the pack."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from briefing_app.domain.pack import Pack
from briefing_app.domain.reading import Reading
from briefing_app.errors import FileNotRead
from briefing_app.typed import dump, from_json, load, to_json

FORMAT_VERSION = 1
"""The version this program writes. It grows when an older program could not load what is written."""

CONTENTS = "pack.json"


@dataclass(frozen=True, slots=True)
class Contents:
    """What ``pack.json`` holds: format version, the pack without its readings, their identifiers in order, all pictures."""

    format_version: int
    readings: tuple[str, ...]
    media: tuple[str, ...]
    pack: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Plain:
    """A pack file as plain data, of whatever version: the pack without its readings, and those by identifier, in order."""

    pack: Mapping[str, Any]
    readings: Mapping[str, Any]


def reading_member(identifier: str) -> str:
    """Return the name of a reading's member; an identifier may hold what names of files may not."""
    return f"readings/{quote(identifier, safe='')}.json"


def media_member(fingerprint: str) -> str:
    """Return the name of a picture's member."""
    return f"media/{fingerprint}"


def members_of(pack: Pack, media: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the members of a pack's file, by name, in their order."""
    contents = {
        "format_version": FORMAT_VERSION,
        "pack": dump(pack, without=("readings",)),
        "readings": [reading.id for reading in pack.readings],
        "media": sorted(media),
    }
    readings = {reading_member(reading.id): to_json(dump(reading)) for reading in pack.readings}
    pictures = {media_member(fingerprint): data for fingerprint, data in media.items()}
    return {CONTENTS: to_json(contents), **dict(sorted(readings.items())), **dict(sorted(pictures.items()))}


def contents_of(data: bytes, source: str) -> Contents:
    """Return what ``pack.json`` says.

    FileNotRead: ``pack-newer`` when a later program wrote it, ``pack-not-pack`` when it is something else, else as
    ``typed.load`` refuses.
    """
    part = f"{source} ({CONTENTS})"
    envelope = from_json(data, source=part)
    version = envelope.get("format_version") if isinstance(envelope, dict) else None
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise FileNotRead("pack-not-pack", path=source)
    if version > FORMAT_VERSION:
        raise FileNotRead("pack-newer", path=source, found=version, known=FORMAT_VERSION)
    pack = envelope.pop("pack", None)
    if not isinstance(pack, dict):
        raise FileNotRead("missing-key" if pack is None else "wrong-type-table", path=part, key="pack")
    return load(Contents, envelope, source=part, given={"pack": pack})


def pack_of(plain: Plain, source: str) -> Pack:
    """Return plain data of the version in force as a pack."""
    readings = tuple(
        load(Reading, data, source=f"{source} ({reading_member(identifier)})") for identifier, data in plain.readings.items()
    )
    for identifier, reading in zip(plain.readings, readings, strict=True):
        if identifier != reading.id:
            raise FileNotRead("pack-damaged", path=source, part=reading_member(identifier))
    return load(Pack, plain.pack, source=f"{source} ({CONTENTS})", given={"readings": readings})


def check_names(names: tuple[str, ...], contents: Contents, source: str) -> None:
    """Refuse members that ``pack.json`` does not name, and whatever it names that is not there."""
    listed = [CONTENTS, *map(reading_member, contents.readings), *map(media_member, contents.media)]
    if len(set(listed)) != len(listed):
        raise FileNotRead("pack-damaged", path=source, part=CONTENTS)
    for name in sorted({*listed} ^ {*names}):
        raise FileNotRead("pack-damaged" if name in listed else "pack-stray", path=source, part=name)


def checked_media(fingerprint: str, data: bytes, source: str) -> bytes:
    """Return a picture; refused when it is not the one that the fingerprint names."""
    if hashlib.sha256(data).hexdigest() != fingerprint:
        raise FileNotRead("pack-damaged", path=source, part=media_member(fingerprint))
    return data
