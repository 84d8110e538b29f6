"""Words that turn a meaning: an omission, an insertion or a cut that touches one must be confirmed by name and reason.

One table per language; a linguist can add to it. Entries are lower case, folded, matched as whole words.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from briefing_app.domain.fidelity.cuts import ends_sentence, starts_sentence
from briefing_app.domain.fidelity.edits import Case, Edit, Insert, Keep, omissions, tiled
from briefing_app.domain.fidelity.folding import fold
from briefing_app.domain.span import Span


class Turn(StrEnum):
    """How a word turns a meaning."""

    NEGATION = "negation"
    MODAL = "modal"
    QUANTIFIER = "quantifier"
    CONDITION = "condition"
    NUMBER = "number"


TURNING_WORDS: dict[str, dict[Turn, tuple[str, ...]]] = {
    "en": {
        Turn.NEGATION: (
            "not", "no", "never", "none", "nor", "neither", "nobody", "nothing", "nowhere", "without", "cannot",
            "hardly", "barely", "scarcely", "n't", "fail", "fails", "failed", "failing", "refuse", "refuses", "refused",
            "lack", "lacks", "lacked", "deny", "denies", "denied", "rarely", "seldom", "unable", "unwilling",
        ),
        Turn.MODAL: (
            "may", "might", "can", "could", "should", "must", "shall", "will", "would", "ought", "need", "needs",
            "have to", "has to", "allegedly", "reportedly", "possibly", "probably", "perhaps", "likely", "unlikely",
            "appears", "seems",
        ),
        Turn.QUANTIFIER: (
            "all", "every", "each", "any", "some", "many", "most", "few", "fewer", "several", "only", "almost",
            "nearly", "approximately", "about", "around", "up to", "at least", "at most", "more than", "less than",
            "over", "under", "half", "both", "either", "partly", "mostly", "largely",
        ),
        Turn.CONDITION: (
            "if", "unless", "until", "provided", "except", "but", "however", "although", "though", "whether", "despite",
            "subject to", "as long as",
        ),
        Turn.NUMBER: (
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozen", "dozens", "hundred",
            "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions", "double", "doubled",
            "tripled", "percent", "per cent",
        ),
    },
    "es": {
        Turn.NEGATION: (
            "no", "nunca", "jamás", "ningún", "ninguna", "ninguno", "nadie", "nada", "ni", "tampoco", "sin", "apenas",
            "falta", "carece", "niega", "negó",
        ),
        Turn.MODAL: (
            "puede", "pueden", "podemos", "podrá", "podrán", "podría", "podrían", "podríamos", "debe", "deben", "debemos",
            "deberá", "deberán", "debería", "deberían", "deberíamos", "tiene que", "tienen que", "hay que",
            "necesita", "necesitan", "quizá", "quizás", "posiblemente", "probablemente", "presuntamente",
            "supuestamente", "parece",
        ),
        Turn.QUANTIFIER: (
            "todo", "toda", "todos", "todas", "cada", "algún", "alguna", "algunos", "algunas", "muchos", "muchas",
            "pocos", "pocas", "varios", "varias", "solo", "sólo", "solamente", "únicamente", "casi", "aproximadamente",
            "unos", "unas", "alrededor", "hasta", "al menos", "más de", "menos de", "mitad", "ambos",
        ),
        Turn.CONDITION: (
            "si", "salvo", "excepto", "a menos que", "siempre que", "pero", "aunque", "sino", "mientras", "sin embargo",
            "pese a", "a pesar de",
        ),
        Turn.NUMBER: (
            "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "docena", "docenas", "cien",
            "cientos", "mil", "miles", "millón", "millones", "doble", "triple", "por ciento",
        ),
    },
    "fr": {
        Turn.NEGATION: (
            "ne", "n'", "pas", "non", "jamais", "aucun", "aucune", "rien", "personne", "ni", "sans", "guère",
            "nullement", "refuse", "refusent", "manque", "nie",
        ),
        Turn.MODAL: (
            "peut", "peuvent", "pouvons", "pourra", "pourront", "pourrait", "pourraient", "pourrions", "doit", "doivent",
            "devons", "devra", "devront", "devrait", "devraient", "devrions", "faut", "faudra", "faudrait",
            "peut-être", "probablement", "éventuellement", "semble", "semblent", "paraît", "prétendument",
        ),
        Turn.QUANTIFIER: (
            "tout", "toute", "tous", "toutes", "chaque", "quelque", "quelques", "plusieurs", "beaucoup", "peu", "seul",
            "seule", "seulement", "uniquement", "presque", "environ", "près de", "jusqu'à", "au moins", "au plus",
            "plus", "moins", "moitié", "certains", "certaines", "que", "qu'",
        ),
        Turn.CONDITION: (
            "si", "s'il", "s'ils", "sauf", "à moins que", "à condition", "pourvu que", "mais", "bien que", "quoique", "cependant",
            "toutefois", "malgré", "excepté", "tant que",
        ),
        Turn.NUMBER: (
            "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "douzaine", "dizaine", "dizaines",
            "cent", "centaines", "mille", "milliers", "million", "millions", "milliard", "milliards", "double",
            "triple", "pour cent",
        ),
    },
}  # fmt: skip

_NEEDS_NE = frozenset({"que", "qu'"})
"""French "que" is everywhere; it restricts ("only") after ne or n' alone."""

_NE = re.compile(r"(?<!\w)n(?:e(?!\w)|')")


@dataclass(frozen=True, slots=True)
class Turning:
    """A word that turns a meaning, met by an edit. ``span`` is where it stands in the source; None inside an insertion."""

    turn: Turn
    word: str
    span: Span | None


