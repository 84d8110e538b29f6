"""The document of a page set down block by block: headings, paragraphs, lists, quotations, tables, links and emphasis."""

import re
from urllib.parse import urljoin

from briefing_app.domain.reading import BlockKind, InlineKind
from briefing_app.reading.html.article import Article
from briefing_app.reading.html.notes import notes_of
from briefing_app.reading.html.set_text import by_lines
from briefing_app.reading.html.tables import is_data
from briefing_app.reading.html.tree import Node
from briefing_app.reading.html.weighing import BLOCKS
from briefing_app.reading.sheet import Sheet, Written

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_KINDS = {
    "a": InlineKind.LINK,
    "b": InlineKind.STRONG,
    "strong": InlineKind.STRONG,
    "i": InlineKind.EMPHASIS,
    "em": InlineKind.EMPHASIS,
    "cite": InlineKind.EMPHASIS,
    "code": InlineKind.CODE,
    "kbd": InlineKind.CODE,
    "samp": InlineKind.CODE,
}
_WORD_LIST = re.compile(r"mso-list\s*:(?!\s*ignore)[^;]*?\blevel(\d)", re.IGNORECASE)
"""How Word marks an item of a list, with its depth, in the page it saves."""
_DOCS_LIST = re.compile(r"\blst-[\w]+-(\d)\b")
"""How Google Docs names a list, with its depth from 0."""
_CLASSED = {
    "msotitle": (BlockKind.HEADING, 1),
    "msoquote": (BlockKind.BLOCK_QUOTE, 1),
    "msointensequote": (BlockKind.BLOCK_QUOTE, 1),
    "title": (BlockKind.HEADING, 1),
}
"""What paragraphs are that Word and Google Docs tell by a class alone."""
_ADDRESSES = ("http://", "https://", "mailto:", "tel:", "ftp://")


def written_page(article: Article, base: str) -> Written:
    """Return the words of an article; ``base`` is what its links start from, empty when nobody knows."""
    return _Writer(article, base).written()


