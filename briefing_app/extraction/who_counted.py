"""By whose count a figure is: whoever "according to" names, or the subject of a verb of saying or counting that leads to it."""

import re
from functools import cache

from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.phrases import either, lowered, word_list, words_of, words_of_cue
from briefing_app.extraction.speakers import voice
from briefing_app.extraction.when_counted import Clauses

_ENDS_NAME = re.compile(r"[,;:.()\[\]“”«»\d]|\s[–—-]\s")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_LONGEST_SUBJECT = 9


def counted_by(plain: str, sentence: Span, figure: Span, parts: Clauses, table: CueTable) -> str | None:
    """Return who counted a figure of a sentence, by name; None when nobody is named."""
    according = word_list(table.figures.by_count).search(plain, sentence.start, sentence.end)
    if according:
        return _named(plain, according.end(), sentence.end, table)
    for bound in parts.bounds:
        found = _said(plain, bound, figure, table)
        if found:
            return found
    return None


@cache
def _source(table: CueTable) -> re.Pattern[str]:
    cues = table.figures
    elided = either(tuple(word for word in (*cues.of, *table.at_words) if word.endswith("'")) or ("\0",))
    of = either(tuple({*cues.of, "from", "by"} if table.language == "en" else {*cues.of}))
    return re.compile(
        rf"\s*(?:{either(table.articles)}\s*)?{either(cues.sources)}(?:\s+[^\W\d_]+)??(?:\s+{of}\s+|\s+{elided})", re.IGNORECASE
    )


def _named(plain: str, start: int, end: int, table: CueTable) -> str | None:
    source = _source(table).match(plain, start, end)
    begin = source.end() if source else start
    cut = _ENDS_NAME.search(plain, begin, end)
    ends = word_list(table.figures.name_ends).search(plain, begin + 1, cut.start() if cut else end)
    words = plain[begin : ends.start() if ends else cut.start() if cut else end].strip()
    return _name(words, table)


def _name(words: str, table: CueTable) -> str | None:
    if not any(letter.isupper() for letter in words):
        return None
    who = voice(words, table)
    if not who.known or who.pronoun:
        return None
    name = who.names[0] if who.names else who.organisation
    # What the name begins with must open the words: what else stands there is no count of theirs.
    return name if name and len(_WORD.findall(words[: words.find(name)])) <= 1 else None


@cache
def _verbs(table: CueTable) -> frozenset[str]:
    return words_of_cue(table.saying) | frozenset(table.figures.counting)


def _said(plain: str, bound: Span, figure: Span, table: CueTable) -> str | None:
    """Return the subject of a verb of saying in a part of a sentence: before it where a clause follows, else behind it."""
    words = list(_WORD.finditer(plain, bound.start, bound.end))
    first = next(
        (number for number, word in enumerate(words[: _LONGEST_SUBJECT + 1]) if lowered(word.group()) in _verbs(table)), None
    )
    if first is None:
        return None
    verb = words[first]
    if first == 0:
        return _named(plain, verb.end(), bound.end, table) if bound.start > figure.end else None
    following = lowered(words[first + 1].group()) if first + 1 < len(words) else ""
    ends = first + 1 == len(words) and bound.start > figure.end
    if not ends and following not in words_of(table, "clause_words"):
        return None
    if figure.start < verb.start() and not ends:
        return None
    last = first
    while last and lowered(words[last - 1].group()) in words_of(table, "before_saying"):
        last -= 1
    return _named(plain, words[0].start(), words[last].start(), table) if last else None
