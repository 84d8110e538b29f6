"""Grades: how far printed words are those of their source.

Similarity never counts: words match by the folding table or not at all.
"""

import re
from collections.abc import Iterable
from enum import StrEnum

from briefing_app.domain.fidelity.edits import PrintedRun, RunKind
from briefing_app.domain.fidelity.folding import folded


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
    """
    derived = tuple(runs)
    if folded("".join(run.text for run in derived)) != folded(words):
        return Grade.ALTERED
    if any(run.kind is not RunKind.KEPT for run in derived):
        return Grade.MARKED
    if words in source:
        return Grade.EXACT
    return Grade.TYPOGRAPHIC if folded(words) in folded(source) else Grade.ALTERED


_SIGN = re.compile(r"\[(?:…|\.\.\.|\.\s\.\s\.)\]")
_BRACKET = re.compile(r"\[([^\[\]]*)\]")


def grade_outside(words: str, source: str) -> Grade:
    """Return the grade of words met in somebody's file against a source's shown text.

    Signs of omission and bracketed insertions are taken as marks only where the words with their brackets are not in the
    source. Every unmarked stretch must stand in the source, in order, as whole words.
    """
    if words and words in source and _whole(words, source):
        return Grade.EXACT
    plain, target = folded(words), folded(source)
    if plain and _find(plain, target, 0) >= 0:
        return Grade.TYPOGRAPHIC
    if _BRACKET.search(plain) and _marked(plain, target):
        return Grade.MARKED
    return Grade.ALTERED if _near(plain, target) else Grade.NOT_FOUND


def _marked(plain: str, target: str) -> bool:
    place = 0
    any_words = False
    for piece, after_letter in _pieces(plain):
        if not piece:
            continue
        place = _find(piece, target, place, after_letter=after_letter)
        if place < 0:
            return False
        any_words = any_words or any(character.isalnum() for character in piece)
        place += len(piece)
    return any_words


_CASE = re.compile(r"\[(\w)\](?=\w)")
_LETTER = "\ue000"
"""Stands, inside this module alone, for a letter whose case was changed."""


def _pieces(plain: str) -> list[tuple[str, bool]]:
    """Return the unmarked stretches, each with whether a letter in brackets stood right before it ([w]e)."""
    cased = _CASE.sub(f"[]{_LETTER}", plain)
    pieces = [piece for part in _SIGN.split(cased) for piece in _BRACKET.split(part)[::2]]
    return [(piece.strip().removeprefix(_LETTER), piece.lstrip().startswith(_LETTER)) for piece in pieces]


def _find(piece: str, target: str, start: int, *, after_letter: bool = False) -> int:
    place = target.find(piece, start)
    while place >= 0:
        if _bounded(piece, target, place, after_letter=after_letter):
            return place
        place = target.find(piece, place + 1)
    return -1


def _bounded(piece: str, target: str, place: int, *, after_letter: bool) -> bool:
    """Tell whether the match is of whole words: half a word is no quotation, but for a first letter given in brackets."""
    end = place + len(piece)
    if end < len(target) and target[end].isalnum() and piece[-1:].isalnum():
        return False
    if after_letter:
        return place > 0 and target[place - 1].isalpha() and not target[max(0, place - 2) : place - 1].isalnum()
    return not (place > 0 and target[place - 1].isalnum() and piece[:1].isalnum())


def _whole(words: str, source: str) -> bool:
    return _find(words, source, 0) >= 0


_RUN = 5
"""Words in a row that must be the source's for a quotation to be called altered rather than not found."""


def _near(plain: str, target: str) -> bool:
    words = plain.split()
    length = min(_RUN, len(words))
    return length > 1 and any(" ".join(words[at : at + length]) in target for at in range(len(words) - length + 1))
