"""The one folding table: what typography may change in a quotation without changing a word of it."""

from dataclasses import dataclass

FOLDINGS: dict[str, str] = {
    # Quotation marks and apostrophes: curly, straight, low, angle (CLDR lists these as delimiters of en, es and fr).
    "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "‹": "'", "›": "'", "′": "'", "ʼ": "'",
    # Hyphens and dashes.
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
    # Spaces of any width.
    "\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2008": " ", "\u2009": " ", "\u200a": " ",
    "\u2002": " ", "\u2003": " ", "\u2004": " ", "\u2005": " ", "\u2006": " ", "\u3000": " ",
    "\t": " ", "\n": " ", "\r": " ", "\f": " ", "\v": " ", "\u2028": " ", "\u2029": " ",
    # Invisible: soft hyphen, zero-width space and joiners, byte-order mark.
    "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": "",
    # Ligatures, and the ellipsis as one character.
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "…": "...",
}  # fmt: skip
"""Character -> what it counts as. Anything that is not here is a word's own."""

_SPACE_BEFORE = frozenset(";:!?%\"'")
"""French and Spanish typography put a (no-break) space before these: there, a space counts for nothing."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text with typography taken out, and for each of its code points where in the source it comes from."""

    text: str
    origins: tuple[int, ...]


def fold(text: str) -> Folded:
    """Return ``text`` by the folding table; runs of spaces count as one, at the ends as none."""
    characters: list[str] = []
    origins: list[int] = []
    for place, character in enumerate(text):
        for folded in FOLDINGS.get(character, character):
            if folded == " " and (not characters or characters[-1] in {" ", '"'}):
                continue
            if folded in _SPACE_BEFORE and characters and characters[-1] == " " and _glued(folded, text, place):
                characters.pop()
                origins.pop()
            characters.append(folded)
            origins.append(place)
    while characters and characters[-1] == " ":
        characters.pop()
        origins.pop()
    return Folded("".join(characters), tuple(origins))


def _glued(folded: str, text: str, place: int) -> bool:
    # Only a space that typography demands may vanish: before ; : ! ? % always, before a mark only when it closes (» or the end).
    return folded not in "\"'" or text[place] in "»›”’"


def folded(text: str) -> str:
    """Return ``text`` by the folding table."""
    return fold(text).text
