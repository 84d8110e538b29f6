"""The text of a Word file's paragraphs in pieces, as a reader of the accepted text sees them: words, links, calls of notes.

Tracked insertions are in, deletions out; fields give what they show; hidden text, comments and the words of pictures are left out.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from docx.oxml.ns import qn

from briefing_app.wordfile.order import Element
from briefing_app.wordfile.styles import StyleSheet, is_on
from briefing_app.wordfile.symbols import symbol

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MATHS_TEXT = f"{_MATHS}t"
_MATHS_SIGNS = {
    f"{_MATHS}num": "",
    f"{_MATHS}den": "/",
    f"{_MATHS}sup": "^",
    f"{_MATHS}sub": "_",
    f"{_MATHS}rad": "√",
    f"{_MATHS}d": "",
}
"""What is said before a part of a formula written on one line (ISO/IEC 29500-1, 22.1.2); long parts stand in brackets."""
_RAISED = {"^": str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"), "_": str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")}
_SIGNS = {
    qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\u00ad",
}  # fmt: skip
_LEFT_OUT = frozenset(
    qn(f"w:{tag}")
    for tag in (
        *("pPr", "rPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "delText", "delInstrText", "rt", "p", "tbl"),
        *("footnoteRef", "endnoteRef", "annotationRef", "separator", "continuationSeparator", "commentReference", "altChunk"),
    )
)
_NOTES = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
_BOX = qn("w:txbxContent")
_ADDRESS = re.compile(r"\s*HYPERLINK\s+(?:\\[a-z]\s+)*(?:\"([^\"]*)\"|(\S+))?(?:.*?\\l\s+\"([^\"]*)\")?", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Call:
    """The call of a note: which part it is in, its id there, and the sign that the writer gave it (empty: Word counts)."""

    kind: str
    identifier: str
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one look, or the call of a note. A line feed in the words is a break that the writer made."""

    words: str = ""
    strong: bool = False
    emphasis: bool = False
    link: str | None = None
    call: Call | None = None


@dataclass(slots=True)
class _Field:
    """A complex field that has begun: its code so far, and whether what it shows has begun."""

    code: str = ""
    shows: bool = False
    paragraphs: int = 0
    """Ends of paragraphs that it has seen."""

    @property
    def link(self) -> str | None:
        """Where it leads, if it is a link."""
        found = _ADDRESS.match(self.code)
        if not found:
            return None
        return (found[1] or found[2] or "") + (f"#{found[3]}" if found[3] else "") or None


