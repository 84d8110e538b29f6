"""Hyphens at line ends: joined or kept by what the document itself writes elsewhere, else by guess, which the repair says."""

import re
from collections.abc import Iterable, Iterator

from briefing_app.domain.reading import Repair
from briefing_app.domain.span import Span
from briefing_app.reading.repairs import MOJIBAKE

HYPHEN = "line-end hyphen"
LIGATURE = "ligature"
SOFT_HYPHEN = "soft hyphen"
LINE_END = "line end"

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010’'][^\W\d_]+)*")
_BREAK = re.compile(r"(?P<hyphen>[-\u2010\u00ad])\n(?P<after>[^\W_]+(?:[-\u2010’'](?=[^\W_])[^\W_]+)*)")
_BEFORE = re.compile(r"[^\W_]+(?:[-\u2010’'][^\W_]+)*\Z")
_LONGEST = 80
"""Signs of a word before its hyphen that are looked at."""
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
_SIGNS = re.compile("[\ufb00-\ufb06]|\u00ad(?!\n)")
_CJK = "\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
_CJK_BREAK = re.compile(f"(?<=[{_CJK}])\n(?=[{_CJK}])")
_KEPT_AFTER = frozenset(
    word
    for line in (
        "self non well cross socio quasi north south east west long short high low full half first third two three four five six",
        "seven eight nine ten year decision policy peer follow franco anglo austro afro euro hispano demi sous vis nord ouest peut",
    )
    for word in line.split()
)
"""First parts of compounds that are written with a hyphen, in English, Spanish and French."""
_BOUND = re.compile(
    r"(?:[a-zà-ÿ]{0,3}(?:tions?|sions?|ments?|ments|ness|ities|ity|ated|ates|ating|ational|ively|ically|ance|ances|ence|ences|encies|ency|"
    r"ción|ciones|siones|sión|miento|mientos|mente|dades|dad|amiento|encia|encias|ancia|ancias|"
    r"ement|ements|euses?|iques?|aires?|ables?|ibles?)|ing|ings|ed|ly|er|ers|est|al|ally|ous|ful|less|ism|ist|ists|ize|izes|ized|"
    r"ise|ises|ised|ive|ives|ty|cy|gy|phy|ry|ries|ties|cies|do|da|dos|das|ra|ron|rán|rá|ría|tes|te|tion|que|rent|"
    r"sement|lement|nement|tement)"
)
"""Ends of words that are no words of their own and follow no hyphen."""
_SHORTEST_STEM = 6
_ENDING = 3


_SWAPPED = re.compile("[" + "".join(re.escape(chr(code << 8)) for code in range(0x20, 0x7F)) + "]{4,}")


def swapped_bytes(text: str) -> Iterator[Repair]:
    """Yield the repairs of plain letters whose two bytes a font's map has the wrong way round, so that they look Chinese."""
    for match in () if text.isascii() else _SWAPPED.finditer(text):
        yield Repair(Span(*match.span()), "".join(chr(ord(sign) >> 8) for sign in match.group()), MOJIBAKE, certain=True)


def line_end_repairs(text: str) -> Iterator[Repair]:
    """Yield the repairs of line ends, ligatures and soft hyphens; line ends within a paragraph are single newlines."""
    yield from _hyphens(text)
    if text.isascii():
        return
    for match in _CJK_BREAK.finditer(text):
        yield Repair(Span(*match.span()), "", LINE_END, certain=True)
    for match in _SIGNS.finditer(text):
        sign = match.group()
        rule = LIGATURE if sign in _LIGATURES else SOFT_HYPHEN
        yield Repair(Span(*match.span()), _LIGATURES.get(sign, ""), rule, certain=True)


def _hyphens(text: str) -> Iterator[Repair]:
    breaks = list(_breaks(text))
    if not breaks:
        return
    words = _words(text, breaks)
    stems = {word[:at] for word in words for at in range(max(_SHORTEST_STEM, len(word) - _ENDING), len(word))}
    for before, match in breaks:
        shown, certain = _shown(before, match["hyphen"], match["after"], words, stems)
        yield Repair(Span(match.start(), match.end("hyphen") + 1), shown, HYPHEN, certain)


def _breaks(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield each word that a line end parts: what stands before its hyphen, and hyphen and rest."""
    done = 0
    for match in _BREAK.finditer(text):
        # Looked for from its hyphen on: to try at every letter whether a hyphen follows its word takes ten times as long.
        before = _BEFORE.search(text, max(done, match.start() - _LONGEST), match.start())
        if before:
            yield before.group(), match
            done = match.end()


def _words(text: str, breaks: Iterable[tuple[str, re.Match[str]]]) -> set[str]:
    """Return the words of the text that no line end breaks, in small letters."""
    whole: list[str] = []
    start = 0
    for before, match in breaks:
        whole.append(text[start : match.start() - len(before)])
        start = match.end()
    return {word for word in _WORD.findall(" ".join([*whole, text[start:]]).lower()) if len(word) > 2}


def _shown(before: str, hyphen: str, after: str, words: set[str], stems: set[str]) -> tuple[str, bool]:
    """Return what stands for hyphen and line end: nothing or a hyphen, and whether that is sure."""
    if hyphen == "\u00ad":
        return "", True
    if not (before[-1].isalpha() and after[0].isalpha()) or (after[0].isupper() and not before.isupper()):
        return hyphen, True  # no syllable begins with a capital or a figure
    whole, apart = (before + after).lower(), f"{before}-{after}".lower()
    if (whole in words) != (apart in words):
        return ("", True) if whole in words else (hyphen, True)
    if whole in words:
        return "", False
    first = before.lower().rpartition("-")[2]
    if first in _KEPT_AFTER or len(first) == 1:
        return hyphen, False
    related = whole in stems or any(whole[:-cut] in words for cut in range(1, _ENDING + 1) if len(whole) - cut >= _SHORTEST_STEM)
    return "", related or bool(_BOUND.fullmatch(after.lower()))
