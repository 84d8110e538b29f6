"""Who a text brings in without a full name: by one name with what they are, by a given name alone, or by a role alone."""

import re
from collections.abc import Iterator
from functools import cache

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.given import is_given
from briefing_app.extraction.phrases import cue_pattern, either, is_role, lowered, role_words, word_list, words_of
from briefing_app.extraction.speakers import Voice, voice
from briefing_app.extraction.tables import name_table

_ALONE = re.compile(r"(?<![\w’'.-])([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3}), (?=[a-zà-ÿ])")
_PART = re.compile(r"[^,.;:“”«»\"\n]{3,80}")
_GIVEN = re.compile(r"(?:^|(?<=[.!?:] )|(?<=\n))([A-ZÀ-Þ][\w’-]+)(?=,? [a-zà-ÿ])")
_FARTHEST = 4
"""A role's noun stands among so many words behind its article."""


@cache
def _somebody() -> re.Pattern[str]:
    names = name_table()
    behind = "|".join(rf"(?<=[{words[0].upper()}{words[0]}]{either((words[1:],))}, )" for words in names.out_of_many)
    articles = either((*names.before_role, *(article.capitalize() for article in names.before_role)))
    return re.compile(rf"(?:^|(?<=[.!?:] )|(?<=\n)|{behind})((?:{articles}|L[’']) ?[a-zà-ÿ][^.,;:“”«»‘\"\n]{{2,90}})")


@cache
def _relative(table: CueTable) -> re.Pattern[str]:
    return re.compile(rf"\s{either(table.relatives)}\s")


def introductions(plain: str, table: CueTable) -> Iterator[tuple[int, Voice]]:
    """Yield where somebody of one name is introduced with what they are: "Samba, a young man", "Muriel, baker"."""
    for match in _ALONE.finditer(plain):
        name = match.group(1)
        part = _PART.match(plain, match.end())
        if " " in name or lowered(name) in table.places or not part:
            continue
        first = part.group().split()[0]
        if not _is_indefinite(first) and not (is_given(name) and _opens_with_role(part.group(), table)):
            continue
        spoken = voice(f"{name}, {part.group()}", table)
        if spoken.names and spoken.role:
            yield match.start(), spoken


def _opens_with_role(words: str, table: CueTable) -> bool:
    found = role_words(table).match(words)
    return found is not None and found.start() == 0


def _is_indefinite(words: str) -> bool:
    return lowered(words.split(maxsplit=1)[0]) in name_table().indefinite


def given_alone(plain: str, table: CueTable) -> Iterator[tuple[int, str]]:
    """Yield where a given name alone begins a sentence."""
    for match in _GIVEN.finditer(plain):
        if is_given(match.group(1)) and lowered(match.group(1)) not in table.places:
            yield match.start(), match.group(1)


def somebodies(plain: str, table: CueTable) -> Iterator[tuple[int, Voice]]:
    """Yield where a role alone brings somebody in: "A nurse at the port had told us"."""
    for match in _somebody().finditer(plain):
        words = _relative(table).split(match.group(1), maxsplit=1)[0]
        verb = cue_pattern(table.saying).search(words) or word_list(table.statives + table.perfect).search(words)
        words = words[: verb.start()].strip() if verb else words
        office = next((token for token in words.split()[1 : _FARTHEST + 1] if is_role(token, table)), None)
        behind = words.partition(office)[2].strip() if office else ""
        if not office or (not _is_indefinite(words) and not word_list(table.at_words).match(behind)):
            # "The director laughed": somebody known; "The director of a clinic" may be nobody the text names.
            continue
        spoken = voice(words, table)
        if spoken.role and not spoken.names and lowered(spoken.role) not in words_of(table, "taken_up"):
            yield match.start(1), spoken
