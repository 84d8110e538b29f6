"""Zip archives of known layout: the same members give the same bytes, and nothing that is opened can flood memory or disk."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from briefing_app.errors import FileNotRead, FileNotWritten

LARGEST_MEMBER = 256 * 2**20
LARGEST_WHOLE = 512 * 2**20
MOST_MEMBERS = 10_000
STEEPEST = 200
"""How many times its packed size a member may unfold to; text packs to a tenth, rarely to a thirtieth."""
_SMALL = 2**20
"""Members up to this size are beyond suspicion."""

_DATE = (1980, 1, 1, 0, 0, 0)
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    LookupError,
)
"""All that the zip module raises over damaged bytes."""


@dataclass(frozen=True, slots=True)
class Archive:
    """An opened archive: its members by name, proved in number and size before any is unpacked."""

    source: str
    _zip: zipfile.ZipFile
    _members: Mapping[str, zipfile.ZipInfo]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all members, in the archive's order."""
        return tuple(self._members)

    def read(self, name: str) -> bytes:
        """Return a member's bytes; FileNotRead (``pack-damaged``) when they are not what was packed."""
        try:
            with self._zip.open(self._members[name]) as file:
                # Never more than was announced, whatever the packed bytes unfold to.
                data = file.read(self._members[name].file_size + 1)
        except _DAMAGE as error:
            raise FileNotRead("pack-damaged", path=self.source, part=name) from error
        if len(data) != self._members[name].file_size:
            raise FileNotRead("pack-damaged", path=self.source, part=name)
        return data


def opened(data: bytes, source: str) -> Archive:
    """Return the archive that ``data`` is.

    FileNotRead: ``pack-not-pack`` when it is none, ``pack-damaged`` for members of a sort that is never written here, and
    ``pack-too-large`` for more than a pack can hold or anything that unfolds as only a bomb does.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGE as error:
        raise FileNotRead("pack-not-pack", path=source) from error
    members = archive.infolist()
    if len({member.filename for member in members}) != len(members):
        raise FileNotRead("pack-damaged", path=source, part="zip")
    for member in members:
        if member.flag_bits & 1 or member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise FileNotRead("pack-damaged", path=source, part=member.filename)
        steep = member.file_size > max(_SMALL, STEEPEST * member.compress_size)
        if steep or member.file_size > LARGEST_MEMBER:
            raise FileNotRead("pack-too-large", path=source, part=member.filename)
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > LARGEST_WHOLE:
        raise FileNotRead("pack-too-large", path=source, part="zip")
    return Archive(source, archive, {member.filename: member for member in members})


def packed(members: Mapping[str, bytes], source: str) -> bytes:
    """Return the archive of these members in this order: the same bytes on each run with the same zlib.

    FileNotWritten (``pack-too-large``) for what ``opened`` would refuse.
    """
    largest = max((name for name in members), key=lambda name: len(members[name]), default="zip")
    whole = sum(len(data) for data in members.values())
    if len(members) > MOST_MEMBERS or whole > LARGEST_WHOLE or len(members.get(largest, b"")) > LARGEST_MEMBER:
        raise FileNotWritten("pack-too-large", path=source, part=largest)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, _DATE)
            info.create_system = 3
            info.external_attr = 0o100644 << 16
            info.compress_type = zipfile.ZIP_STORED if _already_dense(name, data) else zipfile.ZIP_DEFLATED
            archive.writestr(info, data, compresslevel=9)
    return target.getvalue()


def _already_dense(name: str, data: bytes) -> bool:
    # Pictures are packed already. What packs too well is stored as it is, so that opening it raises no suspicion.
    return not name.endswith(".json") or (len(data) > _SMALL and len(zlib.compress(data, 9)) * STEEPEST < 2 * len(data))
