"""As of when a figure holds: which of the dates of a sentence stands in the figure's own clause."""

import re
from bisect import bisect_left
from functools import cache

from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.figures.dates import Clauses
from briefing_app.extraction.text.phrases import lowered, word_list, words_of, words_of_cue
from briefing_app.extraction.text.verb_forms import is_participle

_WORD = re.compile(r"[\w’'-]+")
_BEFORE_SUBJECT = 4
_TOUCHES = 2
_FAR = 14
_WINDOW = 200
"""So many characters before and behind are looked at, at most."""
_SHORT_OPENING = 8


def as_of(plain: str, figure: Span, following: Span | None, parts: Clauses, table: CueTable) -> Span | None:
    """Return the date that the clause of a figure holds; ``figure`` is the number with what it counts, ``following`` the next."""
    if not parts.dates:
        return None
    place = parts.place(figure)
    here = parts.dates_at(place)
    first = bisect_left(here, Span(figure.end, figure.end))
    behind = here[first] if first < len(here) else None
    if behind and following and following.end < behind.start <= following.end + _TOUCHES:
        # "11,500 last year and 7,800 in 2011": the other's.
        behind = None
    if behind and _is_own(plain, figure, behind, table):
        return behind
    earlier = bisect_left(here, Span(figure.start, figure.start))
    ahead = here[earlier - 1] if earlier else None
    if ahead and _leads(plain, parts.bounds[place], ahead, figure, table):
        return ahead
    return _elsewhere(plain, figure, place, parts, table)


def _is_own(plain: str, figure: Span, date: Span, table: CueTable) -> bool:
    """Tell whether a date behind a figure is in its clause: a clause of its own may only be the figure's ("who fled in May")."""
    between = _WORD.findall(plain[figure.end : min(date.start, figure.end + _WINDOW)])
    opened = next((number for number, word in enumerate(between) if lowered(word) in _opening(table)), None)
    joined = bool(between) and lowered(between[-1]) in table.and_words
    return not joined and not opened and len(between) <= _FAR


@cache
def _opening(table: CueTable) -> frozenset[str]:
    words = (*table.relatives, *table.clause_words, *table.subordinators, *table.new_clause)
    return frozenset(word.rstrip("'") for word in words) - frozenset(table.and_words)


def _leads(plain: str, bound: Span, date: Span, figure: Span, table: CueTable) -> bool:
    """Tell whether a date before a figure is in its clause and in none inside it ("the war that began in May killed 12")."""
    if figure.start - date.end > _WINDOW:
        return False
    between = {lowered(word) for word in _WORD.findall(plain[date.end : figure.start])}
    if not between.isdisjoint(_opening(table)):
        return False
    before = [lowered(word) for word in _WORD.findall(plain[max(bound.start, date.start - _WINDOW) : date.start])]
    places = [number for number, word in enumerate(before) if word in _opening(table)]
    if not places or places[-1] == len(before) - 1:
        return True
    said = before[places[-1] - 1] if places[-1] else ""
    return said in words_of_cue(table.saying) or said in words_of(table, "statives")


def _elsewhere(plain: str, figure: Span, place: int, parts: Clauses, table: CueTable) -> Span | None:
    """Return a date between marks of its own, one that opens the sentence, or one of the clause that this one goes on from."""
    for near in (place + 1, place - 1, 0):
        dates = parts.dates_at(near) if near != place else ()
        if dates and _fills(plain, parts.bounds[near], dates[0]):
            return dates[0]
    opening = parts.bounds[0]
    first = parts.dates_at(0)[:1] if place else ()
    if (
        first
        and first[0].start <= opening.start + 1
        and len(opening) < _WINDOW
        and len(opening.of(plain).split()) <= _SHORT_OPENING
    ):
        return first[0]
    ahead_of_mark = parts.dates_at(place - 1)
    if ahead_of_mark and _just_before(plain, parts.bounds[place - 1], ahead_of_mark[-1], table):
        return ahead_of_mark[-1]
    told = _told_behind(plain, figure, place, parts, table)
    if told:
        return told
    ahead = [lowered(word) for word in _WORD.findall(plain[parts.bounds[place].start : figure.start][:_WINDOW])]
    if place and ahead and ahead[0].endswith(table.participles) and len(ahead[0]) > _BEFORE_SUBJECT:
        before = parts.dates_at(place - 1)
        bound = parts.bounds[place - 1]
        if before and _is_main(plain, Span(bound.start, before[-1].start), table):
            return before[-1]
    return _beyond(plain, figure, place, parts, table)


def _just_before(plain: str, bound: Span, date: Span, table: CueTable) -> bool:
    """Tell whether a date right before a mark opens the clause behind it: "it says that only in 2015, 12 people drowned"."""
    before = [lowered(word) for word in _WORD.findall(plain[max(bound.start, date.start - _WINDOW) : date.start])]
    opened = [number for number, word in enumerate(before) if word in _opening(table)]
    between = " ".join(before[opened[-1] + 1 :]) if opened else "…"
    return not plain[date.end : bound.end].strip() and (not between or between in table.figures.hedges)


def _told_behind(plain: str, figure: Span, place: int, parts: Clauses, table: CueTable) -> Span | None:
    """Return the date of a participle behind a figure and a comma: "12 applications, lodged since May, were granted"."""
    if place + 1 == len(parts.bounds) or plain[figure.end : parts.bounds[place].end].strip(" »”"):
        return None
    bound = parts.bounds[place + 1]
    first = _WORD.search(plain, bound.start, bound.end)
    date = next(iter(parts.dates_at(place + 1)), None)
    if not first or not date or not is_participle(lowered(first.group()), table):
        return None
    return date if _is_main(plain, Span(bound.start, date.start), table) else None


def _beyond(plain: str, figure: Span, place: int, parts: Clauses, table: CueTable) -> Span | None:
    """Return the date of the clause whose subject the figure is, with something between: "12 people, mostly women, died in May"."""
    bound = parts.bounds[place]
    opens = figure.start - bound.start < _WINDOW and len(_WORD.findall(plain[bound.start : figure.start])) <= _BEFORE_SUBJECT
    opens = opens and not plain[figure.end : bound.end].strip(" »”")
    inserted = place + 1 < len(parts.bounds) and word_list(table.figures.by_count).match(
        plain, *_inner(plain, parts.bounds[place + 1])
    )
    if place + 2 >= len(parts.bounds) or not (opens or inserted):
        return None
    later = next(iter(parts.dates_at(place + 2)), None)
    return later if later and _is_main(plain, Span(parts.bounds[place + 2].start, later.start), table) else None


def _inner(plain: str, bound: Span) -> tuple[int, int]:
    start = bound.start
    while start < bound.end and plain[start].isspace():
        start += 1
    return start, bound.end


def _is_main(plain: str, before: Span, table: CueTable) -> bool:
    return {lowered(word) for word in _WORD.findall(before.of(plain))}.isdisjoint(_opening(table))


def _fills(plain: str, bound: Span, date: Span) -> bool:
    return bound.holds(date) and not plain[bound.start : date.start].strip() and not plain[date.end : bound.end].strip(" .")
