"""Grades: how far printed words are those of their source.

Similarity never counts: words match by the folding table or not at all.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from briefing_app.domain.fidelity.cuts import between_words
from briefing_app.domain.fidelity.edits import PrintedRun, RunKind
from briefing_app.domain.fidelity.folding import Folded, fold, folded


class Grade(StrEnum):
    """From word for word to not there at all."""

    EXACT = "exact"
    TYPOGRAPHIC = "typographic"
    MARKED = "marked"
    TRANSLATED = "translated"
    ALTERED = "altered"
    NOT_FOUND = "not found"


PRINTABLE = frozenset({Grade.EXACT, Grade.TYPOGRAPHIC, Grade.MARKED, Grade.TRANSLATED})
"""Grades that may stand between quotation marks; the others have no override."""


def grade_of(runs: Iterable[PrintedRun], words: str, source: str) -> Grade:
    """Return the grade of our own print: ``runs`` as derived, ``words`` as composed, ``source`` the shown original.

    MARKED when a run is a sign, an insertion or a changed case; ALTERED should the composed words be others than the runs say.
    Marks inside may be double or single: which they are depends on the marks around the quotation, not on its words.
    """
    derived = tuple(runs)
    if _level("".join(run.text for run in derived)) != _level(words):
        return Grade.ALTERED
    if any(run.kind is not RunKind.KEPT for run in derived):
        return Grade.MARKED
    if words in source:
        return Grade.EXACT
    return Grade.TYPOGRAPHIC if _level(words) in _level(source) else Grade.ALTERED


def _level(words: str) -> str:
    return folded(words).replace('"', "'")


def grade_outside(words: str, source: str) -> Grade:
    """Return the grade of words met in somebody's file against a source's shown text.

    A sign of omission, an insertion or a letter in brackets is taken as a mark, or as the source's own where its words have the
    same brackets. Every stretch between two signs must stand in the source as whole words, with nothing missing in it but what
    its brackets replace; the stretches follow each other in the source's order, no further apart than ``FARTHEST``.
    """
    if not any(map(str.isalnum, words)):
        return Grade.NOT_FOUND
    if _stands(re.escape(words), source, source, range(len(source))):
        return Grade.EXACT
    plain, target = folded(words), _target(source)
    if _stands(re.escape(plain), source, target.text, target.origins):
        return Grade.TYPOGRAPHIC
    if "[" in plain and _marked(plain, source, target):
        return Grade.MARKED
    return Grade.ALTERED if _near(plain, target.text) else Grade.NOT_FOUND


_target = lru_cache(maxsize=4)(fold)
"""Sources folded of late: one is asked for again with each quotation of a file."""

FARTHEST = 4000
"""How many code points one sign of omission may stand for: a quotation is no collage of a whole document."""

_SIGN = re.compile(r"\[(?:\.\.\.|\. \. \.)\]")
_BRACKET = re.compile(r"(?<!\w)\[([^\W\d_])\]|\[([^\[\]]*)\]")


def _stands(pattern: str, source: str, target: str, origins: Sequence[int]) -> bool:
    return next(_places(pattern, source, target, origins), None) is not None


def _places(pattern: str, source: str, target: str, origins: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield where in ``target`` a pattern matches whole words of ``source``, from which ``origins`` tell the way."""
    # The look-ahead finds matches that overlap as well.
    for found in re.finditer(f"(?=({pattern}))", target):
        start, end = found.span(1)
        if end > start and between_words(source, origins[start]) and between_words(source, origins[end - 1] + 1):
            yield start, end


def _marked(plain: str, source: str, target: Folded) -> bool:
    """Tell whether the stretches between signs of omission follow each other in the source."""
    reached: list[int] | None = None
    worded = False
    for stretch in _SIGN.split(plain):
        if not _bare(stretch):
            continue  # insertions alone stand on nothing
        worded = worded or any(map(str.isalnum, _BRACKET.sub("", stretch)))
        places = list(_places(_pattern(stretch.strip()), source, target.text, target.origins))
        reached = sorted({end for start, end in places if reached is None or _follows(start, reached)})
        if not reached:
            return False
    return worded


def _follows(start: int, reached: list[int]) -> bool:
    index = bisect_right(reached, start) - 1
    return index >= 0 and start - reached[index] <= FARTHEST


def _pattern(stretch: str) -> str:
    """Return the expression for a stretch: its words as they are, its brackets ours or the source's own."""
    parts: list[str] = []
    place = 0
    for bracket in _BRACKET.finditer(stretch):
        before, after = stretch[place : bracket.start()], stretch[bracket.end() :]
        lead, trail = before[len(before.rstrip(" ")) :], after[: len(after) - len(after.lstrip(" "))]
        # The source's own bracket, or a letter in the other case, stands where it stands …
        letter = bracket.group(1)
        readings = [f"{lead}{re.escape(bracket.group())}{trail}"]
        if letter:
            readings.append(f"{lead}[{letter.lower()}{letter.upper()}]{trail}")
        if not (letter and after[:1].isalnum()):
            # … an insertion stands between words that follow each other in the source.
            said, following = _bare(stretch[: bracket.start()]), _bare(after)
            parted = said[-1:].isalnum() and following[:1].isalnum()
            readings.append((" " if parted else " ?") if before.strip() and following else "")
        parts.append(f"{re.escape(before.rstrip(' '))}(?:{'|'.join(readings)})")
        place = bracket.end() + len(trail)
    return "".join([*parts, re.escape(stretch[place:])])


def _bare(stretch: str) -> str:
    return _BRACKET.sub(lambda bracket: bracket.group(1) or "", stretch).strip(" ")


_RUN = 5
"""Words in a row that must be the source's for a quotation to be called altered rather than not found; or half of its pairs."""


def _near(plain: str, target: str) -> bool:
    # Decides between two grades that may not be printed: nothing passes by it.
    words = _BRACKET.sub(lambda bracket: bracket.group(1) or "", plain).casefold().split()
    where = target.casefold()
    if len(words) < 2:
        return False
    pairs = [" ".join(pair) in where for pair in pairwise(words)]
    return sum(pairs) * 2 >= len(pairs) or any(" ".join(words[at : at + _RUN]) in where for at in range(len(words) - _RUN + 1))
