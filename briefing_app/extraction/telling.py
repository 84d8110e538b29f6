"""Modals that tell: the day's programme, a rule for whoever it may be, the trouble a clause is about."""

import re

from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.phrases import lowered, word_list, words_of
from briefing_app.extraction.verb_forms import is_participle, is_passive

_WORD = re.compile(r"[\w][\w’'.&-]*")
_LONGEST_DAY = 8
"""How many words may say on which day something is to be done."""


def tells(plain: str, table: CueTable, sentence: Span, subject: Span, following: str) -> bool:
    """Tell whether a modal between ``subject`` and ``following`` only tells what is planned, what goes for all, what is amiss."""
    return (
        _is_on_a_day(plain[sentence.start : subject.start], table)
        or _by_year(subject.of(plain), table)
        or _goes_for_each(subject.of(plain), following, table)
        or _is_aside(subject.of(plain), following, table)
    )


def _is_on_a_day(lead: str, table: CueTable) -> bool:
    # "En septembre, le conseil doit voter": when it is to happen stands first.
    words = lead.split()
    return (
        0 < len(words) <= _LONGEST_DAY
        and lead.rstrip().endswith(",")
        and word_list(table.on_day).match(lead.lstrip(' “"«\u00a0\u202f')) is not None
        and word_list(table.dates + table.months).search(lead) is not None
    )


def _by_year(subject: str, table: CueTable) -> bool:
    # "Que en 2016 tendrá que abrir": a plan's year stands where the subject would.
    return subject.lstrip().lower().startswith(table.by_year or ("\0",)) and len(subject.split()) <= _LONGEST_DAY


def _goes_for_each(subject: str, following: str, table: CueTable) -> bool:
    # "Tout candidat doit prouver": a rule. Those who can act are asked; what is done for everybody, or given them, is asked for.
    words = [lowered(word) for word in _WORD.findall(subject)]
    return (
        len(words) > 1
        and words[0] in words_of(table, "each")
        and words[1] not in words_of(table, "actors")
        and not is_passive(following, table)
        and word_list(table.receiving).match(following.lstrip()) is None
    )


def _is_aside(subject: str, following: str, table: CueTable) -> bool:
    # "Les puits qui devraient être ouverts ne le sont pas": behind the clause stands what is said of them.
    if lowered((subject.split() or [""])[-1]) not in words_of(table, "relatives"):
        return False
    words = [lowered(word.rstrip(".,")) for word in _WORD.findall(following)]
    done = next((place for place, word in enumerate(words[:4]) if place and is_participle(word, table)), None)
    return (
        done is not None
        and is_passive(following, table)
        and done + 1 < len(words)
        and words[done + 1] in words_of(table, "statives") | words_of(table, "denying")
    )
