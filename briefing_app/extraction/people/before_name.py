"""What a text tells of a person right before their full name: a role.

Here the words are found; ``roles`` and ``members`` take them apart.
"""

import re
from functools import cache

from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.given import is_given
from briefing_app.extraction.people.personal import full_names, is_field
from briefing_app.extraction.people.roles import says_of_thing, without_aside, without_occasion
from briefing_app.extraction.people.speakers import voice
from briefing_app.extraction.people.voices import Voice
from briefing_app.extraction.text.phrases import cue_pattern, either, lowered, role_words, word_list, words_of
from briefing_app.extraction.text.tables import name_table

_NEW_PARAGRAPH = re.compile(r"\n\s*\n\s*$")
_LABEL = re.compile(r"(?:^|\n|(?<=\d{4}) ) *([A-ZÀ-Þ][a-zà-ÿ-]+(?: [a-zà-ÿA-ZÀ-Þ-]+){0,2}) ?: (?:[A-ZÀ-Þ][a-z]{0,3}\.? )?$")
"""The office on a line that a name ends."""
_WIDEST = 260
_SHORT = 3
_NEAR = 3
_LONGEST_DIGNITY = 30
"""The noun for an office is one of so many words behind its article."""
_LONG = 14
_LONGEST = 30
"""Words of an office with its organisation, at most, where they open their sentence."""
_CLAUSE = re.compile(r"[,.;:“”«»]\s|\n")
_NAMED = re.compile(r"[A-ZÀ-Þ][\w’'-]+ (?:[a-z]{2,3} ){0,2}[A-ZÀ-Þ][\w’'-]+")


def role_before(plain: str, name: Span, table: CueTable) -> Voice | None:
    """Return the voice of a role that stands before the name: "HRT President, Professor Ana Silva", "the director, Ana Silva"."""
    before = plain[max(0, name.start - _WIDEST) : name.start]
    if _NEW_PARAGRAPH.search(before):
        # Nothing stands before it but what may be held within the run of capitals: "UNHCR Representative Ana Silva".
        spoken = voice(name.of(plain), table)
        return spoken if spoken.names and spoken.role else None
    label = _LABEL.search(before)
    if label and role_words(table).match(label.group(1)):
        # "Spokesperson: Ana Silva", on a line of its own.
        spoken = voice(f"{name.of(plain)}, {label.group(1)}", table)
        return spoken if spoken.names and spoken.role else None
    seat = _seat().search(before)
    seated = voice(f"{seat.group()}{name.of(plain)}", table) if seat else Voice()
    if seated.names and seated.role and seated.organisation:
        return seated
    before = _without_titles(before, table) + " "
    clause = re.split(r"(?<!\b[A-ZÀ-Þ])[.;:“”«»\"],?\s|[“«]|\s[–—-]\s|\n\s*\n", before)[-1]
    parts = [_without_and(part, table) for part in clause.rstrip().split(",")]
    last = parts[-1].strip()
    titled = not last
    part = parts[-2] if titled and len(parts) > 1 else parts[-1]
    if titled and len(parts) > 2 and says_of_thing(part, table):
        # "the author of the law, passed in March, Ana Silva".
        part = parts[-3]
    said = cue_pattern(table.saying).search(part)
    # "Responding to the vote today HRT president Ana Silva": the participle opens the sentence.
    opens = said is not None and said.group()[0].isupper() and lowered(said.group()).split()[0].endswith(table.participles)
    words = part[said.end() :] if said and not opens else part
    words = without_aside(words.strip(), table)
    agent = list(word_list(table.by_words).finditer(words))
    words = words[agent[-1].end() :] if agent else words
    words = without_occasion(words, table)
    if lowered((words.split(maxsplit=1) or [""])[0]) in table.introductions:
        words = ""
    # "Europe is also the captain of the pilots, Ana Silva": the office begins with its article.
    stated = word_list(table.statives).search(words)
    if stated and table.adjectives and not role_words(table).search(words, stated.end()):
        # "the mayor has visited Vall Harbour": the office is the subject's.
        return None
    words = words[stated.end() :] if stated and role_words(table).search(words, stated.end()) else words
    article = word_list(table.articles + table.its).search(words)
    words = words[article.start() :] if stated and article else words
    for link in word_list(table.and_words).finditer(words):
        behind = words[link.end() :].strip()
        office = role_words(table).search(behind)
        another = [found for found in full_names().finditer(words, 0, link.start()) if found.end() >= link.start() - 1]
        named = bool(another) and is_given(another[0].group().partition(" ")[0])
        opens = word_list(table.articles).match(behind) is not None or (named and not table.adjectives)
        if opens and office and (office.group().islower() or not table.adjectives):
            # "the teacher Ana Silva and the nurse": the last office is that of the name behind it.
            words = behind
            break
    words = _last_office(_behind_deed(words, table), table)
    longest = _LONGEST if titled and _opens_with_office(words, table) else _LONG
    if not role_words(table).search(words) or len(words.split()) > longest or (titled and _tells_of_thing(words, table)):
        words = ""
    spoken = voice(f"{words.strip()}{',' if titled else ''} {name.of(plain)}", table)
    return spoken if spoken.names and spoken.role else None


