"""What a person could not see on the page is dropped: a quotation must be findable with the eye on the printed document."""

from collections.abc import Sequence
from dataclasses import replace

from briefing_app.domain.printed import Box
from briefing_app.reading.pdf.characters import Run
from briefing_app.reading.pdf.drawings import Drawings
from briefing_app.reading.pdf.frames import PageSize, box_on_page, seen_box

_CLIPPED = 0.5
"""Share of a page's letters: where more would be cut off, the clips are not what they seem."""
_NEAR = 1.0


def visible(runs: Sequence[Run], size: PageSize, drawn: Drawings) -> list[Run]:
    """Return the runs that a person sees, or that say what a picture of text shows (the layer that character recognition adds).

    White letters on white, and letters outside the page, are there to be found by machines or left from an edit.
    """
    runs = _within_clips(runs, size)
    ghosts_alone = all(run.ink.ghostly for run in runs)
    kept = []
    width, height = size.width, size.height
    for run in runs:
        ink = run.ink
        if not (ink.turn or ink.pale or ink.ghostly):
            # Plain text, as nearly all is.
            if -2 <= (run.lefts[0] + run.rights[-1]) / 2 <= width + 2 and -2 <= run.baseline - ink.size / 2 <= height + 2:
                kept.append(run)
            continue
        box = _seen(run, size)
        inside = -2 <= (box.left + box.right) / 2 <= width + 2 and -2 <= (box.top + box.bottom) / 2 <= height + 2
        if not inside:
            continue
        if run.ink.ghostly and not ghosts_alone and not _any_holds(drawn.pictures, box):
            continue
        if run.ink.pale and not run.ink.ghostly and not _any_holds([*drawn.grounds, *drawn.pictures], box):
            continue
        kept.append(run)
    return kept


def _within_clips(runs: Sequence[Run], size: PageSize) -> Sequence[Run]:
    """Return the runs without the words that their clip cuts off."""
    if not any(run.clip for run in runs):
        return runs
    kept = [part for run in runs if (part := _within_clip(run, size))]
    return kept if sum(run.letters for run in kept) > _CLIPPED * sum(run.letters for run in runs) else runs


def _within_clip(run: Run, size: PageSize) -> Run | None:
    if run.clip is None:
        return run
    clip = box_on_page(size, *run.clip)
    shows = []
    for number, (left, right) in enumerate(zip(run.lefts, run.rights, strict=True)):
        box = seen_box(size, run.ink.turn, Box(left, run.baseline - run.ink.size, right, run.baseline))
        x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        if clip.left - _NEAR <= x <= clip.right + _NEAR and clip.top - _NEAR <= y <= clip.bottom + _NEAR:
            shows.append(number)
    if len(shows) == len(run.words):
        return run
    if not shows:
        return None
    words, lefts, rights = [run.words[at] for at in shows], [run.lefts[at] for at in shows], [run.rights[at] for at in shows]
    return replace(run, words=words, lefts=lefts, rights=rights, raised={})


def _seen(run: Run, size: PageSize) -> Box:
    ink = run.ink
    return seen_box(size, ink.turn, Box(run.lefts[0], run.baseline - ink.size, run.rights[-1], run.baseline))


def _any_holds(boxes: Sequence[Box], inner: Box) -> bool:
    x, y = (inner.left + inner.right) / 2, (inner.top + inner.bottom) / 2
    return any(box.left <= x <= box.right and box.top <= y <= box.bottom for box in boxes)
