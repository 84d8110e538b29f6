"""How a Word file numbers: which lists have bullets, and what sign calls its n-th note."""

from dataclasses import dataclass

from docx.oxml.ns import qn

from briefing_app.wordfile.order import Element
from briefing_app.wordfile.pieces import Call
from briefing_app.wordfile.styles import value_of

_BULLETS = frozenset({"bullet", "none"})
_DEFAULT = {"footnote": "decimal", "endnote": "lowerRoman"}
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_SIGNS = "*†‡§"


@dataclass(frozen=True, slots=True)
class Lists:
    """The numbering and settings parts of a file, either of which may be missing."""

    numbering: Element | None
    settings: Element | None

    def is_bullet(self, identifier: str, level: int) -> bool:
        """Tell whether a level (from 0) of a list has bullets rather than numbers; an unknown list has."""
        if self.numbering is None:
            return True
        for number in self.numbering.iterfind(qn("w:num")):
            if number.get(qn("w:numId")) == identifier:
                kind = value_of(number, "w:abstractNumId")
                for abstract in self.numbering.iterfind(qn("w:abstractNum")):
                    if abstract.get(qn("w:abstractNumId")) == kind:
                        return self._form(abstract, level) in _BULLETS
        return True

    def note_label(self, call: Call, count: int) -> str:
        """Return the sign of the n-th note of its kind, in the form that the settings give."""
        own = value_of(self.settings, f"w:{call.kind}Pr/w:numFmt")
        return _counted(own or _DEFAULT[call.kind], count)

    def restarts(self, section: Element, kind: str) -> bool:
        """Tell whether the notes of a kind are counted from 1 again in a section, by its ``sectPr``, else by the settings."""
        own = value_of(section, f"w:{kind}Pr/w:numRestart")
        return (own or value_of(self.settings, f"w:{kind}Pr/w:numRestart")) == "eachSect"

    def _form(self, abstract: Element, level: int) -> str:
        for one in abstract.iterfind(qn("w:lvl")):
            if one.get(qn("w:ilvl")) == str(level):
                return value_of(one, "w:numFmt") or "decimal"
        return "bullet"


def _counted(form: str, count: int) -> str:
    """Return a number in one of Word's forms (ISO/IEC 29500-1, 17.18.59), in Arabic numerals where the form is a rare one."""
    if form in {"lowerRoman", "upperRoman"}:
        roman, rest = "", count
        for value, letters in _ROMAN:
            roman += letters * (rest // value)
            rest %= value
        return roman.upper() if form == "upperRoman" else roman
    if form in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form == "chicago":
        return _SIGNS[(count - 1) % 4] * ((count - 1) // 4 + 1)
    return str(count)
