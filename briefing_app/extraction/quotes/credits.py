"""An attribution: who speaks, which words say so, and how sure that is."""

from dataclasses import dataclass
from enum import IntEnum

from briefing_app.domain.span import Span
from briefing_app.extraction.people.voices import Voice


class Strength(IntEnum):
    """How sure it is that words attribute a stretch."""

    NONE = 0
    IN_SENTENCE = 1
    """A verb of saying somewhere in the stretch's own sentence: a fragment in the narrator's voice."""
    BESIDE = 2


@dataclass(frozen=True, slots=True)
class Credit:
    """An attribution found: who, the words that say so, by which rule."""

    voice: Voice
    span: Span
    rule: str
    strength: Strength


NOBODY = Credit(Voice(), Span(0, 0), "", Strength.NONE)


def trimmed(text: str, span: Span) -> Span:
    """Return the span without the punctuation that stands around an attribution."""
    start, end = span.start, span.end
    while start < end and not (text[start].isalnum()):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in ").’'"):
        end -= 1
    return Span(start, end)
