"""Who is asked: lists of actors taken apart, with the place of each."""

import re
from functools import cache
from itertools import pairwise

from briefing_app.domain.excerpt import Addressee
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.asks.actors import MOST_WORDS, is_actor
from briefing_app.extraction.asks.heads import head_of, last_aside, of_it, relative
from briefing_app.extraction.asks.tails import untailed
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.given import is_given
from briefing_app.extraction.text.phrases import either, is_role, lowered, word_list, words_of

_SEPARATOR = re.compile(r"[,;/—]|\s[–-]\s")
_PROPER = re.compile(r"[A-ZÀ-Þ][\w’'&-]*(?: (?:(?:of|de|del|the|la|for|and|du|des|y|et) )?[A-ZÀ-Þ][\w’'&-]*){0,6}")
_IN_PLACE = re.compile(r"\w\s(?:en|au|à)\s[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?$")
_LINKS = frozenset({"for", "of"})
_HALF = 2
"""How many words the first half of a compound has: "law enforcement and security agencies"."""


def listed(plain: str, span: Span, table: CueTable) -> tuple[Addressee, ...]:
    """Return the addressees that a list names: "donors and host states", "governments such as A, B and C", "leaders of A and B"."""
    words = span.of(plain)
    found = _listed(words, stripped(words, Span(0, len(words))), table)
    return tuple(Addressee(a.words, Span(a.span.start + span.start, a.span.end + span.start)) for a in found if a.span)


def _listed(words: str, span: Span, table: CueTable) -> tuple[Addressee, ...]:
    if not len(span):
        return ()
    bare = _without_brackets(words)
    told = last_aside(table).search(bare, span.start, span.end)
    if told and told.start() > span.start:
        # "the Government, which chairs the league and the fund": who that is names nobody more.
        span = Span(span.start, told.start())
    clause = relative(table).search(bare, span.start + 1, span.end) if table.language == "en" else None
    if clause and "," not in bare[clause.end() : span.end] and not _is_whoever(bare[span.start : clause.start()], table):
        # "a body which plans and builds with the unions": whom its clause names is not asked.
        span = Span(span.start, clause.start())
    narrowed = word_list(table.such_as).search(bare, span.start, span.end)
    if narrowed and not bare[span.start : narrowed.start()].rstrip().endswith("así"):
        # "así como" joins.
        found = _items(bare, Span(narrowed.end(), span.end), table)
        if found:
            return _addressees(words, found, table)
    joined = word_list(table.including).search(bare, span.start, span.end)
    if joined and joined.start() > span.start:
        first = _items(bare, Span(span.start, joined.start()), table)
        return _addressees(words, first + _items(bare, Span(joined.end(), span.end), table), table)
    found = _leaders_of(bare, span, table) or _items(bare, span, table)
    return _addressees(words, found + _named_in_brackets(words, span, table), table)


def _is_whoever(words: str, table: CueTable) -> bool:
    # "the Government and all those who": nobody without the clause.
    last = [lowered(word) for word in words.split()[-2:]]
    return " ".join(last) in words_of(table, "whoever") or (bool(last) and last[-1] in words_of(table, "whoever"))


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
        office = head_of(before.of(bare), table).split()[-1]
        named = (first in words_of(table, "honorifics") or is_given(item.of(bare).split()[0])) and is_role(office, table)
        if not named or bare[before.end : item.start].strip() != ",":
            kept.append(item)
    return kept


def _offices(bare: str, span: Span, table: CueTable) -> list[tuple[int, int]]:
    # "the Department for Environment, Food and Rural Affairs" is one: what it is for makes a list of its own.
    found = []
    for office in word_list(table.offices).finditer(bare, span.start, span.end):
        name = _for_a_list(table).match(bare, office.end(), span.end)
        if name and office.group()[0].isupper():
            found.append((office.start(), name.end()))
    return found


@cache
def _for_a_list(table: CueTable) -> re.Pattern[str]:
    """Return a pattern that finds what an office is for, where that is a list: " for Environment, Food and Rural Affairs"."""
    link, joined = either(table.office_of), either((*table.and_words, "&"))
    field = r"[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*){0,2}"
    return re.compile(rf"\s+{link}\s*{field}(?:,\s(?:{link}\s*)?{field}){{0,3}}\s{joined}\s(?:{link}\s*)?{field}")


