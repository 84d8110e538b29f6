"""Forms of verbs: infinitives, participles, and whether what follows a modal is a passive or looks back."""

import re

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.text.phrases import is_role, lowered, words_of
from briefing_app.extraction.text.spelling import ELIDED, WORD

_BY = re.compile(r"\spor\s(?:el|la|los|las|parte\sdel?)\s([\w-]+)")


def deed_at(plain: str, table: CueTable, start: int, *, opening: bool = False) -> bool:
    """Tell whether an infinitive begins at ``start``, by its ending: "escuchar", "no olvidar"; never where they have none.

    ``opening``: it may begin with a capital.
    """
    for word in WORD.finditer(plain, start, min(len(plain), start + 60)) if table.infinitives else ():
        token = ELIDED.sub("", lowered(word.group()).rstrip(".'"))
        if token not in words_of(table, "before_infinitive") or token in words_of(table, "articles"):
            noun = token in words_of(table, "like_infinitives") or token in words_of(table, "actors") or is_role(token, table)
            small = word.group()[1 if opening else 0 :].islower()
            return token.endswith(table.infinitives) and small and not noun
    return False


def is_participle(word: str, table: CueTable) -> bool:
    """Tell whether a word, in small letters, has a past participle's ending or is one that the table lists."""
    return any(word.endswith(ending[1:]) if ending.startswith("*") else word == ending for ending in table.criticism)


def is_passive(following: str, table: CueTable, *, told: bool = False) -> bool:
    """Tell whether words behind a modal or a subject make it the one acted upon: "be released", "soient mis".

    ``told``: they may be a clause of their own, "are released".
    """
    words = [lowered(word.rstrip(".")) for word in WORD.findall(following[:80])[:5]]
    for index, word in enumerate(words):
        if word in table.passive or (told and word in table.told_passive):
            done = next((later for later in words[index + 1 : index + 3] if is_participle(later, table)), None)
            return done is not None and done not in table.dispositions
        if index > 1:
            return False
    return False


def is_done_to(following: str, table: CueTable) -> bool:
    """Tell whether a reflexive infinitive with somebody who does it makes a passive: "tipificarse por los jueces"."""
    verb = WORD.match(following.lstrip())
    reflexive = verb is not None and lowered(verb.group()).endswith(table.reflexive_infinitives)
    by = _BY.search(following[:160]) if reflexive else None
    return by is not None and lowered(by.group(1)) in words_of(table, "actors")


def is_impersonal_passive(following: str, table: CueTable) -> bool:
    """Tell whether an infinitive behind a modal without a subject says what is to be done: "crearse una comisión"."""
    words = [lowered(word) for word in WORD.findall(following[:80])[:3]]
    if len(words) > 1 and words[0].endswith(table.reflexive_infinitives or ("\0",)):
        noun = words[1] in words_of(table, "articles") | words_of(table, "quantities") | words_of(table, "each")
        return noun and words[1] not in ("al", "del") and not (len(words) > 2 and words[2] in words_of(table, "dates"))
    return bool(table.infinitives) and bool(words) and words[0] == table.passive[0] and is_passive(following, table)


def looks_back(following: str, table: CueTable) -> bool:
    """Tell whether what follows a modal makes it criticism of the past: "have been", "not have taken"."""
    words = [lowered(word.rstrip(".")) for word in WORD.findall(following)[:4]]
    for index, word in enumerate(words[:-1]):
        if word in table.perfect:
            return any(is_participle(later, table) for later in words[index + 1 : index + 3])
    return False
