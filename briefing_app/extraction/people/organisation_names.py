"""Names of organisations: whether words are one, what they are without their article, and where a text holds them."""

import re
from collections.abc import Iterator
from functools import cache

from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.given import is_given
from briefing_app.extraction.people.personal import TOKEN
from briefing_app.extraction.text.phrases import either, is_role, lowered, role_words, word_list, words_of
from briefing_app.extraction.text.tables import name_table

_ACRONYMS = 8
"""Words in capitals of no more letters in all may be acronyms: "UN HCR"."""
_SHORT = 4
_HEAD = 3
"""A noun's head stands in so many words."""
_LETTERS = re.compile(r"(?:[A-Z]\.){2,3} ")
"""A country's letters before a name: "U.S. Agency for Ports"."""
_PLACE = re.compile(r" (?:in|en|à|at) .*$")
"""Where an organisation is, behind its name."""
_RUN_WORD = re.compile(r"[\w’'-]+")


def bare(words: str, table: CueTable) -> str:
    """Return words without their article, and without the noun that says what a name names: "the charity Harbour Trust"."""
    words = without_article(words, table)
    first, _, rest = words.partition(" ")
    # "the charity Harbour Trust", "la organización Amparo": the noun says what the name names.
    if first not in words_of(table, "organisation_nouns"):
        return words
    if rest[:1].isupper():
        return rest.strip()
    # "l'organisation non gouvernementale Amparo": with what kind of one it is between them.
    tokens = rest.split()
    name = next((n for n, token in enumerate(tokens[:_HEAD]) if token[:1].isupper()), 0)
    kind = [lowered(token) for token in tokens[:name]]
    known = bool(kind) and bool(table.adjectives) and all(word.endswith((*table.adjectives, "non")) for word in kind)
    return " ".join(tokens[name:]) if known else words


def without_article(words: str, table: CueTable) -> str:
    """Return words without the article before them."""
    words = words.strip(" ,;:")
    article = word_list(table.articles).match(words)
    return words[article.end() :].strip() if article else words


def is_organisation(words: str, table: CueTable) -> bool:
    """Tell whether words can be an organisation: its name, or "the agency"."""
    tokens = TOKEN.findall(bare(words, table))
    if not tokens or len(tokens) > 14 or lowered(tokens[0].rstrip(".")) in words_of(table, "honorifics"):
        return False
    if len(tokens) < len(TOKEN.findall(without_article(words, table))):
        # Behind a noun for an organisation any name is one.
        return True
    if any(lowered(token) in words_of(table, "organisation_nouns") for token in tokens[:_HEAD]):
        return True
    first = lowered(tokens[0])
    if not tokens[0][0].isupper() or first in words_of(table, "introductions") or first in words_of(table, "pronouns"):
        return False
    if len(tokens) == 1 and first in words_of(table, "reflexives"):
        # "Lo dice Ona Brisco".
        return False
    if not table.adjectives and _goes_on(tokens, table):
        return False
    if table.adjectives and any(_is_verb(token, table) for token in tokens[1:]):
        # "Marta Brisco rebatió esa tesis": a clause.
        return False
    capitals = sum(token[0].isupper() for token in tokens)
    return len(tokens) == 1 or capitals > 1 or tokens[0].isupper() or first in words_of(table, "organisation_words")


def _goes_on(tokens: list[str], table: CueTable) -> bool:
    # "Ana Silva left the hall": a clause, where no small word joins what stands in small letters to the name.
    small = table.at_words + table.belonging + table.particles + table.articles + table.and_words
    joining = {word for phrase in small for word in phrase.split()}
    tells = any(token.islower() and lowered(token) not in joining for token in tokens[1:])
    return tells and lowered(tokens[-1]) not in words_of(table, "organisation_words")


def _is_verb(token: str, table: CueTable) -> bool:
    return token.islower() and len(token) > _SHORT and token.endswith(table.finite)


def is_organisation_noun(words: str, table: CueTable) -> bool:
    """Tell whether words name no organisation and stand for one: "the organisation", "agency"."""
    tokens = [lowered(token) for token in TOKEN.findall(bare(words, table))]
    found = word_list(table.organisation_nouns).search(bare(words, table).lower())
    return (
        bool(tokens)
        and bool(found)
        and not any(token[0].isupper() for token in TOKEN.findall(bare(words, table))[1:])
        and (words[:1].islower() or len(tokens) == 1 or word_list(table.articles).match(words) is not None)
    )


def is_whole_organisation(part: str, table: CueTable) -> bool:
    """Tell whether a part behind a role is whose it is: "Norland Red Cross" in "Ana Silva, director, Norland Red Cross"."""
    tokens = TOKEN.findall(bare(part, table))
    return len(tokens) > 1 and not is_given(tokens[0]) and not role_words(table).search(part) and is_organisation(part, table)


