"""Relative clauses that a modal stands in: what they tell of somebody asks for nothing."""

from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.text.phrases import lowered, words_of, words_of_cue
from briefing_app.extraction.text.spelling import WORD
from briefing_app.extraction.text.verb_forms import is_participle, is_passive

_MANY = frozenset({"they", "we", "you"})
_SHORTEST = 3
_ROOM = 80
"""How many characters behind a clause are looked at."""


def is_aside(subject: str, following: str, table: CueTable) -> bool:
    """Tell whether what is said of a modal's subject stands behind it: "Les puits qui devraient être ouverts ne le sont pas"."""
    if lowered((subject.split() or [""])[-1]) not in words_of(table, "relatives"):
        return False
    words = [lowered(word.rstrip(".,")) for word in WORD.findall(following)]
    done = next((place for place, word in enumerate(words[:4]) if place and is_participle(word, table)), None)
    return (
        done is not None
        and is_passive(following, table)
        and done + 1 < len(words)
        and words[done + 1] in words_of(table, "statives") | words_of(table, "denying")
    )


def is_told_of(plain: str, table: CueTable, sentence: Span, subject: Span) -> bool:
    """Tell whether a clause between commas tells of somebody: "El Senado, que debe aprobar la ley, no vino"."""
    last = lowered((subject.of(plain).split() or [""])[-1])
    before = plain[sentence.start : subject.end - len(last)].rstrip()
    closed = plain.find(", ", subject.end, sentence.end)
    if last not in words_of(table, "relatives") or not before.endswith(",") or closed < 0:
        return False
    main = lowered((WORD.findall(plain[closed : closed + _ROOM]) or [""])[0])
    tells = words_of(table, "statives") | words_of(table, "denying") | words_of_cue(table.saying)
    return main in tells or bool(table.past_endings and table.infinitives and main.endswith(table.past_endings))


def tells_of_noun(plain: str, sentence: Span, subject: Span, table: CueTable) -> bool:
    """Tell whether "that" takes up a noun: "the trends that should be weighed have changed". "That should stop" asks."""
    words = subject.of(plain).split()
    if table.language != "en" or not words or lowered(words[-1]) != "that":
        return False
    before = plain[sentence.start : subject.end - len(words[-1])].split()
    last = lowered(before[-1]) if before else ""
    return bool(last) and last[-1].isalpha() and last not in words_of(table, "wishing") and last not in words_of(table, "and_words")


def is_of_noun(plain: str, sentence: Span, subject: Span, table: CueTable) -> bool:
    """Tell whether a pronoun and its modal say which noun is meant: "fails the people it should protect"."""
    last = lowered((subject.of(plain).split() or [""])[-1])
    if table.language != "en" or last not in words_of(table, "he_or_she") | words_of(table, "thing_pronouns") | _MANY:
        return False
    before = plain[sentence.start : subject.end - len(last)].split()
    noun = before[-1] if len(before) > _SHORTEST else ""
    opened = lowered(before[0]) in words_of(table, "introductions") | words_of(table, "subordinators") if before else True
    return noun.isalpha() and noun.islower() and not opened and lowered(before[-2]) in words_of(table, "articles")
