"""Tables of data told from tables that only lay a page out."""

from briefing_app.reading.html.tree import Node

_LONGEST_CELL = 600
_LAYS_OUT = frozenset({"h1", "h2", "h3", "h4", "table", "ul", "ol", "blockquote", "article", "section"})


def is_data(table: Node, left_out: frozenset[int]) -> bool:
    """Tell whether a table's rows belong together: two columns and two rows at least, and no cell that holds a text of its own."""
    rows: list[int] = []
    waiting: list[Node] = [table]
    while waiting:
        node = waiting.pop()
        for child in node.children:
            if isinstance(child, str) or id(child) in left_out:
                continue
            if child.tag in {"tr", "thead", "tbody", "tfoot"}:
                waiting.append(child)
                if child.tag == "tr":
                    rows.append(0)
            elif child.tag in {"td", "th"} and node.tag == "tr":
                rows[-1:] = [1] if not rows else [rows[-1] + 1]
                if _holds_text(child, left_out):
                    return False
    return len(rows) > 1 and max(rows) > 1


def _holds_text(cell: Node, left_out: frozenset[int]) -> bool:
    paragraphs = 0
    size = 0
    waiting: list[Node] = [cell]
    while waiting:
        node = waiting.pop()
        for child in node.children:
            if isinstance(child, str):
                size += len(child.strip())
            elif id(child) not in left_out:
                if child.tag in _LAYS_OUT:
                    return True
                paragraphs += child.tag == "p"
                waiting.append(child)
    return size > _LONGEST_CELL or paragraphs > 2
