"""Words that turn a meaning: an omission, an insertion or a cut that touches one must be confirmed by name and reason.

One table per language; a linguist can add to it. Entries are lower case, folded, matched as whole words.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from briefing_app.domain.fidelity.edits import Case, Edit, Insert, Keep, Omit, ends_sentence, starts_sentence, tiled
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
            "lack", "lacks", "lacked", "deny", "denies", "denied",
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
            "tripled",
        ),
    },
    "es": {
        Turn.NEGATION: (
            "no", "nunca", "jamás", "ningún", "ninguna", "ninguno", "nadie", "nada", "ni", "tampoco", "sin", "apenas",
            "falta", "carece", "niega", "negó",
        ),
        Turn.MODAL: (
            "puede", "pueden", "podría", "podrían", "debe", "deben", "debería", "deberían", "tiene que", "tienen que",
            "hay que", "necesita", "necesitan", "quizá", "quizás", "posiblemente", "probablemente", "presuntamente",
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
            "cientos", "mil", "miles", "millón", "millones", "doble", "triple",
        ),
    },
    "fr": {
        Turn.NEGATION: (
            "ne", "n'", "pas", "non", "jamais", "aucun", "aucune", "rien", "personne", "ni", "sans", "guère",
            "nullement", "refuse", "refusent", "manque", "nie",
        ),
        Turn.MODAL: (
            "peut", "peuvent", "pourrait", "pourraient", "doit", "doivent", "devrait", "devraient", "faut", "faudrait",
            "peut-être", "probablement", "éventuellement", "semble", "semblent", "paraît", "prétendument",
        ),
        Turn.QUANTIFIER: (
            "tout", "toute", "tous", "toutes", "chaque", "quelque", "quelques", "plusieurs", "beaucoup", "peu", "seul",
            "seule", "seulement", "uniquement", "presque", "environ", "près de", "jusqu'à", "au moins", "au plus",
            "plus de", "moins de", "moitié", "certains", "certaines", "que",
        ),
        Turn.CONDITION: (
            "si", "s'", "sauf", "à moins que", "à condition", "pourvu que", "mais", "bien que", "quoique", "cependant",
            "toutefois", "malgré", "excepté", "tant que",
        ),
        Turn.NUMBER: (
            "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "douzaine", "dizaine", "dizaines",
            "cent", "centaines", "mille", "milliers", "million", "millions", "milliard", "milliards", "double",
            "triple",
        ),
    },
}  # fmt: skip


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
        turn = Turn(match.lastgroup or Turn.NUMBER)
        start, end = folded.origins[match.start()], folded.origins[match.end() - 1] + 1
        found.append((turn, text[start:end], Span(start, end)))
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
        elif isinstance(edit, Omit) and not _whole_sentences(text, span, edit.span):
            found += _within(text, edit.span, language)
    for outside in _just_outside(text, span, checked):
        found += _within(text, outside, language)
    unique: dict[tuple[Turn, str, Span | None], Turning] = {(t.turn, t.word, t.span): t for t in found}
    return tuple(unique.values())


def _whole_sentences(text: str, span: Span, omitted: Span) -> bool:
    return starts_sentence(text, omitted.start, span.start) and ends_sentence(text, omitted.end)


def _just_outside(text: str, span: Span, edits: tuple[Edit, ...]) -> Iterable[Span]:
    # A passage that itself stops inside a sentence is a cut too: look to the sentence's ends, at most 240 code points away.
    kept = [edit.span for edit in edits if isinstance(edit, Keep | Case)]
    if not kept:
        return
    first, last = kept[0].start, kept[-1].end
    if not starts_sentence(text, first, 0 if first == span.start else span.start):
        before = text[max(0, first - 240) : first]
        begin = max((match.end() for match in _BREAK.finditer(before)), default=0)
        yield Span(first - len(before) + begin, first)
    if not ends_sentence(text, last):
        after = _BREAK.search(text, last, min(len(text), last + 240))
        yield Span(last, after.start() if after else min(len(text), last + 240))


_BREAK = re.compile(r"[.!?…][”’»\"')\]]*\s|\n\s*\n")


def _within(text: str, span: Span, language: str | None) -> list[Turning]:
    # A word half inside the span counts: it is read as a whole.
    start, end = span.start, span.end
    while start > 0 and text[start - 1].isalnum() and start < len(text) and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and end > 0 and text[end - 1].isalnum():
        end += 1
    return [
        Turning(turn, word, Span(start + place.start, start + place.end))
        for turn, word, place in turning_words(text[start:end], language)
    ]


def _base(language: str | None) -> str:
    base = (language or "").split("-")[0].lower()
    return base if base in TURNING_WORDS else ""


@cache
def _pattern(language: str) -> re.Pattern[str]:
    tables = [TURNING_WORDS[language]] if language else list(TURNING_WORDS.values())
    groups = []
    for turn in Turn:
        words = sorted({word for table in tables for word in table[turn]}, key=lambda word: (-len(word), word))
        alternatives = [_bounded(word) for word in words]
        if turn is Turn.NUMBER:
            alternatives.append(r"(?<!\w)\d[\d.,]*%?")
        groups.append(f"(?P<{turn.value}>{'|'.join(alternatives)})")
    return re.compile("|".join(groups))


def _bounded(word: str) -> str:
    # Elided forms (n', s') are followed by their word; English n't follows its own.
    start = r"(?<=\w)" if word == "n't" else r"(?<!\w)"
    end = "" if word.endswith("'") else r"(?!\w)"
    return f"{start}{re.escape(word)}{end}"
