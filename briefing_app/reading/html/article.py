"""Which part of a page is the document: what is not shown and what is the site's own left out, then the element with the text."""

from dataclasses import dataclass
from itertools import takewhile

from briefing_app.reading.html.additions import added_by_site
from briefing_app.reading.html.furniture import NEVER_TEXT, is_hidden, is_sites_own, is_thread, may_be_sites
from briefing_app.reading.html.tree import Node
from briefing_app.reading.html.weighing import BLOCKS, Weight, weights

_MOST_OF_PAGE = 0.4
"""An element with so much of the running text is the document, whatever it calls itself."""
_LITTLE = 200
_LINKED = 0.5
_LABELS = 8
"""So many texts in a row, of so few words each, are no paragraphs."""
_MOST_LABEL_WORDS = 2
_LONGEST_LABEL = 24
_MENU = 0.8
"""Share of links beyond which a list is a menu."""
_LONGEST_LINK = 160
"""A link of more signs is a teaser: title and first lines of another page."""
_SHORTEST_CAPTION = 60
"""A caption of fewer signs names the picture or its maker."""
_MOST = 0.9
_MOST_ELSE = 0.75
_TEXTS = frozenset({"p", "pre", "li", "ul", "ol", "dl", "blockquote", "h1", "h2", "h3", "a", "span"})
"""Elements that are parts of a document and never the whole."""
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


def whole_of(page: Node) -> Article:
    """Return all of a page that is shown: one that is a document's own, with no site around it."""
    body = next((node for node in page.elements() if node.tag == "body"), page)
    return Article(body, frozenset(id(node) for node in body.elements() if node.tag in NEVER_TEXT or is_hidden(node)))


def _words(article: Article) -> int:
    return weights(article.root, set(article.left_out))[id(article.root)].words // 5


def _judged(body: Node, left_out: set[int], *, strict: bool) -> Article:
    if not strict:
        return Article(body, frozenset(left_out))
    left_out |= added_by_site(body, left_out)
    first = weights(body, left_out)
    whole = first[id(body)]
    headed: set[int] = set()
    quoted: set[int] = set()
    for node in body.elements():
        if node.tag == "blockquote" or id(node.parent) in quoted:
            quoted.add(id(node))
        if node.tag == "h1":
            headed.update(id(above) for above in takewhile(lambda above: id(above) not in headed, node.above()))
    left_out |= _threads(body, first, headed | quoted)
    for node in body.elements():
        weight = first.get(id(node))
        if weight is not None and node is not body and id(node) not in quoted and _goes(node, weight, whole, id(node) in headed):
            left_out.add(id(node))
    left_out |= _labels(body, left_out)
    weighed = weights(body, left_out)
    root = body
    while (inner := _heaviest(root, weighed)) is not None and _holds_it(weighed[id(inner)], weighed[id(body)]):
        root = inner
    return _with_title(Article(root, frozenset(left_out)), body)


def _threads(body: Node, weighed: dict[int, Weight], kept: set[int]) -> set[int]:
    """Return the elements that hold what readers wrote: they may have written more than the article says, yet not all of a page."""
    threads: list[Node] = []
    inside: set[int] = set()
    for node in body.elements():
        if id(node.parent) in inside:
            inside.add(id(node))
        elif id(node) in weighed and node is not body and id(node) not in kept and is_thread(node):
            threads.append(node)
            inside.add(id(node))
    rest = weighed[id(body)].running - sum(weighed[id(node)].running for node in threads)
    return {id(node) for node in threads} if rest >= _LITTLE else set()


def _labels(body: Node, left_out: set[int]) -> set[int]:
    """Return the elements that hold one of many tiny texts in a row, numbers among them: the labels of a chart, counters."""
    found: set[int] = set()
    row: list[Node] = []
    for node in body.elements():
        if (
            node.tag not in BLOCKS
            or id(node) in left_out
            or any(isinstance(one, Node) and one.tag in BLOCKS for one in node.children)
        ):
            continue
        words = node.words().split()
        if node.tag in {"p", "div"} and len(words) <= _MOST_LABEL_WORDS and sum(map(len, words)) <= _LONGEST_LABEL:
            row += [node] if words else []
            continue
        found |= _if_labels(row)
        row = []
    return found | _if_labels(row)


def _if_labels(row: list[Node]) -> set[int]:
    numbers = sum(any(sign.isdigit() for sign in node.words()) for node in row)
    return {id(node) for node in row} if len(row) >= _LABELS and 3 * numbers >= len(row) else set()


def _with_title(article: Article, body: Node) -> Article:
    """Return the article from its title on, where the title and what stands under it lie before the element with the text."""
    order = list(body.elements())
    at = next(place for place, node in enumerate(order) if node is article.root)
    inside = {id(node) for node in article.root.elements()}
    titles = [place for place, node in enumerate(order) if node.tag == "h1" and id(node) not in article.left_out]
    if not titles or any(id(order[place]) in inside for place in titles) or titles[0] > at:
        return article
    title = max(place for place in titles if place < at)
    around = {id(above) for above in article.root.above()}
    root = next((above for above in order[title].above() if id(above) in around), body)
    kept = inside | around | {id(above) for above in order[title].above()}
    within = {id(node) for node in root.elements()}
    outside = {id(node) for place, node in enumerate(order) if not title <= place < at and id(node) not in kept}
    return Article(root, article.left_out | (outside & within))


def _goes(node: Node, weight: Weight, whole: Weight, headed: bool) -> bool:
    if whole.running and weight.running > _MOST_OF_PAGE * whole.running:
        return False
    if is_sites_own(node):
        return not headed
    if node.tag == "a":
        return weight.words > _LONGEST_LINK
    if node.tag in {"p", "span", "h1"}:
        return False
    if node.tag in {"ul", "ol"} and weight.of_links > _MENU and not weight.running:
        return sum(isinstance(child, Node) and child.tag == "li" for child in node.children) > 2
    if node.tag == "figcaption":
        return weight.words < _SHORTEST_CAPTION
    little = 1 if node.tag == "header" else _LITTLE  # what a header says in a sentence is the article's own summary
    return may_be_sites(node) and not headed and (weight.running < little or weight.of_links > _LINKED)


def _holds_it(inner: Weight, whole: Weight) -> bool:
    """Tell whether an element holds nearly all running text, and most of what else is no link: short asks, tables, addresses."""
    return inner.running >= _MOST * whole.running and inner.own >= _MOST_ELSE * whole.own


def _heaviest(node: Node, weighed: dict[int, Weight]) -> Node | None:
    inside = [child for child in node.children if isinstance(child, Node) and id(child) in weighed and child.tag not in _TEXTS]
    best = max(inside, key=lambda child: weighed[id(child)].running, default=None)
    return best if best is not None and weighed[id(best)].running else None
