"""How a member of an organisation is worded: "Rosa Lind of the Harbour Council", "Senator Ana Silva of Norland"."""

import re

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.given import is_given, is_surname
from briefing_app.extraction.people.organisation_names import bare, is_organisation
from briefing_app.extraction.people.personal import TOKEN, is_person, name_start, names_in, without_honorifics
from briefing_app.extraction.text.phrases import lowered, role_words, word_list, words_of

ACRONYM = re.compile(r"[A-ZÀ-Þ]{2,8}")
_FEWEST = 2
"""A title and a name are so many words."""


def member_of(part: str, table: CueTable) -> tuple[tuple[str, ...], str] | None:
    """Return name and organisation of "Rosa Lind of the Harbour Council", None when it is no such thing."""
    for link in word_list(table.belonging).finditer(part):
        name, organisation = part[: link.start()].strip(), part[link.end() :].strip()
        known = (
            is_organisation(organisation, table)
            and bare(organisation, table)[:1].isupper()
            and not _is_surname(link.group(), organisation, table)
        )
        if is_given(name) and is_surname(organisation.partition(" ")[0]) and is_person(part, table):
            # "María de la Cruz Silva": a surname that is a word in names of organisations, too.
            continue
        alone = is_given(name) and _is_named_group(organisation, table)
        if (alone or len(TOKEN.findall(without_honorifics(name, table))) > 1) and known and is_person(name, table):
            return names_in(name, table), bare(organisation, table)
    return None


def _is_named_group(words: str, table: CueTable) -> bool:
    tokens = TOKEN.findall(bare(words, table))
    return any(lowered(token) in words_of(table, "organisation_words") or ACRONYM.fullmatch(token) for token in tokens)


def without_belonging(part: str, table: CueTable) -> tuple[str, str | None]:
    """Return a titled person's words without whose they are, and whose: "nurse Ana Silva from Relief Org"."""
    for link in word_list(table.belonging).finditer(part):
        before, after = part[: link.start()].strip(), part[link.end() :].strip()
        tokens = list(TOKEN.finditer(before))
        if len(tokens) > _FEWEST and after[:1].isupper() and not role_words(table).search(after):
            found = name_start(tokens, before, table)
            if found and len(tokens) - found > 1:
                known = _is_named_group(after, table)
                if _is_surname(link.group(), after, table) and lowered(link.group()) not in words_of(table, "of_place"):
                    return part, None
                return before, bare(after, table) if known else None
    return part, None


def _is_surname(link: str, words: str, table: CueTable) -> bool:
    # "Graciela Bustos de Iparraguirre": one word with a capital that is no acronym goes on with the name.
    alone = len(words.split()) == 1 and not words.isupper() and lowered(words) not in words_of(table, "organisation_words")
    return alone and lowered(link).strip() in words_of(table, "particles") | words_of(table, "of_place")


def without_tail(part: str, table: CueTable) -> str:
    """Return the words without where and when something was said: "Ana Silva in Vall today"."""
    for link in word_list(table.behind_name).finditer(part):
        before, after = part[: link.start()].strip(), part[link.end() :].strip()
        tokens = TOKEN.findall(before)
        if len(tokens) > 1 and tokens[-1][0].isupper() and _ends_in_name(tokens, before, table):
            return before
        if tokens and after[:1].islower() and not role_words(table).search(before) and is_organisation(before, table):
            return before
    return part


def _ends_in_name(tokens: list[str], words: str, table: CueTable) -> bool:
    found = name_start(list(TOKEN.finditer(words)), words, table)
    return found is not None and (len(tokens) - found > 1 or is_given(tokens[found]))
