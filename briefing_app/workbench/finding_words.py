"""What a finding says in a language: its sentence, with its days and lists written as the language writes them."""

from collections.abc import Mapping

from briefing_app.domain.dates import PartialDate
from briefing_app.domain.finding import Detail, Finding
from briefing_app.words import Words

_DAYS = {"as-of-differs": ("held", "date"), "source-later": ("date", "pack"), "clearance-void": ("day",)}
"""Which details of which findings are days."""


def finding_words(finding: Finding, words: Words, instead: Mapping[str, str] | None = None) -> str:
    """Return a finding as a sentence; ``instead`` puts other words in the place of some details, by name."""
    days = _DAYS.get(finding.code, ())
    details = {name: _written(value, words, day=name in days) for name, value in finding.parameters.items()}
    return words.say(f"finding.{finding.code}", **{**details, **(instead or {})})


def _written(value: Detail, words: Words, *, day: bool) -> str | int | float:
    if isinstance(value, tuple):
        return words.join(list(value))
    if day and isinstance(value, str):
        date = PartialDate.from_iso(value)
        return words.date(date.year, date.month, date.day)
    return value
