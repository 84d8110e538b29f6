"""The words that name a speaker, taken apart: names, role, organisation."""

import re
from dataclasses import dataclass

from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.given import is_given
from briefing_app.extraction.personal import TOKEN, conjuncts, is_person, links, name_start, names_in, without_honorifics
from briefing_app.extraction.phrases import is_role, lowered, role_words, word_list, words_of

_BRACKETS = re.compile(r"\s*\([^)]*\)?|\s*\[[^\]]*\]?")
_POSSESSIVE = re.compile(r"[’']s?(?=\s)")
_SMALL = 4
_HEAD = 3
"""A noun's head stands in so many words."""
_LONGEST_ROLE = 12
_SHORT_ROLE = 2
"""A role of so few words, without a place, may be followed by another: "sociologist, author of the report"."""
AGE = re.compile(r"(?:aged |de |[a-zà-ÿ]+ de )?\d{1,3}(?: (?:ans|años|years old))?(?: de edad)?")
_ONE_OF = re.compile(r", (?:one of the|un[oa] de l[oa]s|l[’']une? des) (?:[\d.,]+ )?([\w-]+)s\b", re.IGNORECASE)
_AGED_AS = re.compile(r", ([a-zà-ÿ]{4,}(?: de) \d{1,3} (?:ans|años))(?=,|$)")
ANY = "*"
"""In place of a noun for an organisation: whichever is spoken of."""
_TOKEN_BEFORE = re.compile(r"([\w’']+)\s+$")
_AT_PLACE = re.compile(
    r"\s(?:in|for|en|au|aux|à|para)\s(?:the\s|el\s|la\s|los\s|las\s)?[A-ZÀ-Þ][\w’'-]*(?:\s(?:de|del|du|[A-ZÀ-Þ])[\w’'-]*){0,4}$"
)
"""Where an office is held: "director of the agency in Norland"."""
_DANGLING = re.compile(r",?\s(?:who|which|that|qui|que|quien)$")
_ACRONYM = re.compile(r"[A-ZÀ-Þ]{2,8}")
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
    whole: str | None = None
    """The role with that word, for where nothing in the document tells which organisation it is."""

    @property
    def known(self) -> bool:
        """Tell whether anything at all is said about the speaker."""
        return bool(self.names or self.role or self.organisation or self.pronoun)


def voice(words: str, table: CueTable) -> Voice:
    """Return the speaker that words such as "Ana Silva, director of Relief Org (RO)" name; nothing known when they name none."""
    words = re.split(r"\s[“«\"‘]", _BRACKETS.sub("", " ".join(words.split())), maxsplit=1)[0].strip(" ,;:.–—-")
    words = _DANGLING.sub("", words)
    if not words:
        return Voice()
    if lowered(words) in words_of(table, "pronouns") or _is_their_paper(words, table) or _is_likewise(words, table):
        return Voice(pronoun=True)
    names, roles, organisations = _described_parts(words, table)
    led = word_list(table.leading).search(words)
    role, organisations = _office(roles, organisations, table)
    if not role and names and led:
        # "Ana Silva, who directs field operations".
        role, organisations = _leads(words[led.start() :], table)
    role = role or _by_position(words, names, table) or (_by_number(words, table) if names else None)
    theirs, whole = "", role
    if role and not organisations:
        role, theirs = _without_their_organisation(role, table)
        theirs = theirs or _possessed(words, role, table)
    if not names and not role and not organisations:
        return _unnamed(words, table)
    organisation = _bare(organisations[0], table) if organisations else ""
    if organisation[:1].islower() | organisation.isupper() and _is_organisation_noun(organisation, table):
        return Voice(names, role, None, pronoun=not names and not role, theirs=lowered(organisation) if role else "")
    return Voice(names, role, organisation or None, theirs=theirs, whole=whole if theirs else None)


