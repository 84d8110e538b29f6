"""Every word a person reads, from one gettext catalogue per language; keys in the code, sentences in ``resources/locale``."""

import re
from collections.abc import Callable, Mapping
from functools import cache, cached_property
from gettext import c2py

from briefing_app.paths import resource

LANGUAGES = ("en", "es", "fr")
"""The languages there is a catalogue for; the first is the fallback."""


_GROUPED = 1000
"""From here on languages part a whole number's digits, each in its own way."""


class Words:
    """The words of one language. ``say`` takes a key of the catalogue and the values for its {placeholders}.

    Numbers among the values are written as the language writes them.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue = _catalogue(language)

    def say(self, key: str, /, **parameters: object) -> str:
        """Return the sentence for ``key``; KeyError when the catalogue lacks it, so a test meets it before a person does."""
        sentence = self._catalogue.forms[key][0]
        return sentence.format_map(self._written(parameters)) if parameters else sentence

    def count(self, key: str, /, number: int, **parameters: object) -> str:
        """Return the sentence for ``key`` in the form that ``number`` asks for; the sentence may use {number}."""
        forms = self._catalogue.forms[key]
        if len(forms) == 1:
            raise KeyError(key)
        return forms[self._catalogue.form(number)].format_map(self._written({"number": number, **parameters}))

    def has(self, key: str, /) -> bool:
        """Tell whether the catalogue holds ``key``."""
        return key in self._catalogue.forms

    def number(self, value: float) -> str:
        """Return a number as the language writes it, with two decimals at most: 2.5, 2,5, 12,000."""
        if isinstance(value, int) and abs(value) < _GROUPED:
            return str(value)
        # Babel takes longer to load than a window has for its first picture, and that has small whole numbers alone.
        from babel.numbers import format_decimal  # noqa: PLC0415 - see above

        return str(format_decimal(value, format="#,##0.##", locale=self.language))

    def _written(self, parameters: Mapping[str, object]) -> dict[str, object]:
        return {
            name: self.number(value) if isinstance(value, int | float) and not isinstance(value, bool) else value
            for name, value in parameters.items()
        }

    def date(self, year: int, month: int | None = None, day: int | None = None) -> str:
        """Return a date as far as it is known, in the one form packs use: 6 June 2022, January 2023, 2021."""
        if month is None:
            return str(year)
        # As for numbers: the first picture of a window needs no date.
        from babel.dates import format_date, get_month_names  # noqa: PLC0415 - see above

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

        from babel.dates import format_date  # noqa: PLC0415 - as above

        return format_date(dt.date(year, month, day or 1), "d MMM y" if day else "MMM y", locale=self.language)

    def country(self, code: str) -> str:
        """Return the CLDR name of an ISO 3166 country code; KeyError when there is none."""
        from babel import Locale  # noqa: PLC0415 - as for dates

        return str(Locale.parse(self.language).territories[code])

    def language_name(self, code: str) -> str:
        """Return the name of a language (BCP 47) as the CLDR has it; the code where it has none."""
        from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - as above

        try:
            named = Locale.parse(code, sep="-").get_display_name(self.language)
        except (UnknownLocaleError, ValueError):
            named = None
        return named or code

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


class _Catalogue:
    """A ``.po`` file as it is written here: no contexts, nothing fuzzy, nothing obsolete. A key without its words is not held.

    It is read whenever the app starts, which gettext's own compiled form would need a copy beside it for that can fall behind.
    """

    def __init__(self, text: str) -> None:
        self.forms: dict[str, tuple[str, ...]] = {}
        """For each key the sentence, or its forms by number."""
        for entry in text.split("\n\n"):
            if plain := _PLAIN.fullmatch(entry):
                self.forms[plain[1]] = (plain[2],)
                continue
            fields = [(name, _unquoted(strings)) for name, strings in _FIELD.findall(entry)]
            said = tuple(words for name, words in fields if name.startswith("msgstr"))
            if all(said) and said:
                self.forms[fields[0][1]] = said
        (self._head,) = self.forms.pop("")

    @cached_property
    def form(self) -> Callable[[int], int]:
        """Which of a sentence's forms a number asks for."""
        rule = re.search(r"plural=(.+?);", self._head)
        return c2py(rule[1]) if rule else lambda number: int(number != 1)


_PLAIN = re.compile(r'msgid "([^\\\n]+)"\nmsgstr "([^\\\n]+)"\n?')
"""Nearly every entry: one sentence on one line with nothing escaped. Taking these at once makes the start a good deal shorter."""
_FIELD = re.compile(r'^(msg\S+) ((?:"[^\n]*"\n?)+)', re.MULTILINE)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}


def _unquoted(strings: str) -> str:
    words = "".join(line[1:-1] for line in strings.splitlines())
    return re.sub(r"\\(.)", lambda found: _ESCAPES.get(found[1], found[1]), words) if "\\" in words else words


@cache
def _catalogue(language: str) -> _Catalogue:
    # The .po files are the one truth: no binary copy can fall behind them.
    return _Catalogue(resource("locale", language, "briefing.po").read_text("utf-8"))
