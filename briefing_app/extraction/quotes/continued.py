"""Whom a verb of saying without a subject goes on with, as in Spanish: the subject of the sentence before, or who spoke there."""

import re
from bisect import bisect_left, bisect_right

from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.known import People
from briefing_app.extraction.people.personal import full_names
from briefing_app.extraction.people.voices import Voice
from briefing_app.extraction.text.phrases import folded, lowered, word_list, words_of
from briefing_app.extraction.text.sentences import sentences

_FARTHEST = 800
"""How far before the verb its subject is looked for."""
_MOST = 5
"""So many sentences back, at most."""
_LONGEST_OPENING = 150
_WORD = re.compile(r"[\w’'-]+")


def continued(plain: str, place: int, said: list[tuple[Span, Span, Voice]], people: People) -> Voice | None:
    """Return who is the subject at ``place`` where the text names none there; None where that is not plain to see.

    ``said`` holds, in order, the quoted stretches so far, the words that give them to somebody, and whom.
    """
    table = people.table
    window = Span(max(0, place - _FARTHEST), place)
    starts = [stretch.start for stretch, _, _ in said]
    for sentence in list(reversed(sentences(plain, window, table)))[:_MOST]:
        credited = [voice for _, credit, voice in said if credit.start < sentence.end and sentence.start < credit.end]
        if credited and credited[-1].known:
            return credited[-1]
        held = bisect_right(starts, sentence.start) - 1
        if held >= 0 and sentence.start < said[held][0].end:
            continue
        start = _subject_start(plain, sentence, table)
        found = _named_first(plain, Span(start, sentence.end), people)
        if found:
            return found
        if not _is_without_subject(plain[start : sentence.end], table):
            return None
    return None


def _subject_start(plain: str, sentence: Span, table: CueTable) -> int:
    # "Sin embargo, la red ...": what introduces ends with its comma.
    start = sentence.start
    while (word := _WORD.match(plain, start, sentence.end)) and lowered(word.group()) in words_of(table, "introductions"):
        comma = plain.find(", ", start, min(sentence.end, start + _LONGEST_OPENING))
        if comma < 0:
            break
        start = comma + 2
    return start


def _named_first(plain: str, sentence: Span, people: People) -> Voice | None:
    """Return the person or organisation with whose name a sentence begins, articles and offices before it aside."""
    table = people.table
    words = sentence.of(plain)[:_LONGEST_OPENING]
    article = word_list(table.articles).match(words)
    behind = words[article.end() :].strip() if article else words
    noun = _WORD.match(behind)
    kinds = words_of(table, "organisation_nouns") - words_of(table, "papers")
    if article and noun and lowered(noun.group()) in kinds and noun.group()[0].islower():
        return people.organisation()
    named = people.organisations.named
    at = sentence.start + (article.end() + 1 if article else 0)
    index = bisect_left(named, (at, ""))
    if index < len(named) and named[index][0] <= at + 1 and named[index][1] in plain[at : at + _LONGEST_OPENING]:
        return Voice(organisation=people.organisations.expanded(at, named[index][1]))
    if noun and noun.group() in people.organisations.acronyms:
        return Voice(organisation=people.organisations.expanded(at, noun.group()))
    whole = full_names().match(plain, at)
    if whole and people.full_names.get(folded(whole.group().rsplit(maxsplit=1)[-1])) == whole.group():
        return people.called(whole.group())
    first = bisect_left(people.named, (sentence.start, ""))
    if first < len(people.named) and people.named[first][0] < sentence.start + _LONGEST_OPENING:
        before = plain[sentence.start : people.named[first][0]]
        tokens = [lowered(word) for word in _WORD.findall(before)]
        small = words_of(table, "at_words") | words_of(table, "particles") | words_of(table, "introductions")
        if not tokens or ("," not in before.rstrip(" ,") and tokens[-1] not in small - words_of(table, "articles")):
            return people.called(people.named[first][1]) if _is_office(tokens, table) else None
    return None


def _is_office(before: list[str], table: CueTable) -> bool:
    # What may stand before a subject's name: nothing, an article, an office, a title.
    allowed = (
        words_of(table, "articles") | words_of(table, "honorifics") | words_of(table, "roles") | words_of(table, "before_saying")
    )
    return not before or before[0] in allowed


def _is_without_subject(words: str, table: CueTable) -> bool:
    article = word_list(table.articles).match(words)
    first = _WORD.match(words[article.end() :].strip()) if article else _WORD.match(words)
    if article and first and lowered(first.group()) in words_of(table, "taken_up"):
        # "El especialista elogió": somebody named before.
        return True
    if first is None:
        return True
    word = lowered(first.group())
    return word in table.saying.phrases or word.endswith(table.finite) or word in words_of(table, "introductions")
