"""Figures of a passage: numbers with what they count, as of when, and by whose count."""

import re

from briefing_app.domain.excerpt import Figure
from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.phrases import cue_pattern, lowered, word_list, words_of
from briefing_app.extraction.speakers import voice

_NUMBER = re.compile(
    r"(?<![\w.,/-])(?:(?:US|C|A|CA|MX)?[$€£] ?)?\d{1,3}(?:(?:[ .,]\d{3})+(?!\d)|\d{0,7})(?:[.,]\d{1,2})?(?: ?%| ?[€$£])?(?![\w/])"
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
_UNIT = re.compile(r"[ -]?(?:d[eu] |d[’'])?((?:[^\W\d][\w’'-]*[ -]?){1,6})")
_WORD = re.compile(r"[\w’'-]+")
_LONGEST_UNIT = 4


def figures(plain: str, sentence: Span, table: CueTable) -> tuple[Figure, ...]:
    """Return the figures of a sentence; dates, years alone and numbers of articles, pages and lists are none."""
    found: list[tuple[Span, str]] = []
    for number in _NUMBER.finditer(plain, sentence.start, sentence.end):
        scale = word_list(table.scales).match(plain, number.end() + 1, sentence.end)
        end = scale.end() if scale else number.end()
        rest = _NUMBER.match(plain, end + 1, sentence.end) if scale else None
        # "3 mil 200" is one number.
        end = rest.end() if rest else end
        if found and number.start() < found[-1][0].end:
            continue
        counts = _counted(plain, Span(end, sentence.end), table)
        if not _is_label(plain, sentence, number, table) and (counts or not number.group()[0].isdigit() or "%" in number.group()):
            found.append((Span(number.start(), end), counts))
    if not found:
        return ()
    as_of, by = _as_of(plain, sentence, table), _counted_by(plain, sentence, table)
    return tuple(Figure(span, counts, as_of, by) for span, counts in found)


def _is_label(plain: str, sentence: Span, number: re.Match[str], table: CueTable) -> bool:
    before = _WORD.findall(plain[max(sentence.start, number.start() - 24) : number.start()])
    after = _WORD.match(plain, number.end() + 1, sentence.end)
    numbered = bool(before) and lowered(before[-1]) in words_of(table, "numbered")
    dated = after is not None and lowered(after.group()) in words_of(table, "months")
    return (
        numbered
        or dated
        or bool(_YEAR.match(number.group()))
        or (bool(before) and lowered(before[-1]) in words_of(table, "months"))
    )


def _counted(plain: str, rest: Span, table: CueTable) -> str:
    """Return the noun phrase behind a number: its words up to one that begins something else."""
    unit = _UNIT.match(plain, rest.start, rest.end)
    kept: list[str] = []
    for word in unit.group(1).split() if unit else ():
        if lowered(word) in words_of(table, "ends_unit") or len(kept) == _LONGEST_UNIT:
            break
        kept.append(word)
    return " ".join(kept)


def _as_of(plain: str, sentence: Span, table: CueTable) -> str | None:
    months = "|".join(map(re.escape, table.months))
    date = re.compile(
        rf"\s+((?:\d{{1,2}}\s+)?(?:de\s+)?(?:(?:{months})\s*(?:de(?:l)?\s+)?)?(?:1[89]|20)\d\d|{months})(?!\w)", re.IGNORECASE
    )
    for word in word_list(table.as_of).finditer(plain, sentence.start, sentence.end):
        found = date.match(plain, word.end(), sentence.end)
        if found:
            return " ".join(plain[word.start() : found.end()].split())
    return None


def _counted_by(plain: str, sentence: Span, table: CueTable) -> str | None:
    words = sentence.of(plain)
    according = cue_pattern(table.according).search(words)
    if not according:
        return None
    named = re.split(r"[,;:.()“”«»]", words[according.end() :], maxsplit=1)[0]
    who = voice(named, table)
    return (who.names[0] if who.names else who.organisation) if who.known else None
