"""Lines of Arabic, Hebrew and their kin: words stand from right to left on the page, and in the order of reading in the text."""

import re
from itertools import groupby

_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_LETTER = re.compile(f"[{_RIGHT_TO_LEFT}]")
_WESTERN = re.compile(r"[^\W\d_]")
_SHARE = 0.5


def runs_from_right(text: str) -> bool:
    """Tell whether most letters of a line are read from right to left."""
    if text.isascii():
        return False
    own = len(_LETTER.findall(text))
    return own > 1 and own > _SHARE * len(_WESTERN.findall(text))


def in_reading_order(text: str) -> str:
    """Return a line whose words are in order of place, from the left, in the order a reader takes them.

    Words of other scripts and figures in a row keep the order among themselves.
    """
    parts = [list(words) for _, words in groupby(text.split(" "), key=lambda word: not _LETTER.search(word))]
    kept = [words if not _LETTER.search(words[0]) else words[::-1] for words in parts]
    return " ".join(word for words in reversed(kept) for word in words)
