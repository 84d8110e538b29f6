"""Whether a pair of marks holds somebody's words, or sets off a term, a title or a scare."""

import re
from dataclasses import replace

from briefing_app.domain.reading import Block
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.quotes.credits import NOBODY, Credit, Strength
from briefing_app.extraction.quotes.marks import Pair
from briefing_app.extraction.quotes.stretches import Stretch, adjoining
from briefing_app.extraction.text.phrases import word_list

_SMALL_WORD = 3
_NAMING = 40
"""How far before a mark the word stands that makes what it opens a name."""
_WORD = re.compile(r"[^\W\d_]{2}")
_NEXT_SENTENCE = re.compile(r"\w{2}[.!?…]\s+[A-ZÀ-Þ¿¡]")
_SHORTEST_ALONE = 6
_SHORTEST_FRAGMENT = 5
_LONGEST_NAME = 10


def opens(plain: str, block: Span, stretch: Span) -> bool:
    """Tell whether a stretch opens its paragraph, a line, or what a colon announces."""
    before = plain[block.start : stretch.start].rstrip(" \t*_>-—–")
    return not before or before.endswith((":", "\n"))


def judged(
    plain: str, block: Block, index: int, pair: Pair, found: Credit, previous: Stretch | None, table: CueTable
) -> Stretch | None:
    """Return the stretch when it is somebody's words, None when the marks set off a term, a title or a scare."""
    inner = pair.span.of(plain).strip("“”„‟«»‹›‘’'\" —\u00a0\u202f\n")
    words = len(inner.split())
    if not words:
        return None
    begins = opens(plain, block.span, pair.span)
    # A scan sets a blank before the closing mark, and another before the stop behind it.
    behind = plain[pair.span.end : pair.span.end + 2].lstrip(" ")[:1]
    sentence_like = inner.endswith((".", "!", "?", "…", ",")) or (
        behind == "," and not _is_amid(plain, block, index, pair, previous)
    )
    sentence_like = sentence_like or (behind == "." and (begins or _begins_anew(plain, block, pair)))
    if _is_term(plain, block, pair, inner, table, sentence_like=sentence_like, begins=begins):
        return None
    if found.rule == "quote.told" and not sentence_like:
        found = NOBODY
    stretch = Stretch(pair.span, index, pair.closed, found)
    beside = found.strength is Strength.BESIDE and (pair.family != "single" or sentence_like or words >= _SHORTEST_ALONE)
    if beside and (words > 2 or sentence_like or begins):
        direct = sentence_like or begins or found.rule != "quote.before" or words >= _SHORTEST_ALONE
        several = found.rule == "quote.before" and sentence_like and _NEXT_SENTENCE.search(inner) is not None
        amid = not begins and _is_amid(plain, block, index, pair, previous) and _follows_word(plain, pair)
        direct = direct and (several or not (amid or _is_integrated(plain, block.span, pair.span, inner)))
        return replace(stretch, fragment=not direct, rule=found.rule, confidence=_confidence(found.rule, sentence_like))
    ended = sentence_like or behind == "."
    whole = words > 2 and ended and stripped(plain, block.span).end <= pair.span.end + 1
    if not pair.closed or (begins and (whole or (sentence_like and words >= _SHORTEST_ALONE))):
        return replace(stretch, rule="quote.paragraph", confidence=0.85)
    one_word = inner[:1].isupper() and inner.endswith((".", "!", "?"))
    if sentence_like and (words > 1 or one_word) and _goes_on(plain, index, pair, words, previous, table):
        return replace(stretch, rule="quote.continued", confidence=0.94)
    if sentence_like and words >= _SHORTEST_ALONE and _stands_alone(plain, block, pair):
        return replace(stretch, rule="quote.paragraph", confidence=0.6)
    if (
        found.strength is Strength.IN_SENTENCE
        and words >= _SHORTEST_FRAGMENT
        and not _is_capital(plain, block.span, pair.span, inner)
    ):
        return replace(stretch, fragment=True, rule="quote.fragment", confidence=0.75)
    return None


