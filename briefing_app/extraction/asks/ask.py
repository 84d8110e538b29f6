"""What an ask is: a sentence that asks, the rule that says so, those who are asked."""

from dataclasses import dataclass

from briefing_app.domain.excerpt import Addressee
from briefing_app.domain.span import Span


@dataclass(frozen=True, slots=True)
class Ask:
    """A sentence that asks: the span, the rule that says so, those who are asked."""

    span: Span
    rule: str
    confidence: float
    addressees: tuple[Addressee, ...]
    evidence: str = ""
    """The words that fired the rule."""
    verb: int = 0
    """Where they begin."""
    coordinated: bool = False
    """Whether its verb follows "and": it may be the second of a sentence."""
    clause: bool = False
    """Whether the span is one clause of a sentence that tells something else, too."""
