"""Where a role that stands behind a name is held: "director at the Centre", "its president"."""

import re
from functools import cache

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.organisation_names import bare, is_organisation_noun
from briefing_app.extraction.people.personal import TOKEN, links
from briefing_app.extraction.text.phrases import either, is_role, lowered, word_list, words_of
from briefing_app.extraction.text.tables import name_table

LONGEST_ROLE = 12
"""Words of a role, at most."""
_SHORT_ROLE = 2
"""A role of so few words, without a place, may be followed by another: "sociologist, author of the report"."""
ANY = "*"
"""In place of a noun for an organisation: whichever is spoken of."""
_TOKEN_BEFORE = re.compile(r"([\w’']+)\s+$")


@cache
def _at_place(table: CueTable) -> re.Pattern[str]:
    # Where an office is held: "director of the agency in Norland".
    within = either(name_table().within_place)
    return re.compile(rf"\s{either(table.in_place)}\s[A-ZÀ-Þ][\w’'-]*(?:\s(?:{within}|[A-ZÀ-Þ])[\w’'-]*){{0,4}}$")


def first_role(roles: list[str], organisations: list[str], table: CueTable) -> tuple[str | None, list[str]]:
    """Return the role that several descriptions give, and the organisations: "barrister, president of the Alliance"."""
    if not roles:
        return None, organisations
    role, at = split_role(roles[0], table)
    if not at and not organisations and len(roles) > 1 and len(role.split()) <= _SHORT_ROLE:
        further, at = split_role(roles[1], table)
        role = f"{role}, {further}"
    return role, [at, *organisations] if at else organisations


def split_role(role: str, table: CueTable) -> tuple[str, str | None]:
    """Return role and organisation of "director at the Centre"; what follows must begin like a name."""
    for word in table.at_words:
        for match in word_list((word,)).finditer(role):
            after = _up_to_another_role(role[match.end() :].strip(), table)
            tokens = TOKEN.findall(bare(after, table))
            if link_within_name(role[: match.start()], role[match.end() :], table):
                continue
            office = lowered((role[: match.start()].split() or [""])[-1]) in words_of(table, "offices")
            link = "" if office else word
            if tokens and match.start() > 0 and tokens[0][0].isupper() and _is_held_at(after, link, table):
                if _is_further_office(role[match.end() :].strip()[len(after) :], table):
                    return role, None
                return role[: match.start()].strip(), bare(after, table)
    return role, None


def link_within_name(before: str, behind: str, table: CueTable) -> bool:
    """Tell whether a small word joins two words of a name: "member of the board of Seamen | of the World"."""
    words = before.split()
    if table.adjectives and len(words) > 1 and _is_within_house(words[-2:], table):
        # "responsable de Médecins | du Lac": the noun for a person begins the name of those who hold together.
        return True
    if len(behind.split()) > 1 or behind.isupper():
        return False
    small = len(words) > 1 and lowered(words[-2]) in links(table) | words_of(table, "articles")
    return small and words[-1][0].isupper() and lowered(words[-1]) not in table.places and not is_role(words[-1], table)


def _is_within_house(words: list[str], table: CueTable) -> bool:
    # One person would have an article: "conseiller du Ministre".
    link, word = lowered(words[0]), words[1]
    one = {word.removesuffix("s"), word.removesuffix("es")} - {word}
    one |= (
        {word}
        if link in words_of(table, "belonging") - words_of(table, "articles") - words_of(table, "singular_articles")
        else set()
    )
    joined = link in links(table) and word[:1].isupper() and not word.isupper()
    return joined and any(is_role(noun, table) for noun in one)


def _up_to_another_role(words: str, table: CueTable) -> str:
    # "the Harbour League and author of the report": what follows "and" is what else they are.
    for link in word_list(table.and_words).finditer(words):
        following = TOKEN.findall(bare(words[link.end() :], table))
        named_after = len(following) > 1 and following[0][0].isupper() and following[1][0].isupper()
        if following and is_role(following[0], table) and not named_after and (following[0].islower() or not table.adjectives):
            return words[: link.start()].strip()
    return words


def _is_further_office(words: str, table: CueTable) -> bool:
    # "… and spokesperson of the Circle": an office with a place of its own, so that both are told.
    place = word_list(table.at_words).search(words)
    return place is not None and words[place.end() :].strip()[:1].isupper() and len(words.split()) <= LONGEST_ROLE


def _is_held_at(words: str, link: str, table: CueTable) -> bool:
    if lowered(bare(words, table)) in words_of(table, "fields"):
        # "Comisionado de los Derechos Humanos": what for, not where.
        return False
    if lowered(link) in words_of(table, "held_for") and _is_cause(words, table):
        return False
    if lowered(link).partition(" ")[0] in words_of(table, "held_at"):
        return True
    head = TOKEN.findall(words)
    if lowered(link) in words_of(table, "held_for") and len(head) > 1 and all(token[0].isupper() for token in head):
        return lowered(words) not in words_of(table, "places")
    return any(lowered(token) in words_of(table, "organisation_words") or (token.isupper() and len(token) > 1) for token in head)


def _is_cause(words: str, table: CueTable) -> bool:
    # "spokesperson for Fisheries and Ports": what for, too.
    tokens = TOKEN.findall(words)
    houses = {lowered(token) for token in tokens} & words_of(table, "organisation_words")
    within = [token for token in tokens if token.islower() and lowered(token) not in words_of(table, "and_words")]
    return houses == {"rights"} and not within


def without_their_organisation(role: str, table: CueTable) -> tuple[str, str]:
    """Return a role and the noun it is held at: "director of the agency in Norland"; which one, the rest of the text says."""
    for link in reversed(list(word_list(table.at_words).finditer(role))):
        rest = role[link.end() :].strip()
        place = _at_place(table).search(rest)
        noun = _without_pointing(rest[: place.start()] if place else rest, table)
        if (
            link.start()
            and noun
            and len(noun.split()) < 4
            and is_organisation_noun(noun, table)
            and not word_list(table.papers).search(noun)
        ):
            at = f" {place.group().strip()}" if place else ""
            return role[: link.start()].strip() + at, lowered(bare(noun, table))
    return role, ""


def _without_pointing(words: str, table: CueTable) -> str:
    # "miembro del mismo colectivo", "coordinador de este Consejo", "secretario de nuestra organización".
    first, _, rest = words.partition(" ")
    pointing = words_of(table, "likewise") | words_of(table, "demonstratives") | words_of(table, "its")
    return rest if table.own_endings and lowered(first) in pointing else words


def whose_role(words: str, role: str, table: CueTable) -> str:
    """Return ``ANY`` where a role is one at the organisation spoken of ("its director"); "sa mère" is somebody's."""
    first = _TOKEN_BEFORE.search(words[: max(0, words.find(role))])
    its = first is not None and lowered(first.group(1)) in words_of(table, "its")
    return ANY if its and not word_list(table.kin).search(role) else ""
