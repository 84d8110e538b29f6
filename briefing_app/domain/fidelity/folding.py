"""The one folding table: what typography may change in a quotation without changing a word of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import combining, is_normalized, normalize

FOLDINGS: dict[str, str] = {
    # Quotation marks and apostrophes: curly, straight, low, angle (CLDR lists these as delimiters of en, es and fr).
    "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "‹": "'", "›": "'", "′": "'", "ʼ": "'",
    # Hyphens and dashes.
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
    # Spaces of any width.
    "\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2008": " ", "\u2009": " ", "\u200a": " ",
    "\u2000": " ", "\u2001": " ", "\u2002": " ", "\u2003": " ", "\u2004": " ", "\u2005": " ", "\u2006": " ", "\u3000": " ",
    "\t": " ", "\n": " ", "\r": " ", "\f": " ", "\v": " ", "\u2028": " ", "\u2029": " ",
    # Invisible: soft hyphen, zero-width space and joiners, byte-order mark.
    "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": "",
    # Ligatures, and the ellipsis as one character.
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "…": "...",
}  # fmt: skip
"""Character -> what it counts as. Anything that is not here is a word's own."""

_STANDS_OFF = frozenset(";:!?%")
"""French and Spanish typography put a space, no-break or not, before these: there, a space counts for nothing."""

_OPENS = frozenset("«‹")
_CLOSES = frozenset("»›")
"""Angle marks stand off their words by a space of any kind, which counts for nothing."""

_OPENS_TIGHT = frozenset("“„‘")
_CLOSES_TIGHT = frozenset("”")
"""Comma-shaped marks do so by a no-break space alone: a plain one parts words."""

_NO_BREAK = frozenset("\u00a0\u202f\u2009")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text with typography taken out, and for each of its code points where in the source it comes from."""

    text: str
    origins: tuple[int, ...]


def fold(text: str) -> Folded:
    """Return ``text`` by the folding table; runs of spaces count as one, at the ends as none.

    Spaces that typography alone demands count as none; all others stay, so that two texts with other words never fold alike.
    Letters and their accents are composed first (Unicode NFC), where the text has them apart.
    """
    composed, places = _composed(text, range(len(text)))
    characters: list[str] = []
    origins: list[int] = []
    last = ""
    blank: tuple[int, bool] | None = None
    for character, place in zip(composed, places, strict=True):
        folding = FOLDINGS.get(character, character)
        if folding == " ":
            first, tight = blank or (place, True)
            blank = (first, tight and character in _NO_BREAK)
            continue
        if not folding:
            continue
        if blank and characters and not _counts_for_nothing(last, character, tight=blank[1]):
            characters.append(" ")
            origins.append(blank[0])
        characters += folding
        origins += [place] * len(folding)
        last, blank = character, None
    # Without a soft hyphen between them, a letter and its accent may meet.
    result, kept = _composed("".join(characters), origins)
    return Folded(result, tuple(kept))


def _counts_for_nothing(before: str, after: str, *, tight: bool) -> bool:
    """Tell whether a space between two characters is typography's own; ``tight``: it is a no-break one."""
    if after in _STANDS_OFF or after in _CLOSES or before in _OPENS:
        return True
    return tight and (after in _CLOSES_TIGHT or before in _OPENS_TIGHT)


def _composed(text: str, places: Sequence[int]) -> tuple[str, Sequence[int]]:
    """Return a text in NFC, and where each of its code points comes from: a letter with its accents from the letter."""
    if is_normalized("NFC", text):
        return text, places
    characters: list[str] = []
    origins: list[int] = []
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and combining(text[end]):
            continue
        cluster = normalize("NFC", text[start:end])
        characters.append(cluster)
        origins += [places[start]] * len(cluster)
        start = end
    return "".join(characters), origins


def folded(text: str) -> str:
    """Return ``text`` by the folding table."""
    return fold(text).text
