"""Context: what the narrator says outside quotations and asks, paragraph by paragraph."""

import math

from briefing_app.domain.reading import Block, BlockKind
from briefing_app.domain.span import Span

_SHORTEST = 5
"""A run of fewer words than this is no passage."""
_SURE = ((11, 0.7), (24, 0.9), (math.inf, 0.95))
"""By the number of words at most."""


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
    return tuple(run for run in runs if len(run.of(plain).split()) >= _SHORTEST and not _is_lead_in(plain, run))


def _is_lead_in(plain: str, run: Span) -> bool:
    words = run.of(plain).rstrip()
    return words.endswith(":") and len(words.split()) < 30


def certainty(plain: str, run: Span) -> float:
    """Return how sure it is that a run is narration: short ones may be furniture no cue knows (measured)."""
    words = len(run.of(plain).split())
    return next(sure for longest, sure in _SURE if words <= longest)
