"""Bytes to text: which character set a file is in, and the two changes a text may undergo (newline form, Unicode NFC)."""

import codecs
import unicodedata
from collections import Counter
from contextlib import suppress

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ORDINARY_CONTROLS = frozenset("\t\n\r\f\v")
_LOOKED_AT = 4096
_FEWEST_PAIRS = 8
_ZEROS = 0.5
"""Share of signs with a zero byte beyond which a text is one in Latin letters of two bytes each."""
_JAPANESE = b"\x1b$B"
"""How ISO-2022-JP begins its letters of two bytes."""
_MOST_CONTROLS = 0.02
"""Share of control characters beyond which a file is no text."""


def decoded(data: bytes) -> str:
    """Return the text of a file: byte order mark, then strict UTF-8, then cp1252; UnicodeDecodeError when its own mark misleads.

    Before these: UTF-16 without its mark, where every other byte is zero, and the Japanese set that says where it begins.

    The five bytes that cp1252 leaves undefined become the C1 controls of Latin-1, as browsers have it (WHATWG Encoding,
    windows-1252), so that no byte is lost.
    """
    for mark, charset in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(charset)
    for known in (wide_charset(data), "iso2022_jp" if _JAPANESE in data else None):
        if known:
            with suppress(UnicodeDecodeError):
                return data.decode(known)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return codecs.charmap_decode(data, "strict", _WINDOWS_1252)[0]


def wide_charset(data: bytes) -> str | None:
    """Return the set of a file whose signs have two or four bytes each: by its mark, or by where its zeros stand (UTF-16 alone)."""
    for mark, charset in _BOMS[1:]:
        if data.startswith(mark):
            return charset
    start = data[:_LOOKED_AT]
    pairs = len(start) // 2
    zeros = (start[: 2 * pairs : 2].count(0), start[1 : 2 * pairs : 2].count(0))
    for many, few, charset in ((zeros[1], zeros[0], "utf-16-le"), (zeros[0], zeros[1], "utf-16-be")):
        if pairs >= _FEWEST_PAIRS and many > _ZEROS * pairs and not few:
            return charset
    return None


_WINDOWS_1252 = "".join(
    bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256)
)  # the whole table, built from the two standard ones


def plain_text(text: str) -> str:
    """Return a text with newlines as U+000A and in Unicode NFC: the form a reading keeps."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def is_binary(data: bytes, text: str) -> bool:
    """Tell whether decoded bytes are no text: a NUL, or more than stray control characters."""
    if "\0" in text:
        return True
    if data.isascii() and not any(byte < 32 for byte in set(data)):
        return False
    counts = Counter(text)
    controls = sum(number for sign, number in counts.items() if ord(sign) < 32 and sign not in _ORDINARY_CONTROLS)
    return controls > _MOST_CONTROLS * len(text)
