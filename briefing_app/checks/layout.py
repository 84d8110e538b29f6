"""Whether everything found its place on the page."""

import unicodedata
from collections.abc import Iterator

from briefing_app.checks.rules import RULES
from briefing_app.checks.scene import Check, Scene
from briefing_app.domain.briefing import plain
from briefing_app.domain.finding import Finding
from briefing_app.domain.layout import LayoutReport
from briefing_app.domain.template import SectionRole

ANNEXES = frozenset({SectionRole.SOURCES, SectionRole.MATRIX})
"""Sections that do not count towards a pack's pages."""

_SLACK = 0.05
"""Sections are measured in tenths of a page: half of one is no overrun."""


def overruns(scene: Scene) -> Iterator[Finding]:
    """Find what asked for more room than there is."""
    if scene.report and not scene.report.estimated:
        for overrun in scene.report.overruns:
            code = overrun.code if overrun.code in RULES else "overrun"
            yield scene.found(code, where=overrun.where, taken=f"{overrun.taken:g}", room=f"{overrun.room:g}")


def missing_glyphs(scene: Scene) -> Iterator[Finding]:
    """Find characters that would print as nothing or as a box."""
    if scene.report and scene.report.missing_glyphs:
        named = [f"{character} (U+{ord(character[:1]):04X})" for character in scene.report.missing_glyphs]
        yield scene.found("missing-glyphs", characters=", ".join(named))


def pages(scene: Scene) -> Iterator[Finding]:
    """Find a pack that takes more pages than it may have, annexes not counted."""
    budget = scene.briefing.pages
    if scene.report and not scene.report.estimated and budget and (taken := _taken(scene, scene.report)) > budget + _SLACK:
        yield scene.found("pages-over", pages=f"{taken:g}", budget=budget)


def _taken(scene: Scene, report: LayoutReport) -> float:
    counted = [
        taken
        for section in scene.pack.sections
        if section.role not in ANNEXES and (taken := report.section_pages.get(section.id)) is not None
    ]
    return round(sum(counted), 1) if counted else float(report.pages)


def sections(scene: Scene) -> Iterator[Finding]:
    """Find sections that take more pages than they may have."""
    if scene.report is None or scene.report.estimated:
        return
    for section in scene.pack.sections:
        taken = scene.report.section_pages.get(section.id, 0.0)
        if section.budget and taken > section.budget + _SLACK:
            title = section.title.of(scene.audience)
            yield scene.found("section-over", section, title=title, pages=f"{taken:g}", budget=f"{section.budget:g}")


def right_to_left(scene: Scene) -> Iterator[Finding]:
    """Find words in scripts that run from right to left, which the pages do not set yet."""
    for each in scene.printed:
        if any(_runs_left(plain(text)) for text in scene.texts[each.placement.id]):
            yield scene.found("right-to-left", each.section, each.placement)


def _runs_left(text: str) -> bool:
    return any(unicodedata.bidirectional(character) in {"R", "AL"} for character in text)


CHECKS: tuple[Check, ...] = (overruns, missing_glyphs, pages, sections, right_to_left)
