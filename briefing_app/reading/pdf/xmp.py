"""What a PDF file's own XMP packet says: title, day and language, for files that leave the older properties empty."""

import re
from dataclasses import dataclass
from xml.sax.saxutils import unescape

_PACKET = re.compile(rb"<x:xmpmeta\b.{0,200000}?</x:xmpmeta>", re.DOTALL)
_TITLE = re.compile(r"<dc:title>\s*<rdf:Alt>\s*<rdf:li[^<>]{0,80}>([^<>]{1,600})</rdf:li>")
_LANGUAGE = re.compile(r"<dc:language>\s*<rdf:(?:Bag|Seq)>\s*<rdf:li[^<>]{0,80}>\s*([A-Za-z]{2,3})\b")
_CREATED = re.compile(r"<xmp:CreateDate>\s*(\d{4})-(\d\d)-(\d\d)|\bxmp:CreateDate=[\"'](\d{4})-(\d\d)-(\d\d)")
_SIGNS = {"&quot;": '"', "&apos;": "'"}


@dataclass(frozen=True, slots=True)
class Xmp:
    """Title (perhaps empty), day of making as ``20240312`` (perhaps empty), language as ``en``, or None."""

    title: str = ""
    created: str = ""
    language: str | None = None


def xmp_of(data: bytes) -> Xmp:
    """Return what the packet says; nothing where there is none, it is packed, or pictures bring others of their own."""
    packets = [match.group() for match in _PACKET.finditer(data)]
    if len(packets) != 1:
        return Xmp()
    # Looked through as text: no reader of XML, so no entity is ever resolved but the five that XML itself has.
    words = packets[0].decode("utf-8", "replace")
    title, language, created = _TITLE.search(words), _LANGUAGE.search(words), _CREATED.search(words)
    return Xmp(
        " ".join(unescape(title[1], _SIGNS).split()) if title else "",
        "".join(part for part in created.groups() if part) if created else "",
        language[1].lower() if language else None,
    )
