"""The colours a file is made for: a small sRGB profile (ICC.1:2001-04, version 2.1), built from the standard's own numbers.

The bytes come from IEC 61966-2-1 alone (primaries adapted to D50, and its transfer curve in 1024 steps); no one's profile is
copied: they are part of this software, under its licence.
"""

import struct
from functools import cache

CONDITION = "sRGB IEC61966-2.1"
_STEPS = 1024
_WHITE_D50 = (0.9642, 1.0, 0.8249)
_PRIMARIES = {
    "r": (0.4360747, 0.2225045, 0.0139322),
    "g": (0.3850649, 0.7168786, 0.0971045),
    "b": (0.1430804, 0.0606169, 0.7141733),
}
"""The primaries of sRGB as XYZ, adapted from D65 to D50 by Bradford's matrix."""


@cache
def srgb_profile() -> bytes:
    """Return the profile: the same bytes always."""
    curve = b"curv" + bytes(4) + struct.pack(">I", _STEPS) + b"".join(struct.pack(">H", _linear(step)) for step in range(_STEPS))
    tags: dict[bytes, bytes] = {b"desc": _description(CONDITION), b"cprt": b"text" + bytes(4) + b"No copyright, use freely\0"}
    tags[b"wtpt"] = _xyz(_WHITE_D50)
    tags |= {f"{name}XYZ".encode(): _xyz(value) for name, value in _PRIMARIES.items()}
    tags |= {f"{name}TRC".encode(): curve for name in _PRIMARIES}
    return _profile(tags)


def _profile(tags: dict[bytes, bytes]) -> bytes:
    start = 128 + 4 + 12 * len(tags)
    table, data, places = b"", b"", {}
    for name, value in tags.items():
        if value not in places:
            places[value] = start + len(data)
            data += value + bytes(-len(value) % 4)
        table += struct.pack(">4sII", name, places[value], len(value))
    head = struct.pack(">I4sI4s4s4s", start + len(data), bytes(4), 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H4s", 2000, 1, 1, 0, 0, 0, b"acsp") + bytes(24)
    head += struct.pack(">I", 0) + b"".join(map(_fixed, _WHITE_D50))
    return head + bytes(128 - len(head)) + struct.pack(">I", len(tags)) + table + data


def _linear(step: int) -> int:
    value = step / (_STEPS - 1)
    linear = value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
    return round(linear * 0xFFFF)


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 0x10000))


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + b"".join(map(_fixed, values))


def _description(words: str) -> bytes:
    ascii_words = words.encode("ascii") + b"\0"
    return b"desc" + bytes(4) + struct.pack(">I", len(ascii_words)) + ascii_words + bytes(4 + 4 + 2 + 1 + 67)
