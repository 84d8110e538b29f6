"""Who is asked: lists of actors taken apart, with the place of each."""

import re
from itertools import pairwise

from briefing_app.domain.excerpt import Addressee
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.phrases import is_role, lowered, word_list, words_of

_WORD = re.compile(r"[\w][\w’'.&-]*")
_ELIDED = re.compile(r"^[ldLD]['’](?=\w)")
_SEPARATOR = re.compile(r"[,;/]")
_PROPER = re.compile(r"[A-ZÀ-Þ][\w’'&-]*(?: (?:(?:of|de|del|the|la|for|and|du|des|y|et) )?[A-ZÀ-Þ][\w’'&-]*){0,6}")
_ADVERB = re.compile(
    r"\s(?:not|as a whole|itself|themselves|alone|too|en su conjunto|dans son ensemble|elle-même|eux-mêmes|"
    r"[a-z]{3,16}ly|[a-zé]{3,16}mente|urgemment|immédiatement)\s*$"
)
_OF = re.compile(r"\s+(?:of|de|du|des|d['’])\s*")
_OFFICE_OF = re.compile(r"(?i)\b(?:department|ministry|office|secretary|minister|commission|committee)\s+(?:of|for|on)\s+\S+$")
_FOR = r"(?:for|of|on|de la|de los|de las|de l[’']|del|de|du|des|d[’'])"
_FOR_A_LIST = re.compile(
    rf"\s+{_FOR}\s*[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*){{0,2}}(?:,\s(?:{_FOR}\s*)?[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*){{0,2}}){{0,3}}"
    rf"\s(?:and|&|y|e|et)\s(?:{_FOR}\s*)?[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*){{0,2}}"
)
_RELATIVE = re.compile(r"\s(?:who|which|whose|que|qui|quien|quienes)\s|\squ['’]")
_DOING = re.compile(r"(?<=s)\s(?:[a-z]+ing|gathered|concerned|involved|present)\s(?:in|at|for|on|from|by|about|with)\s")
"""What tells what those who are asked do: "leaders meeting in the capital"."""
_LASTING = re.compile(
    r"\s(?:for (?:some|many|several|more|years|months|weeks|decades|a long)|since|over the|desde hace|depuis|pendant)\b"
)
"""What tells, behind those who are asked, for how long they have been."""
_STOP = re.compile(r"(?<![\w.])[\w’'-]{5,}\.$")
"""A sentence's full stop, and none of an abbreviation."""
_WITH = re.compile(r"\s(?:with|avec|con)\s(?=[a-zà-ÿ])")
_NO_DEEDS = frozenset({"guerre", "mer"})
"""Nouns that end as infinitives do."""
_TOLD_LAST = re.compile(r",\s(?:who|which|whose|qui|que|dont|quien|quienes|cuyo|cuya)\s[^,]*$")
_ATTACHED = re.compile(
    r"\s+(?:of|for|in|from|de|del|du|des|en|pour|para|at|with|on|across|within|around|between|throughout|under|to|without|sin|sans)\s+|\s+d['’]|,"
)
"""Where a noun phrase's head ends and what is attached to it begins."""
_VERBS = ("mente", "presente", "cuente", "intente", "enfrente", "oriente", "sustente", "asiente", "tienne", "vienne", "prenne")
"""Endings of subjunctives that look like an adjective's: "que el Gobierno presente"."""
_STEM = 4
"""How many letters of a country's name stand in the name of its people."""
_MOST_BARE = 3
_HALF = 2
"""How many words the first half of a compound has: "law enforcement and security agencies"."""
_MOST_WORDS = 14
"""Longer runs of words are no addressee."""


def listed(plain: str, span: Span, table: CueTable) -> tuple[Addressee, ...]:
    """Return the addressees that a list names: "donors and host states", "governments such as A, B and C", "leaders of A and B"."""
    words = span.of(plain)
    found = _listed(words, stripped(words, Span(0, len(words))), table)
    return tuple(Addressee(a.words, Span(a.span.start + span.start, a.span.end + span.start)) for a in found if a.span)


