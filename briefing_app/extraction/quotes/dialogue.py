"""Interviews: whose words stand behind a name or initials at the start of a paragraph, without quotation marks."""

import re
from dataclasses import dataclass

from briefing_app.domain.reading import Block
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.known import People
from briefing_app.extraction.people.speakers import voice
from briefing_app.extraction.people.voices import Voice

_LABEL = re.compile(
    r"\s*[*_]{0,2}([A-ZÀ-Þ][\w’'.-]*(?:[ \u00a0\u202f][\w’'.-]+){0,4})[ \u00a0\u202f]?[*_]{0,2}:[*_]{0,2}\s+(?=[\w¿¡«“\"(])"
)
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.[ \u00a0\u202f-]?){2,3}|[A-ZÀ-Þ]{2,3}$")
_MARKS = ("“", '"', "«", "‘", "—")
_FEWEST = 2
"""A name that stands once before a colon is no interview."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A paragraph of an interview: whose it is, the label that says so (empty where it runs on), the words."""

    voice: Voice
    label: Span
    words: Span


def answers(plain: str, blocks: tuple[Block, ...], table: CueTable, people: People) -> dict[int, Answer]:
    """Return the paragraphs, by their place in ``blocks``, that a person's name or initials give to that person."""
    labels = {
        index: match for index, block in enumerate(blocks) if (match := _LABEL.match(plain, block.span.start, block.span.end))
    }
    voices = {index: _whose(match.group(1), table, people) for index, match in labels.items()}
    names = [one.names for one in voices.values() if one.names]
    if len(labels) < _FEWEST or not any(names.count(name) >= _FEWEST for name in names):
        return {}
    found: dict[int, Answer] = {}
    speaker = Voice()
    for index, block in enumerate(blocks):
        whole = stripped(plain, block.span)
        label = labels.get(index)
        if label:
            speaker = voices[index]
            words = stripped(plain, Span(label.end(), whole.end))
        else:
            words = whole
        asked = words.of(plain).endswith(("?", "? »", "…", "..."))
        if (asked and not label) or not speaker.names or not len(words) or words.of(plain).startswith(_MARKS):
            speaker = Voice() if asked else speaker
            continue
        runs_on = index - 1 in found and not plain[blocks[index - 1].span.end : block.span.start].strip()
        if label or runs_on:
            found[index] = Answer(speaker, Span(label.start(1), label.end(1)) if label else Span(words.start, words.start), words)
    return found


def _whose(label: str, table: CueTable, people: People) -> Voice:
    if _INITIALS.match(label.strip()):
        letters = re.findall(r"[A-ZÀ-Þ]", label)
        full = next((name for name in people.full_names.values() if [word[0] for word in name.split()] == letters), None)
        return people.resolve(Voice((full,))) if full else Voice()
    named = voice(label.title() if label.isupper() else label, table)
    if named.names and named.role:
        return people.resolve(named)
    return people.resolve(named) if (named.names and " " in named.names[0]) or _is_known(named, people) else Voice()


def _is_known(named: Voice, people: People) -> bool:
    return bool(named.names) and people.resolve(named).names != named.names
