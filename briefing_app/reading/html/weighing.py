"""How much running text stands in each element of a page: what tells an article from the site around it."""

from dataclasses import dataclass

from briefing_app.reading.html.tree import Node

BLOCKS = frozenset(
    tag
    for line in (
        "address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form",
        "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary",
        "table caption tbody td tfoot th thead tr ul",
    )
    for tag in line.split()
)
"""Elements that begin a new line (WHATWG HTML, 15.3)."""
_SHORTEST = 60
"""Running text of fewer signs outside links weighs nothing."""


@dataclass(slots=True)
class Weight:
    """Signs in an element: of all its words, of those in links, and of what is running text."""

    words: int = 0
    links: int = 0
    running: int = 0

    @property
    def own(self) -> int:
        """Signs of what is no link."""
        return self.words - self.links

    @property
    def of_links(self) -> float:
        """The share of its words that are links."""
        return self.links / self.words if self.words else 0.0


@dataclass(slots=True)
class _Line:
    words: int = 0
    links: int = 0


def weights(root: Node, left_out: set[int]) -> dict[int, Weight]:
    """Return the weight of each element by its ``id``; what is in ``left_out`` weighs nothing."""
    weighed: dict[int, Weight] = {}
    lines: list[_Line] = [_Line()]
    linked = 0
    waiting: list[tuple[Node, int]] = [(root, 0)]
    weighed[id(root)] = Weight()
    while waiting:
        node, at = waiting.pop()
        weight = weighed[id(node)]
        if at < len(node.children):
            waiting.append((node, at + 1))
            child = node.children[at]
            if isinstance(child, str):
                size = len(child.split() and " ".join(child.split()))
                lines[-1].words += size
                lines[-1].links += size if linked else 0
                weight.words += size
                weight.links += size if linked else 0
            elif id(child) not in left_out:
                if child.tag in BLOCKS:
                    weight.running += _running(lines[-1])
                    lines.append(_Line())
                linked += child.tag == "a"
                weighed[id(child)] = Weight()
                waiting.append((child, 0))
            continue
        if node.tag in BLOCKS:
            weight.running += _running(lines.pop())
            lines = lines or [_Line()]
        linked -= node.tag == "a"
        if node.parent is not None and node is not root:
            above = weighed[id(node.parent)]
            above.words += weight.words
            above.links += weight.links
            above.running += weight.running
    return weighed


def _running(line: _Line) -> int:
    """Return how much of a line is running text, and begin a new line."""
    own = line.words - line.links
    line.words = line.links = 0
    return own if own >= _SHORTEST else 0