def _listed(words: str, span: Span, table: CueTable) -> tuple[Addressee, ...]:
    if not len(span):
        return ()
    bare = _without_brackets(words)
    told = _TOLD_LAST.search(bare, span.start, span.end)
    if told and told.start() > span.start:
        # "the Government, which chairs the league and the fund": who that is names nobody more.
        span = Span(span.start, told.start())
    narrowed = word_list(table.such_as).search(bare, span.start, span.end)
    if narrowed:
        found = _items(bare, Span(narrowed.end(), span.end), table)
        if found:
            return _addressees(words, found, table)
    joined = word_list(table.including).search(bare, span.start, span.end)
    if joined and joined.start() > span.start:
        first = _items(bare, Span(span.start, joined.start()), table)
        return _addressees(words, first + _items(bare, Span(joined.end(), span.end), table), table)
    found = _leaders_of(bare, span, table) or _items(bare, span, table)
    return _addressees(words, found + _named_in_brackets(words, span, table), table)


def _without_brackets(words: str) -> str:
    # As long as before, so that places stay: what stands in brackets is blank.
    pieces: list[str] = []
    depth = 0
    for character in words:
        depth += character in "(["
        pieces.append(" " if depth else character)
        depth -= bool(depth and character in ")]")
    return "".join(pieces)


def _items(bare: str, span: Span, table: CueTable) -> list[Span]:
    cuts = [(match.start(), match.end()) for match in _SEPARATOR.finditer(bare, span.start, span.end)]
    cuts += [(match.start(), match.end()) for match in word_list(table.and_words).finditer(bare, span.start, span.end)]
    own = [match.span() for match in word_list(table.joined_names).finditer(bare, span.start, span.end)]
    own += _offices(bare, span, table)
    cuts = [cut for cut in sorted(cuts) if not any(start <= cut[0] and cut[1] <= end for start, end in own)]
    parts: list[Span] = []
    start = span.start
    for cut_start, cut_end in cuts:
        parts.append(Span(start, max(start, cut_start)))
        start = max(start, cut_end)
    parts.append(Span(start, max(start, span.end)))
    items = [part for part in (stripped(bare, part) for part in parts) if len(part)]
    return _unexplained(bare, _rejoined(bare, items, table), table)


def _unexplained(bare: str, items: list[Span], table: CueTable) -> list[Span]:
    # "the Attorney-General, Ms Lind, to": the name behind an office says who holds it.
    kept = items[:1]
    for before, item in pairwise(items):
        first = lowered(item.of(bare).split()[0].rstrip("."))
        office = _ATTACHED.split(before.of(bare), maxsplit=1)[0].split()[-1]
        named = first in words_of(table, "honorifics") and is_role(office, table)
        if not named or bare[before.end : item.start].strip() != ",":
            kept.append(item)
    return kept


def _offices(bare: str, span: Span, table: CueTable) -> list[tuple[int, int]]:
    # "the Department for Environment, Food and Rural Affairs" is one: what it is for makes a list of its own.
    found = []
    for office in word_list(table.offices).finditer(bare, span.start, span.end):
        name = _FOR_A_LIST.match(bare, office.end(), span.end)
        if name and office.group()[0].isupper():
            found.append((office.start(), name.end()))
    return found


def _rejoined(bare: str, items: list[Span], table: CueTable) -> list[Span]:
    # "Norlandic and Sorian forces" and "the country's leaders and institutions" are one each: half of them cannot stand alone.
    joined: list[Span] = []
    for item in items:
        if joined and _halves(bare, joined[-1], item, table):
            joined[-1] = Span(joined[-1].start, item.end)
        else:
            joined.append(item)
    return joined


def _halves(bare: str, one: Span, other: Span, table: CueTable) -> bool:
    if "," in bare[one.end : other.start]:
        return False
    first, second = one.of(bare).split(), other.of(bare).split()
    plain_second = second[0][0].islower() and lowered(second[0]) not in words_of(table, "articles")
    if re.search(r"[’']s? ", one.of(bare)) and plain_second and len(second) == 1:
        return True
    level = lowered(first[-1]) in words_of(table, "levels")
    adjective = len(first) == 1 or (len(first) == 2 and lowered(first[0]) in words_of(table, "articles"))
    head = lowered(second[-1])
    if _is_compound_half(first, second, table):
        return True
    if adjective and len(second) > 1 and head in words_of(table, "actors") and second[-1][0].islower():
        return (level or lowered(first[-1]) not in words_of(table, "actors")) and second[0][0].isupper() == first[-1][0].isupper()
    return second[0][0].isupper() and bool(_OFFICE_OF.search(one.of(bare)))


