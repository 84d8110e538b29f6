"""Whether everything found its place on the page."""

import unicodedata
from collections.abc import Iterator

from briefing_app.checks.rules import RULES
from briefing_app.checks.scene import Check, Scene
from briefing_app.domain.briefing import plain
from briefing_app.domain.finding import Finding
from briefing_app.domain.layout import Overrun

BUDGETS = {"section-budget": "section-over", "page-budget": "pages-over"}
"""What the pages call a budget that was passed, and the code of its finding. Other overruns go by their own names."""

_NAMED = 60
"""How many code points of what does not fit a finding names at most."""


def overruns(scene: Scene) -> Iterator[Finding]:
    """Find what asked for more room than there is. Pages that only a word processor will know are not judged."""
    if scene.report:
        for overrun in scene.report.overruns:
            if not (scene.report.estimated and overrun.code in BUDGETS):
                yield _found(scene, overrun)


def _found(scene: Scene, overrun: Overrun) -> Finding:
    """Return the finding of an overrun at its placement or section where it names one, said in words that a person knows."""
    code = BUDGETS.get(overrun.code, overrun.code)
    section = next((section for section in scene.pack.sections if section.id == overrun.where), None)
    printed = next((each for each in scene.printed if each.placement.id == overrun.where), None)
    where = overrun.where
    if section:
        where = section.title.of(scene.audience)
    elif printed:
        section = printed.section
        where = " ".join(plain(text) for text in scene.texts[overrun.where])
    return scene.found(
        code if code in RULES else "overrun",
        section,
        printed.placement if printed else None,
        where=where[:_NAMED],
        taken=overrun.taken,
        room=overrun.room,
    )


def missing_glyphs(scene: Scene) -> Iterator[Finding]:
    """Find characters that would print as nothing or as a box."""
    if scene.report and scene.report.missing_glyphs:
        named = tuple(f"{character} (U+{ord(character[:1]):04X})" for character in scene.report.missing_glyphs)
        yield scene.found("missing-glyphs", characters=named)


def right_to_left(scene: Scene) -> Iterator[Finding]:
    """Find words in scripts that run from right to left, which the pages do not set yet."""
    for each in scene.printed:
        if any(_runs_left(plain(text)) for text in scene.texts[each.placement.id]):
            yield scene.found("right-to-left", each.section, each.placement)


def _runs_left(text: str) -> bool:
    return any(unicodedata.bidirectional(character) in {"R", "AL"} for character in text)


CHECKS: tuple[Check, ...] = (overruns, missing_glyphs, right_to_left)
