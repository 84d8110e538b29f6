"""Who asks: whether a verb of asking has somebody for its subject, said before it, in its ending or in the sentence above."""

import re

from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.text.phrases import lowered, word_list, words_of

_FINITE_PAST = ("ron", "ó")
_FINITE = ("ron", "ó", "n", "a", "e")
_LONGEST_OPENING = 9
"""How many words an introduction may have before a verb that leaves out its subject."""
_LAST_TWO = re.compile(r"([\w’'-]+)\s+([\w’'-]+)\s*$")


def says_we(table: CueTable, verb: str) -> bool:
    """Tell whether a verb's ending says that the author asks: "pedimos"."""
    return bool(table.own_endings) and lowered(verb).endswith(table.own_endings)


def opens_without_subject(plain: str, table: CueTable, sentence: Span, place: int, verb: str) -> bool:
    """Tell whether the verb at ``place`` leaves out whoever was named before: "Exigieron la liberación", "Asimismo, piden"."""
    before = plain[sentence.start : place].strip(' ¿¡“"«')
    if not table.own_endings:
        return False
    if not before:
        return lowered(verb).endswith(_FINITE_PAST)
    if not lowered(verb).endswith(_FINITE):
        return False
    if word_list(table.further).fullmatch(before.rstrip(", ")):
        return True
    words = before.split()
    return (
        before.endswith(",") and len(words) <= _LONGEST_OPENING and lowered(words[0].strip(",")) in words_of(table, "introductions")
    )


def asked_by_many(plain: str, table: CueTable, sentence: Span, place: int, verb: str) -> bool:
    """Tell whether several have asked: "los asistentes exigieron". What things demand is seldom told in that tense."""
    subject = plain[sentence.start : place].split()
    return (
        bool(table.own_endings)
        and lowered(verb).endswith(_FINITE_PAST[0])
        and bool(subject)
        and lowered(subject[0]) in words_of(table, "articles")
    )


def shares_subject(plain: str, table: CueTable, sentence: Span, place: int, verb: str) -> bool:
    """Tell whether a participle has the subject of the clause before: "Hundreds marched, demanding"."""
    before = plain[sentence.start : place].rstrip()
    return lowered(verb).endswith(table.participles) and before.endswith((",", *table.and_words))


def is_one_of_nouns(plain: str, table: CueTable, sentence: Span, place: int, verb: str) -> bool:
    """Tell whether a participle is joined to one behind a preposition: "its commitment to standing with them and pushing for"."""
    if table.infinitives or not lowered(verb).endswith(table.participles):
        return False
    joined = _LAST_TWO.search(plain, sentence.start, place)
    if not joined or lowered(joined.group(2)) not in words_of(table, "and_words"):
        return False
    ending = "|".join(map(re.escape, table.participles))
    earlier = list(re.finditer(rf"([\w’'-]+),?\s+(\w+(?:{ending}))\b", plain[sentence.start : joined.start(2)]))
    return bool(earlier) and lowered(earlier[-1].group(1)) in words_of(table, "before_gerund")
