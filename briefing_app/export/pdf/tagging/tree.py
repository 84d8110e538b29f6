"""The elements of a document in reading order, while it is drawn: each joins when something of it is first drawn."""

from dataclasses import dataclass, field
from typing import Any

from briefing_app.export.pdf.tagging.elements import Element

_DEEPEST = 6


@dataclass(slots=True, eq=False)
class Node:
    """An element's place in the tree. ``kids`` are nodes, content and links, in order."""

    element: Element
    kind: str
    parent: "Node | None"
    kids: list[Any] = field(default_factory=list)
    box: tuple[float, float, float, float] | None = None

    @property
    def language(self) -> str:
        """The language of its words, from itself or from what it is in."""
        node: Node | None = self
        while node:
            if node.element.language:
                return node.element.language
            node = node.parent
        return ""


@dataclass(frozen=True, slots=True)
class Content:
    """A run of marked content on a page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Clickable:
    """A link's rectangle on a page; ``reference`` is its object's."""

    page: int
    reference: Any


class Tree:
    """The tree of one document."""

    def __init__(self, language: str) -> None:
        self.root = Node(Element("Document", language=language), "Document", None)
        self._nodes: dict[Element, Node] = {}
        self._reserved: dict[str, Node] = {}
        self._names: set[str] = set()
        self._headings: list[int] = []
        self._inline: dict[Node, tuple[tuple[str, ...], Element]] = {}

    def node(self, element: Element) -> Node:
        """Return an element's place; it is given one, behind all there is, when it has none yet."""
        node = self._nodes.get(element)
        if node is None:
            kept = self._reserved.pop(element.name) if element.name in self._reserved else None
            node = self._nodes[element] = self._joined(element) if kept is None else kept
            if element.name:
                if element.name in self._names:
                    raise ValueError(f"two elements of one name: {element.name}")
                self._names.add(element.name)
            node.element = element
        return node

    def _joined(self, element: Element) -> Node:
        parent = self.node(element.parent) if element.parent else self.root
        kind = f"H{self._level(element.level)}" if element.kind == "H" else element.kind
        node = Node(element, kind, parent)
        parent.kids.append(node)
        return node

    def _level(self, wanted: int) -> int:
        """Return the level a heading gets: one below the nearest heading before it that is higher."""
        while self._headings and self._headings[-1] >= wanted:
            self._headings.pop()
        self._headings.append(wanted)
        return min(len(self._headings), _DEEPEST)

    def reserve(self, name: str, kind: str, near: Element) -> None:
        """Keep a place for an element of this name right behind the block of its section that ``near`` stands in."""
        if name in self._names or name in self._reserved:
            return
        node = self.node(near)
        while node.parent and node.kind not in {"Sect", "Document"}:
            node = node.parent
        kept = self._reserved[name] = Node(Element(kind), kind, node)
        node.kids.append(kept)

    def within(self, parent: Element, kind: str, key: tuple[str, ...], language: str = "") -> Element:
        """Return the element for words inside another: the last one there while ``key`` stays the same, else a new one."""
        node = self.node(parent)
        last = self._inline.get(node)
        if last and last[0] == key and node.kids and node.kids[-1] is self.node(last[1]):
            return last[1]
        element = Element(kind, parent, language=language)
        self._inline[node] = (key, element)
        self.node(element)
        return element
