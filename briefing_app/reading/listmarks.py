"""Which lines open a list item: bullets and numbers, told from dashes, footnote asterisks and numbered sections."""

import re
from dataclasses import dataclass

from briefing_app.reading.lines import Line

_MARK = re.compile(
    r"(?P<lead>[ \t]*)(?P<mark>•{1,9}|[▪◦‣●○■□–*+-]|·|\uf0b7|\(?(?:\d{1,3}|[a-z]|[ivx]{2,5})[.)])(?P<gap>[ \t\u00a0]+)(?=\S)",
    re.IGNORECASE,
)
_SURE = frozenset("•▪◦‣●○■□·\uf0b7")
"""Bullets that mean nothing else at the start of a line."""
_LONGEST_NUMBERED = 400
"""Numbered items longer than this on average are numbered paragraphs, and their numbers are words of the text."""
_ROMAN = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class ListMark:
    """The mark that opens an item: its place on the line, where the words begin, and its indent."""

    start: int
    end: int
    indent: int
    content: int
    """Columns from the line's start to the words: what a further paragraph of the item is indented by."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    index: int
    mark: ListMark
    style: str
    values: frozenset[int]
    length: int


def list_marks(lines: list[Line], *, markdown: bool, strict: bool) -> dict[int, ListMark]:
    """Return the marks that open list items, by line number.

    Plain text asks for company: a lone ``*`` is a footnote's, a lone ``1.`` a section's or a sentence's end. ``markdown``
    trusts ``-``, ``*`` and ``+``; ``strict`` (a file that says it is Markdown) trusts numbers at a block's start as well.
    """
    candidates = _candidates(lines, markdown=markdown)
    runs = _runs(lines, candidates)
    taken: dict[int, ListMark] = {}
    for run in runs:
        numbered = bool(run[0].values)
        if numbered and sum(one.length for one in run) > _LONGEST_NUMBERED * len(run):
            continue
        trusted = run[0].style in _SURE or (markdown and run[0].style in "-*+") or (strict and numbered)
        if trusted or len(run) > 1:
            taken.update({one.index: one.mark for one in run})
    return taken


def _candidates(lines: list[Line], *, markdown: bool) -> list[_Candidate]:
    found: list[_Candidate] = []
    last = -2
    for index, line in enumerate(lines):
        match = None if line.blank else _MARK.match(line.text)
        if not match:
            continue
        mark = "•" if match["mark"].startswith("•") else match["mark"]
        before = lines[index - 1] if index else None
        opens = (
            before is None or before.blank or last == index - 1 or before.text.rstrip().endswith(":") or line.indent > before.indent
        )
        style, values = _style(mark)
        sure = mark in _SURE or (markdown and mark in "-*+") or (before is not None and before.text.startswith("#"))
        if not (opens or sure or _continues(found, index, lines, style)):
            continue
        last = index
        place = ListMark(
            line.start + match.start("mark"),
            line.start + match.end("mark"),
            line.indent,
            line.indent + len(match["mark"]) + len(match["gap"]),
        )
        found.append(_Candidate(index, place, style, values, len(line.text)))
    return found


def _continues(found: list[_Candidate], index: int, lines: list[Line], style: str) -> bool:
    # The item before may run over several lines: a candidate below it, with no blank line between, goes on with the list.
    if not found or found[-1].style != style or index - found[-1].index > 40:
        return False
    return not any(line.blank for line in lines[found[-1].index : index])


def _style(mark: str) -> tuple[str, frozenset[int]]:
    inner = mark.strip("().").lower()
    if not inner.isalnum():
        return mark, frozenset()
    frame = mark.replace(mark.strip("()."), "n")
    if inner.isdigit():
        return f"1{frame}", frozenset({int(inner)})
    values = {ord(inner) - 96} if len(inner) == 1 else set()
    if set(inner) <= _ROMAN.keys():
        digits = [_ROMAN[letter] for letter in inner]
        values.add(sum(-one if one < after else one for one, after in zip(digits, [*digits[1:], 0], strict=True)))
    return f"{'A' if mark.strip('().').isupper() else 'a'}{frame}", frozenset(values)


def _runs(lines: list[Line], candidates: list[_Candidate]) -> list[list[_Candidate]]:
    # An item joins the run of its own indent and style if its number is the next, unless other text came between.
    runs: list[list[_Candidate]] = []
    latest: dict[tuple[int, str], list[_Candidate]] = {}
    before = 0
    for one in candidates:
        if _parted(lines, before, one.index):
            latest = {}
        latest = {key: run for key, run in latest.items() if key[0] <= one.mark.indent}
        key = (one.mark.indent, one.style)
        if key not in latest or not _follows(latest[key][-1], one):
            latest[key] = []
            runs.append(latest[key])
        latest[key].append(one)
        before = one.index + 1
    return runs


def _follows(before: _Candidate, after: _Candidate) -> bool:
    return not after.values or any(value + 1 in after.values for value in before.values)


def _parted(lines: list[Line], start: int, end: int) -> bool:
    return any(
        lines[index].indent < 2 and not lines[index].blank and index and lines[index - 1].blank for index in range(start, end)
    )