class _Writer:
    """One walk over the article; what stands around the place is counted on the way in and out."""

    def __init__(self, article: Article, base: str) -> None:
        self._sheet = Sheet()
        self._article = article
        self._base = base
        self._lists = 0
        self._quotes = 0
        self._literal = 0
        self._items: list[bool] = []
        """For each list item around the place, whether its first block is still to come."""
        self._rows = 0
        self._cells = 0
        self._notes = notes_of(article.root)
        self._quotes_code = _is_aside("pre", article.root)
        self._note: list[str] = []
        """The sign of the note around the place, if any."""

    def written(self) -> Written:
        """Return all that the article says."""
        waiting: list[tuple[Node, int]] = [(self._article.root, 0)]
        self._enter(self._article.root)
        while waiting:
            node, at = waiting.pop()
            if at == len(node.children):
                self._leave(node)
                continue
            waiting.append((node, at + 1))
            child = node.children[at]
            if isinstance(child, str):
                self._text(child)
            elif child.tag in {"br", "wbr"}:
                self._break(child)
            elif id(child) in self._notes.calls:
                self._call(child)
            elif id(child) not in self._article.left_out and id(child) not in self._notes.backs:
                self._enter(child)
                waiting.append((child, 0))
        return self._sheet.written() if self._quotes_code else by_lines(self._sheet.written())

    def _call(self, link: Node) -> None:
        if not self._sheet.in_block:
            self._begin()
        self._sheet.call("".join(link.words().split()), self._notes.calls[id(link)])

    def _break(self, node: Node) -> None:
        if node.tag == "wbr":
            return
        if self._rows:
            self._sheet.put(" ")
        else:
            self._sheet.line_break()

    def _text(self, words: str) -> None:
        if not self._sheet.in_block:
            if not words.strip(" \t\n\r\f"):
                return
            self._begin()
        self._sheet.put(words, literal=bool(self._literal))

    def _begin(self) -> None:
        if self._note:
            self._sheet.begin(BlockKind.FOOTNOTE, label=self._note[-1])
        elif self._items and self._items[-1]:
            self._items[-1] = False
            self._sheet.begin(BlockKind.LIST_ITEM, max(1, self._lists))
        elif self._quotes:
            self._sheet.begin(BlockKind.BLOCK_QUOTE, self._quotes)
        else:
            self._sheet.begin(BlockKind.PARAGRAPH, literal=bool(self._literal) and not self._quotes_code)

    def _enter(self, node: Node) -> None:
        tag = node.tag
        if id(node) in self._notes.bodies:
            self._sheet.end()
            self._note.append(self._notes.bodies[id(node)])
        if tag in BLOCKS:
            self._enter_block(node)
        elif tag == "q":
            self._text("“")
        if kind := _kind(node):
            self._sheet.open(kind, self._target(node) if tag == "a" else None)

    def _enter_block(self, node: Node) -> None:
        tag = node.tag
        if self._rows:
            self._enter_in_table(tag)
            return
        self._sheet.end()
        if tag in _HEADINGS:
            self._sheet.begin(BlockKind.HEADING, _HEADINGS[tag])
        elif tag == "table" and is_data(node, self._article.left_out):
            self._rows = 1
        elif tag == "p" and not (self._items or self._quotes or self._note) and (said := _said_by_class(node)):
            self._sheet.begin(*said)
        self._go(node, 1)

    def _enter_in_table(self, tag: str) -> None:
        self._rows += tag == "table"
        if tag == "tr" and self._rows == 1:
            self._sheet.begin(BlockKind.TABLE_ROW)
            self._cells = 0
        elif tag in {"td", "th"} and self._rows == 1:
            if self._cells:
                self._sheet.cell()
            self._cells += 1
        elif self._sheet.in_block:
            self._sheet.put(" ")

    def _leave(self, node: Node) -> None:
        tag = node.tag
        if _kind(node):
            self._sheet.close()
        elif tag == "q":
            self._sheet.put("”")
        elif self._rows:
            self._leave_in_table(tag)
        elif tag in BLOCKS:
            self._sheet.end()
            self._go(node, -1)
        if id(node) in self._notes.bodies:
            self._note.pop()

    def _leave_in_table(self, tag: str) -> None:
        self._rows -= tag == "table"
        if not self._rows or (tag in {"tr", "caption"} and self._rows == 1):
            self._sheet.end()
        elif tag in BLOCKS and tag not in {"td", "th"} and self._sheet.in_block:
            self._sheet.put(" ")

    def _go(self, node: Node, by: int) -> None:
        """Go into an element (1) or out of it (-1)."""
        tag = node.tag
        if tag in {"ul", "ol", "menu", "dir"}:
            deeper = _DOCS_LIST.search(node.attributes.get("class", ""))
            self._lists += by * (1 + int(deeper[1]) if deeper else 1)
        elif tag == "blockquote":
            self._quotes += by
        elif tag == "pre":
            self._literal += by
            if self._quotes_code and by > 0:
                self._sheet.open(InlineKind.CODE)
            elif self._quotes_code:
                self._sheet.close()
        if tag in {"li", "dt", "dd", "blockquote"}:
            if by > 0:
                self._items.append(tag == "li")
            else:
                self._items.pop()

    def _target(self, node: Node) -> str | None:
        address = node.attributes.get("href")
        if address is None:
            return None
        address = "".join(address.split())
        try:
            whole = urljoin(self._base, address) if self._base else address
        except ValueError:
            return address
        return whole if whole.lower().startswith(_ADDRESSES) else address


def _kind(node: Node) -> InlineKind | None:
    """Return what an element makes of its words; the place that other links lead to is none itself."""
    is_place = node.tag == "a" and "href" not in node.attributes and not {"name", "id"}.isdisjoint(node.attributes)
    return None if is_place else _KINDS.get(node.tag)


def _said_by_class(node: Node) -> tuple[BlockKind, int] | None:
    """Return what a paragraph is, and how deep, where only its class or style says so."""
    if item := _WORD_LIST.search(node.attributes.get("style", "")):
        return BlockKind.LIST_ITEM, int(item[1])
    return next((_CLASSED[name] for name in node.attributes.get("class", "").lower().split() if name in _CLASSED), None)


def _is_aside(tag: str, root: Node) -> bool:
    """Tell whether elements of this tag hold less than half of what is written: old texts and protocols stand in one as a whole."""
    held = sum(len(node.words()) for node in root.elements() if node.tag == tag and all(above.tag != tag for above in node.above()))
    return 2 * held < len(root.words())
