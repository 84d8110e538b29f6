"""Where a person's name stands in a run of words: behind a role, an honorific or an organisation's name, or alone."""

import re
from functools import cache, lru_cache

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.given import is_given, is_surname, without_letters
from briefing_app.extraction.text.phrases import either, is_role, lowered, word_list, words_of
from briefing_app.extraction.text.tables import name_table

TOKEN = re.compile(r"[\w][\w’'.-]*|&")
_SCANNED = re.compile(r"(?<=[a-z])\d\b|[*_]+")
"""Digits and marks that scanning leaves on names."""
_ARTICLE = re.compile(r"^[lL][’'](?=\w)")
_ELIDED = re.compile(r"[dl][’'][A-ZÀ-Þ]")
"""A surname behind its elided particle: "d’Arcy"."""
_FEWEST = 2
"""Words of a full name, at least."""
_LONGEST_NAME = 3
"""Words of a name whose beginning only what stands before it tells."""


@cache
def full_names() -> re.Pattern[str]:
    """Return a pattern that finds a full name, or any run of words with capitals: "Ana de la Cruz"."""
    return re.compile(
        r"(?<!\w)(?:(?:[A-ZÀ-Þ][\w’'-]+|[A-ZÀ-Þ]\.|Ó)[ ]{1,2}"
        rf"(?:{either(name_table().within_person)} ){{0,2}}){{1,7}}"
        r"[A-ZÀ-Þ][\w’'-]+(?:/[A-ZÀ-Þ][\w’'-]+)?"
    )


def name_start(tokens: list[re.Match[str]], part: str, table: CueTable) -> int | None:
    """Return which of the words of a part between commas begins a name, or a list of names, that ends it."""
    # A name, or a list of names, stands last in its part: after a role or an honorific, or it is the whole part.
    special = words_of(table, "honorifics") | words_of(table, "articles")
    spelled = [_ARTICLE.sub("", token.group().rstrip(".")) for token in tokens]
    found = [
        index
        for index, word in enumerate(spelled)
        if (lowered(word) in special and not _is_within_name(spelled, index, table) and not is_field(spelled[: index + 1], table))
        or (
            is_role(word, table)
            and not (index and word[0].isupper() and is_given(spelled[index - 1]))
            and not _is_within_house(spelled, index, table)
            and not (table.adjectives and word[0].isupper() and _is_named_after(spelled[:index], table))
        )
    ]
    for last in (-1, *found):
        rest = tokens[last + 1 :]
        led = next((index for index, token in enumerate(rest) if lowered(token.group()) not in words_of(table, "particles")), 0)
        at_place = last >= 0 and led > 0 and lowered(rest[led].group()) in words_of(table, "places")
        if at_place and len(rest) - led > _FEWEST and is_given(rest[led + 1].group()):
            # "le diplomate du Chili Ana Silva": the place belongs to the office.
            return last + 1 + led + 1
        if not rest or not rest[led].group()[0].isupper() or (led and last < 0 and not _begins_with_particle(rest)):
            continue
        if last >= 0 and led == len(rest) - 1 and is_role(spelled[last], table) and _is_of(rest[:led], table):
            # "la préfète du Valmont": one word behind "of" says whose the office is, not who holds it.
            continue
        if last >= 0 and lowered(tokens[last].group().rstrip(".")) in words_of(table, "articles"):
            continue
        joined = last > 0 and lowered(spelled[last - 1]) in links(table) | words_of(table, "and_words")
        titled = last >= 0 and lowered(spelled[last]) in words_of(table, "honorifics")
        if joined and not titled and len(rest) == 1 and not is_given(rest[0].group()):
            # "Minister for Migrant Health", "the Centre for Migrant and Harbour Studies".
            continue
        if last > 0 and not titled and _is_in_complement(spelled, last, table) and _is_named_later(rest[led:]):
            # "Director of Refugee Support Ana Silva": the name begins with the given name.
            continue
        if _is_person_list(part[tokens[last + (not titled)].start() :], table):
            return last + 1
    return _name_behind_complement(tokens, part, table) or _name_behind_noun(tokens, part, table)


def _is_in_complement(spelled: list[str], index: int, table: CueTable) -> bool:
    # "Minister for Refugees": a role with a capital behind another and a small word.
    offices = [n for n in range(index) if is_role(spelled[n], table)]
    linked = bool(offices) and any(lowered(word) in links(table) for word in spelled[offices[0] + 1 : index])
    return linked and spelled[index][0].isupper()


