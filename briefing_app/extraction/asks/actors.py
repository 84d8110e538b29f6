"""Whether words mean somebody who can act, and where a list of those who can ends."""

import re
from functools import cache

from briefing_app.domain.excerpt import Addressee
from briefing_app.extraction.asks.heads import head_of, is_head, of_it
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.text.phrases import lowered, word_list, words_of
from briefing_app.extraction.text.spelling import WORD

_ELIDED = re.compile(r"^[ldLD]['’](?=\w)")
_STEM = 4
"""How many letters of a country's name stand in the name of its people."""
_MOST_BARE = 3
MOST_WORDS = 14
"""Longer runs of words are no addressee."""


def is_actor(words: str, table: CueTable, names: frozenset[str]) -> bool:
    """Tell whether words mean somebody who can act: an actor's noun as head, or a name (``names`` are words seen as names)."""
    tokens = WORD.findall(head_of(words, table))
    if not tokens or len(words.split()) > MOST_WORDS:
        return False
    actors, articles = words_of(table, "actors"), words_of(table, "articles")
    if any(token in words_of(table, "statives") for token in tokens):
        # "The drought makes states": a clause.
        return False
    if any(lowered(token).rstrip("'") in actors for token in tokens[-3:]):
        return True
    if lowered(tokens[-1]) in words_of(table, "parts_of"):
        body = of_it(table).search(words)
        return body is not None and is_actor(words[body.end() :], table, names)
    if is_nation(words, table):
        return True
    rest = [token for token in tokens if lowered(token) not in articles]
    thing = lowered(rest[-1 if table.language == "en" else 0]) if rest else ""
    if not words_of(table, "instruments").isdisjoint((thing, thing.removesuffix("s"))):
        # "The National Plan": a thing.
        return False
    named = [token for token in rest if token[0].isupper()]
    if len(rest) > 1 and lowered(rest[0]) in actors and len(named) >= len(rest) - 1:
        # "presidente Ana María Silva Lima": the office, then a long name.
        return True
    if not rest or len(named) < len(rest):
        return False
    known = rest[0] in names or lowered(rest[0]) in words_of(table, "places")
    return len(rest) > 1 or known or _is_people(rest[0], table) or (rest[0].isupper() and len(rest[0]) > 1)


def _is_people(word: str, table: CueTable) -> bool:
    # "Australians": those of a country.
    stem = lowered(word)[:_STEM]
    return word.endswith("ans") and len(word) > _STEM + 2 and any(place.startswith(stem) for place in table.places)


def is_nation(words: str, table: CueTable) -> bool:
    """Tell whether words mean all of a country: "the Norlandic people"."""
    tokens = words.split()
    return (
        table.language == "en" and len(tokens) > 1 and tokens[-1] == "people" and tokens[-2][0].isupper() and tokens[-2].isalpha()
    )


def who_act(found: tuple[Addressee, ...], table: CueTable, names: frozenset[str]) -> tuple[Addressee, ...]:
    """Return those of a list who can act."""
    return tuple(one for one in found if is_actor(one.words, table, names))


def all_act(found: tuple[Addressee, ...], table: CueTable, names: frozenset[str]) -> tuple[Addressee, ...]:
    """Return a list where all of it can act; nobody where one of them cannot."""
    return found if all(is_actor(one.words, table, names) for one in found) else ()


def actors_among(plain: str, found: tuple[Addressee, ...], table: CueTable, names: frozenset[str]) -> tuple[Addressee, ...]:
    """Return those of a list who can act; all of them when most can: "industry, law enforcement and citizens"."""
    actors = who_act(found, table, names)
    if len(actors) * 2 < len(found):
        return actors
    # Where adjectives follow their noun, one of them may stand alone in a list: an article tells that it is a noun.
    before = (plain[max(0, one.span.start - 5) : one.span.start] for one in found if one.span)
    nouns = (not table.infinitives or list(word_list(table.articles).finditer(words)) for words in before)
    return tuple(one for one, noun in zip(found, nouns, strict=True) if one in actors or (noun and _is_bare_noun(one.words, table)))


def _is_bare_noun(words: str, table: CueTable) -> bool:
    # "law enforcement", not "optimism with the seekers" or "Entering this room".
    single = len(words.split()) == 1 and not words.endswith("s")
    return words.islower() and not single and len(words.split()) <= _MOST_BARE and is_head(words, table)


def phrase_end(plain: str, start: int, limit: int, table: CueTable) -> int:
    """Return where a list of actors that begins at ``start`` ends, before the verb that follows; ``start`` when there is none.

    Read word by word: names by their capitals, common nouns by the table of actors, joined by commas, "and", "of", "such as".
    """
    actors = words_of(table, "actors")
    linking = _linking(table)
    end, waiting, previous = start, 0, start
    for word in WORD.finditer(plain, start, limit):
        between = plain[previous : word.start()]
        if re.search(r"[.;:?!—“”\"«»]", between) or ("," in between and (waiting or previous == start)):
            # Behind "appealed, the ..." something else begins.
            break
        token = _ELIDED.sub("", lowered(word.group().rstrip(".'’")))
        if end == previous > start and between.isspace() and _opens_noun(word.group(), table):
            # "demandent aux journalistes les parents": another noun, that nothing joins.
            break
        # "l'ONU" has its capital behind the article.
        named = _ELIDED.sub("", word.group()) or word.group()
        if end > start and not waiting and plain[end : word.start()].isspace() and _is_adjective(token, table):
            end = word.end()
        elif waiting and end > start and not _joined(plain, end, word.start(), table):
            break
        elif token in actors or (named[0].isupper() and (named.isupper() or waiting < 3)):
            # A sentence's full stop is no part of the word; that of "U.S." is.
            stopped = token in actors or (word.end() >= limit and "." not in word.group()[:-1])
            end, waiting = word.end() - (stopped and word.group().endswith(".")), 0
        elif end > start and _attached(plain[end : word.start()], token, table):
            end = word.end()
        elif token in linking:
            pass
        else:
            waiting += 1
            if waiting > 2 or (end > start and not _joined(plain, end, word.start(), table)):
                break
        previous = word.end()
    return end


@cache
def _linking(table: CueTable) -> frozenset[str]:
    """Return the small words inside a list of actors."""
    within = (word for phrase in table.such_as + table.including for word in phrase.split())
    known = words_of(table, "articles") | words_of(table, "and_words") | words_of(table, "particles")
    return known | frozenset(within) | {"such", "as", "of", "for"}


def _is_adjective(token: str, table: CueTable) -> bool:
    return token.endswith(table.adjectives) and not token.endswith(table.like_adjectives)


def _opens_noun(word: str, table: CueTable) -> bool:
    return bool(table.infinitives) and (lowered(word) in words_of(table, "definite") or _ELIDED.match(word) is not None)


def _attached(between: str, token: str, table: CueTable) -> bool:
    # "the minister of justice", "le ministre de l'intérieur": one word more belongs to the office.
    if token in table.articles:
        # "los gobiernos de la región": the noun is still to come.
        return False
    if between.strip() == "de" and token not in table.like_infinitives and token.endswith(table.infinitives):
        # "au conseil de rouvrir": what it is to do.
        return False
    return between.split() in (["of"], ["de"], ["du"], ["des"], ["de", "la"]) and not token.startswith("the")


def _joined(plain: str, end: int, start: int, table: CueTable) -> bool:
    between = plain[end:start]
    return bool(word_list(table.and_words + table.such_as + table.including).search(between)) or between.strip() == ","
