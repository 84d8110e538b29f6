"""What a text is by its markup: a page or a part of one, XML of some kind, a mail; its beginning tells, whatever its name."""

import re
from collections.abc import Mapping

HTML, MHTML, XML, MAIL = "HTML", "MHTML", "XML", "EML"

_BEFORE = r"(?:\s|<!--.*?-->|<\?.*?\?>|<!doctype[^<>\[]*(?:\[.*?\]\s*)?>)*"
_PAGE = re.compile(
    rf"{_BEFORE}(?:<!doctype\s+html|<(?:html|head|body|title|meta|link|base|style|script|frameset)[\s>])", re.IGNORECASE | re.DOTALL
)
_ROOT = re.compile(rf"{_BEFORE}<(?:[\w.-]+:)?(?P<root>[\w.-]+)(?P<more>[^<>]*)>", re.IGNORECASE | re.DOTALL)
_KINDS: Mapping[str, str] = {
    "rss": "RSS",
    "rdf": "RSS",
    "feed": "Atom",
    "svg": "SVG",
    "worddocument": "Word 2003 XML",
    "package": "Word XML",
    "fictionbook": "FictionBook",
    "plist": "plist",
}
"""XML by its root element; any other is called XML."""
_HEADER = re.compile(r"(?P<name>[A-Za-z][A-Za-z-]{0,40}):[^\n]*\n(?:[ \t][^\n]*\n)*")
_MOST_HEADERS = 80
_SAVED = re.compile(r"content-type:\s*(?:multipart/related|text/html|application/xhtml)", re.IGNORECASE)
_SENT = frozenset({"received", "delivered-to", "return-path", "to"})
"""Header lines that only a mail has; pages are saved from somebody and sent to nobody."""
_MAILED = frozenset({"mime-version", "message-id"})
_TEXTS = "p|div|article|section|main|header|footer|aside|nav|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|center|figure|form|pre|hr|br"
_BLOCKS = f"{_TEXTS}|table|tr|td|th"
_INLINES = "a|b|i|u|em|strong|span|font|img|small|sup|sub|figcaption|tbody|thead|code|cite|q"
_TAG = re.compile(
    rf"<(?P<close>/?)(?P<name>(?P<block>{_BLOCKS})|{_INLINES})"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BLOCK_FIRST = re.compile(rf"{_BEFORE}<(?:{_BLOCKS})(?:\s[^<>]*)?/?>", re.IGNORECASE | re.DOTALL)
_BREAKS = frozenset({"br", "hr"})
_VOID = frozenset({"br", "hr", "img"})
_APART = re.compile(r"\n[ \t]*\n")
_FEWEST_CLOSED = 5
_MOST_LOOSE = 0.2
"""Share of a part of a page that may stand outside its elements; more, and it is Markdown that begins with a tag."""
_MOSTLY = 0.15
"""Share of tags in a text with its beginning lost, from which on it is a page."""


def markup_of(start: str) -> str | None:
    """Return ``HTML``, ``MHTML``, ``EML`` or a kind of XML for a text that begins so; None for one that is plain or Markdown."""
    if _PAGE.match(start):
        return HTML
    if start.startswith("<"):
        root = _ROOT.match(start)
        if root and root["root"].lower() == "html":
            return HTML
        if start[:5].lower() == "<?xml" or (root and "xmlns" in root["more"]):
            return _KINDS.get(root["root"].lower(), XML) if root else XML
    return _posted(start) or (HTML if _is_fragment(start) else None)


def _posted(start: str) -> str | None:
    """Return what the header lines that a text begins with say it is."""
    names: set[str] = set()
    place = 0
    while len(names) < _MOST_HEADERS and (header := _HEADER.match(start, place)):
        names.add(header["name"].lower())
        place = header.end()
    if _MAILED & names and _SENT & names:
        return MAIL
    return MHTML if _SAVED.search(start, 0, place) else None


def _is_fragment(start: str) -> bool:
    """Tell whether a text is a part of a page: its words stand in elements, or it is tags for a good part."""
    tags = list(_TAG.finditer(start))
    closed = sum(bool(tag["close"] and tag["block"]) for tag in tags)
    if closed >= _FEWEST_CLOSED and sum(len(tag.group()) for tag in tags) > _MOSTLY * len(start) and "```" not in start:
        return True
    if not _BLOCK_FIRST.match(start) and (not tags or tags[0].start() or sum(tag["name"].lower() in _BREAKS for tag in tags) < 2):
        return False
    if sum(bool(tag["block"]) for tag in tags) < 2:
        return False
    depth = loose = held = 0
    for tag, after in zip(tags, [*tags[1:], None], strict=True):
        if tag["name"].lower() not in _VOID and not tag.group().endswith("/>"):
            depth = max(0, depth + (-1 if tag["close"] else 1))
        words = start[tag.end() : after.start() if after else len(start)]
        # Words right behind a tag go with it; those after an empty line, with no element around them, do not.
        apart = None if depth else _APART.search(words)
        held += len(words[: apart.start() if apart else None].strip())
        loose += len(words[apart.end() :].strip()) if apart else 0
    return held > 0 and loose <= _MOST_LOOSE * (held + loose)