def _is_named_later(words: list[re.Match[str]]) -> bool:
    given = [number for number, word in enumerate(words[:-1]) if is_given(word.group())]
    return bool(given) and given[0] > 0


def _is_of(small: list[re.Match[str]], table: CueTable) -> bool:
    return bool(small) and bool(table.adjectives) and all(word.group() in words_of(table, "at_words") for word in small)


def _is_within_house(spelled: list[str], index: int, table: CueTable) -> bool:
    # "el dirigente de la Coordinadora Nacional": behind an office and a small word, a role with a capital names where it is held.
    linked = index > 1 and spelled[index][0].isupper() and lowered(spelled[index - 1]) in links(table) | words_of(table, "articles")
    more = index + 1 < len(spelled) and (lowered(spelled[index + 1]) in words_of(table, "office_words"))
    return (
        bool(table.adjectives) and linked and more and any(is_role(word, table) and word.islower() for word in spelled[: index - 1])
    )


def _is_within_name(spelled: list[str], index: int, table: CueTable) -> bool:
    # "Nuestra Señora de los Mares": behind another word with a capital a title is part of a name.
    before = spelled[index - 1] if index else ""
    titles = (words_of(table, "honorifics") | words_of(table, "articles")) - words_of(table, "its")
    return spelled[index][:1].isupper() and before[:1].isupper() and lowered(before) not in titles and not is_role(before, table)


def is_field(words: list[str], table: CueTable) -> bool:
    """Tell whether words end in a field of work behind a small word rather than in a title: "Minister for Justice"."""
    linked = len(words) > 1 and lowered(words[-2]) in words_of(table, "at_words")
    return linked and lowered(words[-1]) in words_of(table, "fields")


def _begins_with_particle(tokens: list[re.Match[str]]) -> bool:
    # "El Hadj Omar Sow": with a given name behind it.
    return tokens[0].group()[0].isupper() and any(is_given(token.group()) for token in tokens[1:])


def _name_behind_complement(tokens: list[re.Match[str]], part: str, table: CueTable) -> int | None:
    # "Commissioner for Refugees Ana Silva": a given name tells where the name begins, or the noun that ends an organisation's.
    words = [token.group() for token in tokens]
    if not any(is_role(word, table) for word in words):
        return None
    for index in range(1, len(words) - 1):
        rest = part[tokens[index].start() :]
        before = lowered(words[index - 1])
        ends = before in words_of(table, "organisation_words") and words[index - 1][0].isupper() and not table.adjectives
        ends = ends and not (words[-1].isupper() and len(words[-1]) < _LONGEST_NAME)
        named = is_given(words[index]) or (ends and len(words) - index <= _LONGEST_NAME and words[index - 2][0].isupper())
        if named and table.adjectives and (_is_named_after(words[:index], table) or _is_of_place(words[:index], table)):
            continue
        if named and words[index][0].isupper() and before not in links(table) and _is_person_list(rest, table):
            return index
    return None


def _is_named_after(before: list[str], table: CueTable) -> bool:
    # "déléguée de la Fondation Abbé Luc", "directrice de l'Institut Marie Brisk": whom a house is named after.
    house = next((_ARTICLE.sub("", word) for word in reversed(before) if lowered(word) not in words_of(table, "honorifics")), "")
    return house[:1].isupper() and lowered(house) in words_of(table, "organisation_words")


def _is_of_place(before: list[str], table: CueTable) -> bool:
    # "el alcalde de San Luis Rey": a saint's name behind a small word.
    opens = lowered(before[-1]) in name_table().saints
    return opens and len(before) > 1 and before[-1][0].isupper() and lowered(before[-2]) in links(table)


def links(table: CueTable) -> frozenset[str]:
    """Return the small words that join a role, a place or a name to what stands before it."""
    return words_of(table, "at_words") | words_of(table, "belonging") | words_of(table, "particles")


def _name_behind_noun(tokens: list[re.Match[str]], part: str, table: CueTable) -> int | None:
    # "my late colleague Ana Silva": a noun that no table knows, behind an article, then a full name.
    first = len(tokens)
    while first and tokens[first - 1].group()[0].isupper():
        first -= 1
    before = [lowered(token.group()) for token in tokens[:first]]
    linking = words_of(table, "introductions") | words_of(table, "particles") | words_of(table, "at_words")
    if (
        not 2 <= len(before) <= 4
        or len(tokens) - first < 2
        or before[0] not in words_of(table, "articles")
        or linking & set(before[1:])
    ):
        return None
    return first if is_person(part[tokens[first].start() :], table) else None


