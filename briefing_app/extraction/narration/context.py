"""Context: what the narrator says outside quotations and asks, paragraph by paragraph."""

import math
import re

from briefing_app.domain.reading import Block, BlockKind
from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.quotes.credits import Strength
from briefing_app.extraction.quotes.stretches import Stretch
from briefing_app.extraction.text.phrases import word_list

_SHORTEST = 5
"""A run of fewer words than this is no passage."""
_SHORTEST_LEAD = 8
_LONGEST_LEAD = 40
_LONGEST_DATELINE = 8
_SMALL_WORD = 3
_FAR = 160
_SPEAKER_BROKEN = re.compile(r"[”»\"’]\s?,?[^”»\"’.!?\n]{4,120},\s*\n\s*$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SURE = ((11, 0.7), (24, 0.9), (math.inf, 0.95))
"""By the number of words at most."""
_MOST = 0.75
"""A sentence of which a larger share is somebody's words is no narration."""
_MOST_BESIDE = 0.5
"""The same, where what says whose words they are stands right beside them."""


def context_runs(plain: str, block: Block, sentence_spans: tuple[Span, ...], taken: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the runs of sentences in a block that share nothing with ``taken``, which is in order: asks, speech, attributions."""
    if block.kind in {BlockKind.HEADING, BlockKind.RULE}:
        return ()
    runs: list[Span] = []
    open_run: Span | None = None
    for sentence in sentence_spans:
        if any(span.meets(sentence) for span in taken):
            open_run = None
            continue
        if open_run is None:
            open_run = sentence
            runs.append(sentence)
        else:
            open_run = Span(open_run.start, sentence.end)
            runs[-1] = open_run
    runs = [run for run in runs if len(run.of(plain).split()) >= _SHORTEST and not _is_lead_in(plain, run)]
    return tuple(run for run in runs if run.start > sentence_spans[0].start or not _is_dateline(plain, run))


def speaker_goes_on(plain: str, block: Block) -> bool:
    """Tell whether a block's first words go on naming who spoke in the paragraph before: "..., said Ana Silva,", a blank line."""
    return (
        block.kind is BlockKind.PARAGRAPH
        and _SPEAKER_BROKEN.search(plain, max(0, block.span.start - _FAR), block.span.start) is not None
    )


def lead_in(plain: str, block: Block, sentence_spans: tuple[Span, ...], taken: tuple[Span, ...], table: CueTable) -> Span | None:
    """Return the sentence that ends a block and leads to what stands below it, when it tells enough: narration before narration."""
    last = sentence_spans[-1] if sentence_spans and block.kind is not BlockKind.HEADING else None
    if last is None or len(last.of(plain).split()) < _SHORTEST_LEAD or any(span.meets(last) for span in taken):
        return None
    return last if _is_lead_in(plain, last) and not word_list(table.announces).search(last.of(plain)) else None


def _is_lead_in(plain: str, run: Span) -> bool:
    words = run.of(plain).rstrip()
    return words.endswith(":") and len(words.split()) < _LONGEST_LEAD


def _is_dateline(plain: str, run: Span) -> bool:
    # "Puerto Vale, Norland." before somebody's words: where a story was written.
    words = run.of(plain).strip("*_() .")
    longer = [token.strip('(),.*_“"') for token in words.split() if len(token) > _SMALL_WORD]
    lower = sum(not token[:1].isupper() and not token[:1].isdigit() for token in longer)
    return len(words.split()) <= _LONGEST_DATELINE and lower <= bool(_YEAR.search(words))


def certainty(plain: str, run: Span) -> float:
    """Return how sure it is that a run is narration: short ones may be furniture no cue knows (measured)."""
    words = len(run.of(plain).split())
    return next(sure for longest, sure in _SURE if words <= longest)


def filled_sentences(spoken: list[Stretch], bounds: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the sentences that are mostly somebody's words, and so no narration.

    Words that run over several sentences fill each of them unless they begin late in a long sentence of the narrator's.
    """
    fragments = [one for one in spoken if one.fragment and one.rule != "quote.cited"]
    filled = []
    for b in bounds:
        held = [one for one in fragments if b.holds(one.span)]
        beside = any(one.credit.strength is Strength.BESIDE for one in held)
        if sum(len(one.span) for one in held) > (_MOST_BESIDE if beside else _MOST) * len(b):
            filled.append(b)
    for span in (one.span for one in fragments):
        met = [b for b in bounds if span.meets(b)]
        if len(met) > 1 and 2 * (met[0].end - span.start) > len(met[0]):
            filled += met
    return tuple(filled)
