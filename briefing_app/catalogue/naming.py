"""All that an addressee's words may mean: groups, countries as CLDR names them, and names that only look alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from briefing_app.files import read_whole
from briefing_app.paths import template_file, user_templates
from briefing_app.typed import from_toml, load
from briefing_app.words import LANGUAGES

_NO_COUNTRY = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})
"""Two-letter codes of CLDR that ISO 3166-1 does not give to a country: reserved ones, unions and test regions."""


@dataclass(frozen=True, slots=True)
class Lookalikes:
    """The file of longer names that hold somebody's name and mean something else."""

    names: tuple[str, ...]


@cache
def country_names() -> Mapping[str, tuple[str, ...]]:
    """Return the CLDR names of each country in the languages there is a catalogue for, by ISO 3166-1 code."""
    from babel import Locale  # noqa: PLC0415 - it takes long to load, and who only prints a brand's pages names no country

    # Through plain dictionaries, because Babel's own are untyped.
    territories = [{str(code): str(name) for code, name in Locale.parse(tag).territories.items()} for tag in LANGUAGES]
    codes = sorted(code for code in territories[0] if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY)
    return {code: tuple(dict.fromkeys(names[code] for names in territories if code in names)) for code in codes}


def lookalikes() -> tuple[str, ...]:
    """Return the names that only look alike: those that ship, and the user's own."""
    files = [template_file("lookalikes.toml"), user_templates() / "lookalikes.toml"]
    tables = [(from_toml(read_whole(path), source=str(path)), str(path)) for path in files if path.is_file()]
    return tuple(dict.fromkeys(name for table, path in tables for name in load(Lookalikes, table, source=path).names))
