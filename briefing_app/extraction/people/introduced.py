"""Who a text brings in without a full name: by one name with what they are, by a given name alone, or by a role alone."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.given import is_given
from briefing_app.extraction.people.organisation_names import bare, is_organisation
from briefing_app.extraction.people.roles import aged_words
from briefing_app.extraction.people.speakers import voice
from briefing_app.extraction.people.voices import Voice
from briefing_app.extraction.text.phrases import cue_pattern, either, is_role, lowered, role_words, word_list, words_of
from briefing_app.extraction.text.tables import name_table

_ALONE = re.compile(r"(?<![\w’'.-])([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3}), (?=[a-zà-ÿ])")
_PART = re.compile(r"[^,.;:“”«»\"\n]{3,80}")
_GIVEN = re.compile(r"(?:^|(?<=[.!?:] )|(?<=\n))([A-ZÀ-Þ][\w’-]+)(?=,? [a-zà-ÿ])")
_GIVEN_WITHIN = re.compile(r"(?<=[a-zà-ÿ,] )([A-ZÀ-Þ][\w’-]+)(?=[,.;:]| [a-zà-ÿ])")
_AGAIN = 2
"""A given name within a sentence is somebody's when it stands alone so often."""
_NAMED_NEXT = re.compile(r",\s+(?:[a-zà-ÿ’']+\.?\s+){0,3}[A-ZÀ-Þ]")
"""The name of one whom a role brings in: "The director of the clinic, Dr Ana Silva, laughed"."""
_NAME_NEXT = re.compile(r",\s+([A-ZÀ-Þ][\w’'-]+),")
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
        house = word_list(table.belonging).match(part.group()) if is_given(name) else None
        at = part.group()[house.end() :].strip() if house else ""
        if at[:1].isupper() and is_organisation(at, table):
            yield match.start(), Voice((name,), None, _capitalised(bare(at, table)))
            continue
        first = part.group().split()[0]
        if not _is_indefinite(first) and not (is_given(name) and _opens_with_role(part.group(), table)):
            continue
        spoken = voice(f"{name}, {part.group()}", table)
        if spoken.names and spoken.role:
            yield match.start(), spoken


@cache
def _unnamed(table: CueTable) -> re.Pattern[str]:
    # "A Home Office spokeswoman rejected", "A spokesman for the ministry declined".
    first = either(tuple(word.capitalize() for word in (*table.another, *table.indefinite)))
    held = rf"(?:\s{either(table.at_words)}\s(?:[a-z]+|[A-Z][\w’'-]+)(?:\s[A-Z][\w’'-]+){{0,5}})?"
    return re.compile(
        rf"(?:^|(?<=[.!?:”\"] )|(?<=\n))((?:{first})\s(?:[\w’'-]+\s){{0,4}}?{either(table.roles)}{held}"
        r"|One\sof\s(?:the|our|their)\s(?:[a-z-]+\s){0,2}[a-z-]+(?=,|\s(?:who|from|in|at)\s))(?=\s[a-z]|,\s[a-z])",
        re.MULTILINE,
    )


def unnamed_subjects(plain: str, table: CueTable) -> Iterator[tuple[int, Voice]]:
    """Yield where an English sentence begins with one who bears no name: "A spokesman for the ministry declined"."""
    if table.adjectives:
        return
    for match in _unnamed(table).finditer(plain):
        spoken = voice(match.group(1), table)
        if spoken.role and not spoken.names and not _NAMED_NEXT.match(plain, match.end()):
            yield match.start(1), Voice(role=spoken.role, organisation=spoken.organisation, somebody=True)


def up_to_verb(words: str, office: str, table: CueTable) -> str:
    """Return what somebody is, up to what the sentence goes on to tell."""
    # "Another boy from Vall lost his father": what stands behind the name of a place, or a verb by its ending, tells what he did.
    before, found, behind = words.partition(office)
    kept = behind.split()
    small = words_of(table, "at_words") | words_of(table, "particles") | words_of(table, "and_words") | words_of(table, "articles")
    small |= words_of(table, "in_place")
    for number, token in enumerate(kept):
        named = number > 0 and kept[number - 1][:1].isupper()
        told = number > 0 or token.endswith(table.finite)
        ends = token.endswith(table.finite) and len(token) > _FARTHEST
        if token.islower() and lowered(token) not in small and (named or (ends and told)):
            return before + found + " " + " ".join(kept[:number])
    return words


def _capitalised(words: str) -> str:
    # "Harbour Action Vall says": the name ends with its last word with a capital.
    tokens = words.split()
    last = next(
        (n for n in range(1, len(tokens)) if tokens[n].islower() and not any(t[0].isupper() for t in tokens[n:])), len(tokens)
    )
    return " ".join(tokens[:last])


def _opens_with_role(words: str, table: CueTable) -> bool:
    return role_words(table).match(words) is not None or aged_words().match(words) is not None


def _is_indefinite(words: str) -> bool:
    return lowered(words.split(maxsplit=1)[0]) in name_table().indefinite


def apposed(plain: str, table: CueTable) -> Iterator[tuple[int, Voice]]:
    """Yield where one name stands behind what somebody is: "A boy of ten from Vall, Sami, told us"."""
    for match in _somebody().finditer(plain):
        name = _NAME_NEXT.match(plain, match.end())
        spoken = voice(match.group(1), table) if name and lowered(name.group(1)) not in table.places else Voice()
        if name and spoken.role and not spoken.names:
            yield name.start(1), Voice((name.group(1),), spoken.role, spoken.organisation)


def given_alone(plain: str, table: CueTable) -> Iterator[tuple[int, str]]:
    """Yield where a given name alone begins a sentence, or stands in one and again elsewhere: "we meet Ana. Ana left"."""
    first = [match for match in _GIVEN.finditer(plain) if _is_alone(match.group(1), table)]
    within = [match for match in _GIVEN_WITHIN.finditer(plain) if _is_alone(match.group(1), table)]
    often = Counter(match.group(1) for match in first + within)
    for match in first + [match for match in within if often[match.group(1)] >= _AGAIN]:
        yield match.start(1), match.group(1)


def _is_alone(name: str, table: CueTable) -> bool:
    return is_given(name) and lowered(name) not in table.places


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
        if words == match.group(1).strip() and _NAMED_NEXT.match(plain, match.end()):
            continue
        spoken = voice(up_to_verb(words, office, table), table)
        certain = spoken.organisation and (_is_indefinite(words) or not table.adjectives)
        known = lowered(spoken.role or "") in words_of(table, "taken_up") and not certain
        if spoken.role and not spoken.names and not known:
            if any(is_given(token) for token in spoken.role.split() if token[0].isupper()):
                # "Un garde arrose Annie": what he did to whom.
                continue
            yield match.start(1), spoken
