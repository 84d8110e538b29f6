"""Parts of a document as assistive technology knows them: the standard structure types (ISO 32000-1, 14.8.4) and what they say."""

from dataclasses import dataclass

GROUPING = frozenset({"Document", "Part", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct"})
BLOCKS = frozenset({"P", "H", "L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TR", "TH", "TD"})
INLINE = frozenset({"Span", "Quote", "Note", "Reference", "Link", "Figure"})
KINDS = GROUPING | BLOCKS | INLINE


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """One part of a document. Each is itself, whatever it is like: two paragraphs of the same words are two elements.

    ``parent`` None is the document. ``level`` is the level wanted of an ``H``; what it becomes never skips one. ``alternative`` is
    what is said of a figure, ``spoken`` what is said in place of what is drawn. ``scope`` of a ``TH`` is Column or Row,
    ``numbering`` of an ``L`` one of ISO 32000-1's names. ``name`` is unlike any other in the document.
    """

    kind: str
    parent: "Element | None" = None
    level: int = 1
    language: str = ""
    alternative: str = ""
    spoken: str = ""
    scope: str = ""
    numbering: str = ""
    name: str = ""
    direction: str = "ltr"

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no standard structure type: {self.kind}")
