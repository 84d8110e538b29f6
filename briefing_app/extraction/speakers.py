"""The words that name a speaker, taken apart: names, role, organisation."""

import re
from dataclasses import dataclass

from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.phrases import lowered, word_list, words_of

_TOKEN = re.compile(r"[\w][\w’'.-]*|&")
_BRACKETS = re.compile(r"\s*\([^)]*\)?|\s*\[[^\]]*\]?")
_POSSESSIVE = re.compile(r"[’']s?(?=\s)")
_SCANNED = re.compile(r"(?<=[a-z])\d\b|[*_]+")
"""Digits and marks that scanning leaves on names."""
_SMALL = 4
_LONGEST_ROLE = 12
_RELATIVE = re.compile(
    r",?\s+(?:who|which|whose|while|as|after|when|in an?|during|que|quien|qui|dont|lors|en una?|dans une?|tras|al|"
    r"laquelle|lequel|auquel|duquel|à propos)\s",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, as one place of the text words it. ``names`` are persons; none: the organisation, or nobody known."""

    names: tuple[str, ...] = ()
    role: str | None = None
    organisation: str | None = None
    pronoun: bool = False
    """A pronoun, or "the organisation": somebody named elsewhere."""
    theirs: str = ""
    """The role is one at "the organisation", by this word: the one named elsewhere."""

    @property
    def known(self) -> bool:
        """Tell whether anything at all is said about the speaker."""
        return bool(self.names or self.role or self.organisation or self.pronoun)


def voice(words: str, table: CueTable) -> Voice:
    """Return the speaker that words such as "Ana Silva, director of Relief Org (RO)" name; nothing known when they name none."""
    words = re.split(r"\s[“«\"‘]", _BRACKETS.sub("", " ".join(words.split())), maxsplit=1)[0].strip(" ,;:.–—-")
    if not words:
        return Voice()
    if lowered(words) in words_of(table, "pronouns"):
        return Voice(pronoun=True)
    names: tuple[str, ...] = ()
    roles: list[str] = []
    organisations: list[str] = []
    for part in _parts(words):
        part_names, role, organisation = _part(part, table)
        role = role or _described(part, table, known=bool(not names or part_names or organisation))
        if part_names and names:
            if roles and _is_rest_of_list(part, table):
                (organisations or roles)[-1] += f", {part}"
            break
        names = names or part_names
        roles += [role] if role else []
        organisations += [organisation] if organisation else []
    role = roles[0] if roles else None
    if role:
        role, at = _split_role(role, table)
        organisations = [at, *organisations] if at else organisations
    theirs = ""
    if role and not organisations:
        role, theirs = _without_their_organisation(role, table)
    if not names and not role and not organisations:
        return Voice(pronoun=_is_organisation_noun(words, table))
    organisation = _bare(organisations[0], table) if organisations else None
    if organisation and _is_organisation_noun(organisation, table):
        return Voice(names, role, None, pronoun=not names and not role, theirs=lowered(organisation) if role else "")
    return Voice(names, role, organisation, theirs=theirs)


def _without_their_organisation(role: str, table: CueTable) -> tuple[str, str]:
    # "director of the organisation": which one, the rest of the text says.
    for link in word_list(table.at_words).finditer(role):
        rest = role[link.end() :].strip()
        if (
            link.start()
            and rest
            and len(rest.split()) < 4
            and _is_organisation_noun(rest, table)
            and not word_list(table.papers).search(rest)
        ):
            return role[: link.start()].strip(), lowered(_bare(rest, table))
    return role, ""


def _described(part: str, table: CueTable, *, known: bool) -> str | None:
    # "Ana Silva, a beekeeper": behind a name, an article or the ending of an agent's noun says what somebody is.
    first, _, rest = part.partition(" ")
    if known or len(part.split()) > _LONGEST_ROLE:
        return None
    indefinite = lowered(first) in words_of(table, "indefinite") and rest[:1].islower() | rest[:1].isdigit()
    return _bare(part, table) if indefinite or (first.islower() and len(first) > _SMALL and first.endswith(table.agents)) else None


def _is_rest_of_list(part: str, table: CueTable) -> bool:
    # "representative for Norland, Soria and Vall": names of places after the role, not of more speakers.
    return len(_conjuncts(part, table)) > 1


def _parts(words: str) -> list[str]:
    cut = _RELATIVE.search(words)
    if cut and cut.start() > 0:
        words = words[: cut.start()]
    parts = [part.strip() for part in words.split(",")]
    return [part for part in parts if part][:5]


def _part(part: str, table: CueTable) -> tuple[tuple[str, ...], str | None, str | None]:
    """Return the names, the role and the organisation in one part between commas."""
    organisation = None
    owner = _POSSESSIVE.search(part)
    if owner and _role_place(part[owner.end() :], table) is not None:
        organisation, part = part[: owner.start()], part[owner.end() :].strip()
    member = word_list(table.belonging).match(part)
    if member and part[member.end() :].strip()[:1].isupper() and _is_organisation(part[member.end() :].strip(), table):
        return (), None, part[member.end() :].strip()
    belongs = _belonging(part, table)
    if belongs:
        return belongs[0], None, belongs[1]
    tokens = list(_TOKEN.finditer(part))
    name_start = _name_start(tokens, part, table)
    if name_start is not None:
        names = _names(part[tokens[name_start].start() :], table)
        if names:
            before = part[: tokens[name_start].start()].strip()
            before = _without_honorifics(before, table)
            role, at = _titled(before, table)
            return names, role, organisation or at
    if _role_place(part, table) is not None:
        role, at = _titled(part, table)
        return (), role, organisation or at
    return (), None, organisation or (part if _is_organisation(part, table) else None)


def _belonging(part: str, table: CueTable) -> tuple[tuple[str, ...], str] | None:
    """Return name and organisation of "Rosa Lind of the Harbour Council", None when it is no such thing."""
    for link in word_list(table.belonging).finditer(part):
        name, organisation = part[: link.start()].strip(), part[link.end() :].strip()
        known = _is_organisation(organisation, table) and organisation[:1].isupper()
        if len(_TOKEN.findall(_without_honorifics(name, table))) > 1 and known and _is_person(name, table):
            return _names(name, table), _bare(organisation, table)
    return None


def _name_start(tokens: list[re.Match[str]], part: str, table: CueTable) -> int | None:
    # A name, or a list of names, stands last in its part: after a role or an honorific, or it is the whole part.
    special = words_of(table, "roles") | words_of(table, "honorifics") | words_of(table, "articles")
    found = [index for index, token in enumerate(tokens) if lowered(token.group().rstrip(".")) in special]
    for last in (-1, *found):
        rest = tokens[last + 1 :]
        if not rest or not rest[0].group()[0].isupper():
            continue
        if last >= 0 and lowered(tokens[last].group().rstrip(".")) in words_of(table, "articles"):
            continue
        if _is_person_list(part[rest[0].start() :], table):
            return last + 1
    return _name_behind_noun(tokens, part, table)


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
    return first if _is_person(part[tokens[first].start() :], table) else None


def _is_person_list(words: str, table: CueTable) -> bool:
    return all(_is_person(name, table) for name in _conjuncts(words, table))


def _conjuncts(words: str, table: CueTable) -> list[str]:
    simple = tuple(word for word in table.and_words if " " not in word)
    return [name.strip() for name in word_list(simple).split(words) if name.strip()]


def _is_person(name: str, table: CueTable) -> bool:
    tokens = _TOKEN.findall(_without_honorifics(name, table))
    if not 1 <= len(tokens) <= 6:
        return False
    if any(
        lowered(token) in words_of(table, "organisation_words") or lowered(token) in words_of(table, "roles") for token in tokens
    ):
        return False
    if lowered(tokens[0]) in words_of(table, "introductions") or lowered(tokens[0]) in words_of(table, "starters"):
        return False
    if any(len(token) > 2 and token.isupper() for token in tokens) and not name.isupper():
        return False
    if len(tokens) == 1 and tokens[0].isupper():
        return False
    proper = [token for token in tokens if token[0].isupper()]
    small = [token for token in tokens if not token[0].isupper()]
    return bool(proper) and all(lowered(token) in words_of(table, "particles") or "-" in token for token in small)


def _names(words: str, table: CueTable) -> tuple[str, ...]:
    return tuple(_SCANNED.sub("", _without_honorifics(name, table)) for name in _conjuncts(words, table))


def _without_honorifics(words: str, table: CueTable) -> str:
    tokens = words.split()
    while tokens and lowered(tokens[0].rstrip(".")) in words_of(table, "honorifics"):
        tokens.pop(0)
    while tokens and lowered(tokens[-1].rstrip(".")) in words_of(table, "honorifics"):
        tokens.pop()
    return " ".join(tokens)


def _role_place(words: str, table: CueTable) -> int | None:
    found = word_list(table.roles).search(words)
    return found.start() if found else None


def _titled(words: str, table: CueTable) -> tuple[str | None, str | None]:
    """Split "HRT President" and "the mayor" into role and organisation before it."""
    words = _bare(words, table)
    if not words:
        return None, None
    tokens = words.split()
    if len(tokens) > 1 and lowered(tokens[0]) in words_of(table, "introductions"):
        words, tokens = words.split(maxsplit=1)[1], tokens[1:]
    place = _role_place(words, table)
    if place is None:
        return None, words if _is_organisation(words, table) else None
    acronyms = 0
    while acronyms < len(tokens) - 1 and tokens[acronyms].isupper() and len(tokens[acronyms]) > 1:
        acronyms += 1
    if acronyms:
        return " ".join(tokens[acronyms:]), " ".join(tokens[:acronyms])
    known = [
        at for at, token in enumerate(tokens) if lowered(token) in words_of(table, "organisation_words") and token[0].isupper()
    ]
    owned = [at for at in known if any(lowered(token) in words_of(table, "roles") for token in tokens[at + 1 :])]
    if owned and tokens[0][0].isupper():
        # "Norland Refugee Network executive director": the name of the organisation stands before the role.
        return " ".join(tokens[owned[-1] + 1 :]), " ".join(tokens[: owned[-1] + 1])
    return words, None


def _split_role(role: str, table: CueTable) -> tuple[str, str | None]:
    """Split "director at the Centre" into role and organisation; what follows must begin like a name."""
    for word in table.at_words:
        for match in word_list((word,)).finditer(role):
            after = _up_to_another_role(role[match.end() :].strip(), table)
            tokens = _TOKEN.findall(_bare(after, table))
            if tokens and match.start() > 0 and tokens[0][0].isupper() and _names_organisation(after, word, table):
                return role[: match.start()].strip(), _bare(after, table)
    return role, None


def _up_to_another_role(words: str, table: CueTable) -> str:
    # "the Harbour League and author of the report": what follows "and" is what else they are.
    for link in word_list(table.and_words).finditer(words):
        following = lowered((_TOKEN.findall(_bare(words[link.end() :], table)) or [""])[0])
        if following in words_of(table, "roles"):
            return words[: link.start()].strip()
    return words


def _names_organisation(words: str, link: str, table: CueTable) -> bool:
    if lowered(link).split()[0] in {"at", "with", "chez"}:
        return True
    head = _TOKEN.findall(words)
    return any(lowered(token) in words_of(table, "organisation_words") or (token.isupper() and len(token) > 1) for token in head)


def _bare(words: str, table: CueTable) -> str:
    words = words.strip(" ,;:")
    article = word_list(table.articles).match(words)
    words = words[article.end() :].strip() if article else words
    first, _, rest = words.partition(" ")
    # "the charity Harbour Trust", "la organización Amparo": the noun says what the name names.
    return rest.strip() if first in words_of(table, "organisation_nouns") and rest[:1].isupper() else words


def _is_organisation(words: str, table: CueTable) -> bool:
    tokens = _TOKEN.findall(_bare(words, table))
    if not tokens or len(tokens) > 14:
        return False
    if any(lowered(token) in words_of(table, "organisation_nouns") for token in tokens):
        return True
    first = lowered(tokens[0])
    if not tokens[0][0].isupper() or first in words_of(table, "introductions") or first in words_of(table, "pronouns"):
        return False
    capitals = sum(token[0].isupper() for token in tokens)
    return len(tokens) == 1 or capitals > 1 or tokens[0].isupper() or first in words_of(table, "organisation_words")


def _is_organisation_noun(words: str, table: CueTable) -> bool:
    tokens = [lowered(token) for token in _TOKEN.findall(_bare(words, table))]
    found = word_list(table.organisation_nouns).search(_bare(words, table).lower())
    return (
        bool(tokens)
        and bool(found)
        and not any(token[0].isupper() for token in _TOKEN.findall(_bare(words, table))[1:])
        and (words[:1].islower() or len(tokens) == 1 or word_list(table.articles).match(words) is not None)
    )


def trimmed(text: str, span: Span) -> Span:
    """Return the span without the punctuation that stands around an attribution."""
    start, end = span.start, span.end
    while start < end and not (text[start].isalnum()):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in ").’'"):
        end -= 1
    return Span(start, end)
