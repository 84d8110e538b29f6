"""What a person could not see on the page is dropped: a quotation must be findable with the eye on the printed document."""

from collections.abc import Sequence

from briefing_app.domain.printed import Box
from briefing_app.reading.pdf.characters import Run
from briefing_app.reading.pdf.drawings import Drawings
from briefing_app.reading.pdf.frames import PageSize, seen_box


def visible(runs: Sequence[Run], size: PageSize, drawn: Drawings) -> list[Run]:
    """Return the runs that a person sees, or that say what a picture of text shows (the layer that character recognition adds).

    White letters on white, and letters outside the page, are there to be found by machines or left from an edit.
    """
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


def _seen(run: Run, size: PageSize) -> Box:
    ink = run.ink
    return seen_box(size, ink.turn, Box(run.lefts[0], run.baseline - ink.size, run.rights[-1], run.baseline))


def _any_holds(boxes: Sequence[Box], inner: Box) -> bool:
    x, y = (inner.left + inner.right) / 2, (inner.top + inner.bottom) / 2
    return any(box.left <= x <= box.right and box.top <= y <= box.bottom for box in boxes)
