"""TrueType fonts embedded as subsets in which each code means one character, as it was set: no space for a no-break space."""

from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

_MOST = 256


class _Codes(dict[int, int]):
    """Which codes a document gives to characters, by code point: 256 for each subset before theirs, and the place in it.

    The first place of each subset is the missing glyph's and never used.
    """

    namePrefix = "F"  # noqa: N815 - reportlab reads it

    def __init__(self, font: "EmbeddedFont") -> None:
        self.internalName: str | None = None
        self.subsets: list[list[int]] = [[0]]
        self._font = font

    def __missing__(self, character: int) -> int:
        if not self._font.face.charToGlyph.get(character):
            raise ValueError(f"{self._font.fontName} lacks U+{character:04X}")
        if len(self.subsets[-1]) == _MOST:
            self.subsets.append([0])
        self.subsets[-1].append(character)
        self[character] = code = (len(self.subsets) - 1) * _MOST + len(self.subsets[-1]) - 1
        return code


class EmbeddedFont(TTFont):
    """A TrueType file as reportlab knows it."""

    def __init__(self, name: str, file: str) -> None:
        super().__init__(name, file, asciiReadable=False, shapable=False)

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:  # noqa: N802, ARG002 - reportlab's
        """Return a text as codes, cut where another subset begins; ValueError for a character that the font lacks."""
        codes = self._codes(doc)
        if len(codes.subsets) == 1:
            # Nearly every text: looked up as a whole.
            known = text.translate(codes)
            if len(codes.subsets) == 1:
                return [(0, known.encode("latin-1"))] if known else []
        runs: list[tuple[int, bytearray]] = []
        for character in map(ord, text):
            subset, code = divmod(codes[character], _MOST)
            if not runs or runs[-1][0] != subset:
                runs.append((subset, bytearray()))
            runs[-1][1].append(code)
        return [(subset, bytes(run)) for subset, run in runs]

    def _codes(self, doc: Any) -> _Codes:
        states: Any = self.state  # its keys and values are reportlab's own, this font's are ours
        if doc not in states:
            states[doc] = _Codes(self)
        codes: _Codes = states[doc]
        return codes

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:  # noqa: N802 - reportlab's
        """Return the name that a page's resources give a subset."""
        self._codes(doc)
        name: str = super().getSubsetInternalName(subset, doc)
        return name

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab's
        """Add the subsets to a document: for each a font, its program, and what its codes mean."""
        face: Any = self.face  # untyped
        for number, subset in enumerate(self._codes(doc).subsets):
            name = self.getSubsetInternalName(number, doc)[1:]
            base = (SUBSETN(number) + b"+" + face.name).decode("latin-1")
            font: Any = pdfdoc.PDFTrueTypeFont()
            font.Name, font.BaseFont = name, base
            font.FirstChar, font.LastChar = 0, len(subset) - 1
            font.Widths = pdfdoc.PDFArray([face.getCharWidth(code) for code in subset])
            meaning = pdfdoc.PDFStream(content=to_unicode(subset), filters=[pdfdoc.PDFZCompress])
            font.ToUnicode = doc.Reference(meaning, f"toUnicodeCMap:{base}")
            font.FontDescriptor = face.addSubsetObjects(doc, base, subset)
            doc.Reference(font, name)
            doc.idToObject["BasicFonts"].dict[name] = font
        del self.state[doc]


def to_unicode(subset: list[int]) -> bytes:
    """Return a ToUnicode CMap (ISO 32000-1, 9.10.3); code 0, the missing glyph's, means nothing."""
    rows = [f"<{code:02X}> <{chr(value).encode('utf-16-be').hex().upper()}>" for code, value in enumerate(subset) if code]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(rows), 100):
        part = rows[start : start + 100]
        lines += [f"{len(part)} beginbfchar", *part, "endbfchar"]
    return "\n".join([*lines, "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]).encode()
