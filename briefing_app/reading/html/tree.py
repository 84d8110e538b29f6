"""A page as a light tree of its own: elements with their words, made without recursion, so that no depth is too deep."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

_TAG = re.compile(r"<(?P<close>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?>")
_DEEPEST = 800
"""Elements inside one another beyond which a page's tags are left out: parsers need quadratic time for what nobody writes."""
_CLOSED_BY_OTHERS = frozenset(
    tag
    for line in (
        "p li dt dd tr td th thead tbody tfoot option optgroup html head body",
        "area base br col colgroup embed hr img input link meta param source track wbr rp rt",
    )
    for tag in line.split()
)
"""Elements that need no end tag of their own."""


@dataclass(eq=False, slots=True)
class Node:
    """An element: its tag in small letters, its attributes (one without a value has an empty one), what is in it, in order."""

    tag: str
    attributes: dict[str, str]
    parent: "Node | None" = None
    children: list["Node | str"] = field(default_factory=list)

    def elements(self) -> Iterator["Node"]:
        """Yield the element and all elements in it, in the order they begin."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += [child for child in reversed(node.children) if child.__class__ is Node]

    def words(self) -> str:
        """Return all text inside, as it is written."""
        parts: list[str] = []
        waiting: list[Node | str] = [self]
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                parts.append(one)
            else:
                waiting.extend(reversed(one.children))
        return "".join(parts)

    def above(self) -> Iterator["Node"]:
        """Yield the elements around it, the nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent


def tree_of(page: str) -> Node:
    """Return the root element of a page."""
    parser = LexborHTMLParser(_flattened(page).encode("utf-8", "replace"))
    source = parser.root
    root = Node("html", {})
    if source is None:
        return root
    root.attributes = _attributes(source)
    place, parent = source.first_child, root
    while place is not None:
        made = None
        if place.is_text_node:
            parent.children.append(place.text_content or "")
        elif place.is_element_node:
            made = Node(place.tag or "", _attributes(place), parent)
            parent.children.append(made)
        if made is not None and place.first_child is not None:
            place, parent = place.first_child, made
            continue
        while place.next is None:
            above = place.parent
            if above is None or above.mem_id == source.mem_id:
                return root
            place, parent = above, parent.parent or root
        place = place.next
    return root


def _attributes(node: LexborNode) -> dict[str, str]:
    return {name: value or "" for name, value in node.attributes.items()}


def _flattened(page: str) -> str:
    """Return the page without the tags that lie deeper than any page needs."""
    depth, deepest = 0, 0
    for match in _TAG.finditer(page):
        if match["tag"].lower() not in _CLOSED_BY_OTHERS:
            depth = max(0, depth + (-1 if match["close"] else 1))
            deepest = max(deepest, depth)
    if deepest <= _DEEPEST:
        return page
    depth = 0

    def kept(match: re.Match[str]) -> str:
        nonlocal depth
        if match["tag"].lower() in _CLOSED_BY_OTHERS:
            return match.group()
        if match["close"]:
            depth = max(0, depth - 1)
            return match.group() if depth < _DEEPEST else " "
        depth += 1
        return match.group() if depth <= _DEEPEST else " "

    return _TAG.sub(kept, page)
