"""Phrases of the cue tables as patterns: what stands before the slot, the slot, what must follow it."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from unicodedata import combining, normalize

from briefing_app.extraction.cues.form import Cue, CueTable

_GAP = r"[^.;:?!]{0,120}?"
GAP = "…"
_FIRST_WORD = re.compile(r"[^\W_]+")
DEED = "{D}"
_SLOTS = ("{X}", "{A}", DEED)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A phrase made ready: ``before`` finds it; ``slot`` tells whether somebody follows; ``after`` ends their list.

    ``deed``: an infinitive must follow.
    """

    cue: Cue
    before: re.Pattern[str]
    slot: bool = False
    actor: bool = False
    after: re.Pattern[str] | None = None
    deed: bool = False


@cache
def patterns(cues: tuple[Cue, ...], between: tuple[str, ...] = ()) -> tuple[Pattern, ...]:
    """Return the patterns of some cues, in the table's order; ``between`` may stand behind a verb of asking."""
    return tuple(_pattern(cue, phrase, between) for cue in cues for phrase in cue.phrases)


@cache
def _by_first_word(cues: tuple[Cue, ...]) -> dict[str, tuple[int, ...]]:
    """Return, for each word that a phrase can begin with, the places of those phrases' patterns."""
    found: dict[str, list[int]] = {}
    for number, phrase in enumerate(phrase for cue in cues for phrase in cue.phrases):
        for token in phrase.split():
            for word in token.rstrip("?").split("|"):
                found.setdefault(_FIRST_WORD.findall(word.lower())[0], []).append(number)
            if not token.endswith("?"):
                break
    return {word: tuple(numbers) for word, numbers in found.items()}


@cache
def _needed(cues: tuple[Cue, ...]) -> tuple[tuple[frozenset[str], ...], ...]:
    """Return, for each phrase, what else of it must stand in a text, before its slot: a word of each of these sets."""
    return tuple(_needed_by(phrase.split()) for cue in cues for phrase in cue.phrases)


def _needed_by(tokens: list[str]) -> tuple[frozenset[str], ...]:
    slot = next((index for index, token in enumerate(tokens) if token in _SLOTS), len(tokens))
    certain = [token for token in tokens[:slot] if token != GAP and not token.endswith("?")]
    choices = ([_FIRST_WORD.findall(word.lower()) for word in token.split("|")] for token in certain[1:])
    return tuple(frozenset(words[0] for words in choice) for choice in choices if all(choice))


def likely(cues: tuple[Cue, ...], words: str, between: tuple[str, ...] = ()) -> list[Pattern]:
    """Return the patterns that can fire in ``words``, in the table's order: those all of whose words stand there."""
    starts, needed = _by_first_word(cues), _needed(cues)
    present = set(_FIRST_WORD.findall(words.lower()))
    numbers = {number for word in present for number in starts.get(word, ())}
    certain = sorted(number for number in numbers if not any(present.isdisjoint(choice) for choice in needed[number]))
    return [patterns(cues, between)[number] for number in certain]


def _pattern(cue: Cue, phrase: str, between: tuple[str, ...]) -> Pattern:
    tokens = phrase.split()
    slot = next((index for index, token in enumerate(tokens) if token in _SLOTS), None)
    room = _room(between) if cue.rule.startswith("ask.verb.") else ""
    if slot is None:
        return Pattern(cue, _compiled(tokens, behind_verb=room if len(tokens) > 1 else "", quoted=True, said=True))
    if tokens[slot] == DEED:
        return Pattern(cue, _compiled(tokens[:slot], behind_verb=room), deed=True)
    after = _compiled(tokens[slot + 1 :]) if tokens[slot + 1 :] else None
    if not cue.rule.startswith("ask.verb."):
        return Pattern(cue, _compiled(tokens[:slot], quoted=True, said=True), slot=True, actor=tokens[slot] == "{A}", after=after)
    before = _compiled(tokens[:slot], behind_verb=room, quoted=True, said=True)
    return Pattern(cue, before, slot=True, actor=tokens[slot] == "{A}", after=after)


def _room(between: tuple[str, ...]) -> str:
    told = rf"(?:,?\s*(?:{'|'.join(map(_spelled_all, between))})\s*,?\s*){{0,2}}" if between else ""
    return _ADVERB + _REMARK + told + _PLACE


_STARTS = r"(?:(?<![^\W_])(?<![’'])|(?<=\b[ldsjLDSJ][’'])|(?<=\b[qQ]u[’'])|(?<=squ[’']))"
"""Where a word may begin: not inside one, but behind "_", a mark of emphasis, and an elision ("l'avocate", "lorsqu'il")."""
_ADVERB = r"(?:(?-i:(?!parl|gouvern|govern|famil|assembl|all|d[ée]part|r[ée]gim)[a-zà-ÿ]{2,20}(?:ly|mente|ment))\s+)?"
"""What may stand between a verb and those it asks: "strongly", "respetuosamente", "instamment"."""

