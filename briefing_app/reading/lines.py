"""The lines of a text as spans, and what can be said of one line alone."""

import re
from dataclasses import dataclass
from itertools import pairwise

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


_WRAPPED = 160
"""No text is wrapped wider than this: where a line is longer, an end of a line is the end of a paragraph."""
_FULL = 0.8
"""A line is full when with the next word it would be longer than this share of the longest line around it."""
_ENDED = re.compile(r"[.!?;…][”’»\"')\]]{0,2}\s*$")
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


def paragraph_starts(lines: list[Line]) -> frozenset[int]:
    """Return which lines begin a paragraph though no blank line stands before them.

    They do so where lines are not broken for their width, as in what is copied from a page: one paragraph, one line. Lines broken
    amid a sentence are told by the small letter that follows, or by being as long as the longest.
    """
    starts: set[int] = set()
    run: list[int] = []
    for index, line in enumerate(lines):
        if line.blank:
            starts |= _starts_within(lines, run)
            run = []
        else:
            run.append(index)
    return frozenset(starts | _starts_within(lines, run))


def _starts_within(lines: list[Line], run: list[int]) -> set[int]:
    width = max((len(lines[index].words) for index in run), default=0)
    if width <= _WRAPPED:
        return set()
    return {after for before, after in pairwise(run) if not _wrapped(lines[before], lines[after], width)}


def _wrapped(line: Line, after: Line, width: int) -> bool:
    """Tell whether what ``after`` says is of one paragraph with ``line``: it was broken for its width, or leads in with a colon."""
    if line.text.rstrip().endswith(":"):
        return True
    if _ENDED.search(line.text):
        return False
    first = after.text.split(maxsplit=1)[0]
    return first[0].islower() or len(line.words) + 1 + len(first) > _FULL * width
