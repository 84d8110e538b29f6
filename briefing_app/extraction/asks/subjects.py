"""Subjects: who stands before a modal or a verb of asking, and whether they are somebody, law, or the author."""

import re
from dataclasses import dataclass

from briefing_app.domain.excerpt import Addressee
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.asks.actors import is_actor, phrase_end, who_act
from briefing_app.extraction.asks.addressees import listed
from briefing_app.extraction.asks.heads import aside_before_verb, head_of
from briefing_app.extraction.asks.norms import is_law
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.text.phrases import lowered, word_list, words_of
from briefing_app.extraction.text.spelling import ELIDED, WORD

_FURTHEST = 240
"""How far back from a verb its subject is looked for."""
_JOINED_ON = frozenset({"and", "but", "y", "e", "pero", "et", "mais"})
_HEAD = 2
"""How many words the subject of a first verb has at most, where it is a law."""
_OPENING = 5
"""How many of a sentence's first words are looked at for the subject of its second verb."""
_IN_DATE = re.compile(r"(?<=\d),\s(?:19|20)\d\d\b")
"""A comma of a date: "May 4, 2021"."""
_CLAUSE = re.compile(r"[;:—–“”\"«»]|\s-\s")


@dataclass(frozen=True, slots=True)
class Speaker:
    """What stands before a verb: somebody at all, the author's own "we", a law, or one whose orders are told."""

    somebody: bool
    own: bool
    norm: bool
    power: bool = False


def speaker_before(plain: str, table: CueTable, start: int, verb: int) -> Speaker:
    """Return what kind of subject a verb at ``verb`` has in the sentence that begins at ``start``."""
    words = subject_before(plain, table, start, verb).of(plain)
    head = head_of(words, table)
    tokens = [ELIDED.sub("", match.group()) for match in WORD.finditer(head)]
    spelled = [lowered(token) for token in tokens]
    own = any(token in words_of(table, "first_person") for token in spelled)
    # "The committee rejected the bill and urged": the second verb is the committee's.
    joined_on = lowered(words.split()[-1]) in _JOINED_ON if words.split() else True
    norm = is_law(" ".join(words.split()[:_HEAD]) if joined_on else words, table)
    known = words_of(table, "actors") | words_of(table, "organisation_nouns") | words_of(table, "organisation_words")
    known |= words_of(table, "roles") | words_of(table, "pronouns")
    named = any(token[0].isupper() for token in tokens[1:]) or any(token.isupper() and len(token) > 1 for token in tokens)
    power = bool(spelled) and any(token in words_of(table, "powers") for token in spelled[-2:])
    known |= {token for token in spelled if _singular(token) in known}
    many = word_list(table.quantities).match(words.lstrip()) is not None
    somebody = named or many or any(token in known for token in spelled)
    if joined_on:
        # "The teachers regret that the road is shut and demand": the sentence's subject holds for its second verb, too.
        opening = [ELIDED.sub("", lowered(word)) for word in WORD.findall(plain[start : min(verb, start + 60)])[:_OPENING]]
        norm = norm or is_law(" ".join(plain[start : min(verb, start + 60)].split()[:_HEAD]), table)
        own = own or (bool(opening) and opening[0] in words_of(table, "first_person"))
        somebody = somebody or any(word in known or _singular(word) in known for word in opening)
    return Speaker(own or somebody, own, norm, power)


def _singular(token: str) -> str:
    return token[:-5] + "ión" if token.endswith("iones") else token.removesuffix("s")


def subject_before(plain: str, table: CueTable, start: int, verb: int) -> Span:
    """Return the noun phrase, lists included, that stands before the verb: the last one without an introduction of its clause."""
    start = max(start, verb - _FURTHEST)
    for mark in _CLAUSE.finditer(plain, start, verb):
        start = mark.end()
    aside = aside_before_verb(table).search(plain, start, verb)
    if aside:
        # "The schools, in which the families trust, must": who they are stands in between.
        verb = aside.start()
    start = _past_subordinators(plain, table, start, verb)
    parts = _parts(plain, start, verb)
    if not parts:
        return Span(verb, verb)
    tail = parts.pop()
    if not len(tail) and parts:
        tail = _before_parenthesis(plain, table, parts)
    first = tail.start
    while parts and _continues_list(plain, table, Span(first, tail.end), parts[-1]):
        first = parts.pop().start
    return stripped(plain, Span(first, max(first, tail.end)))


