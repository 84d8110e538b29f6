"""The reader of pages saved as one file with their pictures (MHTML, RFC 2557): the page among the parts, read like any other."""

from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import Message

from briefing_app.domain.reading import Reading
from briefing_app.domain.source import Card
from briefing_app.errors import FileNotRead
from briefing_app.reading.html.charset import page_text
from briefing_app.reading.html.reader import read_page

_MOST_PARTS = 2000


def read_saved_page(
    data: bytes,
    name: str,
    file: str,
    *,
    password: str | None = None,  # noqa: ARG001 - every reader is called alike, and a page has no lock
) -> tuple[Reading, Card]:
    """Read the first page in an MHTML file. FileNotRead when there is none, or it shows no words."""
    try:
        found = _found(data)
    except (MessageError, ValueError, LookupError) as error:
        raise FileNotRead("file-damaged", path=name, kind="MHTML") from error
    if found is None:
        raise FileNotRead("file-damaged", path=name, kind="MHTML")
    text, address = found
    return read_page(text, name, file, address=address)


def page_in(data: bytes) -> str | None:
    """Return the first page in an MHTML file; None when there is none. ValueError or LookupError for a damaged file."""
    try:
        found = _found(data)
    except MessageError as error:
        raise ValueError(str(error)) from error
    return found[0] if found else None


def _found(data: bytes) -> tuple[str, str] | None:
    """Return the first page and the address it came from."""
    part = _page(message_from_bytes(data, policy=policy.compat32))
    payload = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(payload, bytes):
        return None
    return _text(part, payload), (part.get("Content-Location") or "").strip()


def _page(message: Message) -> Message | None:
    """Return the first part that is a page; the root of a multipart/related file comes first (RFC 2387)."""
    waiting = [message]
    for _ in range(_MOST_PARTS):
        if not waiting:
            break
        part = waiting.pop(0)
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            return part
        if part.is_multipart():
            waiting += [one for one in part.get_payload() if isinstance(one, Message)]
    return None


def _text(part: Message, payload: bytes) -> str:
    charset = part.get_content_charset()
    if charset:
        try:
            return payload.decode(charset)
        except (UnicodeError, LookupError):
            pass  # the page may know better than its envelope
    return page_text(payload)