def _described_parts(words: str, table: CueTable) -> tuple[tuple[str, ...], list[str], list[str]]:
    """Return the names, the roles and the organisations in the parts between commas."""
    names: tuple[str, ...] = ()
    roles: list[str] = []
    organisations: list[str] = []
    for part in _parts(words):
        if roles and not organisations and names and _is_whole_organisation(part, table):
            organisations.append(part)
            continue
        part_names, role, organisation = _part(part, table)
        role = role or _described(part, table, known=bool(not names or part_names or organisation))
        if part_names and names:
            if roles and _is_rest_of_list(part, table):
                (organisations or roles)[-1] += f", {part}"
            break
        names = names or part_names
        roles += [role] if role else []
        organisations += [organisation] if organisation else []
    return names, roles, organisations


def _is_likewise(words: str, table: CueTable) -> bool:
    # "dijo el también coordinador": somebody named before.
    article = word_list(table.articles).match(words)
    following = words[article.end() :].split(maxsplit=1) if article else []
    return bool(following) and lowered(following[0]) in words_of(table, "likewise")


def _possessed(words: str, role: str, table: CueTable) -> str:
    # "its director, Ana Silva": of the organisation spoken of; "sa mère" is somebody's.
    first = _TOKEN_BEFORE.search(words[: max(0, words.find(role))])
    its = first is not None and lowered(first.group(1)) in words_of(table, "its")
    return ANY if its and not word_list(table.kin).search(role) else ""


def _leads(clause: str, table: CueTable) -> tuple[str | None, list[str]]:
    relative, _, rest = clause.partition(" ")
    words = " ".join(re.split(r"[,;]|\s(?:and|y|et)\s", rest, maxsplit=1)[0].split()[:_LONGEST_ROLE])
    led = words.partition(" ")[2]
    if _is_organisation(led, table) and _bare(led, table)[:1].isupper():
        return None, [_bare(led, table)]
    role, at = _split_role(words, table)
    return role or relative, [at] if at else []


def _by_position(words: str, names: tuple[str, ...], table: CueTable) -> str | None:
    # "the ward elder, Ana Silva": between an article and a full name stands what somebody is, whatever the noun.
    first, _, rest = words.partition(",")
    article = word_list(table.articles).match(first)
    noun = first[article.end() :].strip() if article else ""
    full = len(names) == 1 and " " in names[0] and names[0].partition(" ")[0] in rest
    return noun if full and noun[:1].islower() and len(noun.split()) <= _SMALL else None


def _by_number(words: str, table: CueTable) -> str | None:
    # "Ana Silva, one of the 40 volunteers"; "Walter, danés de 22 años".
    one = _ONE_OF.search(words)
    for noun in (one.group(1), one.group(1).removesuffix("e")) if one else ():
        if is_role(noun, table):
            return noun
    aged = _AGED_AS.search(words)
    return aged.group(1) if aged else None


def _is_their_paper(words: str, table: CueTable) -> bool:
    # "her letter": whoever was named wrote it.
    first, _, rest = words.partition(" ")
    return lowered(first) in words_of(table, "his_or_her") and lowered(rest) in words_of(table, "papers")


def _unnamed(words: str, table: CueTable) -> Voice:
    # "an old farmer from Vall": somebody without a name, whatever the noun.
    if _is_organisation_noun(words, table):
        return Voice(pronoun=True)
    first, _, rest = words.partition(" ")
    noun = rest.split(maxsplit=1)[0] if rest else ""
    somebody = lowered(first) in words_of(table, "indefinite") and noun.islower() and len(words.split()) <= _LONGEST_ROLE
    somebody = somebody and not any(letter.isdigit() for letter in words)
    return Voice(role=_bare(words, table)) if somebody else Voice()


