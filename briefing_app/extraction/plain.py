"""The text that cues are looked for in: as long as the reading's, so that places are the same, with what nobody sees blanked."""

from briefing_app.domain.reading import InlineKind, Reading
from briefing_app.domain.span import Span

DAMAGED_MARKS = {"\x91": "‘", "\x92": "’", "\x93": "“", "\x94": "”"}
"""cp1252 quotation marks that were decoded as C1 controls: the only damage that is mended here when the reading did not."""


def plain_text(reading: Reading) -> str:
    """Return the reading's text with repairs applied and marks of the file format blanked; code point for code point as long."""
    characters = [DAMAGED_MARKS.get(character, character) for character in reading.text]
    for repair in reading.repairs:
        length = len(repair.span)
        if length and repair.span.end <= len(characters):
            characters[repair.span.start : repair.span.end] = repair.shown[:length].ljust(length)
    for inline in reading.inlines:
        for mark in inline.marks():
            characters[mark.start : mark.end] = [" "] * (min(mark.end, len(characters)) - min(mark.start, len(characters)))
    return "".join(characters)


def with_marks(reading: Reading, span: Span) -> Span:
    """Return ``span`` grown over the marks of links and emphasis that begin or end exactly with it and lie wholly around its words.

    A passage that is a whole link must hold the link's marks, or its slice could not be shown as what it was.
    """
    start, end = span.start, span.end
    for inline in reading.inlines:
        if inline.kind is InlineKind.MARKER or not inline.span.meets(span):
            continue
        if inline.content.start == span.start and inline.content.end <= span.end:
            start = min(start, inline.span.start)
        if inline.content.end == span.end and inline.content.start >= span.start:
            end = max(end, inline.span.end)
    return Span(start, end)