@cache
def _office_of(table: CueTable) -> re.Pattern[str]:
    return re.compile(rf"(?i)\b{either(table.offices)}\s+{either(table.office_of)}\s+\S+$")


def _rejoined(bare: str, items: list[Span], table: CueTable) -> list[Span]:
    # "Norlandic and Sorian forces" and "the country's leaders and institutions" are one each: half of them cannot stand alone.
    joined: list[Span] = []
    for item in items:
        of_it = table.infinitives and joined and lowered(item.of(bare)).startswith(("de ", "de l'", "du ", "des ", "del ", "d'"))
        if of_it or (joined and _halves(bare, joined[-1], item, table)):
            joined[-1] = Span(joined[-1].start, item.end)
        else:
            joined.append(item)
    return joined


def _halves(bare: str, one: Span, other: Span, table: CueTable) -> bool:
    if "," in bare[one.end : other.start]:
        return False
    first, second = one.of(bare).split(), other.of(bare).split()
    offices = {lowered(word).removesuffix("s") for word in first[:2]} & words_of(table, "offices")
    if offices and lowered(second[0]) in _LINKS and lowered(second[0]) in first[1:] and table.language == "en":
        # "the ministers for health and for ports".
        return True
    plain_second = second[0][0].islower() and lowered(second[0]) not in words_of(table, "articles")
    placed = _IN_PLACE.search(one.of(bare)) is not None
    if table.infinitives and placed and len(second) <= _HALF and all(word[0].isupper() for word in second):
        # "los consulados en Norlandia y Soria".
        return True
    if re.search(r"[’']s? ", one.of(bare)) and plain_second and len(second) == 1:
        return True
    level = lowered(first[-1]) in words_of(table, "levels")
    adjective = len(first) == 1 or (len(first) == 2 and lowered(first[0]) in words_of(table, "articles"))
    head = lowered(second[-1])
    if _is_compound_half(first, second, table):
        return True
    articled = bool(table.infinitives) and lowered(second[0]) in words_of(table, "articles")
    if adjective and len(second) > 1 and not articled and head in words_of(table, "actors") and second[-1][0].islower():
        return (level or lowered(first[-1]) not in words_of(table, "actors")) and (
            level or second[0][0].isupper() == first[-1][0].isupper()
        )
    return second[0][0].isupper() and bool(_office_of(table).search(one.of(bare)))


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
    link = of_it(table).match(bare, head.end(), span.end) if head else None
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
        if match and len(stripped(plain, Span(match.end(), span.end))) and not _is_place(plain[start : span.end], table):
            start = stripped(plain, Span(match.end(), span.end)).start
    return start


def _is_place(words: str, table: CueTable) -> bool:
    # "El Salvador": its article is part of the name.
    return words[:1].isupper() and word_list(table.places).fullmatch(words) is not None


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
        cleaned = untailed(plain, cleaned, table)
        link = word_list(table.heading_addressee).match(plain, cleaned.start, cleaned.end) if found else None
        again = (
            Span(_past_article(plain, Span(link.end() + 1, cleaned.end), table), cleaned.end)
            if link and len(item) > link.end() - item.start + 1
            else None
        )
        articled = link is not None and again is not None and (link.group()[-1] in "lxu" or again.start > link.end() + 1)
        if again and (articled or again.of(plain)[:1].isupper() or is_actor(again.of(plain), table, frozenset())):
            # "al Gobierno y a los ayuntamientos": the preposition is said again.
            cleaned = untailed(plain, again, table)
        if found and lowered(cleaned.of(plain).split(maxsplit=1)[0] if len(cleaned) else "") in words_of(table, "introductions"):
            continue
        words = " ".join(cleaned.of(plain).split())
        if words and any(character.isalnum() for character in words) and len(words.split()) <= MOST_WORDS:
            found.setdefault(words.casefold(), Addressee(words, cleaned))
    return tuple(found.values())
