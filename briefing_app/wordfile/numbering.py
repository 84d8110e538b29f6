"""Numbered paragraphs that print exactly the number they are given, as lists of Word's own wherever the numbers run on.

Word counts paragraphs itself, so a number cannot simply be said. Each stretch of numbers that run on (R1, R2, R3) is a list of its
own with its own start and pattern; where they do not (R3, then R3a, then R5), the next stretch begins. What is printed is therefore
always the number given, and a colleague who adds a paragraph inside a stretch gets the next number as Word would have it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from docx.oxml.ns import qn
from lxml import etree

from briefing_app.wordfile.elements import w
from briefing_app.wordfile.order import Element

_NUMBER = re.compile(r"(?P<before>[^0-9%]*)(?P<count>[1-9][0-9]{0,8}|0)(?P<after>[^0-9%]*)")


def without_number() -> Element:
    """Return the property of a paragraph that has no number although its style gives one."""
    return w("numPr", w("ilvl", val=0), w("numId", val=0))


@dataclass(slots=True)
class _Stretch:
    """Numbers of one paragraph style that run on: list ``identifier`` counts from ``start`` in ``pattern``; ``next`` follows."""

    identifier: int
    style: str
    pattern: str
    start: int
    next: int | None


@dataclass(slots=True)
class Numbers:
    """The lists of one document. ``looks`` gives, by the id of a paragraph style, the level's properties: pPr and rPr."""

    looks: dict[str, tuple[Element, ...]]
    _stretches: list[_Stretch] = field(default_factory=list)

    def give(self, style: str, number: str) -> tuple[Element, ...]:
        """Return the properties with which the next paragraph in a style prints ``number``.

        The first list of a style is the style's own, so that its paragraphs need none.
        """
        found = _NUMBER.fullmatch(number)
        # Without exactly one count in it, the number is the pattern itself, and nothing can run on from it.
        pattern = f"{found['before']}%1{found['after']}" if found else number.replace("%", "")
        count = int(found["count"]) if found else None
        latest = next((stretch for stretch in reversed(self._stretches) if stretch.style == style), None)
        if latest is None or count is None or latest.next != count or latest.pattern != pattern:
            start = 1 if count is None else count
            latest_next = None if count is None else count + 1
            latest = _Stretch(len(self._stretches) + 1, style, pattern, start, latest_next)
            self._stretches.append(latest)
        else:
            latest.next = count + 1
        return () if latest is self._first(style) else (w("numPr", w("ilvl", val=0), w("numId", val=latest.identifier)),)

    def _first(self, style: str) -> _Stretch:
        return next(stretch for stretch in self._stretches if stretch.style == style)

    def list_of(self, style: str) -> int | None:
        """Return the list that belongs to a style itself; None when nothing was numbered in it."""
        return next((stretch.identifier for stretch in self._stretches if stretch.style == style), None)

    def elements(self) -> Iterator[Element]:
        """Yield what the numbering part holds."""
        for stretch in self._stretches:
            linked = w("pStyle", val=stretch.style) if stretch is self._first(stretch.style) else None
            level = w(
                "lvl", w("start", val=stretch.start), w("numFmt", val="decimal"), linked,
                w("lvlText", val=stretch.pattern), w("lvlJc", val="left"),
                *(_copy(part) for part in self.looks[stretch.style]), ilvl=0,
            )  # fmt: skip
            yield w(
                "abstractNum", w("nsid", val=f"{0x42500000 + stretch.identifier:08X}"), w("multiLevelType", val="singleLevel"),
                level, abstractNumId=stretch.identifier,
            )  # fmt: skip
        for stretch in self._stretches:
            yield w("num", w("abstractNumId", val=stretch.identifier), numId=stretch.identifier)


def _copy(element: Element) -> Element:
    made = w(etree.QName(element).localname)
    for name, value in element.attrib.items():
        made.set(name, value)
    made.extend([_copy(child) for child in element])
    return made


@dataclass(slots=True)
class Counting:
    """Counts lists of one level as Word does: what number stands before a paragraph that is reached."""

    numbering: Element | None
    styles: Element | None
    _counts: dict[str, int] = field(default_factory=dict)

    def label(self, paragraph: Element) -> str:
        """Return what Word prints before the paragraph, the empty string for one without a number. Call in document order."""
        identifier = self._list_of(paragraph)
        level = self._level(identifier) if identifier not in {"", "0"} else None
        if level is None:
            return ""
        pattern = _value(level.find(qn("w:lvlText")))
        start = int(_value(level.find(qn("w:start"))) or 1)
        self._counts[identifier] = self._counts.get(identifier, start - 1) + 1
        return pattern.replace("%1", str(self._counts[identifier]))

    def _list_of(self, paragraph: Element) -> str:
        own = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        if own is not None:
            return _value(own)
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is None or self.styles is None:
            return ""
        for candidate in self.styles.iterfind(qn("w:style")):
            if candidate.get(qn("w:styleId")) == _value(style):
                return _value(candidate.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}"))
        return ""

    def _level(self, identifier: str) -> Element | None:
        if self.numbering is None:
            return None
        for number in self.numbering.iterfind(qn("w:num")):
            if number.get(qn("w:numId")) != identifier:
                continue
            kind = _value(number.find(qn("w:abstractNumId")))
            for abstract in self.numbering.iterfind(qn("w:abstractNum")):
                if abstract.get(qn("w:abstractNumId")) == kind:
                    return abstract.find(qn("w:lvl"))
        return None


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(qn("w:val"), "")
