"""What a page says of itself, for its card: linked data (schema.org), Open Graph and Dublin Core tags, its title, its language."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from urllib.parse import urlsplit

from briefing_app.domain.dates import PartialDate
from briefing_app.domain.source import Basis, Card, KnownDate, KnownText
from briefing_app.reading.html.tree import Node
from briefing_app.reading.nonsense import sensible_person, sensible_title
from briefing_app.reading.stated_dates import dates_in

_TITLES = ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title")
_PUBLISHERS = ("og:site_name", "citation_publisher", "dc.publisher", "dcterms.publisher", "application-name")
_DATES = (
    "article:published_time", "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued", "dc.date",
    "dcterms.date", "dcterms.created", "datepublished", "date", "pubdate", "publish-date", "publication_date", "sailthru.date",
    "parsely-pub-date",
)  # fmt: skip
_AUTHORS = ("author", "citation_author", "dc.creator", "dcterms.creator", "article:author", "parsely-author")
_DOCUMENTS = re.compile(r"(?:News|Blog|Scholarly|Report|Technical|Advertiser)?.{0,20}Article|WebPage|Report|Posting|PressRelease")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}")
_BY = re.compile(r"(?:[Bb]y|[Pp]or|[Pp]ar|BY)\s+")
_DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})(?=/|$)")
_SHORTEST = 8
_LONGEST = 300
_DEEPEST = 8
_BORDERS = (" | ", " – ", " — ", " - ", " :: ", " » ", " · ")


def card_of_page(page: Node, saved_from: str = "") -> Card:
    """Return what the page's own properties say, all of it from the file; ``saved_from`` is the address it was saved from."""
    metas = _metas(page)
    linked = list(_linked(page))
    document = next(
        (one for one in linked if _DOCUMENTS.fullmatch(_kind(one)) and ("headline" in one or "datePublished" in one)), {}
    )
    publisher = _first(metas, _PUBLISHERS) or _name(document.get("publisher"))
    title = _text(document.get("headline")) or _first(metas, _TITLES) or _document_title(page)
    authors = _names(document.get("author")) or [name for name in _all(metas, _AUTHORS) if "://" not in name and "@" not in name]
    authors = [name for one in authors if (name := sensible_person(_BY.sub("", one)))]
    date = _date(_text(document.get("datePublished"))) or next(filter(None, map(_date, _all(metas, _DATES))), None)
    language = _language(page, metas)
    address = page_address(page) or (saved_from if _is_address(saved_from) else None)
    return Card(
        title=_known(_without_site(title, page, {publisher, *authors})),
        publisher=_known(publisher),
        date=KnownDate(date, Basis.FROM_FILE) if date else _dated_address(address),
        language=_known(language),
        address=_known(address),
        authors=tuple(KnownText(name, Basis.FROM_FILE) for name in dict.fromkeys(authors) if name != publisher),
    )


def page_address(page: Node) -> str | None:
    """Return where a page says that it stands: its canonical address."""
    found = [
        node.attributes.get("href", "")
        for node in page.elements()
        if node.tag == "link" and "canonical" in node.attributes.get("rel", "").lower().split()
    ]
    found += _all(_metas(page), ("og:url",))
    for address in map(str.strip, found):
        if _is_address(address):
            return address
    return None


def _is_address(address: str) -> bool:
    with suppress(ValueError):
        parts = urlsplit(address)
        return parts.scheme in {"http", "https"} and bool(parts.netloc) and not any(sign.isspace() for sign in address)
    return False


def _known(value: str | None) -> KnownText | None:
    return KnownText(value, Basis.FROM_FILE) if value else None


def _metas(page: Node) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for node in page.elements():
        if node.tag == "meta":
            name = (node.attributes.get("property") or node.attributes.get("name") or node.attributes.get("itemprop") or "").lower()
            value = _text(node.attributes.get("content"))
            if name and value:
                metas.setdefault(name, []).append(value)
    return metas


def _all(metas: Mapping[str, list[str]], names: tuple[str, ...]) -> list[str]:
    return [value for name in names for value in metas.get(name, [])]


def _first(metas: Mapping[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next(iter(_all(metas, names)), None)


def _linked(page: Node) -> Iterator[Mapping[str, object]]:
    """Yield the objects of a page's linked data, also those in lists and graphs."""
    for node in page.elements():
        if node.tag != "script" or node.attributes.get("type", "").lower() != "application/ld+json":
            continue
        with suppress(ValueError, RecursionError):
            waiting: list[tuple[object, int]] = [(json.loads(node.words(), strict=False), 0)]
            while waiting:
                value, depth = waiting.pop(0)
                if isinstance(value, dict):
                    yield value
                    value = value.get("@graph")
                if isinstance(value, list) and depth < _DEEPEST:
                    waiting += [(one, depth + 1) for one in value]


def _kind(linked: Mapping[str, object]) -> str:
    kind = linked.get("@type")
    return _text(kind[0] if isinstance(kind, list) and kind else kind) or ""


def _names(value: object) -> list[str]:
    return [name for one in (value if isinstance(value, list) else [value]) if (name := _name(one))]


def _name(value: object) -> str | None:
    if isinstance(value, list):
        return next(iter(_names(value)), None)
    return _text(value.get("name") if isinstance(value, dict) else value)


def _text(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    words = " ".join(html.unescape(value).split())
    return words if words and len(words) <= _LONGEST else None


def _date(value: str | None) -> PartialDate | None:
    if not value:
        return None
    with suppress(ValueError):
        if found := _ISO.match(value):
            return PartialDate(int(found[1]), int(found[2]), int(found[3]))
        return PartialDate.from_iso(value)
    return next((date for date, _, _ in dates_in(value)), None)


def _language(page: Node, metas: Mapping[str, list[str]]) -> str | None:
    said = (
        page.attributes.get("lang")
        or page.attributes.get("xml:lang")
        or _first(metas, ("og:locale", "dc.language", "language"))
        or ""
    )
    said = said.strip().replace("_", "-")
    said = said[:3].lower() + said[3:] if "-" in said[:4] else said.lower()
    return said if _LANGUAGE.fullmatch(said) else None


def _document_title(page: Node) -> str | None:
    return next((_text(node.words()) for node in page.elements() if node.tag == "title"), None)


def _without_site(title: str | None, page: Node, names: set[str | None]) -> str | None:
    """Return a title without the site's or the author's name at either end; None for one that says nothing but that."""
    heading = next((_text(node.words()) for node in page.elements() if node.tag == "h1"), None)
    if title is None or title in names:
        return heading if heading not in names else None
    if heading and len(heading) > _SHORTEST and heading in title:
        return heading
    for sign in _BORDERS:
        first, found, last = title.rpartition(sign)
        if found and last.strip() in names:
            return sensible_title(first)
        first, found, last = title.partition(sign)
        if found and first.strip() in names:
            return sensible_title(last)
    return sensible_title(title)


def _dated_address(address: str | None) -> KnownDate | None:
    """Return the date in an address such as ``/2019/02/21/``: the day a page was put up, as many sites write it."""
    found = _DAY_IN_ADDRESS.search(address or "")
    with suppress(ValueError):
        return KnownDate(PartialDate(*map(int, found.groups())), Basis.INFERRED) if found else None
    return None