def turning_words(text: str, language: str | None) -> tuple[tuple[Turn, str, Span], ...]:
    """Return each turning word of ``text`` with its span; an unknown language is searched by the tables of all."""
    folded = fold(text)
    lowered = folded.text.lower()
    # Lower-casing can lengthen a text (İ); then the places would not match, so such letters stay as they are.
    searched = lowered if len(lowered) == len(folded.text) else folded.text
    found = []
    for match in _pattern(_base(language)).finditer(searched):
        if match.group() in _NEEDS_NE and not _NE.search(searched, max(0, match.start() - _REACH), match.start()):
            continue
        start, end = folded.origins[match.start()], folded.origins[match.end() - 1] + 1
        found.append((_turn_of(match.group(), _base(language)), text[start:end], Span(start, end)))
    return tuple(found)


def turnings(text: str, span: Span, edits: Iterable[Edit], language: str | None) -> tuple[Turning, ...]:
    """Return what must be confirmed before a stretch with these edits may be printed.

    ``text`` is the reading's. Counted are turning words inside an omission within a sentence, in an insertion, and in
    the rest of a sentence that a cut at either end has left outside. Whole sentences left out turn nothing inside one.
    """
    checked = tiled(span, edits, text)
    found: list[Turning] = []
    for edit in checked:
        if isinstance(edit, Insert):
            found += [Turning(turn, word, None) for turn, word, _ in turning_words(edit.words, language)]
    for omitted in omissions(checked):
        if not _whole_sentences(text, span, omitted):
            found += _within(text, omitted, language)
    for outside in _just_outside(text, span, checked):
        found += _within(text, outside, language)
    unique: dict[tuple[Turn, str, Span | None], Turning] = {(t.turn, t.word, t.span): t for t in found}
    return tuple(unique.values())


def _whole_sentences(text: str, span: Span, omitted: Span) -> bool:
    return starts_sentence(text, omitted.start, span.start) and ends_sentence(text, omitted.end)


def _just_outside(text: str, span: Span, edits: tuple[Edit, ...]) -> Iterable[Span]:
    """Yield what cuts leave of the first and last sentence kept; a passage that itself stops inside a sentence is cut too."""
    kept = [edit.span for edit in edits if isinstance(edit, Keep | Case) and any(map(str.isalnum, edit.span.of(text)))]
    if not kept:
        return
    first, last = kept[0].start, kept[-1].end
    if not starts_sentence(text, first, 0 if first == span.start else span.start):
        yield Span(_sentence_start(text, first), first)
    if not ends_sentence(text, last) and not (last == span.end and _quoted_whole(span.of(text))):
        yield Span(last, _sentence_end(text, last))


_SENTENCE = 240
"""How far from a cut its sentence is followed, in code points."""

_BREAK = re.compile(r"[.!?…][”’»\"')\]*_]*\s|\n\s*\n")


def _sentence_start(text: str, place: int) -> int:
    floor = max(0, place - _SENTENCE)
    breaks = [found.end() for found in _BREAK.finditer(text, floor, place) if _parts(text, found)]
    return breaks[-1] if breaks else floor


def _sentence_end(text: str, place: int) -> int:
    limit = min(len(text), place + _SENTENCE)
    return next((found.end() for found in _BREAK.finditer(text, place, limit) if _parts(text, found)), limit)


def _parts(text: str, found: re.Match[str]) -> bool:
    return found.group().startswith("\n") or ends_sentence(text, found.end())


def _quoted_whole(words: str) -> bool:
    # “We must go.” is over where its mark closes, whatever the report around it says in small letters.
    bare = words.strip()
    return bare[:1] in {*'“«"'} and bare[-1:] in {*'”»"'} and bare[:-1].rstrip()[-1:] in {*".!?…"}


_REACH = 80
"""How far around a stretch words are read, so that half a word, or half of "have to", counts as the whole."""


def _within(text: str, span: Span, language: str | None) -> list[Turning]:
    if not len(span):
        return []
    start = max(0, span.start - _REACH)
    found = turning_words(text[start : span.end + _REACH], language)
    placed = [Turning(turn, word, Span(start + place.start, start + place.end)) for turn, word, place in found]
    return [turning for turning in placed if turning.span and turning.span.meets(span)]


def _base(language: str | None) -> str:
    base = (language or "").split("-")[0].lower()
    return base if base in TURNING_WORDS else ""


def _turn_of(word: str, language: str) -> Turn:
    if word.endswith(_JOINED):
        return Turn.NEGATION
    return _words(language).get(word, Turn.NUMBER)


@cache
def _words(language: str) -> dict[str, Turn]:
    tables = [TURNING_WORDS[language]] if language else [*TURNING_WORDS.values()]
    return {word: turn for table in reversed(tables) for turn, words in table.items() for word in words}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    # The longest first, over all kinds: "sin embargo" is no "sin", and "can't" no "can".
    words = sorted(_words(language), key=lambda word: (word != _JOINED, -len(word), word))
    return re.compile("|".join([*map(_bounded, words), r"(?<!\w)\d+(?:[.,]\d+)*%?"]))


_JOINED = "n't"


def _bounded(word: str) -> str:
    # Elided forms (n', qu') are followed by their word; English n't ends its own, which is taken whole.
    start = r"(?<!\w)\w+" if word == _JOINED else r"(?<!\w)"
    end = "" if word.endswith("'") else r"(?!\w)"
    return f"{start}{re.escape(word)}{end}"
