"""A finding's sentence with the source's words in it marked, so that they are set in the serif wherever it is told."""

from briefing_app.desktop.widgets.text_painter import Mark, MarkKind
from briefing_app.domain.finding import Finding
from briefing_app.words import Words
from briefing_app.workbench.finding_words import finding_words

SOURCE_WORDS = {"damage": "words", "turning": "words", "uncertain": "shown"}
"""Which parameter of a kind of finding holds words of a source."""

_OPEN, _CLOSE = "\ue000", "\ue001"


def told(finding: Finding, words: Words) -> tuple[str, tuple[Mark, ...]]:
    """Return the sentence, and marks for the source's words in it; damaged ones are waved too."""
    kind = finding.code.partition("-")[0]
    named = SOURCE_WORDS.get(kind)
    held = finding.parameters.get(named) if named else None
    marked = {named: f"{_OPEN}{held}{_CLOSE}"} if named and isinstance(held, str) else None
    sentence = finding_words(finding, words, marked)
    before, _, rest = sentence.partition(_OPEN)
    inside, _, after = rest.partition(_CLOSE)
    if not inside:
        return sentence, ()
    looks = (MarkKind.SOURCE, MarkKind.DAMAGED) if kind == "damage" else (MarkKind.SOURCE,)
    return before + inside + after, tuple(Mark(len(before), len(before) + len(inside), look) for look in looks)
