"""The lines of a text as spans, and what can be said of one line alone."""

import re
from dataclasses import dataclass

from briefing_app.domain.span import Span


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its newline: where it is, its words, how far it is indented (a tab counts four)."""

    start: int
    text: str
    indent: int
    blank: bool

    @property
    def end(self) -> int:
        """Where the line ends, before its newline."""
        return self.start + len(self.text)

    @property
    def words(self) -> Span:
        """The line without white space at either end."""
        left = len(self.text) - len(self.text.lstrip())
        return Span(self.start + left, self.start + max(left, len(self.text.rstrip())))


_INDENT = re.compile(r"\f?([ \t]*)")


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text, parted at U+000A alone."""
    lines = []
    start = 0
    for words in text.split("\n"):
        indent = _INDENT.match(words)
        lead = indent[1] if indent else ""
        lines.append(Line(start, words, len(lead) + 3 * lead.count("\t"), not words.strip()))
        start += len(words) + 1
    return lines