def _is_term(plain: str, block: Block, pair: Pair, inner: str, table: CueTable, *, sentence_like: bool, begins: bool) -> bool:
    amid = plain[block.span.start : pair.span.start].rstrip()[-1:].isalnum()
    if pair.closed and (not sentence_like or amid) and _is_title(inner):
        return True
    ended = inner.endswith((".", "!", "?", "…"))
    if (not ended or len(inner.split()) <= _LONGEST_NAME) and _is_named(plain, block.span, pair.span, inner, table, ended=ended):
        return True
    # "« 800 à 1 000 »": a number is nobody's words.
    return not begins and not ended and not _WORD.search(inner)


def _is_named(plain: str, block: Span, stretch: Span, inner: str, table: CueTable, *, ended: bool) -> bool:
    # "the so-called “safe road”", "the forum “Water and peace”": the marks set off a name.
    before = plain[max(block.start, stretch.start - _NAMING) : stretch.start].rstrip()
    words = table.naming + table.titled + table.articles if inner[:1].isupper() and not ended else table.naming
    return any(match.end() == len(before) for match in word_list(words).finditer(before))


def _is_integrated(plain: str, block: Span, stretch: Span, inner: str) -> bool:
    # "warned that “they have known since May” ...": a piece of the narrator's own sentence.
    before = plain[block.start : stretch.start].rstrip()
    return before[-1:].isalpha() and inner[:1].islower() and plain[stretch.end : stretch.end + 1] != ","


def _is_amid(plain: str, block: Block, index: int, pair: Pair, previous: Stretch | None) -> bool:
    # "It is, “beyond any doubt”, the last of them.": a piece amid the narrator's sentence, which the comma behind it is part of.
    start = previous.span.end if previous and previous.block == index else block.span.start
    before = plain[start : pair.span.start].rstrip()
    first = pair.span.of(plain).lstrip("“”„‟«»‹›‘’'\" \u00a0\u202f")[:1]
    alone = start == block.span.start or _NEXT_SENTENCE.search(before) is not None
    return first.islower() and alone and (before[-1:].isalnum() or before[-1:] in {",", ";", ")"})


def _follows_word(plain: str, pair: Pair) -> bool:
    return plain[max(0, pair.span.start - 3) : pair.span.start].rstrip()[-1:].isalnum()


def _begins_anew(plain: str, block: Block, pair: Pair) -> bool:
    # "... . «No es una sequía más».": Spanish sets the full stop behind the mark.
    before = plain[block.span.start : pair.span.start].rstrip()
    return not before or before.endswith((".", "!", "?", "…", ":"))


def _stands_alone(plain: str, block: Block, pair: Pair) -> bool:
    # "The bishop spoke at length. “We buried nine. Nobody came.”": whole sentences between sentences are somebody's words.
    before = plain[block.span.start : pair.span.start].rstrip()
    after = plain[pair.span.end : block.span.end].strip(" .\n")
    inner = pair.span.of(plain).strip("“”„‟«»‹›‘’'\" —\u00a0\u202f\n")
    begins = inner[:1].isupper() or inner[:1] in {"¿", "¡"}
    return begins and before.endswith(".") and (not after or after[:1].isupper())


def _is_capital(plain: str, block: Span, stretch: Span, inner: str) -> bool:
    # "told the workshop in Vall “Water for all people” of it": a capital amid a sentence begins a name, or a sentence.
    short = len(inner.split()) <= _LONGEST_NAME and not inner.endswith((".", "!", "?", "…"))
    return short and inner[:1].isupper() and plain[block.start : stretch.start].rstrip()[-1:].isalnum()


def _is_title(inner: str) -> bool:
    # "The Long Road": all but its small words have capitals.
    long = [word for word in inner.split() if len(word) > _SMALL_WORD and not word[0].isdigit()]
    return len(long) > 1 and all(word[0].isupper() for word in long)


def _confidence(rule: str, sentence_like: bool) -> float:
    # As measured on labelled documents, see tests/benchmarks/README.md: a signature may belong to the words after it.
    return 0.78 if rule == "quote.signed" else 0.96 if sentence_like else 0.88


def _goes_on(plain: str, index: int, pair: Pair, words: int, previous: Stretch | None, table: CueTable) -> bool:
    # After words of somebody in the same paragraph: a sentence is theirs too, a few words only when nothing stands between.
    if previous is None or previous.block != index:
        return False
    between = Span(previous.span.end, pair.span.start)
    if adjoining(plain, between, previous, None, table):
        return True
    return words >= _SHORTEST_ALONE and previous.credit.strength > Strength.NONE
