"""A role before a name or alone: "HRT president", "on 30 April the mayor"."""

import re
from functools import cache

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.organisation_names import bare, is_organisation
from briefing_app.extraction.people.personal import links
from briefing_app.extraction.text.phrases import either, is_role, lowered, role_words, word_list, words_of
from briefing_app.extraction.text.tables import name_table

_LONGEST_SUBJECT = 14
_LONGEST_OFFICE = 30
"""Words of an office and its organisation in languages that set "of the" between them."""
_SHORT_FIELD = 2
"""What an office is for has no more words: "human rights"."""
_SHORT = 5
"""A word of no more letters is no participle."""
_AND_AT_END = re.compile(r"[ ,]+(?:and|y|e|et)$")
_PARTICIPLE = re.compile(r"^[a-zà-ÿ]{3,}(?:ée?s?|[ai]d[oa]s?|[iu]e?s?)$")


@cache
def one_of(table: CueTable) -> re.Pattern[str]:
    """Return a pattern of ", one of the 40 volunteers"; its group is the noun without its "s"."""
    return re.compile(rf", {either(table.one_of)} (?:[\d.,]+ )?([\w-]+)s\b", re.IGNORECASE)


@cache
def aged_words() -> re.Pattern[str]:
    """Return a pattern of what somebody is by an age: "norlandés de 19 años", "19-year-old Sorian"."""
    years, joined = either(name_table().years), either(name_table().years_joined)
    noun = r"(?:[a-zà-ÿ]{3,12} )?[A-ZÀ-Þa-zà-ÿ][\w’-]{3,24}"
    return re.compile(rf"(?:{noun} de \d{{1,3}} {years}|\d{{1,3}}{joined} {noun})(?![\w-])")


def split_title(words: str, table: CueTable, *, owned: bool = False) -> tuple[str | None, str | None]:
    """Return role and organisation of words before a name or alone: "HRT President", "the mayor", "agency spokesperson".

    ``owned``: whose office it is was told before it ("Norland Relief's Harbour Campaign Coordinator").
    """
    words = bare(words, table)
    verb = word_list(table.statives).search(words)
    # "whose father was a farmer": behind a finite verb nothing is a title.
    words = words[: verb.start()].strip() if verb else words
    if not words:
        return None, None
    tokens = words.split()
    if len(tokens) > 1:
        words = _without_how(words, table)
    place = role_start(words, table)
    if place is None:
        return None, words if is_organisation(words, table) else None
    words = _behind_complement(words, place, table)
    tokens = words.split()
    if owned:
        return words, None
    if len(tokens) > 1 and tokens[0] in words_of(table, "organisation_nouns") and is_role(tokens[-1], table):
        # "agency spokesperson": of the agency named elsewhere.
        return " ".join(tokens[1:]), tokens[0]
    acronyms = 0
    while not words.isupper() and acronyms < len(tokens) - 1 and tokens[acronyms].isupper() and len(tokens[acronyms]) > 1:
        acronyms += 1
    if acronyms and lowered(tokens[0]).rstrip(".") not in name_table().country_letters:
        return " ".join(tokens[acronyms:]), " ".join(tokens[:acronyms])
    known = [
        at for at, token in enumerate(tokens) if lowered(token) in words_of(table, "organisation_words") and token[0].isupper()
    ]
    named = [at for at in known if any(is_role(token, table) for token in tokens[at + 1 :])]
    named = [at for at in named if not any(is_role(token, table) and links(table) & set(tokens[:at]) for token in tokens[:at])]
    if named == [0] and lowered(tokens[0]) in name_table().ranks:
        # "International President": which of the presidents.
        named = []
    if named and tokens[0][0].isupper() and not _is_field(tokens[: named[-1] + 1], table):
        # "Norland Refugee Network executive director": the name of the organisation stands before the role.
        end = _name_end(tokens, named[-1] + 1, table)
        return " ".join(tokens[end:]), " ".join(tokens[:end])
    return words, None


def _name_end(tokens: list[str], end: int, table: CueTable) -> int:
    # "Norland Council of Churches General Secretary": where small words go on with the organisation's name, up to the office.
    joined = end
    while joined < len(tokens) and tokens[joined] in links(table) | words_of(table, "articles") | words_of(table, "and_words"):
        joined += 1
    last = joined
    while last < len(tokens) and not is_role(tokens[last], table) and lowered(tokens[last]) not in words_of(table, "office_words"):
        last += 1
    whole = end < joined < last < len(tokens) and all(token[0].isupper() for token in tokens[joined:last])
    return last if whole else end


def without_aside(words: str, table: CueTable) -> str:
    """Return words without what turns to the next speaker: "por su parte la socialista"."""
    found = word_list(table.aside).match(words)
    return words[found.end() :].strip(" ,") if found else words


