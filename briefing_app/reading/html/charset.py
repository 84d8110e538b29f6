"""Which character set a page is in: byte order mark, what it declares, strict UTF-8, then windows-1252."""

import codecs
import re

from briefing_app.reading.decoding import decoded, wide_charset

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
_CALLED = {
    "x-gbk": "gb18030",
    "x-sjis": "cp932",
    "x-euc-jp": "euc_jp",
    "x-mac-roman": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
    "x-cp1250": "cp1250",
    "x-cp1251": "cp1251",
    "x-cp1252": "cp1252",
    "windows-874": "cp874",
    "dos-874": "cp874",
    "unicode": "utf-8",
    "unicode-1-1-utf-8": "utf-8",
    "x-unicode20utf8": "utf-8",
}
"""Names that pages give to sets Python knows by another (WHATWG Encoding, 4.2)."""
_NO_SETS = frozenset(
    {
        "unicode-escape",
        "unicode_escape",
        "raw-unicode-escape",
        "raw_unicode_escape",
        "idna",
        "punycode",
        "utf-7",
        "undefined",
        "mbcs",
        "oem",
        "charmap",
    }
)
"""What Python calls a codec and no page is in; browsers refuse UTF-7 because it hides markup."""
_LATIN = frozenset({"iso8859-1", "ascii", "cp1252"})
"""All of these are windows-1252 to browsers."""
_MOST_LOST = 0.005
"""Share of characters that a declared UTF-8 may lose: a page put together of pieces keeps its declaration."""


def page_text(data: bytes) -> str:
    """Return the text of a page; UnicodeDecodeError when its byte order mark misleads.

    A page that is UTF-8 throughout is read so whatever it declares: no other set gives that by chance.
    """
    declared = _declared(data)
    if wide_charset(data) or data.startswith(codecs.BOM_UTF8):
        return decoded(data)
    in_seven_bits = [charset for charset in declared if charset.startswith("iso2022")]
    for charset in (*in_seven_bits, "utf-8", *declared):
        if charset not in _LATIN:
            try:
                return data.decode(charset)
            except UnicodeError:
                pass
    if "utf-8" in declared:
        text = data.decode("utf-8", "replace")
        if text.count("\ufffd") <= _MOST_LOST * len(text):
            return text
    return decoded(data)


def _declared(data: bytes) -> list[str]:
    """Return the sets that a page names, each once, the first first: pages put together of pieces name several."""
    names: dict[str, None] = {}
    for found in _DECLARED.finditer(data[:_LOOKED_AT]):
        name = (found[1] or found[2]).decode("ascii", "replace").lower()
        try:
            known = codecs.lookup(_CALLED.get(name, name)).name
            b"".decode(known)
        except (LookupError, UnicodeError):
            continue
        # A declaration that can be read as ASCII is in no set of two or four bytes (WHATWG HTML, 13.2.3.2).
        if known not in _NO_SETS:
            names["utf-8" if known.startswith(("utf-16", "utf-32")) else _WIDER.get(known, known)] = None
    return list(names)
