"""Addresses in running text: of sites and of mail, with what a click on them opens."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"“”«»]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_BEHIND = ".,;:!?)’'…"
"""Signs that belong to the sentence around an address, where it ends in one."""
_LONGEST = 8_000
"""What is longer is no address that anything opens."""
_KEPT = "!#$%&'()*+,/:;=?@[]~"


@dataclass(frozen=True, slots=True)
class Address:
    """Where an address stands in a text, and what a click on it opens: in ASCII (RFC 3986, 2.1)."""

    start: int
    end: int
    target: str


def addresses_in(text: str) -> Iterator[Address]:
    """Yield the addresses in a text, in order."""
    for found in _ADDRESS.finditer(text):
        words = found[0].rstrip(_BEHIND)
        kind = "" if "://" in words else "https://" if words.startswith("www.") else "mailto:"
        target = quote(words.encode("utf-8", "replace"), safe=_KEPT)
        if len(target) <= _LONGEST:
            yield Address(found.start(), found.start() + len(words), kind + target)