def without_occasion(words: str, table: CueTable) -> str:
    """Return words without the occasion they open with: "On 30 April the President", "Opening the port today HRT President"."""
    first = lowered((words.split(maxsplit=1) or [""])[0])
    doing = words[:1].isupper() and len(first) > _SHORT and first.endswith(table.participles)
    if not doing and first not in words_of(table, "introductions") | words_of(table, "subordinators"):
        return words
    days = list(word_list(table.between).finditer(words)) if doing else []
    behind = words[days[-1].end() :].strip(" ,") if days else ""
    if role_words(table).search(behind):
        return behind
    openers = [article.start() for article in word_list(table.articles).finditer(words) if article.start()]
    office = role_words(table).search(words, openers[0]) if openers else None
    start = max((place for place in openers if office and place < office.start()), default=0)
    most = _LONGEST_OFFICE if table.adjectives else _LONGEST_SUBJECT
    return words[start:] if start and len(words[start:].split()) <= most else words


def _is_field(words: list[str], table: CueTable) -> bool:
    # "Human Rights Commissioner", "Campaigns Director": what the office is for, not where it is held.
    return len(words) <= _SHORT_FIELD and lowered(words[-1]) in words_of(table, "fields")


def _behind_complement(words: str, place: int, table: CueTable) -> str:
    # "le rapport du Contrôleur général", "el gobierno del presidente": the person behind a thing of theirs.
    before = words[:place].strip()
    link = max(word_list(table.at_words).finditer(before), key=lambda found: found.end(), default=None)
    thing = before[: link.start()].split() if link and link.end() == len(before) else []
    if thing and table.adjectives and " ".join(thing).islower():
        # "la instrucción del presidente": the name behind it is the president's.
        return words[place:]
    return words[place:] if any(lowered(word) in _things(table) for word in thing) else words


@cache
def _things(table: CueTable) -> frozenset[str]:
    return words_of(table, "papers") | words_of(table, "bodies")


def says_of_thing(part: str, table: CueTable) -> bool:
    """Tell whether a part between an office and a name speaks of neither: "the author of the law, passed in March, Ana Silva"."""
    first = (part.split(maxsplit=1) or [""])[0]
    return bool(table.adjectives) and _PARTICIPLE.search(first) is not None and not role_words(table).search(part)


def without_rest(role: str, table: CueTable) -> str:
    """Return a description up to what tells something else of the person: "nurse based in Vall and now on leave"."""
    for cut in word_list(table.ends_role).finditer(role):
        before = role[: cut.start()].rstrip()
        if before and (role_words(table).search(before) or aged_words().search(before)):
            return _AND_AT_END.sub("", before)
    return role


def _without_how(words: str, table: CueTable) -> str:
    # "vendredi le secrétaire", "entre sollozos la esposa", "benoîtement le ministre": what stands before the article tells how.
    first, _, rest = words.partition(" ")
    told = lowered(first) in words_of(table, "introductions") | words_of(table, "dates")
    article = _article_of_role(words, table)
    if not article and told:
        article = next((its.end() for its in word_list(table.its).finditer(words) if _opens_role(words[its.end() :], table)), None)
    return words[article:].strip() if article else bare(rest, table) if told else words


def _article_of_role(words: str, table: CueTable) -> int | None:
    # Where the last article ends that a role follows, with no role before it but behind a small word: "ayer ante los senadores el".
    found = None
    for article in word_list(table.articles + table.its).finditer(words):
        before = words[: article.start()].split()
        linking = links(table) | words_of(table, "introductions")
        small = lowered(article.group()) in words_of(table, "at_words") or (bool(before) and lowered(before[-1]) in linking)
        # "Save the Shore Director": a name with an article in it.
        named = bool(before) and before[-1][0].isupper() and words[article.end() :].lstrip()[:1].isupper()
        if before and not small and not named and _opens_role(words[article.end() :], table):
            first = role_start(words[: article.start()], table)
            led = words[:first].split()[-2:] if first is not None else []
            if first is None or any(lowered(word) in words_of(table, "introductions") for word in led):
                found = article.end()
    return found


def is_one_of(part: str, table: CueTable) -> bool:
    """Tell whether a part behind a name says that somebody is one of several: "one of the founders of Harbour Watch"."""
    found = one_of(table).match(f", {part}")
    rest = part[found.end() - 2 :].strip() if found else ""
    counted = any(sign.isdigit() for sign in part)
    return found is not None and bool(rest) and not counted and is_role(found.group(1), table)


def _opens_role(words: str, table: CueTable) -> bool:
    place = role_start(words, table)
    return place is not None and len(words[:place].split()) <= 1


def role_start(words: str, table: CueTable) -> int | None:
    """Return where in some words a noun for what a person is begins."""
    found = role_words(table).search(words)
    return found.start() if found else None


def opens_with_role(words: str, table: CueTable) -> bool:
    """Tell whether a role's noun stands before any small word: "Campaign Coordinator", and not "Centre for Migrant Health"."""
    place = role_start(words, table)
    link = word_list(table.at_words).search(words)
    return place is not None and (link is None or place < link.start())