def _tells_of_thing(words: str, table: CueTable) -> bool:
    # "the refugee quota over three years, Ana Silva said": behind the last noun for a person stands another noun.
    last = max((found.end() for found in role_words(table).finditer(words)), default=0)
    following = words[last:].split()[:1]
    linking = words_of(table, "at_words") | words_of(table, "in_place") | words_of(table, "and_words")
    linking |= words_of(table, "behind_office")
    goes_on = bool(following) and (following[0] in linking or following[0].endswith((*table.agents, "or")))
    return not table.adjectives and bool(following) and following[0].islower() and not goes_on


def _behind_deed(words: str, table: CueTable) -> str:
    # "The union backed a call for the Inspector of Harbours": the office begins with its own article.
    for article in reversed(list(word_list(table.articles).finditer(words))):
        before, behind = words[: article.start()], words[article.end() :].lstrip()
        office = role_words(table).search(behind)
        near = office is not None and len(behind[: office.start()].split()) < _NEAR
        if before.strip() and near and not role_words(table).search(before) and not table.adjectives:
            return words[article.start() :]
    return words


def _last_office(words: str, table: CueTable) -> str:
    # "the chair Ana Silva asked a diplomat from Vall, Ivo Petrov": behind another's name the next office is his; and so it is
    # behind what the sentence tells first: "abrir la mesa con el alcalde".
    if not table.adjectives:
        return words
    first = role_words(table).search(words)
    begins = first is not None and len(words[: first.start()].split()) <= _SHORT
    for article in reversed(list(word_list(table.articles + table.indefinite).finditer(words))):
        office = role_words(table).match(words[article.end() :].lstrip())
        another = not begins or _NAMED.search(words, 0, article.start())
        if office and office.group().islower() and article.start() and another:
            return words[article.start() :]
    return words


def _opens_with_office(words: str, table: CueTable) -> bool:
    # "The director of studies of the Harbour Commission for Ports and Shores, Ana Silva": an article and the office come first.
    article = word_list(table.articles).match(words)
    office = role_words(table).match(words[article.end() :].lstrip()) if article else None
    return office is not None and bool(table.adjectives)


def _without_and(words: str, table: CueTable) -> str:
    # "by Ana Silva, and HRT President, Dr Ivo Petrov": the last of a list.
    joined = word_list(table.and_words).match(words.strip())
    return words.strip()[joined.end() :] if joined else words


@cache
def _seat() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<!\w)[A-ZÀ-Þ][\w’'-]+[ ]){{1,3}}(?i:{either(name_table().seats)})[ ]$")


def dignity_before(plain: str, start: int) -> str:
    """Return what somebody is called by right before a name: "cardinal"; empty where it is nothing of the kind."""
    words = plain[max(0, start - _LONGEST_DIGNITY) : start].split()
    last = lowered(words[-1]).rpartition("'")[2] if words else ""
    return last if last in name_table().titles else ""


def _without_titles(before: str, table: CueTable) -> str:
    # "..., forum convenor Dr.", "the Executive Secretary, Mrs.": what is said of the name stands before its title.
    words = before.rstrip()
    whole = words
    while (last := words.rsplit(maxsplit=2)[-2:]) and lowered(last[-1].rstrip(".")) in table.honorifics:
        if is_field(last, table):
            break
        words = words[: len(words) - len(last[-1])].rstrip()
    head, _, last_word = words.rpartition(" ")
    former = head.endswith(",") and lowered(last_word) in name_table().formerly
    if former or (words != whole and lowered(last_word) in table.articles):
        # "the chairman, retired Justice", "the moderator, the Revd".
        return head.rstrip()
    title = _behind_office(table).search(words)
    # "su secretario ejecutivo, el presbítero", "the president of the Conference, Cardinal".
    clause = _CLAUSE.split(words[: title.start()])[-1].strip() if title else ""
    office = word_list(table.articles + table.its).match(clause)
    # "Según la alcaldesa, el obispo": another's office.
    return words[: title.start() + 1] if title and office and role_words(table).match(clause[office.end() :].strip()) else words


@cache
def _behind_office(table: CueTable) -> re.Pattern[str]:
    article = rf"(?:{either(table.singular_articles)}\s|[lL][’'])"
    return re.compile(rf",\s(?i:{article}){'' if table.adjectives else '?'}(?i:{either(name_table().titles)})$")
