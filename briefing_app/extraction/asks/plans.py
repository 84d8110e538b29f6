"""What a modal foretells or plans, rather than asks: what comes by itself, on a day, each year, by a programme."""

import re

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.text.phrases import lowered, word_list, words_of
from briefing_app.extraction.text.spelling import ELIDED

_IN_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?!\s[a-z]{3})")
"""A year, and not what is of that year: "restored to 1996 levels"."""
_LONGEST_DAY = 8
"""How many words may say on which day something is to be done."""


def is_on_a_day(lead: str, table: CueTable) -> bool:
    """Tell whether words before a modal's subject say first when something is to happen: "en septembre, le conseil doit voter"."""
    words = lead.split()
    return (
        0 < len(words) <= _LONGEST_DAY
        and lead.rstrip().endswith(",")
        and word_list(table.on_day).match(lead.lstrip(' “"«\u00a0\u202f')) is not None
        and word_list(table.dates + table.months).search(lead) is not None
    )


def is_each_time(lead: str, table: CueTable) -> bool:
    """Tell whether they say how often, so that it is a rule of old: "chaque année, l'agence doit rendre compte"."""
    words = lead.rstrip(" ,").split()
    opened = lead.rstrip().endswith(",") and word_list(table.each_time).match(lead.lstrip()) is not None
    return opened and len(words) <= _LONGEST_DAY and lowered(words[-1]) in words_of(table, "periods")


def is_by_year(subject: str, table: CueTable) -> bool:
    """Tell whether a plan's year stands where the subject would: "que en 2016 tendrá que abrir"."""
    return subject.lstrip().lower().startswith(table.by_year) and len(subject.split()) <= _LONGEST_DAY


def foretells(subject: str, following: str, table: CueTable) -> bool:
    """Tell whether a modal says what will come: something, not somebody, opens, begins or arrives at a date."""
    verb = word_list(table.happening).match(following.lstrip())
    if not verb or any(ELIDED.sub("", token) in words_of(table, "actors") for token in subject.split()):
        return False
    return bool(word_list(table.dates + table.months).search(following, verb.end()) or _IN_YEAR.search(following))


def is_planned(subject: str, following: str, table: CueTable, *, should: bool) -> bool:
    """Tell whether a modal says what is hoped of something ("la réforme devrait permettre"), or a day's programme."""
    known = any(ELIDED.sub("", token) in words_of(table, "actors") for token in subject.split())
    if should and not known and word_list(table.outcomes).match(following.lstrip()):
        return True
    verb = word_list(table.scheduled).match(following.lstrip())
    day = word_list(table.dates + table.months).search(following.lstrip(), verb.end()) if verb else None
    before = lowered(following.lstrip()[: day.start()]).rstrip() if day else ""
    return day is not None and not before.endswith(table.by_deadline)


def brings_about(subject: str, following: str, table: CueTable) -> bool:
    """Tell whether somebody brings about what could come by itself: "Norland should open an office by May"."""
    article = word_list(table.articles).match(subject)
    name = subject[article.end() :].split() if article else subject.split()
    verb = word_list(table.happening).match(following.lstrip())
    done_to = verb and word_list(table.articles).match(following.lstrip(), verb.end() + 1)
    return bool(done_to) and bool(name) and all(word[0].isupper() or word in table.particles for word in name)
