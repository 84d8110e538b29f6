"""Who publishes a document, where it says so: a line of copyright, or "published by"; and the short form it gives the name."""

import re
from collections.abc import Iterable

_SAYS = re.compile(
    r"(?:©|\b(?i:copyright)\b(?:\s?©)?(?:\s+(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?,?)?(?:\s+by)?|©\s?(?:19|20)\d\d"
    r"|\b(?i:published by|publicado por|publié par|publisher:|editor:|éditeur\s?:))"
    r"\s*(?:(?:19|20)\d\d,?\s+)?(?P<name>[^\W\d_a-z][^\n.,;|©()\d]{2,90}?)(?=\s*(?:[\d.,;|()]|$))",
    re.MULTILINE,
)
_SIGNS = ("©", "copyright", "publi", "editor:", "éditeur")
"""One of these, in small letters, stands in all of them."""
_ALL_RIGHTS = re.compile(r"\s*(?:all rights|tous droits|todos los derechos|not evaluated).*", re.IGNORECASE)
_NO_NAME = re.compile(r"(?:notice|law|act|policy|statement|owner|holder)s?\b(?! of| for)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
"""A mark amid a line without a year is a photographer's."""
_MOST_WORDS = 12
_SHORT = r"\s+\(\s?[“\"]?([A-Z][\w&.-]{1,14}|[A-Z]{2,15})[”\"]?\s?\)"


def publisher_in(lines: Iterable[str]) -> str | None:
    """Return the publisher that one of the lines states, or None."""
    for line in lines:
        start = line[:1000]
        for match in _SAYS.finditer(start) if any(sign in start.lower() for sign in _SIGNS) else ():
            if _NO_NAME.match(match["name"]):
                continue
            name = _ALL_RIGHTS.sub("", match["name"]).strip(" -–—:")
            if "/" not in name and (match.start() == 0 or _YEAR.search(line)) and len(name.split()) <= _MOST_WORDS:
                return name
    return None


def short_form(publisher: str, text: str) -> str | None:
    """Return how a text abbreviates its publisher, as in "International Rescue Committee (IRC)", or None."""
    name = r"\s+".join(re.escape(word) for word in publisher.split())
    found = re.search(name + _SHORT, text)
    return found[1] if found else None
