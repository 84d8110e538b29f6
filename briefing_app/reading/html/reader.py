"""The reader of HTML: the article of a page as a Reading, and the card from what the page says of itself."""

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

READER = "html-1"


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
    page = tree_of(text)
    written = written_page(article_of(page), _base(page))
    if not written.text:
        raise FileNotRead("file-empty", path=name)
    bare = Reading(f"{READER}:{file}", file, READER, written.text)
    reading, card = finished(bare, written.blocks, written.inlines, repairs_of(written.text))
    return reading, completed(card_of_page(page), card)


def _base(page: Node) -> str:
    """Return the address that links start from: what ``<base>`` says, or where the page says that it stands."""
    own = page_address(page) or ""
    base = next(
        (node.attributes["href"].strip() for node in page.elements() if node.tag == "base" and "href" in node.attributes), own
    )
    try:
        return base if urlsplit(base).scheme in {"http", "https"} else own
    except ValueError:
        return own
