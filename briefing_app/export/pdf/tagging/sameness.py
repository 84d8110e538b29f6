"""A digest of what a file holds that does not depend on how its streams were compressed, for comparing files across machines."""

import hashlib
import re
import zlib

_STREAM = re.compile(rb"<<((?:(?!endobj).)*?)>>\s*stream\r?\n", re.DOTALL)
_LENGTH = re.compile(rb"/Length (\d+)")
_END = re.compile(rb"\r?\n?endstream")
_COMPRESSED = b"/FlateDecode"
_PLACES = (re.compile(rb"/ID \[[^\]]*\]"), re.compile(rb"startxref\s+\d+"), _LENGTH)
"""What the length of a compressed stream changes, besides the table of places, which is left out as a whole."""


def content_digest(data: bytes) -> str:
    """Return a digest of a file that this room wrote, its streams decompressed: the same where libraries compress differently."""
    digest = hashlib.sha256()
    place = 0
    while found := _STREAM.search(data, place):
        digest.update(_settled(data[place : found.start(1)]))
        entries = found[1]
        length = _LENGTH.search(entries)
        end = found.end() + (int(length[1]) if length else 0)
        content = data[found.end() : end]
        if b"/Type /XRef" not in entries:
            digest.update(_settled(entries))
            digest.update(zlib.decompress(content) if _COMPRESSED in entries else content)
        ended = _END.match(data, end)
        place = ended.end() if ended else end
    digest.update(_settled(data[place:]))
    return digest.hexdigest()


def _settled(part: bytes) -> bytes:
    for pattern in _PLACES:
        part = pattern.sub(b"", part)
    return part
