"""The files that were brought in, kept byte for byte in a folder beside the library, each under its own fingerprint."""

import hashlib
from pathlib import Path

from briefing_app.errors import FileNotRead
from briefing_app.files import read_whole, write_whole


def fingerprint(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes as hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


class Originals:
    """A folder of files by fingerprint: ``ab/cdef…``. Nothing is ever changed or deleted in it."""

    def __init__(self, library: Path) -> None:
        self.folder = library.with_name(f"{library.name}.originals")

    def path(self, file: str) -> Path:
        """Return where the file of that fingerprint lies, or would."""
        return self.folder / file[:2] / file[2:]

    def keep(self, data: bytes) -> str:
        """Keep a file and return its fingerprint; FileNotWritten when that cannot be done.

        A file already there is left alone when whole, and written anew when its bytes have changed.
        """
        file = fingerprint(data)
        if not self.whole(file):
            write_whole(self.path(file), data)
        return file

    def bytes_of(self, file: str) -> bytes:
        """Return a file's bytes; FileNotRead when it is gone or is no longer what was brought in."""
        data = read_whole(self.path(file))
        if fingerprint(data) != file:
            raise FileNotRead("original-changed", path=self.path(file))
        return data

    def whole(self, file: str) -> bool:
        """Tell whether the file is there with the bytes it was brought in with."""
        try:
            self.bytes_of(file)
        except FileNotRead:
            return False
        return True
