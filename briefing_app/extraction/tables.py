"""Which cue table serves a reading."""

import re

from briefing_app.extraction.cues.en import ENGLISH
from briefing_app.extraction.cues.es import SPANISH
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.cues.fr import FRENCH

TABLES = {table.language: table for table in (ENGLISH, SPANISH, FRENCH)}
_SAMPLE = 20_000


def table_for(language: str | None, plain: str) -> CueTable:
    """Return the table of a language, or, when there is none, of the one whose most frequent words the text has most of."""
    base = (language or "").replace("_", "-").split("-")[0].lower()
    if base in TABLES:
        return TABLES[base]
    words = re.findall(r"\w+", plain[:_SAMPLE].lower())
    return max(TABLES.values(), key=lambda table: sum(word in table.frequent for word in words))
