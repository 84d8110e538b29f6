"""Where a text speaks of the persons it names: whom "she" may stand for at each place."""

import re
from bisect import bisect_left
from functools import cache

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.given import is_given
from briefing_app.extraction.people.known import People
from briefing_app.extraction.people.personal import full_names
from briefing_app.extraction.people.speakers import voice
from briefing_app.extraction.text.phrases import cue_pattern, either, folded, lowered, word_list
from briefing_app.extraction.text.tables import name_table

_SENTENCE_START = re.compile(r"[.!?][”»\"]?\s+|\n\s*")
_LONGEST_LEAD = 70
_MOST_BEFORE = 4
"""Words of what somebody is, its article included, before their name."""
_ARTICLE = 3
"""Letters of "a", "an" and the blank behind it."""
_LONGEST_TITLE = 16
_TITLE_FIRST = re.compile(r"(?:^|[.!?][”»\"]?\s{1,2}|\n)([A-Z][a-z]+)\.? {1,2}$")
_COMMA = re.compile(r",?\s+")
_LAST_NAME = re.compile(r"(?<!\w)[A-ZÀ-Þ][\w’'-]+")
_GIVEN_BEFORE = re.compile(r"(?<!\w)[A-ZÀ-Þ][\w’'-]{1,30} (?:[a-z]{2,3} ){0,2}$")
_GENITIVE = re.compile(r"[’']s$")


@cache
def _opening() -> re.Pattern[str]:
    before = either(tuple(word.capitalize() for word in name_table().before_name))
    return re.compile(
        rf"(?:^|[.!?]\s+|\n)(?:{before}\s+)?"
        r"((?:[A-ZÀ-Þ][\w’'-]+[ ]{1,2}){1,3}[A-ZÀ-Þ][\w’'-]+)(?=\s+[a-zà-ÿ]|,(?!\s*(?:le\s+)?\d))",
        re.MULTILINE,
    )


@cache
def _aged() -> re.Pattern[str]:
    years, joined = either(name_table().years), either(name_table().years_joined)
    return re.compile(
        r"(?<!\w)([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2}), "
        rf"(?:[a-zà-ÿ]+ (?:de )?)?\d{{1,2}}(?: {years}|{joined})?(?=[,.;])"
    )


def mentions(plain: str, people: People) -> list[tuple[int, str]]:
    """Return where known persons are named, by their last names, and where a full name opens a sentence; in order."""
    found = [
        (match.start(1), name) for match in _opening().finditer(plain) if (name := _opening_name(match.group(1), plain, people))
    ]
    for match in _aged().finditer(plain):
        # "Mirna, hondureña de 24 años": whose age is told is the person spoken of.
        named = voice(match.group(1), people.table)
        if named.names and not named.role and not _is_origin(named.names[0], plain, people):
            found.append((match.start(1), named.names[0]))
    for match in full_names().finditer(plain):
        full = people.full_names.get(people.key(" ".join(match.group().split())))
        after = _COMMA.match(plain, match.end())
        clause = _relative(people.table).match(plain, match.end()) if after else None
        tells = after and cue_pattern(people.table.saying).match(plain, clause.end() if clause else after.end())
        if full and folded(full.rsplit(maxsplit=1)[-1]) in people.shared:
            found.append((match.start(), full))
        if not full or not match.group().endswith(full) or not after:
            continue
        start = match.end() - len(full)
        if tells or _opens_titled(plain, start, after.end(), people):
            # Who tells in the narrator's words goes on in their own; and so does who is the subject of a sentence.
            found.append((start, full))
    found += people.introduced
    for match in _LAST_NAME.finditer(plain):
        person = people.persons.get(folded(_GENITIVE.sub("", match.group())))
        if person:
            found.append((match.start(), person.names[0]))
        elif _opens_with_title(plain, match.start(), people) and (full := people.full_names.get(folded(match.group()))):
            found.append((match.start(), full))
    return sorted(_without_described(found + _shared(plain, sorted(found), people), people))


def _is_origin(name: str, plain: str, people: People) -> bool:
    # "Norlandés, de 44 años, llegó al puerto": where somebody named before is from.
    known = is_given(name) or folded(name) in people.persons or plain.count(name) > 1
    return " " not in name and not known and name.endswith(people.table.adjectives)


def _shared(plain: str, found: list[tuple[int, str]], people: People) -> list[tuple[int, str]]:
    """Return where a surname that several bear stands alone: whoever of them was named last before it."""
    again = []
    for match in _LAST_NAME.finditer(plain) if people.shared else ():
        surname = folded(_GENITIVE.sub("", match.group()))
        behind_name = surname in people.shared and _GIVEN_BEFORE.search(plain, max(0, match.start() - _LONGEST_LEAD), match.start())
        if surname in people.shared and not behind_name:
            before = reversed(found[: bisect_left(found, (match.start(), ""))])
            again += [(match.start(), name) for _, name in before if folded(name.rsplit(maxsplit=1)[-1]) == surname][:1]
    return again


def _without_described(found: list[tuple[int, str]], people: People) -> list[tuple[int, str]]:
    # "A lawyer for Mr Petrov left.": he is not whom the sentence tells of.
    described = {
        place + at
        for place, name in people.introduced
        if name in people.unnamed and not people.table.adjectives
        for at in range(1, len(people.unnamed[name].role or "") + _ARTICLE)
    }
    return [mention for mention in found if mention[0] not in described]


@cache
def _relative(table: CueTable) -> re.Pattern[str]:
    # "Ana Silva, who came back on Monday, says".
    return re.compile(rf",\s{either(table.relatives)}\s[^,.;:\n]{{3,120}},\s")


def _opens_with_title(plain: str, place: int, people: People) -> bool:
    # "Rev. Silva met the governor.": who opens a sentence, by a title.
    title = _TITLE_FIRST.search(plain, max(0, place - _LONGEST_TITLE), place)
    return title is not None and lowered(title.group(1)) in people.table.honorifics and not people.table.adjectives


def _opens_titled(plain: str, start: int, end: int, people: People) -> bool:
    # "La Montréalaise Ana Silva s'apprêtait": a sentence's subject, behind its article and what she is.
    lead = _SENTENCE_START.split(plain[max(0, start - _LONGEST_LEAD) : start])[-1]
    few = 1 < len(lead.split()) <= _MOST_BEFORE and not any(sign in lead for sign in ',:;“«"')
    return few and word_list(people.table.articles).match(lead) is not None and plain[end : end + 1].islower()


def _opening_name(words: str, plain: str, people: People) -> str | None:
    name = people.full_names.get(people.key(" ".join(words.split())))
    whole = name is not None and name in words and len(name.split()) > 1 and lowered(name) not in people.table.places
    return name if name and whole and _is_somebodys(name, plain, people) else None


def _is_somebodys(name: str, plain: str, people: People) -> bool:
    # "Free Children of Vall": the words of a heading in capitals stand in small letters elsewhere, those of a name do not.
    words = name.split()
    known = folded(words[-1]) in people.persons or folded(words[-1]) in people.genders
    return (
        known
        or is_given(words[0])
        or not any(re.search(rf"(?<![\w’'-]){re.escape(word.lower())}(?![\w’'-])", plain) for word in words)
    )
