"""Words that no sentence and no title ends with: articles, prepositions, conjunctions, auxiliaries."""

import re

SMALL_WORDS = frozenset(
    word
    for line in (
        "a an the of to in on at by for from with and or but nor as that which who whom whose than into upon between",
        "among through is are was were be been has have had will would should could may might must can not its their our",
        "your his her this these el la los las un una unos unas de del al en con por para sin sobre entre desde hasta y e",
        "o u ni que quien cuyo como su sus es son fue fueron ha han no se más este esta estos estas le les des du au aux",
        "et ou où ne pas dans par pour avec sans sur sous vers chez qui dont leur leurs ce cet cette ces est sont ont",
        "était étaient",
    )
    for word in line.split()
)
"""Words that no sentence ends with, in English, Spanish and French."""
LAST_WORD = re.compile(r"[^\s\"'“”‘’«»()\[\]*_]+(?=[\"'“”‘’«»)\]*_\s]*$)")
"""The last word of a text, without the marks after it."""
_TAIL = 80


def stops_short(words: str) -> bool:
    """Tell whether a text ends with a word that must be followed by another."""
    found = LAST_WORD.search(words[-_TAIL:])
    return found is not None and found.group().lower() in SMALL_WORDS