def _is_compound_half(first: list[str], second: list[str], table: CueTable) -> bool:
    # "law enforcement and security agencies": what both halves are is said once.
    plain = " ".join(first + second).islower() and len(first) == _HALF <= len(second)
    known = words_of(table, "actors") | words_of(table, "bearers") | words_of(table, "articles")
    bodies = words_of(table, "organisation_words") | words_of(table, "organisation_nouns")
    return (
        plain
        and table.language == "en"
        and not {lowered(second[-1]), lowered(second[-1]).removesuffix("s")}.isdisjoint(bodies)
        and not any(lowered(word) in known or lowered(word).endswith("s") for word in first)
    )


def _leaders_of(bare: str, span: Span, table: CueTable) -> list[Span]:
    head = word_list(table.heads_of).match(bare, _past_article(bare, span, table), span.end)
    link = _OF.match(bare, head.end(), span.end) if head else None
    if not link:
        return []
    names = _items(bare, Span(link.end(), span.end), table)
    proper = all(_bare_start(bare, name, table)[0:1].isupper() for name in names)
    return names if len(names) > 1 and proper else []


def _bare_start(bare: str, span: Span, table: CueTable) -> str:
    return bare[_past_article(bare, span, table) : span.end]


def _past_article(plain: str, span: Span, table: CueTable) -> int:
    start = span.start
    for _ in range(2):
        match = word_list(table.articles).match(plain, start, span.end)
        if match and len(stripped(plain, Span(match.end(), span.end))):
            start = stripped(plain, Span(match.end(), span.end)).start
    return start


def _named_in_brackets(plain: str, span: Span, table: CueTable) -> list[Span]:
    # "donors and host states (a role that Mexico has played)": the bracket names one of those before it.
    found = []
    for opened in re.finditer(r"\(", plain[span.start : span.end]):
        start = span.start + opened.end()
        end = plain.find(")", start, span.end)
        role = word_list(table.role_of).match(plain, start, span.end)
        if end > 0 and role:
            name = _PROPER.search(plain, role.end(), end)
            if name:
                found.append(Span(name.start(), name.end()))
    return found


def _addressees(plain: str, items: list[Span], table: CueTable) -> tuple[Addressee, ...]:
    found: dict[str, Addressee] = {}
    for item in items:
        cleaned = Span(_past_article(plain, item, table), item.end)
        cleaned = _untailed(plain, cleaned, table)
        link = word_list(table.heading_addressee).match(plain, cleaned.start, cleaned.end) if found else None
        again = (
            Span(_past_article(plain, Span(link.end() + 1, cleaned.end), table), cleaned.end)
            if link and len(item) > link.end() - item.start + 1
            else None
        )
        articled = link is not None and again is not None and (link.group()[-1] in "lxu" or again.start > link.end() + 1)
        if again and (articled or again.of(plain)[:1].isupper() or is_actor(again.of(plain), table, frozenset())):
            # "al Gobierno y a los ayuntamientos": the preposition is said again.
            cleaned = _untailed(plain, again, table)
        if found and lowered(cleaned.of(plain).split(maxsplit=1)[0] if len(cleaned) else "") in words_of(table, "introductions"):
            continue
        words = " ".join(cleaned.of(plain).split())
        if words and any(character.isalnum() for character in words) and len(words.split()) <= _MOST_WORDS:
            found.setdefault(words.casefold(), Addressee(words, cleaned))
    return tuple(found.values())


def _untailed(plain: str, span: Span, table: CueTable) -> Span:
    # A bracket at the end ("the Commission (EC)") and a relative clause are no part of the name.
    words = span.of(plain)
    cut = len(words)
    for mark in (" (", "\n("):
        place = words.find(mark)
        cut = place if 0 < place < cut else cut
    relative = _RELATIVE.search(words) or _WITH.search(words)
    if relative and relative.start() > 0 and lowered(words[: relative.start()]) not in words_of(table, "whoever"):
        cut = min(cut, relative.start())
    doing = _DOING.search(words, 1, cut)
    cut = doing.start() if doing else cut
    lasting = _LASTING.search(words, 1, cut)
    cut = lasting.start() if lasting else cut
    adverb = _ADVERB.search(words[:cut])
    cut = adverb.start() if adverb else cut
    trimmed = words[:cut].rstrip(" ,;:–—-\n\u00a0“”\"'‘’«»")
    if _STOP.search(trimmed):
        trimmed = trimmed[:-1]
    return Span(span.start, span.start + len(trimmed))