def _office(roles: list[str], organisations: list[str], table: CueTable) -> tuple[str | None, list[str]]:
    """Return the role that several descriptions give, and the organisations: "barrister, president of the Alliance"."""
    if not roles:
        return None, organisations
    role, at = _split_role(roles[0], table)
    if not at and not organisations and len(roles) > 1 and len(role.split()) <= _SHORT_ROLE:
        further, at = _split_role(roles[1], table)
        role = f"{role}, {further}"
    return role, [at, *organisations] if at else organisations


def _is_whole_organisation(part: str, table: CueTable) -> bool:
    # "Ana Silva, director, Norland Red Cross": behind a role without a place, a run of names is whose it is.
    tokens = TOKEN.findall(_bare(part, table))
    return len(tokens) > 1 and not is_given(tokens[0]) and not role_words(table).search(part) and _is_organisation(part, table)


def _without_their_organisation(role: str, table: CueTable) -> tuple[str, str]:
    # "director of the organisation", "director of the agency in Norland": which one, the rest of the text says.
    for link in reversed(list(word_list(table.at_words).finditer(role))):
        rest = role[link.end() :].strip()
        place = _AT_PLACE.search(rest)
        noun = rest[: place.start()] if place else rest
        if (
            link.start()
            and noun
            and len(noun.split()) < 4
            and _is_organisation_noun(noun, table)
            and not word_list(table.papers).search(noun)
        ):
            at = f" {place.group().strip()}" if place else ""
            return role[: link.start()].strip() + at, lowered(_bare(noun, table))
    return role, ""


def _described(part: str, table: CueTable, *, known: bool) -> str | None:
    # "Ana Silva, a beekeeper": behind a name, an article or the ending of an agent's noun says what somebody is.
    first, _, rest = part.partition(" ")
    if known or len(part.split()) > _LONGEST_ROLE:
        return None
    indefinite = lowered(first) in words_of(table, "indefinite") and rest[:1].isalnum()
    return _bare(part, table) if indefinite or (first.islower() and len(first) > _SMALL and first.endswith(table.agents)) else None


def _is_rest_of_list(part: str, table: CueTable) -> bool:
    # "representative for Norland, Soria and Vall": names of places after the role, not of more speakers.
    return len(conjuncts(part, table)) > 1


def _parts(words: str) -> list[str]:
    cut = _RELATIVE.search(words)
    if cut and cut.start() > 0:
        words = words[: cut.start()]
    parts = [part.strip() for part in words.split(",")]
    return [part for part in parts if part and not AGE.fullmatch(part)][:5]


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
    part, place = _without_place(_without_tail(part, table), table)
    organisation = organisation or place
    tokens = list(TOKEN.finditer(part))
    start = name_start(tokens, part, table)
    if start is not None:
        names = names_in(part[tokens[start].start() :], table)
        if names:
            before = part[: tokens[start].start()].strip()
            before = without_honorifics(before, table)
            role, at = _titled(before, table)
            return names, role, organisation or at
    if _role_place(part, table) is not None:
        role, at = _titled(part, table)
        return (), role, organisation or at
    words = _bare(part, table).split()
    if len(words) > 1 and _ACRONYM.fullmatch(words[0]) and words[1].islower() and words[1] not in links(table):
        # "ACR recommends": the rest is what it does.
        return (), None, organisation or words[0]
    return (), None, organisation or (part if _is_organisation(part, table) else None)


def _without_tail(part: str, table: CueTable) -> str:
    # "Ana Silva in Vall today", "Relief Org in its report": where and when something was said.
    for link in word_list(table.behind_name).finditer(part):
        before, after = part[: link.start()].strip(), part[link.end() :].strip()
        tokens = TOKEN.findall(before)
        if len(tokens) > 1 and tokens[-1][0].isupper() and _ends_in_name(tokens, before, table):
            return before
        if tokens and after[:1].islower() and not role_words(table).search(before) and _is_organisation(before, table):
            return before
    return part


