"""What letterheads look like, and dates alone, rolls of names, navigation, captions, running heads and a scan's rubbish."""

import re

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.text.phrases import word_list

_CAPTION = re.compile(r"\s*!\[|.*(?:©|Â©)")
_NAVIGATION = re.compile(r"(?:\|[^|]*){3}|(?:›[^›]*){2}|(?:\[[^\[\]\n]{1,40}\]?\s{0,3}){4}")
_CREDIT = re.compile(r"(?:AFP|REUTERS|Reuters|AP|EFE|Getty Images|Cuartoscuro)\W*$")
_CREDIT_CAPITALS = re.compile(r"[.!?»”]\s+(?:[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+\s){1,4}(?:POUR|FOR|PARA|/)\W*[A-ZÀ-Þ][^a-z]{1,30}$")
"""Who took a picture, at a caption's end: "... at dawn. ANA SILVA FOR THE POST"."""
_BY = re.compile(r"\s?[:/]\s?\S|\s(?:by|of|de|del|par|por)\s+[A-ZÀ-Þ]")
_BEFORE_CREDIT = re.compile(r"[.!?”»■|)(\[–—-][*_]*\s*[*_(\[]*$")
_NOTE = re.compile(
    r"(?:\[?\^?\(?\d{1,3}[\])]:?|[¹²³⁴-⁹]{1,3}|[–—])\s?.*(?:\bp{1,2}(?:ágs?)?\.\s?\d[\d–-]*|https?://\S+)\W*$", re.DOTALL
)
"""A source: "[1] Harbour Council, Winter Report, p. 14"."""
_RUNNING_HEAD = re.compile(r"(?:\b(?:page|página|pág\.)\s?\d{1,3}(?:\s*(?:of|de|sur|/)?\s*\d{1,3})?)\W*$", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"\s[–—·•|\x96]\s|;\s")
_FEWEST_NAMES = 4
_ROLL = 12
"""A roll of names has so many words or more, nearly all with a capital."""
_MOSTLY = 0.85
_SPACED = re.compile(r"(?:[^\W\d_]\s+){6}")
"""Letters apart, as a letterhead sets its name."""
_DATE = re.compile(r"\d{1,4}(?:st|nd|rd|th|er|º)?[\s./-]+(?:de\s+)?(?P<month>[\w.]+)[\s./-]+(?:de\s+|del\s+)?\d{2,4}\.?")
_FIGURE_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}")
_CERTAIN = re.compile(
    r"\W*(?:copyright|all rights reserved|©|last modified|todos los derechos reservados|tous droits réservés)", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?…;:,]\s{0,3}[”’»\"')\]*_]{0,3}\s*$")
_LONGEST_LINE = 8
_LONGEST_CREDIT = 60
_FAR = 100
_SMALL_WORD = 3


def is_letterhead(words: str, table: CueTable) -> bool:
    """Tell whether a block's words are a letterhead, a date, names, navigation, a caption, a running head, or rubbish."""
    count = len(words.split())
    if words.count("|") > 1 and (_FIGURE_DATE.search(words) or _DATE.search(words)):
        return True
    if _is_spaced(words) or _is_names(words) or _is_date(words, table) or _is_roll(words) or _is_rubbish(words):
        return True
    if _CAPTION.match(words) or _NAVIGATION.search(words):
        return True
    if count >= _LONGEST_CREDIT:
        return False
    short = (
        (30, _RUNNING_HEAD.search(words)),
        (40, _CERTAIN.match(words) or _are_offices(words, table)),
        (_LONGEST_CREDIT, _CREDIT.search(words) or _CREDIT_CAPITALS.search(words) or _is_below_picture(words, table)),
        (40, _NOTE.match(words)),
    )
    return any(count < most and found for most, found in short)


def _is_below_picture(words: str, table: CueTable) -> bool:
    # "Families wait at the gate. Photo: Ana Silva", "... at dawn (Foto de Ana Silva)".
    if _SENTENCE_END.search(words):
        return False
    for found in word_list(table.pictures).finditer(words, max(0, len(words) - _FAR)):
        behind = words[found.end() :]
        named = _BY.match(behind) is not None and len(behind.split()) <= _LONGEST_LINE
        if named and found.group()[:1].isupper() and (_BEFORE_CREDIT.search(words[: found.start()]) or found.group().isupper()):
            return True
    return False


def _is_spaced(words: str) -> bool:
    # "H A R B O U R   A I D", with a line below at most.
    return _SPACED.match(words) is not None and words.count("\n") < 2 and not _SENTENCE_END.search(words)


def _is_date(words: str, table: CueTable) -> bool:
    if len(words.split()) > 7:
        return False
    match = _DATE.search(words)
    months = word_list(table.months)
    dated = bool(match and months.search(match.group("month"))) or bool(_FIGURE_DATE.search(words) or months.search(words))
    return dated and not _SENTENCE_END.search(words.rstrip(".")) and any(character.isdigit() for character in words)


def _is_names(words: str) -> bool:
    # Signatories: "Harbour Council – Sea Watch – Vall Clinic – Norland Aid".
    names = [name.strip() for name in _BETWEEN_NAMES.split(words)]
    short = all(name[:1].isupper() and len(name.split()) <= _LONGEST_LINE for name in names[:-1])
    return len(names) >= _FEWEST_NAMES and short and not words.rstrip().endswith(".")


def _are_offices(words: str, table: CueTable) -> bool:
    # "Shadow Minister for Harbours  Federal Member for Vall  10 May 2006.": offices, and a date behind them.
    dates = [found for found in _DATE.finditer(words) if found.end() >= len(words) - 1]
    head = words[: dates[0].start()] if dates and word_list(table.months).search(dates[0].group("month")) else ""
    longer = [token.strip("(,.") for token in head.split() if len(token) > _SMALL_WORD]
    return bool(longer) and sum(token[:1].isupper() for token in longer) >= _MOSTLY * len(longer)


def _is_roll(words: str) -> bool:
    # Patrons one behind the other: "Patrons: Ana Silva Ivo Petrov AO Prof Rosa Lind".
    longer = [token for token in words.split() if len(token) >= _SMALL_WORD and token[0].isalpha()]
    named = sum(token[0].isupper() and not token.isupper() for token in longer)
    return len(longer) >= _ROLL and named > _MOSTLY * len(longer) and not words.rstrip().endswith((".", "!", "?", ":", "”", '"'))


def _is_rubbish(words: str) -> bool:
    letters = sum(map(str.isalpha, words)) + sum(map(str.isspace, words))
    tokens = words.split()
    scattered = 2 * sum(len(token) < _SMALL_WORD for token in tokens) > len(tokens) > _SMALL_WORD
    return letters < 0.6 * len(words) or (scattered and not _SENTENCE_END.search(words))
