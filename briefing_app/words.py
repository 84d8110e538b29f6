"""Every word a person reads, from one gettext catalogue per language; keys in the code, sentences in ``resources/locale``."""

import gettext
import io
from functools import cache

from babel import Locale
from babel.dates import format_date, get_month_names
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from briefing_app.paths import resource

LANGUAGES = ("en", "es", "fr")
"""The languages there is a catalogue for; the first is the fallback."""


class Words:
    """The words of one language. ``say`` takes a key of the catalogue and the values for its {placeholders}."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue = _catalogue(language)

    def say(self, key: str, /, **parameters: object) -> str:
        """Return the sentence for ``key``; KeyError when the catalogue lacks it, so a test meets it before a person does."""
        sentence = self._catalogue.gettext(key)
        if sentence == key:
            raise KeyError(key)
        return sentence.format_map(parameters) if parameters else sentence

    def count(self, key: str, /, number: int, **parameters: object) -> str:
        """Return the sentence for ``key`` in the form that ``number`` asks for; the sentence may use {number}."""
        sentence = self._catalogue.ngettext(key, f"{key}.many", number)
        if sentence in {key, f"{key}.many"}:
            raise KeyError(key)
        return sentence.format_map({"number": number, **parameters})

    def has(self, key: str, /) -> bool:
        """Tell whether the catalogue holds ``key``."""
        return self._catalogue.gettext(key) != key

    def date(self, year: int, month: int | None = None, day: int | None = None) -> str:
        """Return a date as far as it is known, in the one form packs use: 6 June 2022, January 2023, 2021."""
        if month is None:
            return str(year)
        if day is None:
            names = get_month_names("wide", locale=self.language)
            pattern = {"es": "{month} de {year}"}.get(self.language, "{month} {year}")
            return pattern.format(month=names[month], year=year)
        import datetime as dt  # noqa: PLC0415 - only a full date needs it

        value = dt.date(year, month, day)
        pattern = {"es": "d 'de' MMMM 'de' y"}.get(self.language, "d MMMM y")
        written = format_date(value, pattern, locale=self.language)
        return f"1er{written[1:]}" if self.language == "fr" and day == 1 else written

    def short_date(self, year: int, month: int | None = None, day: int | None = None) -> str:
        """Return a date for a line of the window with little room: 6 Jun 2022, Jan 2023, 2021. Packs never print it."""
        if month is None:
            return str(year)
        import datetime as dt  # noqa: PLC0415 - only a date with a month needs it

        return format_date(dt.date(year, month, day or 1), "d MMM y" if day else "MMM y", locale=self.language)

    def country(self, code: str) -> str:
        """Return the CLDR name of an ISO 3166 country code; KeyError when there is none."""
        return str(Locale.parse(self.language).territories[code])

    def join(self, items: list[str]) -> str:
        """Return a list as a sentence has it: "a", "a and b", "a, b and c"."""
        if len(items) < 2:
            return "".join(items)
        return self.say("list.last", first=", ".join(items[:-1]), last=items[-1])


@cache
def words_for(language: str) -> Words:
    """Return the words of the nearest language there is: ``fr-CA`` gives French, an unknown one English."""
    base = language.replace("_", "-").split("-", maxsplit=1)[0].lower()
    return Words(base if base in LANGUAGES else LANGUAGES[0])


@cache
def _catalogue(language: str) -> gettext.GNUTranslations:
    # The .po files are the one truth: compiled in memory, so that no binary copy can fall behind them.
    with resource("locale", language, "briefing.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
