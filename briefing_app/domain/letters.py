"""A text's letters and digits alone, folded: what stays the same when spaces, marks, hyphens and accents do not."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_REST = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Letters:
    """Folded letters, and for each the place in the text that it comes from."""

    text: str
    places: Sequence[int]


def folded(text: str) -> str:
    """Return the letters and digits of a text: small, without accents, ligatures apart."""
    if text.isascii():
        return _REST.sub("", text.lower())
    return _REST.sub("", unicodedata.normalize("NFKD", text).casefold())


def letters_of(text: str) -> Letters:
    """Return the folded letters of a text with their places, in code points."""
    if text.isascii():
        places = [at for at, sign in enumerate(text) if sign.isalnum()]
        return Letters("".join(text[at] for at in places).lower(), places)
    parts: list[str] = []
    places = []
    for at, sign in enumerate(text):
        held = sign.lower() if sign.isascii() and sign.isalnum() else folded(sign)
        parts.append(held)
        places += [at] * len(held)
    return Letters("".join(parts), places)
