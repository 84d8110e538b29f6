"""Putting written bytes on the disk: never over a file that is there, unless told so, and under names every system can keep."""

import re
import unicodedata
from pathlib import Path

from briefing_app.domain.briefing import Copy
from briefing_app.errors import FileNotWritten
from briefing_app.files import write_whole

_LONGEST = 60
"""Characters of one part of a name; three parts and an extension then stay well under what file systems and mail allow."""

_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "þ": "th", "ı": "i", "’": "", "'": ""})


def write_out(path: Path, data: bytes, *, overwrite: bool) -> None:
    """Write a file whole or not at all; FileNotWritten ``file-exists`` where one is there and may not be replaced."""
    if path.exists() and not path.is_dir() and not overwrite:
        raise FileNotWritten("file-exists", path=path)
    write_whole(path, data)


def file_stem(event: str, audience: str, copy: Copy) -> str:
    """Return a file name without extension, ``{event}-{audience}-{copy}``, in lower-case ASCII; parts without words fall away."""
    parts = (slug(event), slug(audience), slug(copy.value))
    return "-".join(part for part in parts if part)


def slug(words: str) -> str:
    """Return words as a part of a file name: ASCII letters and digits with hyphens between them, 60 at most, cut at a word."""
    plain = unicodedata.normalize("NFKD", words.casefold().translate(_LETTERS)).encode("ascii", "ignore").decode()
    named = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(named) <= _LONGEST:
        return named
    return named[:_LONGEST].rsplit("-", maxsplit=1)[0].strip("-") or named[:_LONGEST]
