"""By whose count a figure is: whoever "according to" names, or the subject of a verb of saying or counting that leads to it."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from itertools import islice

from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.figures.dates import Clauses
from briefing_app.extraction.people.organisation_names import bare
from briefing_app.extraction.people.speakers import voice
from briefing_app.extraction.text.phrases import either, lowered, word_list, words_of, words_of_cue
from briefing_app.extraction.text.verb_forms import is_participle

_ENDS_NAME = re.compile(r"[,;:.()\[\]“”«»\d]|\s[–—-]\s")
_NAME_OR_END = re.compile(r"[A-ZÀ-Þ]|[,;:.()]")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_LONGEST_SUBJECT = 9
_NEAR = 7
_LATEST_VERB = 4
_HEDGE = 14
_AROUND = 4


@dataclass(frozen=True, slots=True)
class Tellers:
    """Who may have counted the figures of a sentence: whoever "according to" names, or else subjects of verbs of saying."""

    named: str | None
    according: bool
    said: tuple["_Said", ...]


@dataclass(frozen=True, slots=True)
class _Said:
    bound: Span
    before: Span | None
    """The subject's part of the sentence, where a bracket parts it from its verb."""
    words: tuple[re.Match[str], ...]
    first: int
    """Which of the words is the verb."""


def tellers(plain: str, sentence: Span, parts: Clauses, table: CueTable) -> Tellers:
    """Return who may have counted what a sentence tells."""
    according = word_list(table.figures.by_count).search(plain, sentence.start, sentence.end)
    if according:
        return Tellers(_named(plain, _behind_verb(plain, according.end(), sentence.end, table), sentence.end, table), True, ())
    said = []
    for place, bound in enumerate(parts.bounds):
        words = tuple(islice(_WORD.finditer(plain, bound.start, bound.end), _LONGEST_SUBJECT * 2))
        first = next((number for number in range(min(len(words), _LONGEST_SUBJECT + 1)) if _is_verb(words, number, table)), None)
        if first is not None:
            # "The Refugee Council (RC) says that".
            bracketed = place > 1 and plain[bound.start - 1] == ")"
            said.append(_Said(bound, parts.bounds[place - 2] if bracketed else None, words, first))
    return Tellers(None, according=False, said=tuple(said))


def counted_by(plain: str, figure: Span, sources: Tellers, table: CueTable) -> str | None:
    """Return who counted a figure of a sentence, by name; None when nobody is named."""
    if sources.according:
        return sources.named
    near = bisect_left(sources.said, figure.start, key=lambda said: said.bound.start)
    around = sources.said[max(0, near - _AROUND) : near + _AROUND]
    return next((name for said in around if (name := _said(plain, said, figure, table))), None)


def _behind_verb(plain: str, start: int, end: int, table: CueTable) -> int:
    """Return where whoever counted is named behind a verb: "según informó hoy la Cruz Roja", "según cifras que dio el Consejo"."""
    first = _NAME_OR_END.search(plain, start, end)
    words = list(_WORD.finditer(plain, start, first.start() if first else end))
    verbs = [number for number in range(len(words)) if _is_verb(tuple(words), number, table)]
    if not verbs or verbs[-1] > _LATEST_VERB:
        return start
    today = word_list(table.between).match(plain, words[verbs[-1]].end() + 1, end)
    return today.end() if today else words[verbs[-1]].end()


@cache
def _source(table: CueTable) -> re.Pattern[str]:
    """Return a pattern of what of theirs stands before whoever counted: "the latest figures from", "un informe de la"."""
    cues = table.figures
    words = r"(?:[^\W\d_]+\s+){0,2}?"
    of = either(cues.of + cues.from_whom)
    return re.compile(
        rf"\s*(?:{either(table.articles)}\s*)?{words}{either(cues.sources)}\s+{words}(?:{of}\s+|(?<=\s)[dD][’'])", re.IGNORECASE
    )


def _named(plain: str, start: int, end: int, table: CueTable) -> str | None:
    source = _source(table).match(plain, start, end)
    begin = source.end() if source else start
    cut = _ENDS_NAME.search(plain, begin, end)
    end = cut.start() if cut else end
    ends = word_list(table.figures.name_ends).search(plain, begin + 1, end)
    end = ends.start() if ends else end
    words = list(_WORD.finditer(plain, begin, end))
    for before, word, behind in zip(words, words[1:], words[2:], strict=False):
        # "the Ministry of Justice published today".
        told = word.group().islower() and before.group()[0].isupper() and is_participle(word.group(), table)
        if told and lowered(behind.group()) in words_of(table, "between"):
            end = word.start()
            break
    return _name(plain[begin:end].strip(), table)


def _name(words: str, table: CueTable) -> str | None:
    if not any(letter.isupper() for letter in words):
        return None
    who = voice(words, table)
    if not who.known or who.pronoun:
        return None
    name = who.names[0] if who.names else who.organisation
    first = lowered(name.split(maxsplit=1)[0]) if name else ""
    if not name or lowered(name) in words_of(table, "impersonal") | words_of(table, "articles"):
        return None
    if lowered(bare(name, table)).split("'")[-1] in words_of(table, "organisation_nouns"):
        # "the association": whichever it is.
        return None
    if name[0].islower() and first not in words_of(table, "organisation_words"):
        return None
    # What the name begins with must open the words: what else stands there is no count of theirs.
    return name if len(_WORD.findall(words[: words.find(name)])) <= 1 else None


@cache
def _verbs(table: CueTable) -> frozenset[str]:
    return words_of_cue(table.saying) | frozenset(table.figures.counting)


def _said(plain: str, told: _Said, figure: Span, table: CueTable) -> str | None:
    """Return the subject of a verb of saying in a part of a sentence: before it where a clause follows, else behind it."""
    bound, before, words, first = told.bound, told.before, told.words, told.first
    if first == 0 and before is None:
        return _named(plain, words[0].end(), bound.end, table) if bound.start > figure.end else None
    last = first
    while last + 1 < len(words) and _is_verb(words, last + 1, table):
        last += 1
    when = word_list(table.between + table.figures.periods).match(plain, words[last].end() + 1, bound.end)
    behind = [word for word in words[last + 1 :] if when is None or word.start() >= when.end()]
    following = lowered(behind[0].group()) if behind else ""
    ends = not following and bound.start > figure.end
    tells = following.rstrip("'") in _clause_words(table) or following.startswith("qu'")
    counts = lowered(words[last].group()) in table.figures.counting and bound.holds(figure)
    counts = counts and words[last].end() < figure.start < words[min(last + _NEAR, len(words) - 1)].end()
    # "Ana Silva said 12 families".
    counts = counts or (not table.figures.noun_first and bound.holds(figure) and 0 < figure.start - words[last].end() < _HEDGE)
    if (not ends and not (tells or counts)) or (figure.start < words[first].start() and not ends):
        return None
    while first and lowered(words[first - 1].group()) in words_of(table, "before_saying"):
        first -= 1
    if first == 0:
        return _named(plain, before.start, before.end, table) if before else None
    return _named(plain, words[0].start(), words[first].start(), table)


def _is_verb(words: tuple[re.Match[str], ...], number: int, table: CueTable) -> bool:
    word = lowered(words[number].group())
    two = f"{word} {lowered(words[number + 1].group())}" if number + 1 < len(words) else ""
    return word in _verbs(table) or two in _verbs(table)


@cache
def _clause_words(table: CueTable) -> frozenset[str]:
    return frozenset(word.rstrip("'") for word in table.clause_words)
