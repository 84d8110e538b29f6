"""A tree of elements as PDF objects: the structure tree root, its elements, and the way back from content to them."""

from collections.abc import Iterator, Sequence
from typing import Any

from briefing_app.export.pdf.tagging.syntax import reference, text_string
from briefing_app.export.pdf.tagging.tree import Clickable, Content, Node, Tree


def kept(tree: Tree) -> Iterator[Node]:
    """Yield the nodes of a tree, parents first, without those whose place was kept for an element that never came."""
    waiting = [tree.root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [kid for kid in reversed(node.kids) if isinstance(kid, Node) and not _empty(kid)]


def _empty(node: Node) -> bool:
    return not node.kids and not node.element.name and node.kind == "Note"


class Structure:
    """The objects of a tree, numbered from ``first``; ``root`` is the number of the structure tree root.

    ``pages`` hold for each page the node of each run of marked content, by number; ``links`` the node of each link's rectangle.
    """

    def __init__(
        self, document: Any, tree: Tree, pages: Sequence[Sequence[Node]], links: Sequence[Node], root: int, first: int
    ) -> None:
        self._document, self._tree, self._pages, self._links = document, tree, pages, links
        self._page_references = [reference(document, page) for page in document.Pages.pages]
        self._numbers = {node: number for number, node in enumerate(kept(tree), first)}
        self._root = root
        self._next = first + len(self._numbers)
        self.free = self._next + sum(map(bool, pages)) + 2
        """The first number that none of them has."""

    def objects(self) -> Iterator[tuple[int, str]]:
        """Yield each object's number and what it is."""
        names: dict[str, int] = {}
        for node, number in self._numbers.items():
            if node.element.name:
                names[node.element.name] = number
            yield number, self._element(node)
        lists = []
        for place, nodes in enumerate(self._pages):
            if nodes:
                yield self._next, f"[{' '.join(f'{self._numbers[node]} 0 R' for node in nodes)}]"
                lists.append(f"{place} {self._next} 0 R")
                self._next += 1
        lists += [f"{len(self._pages) + place} {self._numbers[node]} 0 R" for place, node in enumerate(self._links)]
        parents, ids = self._next, self._next + 1
        yield parents, f"<</Nums [{' '.join(lists)}]>>"
        yield ids, f"<</Names [{' '.join(f'{text_string(name)} {number} 0 R' for name, number in sorted(names.items()))}]>>"
        root = (
            f"<</Type /StructTreeRoot /K [{self._numbers[self._tree.root]} 0 R] /ParentTree {parents} 0 R"
            f" /ParentTreeNextKey {len(self._pages) + len(self._links)} /IDTree {ids} 0 R>>"
        )
        yield self._root, root

    def _element(self, node: Node) -> str:
        parent = self._numbers[node.parent] if node.parent else self._root
        pages = {kid.page for kid in node.kids if isinstance(kid, Content)}
        # Content of the element's one page is known by its number alone (ISO 32000-1, 14.7.2).
        page = pages.pop() if len(pages) == 1 else None
        kids = " ".join(self._kid(kid, page) for kid in node.kids if not isinstance(kid, Node) or kid in self._numbers)
        on = f" /Pg {self._page_references[page]}" if page is not None else ""
        return f"<</Type /StructElem /S /{node.kind} /P {parent} 0 R{_said(node)}{on} /K [{kids}]>>"

    def _kid(self, kid: Any, page: int | None) -> str:
        match kid:
            case Node():
                return f"{self._numbers[kid]} 0 R"
            case Content() if kid.page == page:
                return str(kid.number)
            case Content():
                return f"<</Type /MCR /Pg {self._page_references[kid.page]} /MCID {kid.number}>>"
            case Clickable():
                link = reference(self._document, kid.reference)
                return f"<</Type /OBJR /Pg {self._page_references[kid.page]} /Obj {link}>>"
        raise TypeError(type(kid))


def _said(node: Node) -> str:
    element = node.element
    said = [
        f" /{key} {text_string(words)}"
        for key, words in (
            ("Lang", element.language),
            ("Alt", element.alternative),
            ("ActualText", element.spoken),
            ("ID", element.name),
        )
        if words
    ]
    if attributes := _attributes(node):
        said.append(f" /A [{' '.join(attributes)}]")
    return "".join(said)


def _attributes(node: Node) -> list[str]:
    element = node.element
    layout = []
    if node.box:
        layout.append(f"/BBox [{' '.join(f'{edge:.2f}' for edge in node.box)}] /Placement /Block")
    if element.direction == "rtl":
        layout.append("/WritingMode /RlTb")
    attributes = [f"<</O /Layout {' '.join(layout)}>>"] if layout else []
    if element.scope:
        attributes.append(f"<</O /Table /Scope /{element.scope}>>")
    if element.numbering:
        attributes.append(f"<</O /List /ListNumbering /{element.numbering}>>")
    return attributes
