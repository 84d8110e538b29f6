"""The office that several persons hold together: "the co-chairs of the League, Ana Silva and Ivo Petrov", or behind their names."""

import re
from collections.abc import Iterator
from functools import cache

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.given import is_given
from briefing_app.extraction.people.personal import full_names
from briefing_app.extraction.people.speakers import voice
from briefing_app.extraction.people.voices import Voice
from briefing_app.extraction.text.phrases import either, is_role, lowered, word_list, words_of

_LONGEST = 120
_FEWEST = 2
_MOST = 14
"""Words of an office and its organisation, at most."""
_CLAUSE = re.compile(r"[,.;:“”«»\"()\n]\s*|\s[–—-]\s")
_BEHIND = re.compile(r", ([^,.;:“”«»\"()\n]{3,90})(?=[,.;\n]|$)")


@cache
def _together(table: CueTable) -> re.Pattern[str]:
    # "Ana Silva and Ivo Petrov", "Ana Silva, Rosa Lind and Ivo Petrov".
    name = full_names().pattern
    return re.compile(rf"{name}(?:, {name}){{0,3}},? {either(table.and_words)} {name}")


def joint_offices(plain: str, table: CueTable) -> Iterator[Voice]:
    """Yield those whom a text names together, with the office that it gives all of them."""
    for found in _together(table).finditer(plain):
        runs = list(full_names().finditer(plain, found.start(), found.end()))
        # "the co-chairs of the Harbour League, Ana Silva and Ivo Petrov": the list begins with the first given name.
        first = next((n for n, run in enumerate(runs[:-1]) if is_given(run.group().partition(" ")[0])), len(runs) - _FEWEST)
        names = [run.group() for run in runs[first:]]
        start = runs[first].start()
        before = plain[max(0, start - _LONGEST) : start].rstrip(" ")
        office = _CLAUSE.split(before.removesuffix(","))[-1].strip()
        behind = _BEHIND.match(plain, found.end())
        told = _held_by(office, names, table, apart=before.endswith(",")) if office else None
        told = told or (_held_by(behind.group(1), names, table, apart=True) if behind else None)
        if told:
            yield told


def _held_by(words: str, names: list[str], table: CueTable, *, apart: bool) -> Voice | None:
    """Return the voice of an office in the plural; ``apart``: a comma stands between it and the names."""
    article = word_list(table.articles).match(words)
    words = words[article.end() :].strip() if article else words
    tokens = words.split()
    linked = next((n for n, token in enumerate(tokens) if lowered(token) in words_of(table, "at_words")), len(tokens))
    many, one = (tokens[linked - 1], _singular(tokens[linked - 1], table)) if linked > 0 and len(tokens) <= _MOST else ("", None)
    # "The mayor met nurses Ana Silva and Ivo Petrov": an office of somebody else.
    others = any(is_role(token, table) for token in tokens[: max(0, linked - 1)])
    if one is None or others or (not apart and linked < len(tokens)) or word_list(table.kin).search(one):
        return None
    alone = [*tokens[: linked - 1], one, *tokens[linked:]]
    spoken = (
        voice(f"{names[0]}, {' '.join(alone)}", table) if linked < len(tokens) else voice(f"{' '.join(alone)} {names[0]}", table)
    )
    if spoken.names != (names[0],) or one not in (spoken.role or "").split():
        return None
    role = " ".join(many if token == one else token for token in (spoken.role or "").split())
    return Voice(tuple(names), role, spoken.organisation, theirs=spoken.theirs, ahead=spoken.ahead)


def _singular(noun: str, table: CueTable) -> str | None:
    return next((one for one in (noun.removesuffix("s"), noun.removesuffix("es")) if one != noun and is_role(one, table)), None)
