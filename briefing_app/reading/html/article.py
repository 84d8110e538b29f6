"""Which part of a page is the document: what is not shown and what is the site's own left out, then the element with the text."""

from dataclasses import dataclass

from briefing_app.reading.html.furniture import NEVER_TEXT, is_hidden, is_sites_own, may_be_sites
from briefing_app.reading.html.tree import Node
from briefing_app.reading.html.weighing import Weight, weights

_MOST_OF_PAGE = 0.4
"""An element with so much of the running text is the document, whatever it calls itself."""
_LITTLE = 200
_LINKED = 0.5
_MOST = 0.9
_FEWEST = 25
"""Words below which a page was judged too strictly."""


@dataclass(frozen=True, slots=True)
class Article:
    """The element that holds the document, and the elements in it (by ``id``) that do not belong to it."""

    root: Node
    left_out: frozenset[int]


def article_of(page: Node) -> Article:
    """Return the document of a page; judged less strictly where next to nothing would be left."""
    body = next((node for node in page.elements() if node.tag == "body"), page)
    never = {id(node) for node in body.elements() if node.tag in NEVER_TEXT}
    shy = never | {id(node) for node in body.elements() if is_hidden(node)}
    for strict, hidden in ((True, shy), (False, shy), (False, never)):
        found = _judged(body, set(hidden), strict=strict)
        if _words(found) >= _FEWEST:
            return found
    return max(
        (_judged(body, set(hidden), strict=strict) for strict, hidden in ((True, shy), (False, shy), (False, never))), key=_words
    )


def _words(article: Article) -> int:
    return weights(article.root, set(article.left_out))[id(article.root)].words // 5


def _judged(body: Node, left_out: set[int], *, strict: bool) -> Article:
    if not strict:
        return Article(body, frozenset(left_out))
    first = weights(body, left_out)
    whole = first[id(body)]
    headed = {id(above) for node in body.elements() if node.tag == "h1" for above in node.above()}
    quoted = {id(inner) for node in body.elements() if node.tag == "blockquote" for inner in node.elements()}
    for node in body.elements():
        weight = first.get(id(node))
        if weight is not None and node is not body and id(node) not in quoted and _goes(node, weight, whole, id(node) in headed):
            left_out.add(id(node))
    weighed = weights(body, left_out)
    root = body
    while (inner := _heaviest(root, weighed)) is not None and weighed[id(inner)].running >= _MOST * weighed[id(body)].running:
        root = inner
    return Article(root, frozenset(left_out))


def _goes(node: Node, weight: Weight, whole: Weight, headed: bool) -> bool:
    if whole.running and weight.running > _MOST_OF_PAGE * whole.running:
        return False
    if is_sites_own(node):
        return not headed
    if node.tag in {"a", "p", "span", "h1"}:
        return False
    return may_be_sites(node) and not headed and (weight.running < _LITTLE or weight.of_links > _LINKED)


def _heaviest(node: Node, weighed: dict[int, Weight]) -> Node | None:
    inside = [child for child in node.children if isinstance(child, Node) and id(child) in weighed]
    best = max(inside, key=lambda child: weighed[id(child)].running, default=None)
    return best if best is not None and weighed[id(best)].running else None
