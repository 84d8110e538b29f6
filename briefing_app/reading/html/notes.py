"""Footnotes of a page: the short links that call them, and the elements that they lead to."""

import re
from dataclasses import dataclass, field

from briefing_app.reading.html.tree import Node

_SIGN = re.compile(r"\s*[\[(]?\s*(?P<sign>(?:note |n |nb )?\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§]{1,3})\s*[\])]?\s*", re.IGNORECASE)
_BACK = re.compile(r"[\s↩↑⤴^\ufe0e\ufe0f]*|\s*(?:back|retour|volver|jump up|top)\b.{0,20}", re.IGNORECASE)
_NAMED = re.compile(r"note|\bfn|\bref|cite|endnote|sdfoot", re.IGNORECASE)
_HOLDERS = frozenset({"li", "p", "div", "dd", "td", "aside", "section"})


@dataclass(slots=True)
class Notes:
    """Which links call a note (by ``id`` of the element) with which sign, which elements are the notes, which links lead back."""

    calls: dict[int, str] = field(default_factory=dict)
    bodies: dict[int, str] = field(default_factory=dict)
    backs: set[int] = field(default_factory=set)


def notes_of(page: Node) -> Notes:
    """Return the notes of a page: a link of one sign to a place further down, in an element of its own."""
    places: dict[str, tuple[int, Node]] = {}
    links: list[tuple[int, Node]] = []
    for at, node in enumerate(page.elements()):
        for name in {node.attributes.get("id"), node.attributes.get("name") if node.tag == "a" else None} - {None, ""}:
            places.setdefault(str(name), (at, node))
        if node.tag == "a" and node.attributes.get("href", "").startswith("#"):
            links.append((at, node))
    notes = Notes()
    for at, link in links:
        target = link.attributes["href"][1:]
        if target not in places:
            continue
        place, found = places[target]
        words = link.words()
        if place > at and (sign := _SIGN.fullmatch(words)) and _calls(link, target):
            body = _body(found)
            if body is not None:
                notes.calls[id(link)] = sign["sign"]
                notes.bodies.setdefault(id(body), sign["sign"])
        elif (
            place < at
            and (_BACK.fullmatch(words) or _SIGN.fullmatch(words))
            and any(id(above) in notes.bodies for above in link.above())
        ):
            notes.backs.add(id(link))
    return notes


def _calls(link: Node, target: str) -> bool:
    parent = link.parent
    raised = (parent is not None and parent.tag == "sup") or any(
        isinstance(child, Node) and child.tag == "sup" for child in link.children
    )
    said = f"{link.attributes.get('role', '')} {link.attributes.get('class', '')} {target}"
    return raised or bool(_NAMED.search(said))


def _body(found: Node) -> Node | None:
    """Return the element that holds a note, given the one that is linked to: itself, or the nearest around it."""
    return next((node for node in (found, *found.above()) if node.tag in _HOLDERS), None)
