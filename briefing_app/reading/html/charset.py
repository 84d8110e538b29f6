"""Which character set a page is in: byte order mark, what it declares, strict UTF-8, then windows-1252."""

import codecs
import re

from briefing_app.reading.decoding import decoded

_DECLARED = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:.-]{2,40})""",
    re.IGNORECASE,
)
_LOOKED_AT = 8192
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "iso8859-9": "cp1254",
    "big5": "big5hkscs",
}
"""The larger set that browsers read when a page names the smaller (WHATWG Encoding, 4.2)."""
_LATIN = frozenset({"iso8859-1", "ascii", "cp1252"})
"""All of these are windows-1252 to browsers."""
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_MOST_LOST = 0.005
"""Share of characters that a declared UTF-8 may lose: a page put together of pieces keeps its declaration."""


def page_text(data: bytes) -> str:
    """Return the text of a page; UnicodeDecodeError when its byte order mark misleads.

    A page that is UTF-8 throughout is read so whatever it declares: no other set gives that by chance.
    """
    declared = _declared(data)
    if data.startswith(_MARKS) or declared is None or declared in _LATIN:
        return decoded(data)
    for charset in ("utf-8", declared):
        try:
            return data.decode(charset)
        except UnicodeError:
            pass
    if declared == "utf-8":
        text = data.decode("utf-8", "replace")
        if text.count("\ufffd") <= _MOST_LOST * len(text):
            return text
    return decoded(data)


def _declared(data: bytes) -> str | None:
    for found in _DECLARED.finditer(data[:_LOOKED_AT]):
        name = (found[1] or found[2]).decode("ascii", "replace")
        try:
            known = codecs.lookup(name).name
            b"".decode(known)
        except (LookupError, UnicodeError):
            continue
        # A declaration that can be read as ASCII is in no set of two or four bytes (WHATWG HTML, 13.2.3.2).
        return "utf-8" if known.startswith(("utf-16", "utf-32")) else _WIDER.get(known, known)
    return None
