"""What sites add to an article that no name tells: readers' threads, legal lines, more to read, quotations pulled out of it."""

import re
from collections.abc import Iterator

from briefing_app.reading.html.furniture import is_hidden
from briefing_app.reading.html.site_phrases import ANSWER, LEGAL, MAYBE_THREAD, MORE, THREAD
from briefing_app.reading.html.tables import is_data
from briefing_app.reading.html.tree import Node
from briefing_app.reading.html.weighing import BLOCKS

_LONGEST_LEGAL = 300
_MOST_MORE = 600
"""Signs outside links under such a heading, from which on it is the article's own."""
_FEWEST_ANSWERS = 2
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LONGEST_HEADING = 120
_FEWEST_LINKS = 3
_LONGEST_LINK = 30
_SEPARATORS = re.compile(r"[\s|·•/»›>\[\]:,–—-]*")
_WORD = re.compile(r"\w+")
_MOST = 200
"""More such headings, or such asides, no site has: what a page holds so often is its own."""
_FEWEST_WORDS = 5
_LONGEST_PULLED = 500
_PULLED = re.compile(r"pull-?_?quote|quote-?_?pull", re.IGNORECASE)


def added_by_site(body: Node, left_out: set[int]) -> set[int]:
    """Return the elements, by ``id``, that a site added to what stands in a page."""
    tables: dict[int, bool] = {}
    found = {
        id(node)
        for node in body.elements()
        if id(node) not in left_out and (_is_legal(node) or (_is_bar(node) and not _in_data(node, tables)))
    }
    headed = 0
    for node in body.elements():
        if node.tag in _HEADINGS and id(node) not in left_out and not is_hidden(node) and (under := _under(node, body)):
            found |= under
            headed += 1
            if headed == _MOST:
                break
    return found | _pulled_out(body, left_out | found)


def _is_legal(node: Node) -> bool:
    if node.tag not in BLOCKS or node.tag in _HEADINGS or any(_is_block(child) for child in node.children):
        return False
    words = " ".join(node.words().split())
    if not 0 < len(words) <= _LONGEST_LEGAL or not LEGAL.search(words):
        return False
    return all(above.tag != "blockquote" for above in node.above())


def _is_block(child: Node | str) -> bool:
    return isinstance(child, Node) and child.tag in BLOCKS


def _is_bar(node: Node) -> bool:
    """Tell whether an element is short links in a row and nothing else: a menu from before there were lists for that."""
    if node.tag not in {"p", "div", "td", "center", "font"}:
        return False
    links = 0
    waiting: list[Node | str] = list(node.children)
    while waiting:
        child = waiting.pop()
        if isinstance(child, str):
            if not _SEPARATORS.fullmatch(child):
                return False
        elif child.tag == "a" and "href" in child.attributes:
            words = " ".join(child.words().split())
            within = child.attributes["href"].startswith("#") and len(child.attributes["href"]) > 1
            if len(words) > _LONGEST_LINK or words.endswith((".", ";")) or within:
                return False  # a way to a place in the page itself is its own
            links += bool(words)
        elif child.tag in BLOCKS:
            return False
        else:
            waiting.extend(child.children)
    return links >= _FEWEST_LINKS


def _in_data(node: Node, known: dict[int, bool]) -> bool:
    """Tell whether an element stands in a table of data; ``known`` is kept from one call to the next."""
    table = next((above for above in node.above() if above.tag == "table"), None)
    if table is None:
        return False
    if id(table) not in known:
        known[id(table)] = is_data(table, frozenset())
    return known[id(table)]


def _under(heading: Node, body: Node) -> set[int]:
    """Return a heading and what stands under it, where that is what readers wrote or what else the site has."""
    words = " ".join(heading.words().split())
    if not words or len(words) > _LONGEST_HEADING:
        return set()
    thread, maybe, more = (pattern.fullmatch(words) for pattern in (THREAD, MAYBE_THREAD, MORE))
    if not (thread or maybe or more):
        return set()
    held = list(_section(heading, body))
    text = " ".join(one.words() for one in held)
    if maybe and len(ANSWER.findall(text)) < _FEWEST_ANSWERS:
        return set()
    if more and not thread and not maybe:
        linked = sum(len(one.words()) for node in held for one in node.elements() if one.tag == "a")
        if len(" ".join(text.split())) - linked > _MOST_MORE:
            return set()
    return {id(one) for one in held}


def _section(heading: Node, body: Node) -> Iterator[Node]:
    """Yield a heading and what follows it up to the next one of its rank, out of an element that holds the heading alone."""
    top, level = heading, _HEADINGS[heading.tag]
    alone = heading.words().strip()
    while top.parent is not None and top.parent is not body and top.parent.words().strip() == alone:
        top = top.parent
    yield top
    if top.parent is None:
        return
    at = next(place for place, child in enumerate(top.parent.children) if child is top)
    for child in top.parent.children[at + 1 :]:
        if isinstance(child, Node):
            if any(_HEADINGS.get(one.tag, level + 1) <= level for one in child.elements()):
                return
            yield child


def _pulled_out(body: Node, left_out: set[int]) -> set[int]:
    """Return the quotations pulled out of a text to catch the eye: their words stand in it a second time."""
    asides = [node for node in body.elements() if id(node) not in left_out and _may_be_pulled(node)]
    if not 0 < len(asides) <= _MOST:
        return set()
    whole = " ".join(_WORD.findall(_words_without(body, left_out))).casefold()
    found = set()
    for node in asides:
        words = " ".join(_WORD.findall(node.words())).casefold()
        if words.count(" ") >= _FEWEST_WORDS - 1 and whole.count(words) > 1:
            found.add(id(node))
            whole = whole.replace(words, "", 1)
    return found


def _may_be_pulled(node: Node) -> bool:
    named = node.tag in BLOCKS and _PULLED.search(f"{node.attributes.get('class', '')} {node.attributes.get('id', '')}")
    return bool(node.tag == "aside" or named) and len(node.words()) <= _LONGEST_PULLED


def _words_without(root: Node, left_out: set[int]) -> str:
    parts: list[str] = []
    waiting: list[Node | str] = [root]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            parts.append(one)
        elif id(one) not in left_out:
            waiting.extend(reversed(one.children))
            parts.append(" ")
    return "".join(parts)