@cache
def _runs() -> re.Pattern[str]:
    # A run of words with capitals that prepositions and articles join.
    link, elided = either(name_table().within_organisation), either(name_table().before_elision)
    return re.compile(
        rf"(?<![\w’'-])[A-ZÀ-Þ][\w’'-]+(?:(?: {link}){{1,3}} (?:[ldLD][’'])?[A-ZÀ-Þ][\w’'-]+"
        rf"|(?: {elided})? [dl][’'][A-ZÀ-Þa-zà-ÿ][\w’'-]+| [A-ZÀ-Þ][\w’'-]+){{1,8}}"
    )


def name_run(plain: str, place: int) -> str:
    """Return the run of words with capitals, and of what joins them, that begins at ``place``; empty where none does."""
    letters = _LETTERS.match(plain, place)
    run = _runs().match(plain, letters.end() if letters else place)
    return _PLACE.sub("", plain[place : run.end()]) if run else ""


def organisations_in(plain: str, table: CueTable) -> Iterator[Span]:
    """Yield where names of organisations stand that small words join: "Coordinadora Estatal por el Asilo".

    Behind a noun for an organisation any name is one: "le collectif Terre du Large".
    """
    nouns = tuple(noun for noun in table.organisation_nouns if noun not in table.papers)
    for noun in word_list(nouns).finditer(plain):
        run = _runs().match(plain, noun.end() + 1) if plain[noun.end() : noun.end() + 1] == " " else None
        if run and noun.group().islower() and lowered(run.group()) not in table.places:
            yield Span(run.start(), run.end())
    for run in _runs().finditer(plain):
        for words in _lines(list(_RUN_WORD.finditer(plain, run.start(), run.end()))):
            span = _named(words, plain, table)
            if span:
                yield span


def _lines(words: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    # "HARBOUR TRUST Media release": what stands in capitals, as a letterhead does, and what is below it.
    first = 0
    for at in range(1, len(words)):
        before = [one.group() for one in words[first:at] if one.group()[0].isupper()]
        shouted = len(before) > 1 and all(one.isupper() for one in before) and len("".join(before)) > _ACRONYMS
        if shouted and words[at].group()[0].isupper() and not words[at].group().isupper():
            yield words[first:at]
            first = at
    yield words[first:]


def _named(words: list[re.Match[str]], plain: str, table: CueTable) -> Span | None:
    first = 0
    while len(words) - first > 1 and lowered(words[first].group()) in table.starters + table.introductions + table.articles:
        first += 1
    first = _behind_office(words, first, table)
    cut = next((n for n in range(first + 1, len(words)) if _ends_name(words, n, table)), len(words))
    end = (
        words[cut - 1].end()
        if cut == len(words)
        else next((words[n].end() for n in range(cut - 1, first, -1) if words[n].group()[0].isupper()), words[first].end())
    )
    span = Span(words[first].start(), end)
    capitals = [word.group() for word in words[first:cut] if word.group()[0].isupper()]
    shouted = all(word.isupper() for word in capitals)
    known = any(lowered(word) in table.organisation_words and not (shouted and word == capitals[0]) for word in capitals)
    # "Norland Refugee Action Coalition", "Nurses Union": of whom a name tells, and no office.
    head = max((n for n in range(first, cut) if lowered(words[n].group()) in table.organisation_words), default=first)
    roles = [n for n in range(first + 1, cut) if is_role(words[n].group(), table)]
    offices = not table.adjectives and any(n > head or not _is_bearer(words[n].group(), table) for n in roles)
    opening = words[first].group()
    office = is_role(opening, table) and (not table.adjectives or lowered(opening) not in table.organisation_nouns)
    office = office and not (first < head and _is_bearer(opening, table) and not table.adjectives)
    person = is_given(opening) or office
    return span if known and not offices and not person and " " in span.of(plain) else None


def _is_bearer(word: str, table: CueTable) -> bool:
    return not {lowered(word), f"{lowered(word)}s"}.isdisjoint(words_of(table, "bearers"))


def _ends_name(words: list[re.Match[str]], at: int, table: CueTable) -> bool:
    # A person's name, or "Media Release".
    word = words[at].group()
    paper = at + 1 < len(words) and lowered(f"{word} {words[at + 1].group()}") in words_of(table, "papers")
    return is_given(word) or paper


def _behind_office(words: list[re.Match[str]], first: int, table: CueTable) -> int:
    # "National Coordinator of the Coalition": whose office it is begins behind the office and the small words after it.
    for number in range(first, len(words) - 2):
        word = words[number].group()
        if lowered(word) in table.organisation_words or not word[0].isupper():
            return first
        if is_role(word, table) and words[number + 1].group()[0].islower():
            behind = number + 1
            while behind < len(words) - 1 and words[behind].group()[0].islower() and "'" not in lowered(words[behind].group()):
                behind += 1
            return behind
    return first
