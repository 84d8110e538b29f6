"""A tree of elements as PDF objects: the structure tree root, its elements, and the way back from content to them."""

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject

from briefing_app.export.pdf.tagging.tree import Clickable, Content, Node, Tree


class Written(PDFObject):
    """An object that is its bytes: a document has thousands of elements, and reportlab's dictionaries are slow."""

    def __init__(self, content: str = "") -> None:
        self.content = content

    def format(self, document: Any) -> bytes:
        """Return the bytes."""
        del document
        return self.content.encode("latin-1")


def reference(document: Any, thing: Any) -> str:
    """Return an object's reference as a file has it."""
    known = document.Reference(thing)
    number, generation = document.idToObjectNumberAndVersion[known.name]
    return f"{number} {generation} R"


def text_string(words: str) -> str:
    """Return a text string (ISO 32000-1, 7.9.2.2): in ASCII where that will do, else in UTF-16."""
    if words.isascii() and words.isprintable():
        return "(" + words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    return f"<FEFF{words.encode('utf-16-be', 'replace').hex().upper()}>"


def write_tree(document: Any, tree: Tree, pages: Sequence[Sequence[Node]], links: Sequence[Node]) -> Any:
    """Add a tree to a document and return its root's reference.

    ``pages``: for each page the node of each run of marked content, by number; ``links``: the node of each link's rectangle.
    """
    writer = _Writer(document)
    root = Written()
    root_number = reference(document, root)
    top = writer.written(tree.root, root_number)
    numbers = [f"{place} {writer.listed(nodes)}" for place, nodes in enumerate(pages) if nodes]
    numbers += [f"{len(pages) + place} {writer.numbers[node]}" for place, node in enumerate(links)]
    parents = reference(document, Written(f"<</Nums [{' '.join(numbers)}]>>"))
    names = " ".join(f"{text_string(name)} {number}" for name, number in sorted(writer.names.items()))
    tied = f"/IDTree {reference(document, Written(f'<</Names [{names}]>>'))}" if names else ""
    root.content = f"<</Type /StructTreeRoot /K [{top}] /ParentTree {parents} /ParentTreeNextKey {len(pages) + len(links)} {tied}>>"
    return document.Reference(root)


class _Writer:
    def __init__(self, document: Any) -> None:
        self._document = document
        self._pages = [reference(document, page) for page in document.Pages.pages]
        self.numbers: dict[Node, str] = {}
        self.names: dict[str, str] = {}

    def written(self, node: Node, parent: str) -> str:
        """Add a node with all under it; return its reference."""
        object_ = Written()
        own = self.numbers[node] = reference(self._document, object_)
        kids = [self._kid(kid, own) for kid in node.kids if not (isinstance(kid, Node) and _empty(kid))]
        object_.content = f"<</Type /StructElem /S /{node.kind} /P {parent} {self._said(node, own)} /K [{' '.join(kids)}]>>"
        return own

    def listed(self, nodes: Sequence[Node]) -> str:
        """Add a list of nodes; return its reference."""
        return reference(self._document, Written(f"[{' '.join(self.numbers[node] for node in nodes)}]"))

    def _kid(self, kid: Any, parent: str) -> str:
        match kid:
            case Node():
                return self.written(kid, parent)
            case Content():
                return f"<</Type /MCR /Pg {self._pages[kid.page]} /MCID {kid.number}>>"
            case Clickable():
                number, generation = self._document.idToObjectNumberAndVersion[kid.reference.name]
                return f"<</Type /OBJR /Pg {self._pages[kid.page]} /Obj {number} {generation} R>>"
        raise TypeError(type(kid))

    def _said(self, node: Node, own: str) -> str:
        element = node.element
        said = [
            f"/{key} {text_string(words)}"
            for key, words in (("Lang", element.language), ("Alt", element.alternative), ("ActualText", element.spoken))
            if words
        ]
        if element.name:
            said.append(f"/ID {text_string(element.name)}")
            self.names[element.name] = own
        if attributes := _attributes(node):
            said.append(f"/A [{' '.join(attributes)}]")
        return " ".join(said)


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


def _empty(node: Node) -> bool:
    """Tell whether a place was kept for an element that never came."""
    return not node.kids and not node.element.name and node.kind == "Note"
