"""Whom a verb of saying without a subject goes on with, as in Spanish: the subject of the sentence before, or who spoke there."""

import re
from bisect import bisect_left, bisect_right

from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.known import People
from briefing_app.extraction.people.personal import full_names
from briefing_app.extraction.people.voices import Voice
from briefing_app.extraction.quotes.said_behind import inverted
from briefing_app.extraction.text.phrases import cue_pattern, is_role, lowered, word_list, words_of
from briefing_app.extraction.text.sentences import sentences

_FARTHEST = 800
"""How far before the verb its subject is looked for."""
_MOST = 5
"""So many sentences back, at most."""
_LONGEST_OPENING = 150
_NEAR = 8
"""Behind a verb of saying its subject begins within so many letters."""
_JOINING = 2
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][\w’'-]+(?: [\w’'-]+){0,3}(?:, [^.\n]{2,30})?(?: \([^)\n]{2,40}\))?(?:\.\s?[-–—]*|\s?[-–—]+|:)\s+(?=[A-ZÀ-Þ])"
)
"""Where and when a report was written, before its first sentence: "Puerto Brisco, 9 feb. "."""
_BEGUN = re.compile(r"[\w¿¡][^A-ZÀ-Þ.]{2,60},")
"""What the verb between commas breaks off: "Un barquero joven, puntualizó, ...": it names nobody."""
_WORD = re.compile(r"[\w’'-]+")


def continued(plain: str, place: int, said: list[tuple[Span, Span, Voice]], people: People) -> Voice | None:
    """Return who is the subject at ``place`` where the text names none there; None where that is not plain to see.

    ``said`` holds, in order, the quoted stretches so far, the words that give them to somebody, and whom.
    """
    table = people.table
    window = Span(max(0, place - _FARTHEST), place)
    starts = [stretch.start for stretch, _, _ in said]
    for whole in list(reversed(sentences(plain, window, table)))[:_MOST]:
        # Lines without a stop, as in a letterhead, are no part of the sentence below them.
        gap = plain.rfind("\n\n", whole.start, whole.end)
        sentence = Span(gap + 2 if gap >= 0 else whole.start, whole.end)
        if _BEGUN.fullmatch(sentence.of(plain)):
            continue
        credited = [voice for _, credit, voice in said if credit.start < sentence.end and sentence.start < credit.end]
        if credited and credited[-1].known:
            return credited[-1]
        held = bisect_right(starts, sentence.start) - 1
        if held >= 0 and sentence.start < said[held][0].end:
            continue
        told = _told_last(plain, sentence, people)
        if told:
            return told
        behind = _behind_verb(plain, sentence, people)
        if behind:
            return behind
        start = _subject_start(plain, sentence, table)
        found = _named_first(plain, Span(start, sentence.end), people)
        if found:
            return found
        if not _is_without_subject(plain[start : sentence.end], table):
            return None
    return None


def _told_last(plain: str, sentence: Span, people: People) -> Voice | None:
    # "La red recomienda cerrar el paso, recordó Ona Brisco.": who says it all stands behind the last comma.
    for verb in reversed(list(cue_pattern(people.table.saying).finditer(plain, sentence.start, sentence.end))):
        after = (plain[verb.end() : sentence.end].split(maxsplit=1) or [""])[0]
        if not plain[sentence.start : verb.start()].rstrip().endswith(",") or after in words_of(people.table, "subordinators"):
            continue
        spoken = inverted(plain, people.table, sentence, Span(verb.start(), verb.end())).voice
        house = _name_within(people.organisations.named, Span(verb.end() + 1, verb.end() + _NEAR))
        known = spoken.organisation and not spoken.role and (house or spoken.organisation in people.organisations.acronyms)
        if not (spoken.names or known):
            return None
        people.learn(spoken)
        return people.resolve(spoken)
    return None


def _name_within(named: list[tuple[int, str]], window: Span) -> str:
    index = bisect_left(named, (window.start, ""))
    return named[index][1] if index < len(named) and named[index][0] < window.end else ""


def _behind_verb(plain: str, sentence: Span, people: People) -> Voice | None:
    # "En el acto habló Ona Brisco, fundadora de la red": behind an introduction and a verb, up to the first comma.
    table = people.table
    first = _WORD.match(plain, sentence.start)
    name = _name_within(people.named, Span(sentence.start + 1, sentence.start + _LONGEST_OPENING))
    at = plain.find(name, sentence.start, sentence.end) if name else -1
    if first is None or at < 0 or lowered(first.group()) not in words_of(table, "introductions"):
        return None
    before = [lowered(word) for word in _WORD.findall(plain[sentence.start : at])]
    while before and before[-1] in words_of(table, "roles") | words_of(table, "singular_articles") | words_of(table, "honorifics"):
        before.pop()
    verb = bool(before) and (before[-1].endswith(table.past_endings) or before[-1] in table.saying.phrases)
    return people.called(name) if verb and "," not in plain[sentence.start : at] else None


def _subject_start(plain: str, sentence: Span, table: CueTable) -> int:
    # "Sin embargo, la red ...": what introduces ends with its comma.
    start = sentence.start
    dateline = _DATELINE.match(plain, start, sentence.end) if plain[start - 1 : start] in {"", "\n"} else None
    start = dateline.end() if dateline else start
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
    somebody = _name_within(people.introduced, Span(sentence.start, sentence.start + 2))
    if somebody:
        # "Un funcionario que pidió no ser nombrado admitió ...".
        return people.called(somebody)
    article = word_list(table.articles).match(words)
    behind = words[article.end() :].strip() if article else words
    noun = _WORD.match(behind)
    kinds = words_of(table, "organisation_nouns") - words_of(table, "papers")
    if article and noun and lowered(noun.group()) in kinds and noun.group()[0].islower() and not is_role(noun.group(), table):
        return people.organisation()
    named = people.organisations.named
    at = sentence.start + (article.end() + 1 if article else 0)
    index = bisect_left(named, (at, ""))
    if index < len(named) and named[index][0] <= at + 1 and named[index][1] in plain[at : at + _LONGEST_OPENING]:
        one = Voice(organisation=people.organisations.expanded(at, named[index][1]))
        return _with_second(plain, named[index][0] + len(named[index][1]), one, people)
    if noun and noun.group() in people.organisations.acronyms:
        return Voice(organisation=people.organisations.expanded(at, noun.group()))
    whole = full_names().match(plain, at)
    if whole and people.full_names.get(people.key(whole.group())) == whole.group():
        return people.called(whole.group())
    first = bisect_left(people.named, (sentence.start, ""))
    if first < len(people.named) and people.named[first][0] < sentence.start + _LONGEST_OPENING:
        before = plain[sentence.start : people.named[first][0]]
        tokens = [lowered(word) for word in _WORD.findall(before)]
        small = words_of(table, "at_words") | words_of(table, "particles") | words_of(table, "introductions")
        if not tokens or ("," not in before.rstrip(" ,") and tokens[-1] not in small - words_of(table, "articles")):
            return people.called(people.named[first][1]) if _is_office(tokens, table) else None
    return None


def _with_second(plain: str, end: int, first: Voice, people: People) -> Voice:
    # "Lago Vivo y el Centro de Aguas pidieron": both.
    named = people.organisations.named
    index = bisect_left(named, (end, ""))
    between = plain[end : named[index][0]].split() if index < len(named) and named[index][0] < end + _NEAR else []
    joined = bool(between) and lowered(between[0]) in words_of(people.table, "and_words") and len(between) <= _JOINING
    second = people.organisations.expanded(end, named[index][1]) if joined else None
    return Voice((first.organisation, second)) if first.organisation and second else first


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
