"""The subject of a verb of saying, in the words before it, without introductions, adverbs and earlier clauses."""

import re
from functools import cache

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.given import is_given
from briefing_app.extraction.people.roles import without_aside, without_occasion
from briefing_app.extraction.people.voices import Voice
from briefing_app.extraction.text.phrases import either, lowered, role_words, word_list, words_of

_QUOTED_BEFORE = re.compile(r"[.!?…][\"”»]\s+")
_ASIDE = re.compile(r"\s[—–]\s[^—–]{3,120}\s[—–]\s")
"""What dashes set off between a subject and its verb."""
_DATELINE = re.compile(r"\s*([A-ZÀ-Þ][^—–:;“”«»\"]{1,60}?)\s?(?:[—–]|--|\s-|:)\s?(?=[A-ZÀ-Þ])")
"""Where and when, before a report's first sentence."""
_CIRCUMSTANCE = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+ [a-zà-ÿ]")
_PARTICIPLE = re.compile(r"(?:ée?s?|[aeiu]d[oa]s?|[iu]e?s?|ed)$")
_FULL_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+ (?:[a-z]{1,3} ){0,2}[A-ZÀ-Þ]")
_SHORT = 5
"""A word of no more letters is no participle."""


@cache
def before_verb(table: CueTable) -> re.Pattern[str]:
    """Return a pattern of what may stand between a subject and its verb of saying."""
    return re.compile(rf"(?:\s{either(table.before_saying)})+$")


@cache
def _in_paper(table: CueTable) -> re.Pattern[str]:
    # "En un boletín avisa que", "in its report on the port said": where it is said, not who says it.
    return re.compile(rf"{either(table.introductions)}\s+\w+[\s’']\s?(?={either(table.papers)})", re.IGNORECASE)


def subject_before(words: str, table: CueTable) -> str:
    """Return the subject within the words before a verb of saying; empty where there is none."""
    # Adverbs before the verb, introductions before the subject ("In a joint statement, ") and earlier clauses fall away.
    words = _without_dateline(_ASIDE.sub(" ", _QUOTED_BEFORE.split(words)[-1]), table)
    closed = words.rstrip().endswith(",")
    words = words.strip(" ,;\n")
    words = without_aside(words, table)
    clause = word_list(table.new_clause).match(words)
    behind = words[clause.end() :].lstrip() if clause else ""
    if _FULL_NAME.match(behind) and _is_described(behind, table):
        # "while Ana Silva, of Relief Org, said": no circumstance, but the next speaker.
        words = behind
    parts = words.split(",")
    while len(parts) > 1 and parts[0].split() and introduces(lowered(parts[0].split()[0]), table):
        parts.pop(0)
    if lowered(parts[-1].strip()) in words_of(table, "persons"):
        # "Du côté du port, on assure": nobody in particular.
        return parts[-1].strip()
    if len(parts) > 1 and lowered(parts[-1].strip()) in words_of(table, "pronouns") | words_of(table, "object_pronouns"):
        # "La préfecture, elle, rappelle".
        parts.pop()
    while len(parts) > 1 and _is_circumstance(parts[0].strip(), parts[1].strip(), table):
        parts.pop(0)
    if closed and len(parts) == 1 and parts[0].split() and introduces(lowered(parts[0].split()[0]), table):
        # "In a statement, added that": whoever was named before.
        return ""
    words = ",".join(parts).strip()
    joined = word_list(table.and_words).match(words)
    words = without_occasion(words[joined.end() :].strip() if joined else words, table)
    clauses = list(word_list(table.subordinators).finditer(words))
    if clauses and words[clauses[-1].end() :].strip():
        words = words[clauses[-1].end() :].strip(" ,")
    where = _in_paper(table).match(words)
    subject = before_verb(table).sub("", words[where.end() :] if where else words)
    # "Lo dice Ona Brisco": a small word of the verb.
    return "" if table.own_endings and lowered(subject) in words_of(table, "reflexives") else subject


def _without_dateline(words: str, table: CueTable) -> str:
    # "WASHINGTON, D.C. — Ana Silva said", "Vall, 3 May 2014: Ana Silva said".
    dated = _DATELINE.match(words)
    place = dated.group(1) if dated else ""
    told = place.isupper() or "," in place or any(letter.isdigit() for letter in place) or lowered(place) in table.places
    return words[dated.end() :] if dated and told and not is_given(place.partition(" ")[0]) else words


def _is_described(words: str, table: CueTable) -> bool:
    part = words.split(",")[1].strip() if words.count(",") else ""
    told = word_list(table.belonging + table.articles + table.indefinite).match(part) or role_words(table).match(part)
    return bool(told) and not _FULL_NAME.match(part)


def _is_circumstance(part: str, following: str, table: CueTable) -> bool:
    # "Assis à côté d'Ali, Samir Petit, ...", "Interrogée sur le port, la ministre ...": where and how somebody says it.
    first = part.partition(" ")[0]
    article = word_list(table.articles).match(part)
    if article and not table.adjectives and role_words(table).match(part[article.end() :].lstrip()):
        # "The chairman of the Harbour Council, Archbishop Ivo Petrov".
        return False
    if not _CIRCUMSTANCE.match(part) or is_given(first) or lowered(first) in words_of(table, "honorifics"):
        return False
    return bool(_FULL_NAME.match(following) or (_PARTICIPLE.search(first) and word_list(table.articles).match(following)))


def introduces(word: str, table: CueTable) -> bool:
    """Tell whether a part of a sentence that begins with this word stands before the subject."""
    # "Speaking from Lima, ...": a participle shares the subject that comes.
    return word in words_of(table, "introductions") or (len(word) > _SHORT and word.endswith(table.participles))


def without_subject(verb: str, gap: str, table: CueTable) -> Voice:
    """Return whom a verb of saying stands for that has no subject of its own."""
    # Spanish says "dice" alone: somebody named before; "dicen" is no one person.
    if gap.strip(" ,:\n") or not table.own_endings:
        return Voice()
    several = bool(table.plural) and lowered(verb).endswith(table.plural)
    return Voice(pronoun=True, somebody=several)


def opens_without_subject(words: str, table: CueTable) -> bool:
    """Tell whether nothing but an introduction stands before a sentence's verb: Spanish names no subject it goes on with."""
    words = words.strip(" ,")
    return bool(table.own_endings) and (not words or word_list(table.further + table.aside).fullmatch(words) is not None)