def _without_place(part: str, table: CueTable) -> tuple[str, str | None]:
    # "Senator Ana Silva of Norland", "nurse Ana Silva from Relief Org": whose a titled person is.
    for link in word_list(table.belonging).finditer(part):
        before, after = part[: link.start()].strip(), part[link.end() :].strip()
        tokens = list(TOKEN.finditer(before))
        if len(tokens) > _HEAD - 1 and after[:1].isupper() and not role_words(table).search(after):
            found = name_start(tokens, before, table)
            if found and len(tokens) - found > 1:
                words = TOKEN.findall(_bare(after, table))
                known = any(lowered(word) in words_of(table, "organisation_words") or _ACRONYM.fullmatch(word) for word in words)
                if _is_surname(link.group(), after, table) and lowered(link.group()) != "of":
                    return part, None
                return before, _bare(after, table) if known else None
    return part, None


def _ends_in_name(tokens: list[str], words: str, table: CueTable) -> bool:
    found = name_start(list(TOKEN.finditer(words)), words, table)
    return found is not None and (len(tokens) - found > 1 or is_given(tokens[found]))


def _belonging(part: str, table: CueTable) -> tuple[tuple[str, ...], str] | None:
    """Return name and organisation of "Rosa Lind of the Harbour Council", None when it is no such thing."""
    for link in word_list(table.belonging).finditer(part):
        name, organisation = part[: link.start()].strip(), part[link.end() :].strip()
        known = (
            _is_organisation(organisation, table)
            and organisation[:1].isupper()
            and not _is_surname(link.group(), organisation, table)
        )
        if len(TOKEN.findall(without_honorifics(name, table))) > 1 and known and is_person(name, table):
            return names_in(name, table), _bare(organisation, table)
    return None


def _is_surname(link: str, words: str, table: CueTable) -> bool:
    # "Graciela Bustos de Iparraguirre": one word with a capital that is no acronym goes on with the name.
    alone = len(words.split()) == 1 and not words.isupper() and lowered(words) not in words_of(table, "organisation_words")
    return alone and lowered(link).strip() in words_of(table, "particles") | {"d'", "of"}


def _role_place(words: str, table: CueTable) -> int | None:
    found = role_words(table).search(words)
    return found.start() if found else None


def _titled(words: str, table: CueTable) -> tuple[str | None, str | None]:
    """Split "HRT President" and "the mayor" into role and organisation before it."""
    words = _bare(words, table)
    verb = word_list(table.statives).search(words)
    # "whose father was a farmer": behind a finite verb nothing is a title.
    words = words[: verb.start()].strip() if verb else words
    if not words:
        return None, None
    tokens = words.split()
    if len(tokens) > 1 and lowered(tokens[0]) in words_of(table, "introductions") | words_of(table, "dates"):
        # "vendredi le secrétaire", "entre sollozos la esposa": what stands before the article tells how.
        openers = word_list(table.articles + table.its).finditer(words)
        article = next((a.end() for a in openers if _opens_role(words[a.end() :], table)), None)
        words = words[article:].strip() if article else words.split(maxsplit=1)[1]
        tokens = words.split()
    place = _role_place(words, table)
    if place is None:
        return None, words if _is_organisation(words, table) else None
    if len(tokens) > 1 and tokens[0] in words_of(table, "organisation_nouns") and is_role(tokens[-1], table):
        # "agency spokesperson": of the agency named elsewhere.
        return " ".join(tokens[1:]), tokens[0]
    acronyms = 0
    while not words.isupper() and acronyms < len(tokens) - 1 and tokens[acronyms].isupper() and len(tokens[acronyms]) > 1:
        acronyms += 1
    if acronyms:
        return " ".join(tokens[acronyms:]), " ".join(tokens[:acronyms])
    known = [
        at for at, token in enumerate(tokens) if lowered(token) in words_of(table, "organisation_words") and token[0].isupper()
    ]
    owned = [at for at in known if any(is_role(token, table) for token in tokens[at + 1 :])]
    owned = [at for at in owned if not any(is_role(token, table) and links(table) & set(tokens[:at]) for token in tokens[:at])]
    if owned and tokens[0][0].isupper():
        # "Norland Refugee Network executive director": the name of the organisation stands before the role.
        return " ".join(tokens[owned[-1] + 1 :]), " ".join(tokens[: owned[-1] + 1])
    return words, None


