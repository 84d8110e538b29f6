"""What typography keeps on one line: tables per language of words that a line or a heading does not part."""

import re

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    "|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
)

BREATHS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    # 6 June 2022, 1er janvier, 16 de enero
    (re.compile(r"[(“«]?\d{1,2}(er)?"), re.compile(rf"({_MONTHS})\b.*")),
    (re.compile(r"[(“«]?\d{1,2}"), re.compile(r"de")),
    (re.compile(r"de"), re.compile(rf"({_MONTHS})\b.*")),
    (re.compile(_MONTHS), re.compile(r"\d{4}\b.*")),
    # para 3, page 4, Title 42, Article 14, version 1.2, No. 5
    (
        re.compile(
            r"[(“«]?(paras?|párrs?\.|pars?\.|paragraphs?|pages?|pp?\.|págs?\.|páginas?|Title|Título|Titre|Articles?|art\.|Artículos?"
            r"|version|versión|Section|sección|chapter|capítulo|chapitre|No\.|n[.º°]+|Resolution|Sheet|Hoja|Feuille)",
            re.IGNORECASE,
        ),
        re.compile(r"\d.*"),
    ),
    # 7.1 million, 32 %, $5 billion
    (
        re.compile(r".*\d"),
        re.compile(r"(million|billion|trillion|millones|millón|milliards?|millions|mil|%|°C|km|kg|EUR|USD|€)\b.*|%.*"),
    ),
    # Mr Torres, Dr. Moreau
    (re.compile(r"[(“«]?(Mr|Mrs|Ms|Dr|Prof|Sr|Sra|Mme|M|St)\.?"), re.compile(r"\w.*")),
)
"""Pairs of words that are read in one breath: no line ends between them."""

_CLOSING = re.compile(r"[»!?;:%…\-–—][»!?;:.,)…]*")
_OPENING = re.compile(r"[(«“‘\[]+")


def parted(before: str, after: str) -> bool:
    """Tell whether a line may end between two words."""
    if _CLOSING.fullmatch(after) or _OPENING.fullmatch(before):
        return False
    return not any(first.fullmatch(before) and second.fullmatch(after) for first, second in BREATHS)
