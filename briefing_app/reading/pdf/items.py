"""Which paragraphs are list items: bullets always, dashes and numbers in company."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing_app.domain.reading import BlockKind
from briefing_app.reading.pdf.marks import BULLET, DASH, NUMBER
from briefing_app.reading.pdf.paragraphs import Paragraph

_LONGEST_NUMBERED = 400
"""Numbered items longer than this on average are numbered paragraphs, and their numbers are words of the text."""
_LONGEST_HEADING = 90
_DEEPEST = 6
_LEVEL = 9.0
"""Points of indent that make an item one of a list inside another."""
_REACH = 14
"""Paragraphs further down in which a list may go on."""
_ROMAN = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class _Mark:
    """A paragraph (the how manieth) that opens with a dash or a number, where its words begin, and what it may count."""

    at: int
    paragraph: Paragraph
    end: int
    values: frozenset[int] = frozenset()
    form: str = ""


def mark_items(paragraphs: Sequence[Paragraph]) -> None:
    """Make list items of the paragraphs that open with a mark."""
    dashes: list[_Mark] = []
    runs: list[list[_Mark]] = []
    for at, one in enumerate(paragraphs):
        if one.kind is not BlockKind.PARAGRAPH:
            continue
        words = one.lines[0].piece.text
        if found := BULLET.match(words):
            _item(one, found.end())
        elif found := DASH.match(words):
            dashes.append(_Mark(at, one, found.end()))
        elif found := NUMBER.match(words):
            _count(runs, _Mark(at, one, found.end(), _values(found["value"]), _form(found["mark"], found["value"])))
    for run in runs:
        if _heads(run):
            _make_headings(paragraphs, run)
    for mark in _in_company(dashes, runs):
        _item(mark.paragraph, mark.end)
    _mark_tagged(paragraphs)
    _levels(paragraphs)


def _mark_tagged(paragraphs: Sequence[Paragraph]) -> None:
    for before, one in zip([None, *paragraphs], paragraphs, strict=False):
        if one.kind is BlockKind.PARAGRAPH and _is_tagged(one, before):
            _item(one, 0)


def _is_tagged(one: Paragraph, before: Paragraph | None) -> bool:
    """Tell whether the file itself says that a paragraph is an item, and the words before are not of the same one."""
    tag = one.tag
    if tag is None or not tag.item or tag.tabled or tag.noted or len(one.text) > _LONGEST_NUMBERED:
        return False
    return before is None or before.lines[-1].piece.tag is None or before.lines[-1].piece.tag.element != tag.element


def _heads(run: Sequence[_Mark]) -> bool:
    """Tell whether numbered lines are headings: short ones in italics, with text of their own below each."""
    return (
        len(run) > 1
        and all(two.at - one.at > 1 for one, two in pairwise(run))
        and all(len(mark.paragraph.lines) == 1 and mark.paragraph.lines[0].piece.italic for mark in run)
        and all(len(mark.paragraph.text) <= _LONGEST_HEADING and mark.paragraph.text[-1] not in ".,;:" for mark in run)
    )


def _make_headings(paragraphs: Sequence[Paragraph], run: Sequence[_Mark]) -> None:
    """Make headings of a run, one level below the nearest heading above."""
    above = next((one.level for one in reversed(paragraphs[: run[0].at]) if one.kind is BlockKind.HEADING), 0)
    for mark in run:
        mark.paragraph.kind, mark.paragraph.level = BlockKind.HEADING, min(above + 1, _DEEPEST)


def _in_company(dashes: Sequence[_Mark], runs: Sequence[Sequence[_Mark]]) -> Iterator[_Mark]:
    for one, two in pairwise(dashes):
        if two.at - one.at < 4 and abs(_left(one.paragraph) - _left(two.paragraph)) < 3:
            yield from (one, two)
    for run in runs:
        if (
            len(run) > 1
            and run[0].paragraph.kind is BlockKind.PARAGRAPH
            and sum(len(mark.paragraph.text) for mark in run) <= _LONGEST_NUMBERED * len(run)
        ):
            yield from run


def _count(runs: list[list[_Mark]], mark: _Mark) -> None:
    run = next((run for run in reversed(runs) if _goes_on(run[-1], mark)), None)
    if run is None:
        runs.append([mark])
    else:
        run.append(mark)


def _item(one: Paragraph, end: int) -> None:
    one.kind, one.mark, one.level = BlockKind.LIST_ITEM, end, 1


def _left(one: Paragraph) -> float:
    return one.lines[0].piece.left


def _form(mark: str, value: str) -> str:
    sort = "1" if value.isdigit() else "A" if value.isupper() else "a"
    return mark.replace(value, sort)


def _values(value: str) -> frozenset[int]:
    """Return the numbers that a mark may stand for: "i" is one, or the ninth letter."""
    if value.isdigit():
        return frozenset({int(value)})
    low = value.lower()
    values = {ord(low) - 96} if len(low) == 1 else set()
    if set(low) <= _ROMAN.keys():
        digits = [_ROMAN[letter] for letter in low]
        values.add(sum(-one if one < after else one for one, after in zip(digits, [*digits[1:], 0], strict=True)))
    return frozenset(values)


def _goes_on(before: _Mark, mark: _Mark) -> bool:
    return (
        before.form == mark.form
        and mark.at - before.at <= _REACH
        and any(value + 1 in mark.values for value in before.values)
        and 0.9 < before.paragraph.size / mark.paragraph.size < 1.1
    )


def _levels(paragraphs: Sequence[Paragraph]) -> None:
    """Give items of indented lists their depth, from where their marks stand."""
    indents: list[float] = []
    for one in paragraphs:
        if one.kind is not BlockKind.LIST_ITEM:
            if one.kind is BlockKind.HEADING:
                indents = []
            continue
        left = _left(one) - one.column.left
        while indents and left < indents[-1] - _LEVEL / 2:
            indents.pop()
        if not indents or left > indents[-1] + _LEVEL:
            indents.append(left)
        one.level = len(indents)
