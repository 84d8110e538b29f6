"""One quoted stretch, and whether nothing but attribution parts two."""

from dataclasses import dataclass

from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.voices import Voice
from briefing_app.extraction.quotes.credits import NOBODY, Credit, Strength
from briefing_app.extraction.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Stretch:
    """One quoted stretch of one paragraph, with who says it."""

    span: Span
    block: int
    closed: bool
    credit: Credit
    fragment: bool = False
    speaker: Voice = NOBODY.voice
    turn: int = 0
    rule: str = ""
    confidence: float = 0.0


def adjoining(plain: str, gap: Span, one: Stretch, other: Stretch | None, table: CueTable) -> bool:
    """Tell whether nothing but the attribution of ``one``, or of ``other`` when that is known, stands between them."""
    said = (one.credit.span, other.credit.span) if other else (one.credit.span,)
    return only_credit(plain, gap, said) or _still_credit(plain, gap, one, other, table)


def _still_credit(plain: str, gap: Span, one: Stretch, other: Stretch | None, table: CueTable) -> bool:
    # "..., said Ana Silva, who came back on Monday. ...": what the attribution's own sentence goes on to say parts no turn.
    if one.credit.rule != "quote.after" or (other is not None and other.credit.strength > Strength.NONE):
        return False
    words = gap.of(plain).strip()
    return words.endswith((".", ":")) and len(sentences(plain, stripped(plain, gap), table)) == 1


def only_credit(plain: str, gap: Span, said: tuple[Span, ...]) -> bool:
    """Tell whether nothing but what is in ``said`` stands in a gap."""
    return not any(
        plain[place].isalnum() and not any(span.start <= place < span.end for span in said) for place in range(gap.start, gap.end)
    )
