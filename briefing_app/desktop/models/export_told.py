"""What is told of an export before it begins: who is held back and why, and what is worth mending; a sentence each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefing_app.desktop.models.export_model import ExportModel
from briefing_app.desktop.models.told_marks import told
from briefing_app.desktop.widgets.text_painter import Mark
from briefing_app.domain.briefing import Copy
from briefing_app.domain.finding import Finding, Severity
from briefing_app.words import Words
from briefing_app.workbench.exporting import Prospect
from briefing_app.workbench.orders import blocking


@dataclass(frozen=True, slots=True)
class Told:
    """Who is held back (empty: nobody) and a sentence with the source's words in it marked, and where to go about it."""

    who: str
    sentence: str
    marks: tuple[Mark, ...]
    blocks: bool
    finding: Finding | None
    copy: Copy


def told_of(table: ExportModel, words: Words) -> list[Told]:
    """Return a sentence for each audience that is held back, and one for all that is worth mending."""
    held_back = [_held(table, words, line.short, held) for line in table.lines if (held := _held_of(table, line.id))]
    return [*held_back, *_worth(table.prospects, words)]


def _held_of(table: ExportModel, audience: str) -> list[Prospect]:
    return [each for each in table.prospects if each.audience == audience and each.held]


def _held(table: ExportModel, words: Words, name: str, held: list[Prospect]) -> Told:
    first = held[0]
    finding = next(iter(blocking(first.findings)), None)
    if len(held) == len(Copy):
        who = words.say("window.export.held", audience=name)
    else:
        copies = words.join([table.copy_words(each.copy).lower() for each in held])
        who = words.say("window.export.held-copies", audience=name, copies=copies)
    why, marks = told(finding, words) if finding else (first.fault.line(words) if first.fault else "", ())
    return Told(who, why, marks, blocks=True, finding=finding, copy=first.copy)


def _worth(prospects: Iterable[Prospect], words: Words) -> Iterator[Told]:
    distinct: dict[tuple[str, str | None, str | None], tuple[Finding, Copy]] = {}
    for prospect in prospects:
        for each in prospect.findings:
            if each.severity is Severity.MEND:
                distinct.setdefault((each.code, each.placement, each.section), (each, prospect.copy))
    if distinct:
        finding, copy = next(iter(distinct.values()))
        first, marks = told(finding, words)
        sentence = words.count("window.export.worth", len(distinct), first=first)
        moved = sentence.find(first)
        shifted = tuple(replace(mark, start=mark.start + moved, end=mark.end + moved) for mark in marks)
        yield Told("", sentence, shifted, blocks=False, finding=finding, copy=copy)