def _is_person_list(words: str, table: CueTable) -> bool:
    return all(is_person(name, table) for name in conjuncts(words, table))


@lru_cache(maxsize=1024)
def conjuncts(words: str, table: CueTable) -> tuple[str, ...]:
    """Return what "and" joins."""
    simple = tuple(word for word in table.and_words if " " not in word)
    return tuple(name.strip() for name in word_list(simple).split(words) if name.strip())


def is_person(name: str, table: CueTable) -> bool:
    """Tell whether words can be one person's name, honorifics and letters behind it aside."""
    bare = without_honorifics(name, table)
    tokens = TOKEN.findall(bare)
    if not 1 <= len(tokens) <= 6:
        return False
    titled = bare != name.strip() or is_given(tokens[0])
    if any(
        lowered(token) in words_of(table, "organisation_words") and not (titled and number and is_surname(token))
        for number, token in enumerate(tokens)
    ):
        return False
    if not titled and any(lowered(token) in words_of(table, "geography") for token in tokens):
        return False
    if len(tokens) == 1 and (
        lowered(tokens[0]) in words_of(table, "office_words") or lowered(tokens[0]) in name_table().named_after
    ):
        return False
    # "Mr Baker", "Ruth Shepherd": a role's noun as surname.
    known = is_surname(tokens[-1]) or is_given(tokens[0])
    surname = tokens[-1][0].isupper() and (known if len(tokens) > 1 else known or bare != name.strip())
    surnames = len(tokens) > 1 and is_given(tokens[0]) and bool(table.adjectives)
    kept = tokens[:1] if surnames else tokens[:-1] if surname else tokens
    if any(is_role(token, table) for token in kept):
        return False
    opener = lowered(tokens[0])
    titled = bare != name.strip() and opener in words_of(table, "particles")
    if not titled and (opener in words_of(table, "introductions") or opener in words_of(table, "starters")):
        return False
    if any(len(token) > 2 and token.isupper() for token in tokens) and not name.isupper():
        return False
    if tokens[0].isupper() and len(tokens[0]) > 1 and (len(tokens) == 1 or (bool(table.adjectives) and not name.isupper())):
        # "maire PS de Guéret": the letters of a party begin no name.
        return False
    proper = [token for token in tokens if token[0].isupper()]
    small = [token for token in tokens if not token[0].isupper()]
    return bool(proper) and all(
        lowered(token) in words_of(table, "particles") or "-" in token or _ELIDED.match(token) is not None for token in small
    )


def office_behind(words: list[str], table: CueTable) -> int | None:
    """Return which of a run of words with capitals begins an office behind a full name: "Ana Silva National Secretary"."""
    if len(words) <= _FEWEST or not is_given(words[0]) or lowered(words[0]) in words_of(table, "places") or table.adjectives:
        # Spanish and French have two surnames rather: "Ana Silva Nieto".
        return None
    last = next((n for n, word in enumerate(words) if n and lowered(word) not in words_of(table, "particles")), 0)
    behind = words[last + 1 :]
    surname = lowered(words[last])
    place = surname in words_of(table, "organisation_words") | words_of(table, "geography") and not is_surname(words[last])
    named_after = bool(behind) and lowered(behind[0]) in name_table().named_after
    if not last or place or named_after or any(is_given(word) for word in behind):
        return None
    # "Enrique Brisco Nieto": a second surname that is a noun for what a person is, too.
    surnames = bool(table.adjectives) and len(behind) == 1 and is_surname(behind[0])
    return last + 1 if any(is_role(word, table) for word in behind) and not surnames else None


def names_in(words: str, table: CueTable) -> tuple[str, ...]:
    """Return the names in a list of names, bare."""
    return tuple(_SCANNED.sub("", without_honorifics(name, table)) for name in conjuncts(words, table))


def without_honorifics(words: str, table: CueTable) -> str:
    """Return a name without the titles before it and the letters behind it."""
    tokens = words.split()
    while tokens and lowered(tokens[0].rstrip(".")) in words_of(table, "honorifics"):
        tokens.pop(0)
    while tokens and lowered(tokens[-1].rstrip(".")) in words_of(table, "honorifics") and not is_field(tokens, table):
        tokens.pop()
    return " ".join(without_letters(tokens))
