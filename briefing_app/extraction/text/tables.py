"""Which cue table serves a reading: one file of data a language and one for names, read when first needed."""

import re
import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path

from briefing_app import typed
from briefing_app.extraction.cues.form import Cue, CueTable, NameTable

LANGUAGES = ("en", "es", "fr")
CUES = Path(__file__).parent.with_name("cues")
"""Where the tables lie."""
_SAMPLE = 20_000


@cache
def table_of(language: str) -> CueTable:
    """Return the cue table of one of ``LANGUAGES``; FileNotRead when its file holds what no table has."""
    path = CUES / f"{language}.toml"
    table = typed.load(CueTable, tomllib.loads(path.read_text(encoding="utf-8")), source=path.name)
    forms = {verb: words for verb, _, words in (line.partition(": ") for line in table.verbs)}
    return replace(table, asks=tuple(_with_forms(cue, forms) for cue in table.asks))


@cache
def name_table() -> NameTable:
    """Return the table of names, which is for texts of every language; FileNotRead when its file holds what it has not."""
    path = CUES / "names.toml"
    return typed.load(NameTable, tomllib.loads(path.read_text(encoding="utf-8")), source=path.name)


def _with_forms(cue: Cue, forms: dict[str, str]) -> Cue:
    def spelled(found: re.Match[str]) -> str:
        return forms[found.group(1)].replace(" ", "|")

    return replace(cue, phrases=tuple(re.sub(r"@(\w+)", spelled, phrase) for phrase in cue.phrases))


def table_for(language: str | None, plain: str) -> CueTable:
    """Return the table of a language, or, when there is none, of the one whose most frequent words the text has most of."""
    base = (language or "").replace("_", "-").split("-")[0].lower()
    if base in LANGUAGES:
        return table_of(base)
    words = re.findall(r"\w+", plain[:_SAMPLE].lower())
    return max(map(table_of, LANGUAGES), key=lambda table: sum(word in table.frequent for word in words))
