"""What a person types into a search field, as a query of the index: any text is a search for its words, none is wrong."""

import re

_PHRASE = re.compile(r'["“„«]([^"“”„«»]*)["”»]|(\S+)')


def matching(words: str) -> str:
    """Return the query that finds what holds all of ``words``; empty when there is no word in them.

    Words between quotation marks must stand next to each other. The last word may go on, as it is searched while it is typed.
    Everything that the query language gives a meaning to is taken as plain text.
    """
    parts = [phrase or word for phrase, word in _PHRASE.findall(_plain(words))]
    terms = [_term(part) for part in parts if any(character.isalnum() for character in part)]
    if terms and words[-1:].isalnum():
        terms[-1] += " *"
    return " AND ".join(terms)


def any_of(phrases: tuple[str, ...]) -> str:
    """Return the query that finds what holds one of the phrases at least; empty when there is no word in them."""
    return " OR ".join(_term(_plain(each)) for each in phrases if any(character.isalnum() for character in each))


def _plain(words: str) -> str:
    # Half a surrogate pair can be typed but not stored; NUL would end the query.
    return words.encode("utf-8", "replace").decode().replace("\0", " ")


def _term(part: str) -> str:
    # Quoted, the index splits it into words itself: "people's" is two that follow each other.
    doubled = part.replace('"', '""')
    return f'"{doubled}"'
