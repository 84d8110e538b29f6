"""Quotations one of whose marks is lost: a scan dropped it, or whoever typed it forgot it."""

import re

from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.speakers import voice
from briefing_app.extraction.quotes.credits import Strength
from briefing_app.extraction.quotes.marks import Pair
from briefing_app.extraction.quotes.said_behind import said_behind
from briefing_app.extraction.text.phrases import cue_pattern

_NAMING = 40
"""How far behind a mark the verb of saying stands that makes what it closes speech."""
_FEWEST_UNOPENED = 6
_LOST_MARK = re.compile(r"\s*(?:\S*[\^~|\\\[\]{}<>]\S*\s+){0,4}(?:[1Il!*|^.,;'`]{1,2}\s+)?(?=[A-ZÀ-Þ])")
"""What a scan leaves of the mark that opens a paragraph, behind what it made of a blot."""
_LONE_CLOSER = re.compile(r"(?<=[,.!?…])['’”\"](?=\s)|(?<=\w)['’”\"](?=,\s)")
_OPENER = re.compile(r"[“«„\"]|(?<!\w)['‘](?=\w)")
_DOUBLE_OPENER = re.compile(r"[“«„\"]")
_LAST_CLAUSE = re.compile(r"[,?!]['’‘]{0,2}\s+([^,.;:?!“”«»\"]{3,60})[.]?\s*$")
"""What stands behind the last comma of a paragraph."""


def up_to_attribution(plain: str, pair: Pair, table: CueTable) -> Pair:
    """Return a pair that its paragraph does not close without the attribution at its end: "“We waited, Ms Silva said."."""
    last = _LAST_CLAUSE.search(plain, pair.span.start, pair.span.end)
    said = cue_pattern(table.saying).search(last.group(1)) if last else None
    if last is None or said is None:
        return pair
    before, behind = last.group(1)[: said.start()].strip(), last.group(1)[said.end() :].strip()
    spoken = voice(before or behind, table)
    whole = len(behind.split()) <= 1 if before else True
    end = last.start() + len(last.group()) - len(last.group().lstrip(",?!'’‘"))
    return Pair(Span(pair.span.start, end), pair.family, closed=False) if spoken.names and whole else pair


def unopened(plain: str, block: Span, table: CueTable) -> list[Pair]:
    """Return the words of a paragraph whose opening mark a scan lost."""
    # "We waited for days', said Ana Silva.": a scan lost the mark that opens the paragraph; the verb behind tells that it was one.
    start = _LOST_MARK.match(plain, block.start, block.end)
    if not start:
        return []
    for mark in _LONE_CLOSER.finditer(plain, start.end(), block.end):
        stretch = Span(start.end(), mark.end())
        zone = Span(mark.end(), min(block.end, mark.end() + _NAMING))
        said = cue_pattern(table.saying).search(plain, zone.start, zone.end)
        opener = _OPENER if mark.group() in {"'", "’"} else _DOUBLE_OPENER
        if (
            said
            and len(stretch.of(plain).split()) >= _FEWEST_UNOPENED
            and not opener.search(stretch.of(plain), 0, len(stretch) - 1)
        ):
            found = said_behind(plain, table, Span(mark.end(), block.end))
            if found.strength is Strength.BESIDE and found.voice.known:
                return [Pair(stretch, "double")]
    return []


def ended(plain: str, block: Span, stray: int | None, *, spoken_before: bool) -> list[Pair]:
    """Return the words of a paragraph that only closes a quotation, behind one with somebody's words: its own mark is lost."""
    start = _LOST_MARK.match(plain, block.start, block.end)
    if stray is None or not start or not spoken_before or plain[stray : block.end].strip(" .,\n"):
        return []
    stretch = Span(start.end(), stray)
    return [Pair(stretch, "double")] if len(stretch.of(plain).split()) >= _FEWEST_UNOPENED else []
