"""Which of the words behind a verb of saying name its subject: "said on Monday Ana Silva, a nurse, and left"."""

import re
from functools import cache

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.personal import full_names, is_person
from briefing_app.extraction.people.roles import aged_words, says_of_thing
from briefing_app.extraction.people.speakers import age, voice
from briefing_app.extraction.text.phrases import (
    either,
    is_role,
    lowered,
    role_words,
    word_list,
    words_of,
)

_MANNER_ONLY = re.compile(r"(?:,\s|\s)?(?:(?:[a-zà-ÿ’'-]+|\d{1,4}(?:er)?),?\s){1,9}(?=[A-ZÀ-Þ])")


def name_behind_manner(rest: str, table: CueTable) -> int | None:
    """Return where a full name begins before which stands how something is said: "avec le plus grand sérieux Ana Silva"."""
    manner = _MANNER_ONLY.match(rest) if table.adjectives else None
    words = [lowered(word).rpartition("'")[2] for word in manner.group().replace(",", "").split()] if manner else []
    nouns = words_of(table, "organisation_nouns") | words_of(table, "subordinators") | words_of(table, "relatives")
    if manner is None or role_words(table).search(manner.group()) or not nouns.isdisjoint(words):
        return None
    name = full_names().match(rest, manner.end())
    return manner.end() if name and is_person(name.group(), table) else None


def relevant(words: str, table: CueTable) -> str:
    """Return the words up to the first part between commas that says nothing about a speaker."""
    end = 0
    for part in re.finditer(r"[^,]*,?", words):
        joined = word_list(table.and_words).match(part.group().lstrip())
        said = voice(part.group().lstrip()[joined.end() :] if joined else part.group(), table)
        described = _describes(part.group().strip(" ,."), table)
        if end and not described and (not said.known or said.pronoun):
            behind = words[part.end() :].strip(" .")
            if says_of_thing(part.group().strip(" ,"), table) and full_names().match(behind) and voice(behind, table).names:
                continue
            break
        end = part.end()
    return words[:end] if voice(words[:end], table).known else words


def _describes(part: str, table: CueTable) -> bool:
    # "a nurse", "aged 40", "norlandés de 19 años".
    return any(found.match(part) for found in (word_list(table.describing), aged_words())) or age().fullmatch(part) is not None


@cache
def _tail(table: CueTable) -> re.Pattern[str]:
    goes_on = rf"|\s{either(table.goes_on)}\s(?=[a-z]|[A-Z]\w+day)" if table.goes_on else ""
    return re.compile(rf"[;:]|\.\s+(?=[A-ZÀ-Þ¿¡])|\s[—–-]\s{goes_on}")


def speaker_words(rest: str, table: CueTable) -> str:
    """Return the words behind a verb of saying up to where its clause ends."""
    # "M. Petit", "Dr. Silva": a stop after an honorific ends nothing.
    start = 0
    for told in word_list(table.hearers + table.occasions).finditer(rest):
        # "a indiqué, cet après-midi, Ana Silva": what stands before the speaker ends nothing.
        ahead = rest[: told.start()]
        if told.start() > 1 and ahead.strip(" ,") and (not ahead.islower() or voice(ahead, table).known):
            rest = ahead
            break
    while cut := _tail(table).search(rest, start):
        before = rest[: cut.start()].split()
        abbreviated = cut.group().startswith(".") and before and _is_abbreviated(before[-1], table)
        subject = cut.group().split() == ["on"] and before and _has_subject(before[-1], table)
        if abbreviated or subject:
            start = cut.end()
            continue
        return rest[: cut.start()]
    return rest


def _has_subject(word: str, table: CueTable) -> bool:
    # "the Rapporteur on torture", "the Committee on Migration".
    return is_role(word, table) or lowered(word) in words_of(table, "organisation_words")


def _is_abbreviated(word: str, table: CueTable) -> bool:
    # "M. Petit", "Margaret T. Hollis", "St. Olaf's".
    spelled = lowered(word.lstrip("(“"))
    return spelled in words_of(table, "honorifics") | words_of(table, "abbreviations") or (len(word) == 1 and word.isupper())