_PLACE = r"(?:(?-i:(?:en|à|desde|depuis)\s[A-ZÀ-Þ][\w-]{2,20}(?:\s[A-ZÀ-Þ][\w-]{2,20})?)\s+)?"
"""Where somebody asks, between the verb and those asked: "llamaron en Lima a los Gobiernos"."""
_REMARK = (
    r"(?:,\s+(?:de|en|por|con|a\s+través|mediante|según|como|dans|"
    r"par|avec|lors|selon|comme|avant|après|with|in|at|through|as)"
    r"\s[^,.;:?!()«»“”\"\n]{2,50},\s+)?"
)
"""A remark between commas that says how or where somebody asks: "exhorta, de manera urgente, al"."""


_CONJUNCTIONS = frozenset({"que", "qu'", "de", "d'", "pour", "that", "de_que"})
_SAID = r"(?:,\s+[^,.;:?!()«»“”\"\n]{2,60},\s+)?"


def _compiled(tokens: list[str], *, behind_verb: str = "", quoted: bool = False, said: bool = False) -> re.Pattern[str]:
    # ``quoted``: a mark may open between two words: "hace un llamado «al ministerio a"; ``said``: who says so may stand before
    # the conjunction: "es urgente, insistió, que".
    gap = r"[\s“«\":]*" if quoted else r"\s*"
    parts = []
    for number, token in enumerate(tokens):
        if number == 1:
            parts.append(behind_verb)
        if token == GAP:
            parts.append(_GAP + r"(?<!\w)")
            continue
        if said and number and number == len(tokens) - 1 and set(token.split("|")) <= _CONJUNCTIONS:
            parts.append(_SAID)
        optional = token.endswith("?") and len(token) > 1
        words = "|".join(_spelled(word) for word in token.rstrip("?").split("|"))
        parts.append(rf"(?:(?:{words}){gap})?" if optional else rf"(?:{words}){gap}")
    if len(tokens) == 1:
        parts.append(behind_verb)
    return re.compile(_STARTS + "".join(parts), re.IGNORECASE)


def _spelled_all(words: str) -> str:
    return r"\s+".join(map(_spelled, words.split()))


def _spelled(word: str) -> str:
    # Elided forms ("d'", "'s") touch their neighbours: \s* after each word allows no blank at all.
    return re.escape(word).replace("_", r"\s+").replace("'", "['’]") + ("" if word.endswith("'") else r"(?![^\W_])")


def either(words: tuple[str, ...]) -> str:
    """Return the source of a pattern that is one of these words or runs of words, as a part of a larger pattern."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace("'", "['’]") for word in ordered) + ")"


@cache
def word_list(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that finds any of these words or runs of words, whole; a word with an elision may touch what follows."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    spelled = (
        re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") + ("" if word.endswith("'") else r"(?![^\W_])")
        for word in ordered
    )
    return re.compile(_STARTS + r"(?<!-)(?:" + "|".join(spelled) + ")", re.IGNORECASE) if words else re.compile(r"(?!)")


_JOINED = 7
"""A shorter noun is no part of a compound without a hyphen: "expresa" is no "ex-presa"."""
_OFFICE = r"(?:co|vice|ex|sous|sub|under|pro|arch|inter)"
"""What may stand before a noun for what a person is: "co-director", "exministra", "sous-préfète"."""


@cache
def _roles(words: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    spelled = "|".join(re.escape(word) for word in ordered)
    joined = "|".join(re.escape(word) for word in ordered if len(word) >= _JOINED)
    return re.compile(rf"{_STARTS}(?<!-)(?:(?:{_OFFICE}-)?(?:{spelled})|{_OFFICE}(?:{joined}))(?![^\W_])", re.IGNORECASE)


def role_words(table: CueTable) -> re.Pattern[str]:
    """Return a pattern that finds any noun for what a person is, compounds too: "director", "vice-president"."""
    return _roles(table.roles)


def is_role(word: str, table: CueTable) -> bool:
    """Tell whether a word is a noun for what a person is, or a compound that begins with one or ends in one."""
    return _is_role(word, table)


@lru_cache(maxsize=8192)
def _is_role(word: str, table: CueTable) -> bool:
    return _roles(table.roles).fullmatch(word) is not None or any(
        lowered(half) in words_of(table, "roles") for half in (word.split("-") if "-" in word else ())
    )


def cue_pattern(cue: Cue) -> re.Pattern[str]:
    """Return a pattern that finds any phrase of a cue without slots."""
    return word_list(cue.phrases)


def lowered(word: str) -> str:
    """Return a word as the tables spell it."""
    return word.lower().replace("’", "'")


def folded(name: str) -> str:
    """Return a name as it is compared with others: lowered and without accents, which texts leave out."""
    return "".join(letter for letter in normalize("NFD", lowered(name)) if not combining(letter))


@cache
def words_of(table: CueTable, name: str) -> frozenset[str]:
    """Return a list of the table as a set."""
    return frozenset(getattr(table, name))


def words_of_cue(cue: Cue) -> frozenset[str]:
    """Return a cue's phrases as a set."""
    return set_of(cue.phrases)


@cache
def set_of(words: tuple[str, ...]) -> frozenset[str]:
    """Return words as a set, made once."""
    return frozenset(words)