def _past_subordinators(plain: str, table: CueTable, start: int, verb: int) -> int:
    for word in word_list(table.subordinators).finditer(plain, start, verb):
        if plain[word.end() : verb].strip(" ,\n"):
            start = word.end()
    return start


def _parts(plain: str, start: int, verb: int) -> list[Span]:
    parts = []
    depth = 0
    begin = start
    for place in range(start, verb):
        character = plain[place]
        depth += (character == "(") - (character == ")" and depth > 0)
        if character == "," and not depth and not _IN_DATE.match(plain, place):
            parts.append(stripped(plain, Span(begin, place)))
            begin = place + 1
    parts.append(stripped(plain, Span(begin, verb)))
    return parts


def _before_parenthesis(plain: str, table: CueTable, parts: list[Span]) -> Span:
    # "All parties, in particular the forces, must": the remark between commas joins its subject or is skipped.
    remark = parts.pop()
    if not parts:
        return remark
    joins = word_list(table.including + table.such_as).match(plain, remark.start, remark.end)
    before = parts.pop()
    # "Both parties, the League and the Union, must".
    named = word_list(table.one_by_one).match(plain, before.start, before.end) and word_list(table.and_words).search(
        plain, remark.start, remark.end
    )
    return Span(before.start, remark.end) if joins or named else before


def _continues_list(plain: str, table: CueTable, tail: Span, part: Span) -> bool:
    words = part.of(plain).split()
    if not words or len(words) > 6 or lowered(words[0]) in words_of(table, "introductions"):
        return False
    return bool(word_list(table.and_words).search(plain, tail.start, tail.end))


def is_reported(plain: str, table: CueTable, sentence: Span, subject: int) -> bool:
    """Tell whether a clause stands behind a verb of saying, so that it tells what is asked: "she said that Norland had to".

    Elsewhere such words tell what had to be done.
    """
    said = list(word_list(table.saying.phrases).finditer(plain, sentence.start, subject))
    between = plain[said[-1].end() : subject].split() if said else []
    return bool(said) and (not between or lowered(between[-1]) in words_of(table, "clause_words"))


def is_in_story(before: str, table: CueTable) -> bool:
    """Tell whether words before a modal say what one of whom a story tells was told: "she was told that she must sign"."""
    told = list(word_list(table.told_them).finditer(before))
    rest = [lowered(word).removeprefix("qu'") for word in before[told[-1].end() :].split()] if told else []
    return rest[-1:] != [] and rest[-1] in words_of(table, "pronouns") and words_of(table, "clause_words").issuperset(rest[:-1])


def antecedent(plain: str, table: CueTable, before: Span, names: frozenset[str]) -> tuple[Addressee, ...]:
    """Return whom "it" means: the one body that the sentence names before, nobody when it names several."""
    clause = word_list(table.clause_openers).match(plain, before.start, before.end)
    opened = stripped(plain, Span(clause.end(), before.end)).start if clause else before.end
    end = phrase_end(plain, opened, before.end, table)
    subject = listed(plain, Span(opened, end), table) if end > opened else ()
    if len(subject) == 1 and is_actor(subject[0].words, table, names):
        # "If the council wants peace, then it should".
        return subject
    found: dict[str, Addressee] = {}
    for article in word_list(table.articles).finditer(plain, before.start, before.end):
        end = phrase_end(plain, article.end(), before.end, table)
        named = listed(plain, Span(article.end(), max(end, article.end())), table)
        found |= {one.words.casefold(): one for one in who_act(named, table, names)}
    # "the harbour the council finds itself in": what holds another name is no name.
    kept = [one for one in found.values() if not any(_is_within(other, one) for other in found.values())]
    return tuple(kept) if len(kept) == 1 else ()


def _is_within(one: Addressee, other: Addressee) -> bool:
    return one is not other and one.span is not None and other.span is not None and other.span.holds(one.span)
