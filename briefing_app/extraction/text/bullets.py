"""How an item of a list begins: with a bullet, a number, a letter, or a word that counts."""

import re

from briefing_app.domain.reading import Block, BlockKind
from briefing_app.domain.span import Span, stripped

_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:ly)?|"
    r"(?:primer|segund|tercer|cuart|quint|sext|s[ée]ptim|octav|noven|d[ée]cim)[oa]|"
    r"premi[èe]re(?:ment)?|(?:premi|deuxi|troisi|quatri|cinqui|sixi|septi|huiti|neuvi|dixi)[èe]me?(?:ment)?|premier"
)
BULLET = re.compile(
    r"\s*(?:[•·●▪◦‣➢►■▶\uf0b7*–—-]|\(?\d{1,2}(?:[.):][-–]?|\.?[°º]\.?\)?)|\(?(?:[a-z]|[ivx]{1,4}|[IVX]{1,4})[.)]|(?i:"
    + _ORDINAL
    + r")(?:[:)]|\.[-–—]?)|o(?=[ \t]{2}))[ \t]+"
)
LABEL = re.compile(
    r"\s*(?i:recommendation|demand|proposal|recommandation|demande|revendication|proposition|recomendación|demanda|propuesta|exigencia)\s+"
    r"(?:n[°º]\s?)?\d{1,2}(?:\.\d{1,2})?\s?[.:)–—-]\s+"
)
"""How an item begins that is named for what it does: "Recommendation 7. That the Act be amended"."""
COUNTED = re.compile(rf"\s*(?i:{_ORDINAL}|finally|lastly|finalmente|por último|enfin),\s+")
"""How an item begins under a sentence that says how many follow: "We ask for two things. First, ..."."""
_SIGN = re.compile(r"\s*(?:[•·●▪◦‣➢►■▶\uf0b7–-]|\(?[a-z]\)|\([ivx]{1,4}\))[ \t]+")


def is_item(plain: str, block: Block) -> bool:
    """Tell whether a block is a list item, marked by its reading or by a bullet or number of its own."""
    return block.kind is BlockKind.LIST_ITEM or bool(BULLET.match(plain, block.span.start, block.span.end))


def is_bulleted(plain: str, block: Block) -> bool:
    """Tell whether a block begins with a bullet of its own; a number may be a heading's."""
    return bool(_SIGN.match(plain, block.span.start, block.span.end))


def content(plain: str, block: Block, sign: re.Pattern[str]) -> Span:
    """Return what a list item holds behind its bullet, number or counting word, ``sign``."""
    bullet = sign.match(plain, block.span.start, block.span.end)
    return stripped(plain, Span(bullet.end() if bullet else block.span.start, block.span.end))
