"""A noun with the words that belong to it, as it stands behind a number: where it ends and the clause goes on."""

import re
from dataclasses import dataclass

from briefing_app.domain.span import Span
from briefing_app.extraction.cues.figure_form import FigureCues
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.text.phrases import lowered, set_of
from briefing_app.extraction.text.verb_forms import is_participle

_TOKEN = re.compile(
    r"[ \t\n]+((?:[dl]|qu)[’'](?=\w)|[^\W\d_]+(?:[’'-][^\W\d_]+)*)|((?<=[’'])[^\W\d_]+(?:[’'-][^\W\d_]+)*)", re.IGNORECASE
)
_TOKENS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LISTING = re.compile(r", [^\W\d_]|(?= and )")
_LONGEST = 4
_LONGEST_NAME = 7
_LONGEST_LIST = 60
_ONE_MORE = 2


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands."""

    text: str
    span: Span

    @property
    def low(self) -> str:
        """The word in small letters."""
        return lowered(self.text)


def noun_behind(plain: str, start: int, end: int, table: CueTable, *, behind_of: bool = False) -> Span:
    """Return where a noun with what belongs to it stands right behind ``start``; an empty span where none does."""
    words = _run(plain, start, end, table, behind_of=behind_of)
    kept = _agreeing(words, table, behind_of=behind_of) if table.figures.noun_first else _up_to_plural(words, table)
    if not kept:
        return Span(start, start)
    return Span(kept[0].span.start, _listed(plain, kept, end, table) or kept[-1].span.end)


def lone_plural(plain: str, start: int, end: int, table: CueTable) -> Word | None:
    """Return a plural right behind ``start`` of which nothing is told but what stands before it: of "families fled" none."""
    cues = table.figures
    words = _run(plain, start, end, table, behind_of=True)
    plural = bool(words) and (_is_plural(words[0], cues) if not cues.noun_first else words[0].text[-1] in "sx")
    alone = len(words) == 1 or (cues.noun_first and len(words) > 1 and _is_verb(words[1].text))
    return words[0] if plural and alone and words[0].low not in set_of(cues.multiples) else None


def word_at(plain: str, start: int, end: int) -> str | None:
    """Return the word behind a blank at ``start``; None where there is none."""
    found = _TOKEN.match(plain, start, end)
    return found.group(1) if found else None


def _listed(plain: str, kept: list[Word], end: int, table: CueTable) -> int | None:
    """Return where a noun ends before which several words are listed: "12 health, education and welfare organisations"."""
    cues = table.figures
    if cues.noun_first or len(kept) > 1 or _is_plural(kept[0], cues) or not _LISTING.match(plain, kept[0].span.end, end):
        return None
    place = kept[0].span.end
    for number, word in enumerate(_TOKENS.finditer(plain, place, min(end, place + _LONGEST_LIST))):
        if _is_plural(Word(word.group(), Span(word.start(), word.end())), cues):
            return word.end()
        ends = lowered(word.group()) in set_of(cues.ends_unit) and lowered(word.group()) not in table.and_words
        if number > _LONGEST_NAME or ends:
            return None
    return None


def _run(plain: str, start: int, end: int, table: CueTable, *, behind_of: bool) -> list[Word]:
    """Return the words from ``start`` on up to one that is no part of a noun with its adjectives."""
    cues = table.figures
    words: list[Word] = []
    place = start
    while len(words) < _LONGEST_NAME + 1:
        token = _TOKEN.match(plain, place, end)
        if not token:
            break
        text = token.group(1) or token.group(2)
        word = Word(text, Span(token.end() - len(text), token.end()))
        stops = not _may_stand(plain, words, word, end, table) and (
            word.low in set_of(cues.ends_unit) or (word.low in set_of(cues.goes_on) and (bool(words) or not behind_of))
        )
        if stops and not (words and text[0].isupper()) and not _negated(plain, word, end, cues):
            break
        words.append(word)
        place = token.end()
    return words


def _may_stand(plain: str, words: list[Word], word: Word, end: int, table: CueTable) -> bool:
    """Tell whether a word that ends a noun elsewhere stands in one: "Immigration and Citizenship Service", "12 more families"."""
    cues = table.figures
    following = _TOKEN.match(plain, word.span.end, end)
    text = (following.group(1) if following else None) or ""
    if not text or lowered(text) in set_of(cues.ends_unit):
        return False
    if words and words[-1].text[0].isupper() and text[0].isupper():
        return True
    if any(_is_plural(each, cues) for each in words):
        return False
    premodifies = not cues.noun_first and word.low in cues.goes_on and is_participle(word.low, table)
    return premodifies or (not words and word.low in cues.more)


def _negated(plain: str, word: Word, end: int, cues: FigureCues) -> bool:
    following = _TOKEN.match(plain, word.span.end, end) if word.low in {"no", "non"} and cues.noun_first else None
    return (
        following is not None
        and (following.group(1) or "").endswith("s")
        and lowered(following.group(1)) not in set_of(cues.ends_unit)
    )


def _agreeing(words: list[Word], table: CueTable, *, behind_of: bool) -> list[Word]:
    """Return a noun and the adjectives that agree with it: plurals as long as there are any."""
    if not words or (not behind_of and _is_verb(words[0].text)):
        return []
    kept = [words[0]]
    plural = words[0].text[-1] in "sxz"
    for word in words[1 : _LONGEST + 1]:
        agrees = word.text[-1] in "sxz" or word.low in {"no", "non"} or (word.text.isupper() and len(word.text) > 1)
        if plural != agrees if plural else not _is_adjective(word, table):
            break
        kept.append(word)
    return kept


def _is_verb(word: str) -> bool:
    # Nouns behind a number are plurals: in Spanish none ends in "n", in French none in "nt".
    return word.islower() and len(word) > _ONE_MORE and word.endswith(("an", "en", "on", "nt"))


def _is_adjective(word: Word, table: CueTable) -> bool:
    return word.text.islower() and word.low.endswith(table.adjectives)


def _up_to_plural(words: list[Word], table: CueTable) -> list[Word]:
    """Return a noun with what stands before it: up to the plural, and the plurals behind that one."""
    cues = table.figures
    last = next((place for place, word in enumerate(words[:_LONGEST_NAME]) if _is_plural(word, cues)), None)
    if last is None:
        kept = words[:1] if len(words) > _ONE_MORE else words
        if len(kept) > 1 and (kept[-1].low.endswith("ly") or is_participle(kept[-1].low, table)):
            kept = kept[:-1]
        return kept if kept and kept[0].low not in cues.more else []
    while last + 1 < len(words) and _is_plural(words[last + 1], cues):
        last += 1
    return words[: last + 1] if last < _LONGEST or any(word.text[0].isupper() for word in words[:last]) else words[last : last + 1]


def _is_plural(word: Word, cues: FigureCues) -> bool:
    return word.low in set_of(cues.plurals) or (
        word.low.endswith("s") and not word.low.endswith(("ss", "us", "is", "'s", "ous")) and len(word.low) > _ONE_MORE
    )