@dataclass(slots=True)
class Pieces:
    """Takes paragraphs apart, in document order: fields may run over several of them."""

    styles: StyleSheet
    links: Mapping[str, tuple[str, str]]
    """The relationships of the part, for the targets of links."""
    boxes: list[Element] = field(default_factory=list)
    """Text boxes met since this was last emptied, each once."""
    _fields: list[_Field] = field(default_factory=list)
    _own_sign: Call | None = None
    _paragraph: Element | None = None

    def of(self, paragraph: Element) -> Iterator[Piece]:
        """Yield the pieces of a paragraph."""
        self._paragraph = paragraph
        self._own_sign = None
        yield from self._inside(paragraph, None)
        for one in self._fields:
            one.paragraphs += 1
            # A code that goes on and on was never closed: better to show too much than to lose the rest of the document.
            one.shows = one.shows or one.paragraphs > 1

    def _inside(self, element: Element, link: str | None) -> Iterator[Piece]:
        for child in element.iterchildren("*"):
            tag = child.tag
            if tag in _LEFT_OUT:
                continue
            if tag == qn("w:r"):
                yield from self._run(child, link)
            elif tag == qn("w:hyperlink"):
                yield from self._inside(child, self._target(child) or link)
            elif tag == qn("w:fldSimple"):
                yield from self._inside(child, _Field(child.get(qn("w:instr"), "")).link or link)
            elif tag == f"{_COMPATIBLE}AlternateContent":
                yield from self._inside(_chosen(child), link)
            elif tag == qn("w:sdt") and is_on(child.find(qn("w:sdtPr")), "w:showingPlcHdr"):
                continue  # "Click here to enter text" is the form's, not the writer's
            elif tag == _BOX:
                self.boxes.append(child)
            elif tag.startswith(_MATHS):
                yield from self._formula(child, link)
            else:
                yield from self._inside(child, link)

    def _formula(self, part: Element, link: str | None) -> Iterator[Piece]:
        if part.tag == _MATHS_TEXT:
            yield Piece(part.text or "", link=link)
            return
        inside = list(self._inside(part, link))
        words = "".join(piece.words for piece in inside)
        sign = _MATHS_SIGNS.get(part.tag)
        if sign is None or not words:
            yield from inside
        elif (raised := _RAISED.get(sign)) and words.isdecimal() and words.isascii():
            yield Piece(words.translate(raised), link=link)
        else:
            apart = len(words) > 1 or part.tag == f"{_MATHS}d"
            yield Piece(sign + "(" * apart, link=link)
            yield from inside
            yield Piece(")" * apart, link=link)

    def _run(self, run: Element, link: str | None) -> Iterator[Piece]:
        if self.styles.says("w:vanish", run, self._paragraph):
            return
        strong, emphasis = self.styles.says("w:b", run), self.styles.says("w:i", run)
        for child in _flat(run):
            if child.tag == _BOX:
                self.boxes.append(child)
            elif not self._codes(child) and all(one.shows for one in self._fields):
                leads = link or next((target for one in reversed(self._fields) if (target := one.link)), None)
                yield from self._written(child, strong=strong, emphasis=emphasis, link=leads)

    def _written(self, child: Element, *, strong: bool, emphasis: bool, link: str | None) -> Iterator[Piece]:
        if child.tag in _NOTES:
            call = Call(_NOTES[child.tag], child.get(qn("w:id"), ""))
            if child.get(qn("w:customMarkFollows"), "0").lower() in {"1", "true", "on"}:
                self._own_sign = call
            else:
                yield Piece(call=call)
        elif words := _words(child):
            if self._own_sign is not None and words.strip():
                yield Piece(call=Call(self._own_sign.kind, self._own_sign.identifier, words.strip()))
                self._own_sign = None
            else:
                yield Piece(words, strong, emphasis, link)

    def _codes(self, child: Element) -> bool:
        """Take note of what belongs to a field's code or marks its parts, and tell whether this is such."""
        if child.tag == qn("w:instrText"):
            if self._fields and not self._fields[-1].shows:
                self._fields[-1].code += child.text or ""
            return True
        if child.tag != qn("w:fldChar"):
            return False
        kind = child.get(qn("w:fldCharType"), "")
        if kind == "begin":
            self._fields.append(_Field())
        elif self._fields and kind == "separate":
            self._fields[-1].shows = True
        elif self._fields and kind == "end":
            self._fields.pop()
        return True

    def _target(self, hyperlink: Element) -> str | None:
        target = self.links.get(hyperlink.get(qn("r:id"), ""), ("", ""))[1]
        anchor = hyperlink.get(qn("w:anchor"))
        return (f"{target}#{anchor}" if anchor else target) or None


def _words(child: Element) -> str:
    if child.tag in {qn("w:t"), _MATHS_TEXT}:
        return child.text or ""
    if child.tag == qn("w:sym"):
        return symbol(child.get(qn("w:font"), ""), child.get(qn("w:char"), ""))
    return _SIGNS.get(child.tag, "")


def _flat(run: Element) -> Iterator[Element]:
    """Yield what a run holds, text boxes as one, however deep the drawing is around them; of two drawings of one box the first."""
    waiting = list(run.iterchildren("*", reversed=True))
    while waiting:
        child = waiting.pop()
        if child.tag in _LEFT_OUT:
            continue
        if child.tag == f"{_COMPATIBLE}AlternateContent":
            waiting.extend(_chosen(child).iterchildren("*", reversed=True))
            continue
        yield child
        if child.tag != _BOX:
            waiting.extend(child.iterchildren("*", reversed=True))


def _chosen(alternatives: Element) -> Element:
    """Return the content for newer programs, or that for older ones where there is no other."""
    choice = alternatives.find(f"{_COMPATIBLE}Choice")
    fallback = alternatives.find(f"{_COMPATIBLE}Fallback")
    return next((one for one in (choice, fallback) if one is not None), alternatives)
