"""Words that lean on the next one, per language: nothing is cut off behind them."""

from collections.abc import Mapping

_LEANING: Mapping[str, str] = {
    "en": (
        "a an the of in on to and or nor but for with by as at from into over under after before between through than that is are"
        " its our their his her this these those not no who we such"
    ),
    "es": (
        "a al ante bajo con contra de del desde el la los las en entre hacia hasta o u para por que se según si sin sobre su sus"
        " tras un una unos unas y e lo como no es son"
    ),
    "fr": (
        "à au aux avec chez contre dans de des du d’ en entre et la le les l’ leur leurs mais ne ni ou où par pour que qui sans se"
        " ses son sa sous sur un une vers ce ces cette est sont"
    ),
}
"""Articles, prepositions, conjunctions and their like."""
_SETS = {language: frozenset(words.split()) for language, words in _LEANING.items()}


def leans(word: str, language: str) -> bool:
    """Tell whether a word leans on the one after it, so that no heading's line and no shortened text ends in it."""
    return word.casefold().strip("“«‘(") in _SETS.get(language.split("-", maxsplit=1)[0], _SETS["en"])


def opening_words(text: str, language: str, most: int) -> str:
    """Return a text's first words, ``most`` at most; where it goes on behind them, none that leans and no sign at the end."""
    words = text.split(" ")
    if len(words) <= most:
        return text
    kept = words[:most]
    while len(kept) > 1 and leans(kept[-1], language):
        kept.pop()
    return " ".join(kept).rstrip(",.;:–—- ")
