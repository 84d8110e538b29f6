"""Bits of PDF syntax: objects that are their bytes, references, text strings."""

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject, PDFObjectReference


class Written(PDFObject):
    """An object that is what it says."""

    def __init__(self, content: str = "") -> None:
        self.content = content

    def format(self, document: Any) -> bytes:
        """Return the bytes."""
        del document
        return self.content.encode("latin-1")


def number_of(document: Any, thing: Any) -> int:
    """Return the number of an object, which is given one when it has none yet, or of what a reference leads to."""
    known = thing if isinstance(thing, PDFObjectReference) else document.Reference(thing)
    return int(document.idToObjectNumberAndVersion[known.name][0])


def reference(document: Any, thing: Any) -> str:
    """Return the reference to an object, or a reference, as a file has it."""
    return f"{number_of(document, thing)} 0 R"


_MOST = 32_764
"""Bytes of UTF-16 in a string: PDF/A has no room for more than 32,767 (ISO 19005-2, 6.1.13), of which a mark takes two."""


def held(words: str) -> str:
    """Return as much of the words as a text string may hold: all of nearly any, sixteen thousand characters of the longest."""
    return words if 2 * len(words) <= _MOST // 2 else words.encode("utf-16-be", "replace")[:_MOST].decode("utf-16-be", "ignore")


def text_string(words: str) -> str:
    """Return a text string (ISO 32000-1, 7.9.2.2): in ASCII where that will do, else in UTF-16; what it cannot hold is cut."""
    words = held(words)
    if words.isascii() and words.isprintable():
        return "(" + words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    return f"<FEFF{words.encode('utf-16-be', 'replace').hex().upper()}>"
