"""The words of an attribution without where and how something is said: "sostuvo al abrir un foro" tells of no forum that speaks."""

import re

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.text.phrases import cue_pattern, lowered, words_of

_WORD = re.compile(r"[\w’'-]+|[,;:.()]")
_INFINITIVE = re.compile(r"\w+[aei]r(?:se|l[aeo]s?)?$")
_READ = frozenset(("lee", "leer", "leerse"))
"""Behind these a preposition leads to the paper that speaks: "se lee en la carta"."""


def without_where(words: str, table: CueTable) -> str:
    """Return the words of an attribution, in small letters, without what prepositions lead to; as they are in other languages.

    What a preposition leads to ends at a comma, or at the article with which a subject begins: "afirmó en su carta | la red".
    """
    tokens = _WORD.findall(lowered(words))
    if not table.prepositions or not _READ.isdisjoint(tokens) or not cue_pattern(table.saying).search(words):
        return " ".join(tokens)
    kept: list[str] = []
    led = clause = first = False
    for token in tokens:
        if token in table.prepositions:
            led = first = True
        elif not led or token[0] in ",;:.()":
            led = clause = False
            kept.append(token)
        else:
            clause = clause or token in table.subordinators or (first and _INFINITIVE.match(token) is not None)
            if token in words_of(table, "singular_articles") and not first and not clause:
                led = False
                kept.append(token)
            first = False
    return " ".join(kept)