def is_actor(words: str, table: CueTable, names: frozenset[str]) -> bool:
    """Tell whether words mean somebody who can act: an actor's noun as head, or a name (``names`` are words seen as names)."""
    tokens = _WORD.findall(_ATTACHED.split(words, maxsplit=1)[0])
    if not tokens or len(words.split()) > _MOST_WORDS:
        return False
    actors, articles = words_of(table, "actors"), words_of(table, "articles")
    if any(token in words_of(table, "statives") for token in tokens):
        # "The drought makes states": a clause.
        return False
    if any(lowered(token).rstrip("'") in actors for token in tokens[-3:]):
        return True
    rest = [token for token in tokens if lowered(token) not in articles]
    named = [token for token in rest if token[0].isupper()]
    if not rest or len(named) < len(rest):
        return False
    known = rest[0] in names or lowered(rest[0]) in words_of(table, "places")
    return len(rest) > 1 or known or _is_people(rest[0], table) or (rest[0].isupper() and len(rest[0]) > 1)


def _is_people(word: str, table: CueTable) -> bool:
    # "Australians": those of a country.
    stem = lowered(word)[:_STEM]
    return word.endswith("ans") and len(word) > _STEM + 2 and any(place.startswith(stem) for place in table.places)


def actors_among(plain: str, found: tuple[Addressee, ...], table: CueTable, names: frozenset[str]) -> tuple[Addressee, ...]:
    """Return those of a list who can act; all of them when most can: "industry, law enforcement and citizens"."""
    actors = tuple(one for one in found if is_actor(one.words, table, names))
    if len(actors) * 2 < len(found):
        return actors
    # Where adjectives follow their noun, one of them may stand alone in a list: an article tells that it is a noun.
    before = (plain[max(0, one.span.start - 5) : one.span.start] for one in found if one.span)
    nouns = (not table.infinitives or list(word_list(table.articles).finditer(words)) for words in before)
    return tuple(one for one, noun in zip(found, nouns, strict=True) if one in actors or (noun and _is_bare_noun(one.words)))


def _is_bare_noun(words: str) -> bool:
    # "law enforcement", not "optimism with the seekers" or "Entering this room".
    single = len(words.split()) == 1 and not words.endswith("s")
    return words.islower() and not single and len(words.split()) <= _MOST_BARE and not _ATTACHED.search(words)


def phrase_end(plain: str, start: int, limit: int, table: CueTable) -> int:
    """Return where a list of actors that begins at ``start`` ends, before the verb that follows; ``start`` when there is none.

    Read word by word: names by their capitals, common nouns by the table of actors, joined by commas, "and", "of", "such as".
    """
    actors = words_of(table, "actors")
    linking = words_of(table, "articles") | words_of(table, "and_words") | words_of(table, "particles")
    linking |= {"such", "as", "of", "for"}
    linking |= frozenset(word for phrase in table.such_as + table.including for word in phrase.split())
    end, waiting, previous = start, 0, start
    for word in _WORD.finditer(plain, start, limit):
        between = plain[previous : word.start()]
        if re.search(r"[.;:?!—“”\"«»]", between) or ("," in between and (waiting or previous == start)):
            # Behind "appealed, the ..." something else begins.
            break
        token = _ELIDED.sub("", lowered(word.group().rstrip(".'’")))
        if (
            end > start
            and not waiting
            and token.endswith(table.adjectives or ("\0",))
            and not token.endswith(_VERBS)
            and plain[end : word.start()].isspace()
        ):
            end = word.end()
        elif waiting and end > start and not _joined(plain, end, word.start(), table):
            break
        elif token in actors or (word.group()[0].isupper() and (word.group().isupper() or waiting < 3)):
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


def _attached(between: str, token: str, table: CueTable) -> bool:
    # "the minister of justice", "le ministre de l'intérieur": one word more belongs to the office.
    if between.strip() == "de" and token not in _NO_DEEDS and token.endswith(table.infinitives or ("\0",)):
        # "au conseil de rouvrir": what it is to do.
        return False
    return between.split() in (["of"], ["de"], ["du"], ["des"], ["de", "la"]) and not token.startswith("the")


def _joined(plain: str, end: int, start: int, table: CueTable) -> bool:
    between = plain[end:start]
    return bool(word_list(table.and_words + table.such_as + table.including).search(between)) or between.strip() == ","
