"""What typography keeps on one line: tables per language of words that a line or a heading does not part."""

import re
from collections.abc import Mapping

_WEAK: Mapping[str, str] = {
    "en": (
        "a an the of in on to and or nor but for with by as at from into over under after before between through than that is are"
        " its our their his her this these those not no who we"
    ),
    "es": (
        "a al ante bajo con contra de del desde el la los las en entre hacia hasta o u para por que se según si sin sobre su sus"
        " tras un una unos unas y e lo como no es son"
    ),
    "fr": (
        "à au aux avec chez contre dans de des du d’ en entre et la le les l’ leur leurs mais ne ni ou où par pour que qui sans se"
        " ses son sa sous sur un une vers ce ces cette est sont"
    ),
}
"""Articles, prepositions, conjunctions and their like: no line of a heading ends in one."""
WEAK = {language: frozenset(words.split()) for language, words in _WEAK.items()}

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


def weak(word: str, language: str) -> bool:
    """Tell whether a line of a heading should not end in this word."""
    return word.casefold().strip("“«‘(") in WEAK.get(language.split("-", maxsplit=1)[0], WEAK["en"])
