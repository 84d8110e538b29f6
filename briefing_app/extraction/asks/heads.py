"""The head of a noun phrase, and the relative clauses behind it: "the council | of the two regions, | which met"."""

import re
from functools import cache

from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.text.phrases import either


def head_of(words: str, table: CueTable) -> str:
    """Return the head of a noun phrase: its words before a preposition, a relative clause or a comma."""
    return _attached(table).split(words, maxsplit=1)[0]


def is_head(words: str, table: CueTable) -> bool:
    """Tell whether nothing is attached to a noun phrase."""
    return _attached(table).search(words) is None


@cache
def _attached(table: CueTable) -> re.Pattern[str]:
    return re.compile(rf"\s+{either(table.attaching + table.relative_pronouns + table.clause_words)}\s+|\s+d['’]|,")


@cache
def of_it(table: CueTable) -> re.Pattern[str]:
    """Return a pattern that finds what stands between a noun and whose, or of what, it is: " of ", " d'"."""
    return re.compile(rf"\s+{either(table.of_words)}\s+|\s+d['’]\s*")


@cache
def long_name(table: CueTable) -> re.Pattern[str]:
    """Return a pattern that finds a name of several words, small ones within: "Save the Shore"."""
    capital = r"[A-ZÀ-Þ][\w’'&-]*"
    return re.compile(rf"{capital}(?: (?:{either(table.within_name)} )?{capital}){{0,7}}")


@cache
def relative(table: CueTable) -> re.Pattern[str]:
    """Return a pattern that finds where a relative clause begins: " who ", " que "."""
    return re.compile(rf"\s{either(table.relative_pronouns)}\s|\squ['’]")


@cache
def last_aside(table: CueTable) -> re.Pattern[str]:
    """Return a pattern that finds a relative clause behind a noun phrase's last comma: ", which chairs the league"."""
    return re.compile(rf",\s{either(table.relative_pronouns)}\s[^,]*$")


@cache
def aside_before_verb(table: CueTable) -> re.Pattern[str]:
    """Return a pattern that finds a relative clause between commas, before a verb: ", in which the families trust,"."""
    begins = rf"(?:{either(table.attaching)}\s)?(?:{either(table.articles)}\s)?{either(table.relative_pronouns)}"
    return re.compile(rf",\s{begins}\s[^,;:.?!]{{3,120}},\s*$")
