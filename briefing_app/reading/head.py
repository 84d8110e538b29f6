"""The head of a document: the lines of title, subtitle, date and address before its text begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing_app.domain.reading import BlockKind
from briefing_app.reading.smallwords import stops_short
from briefing_app.reading.stated_dates import dates_in, one_line

_LABELS = re.compile(
    r"\b(?:for immediate release|(?:media|press|news) (?:release|statement)|news flash|public document|embargo(?:ed)?|"
    r"comunicado de prensa|nota de prensa|publicación inmediata|communiqué de presse|diffusion immédiate)\b"
    r"|^(?:policy brief(?:ing)?|brief(?:ing)?(?: note| paper)?|(?:position|discussion|working) paper|fact ?sheet)$"
    r"|^(?:documento de posición|nota (?:informativa|de posición)|hoja informativa)$"
    r"|^(?:note (?:de position|de synthèse|d[’']information)|document de position)$"
    r"|^(?:news|statement|comunicado|declaración|communiqué|déclaration|press|contact|published|date)\b.{0,12}$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"https?://|\bwww\.|@|[a-z0-9-]\.(?:org|com|int|net|gov|edu)\b|\b(?:tel|fax|phone|mob|teléfono|tél)\b[.:]", re.IGNORECASE
)
_IN_ADDRESS = ("http", "www.", "@", ".org", ".com", ".int", ".net", ".gov", ".edu", "tel", "fax", "phone", "mob", "tél")
"""One of these, in small letters, stands in every address; to look for them first takes a tenth of the time."""
_CALLED = re.compile(r"(?:\d[ ()/-]{0,2}){7}")
_PAGE_NUMBER = re.compile(r"(?:page|página|pág\.|p\.)?\s?[-–—]?\s?\d{1,4}(?:\s?(?:/|of|de|sur)\s?\d{1,4})?\s?[-–—]?", re.IGNORECASE)
_ENDS = re.compile(r"[.;:,…][\"'”’»)\]]{0,3}$")
_TWO = re.compile(r"[^\W\d_]{4}[.!?][\"”»)]?\s+[\"“«(¿¡]?[^\W\d_a-zà-ÿ]")
"""The border of two sentences; "Dr." and "St." are too short to end one."""
_LONGEST_TITLE = 200
_LONGEST_SUBTITLE = 200
_MOST_WORDS = 30
_WORDS_BESIDE_DATE = 8
_SMALL_BESIDE_DATE = 4
"""A line with so many words in small letters says something; "Ciudad de México, a 6 de junio de 2022" has two."""


@dataclass(frozen=True, slots=True)
class Head:
    """The blocks before the text proper, by index; ``length`` of them are not counted as paragraphs."""

    title: int | None = None
    subtitle: tuple[int, ...] = ()
    length: int = 0


def is_page_number(words: str) -> bool:
    """Tell whether a block is a page number and nothing else."""
    return bool(_PAGE_NUMBER.fullmatch(words)) and any(sign.isdigit() for sign in words)


def is_address(words: str) -> bool:
    """Tell whether a short block is an address, a link line or a telephone line."""
    if len(words) >= 2 * _LONGEST_TITLE:
        return False
    low = words.lower()
    return (any(sign in low for sign in _IN_ADDRESS) and bool(_ADDRESS.search(words))) or bool(_CALLED.search(words))


@lru_cache(maxsize=1024)
def is_label(words: str) -> bool:
    """Tell whether a short line says what sort of publication this is, when it is of, or where it stands."""
    if len(words) > _LONGEST_TITLE:
        return False
    if is_page_number(words) or is_address(words) or (len(words) < 100 and _LABELS.search(words)):
        return True
    return is_dated(words)


def is_dated(words: str) -> bool:
    """Tell whether a line holds a date and little else."""
    line = one_line(words)
    dates = dates_in(line)
    beside = f"{line[: dates[0][1]]} {line[dates[-1][2] :]}".split() if dates else []
    return bool(dates) and len(beside) <= _WORDS_BESIDE_DATE and sum(word[0].islower() for word in beside) < _SMALL_BESIDE_DATE


def is_sentences(words: str) -> bool:
    """Tell whether a block's words are running text rather than a line by itself."""
    if len(words) > _LONGEST_TITLE or len(words.split()) > _MOST_WORDS:
        return True
    return bool(_ENDS.search(words) or _TWO.search(words)) or stops_short(words)


def head_of(kinds: Sequence[BlockKind], words: Sequence[str]) -> Head:
    """Return the head, given each block's kind and shown words; where no text follows it, there is a marked title at most."""
    first = next((at for at, kind in enumerate(kinds) if kind not in {BlockKind.RULE, BlockKind.PARAGRAPH}), len(kinds))
    text = next((at for at in range(first) if kinds[at] is BlockKind.PARAGRAPH and _is_text(words[at])), len(kinds))
    if first < text and first < len(kinds) and kinds[first] is BlockKind.HEADING:
        return _marked(kinds, words, first)
    end = min(first, text)
    lines = [at for at in range(end) if kinds[at] is BlockKind.PARAGRAPH]
    if end == len(kinds) or (first < text and kinds[first] is BlockKind.HEADING):
        return Head()
    title = next((at for at in lines if not is_label(words[at]) and _names(words[at])), None)
    return Head(title, (), end)


def _names(words: str) -> bool:
    # Specks of a scan stand as lines by themselves; a title has words.
    return sum(len(word) > 1 and word.isalpha() for word in words.split()) > 1


def _is_text(words: str) -> bool:
    return is_sentences(words) and not is_label(words)


def _marked(kinds: Sequence[BlockKind], words: Sequence[str], title: int) -> Head:
    subtitle: list[int] = []
    end = title + 1
    while end < len(kinds) and kinds[end] in {BlockKind.PARAGRAPH, BlockKind.RULE} and not _is_text(words[end]):
        if kinds[end] is BlockKind.PARAGRAPH and not subtitle and not is_label(words[end]) and len(words[end]) <= _LONGEST_SUBTITLE:
            subtitle.append(end)
        end += 1
    return Head(title, tuple(subtitle), end)