def _opens_role(words: str, table: CueTable) -> bool:
    place = _role_place(words, table)
    return place is not None and len(words[:place].split()) <= 1


def _split_role(role: str, table: CueTable) -> tuple[str, str | None]:
    """Split "director at the Centre" into role and organisation; what follows must begin like a name."""
    for word in table.at_words:
        for match in word_list((word,)).finditer(role):
            after = _up_to_another_role(role[match.end() :].strip(), table)
            tokens = TOKEN.findall(_bare(after, table))
            office = lowered((role[: match.start()].split() or [""])[-1]) in words_of(table, "offices")
            link = "" if office else word
            if tokens and match.start() > 0 and tokens[0][0].isupper() and _names_organisation(after, link, table):
                if _is_further_office(role[match.end() :].strip()[len(after) :], table):
                    return role, None
                return role[: match.start()].strip(), _bare(after, table)
    return role, None


def _up_to_another_role(words: str, table: CueTable) -> str:
    # "the Harbour League and author of the report": what follows "and" is what else they are.
    for link in word_list(table.and_words).finditer(words):
        following = lowered((TOKEN.findall(_bare(words[link.end() :], table)) or [""])[0])
        if is_role(following, table):
            return words[: link.start()].strip()
    return words


def _is_further_office(words: str, table: CueTable) -> bool:
    # "… and spokesperson of the Circle": an office with a place of its own, so that both are told.
    place = word_list(table.at_words).search(words)
    return place is not None and words[place.end() :].strip()[:1].isupper() and len(words.split()) <= _LONGEST_ROLE


def _names_organisation(words: str, link: str, table: CueTable) -> bool:
    if lowered(link).partition(" ")[0] in {"at", "with", "chez"}:
        return True
    head = TOKEN.findall(words)
    if lowered(link) in {"for", "pour"} and len(head) > 1 and all(token[0].isupper() for token in head):
        return lowered(words) not in words_of(table, "places")
    return any(lowered(token) in words_of(table, "organisation_words") or (token.isupper() and len(token) > 1) for token in head)


def _bare(words: str, table: CueTable) -> str:
    words = words.strip(" ,;:")
    article = word_list(table.articles).match(words)
    words = words[article.end() :].strip() if article else words
    first, _, rest = words.partition(" ")
    # "the charity Harbour Trust", "la organización Amparo": the noun says what the name names.
    return rest.strip() if first in words_of(table, "organisation_nouns") and rest[:1].isupper() else words


def _is_organisation(words: str, table: CueTable) -> bool:
    tokens = TOKEN.findall(_bare(words, table))
    if not tokens or len(tokens) > 14:
        return False
    if any(lowered(token) in words_of(table, "organisation_nouns") for token in tokens[:_HEAD]):
        return True
    first = lowered(tokens[0])
    if not tokens[0][0].isupper() or first in words_of(table, "introductions") or first in words_of(table, "pronouns"):
        return False
    capitals = sum(token[0].isupper() for token in tokens)
    return len(tokens) == 1 or capitals > 1 or tokens[0].isupper() or first in words_of(table, "organisation_words")


def _is_organisation_noun(words: str, table: CueTable) -> bool:
    tokens = [lowered(token) for token in TOKEN.findall(_bare(words, table))]
    found = word_list(table.organisation_nouns).search(_bare(words, table).lower())
    return (
        bool(tokens)
        and bool(found)
        and not any(token[0].isupper() for token in TOKEN.findall(_bare(words, table))[1:])
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
