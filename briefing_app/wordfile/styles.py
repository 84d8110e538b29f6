"""What the styles of a Word file make of a paragraph: a heading, a list item, a quotation, hidden or bold text."""

import re
from dataclasses import dataclass, field

from docx.oxml.ns import qn

from briefing_app.wordfile.order import Element

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_BODY_LEVEL = 9
_OFF = frozenset({"0", "false", "off", "none"})
_DEEPEST = 32


def is_on(properties: Element | None, tag: str) -> bool | None:
    """Return what a switch such as ``w:b`` says among properties: on, off, or nothing (None). ISO/IEC 29500-1, 17.17.4."""
    found = None if properties is None else properties.find(qn(tag))
    return None if found is None else found.get(qn("w:val"), "1").lower() not in _OFF


def value_of(element: Element | None, path: str) -> str | None:
    """Return the ``w:val`` of the element at a path of tags such as ``w:pPr/w:pStyle``; None where there is none."""
    found = None if element is None else element.find("/".join(qn(tag) for tag in path.split("/")))
    return None if found is None else found.get(qn("w:val"))


@dataclass(slots=True)
class StyleSheet:
    """The styles of a file by id, each with what it is based on."""

    root: Element | None
    _styles: dict[str, Element] = field(init=False)
    _default: str = field(init=False, default="")

    def __post_init__(self) -> None:
        self._styles = {}
        for style in () if self.root is None else self.root.iterfind(qn("w:style")):
            self._styles.setdefault(style.get(qn("w:styleId"), ""), style)
            if style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default"), "0") not in _OFF:
                self._default = style.get(qn("w:styleId"), "")

    def name(self, paragraph: Element) -> str:
        """Return the name of a paragraph's style in small letters; built-in names are English in every Word."""
        style = self._styles.get(self._of(paragraph))
        return (value_of(style, "w:name") or self._of(paragraph)).lower()

    def heading_level(self, paragraph: Element) -> int:
        """Return a heading's level from 1, or 0: by outline level, own or inherited, or by the name of a built-in style."""
        own = value_of(paragraph, "w:pPr/w:outlineLvl")
        for style in [None, *self._chain(self._of(paragraph))]:
            level = own if style is None else value_of(style, "w:pPr/w:outlineLvl")
            if level is not None and level.isdecimal():
                return int(level) + 1 if int(level) < _BODY_LEVEL else 0
            if style is not None and (found := _HEADING.fullmatch((value_of(style, "w:name") or "").strip())):
                return int(found[1])
        return 0

    def list_of(self, paragraph: Element) -> tuple[str, int] | None:
        """Return the number of the list that a paragraph is an item of and its level from 0; None for other paragraphs."""
        number, level = value_of(paragraph, "w:pPr/w:numPr/w:numId"), value_of(paragraph, "w:pPr/w:numPr/w:ilvl")
        for style in self._chain(self._of(paragraph)):
            number = number if number is not None else value_of(style, "w:pPr/w:numPr/w:numId")
            level = level if level is not None else value_of(style, "w:pPr/w:numPr/w:ilvl")
        if number is None or number == "0":
            return None
        return number, int(level) if level is not None and level.isdecimal() else 0

    def says(self, tag: str, run: Element, paragraph: Element | None = None) -> bool:
        """Tell whether a switch of character formatting is on for a run: by itself, by its style, by the paragraph's style."""
        properties = run.find(qn("w:rPr"))
        said = is_on(properties, tag)
        if said is not None:
            return said
        style = value_of(properties, "w:rStyle")
        chain = self._chain(style) if style else []
        chain += self._chain(self._of(paragraph)) if paragraph is not None else []
        return next((said for one in chain if (said := is_on(one.find(qn("w:rPr")), tag)) is not None), False)

    def _of(self, paragraph: Element) -> str:
        return value_of(paragraph, "w:pPr/w:pStyle") or self._default

    def _chain(self, identifier: str | None) -> list[Element]:
        chain: list[Element] = []
        while identifier and (style := self._styles.get(identifier)) is not None and len(chain) < _DEEPEST:
            chain.append(style)
            identifier = value_of(style, "w:basedOn")
        return chain
