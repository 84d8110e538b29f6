"""Quotation marks that became question marks: a text whose encoding was lost has "?" wherever a curly mark stood."""

import re

_OTHER = re.compile(r"[“”«»„]")
_OPENER = re.compile(r"(?<![^\s(])\?(?=[^\W\d_]|[¿¡])")
"""A question mark before a word and behind a blank asks nothing."""
_CLOSER = re.compile(r"(?<=[\w.,!?…])\?(?!\w)")
_PARAGRAPH = re.compile(r"\n\s*\n|\Z")
_FEWEST = 3
"""So many openers tell that it is the encoding's doing."""


def with_marks_again(text: str) -> str:
    """Return the text with curly marks in place of the question marks that stand for them; as long as before.

    A text that has marks of quotation, or too few of these, is returned as it is.
    """
    openers = [found.start() for found in _OPENER.finditer(text)]
    if len(openers) < _FEWEST or _OTHER.search(text):
        return text
    signs = list(text)
    for place, following in zip(openers, [*openers[1:], len(text)], strict=True):
        paragraph = _PARAGRAPH.search(text, place, following)
        end = paragraph.start() if paragraph else following
        closers = [found.start() for found in _CLOSER.finditer(text, place + 1, end)]
        # "?¿Quién fue?, dijo": the mark of a real question belongs to its turned one.
        asked = text.count("¿", place, closers[0]) if closers else 0
        closers = closers[min(asked, max(0, len(closers) - 1)) :]
        ended = [at for at in closers if text[at + 1 : at + 2] in {",", ".", ";", ":", ""}]
        signs[place] = "“"
        for at in (ended or closers[-1:])[:1]:
            signs[at] = "”"
    return "".join(signs)
