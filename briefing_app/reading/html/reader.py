"""The reader of HTML: the article of a page as a Reading, and the card from what the page says of itself."""

import re
from dataclasses import replace
from urllib.parse import urlsplit

from briefing_app.domain.reading import Reading
from briefing_app.domain.source import Card
from briefing_app.errors import FileNotRead
from briefing_app.reading.card import completed
from briefing_app.reading.decoding import is_binary
from briefing_app.reading.finishing import finished
from briefing_app.reading.html.article import article_of
from briefing_app.reading.html.charset import page_text
from briefing_app.reading.html.properties import card_of_page, page_address
from briefing_app.reading.html.tree import Node, tree_of
from briefing_app.reading.html.writing import written_page
from briefing_app.reading.repairs import repairs_of
from briefing_app.reading.stated_dates import dates_in

READER = "html-1"
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,5}\)(https?://[^\s<>\"]{1,2000})")
"""What browsers write above a page they save (the Mark of the Web)."""
_LOOKED_AT = 4096
_HEAD = 6
"""Blocks at either end of a page among which its date may stand."""


def read_html(
    data: bytes,
    name: str,
    file: str,
    *,
    password: str | None = None,  # noqa: ARG001 - every reader is called alike, and a page has no lock
) -> tuple[Reading, Card]:
    """Read a page saved from a site. FileNotRead when it is no text, or shows no words."""
    try:
        text = page_text(data)
    except UnicodeDecodeError as error:
        raise FileNotRead("file-binary", path=name) from error
    if is_binary(data, text):
        raise FileNotRead("file-binary", path=name)
    return read_page(text, name, file)


def read_page(text: str, name: str, file: str, *, address: str = "") -> tuple[Reading, Card]:
    """Read the text of a page that was saved from ``address``, if that is known. FileNotRead when it shows no words."""
    saved = _SAVED_FROM.search(text, 0, _LOOKED_AT)
    address = address or (saved[1] if saved else "")
    page = tree_of(text)
    written = written_page(article_of(page), _base(page, address))
    if not written.text and (frames := [node for node in page.elements() if node.tag == "frameset"]):
        within = "".join(node.words() for frame in frames for node in frame.elements() if node.tag == "noframes")
        written = written_page(article_of(tree_of(within)), _base(page, address))
        if not written.text:
            raise FileNotRead("file-only-frames", path=name)
    if not written.text:
        raise FileNotRead("file-without-words", path=name)
    bare = Reading(f"{READER}:{file}", file, READER, written.text)
    reading, card = finished(bare, written.blocks, written.inlines, repairs_of(written.text))
    card = _dated_at_its_head(card, reading)
    return reading, completed(card_of_page(page, address), card)


def _dated_at_its_head(card: Card, reading: Reading) -> Card:
    """Return the card without a date that the text states far from its ends: pages name other pages with theirs."""
    ends = (*reading.blocks[:_HEAD], *reading.blocks[-_HEAD:])
    stated = {date for block in ends for date, _, _ in dates_in(block.span.of(reading.text))}
    return card if card.date is None or card.date.value in stated else replace(card, date=None)


def _base(page: Node, address: str) -> str:
    """Return the address that links start from: what ``<base>`` says, or where the page says that it stands."""
    own = page_address(page) or address
    base = next(
        (node.attributes["href"].strip() for node in page.elements() if node.tag == "base" and "href" in node.attributes), own
    )
    try:
        return base if urlsplit(base).scheme in {"http", "https"} else own
    except ValueError:
        return own
