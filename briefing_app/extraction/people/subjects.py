"""Which body or organisation the sentences right before a quotation are about: "La préfecture nie. « ... », précise-t-elle."."""

import re
from bisect import bisect_left
from functools import cache

from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.given import Gender
from briefing_app.extraction.people.known import People
from briefing_app.extraction.text.phrases import either, lowered, word_list
from briefing_app.extraction.text.sentences import sentences
from briefing_app.extraction.text.tables import name_table

_ACRONYM = re.compile(r"[A-ZÀ-Þ]{2,8}(?![\w-])")
_COMMA = len(", ")
_BRACKET = re.compile(r"\s*\([^()\n]{2,20}\)")


@cache
def _body(table: CueTable) -> re.Pattern[str]:
    # A body of a state as a text words it: "La préfecture de police de Vall", "Le gouvernement norlandais".
    of = rf"\s{either(table.at_words)}(?:\s|(?<=[’']))"
    whose = rf"{of}[\w’-]+(?: [A-ZÀ-Þ][\w’-]+)*"
    kind = rf"\s[a-zà-ÿ]+{either(table.adjectives)}(?![\w’'-])"
    noun = either(table.bodies)
    return re.compile(rf"(?i:{either(table.singular_articles)})\s?((?i:{noun})(?![\w-])(?:{kind}|{whose}){{0,3}})")


def answering(plain: str, room: Span, people: People) -> tuple[str, Gender | None] | None:
    """Return the body or organisation that tells something in the last sentence of ``room``, and whether "he" or "she" is it.

    None where a person is named there: that one may speak.
    """
    table = people.table
    sentence = next(reversed(sentences(plain, room, table)), None) if table.adjectives else None
    if sentence is None:
        return None
    index = bisect_left(people.named, (sentence.start, ""))
    if index < len(people.named) and people.named[index][0] < sentence.end:
        return None
    start = _behind_aside(plain, sentence, table)
    body = _body(table).match(plain, start, sentence.end)
    found, end = (body.group(1), body.end()) if body else _name_at(plain, Span(start, sentence.end), people)
    verb = word_list(table.saying.phrases + table.only_behind).search(plain, end, sentence.end) if found else None
    if (
        not found
        or verb is None
        or plain[end : verb.start()].strip(" ,") not in {"", *table.before_saying, *table.reflexives, *table.pronouns}
    ):
        return None
    return found, _gender(plain[start:end])


def organisation_near(plain: str, room: Span, people: People) -> str | None:
    """Return the organisation that a sentence of ``room`` begins with, or that a noun in it makes one; the last of them."""
    table = people.table
    found = None
    for sentence in sentences(plain, room, table) if table.adjectives else ():
        name, _ = _name_at(plain, Span(_behind_aside(plain, sentence, table), sentence.end), people)
        kinds = people.organisations.kinds
        told = [one for place, one in people.organisations.named if sentence.start <= place < sentence.end and one in kinds]
        found = name or (told[-1] if told else found)
    return found


def _behind_aside(plain: str, sentence: Span, table: CueTable) -> int:
    # "De son côté, l'Observatoire", "Pour le Cercle des rives", "Interrogée lundi, la mairie": where a name or its article begins.
    comma = plain.find(", ", sentence.start, sentence.end)
    if comma >= 0 and word_list(table.occasions).match(plain, sentence.start):
        return comma + _COMMA
    lead = word_list(table.aside + table.held_for).match(plain, sentence.start, sentence.end)
    rest = plain[lead.end() : sentence.end] if lead else ""
    return sentence.end - len(rest.lstrip(" ,")) if lead else sentence.start


def _name_at(plain: str, words: Span, people: People) -> tuple[str, int]:
    """Return the organisation whose name, or acronym, words begin with, behind an article; and where it ends."""
    article = word_list(people.table.articles).match(plain, words.start, words.end)
    start = article.end() if article else words.start
    start += plain[start : start + 1] == " "
    organisations = people.organisations
    acronym = _ACRONYM.match(plain, start, words.end)
    if acronym and acronym.group() in organisations.acronyms:
        return organisations.acronyms[acronym.group()], acronym.end()
    here = {name for place, name in organisations.named if start <= place < words.end and plain.startswith(name, start)}
    if not here:
        return "", start
    name = max(here, key=len)
    bracket = _BRACKET.match(plain, start + len(name))
    return name, bracket.end() if bracket else start + len(name)


def _gender(words: str) -> Gender | None:
    names, first = name_table(), lowered(words.partition(" ")[0])
    if first in names.women_articles:
        return Gender.WOMAN
    return Gender.MAN if first in names.men_articles else None
