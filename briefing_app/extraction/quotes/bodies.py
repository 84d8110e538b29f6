"""Which organisation "it said" stands for in English: the subject of the sentence before, or the only one named there."""

import re
from bisect import bisect_left
from collections.abc import Iterable

from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.people.known import People
from briefing_app.extraction.people.voices import Voice
from briefing_app.extraction.text.phrases import lowered, word_list, words_of
from briefing_app.extraction.text.sentences import sentences

_FARTHEST = 900
_MOST = 3
"""So many sentences back, at most."""
_LONGEST_OPENING = 150
_SUBJECT = 60
"""How far into a sentence the name of its subject begins at most: "The company, Harbour Care, said"."""
_WORD = re.compile(r"[\w’'-]+")


def body_before(plain: str, place: int, said: Iterable[tuple[Span, Span, Voice]], people: People) -> Voice:
    """Return the organisation that "it" stands for at ``place``; nothing known where that is not plain to see.

    ``said`` holds the quoted stretches so far, the words that give them to somebody, and whom.
    """
    earlier = list(said)
    start = _paragraph_start(plain, place)
    for sentence in reversed(sentences(plain, Span(start, place), people.table)[-_MOST:]):
        credited = [voice for _, credit, voice in earlier if credit.start < sentence.end and sentence.start < credit.end]
        if credited:
            return Voice(organisation=None if credited[-1].names else credited[-1].organisation)
        if any(stretch.start <= sentence.start < stretch.end for stretch, _, _ in earlier):
            continue
        found, goes_on = _body_in(plain, sentence, people)
        if found or not goes_on:
            return Voice(organisation=found)
    return Voice()


def _paragraph_start(plain: str, place: int) -> int:
    """Return where the paragraph of ``place`` begins, or the one before when nothing but a mark stands between."""
    window = Span(max(0, place - _FARTHEST), place)
    start = plain.rfind("\n", window.start, place) + 1
    if not _WORD.search(plain, start, place) and start:
        above = stripped(plain, Span(window.start, start))
        start = plain.rfind("\n", window.start, above.end) + 1
    return max(start, window.start)


def _body_in(plain: str, sentence: Span, people: People) -> tuple[str | None, bool]:
    """Return the organisation that a sentence tells of, and whether the one before may tell when this names none."""
    table, organisations = people.table, people.organisations
    start = _subject_start(plain, sentence, people)
    words = plain[start : sentence.end]
    article = word_list(table.articles).match(words)
    first = _WORD.match(words[article.end() :].lstrip() if article else words)
    spelled = lowered(first.group()) if first else ""
    named = organisations.named[
        bisect_left(organisations.named, (sentence.start, "")) : bisect_left(organisations.named, (sentence.end, ""))
    ]
    led = [(at, name) for at, name in named if start <= at < start + _SUBJECT]
    if first is None or spelled in words_of(table, "things"):
        return None, True
    if led and _is_subject(plain[start : led[0][0]], people):
        return organisations.expanded(led[0][0], led[0][1]), False
    if first.group() in organisations.acronyms:
        return organisations.acronyms[first.group()], False
    if article and spelled in words_of(table, "organisation_nouns"):
        noun = organisations.called(sentence.start, spelled)
        known = first.group()[0].isupper()
        return noun or (organisations.meant(sentence.start, spelled) if known else None), False
    only = {organisations.expanded(at, name) for at, name in named}
    persons = people.named[bisect_left(people.named, (start, "")) : bisect_left(people.named, (start + 1, ""))]
    return (only.pop() if len(only) == 1 and not persons else None), False


def _is_subject(before: str, people: People) -> bool:
    # Nothing, an article, or "The company," before the name.
    article = word_list(people.table.articles).match(before)
    rest = before[article.end() :].strip() if article else before.strip()
    noun = rest.removesuffix(",").split()
    return not rest or (len(noun) <= 1 and rest.endswith(",") and bool(article))


def _subject_start(plain: str, sentence: Span, people: People) -> int:
    start = sentence.start
    while (word := _WORD.match(plain, start, sentence.end)) and lowered(word.group()) in words_of(people.table, "introductions"):
        comma = plain.find(", ", start, min(sentence.end, start + _LONGEST_OPENING))
        if comma < 0:
            break
        start = comma + 2
    return start
